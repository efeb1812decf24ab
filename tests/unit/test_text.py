import re
import sys
import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pnet_prep.engine import text as text_gates
from pnet_prep.engine.text import accept, accept_line, in_order, show, show_line
from tests.longer import times
from tests.unit.hostile import ANY_TEXT

BIDI = [*map(chr, [0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])]
HOSTILE = [
    *BIDI,
    *"\x00\x07\x08\t\n\x0b\x0c\r\x1b\x7f\x85\x9b\xad",
    *"\u115f\u180e\u200b\u200c\u200d\u2028\u2029\u2060\u3164\ufe0f\ufeff\ufff9\ufffe\uffff",
    *"\ud800\udbff\udc00\udc81\udce9\udfff",
    *"\U000e0001\U000e0041\U000e0100\U0001ffff",
    *"क\u094d\u0628😀🏽❤e\u0301‹›",
]
ANYTHING = st.text(st.characters() | st.sampled_from(HOSTILE) | st.characters(categories=["Cs"]))
ENCODABLE = st.text()

ORDINARY = [
    "Zoë Nuñez, Łukasz Nguyễn: 75 µg ≥ 5",
    "two lines\n\tand a tab",
    "non-breaking 40\u00a0mg, ‹quoted›, “quoted”",
    "[daily] [/b] :pill: #panic $x$ @a <b> | =1+1",
    "张伟 김민준 สมชาย 山田",
    "שלום עולם",
    "محمد",
    "می\u200cخواهم",  # Persian: "I want", kept apart by a ZWNJ
    "ه\u200d",  # Arabic letter shown in its joined shape
    "क\u094d\u200dष and क\u094d\u200cष",  # Devanagari: half form, visible virama
    "র\u200d\u09cdয",  # Bengali: ZWJ before the virama
    "ភាសា\u200bខ្មែរ",  # Khmer: where a line may break
    "ᠠ\u180b",  # Mongolian letter with its variation
    "葛\U000e0100城",  # Japanese name with its variant character
    "1\ufe0f\u20e3 ❤\ufe0f 💊🙂",
    "👩\u200d⚕\ufe0f 👨🏽\u200d🚀 🏳\ufe0f\u200d🌈 🙂\u200d↔\ufe0f 👩\u200d❤\ufe0f\u200d👨",
]


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("plain", "plain"),
        ("caf\udce9", "café"),  # Latin-1 pasted into a UTF-8 terminal
        ("caf\udcc3\udca9", "café"),  # UTF-8 read under LANG=C
        ("\udc80 5", "€ 5"),  # Windows-1252
        ("\udc81", "\ufffd"),  # no character in either
        ("\ud83d\ude00", "😀"),
        ("a\ud800b\udfffc", "a\ufffdb\ufffdc"),
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("dose\t5 mg\n", "dose\t5 mg\n"),
        ("severity 7\x08\x081", "severity 7\ufffd\ufffd1"),
        ("\x1b[31mred", "\ufffd[31mred"),
        ("\x1b]52;c;cm0=\x07", "\ufffd]52;c;cm0=\ufffd"),
        ("a\x85b", "a\ufffdb"),
        ("\udcc2\udc85", "\ufffd"),  # the same control, hidden in undecoded bytes
        ("\x9b2J", "\ufffd2J"),
        ("e\u0301", "é"),
        ("abc\u202edef", "abc\u202edef"),
        ("\ufeffabc", "\ufeffabc"),
    ],
)
def test_accept_keeps_what_can_be_read(raw, kept):
    assert accept(raw) == kept


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_text_passes_both_gates_unchanged(text):
    assert accept(text) == unicodedata.normalize("NFC", text)
    assert show(text) == text


@ANY_TEXT
@settings(max_examples=times(1_000))
@given(ANYTHING)
def test_accepted_text_can_be_saved_and_accepted_again(raw):
    accepted = accept(raw)
    accepted.encode("utf-8")
    assert accept(accepted) == accepted
    assert unicodedata.is_normalized("NFC", accepted)
    assert not [c for c in accepted if unicodedata.category(c) in {"Cc", "Cs"} and c not in "\n\t"]


@ANY_TEXT
@settings(max_examples=times(1_000))
@given(ENCODABLE)
def test_text_read_in_the_wrong_encoding_is_recovered(text):
    undecoded = text.encode().decode("ascii", "surrogateescape")
    assert accept(undecoded) == accept(text)


@ANY_TEXT
@settings(max_examples=times(1_000))
@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])))
def test_accept_loses_no_readable_character(text):
    assert accept(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        ("  plain ", "plain"),
        ("first\nsecond\r\n\r\nthird\n", "first; second; third"),
        ("It began in May.\nIt is worse now.", "It began in May. It is worse now."),
        ("name:\n  Ana", "name: Ana"),
        ("omeprazole \t 40 mg", "omeprazole 40 mg"),
        ("a\u2028b\u2029c", "a; b; c"),
        ("took  two", "took  two"),
        ("\n \t\n", ""),
    ],
)
def test_accept_line_folds_pasted_lines(raw, line):
    assert accept_line(raw) == line


