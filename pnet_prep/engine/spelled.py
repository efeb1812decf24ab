"""How names, phone numbers, addresses and file numbers are written, as patterns and words.

A number with a unit is a dose or a value and is no match, nor is a span of two years.
"""

UNITS = (
    "mg|mcg|µg|\u03bcg|ug|ng|pg|g|kg|lbs?|oz|ml|mL|dl|dL|l|L|cm|mm|m|in|ft|mIU|IU|iu|mU|U|units?|mmol"
    "|µmol|pmol|nmol|mEq|mmHg|kcal|calories|GBq|MBq|steps|%"
)
"""Units of doses and values, as a pattern; none of them names anybody."""
NO_UNIT = rf"(?!\s?(?!in\s+[^\W\d_])(?:{UNITS})(?![^\W\d_]))"
"""What stands behind a number that is no dose and no value; "in" may be a unit or a word."""

YEAR = r"\b(?:19|20)\d\d\b"
"""A year in four digits."""

_SPAN = rf"(?<!\d){YEAR}\s?[-–/]\s?{YEAR}"
PHONE = rf"(?!{_SPAN})(?<![\w.,])\+?\(?\d(?:[\s().\-‐‑–－/]{{0,2}}\d){{6,}}(?![\w]){NO_UNIT}"
"""At least seven digits with no more between them than a phone number has."""

_FILES = "chart|case|file|hospital|patient|record|policy|member|insurance|account|id|ref(?:erence)?"
_OF_A_FILE = (
    rf"(?i:\b(?:mrn|ssn|nhs|ext(?:ension)?|(?:{_FILES})\s+(?:no|nr|num(?:ber)?|id)))\b"
    r"[.:#]*\s?[\w/-]{0,12}\d[\w/-]{2,20}"
)
LONG_NUMBER = (
    rf"(?<![\w.,])\d{{5,}}(?![\w]){NO_UNIT}|{_OF_A_FILE}|#\d{{3,}}\b|\b[A-Z]{{1,3}}-\d{{4,}}\b"
)
"""At least five digits in a row, as in the number of a file or a place, or what is called one."""

CODE = r"\b(?![a-z]{0,2}T[0-4Xx]N)(?=[^\W_]*\d)(?=[^\W_]*[^\W\d_])[^\W_]{6,}\b"
CODE += r"|\b(?=[A-Z\d-]*[A-Z])(?=[A-Z\d-]*\d)[A-Z\d]{3,5}(?:-[A-Z\d]{3,5}){2,}\b"
"""Six letters and digits or more in one word, as in the number of a file; no stage of a tumor."""

_STREETS = "Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Court|Square|Boulevard|Blvd|Place|Way"
_POSTCODE = (
    r"\b(?i:[A-Z]{1,2}\d[A-Z\d]?\s?(?!\d(?:st|nd|rd|th|ng|ug|hr|x))\d[ABD-HJLNP-UW-Z]{2})\b"
    r"|\b[A-Z]\d[A-Z]\s\d[A-Z]\d\b"
)
_DOMAIN = "com|org|net|edu|gov|info|eu|uk|ca|au|de|fr|es|nl|ch|io|ly|app"
ADDRESS = (
    r"(?<![^\s,;])[^\s@,;]{1,64}@[^\s@,;]+\.[^\s@,;]*\w"
    r"|(?<![^\s,;(])[a-zA-Z][\w.+-]{0,63}@[a-zA-Z][\w.-]*\w"
    r"|(?<![^\s,;:(])@[\w.]*[^\W\d][\w.]*\w|\bu/\w{3,}"
    r"|\b[^\W_]{1,64}(?:_[^\W_]{1,64})+"
    rf"|(?<![\w.-])[\w.-]{{1,64}}\s(?:at|\(at\)|\[at\])\s[\w-]{{1,64}}(?:\s(?:dot|\(dot\)|\[dot\])\s|\.)"
    rf"(?:{_DOMAIN})\b"
    r"|\b(?i:https?://|www\.)\S*\w"
    rf"|(?<![\w.-])[\w-]{{1,64}}(?:\.[\w-]{{1,64}}){{0,4}}\.(?i:{_DOMAIN})\b(?:/\S*\w)?"
    rf"|\b\d{{1,5}}[a-zA-Z]?\s+(?:[A-Z\d][\w'’-]*\s+){{1,3}}(?:{_STREETS})\b"
    r"|\b\d{1,5}[a-z]?\s+(?:[a-z'’-]+\s+){1,2}"
    r"(?:(?:street|road|avenue|lane|boulevard|ave|rd|ln|blvd)\b|st(?!\s*\w))"
    r"|\b(?i:p\.?\s?o\.?\s?box)\s+\d+"
    rf"|{_POSTCODE}"
)
"""Mail, web and street addresses, names in networks, and post codes of letters and digits."""

