"""What strangers read names nobody and no place, and keeps what a doctor would want to know."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pnet_prep.content.load import load
from pnet_prep.engine.compose import compose
from pnet_prep.engine.nameless import _scrubber, nameless
from pnet_prep.engine.readers import for_reader, shaped
from pnet_prep.model.reader import Reader
from pnet_prep.model.response import QuestionnaireResponse
from pnet_prep.model.values import DateSaid, OwnWords
from pnet_prep.render import RENDERERS, RenderOptions, render
from tests.unit.made import an_answer, seen
from tests.unit.marked import all_answered, text_of

CONTENT = load()
BY_ID = CONTENT.questionnaire.by_id
TELLING = frozenset(link_id for link_id, item in BY_ID.items() if item.identifies)


def visit(*answers):
    return seen(CONTENT, QuestionnaireResponse(answers))


KNOWN = visit(
    an_answer("person.name", "zoë nuñez"),
    an_answer("visit.with", "Dr. A. Mark Rivera, the sugar doctor"),
    an_answer("visit.where", "北京医院"),
    an_answer("medicine.prescribed_by", "our nurse", "m1"),
    an_answer("medicine.prescribed_by", "dr O'Brien-Müller", "m2"),
    an_answer("medicine.name", "Xermelo from Dr. Patel, Rivera drops", "m2"),
    an_answer("treatment.dates", "Whipple 2024, PRRT May 2025, 2nd floor"),
    an_answer("helper.name", "Łukasz, or तारा", "h1"),
)
SCRUB = _scrubber(KNOWN, TELLING).scrub


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        # people, told or not
        ("Zoe fell, said zoë nuñez.", "[name] fell, said [name]."),
        ("Rivera's letter came", "[name]'s letter came"),
        ("Maria told me that Luis fell", "[name] told me that [name] fell"),
        ("Dr. Young and Nurse Brown", "Dr. [name] and Nurse [name]"),
        ("we saw Dr. Black and Dr. J. Long", "we saw Dr. {n} and Dr. {n}"),
        ("My husband Will saw J. K. Brown", "My husband [name] saw [name]"),
        ("Anna-Lena O’Brien was there", "[name] was there"),
        ("I asked Mark", "I asked [name]"),
        ("Mark said so. The nurse did not.", "[name] said so. The nurse did not."),
        (
            "zoes pain, the obriens, lukasz, mueller, muller, Zoë’s",
            "{n} pain, the {n}, {n}, {n}, {n}, {n}’s",
        ),
        ("drrivera wrote, at riveraclinic", "{n} wrote, at {n}"),
        ("मैंने तारा से कहा", "मैंने {n} से कहा"),
        ("dr. green, mr long; my dr said so", "dr. {n}, mr {n}; my dr said so"),
        ("Xermelo is from Patel and rivera", "Xermelo is from {n} and {n}"),
        ("ri\u00advera and nu\u200bnez", "{n} and {n}"),
        ("d'Artagnan and al-Masri", "{n} and {n}"),
        (
            "I saw Dr. Brown. Since then, with Dr. J. Long",
            "I saw Dr. {n}. Since then, with Dr. {n}",
        ),
        ("my wife anne called, my son luke fell", "my wife {n} called, my son {n} fell"),
        ("my daughter June fell in June", "my daughter {n} fell in June"),
        (
            "doctor green, nurse joy, doctor patel's nurse, uncle bob, my aunt sally smith",
            "doctor {n}, nurse {n}, doctor {n}'s nurse, uncle {n}, my aunt {n}",
        ),
        ("dr. j. long, dr j patel", "dr. {n}, dr {n}"),
        (
            "my wife, anne, drove; my husband is called joe",
            "my wife, {n}, drove; my husband is called {n}",
        ),
        ("her name is grace, my son's name was chris", "her name is {n}, my son's name was {n}"),
        ("Hope Jackson called. J.S. came", "[name] called. [name] came"),
        (
            "my sons luke and john, my mother-in-law edith",
            "my sons {n} and {n}, my mother-in-law {n}",
        ),
        (
            "at johns hopkins, with surgeon miller, my oncologist patel",
            "at {n}, with surgeon {n}, my oncologist {n}",
        ),
        ("dr sarah o'neill, ms. begum", "dr {n}, ms. {n}"),
        # places
        (
            "I live in barcelona, near san josé, from st. petersburg",
            "I live in {n}, near san {n}, from st. {n}",
        ),
        ("the scan at Mayo Clinic in Rochester", "the scan at [name] in [name]"),
        ("my sister in the United States", "my sister in the [name]"),
        ("我在北京医院", "我在[name]"),
        (
            "at stanford hospital, mayo clinic, the pain clinic",
            "at {n} hospital, {n} clinic, the pain clinic",
        ),
        ("in the USA, the U.S. or canada", "in the {n}, the {n} or {n}"),
        # days
        ("3-Nov-2025, Nov-03-2025, 03-NOV-25", "Nov 2025, Nov 2025, NOV"),
        ("since may 5th 2025, may 5, on 3 march", "since may 2025, may, on march"),
        ("the fifth of may, 5 may 2025, 3. November", "the may, may 2025, November"),
        ("5-7 July, Nov 5 and 7, from the 5th to the 7th", "July, Nov, from [date]"),
        (
            "11/3: fell, 7/10: bad; by the 5th of next month",
            "[date]: fell, 7/10: bad; by [date] of next month",
        ),
        ("on the 12th she fell, Friday the 13th", "on [date] she fell, Friday [date]"),
        ("NOV 3RD, nov.3; 11/3-11/5; the 23rd and 24th", "NOV, nov.; [date]; the [date]"),
        ("in the night of the 5th, Nov 3 in bed", "in the night of [date], Nov in bed"),
        ("at 2025-11-03T09:40, 3 / 11 / 2025", "at 2025-11, 2025"),
        ("since 11/03; 2025年11月3日, 11月3日", "since [date]; 2025, [date]"),
        # great ages
        ("I am 95, my 101-year-old aunt", "I am over 89, my over 89-year-old aunt"),
        ("she died at 97 in bed", "she died at over 89 in bed"),
        ("on Tuesday 3 November 2026", "on November 2026"),
        ("since March 3rd, 2025, daily", "since March 2025, daily"),
        ("on the third of May 2025, the twenty-first of June", "on the May 2025, the June"),
        ("3. Mai 2025, 3 de mayo de 2025, 3 мая 2025", "2025, 2025, 2025"),
        ("on the 12th, and since the 3rd", "on [date], and since [date]"),
        ("2026-11-03 and 3/11/2026 and 3.11.26", "2026-11 and 2026 and [date]"),
        (
            "she is now 94, her father, 97, at the age of ninety",
            "she is now {a}, her father, {a}, at the age of {a}",
        ),
        ("ninety-four years old, 94 y.o., in her nineties", "{a} years old, {a} y.o., {a}"),
        ("born 3 3 1974, 3/nov/25, 93 years of age", "born 1974, nov, {a} years of age"),
        # numbers and addresses
        (
            "MRN: 4821, chart #4821, case no 99/1234, A-47110",
            "[number], chart [number], [number], [number]",
        ),
        ("@zebra.girl, u/netpatient, net_warrior, bit.ly/abc", "{at}, {at}, {at}, {at}"),
        ("at 12 elm st, 99 oak ave, 1EG4-TE5-MK73", "at {at}, {at}, [number]"),
        ("x at gmail dot com, joe@gmail", "{at}, {at}"),
        ("call 5551234 in the morning", "call [number] in the morning"),
        ("call 555-123-4567 or +44 20 7946 0321", "call [number] or [number]"),
        ("file 4711008, AB1234567", "file [number], [number]"),
        ("mail a.b@c.org, see www.c.org/me", "mail [address], see [address]"),
        ("facebook.com/zoe.x, zoe(at)a.org", "[address], [name](at)[address]"),
        ("10 downing street, 5 W 12th St, P.O. Box 12", "[address], [address], [address]"),
        ("sw1a 1aa and 555–123–4567", "[address] and [number]"),
        ("12 Main Street, M4 5JH, 221B Baker Street", "[address], [address], [address]"),
    ],
)
def test_who_where_and_when_are_taken_out(typed, left):
    for mark, text in (("{n}", "[name]"), ("{a}", "over 89"), ("{at}", "[address]")):
        left = left.replace(mark, text)
    assert SCRUB(typed) == left
    assert SCRUB(left) == left


@pytest.mark.parametrize(
    "typed",
    [
        "48 mg/dL at 3 am, 40 mg twice a day, 12500 ng/ml, 15000 mIU/L, 10000 MBq",
        "HbA1c 6.1 %, T1N0M0, grade G2, Ki-67 under 2 %",
        "MEN1, VHL and Zollinger-Ellison",
        "A Whipple operation in May 2025, PRRT from 2019-2024",
        "I had black stools. Shaky spells came after. She was confused twice.",
        "Since the 2nd scan, on the 3rd day, 2 operations 2019, my second of three scans",
        "about three weeks before, on Saturdays, 120/80",
        "Octreotide made it worse",
        "my doctor said no, a doctor friend, doctor thinks so, nurse practitioner, nurse rang",
        "my aunt died, uncle maybe, grandma also flushed, my wife, luckily, drove, my doctor may",
        "I live in constant fear, in a flat, her name is on the list, the test is called EUS",
        "Bloating. Crackers help. My brother has Lynch syndrome and Raynaud's disease",
        "IL-6, HLA-B27, Y-90, A.M. and B.I.D., 40 mg @ night, #1 worry, patient number three",
        "sugar is now 94, she is now 94 kg, smoked in the nineties, my mother, 60, has it",
        "my wife drove, my husband snores, my mum knew, my dad googled it",
        "after the 15th infusion, pain 7/10-8/10, 1/2-3/4 tablet",
        "on the 2nd floor; since the Whipple, and PRRT in May",
        "Gout. Unfortunately I didn't sleep. Didn't eat Lunch. Hip and Knee hurt. Recently worse.",
        "I took Xermelo and St. John's Wort, but ms contin helped",
        "40 mg BID PO, 30 mg IM, since May 20 mg twice a day, B12 5MG, vitamin D",
        "CgA 120, CA 19-9 was 35, 5-HIAA, TSH, BP 140/90, EUS and MRCP, Crohn's disease",
        "PAIN IN MY BELLY, MUSCLE CRAMPS, I MUST REST",
        "pain 7/10, down by 1/3, on 1/2 a tablet, 1200-1500 calories",
        "3 may be enough, the 2nd may help, on the first day, I am 60, 95 kg, he is 95 % sure",
        "",
    ],
)
def test_what_a_doctor_would_want_to_know_stays(typed):
    assert SCRUB(typed) == typed


@pytest.mark.parametrize(
    "piece",
    ["x", "Maria ", "a.", "1 ", "Dr. ", "A. ", "@", "Mr ", "12 Oak ", "a_"],
)
def test_a_very_long_text_is_read_at_once(piece):
    begun = time.process_time()
    SCRUB(piece * (100_000 // len(piece)))
    assert time.process_time() - begun < 5  # a text that is read anew for each word takes minutes


def test_a_very_long_name_is_learned_at_once():
    begun = time.process_time()
    _scrubber(visit(an_answer("person.name", "Anne " * 4000)), TELLING)
    assert time.process_time() - begun < 3


def test_a_medicine_keeps_its_name_though_nobody_knows_it():
    assert SCRUB("Xyzalix Forte", thing=True) == "Xyzalix Forte"
    assert SCRUB("Nuñez drops from Dr. Patel", thing=True) == "[name] drops from Dr. [name]"
    assert SCRUB("ms contin, St. Anne's tea", thing=True) == "ms contin, St. Anne's tea"


@given(st.text(max_size=80), st.sampled_from(["Nuñez", "RIVERA", "zoe", "北京医院"]))
def test_a_told_name_is_found_wherever_it_stands(around, name):
    made = SCRUB(f"{around} {name} {around}")
    assert name.casefold() not in made.casefold().split()


@pytest.mark.parametrize(
    ("said", "left"),
    [
        (DateSaid("on 3 March 2025", "2025-03-03"), DateSaid("on March 2025", "2025-03")),
        (DateSaid("three weeks ago", "2026-11-02~"), DateSaid("three weeks ago", "2026-11~")),
        (DateSaid("then", "2026-11-02/2026-11-09"), DateSaid("then", "2026-11")),
        (DateSaid("since then", "2026-11-02/.."), DateSaid("since then", "2026-11/..")),
        (DateSaid("2019", "2019"), DateSaid("2019", "2019")),
        (DateSaid("the wedding of Luis"), DateSaid("the wedding of [name]")),
        (DateSaid("x", "no date"), DateSaid("x")),
        (DateSaid("11/03, or the 5th"), DateSaid("[date], or the [date]")),
    ],
)
def test_days_become_months(said, left):
    less = nameless(visit(an_answer("symptom.own.onset", said, "s1")))
    assert [one.value for one in less.response.answers] == [left]


def test_a_told_place_that_is_a_word_too_goes_where_it_has_its_capital():
    told = visit(an_answer("visit.where", "Reading, 3rd floor"))
    assert _scrubber(told, TELLING).scrub("We met in Reading. Reading helps.") == (
        "We met in [name]. Reading helps."
    )


def test_of_the_day_of_birth_the_year_is_left():
    born = DateSaid("3 March 1974", "1974-03-03")
    less = nameless(visit(an_answer("person.born", born), an_answer("person.name", "Zoë")))
    assert [one.value for one in less.response.answers] == [DateSaid("1974", "1974")]


def test_own_words_for_a_choice_are_read_too_and_choices_stay():
    answers = (
        an_answer("family.relation", OwnWords("my aunt Marigold"), "f1"),
        an_answer("person.sex", "female"),
    )
    made = [one.value for one in nameless(visit(*answers)).response.answers]
    assert made == [OwnWords("my aunt [name]"), "female"]


TOLD = "Marigold of Northville, 12 Oak Road, 555-123-4567, a@b.org, on 14 March 2025: "


@pytest.mark.parametrize("fmt", sorted(RENDERERS))
def test_no_file_for_strangers_names_anybody_or_any_day(fmt):
    left = ("symptom.", "test.", "treatment.", "after.", "med") if fmt == "pdf" else ()
    picture = all_answered(CONTENT, dict.fromkeys(BY_ID, ""), TOLD, left)
    known = for_reader(picture, Reader.FORUM)
    made = render(fmt, shaped(compose(known), Reader.FORUM), RenderOptions())
    text = text_of(fmt, made.data)
    for told in ("marigold", "northville", "oak road", "555", "a@b", "a\\@b", "14 march"):
        assert told not in text.lower()
    assert not re.search(
        r"\d{4}-\d{2}-\d{2}|\d{1,2} (?:November|December|March) 20|2026\d{4}", text
    )