@ANY_TEXT
@settings(max_examples=times(1_000))
@given(ANYTHING)
def test_accepted_line_is_one_line(raw):
    line = accept_line(raw)
    assert line == line.strip()
    assert not re.search("[\n\t\u2028\u2029]", line)
    assert accept_line(line) == line


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2J", "‹U+001B›[2J"),
        ("\x1b]52;c;cm0=\x07", "‹U+001B›]52;c;cm0=‹U+0007›"),
        ("severity 7\rseverity 1", "severity 7‹U+000D›severity 1"),
        ("abc\u202edef", "abc‹U+202E›def"),
        ("a\x85b\u2028c\u2029d", "a‹U+0085›b‹U+2028›c‹U+2029›d"),
        ("\ufeffabc", "‹U+FEFF›abc"),
        ("caf\udce9", "caf‹U+DCE9›"),
        ("a\U000e0041", "a‹U+E0041›"),
        ("Lan\u00adreotide", "Lan‹U+00AD›reotide"),
        ("no\u200bbreak, \u3164", "no‹U+200B›break, ‹U+3164›"),
        ("a\u200db", "a‹U+200D›b"),
        ("\u200c\u0628", "‹U+200C›\u0628"),
        ("می\u200c\u200cخ", "می\u200c‹U+200C›خ"),
        ("😀\u200d", "😀‹U+200D›"),
        ("\ufe0f \ufe0f", "‹U+FE0F› ‹U+FE0F›"),
        ("❤\ufe0f\ufe0f", "❤\ufe0f‹U+FE0F›"),
        ("\ufe0f\u200d😀", "‹U+FE0F›‹U+200D›😀"),
        ("\ufffe\U0001ffff", "‹U+FFFE›‹U+1FFFF›"),
    ],
)
def test_show_marks_what_cannot_be_seen(text, shown):
    assert show(text) == shown


@ANY_TEXT
@settings(max_examples=times(1_000))
@given(ANYTHING)
def test_shown_text_is_safe_and_shows_as_itself(text):
    shown = show(text)
    shown.encode("utf-8")
    assert show(shown) == shown
    assert not set(shown) & {*BIDI, "\u2028", "\u2029", "\ufeff"}
    assert not [c for c in shown if unicodedata.category(c) == "Cc" and c not in "\n\t"]


@ANY_TEXT
@settings(max_examples=times(1_000))
@given(ANYTHING)
def test_show_drops_and_moves_nothing(text):
    plain = text.translate({ord("‹"): "<"})
    unmarked = re.sub("‹U[+]([0-9A-F]{4,6})›", lambda m: chr(int(m[1], 16)), show(plain))
    assert unmarked == plain


@ANY_TEXT
@settings(max_examples=times(1_000))
@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"])))
def test_show_leaves_visible_text_alone(text):
    fillers = "\u115f\u1160\u3164\uffa0"
    ordinary = text.translate(dict.fromkeys(map(ord, fillers)))
    assert show(ordinary) == ordinary


def test_no_unseen_character_passes_as_a_letter():
    letters = "".join(char for char in map(chr, range(sys.maxunicode + 1)) if char.isprintable())
    assert {*re.findall(text_gates._UNSEEN, letters)} == text_gates._TAKEN_FOR_LETTERS
    for char in text_gates._TAKEN_FOR_LETTERS:
        assert show(f"é {char}") != f"é {char}"


def test_what_stands_on_one_line_cannot_begin_another():
    assert show_line("a\n\tb\x1b\r") == "a‹U+000A›‹U+0009›b‹U+001B›‹U+000D›"
    assert show_line("caf\udce9.yaml") == "caf‹U+DCE9›.yaml"
    assert show_line("plain name (1).yaml") == "plain name (1).yaml"


@pytest.mark.parametrize(
    ("shown", "marked"),
    [
        # what begins and ends from right to left runs so as a whole, with all that is in it
        ("כואב לי", "[כואב לי]"),
        ("آخذ 5 حبات", "[آخذ 5 حبات]"),
        ("מאז 2024.", "[מאז 2024.]"),
        ("אני לוקח omeprazole 40 mg, כל בוקר.", "[אני לוקח omeprazole 40 mg, כל בוקר.]"),
        # of any other text, its parts; a number comes before the word that follows it
        ("مرض 40 %", "[مرض] <40 %"),
        ("أوميبرازول 3, 40 mg", "[أوميبرازول 3], <40 mg"),
        ("حبة (1/2 tablet), ½, 40 %", "[حبة] (<1/2 tablet), ½, 40 %"),
        ("Take פניצילין now", "Take [פניצילין] now"),
        ("מיכל (בת) and Luis", "[מיכל] ([בת]) and Luis"),
        ("metformin, 500 מ״ג בערב", "metformin, [500 מ״ג בערב]"),
        # what stands side by side keeps its order
        ("ד״ר לוי · 9:40 · בית חולים, קומה 3", "[ד״ר לוי] · 9:40 · [בית חולים, קומה 3]"),
        ("Worst: محمد: 4 of 10; משה: 8 of 10", "Worst: [محمد]: <4 of 10; [משה]: <8 of 10"),
        (
            "Worse with: Zoë: קפה (2 כוסות); מיכל (daughter): חלב",
            "Worse with: Zoë: [קפה (2 כוסות)]; [מיכל] (daughter): [חלב]",
        ),
        ("Reason: כואב, ואז CT, וכואב", "Reason: [כואב, ואז CT, וכואב]"),
        ("to see (אמא, אבא), both", "to see ([אמא], [אבא]), both"),
        ("omeprazole 40 mg, Zoë 4", "omeprazole 40 mg, Zoë 4"),
        ("“quoted” – 40 mg…", "“quoted” – 40 mg…"),
        ("", ""),
    ],
)
def test_words_of_two_directions_stay_in_their_places(shown, marked):
    marks = str.maketrans("<[]", "\u200e\u2067\u2069")
    assert in_order(shown) == marked.translate(marks)
    assert in_order(in_order(shown)) == in_order(shown)


@pytest.mark.parametrize(
    "text",
    ["م" + "\u064b" * 100_000 + "1 " * 100_000, "a: " * 30_000 + "א", "א; a, (" * 15_000],
    ids=["marks", "labels", "parts"],
)
def test_a_text_without_end_is_put_in_order_at_once(text):
    begun = time.process_time()
    in_order(text)
    assert time.process_time() - begun < 2