CENTERS = (
    r"\b(?i:johns hopkins|md anderson|sloan[- ]kettering|mskcc|dana[- ]farber|cleveland clinic"
    r"|moffitt|mount sinai|ucsf|ucla|nih|stanford|vanderbilt|ochsner|royal free|king['’]?s college"
    r"|erasmus mc|charité|karolinska)\b"
)
"""Well-known hospitals in small letters."""

COUNTRY = r"\b(?:US|EU|(?i:USA|UK|NZ)\b|(?i:U\.S\.A\.|U\.S\.|U\.K\.))(?!\w)"
"""Countries by their letters."""

TITLES = frozenset(
    {
        *("Dr", "Doctor", "Mr", "Mrs", "Ms", "Miss", "Mx", "Prof", "Professor", "Nurse"),
        *("Sister", "Aunt", "Uncle", "Mount", "Mt", "Saint", "St", "Sir", "Rev", "Fr", "Rabbi"),
        *("Pastor", "Capt", "Lt", "Sgt", "Herr", "Frau"),
    }
)
"""What a name follows, even one that is a word of its own, as in "Dr. Young"."""

PLACED = frozenset({"Mount", "Mt", "Saint", "St"})
"""Those of them that do not come before a person here."""

SMALL_TITLES = r"(?<![^\W_])(?P<title>dr|mr|mrs|prof|ms(?=\.))(?:\.\s?|\s)(?:[b-hj-z]\.?\s)?$"
"""The same in small letters, right before a name: "dr. green", "dr. j. green"."""

NO_NAMES = frozenset(
    {*("said", "says", "told", "thinks", "wants", "gave", "asked", "is", "was", "has", "had")}
)
"""What stands behind such a title where no name does: "dr said so"."""

HERB = r"\s+(?i:wort)\b"
"""What stands behind the name of St. John's wort."""

ILLNESS = r"\s+(?i:disease|syndrome|palsy)\b"
"""What stands behind the name of whoever told of an illness first."""

HOUSE = r"\s+(?i:hosp(?:ital)?\b|clinic|infirmary|hospice|(?:medical|health|cancer)\s+cent)"
"""What stands right behind the name of a hospital."""

_KIN = (
    "wife|husband|partner|ex|twin|mom|mum|dad|grandad|gran|granny|nana|auntie|cousin|niece|nephew"
    "|carer|boyfriend|girlfriend|(?:step|grand)?(?:son|daughter|mother|father|ma|pa)s?"
    "|(?:brother|sister|friend|aunt|uncle|neighbou?r)s?"
)
KIN = rf"(?i:\b(?:{_KIN})(?:-in-law)?)(?P<set_off>,?\s\(?)$"
"""Who it is, right before a first name: "my daughter June", "my wife (anne) drove"."""

CARER = (
    r"(?i:\b(?:doctor|nurse|professor|practitioner|surgeon|gp|dr|mr|mrs|prof|[^\W\d_]+ologist))"
    r"\.?\s$"
)
"""The same of a name that may be a word of its own: "doctor green", "nurse joy"."""

