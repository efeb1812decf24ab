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

LONG_NUMBER = rf"(?<![\w.,])\d{{5,}}(?![\w]){NO_UNIT}"
"""At least five digits in a row, as in the number of a file or a place."""

CODE = r"\b(?![a-z]{0,2}T[0-4Xx]N)(?=[^\W_]*\d)(?=[^\W_]*[^\W\d_])[^\W_]{6,}\b"
"""Six letters and digits or more in one word, as in the number of a file; no stage of a tumor."""

_STREETS = "Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Court|Square|Boulevard|Blvd|Place|Way"
_POSTCODE = (
    r"\b(?i:[A-Z]{1,2}\d[A-Z\d]?\s?(?!\d(?:st|nd|rd|th|ng|ug|hr|x))\d[ABD-HJLNP-UW-Z]{2})\b"
    r"|\b[A-Z]\d[A-Z]\s\d[A-Z]\d\b"
)
_DOMAIN = "com|org|net|edu|gov|info|eu|uk|ca|au|de|fr|es|nl|ch"
ADDRESS = (
    r"(?<![^\s,;])[^\s@,;]{1,64}@[^\s@,;]+\.[^\s@,;]*\w"
    r"|\b(?i:https?://|www\.)\S*\w"
    rf"|(?<![\w.-])[\w-]{{1,64}}(?:\.[\w-]{{1,64}}){{0,4}}\.(?i:{_DOMAIN})\b(?:/\S*\w)?"
    rf"|\b\d{{1,5}}[a-zA-Z]?\s+(?:[A-Z\d][\w'’-]*\s+){{1,3}}(?:{_STREETS})\b"
    r"|\b\d{1,5}[a-z]?\s+(?:[a-z'’-]+\s+){1,2}(?:street|road|avenue|lane|boulevard)\b"
    r"|\b(?i:p\.?\s?o\.?\s?box)\s+\d+"
    rf"|{_POSTCODE}"
)
"""Mail, web and street addresses, and post codes of letters and digits."""

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

SMALL_TITLES = r"(?<![^\W_])(?P<title>dr|mr|mrs|prof)(?:\.\s?|\s)$"
"""The same in small letters, right before a name: "dr. green"."""

NO_NAMES = frozenset(
    {*("said", "says", "told", "thinks", "wants", "gave", "asked", "is", "was", "has", "had")}
)
"""What stands behind such a title where no name does: "dr said so"."""

HERB = r"\s+(?i:wort)\b"
"""What stands behind the name of St. John's wort."""

HOUSE = r"\s+(?i:hosp(?:ital)?\b|clinic|infirmary|hospice|(?:medical|health|cancer)\s+cent)"
"""What stands right behind the name of a hospital."""

MONTH_NAMES = frozenset({"April", "May", "June", "August", "Summer", "Autumn"})
KIN = r"\b(?i:wife|husband|partner|son|daughter|brother|sister|mother|father|mom|mum|dad|friend)\s$"
"""First names that are months or seasons, right behind who it is: "my daughter June"."""

_SHORT = (
    "BID TID QID PRN QHS QD BD OD TDS QDS PO SC SQ IM IV LAR "  # how a medicine is taken
    "BP HR BMI CBC CMP LFT ALT AST ALP GGT GFR TSH PTH CEA AFP CgA HIAA WBC RBC INR CRP A1C CA Ca "
    "CT MRI MRCP ERCP EUS FNA ECG EKG FDG SPECT Ga Lu Octreoscan SSTR Krenning "  # tests
    "GERD IBS IBD COPD CHF CAD HTN UTI COVID Covid NSAID SSRI ER ICU ENT OB GYN II III VI E O "
    "CBD Omega Wort "
    "Crohn's Parkinson's Alzheimer's Hashimoto's Addison's Cushing's Barrett's Sjögren's Hodgkin"
)
MEDICAL = frozenset(_SHORT.split())
"""Short forms and names of illnesses that doctors use: with all their capitals they name nobody."""

WORD_NAMES = frozenset(
    {
        *("Art", "Autumn", "Bill", "Chase", "Crystal", "Daisy", "Dawn", "Faith", "Frank", "Gene"),
        *("Ginger", "Grace", "Grant", "Hazel", "Heather", "Holly", "Hope", "Iris", "Ivy", "Jack"),
        *("Joy", "Lily", "Mark", "Max", "Nick", "Olive", "Pat", "Pearl", "Penny", "Ray", "Rich"),
        *("Rob", "Robin", "Rose", "Ruby", "Sandy", "Skip", "Sue", "Summer", "Violet", "Will"),
    }
)
"""First names that are words of their own; inside a sentence their capital gives them away."""

INITIALS = r"\b(?:[A-Z]\.\s?){2,}[A-Z][^\W_]*"
"""At least two initials with a name after them."""

WORD = r"[^\W\d_][^\W_]*(?:['’-][^\W\d_][^\W_]*)*"
"""A word with its hyphens and apostrophes, and digits behind its letters, as in "HbA1c"."""