HOME = (
    r"(?i:\b(?:lived?|lives|living|born|grew\sup|raised|work|works|worked)\s(?:in|near|at)\s"
    r"|\b(?:we|I)\s(?:moved|flew|drove|travell?ed)\s(?:here\s|back\s)?(?:to|from)\s"
    r"|\bI(?:\sam|['’]m|\scome)\sfrom\s"
    r"|\b(?:san|santa|los|las|dela|della|von|st|saint)\.?\s)$"
)
"""What a place in small letters follows: "I live in barcelona", "san josé"."""

CALLED = (
    rf"\b(?i:(?:{_KIN}|doctor|nurse)(?:\s(?:is|was)|['’]s)\s(?:called|named)\s"
    r"|(?:my|his|her|their|\w+['’]s)\s(?:first\s|last\s)?name(?:\s(?:is|was)|['’]s)\s"
    r"|I(?:\sam|['’]m)\s(?:called|named)\s)$"
)
"""What says how somebody is called: "her name is grace"."""

_SHORT = (
    "BID TID QID PRN QHS QD BD OD TDS QDS PO SC SQ IM IV LAR "  # how a medicine is taken
    "BP HR BMI CBC CMP LFT ALT AST ALP GGT GFR TSH PTH CEA AFP CgA HIAA WBC RBC INR CRP A1C CA Ca "
    "CT MRI MRCP ERCP EUS FNA ECG EKG FDG SPECT Ga Lu Octreoscan SSTR Krenning "  # tests
    "GERD IBS IBD COPD CHF CAD HTN UTI COVID Covid NSAID SSRI ER ICU ENT OB GYN II III VI E O "
    "CBD Omega Wort AM PM MD RN DOB MRN HLA HLA-B27 BRCA BRCA1 BRCA2 IL Y NA "
    "Crohn's Parkinson's Alzheimer's Hashimoto's Addison's Cushing's Barrett's Sjögren's Hodgkin"
)
MEDICAL = frozenset(_SHORT.split())
"""Short forms and names of illnesses that doctors use: with all their capitals they name nobody."""

MONTH_NAMES = frozenset({"April", "May", "June", "August", "Summer", "Autumn"})
"""First names that are months or seasons."""

NOUN_NAMES = frozenset(
    {
        *("Art", "Autumn", "Crystal", "Daisy", "Dawn", "Faith", "Frank", "Gene", "Ginger", "Grace"),
        *("Hazel", "Heather", "Holly", "Iris", "Ivy", "Jack", "Joy", "Lily", "Max", "Nick"),
        *("Olive", "Pearl", "Penny", "Ray", "Robin", "Ruby", "Sandy", "Summer", "Violet"),
    }
)
WORD_NAMES = NOUN_NAMES | {
    *("Bill", "Chase", "Grant", "Hope", "Mark", "Pat", "Rich", "Rob", "Rose", "Skip", "Sue", "Will")
}
"""First names that are words of their own; inside a sentence their capital gives them away.

Those of `NOUN_NAMES` do so in small letters too, right behind who it is.
"""

SURNAMES = frozenset({"Brown", "Green", "White", "Black", "Gray", "Grey", "Young", "King", "Hill"})
"""Surnames that are words of their own, right behind "doctor" or "nurse"."""

ENDED_NAMES = frozenset(
    {
        *("Agnes", "Alexis", "Carlos", "Charles", "Chris", "Dennis", "Doris", "Ines", "James"),
        *("Jesus", "Jones", "Lucas", "Luis", "Marcus", "Nicholas", "Rogers", "Thomas", "Williams"),
        *("Alfred", "Fred", "Reed", "Ted", "Fleming", "Irving", "King"),
        *("Beverly", "Billy", "Carly", "Emily", "Kelly", "Molly", "Polly", "Sally", "Shelly"),
    }
)
"""Names with the ending of a verb or of a word such as "badly"."""

INITIALS = r"\b(?:(?:[A-Z]\.\s?){2,}[A-Z][^\W_]*|(?:[A-Z]\.){2,})"
"""At least two initials, with a name after them or alone."""

WORD = r"[^\W\d_][^\W_]*(?:['’-][^\W\d_][^\W_]*)*"
"""A word with its hyphens and apostrophes, and digits behind its letters, as in "HbA1c"."""
