"""The gate for texts: sentence length, long words, banned phrases; and how syllables are told."""

import pytest

from pnet_prep.cli import help_texts, last_words
from pnet_prep.content.banned import banned, banned_in
from pnet_prep.content.check import check_files
from pnet_prep.content.check_language import Language
from pnet_prep.content.files import questions_folder, read_folder
from pnet_prep.content.parse import parse_with_places
from pnet_prep.content.plain_language import grade, hard_words, lexicon, sentences, words
from pnet_prep.content.syllables import syllables
from tests.unit.checking import SIGNS
from tests.unit.made import TODAY, pack

SYLLABLES = {
    1: "a I pain weeks called years through pulse asks eyes",
    2: "table bottles stomach being patient diet something sometimes safely careful faces houses "
    "every science worried special really handled react",
    3: "medicine tiredness serious period radio animal vitamin hospital condition",
    4: "emergency information society temperature diabetes operation",
    5: "anesthesia chemotherapy antibiotic",
}


@pytest.mark.parametrize(
    ("word", "count"), [(word, n) for n, line in SYLLABLES.items() for word in line.split()]
)
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("When did it start? A year is fine.", 2),
        ('It may be 3.0 or less. Type "no". Then stop!', 3),
        ("Your values: 5, 6 and 7", 1),
        ("One line\nanother line", 2),
        ("", 0),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_a_filled_in_name_and_a_hyphened_word_count_as_one_word() -> None:
    assert words("Call {name}'s out-of-hours line, at 8 o'clock.") == [
        "Call",
        "{name}",
        "s",
        "out-of-hours",
        "line",
        "at",
        "8",
        "o'clock",
    ]


KNOWN = lexicon("# Remarks\nmedicine\nEmergency\n", ["endoscopy", "Zollinger-Ellison syndrome"])


@pytest.mark.parametrize(
    ("text", "hard"),
    [
        ("Which medicine, in an emergency?", []),
        ("An endoscopy for Zollinger-Ellison syndrome.", []),
        ("Ellison alone is nobody we know.", ["ellison", "nobody"]),
        ("Endoscopies", ["endoscopies"]),
        ("Medicines for emergencies", ["emergencies"]),
        ("The medicine's effects, {conditions} and /rathernot.", []),
        ("Gastrointestinal, gastrointestinal", ["gastrointestinal"]),
        ("A non-functional part", ["functional"]),
    ],
)
def test_hard_words(text: str, hard: list[str]) -> None:
    assert list(hard_words(text, KNOWN)) == hard


def test_the_reading_grade_tells_jargon_from_plain_words() -> None:
    # Kincaid's own formula by hand: 5 words, 1 sentence, 5 syllables.
    assert grade(["When did the pain start?"]) == pytest.approx(0.39 * 5 + 11.8 - 15.59)
    assert grade(["Somatostatin analogs ameliorate hypersecretion."]) > 15
    assert grade([]) == 0


@pytest.fixture(scope="module")
def language() -> Language:
    files = read_folder(questions_folder())
    return Language(files, parse_with_places(files).nodes)


BANNED = [
    "Please choose one.",
    "You can simply stop.",
    "Well done!",
    "About 50% of people live longer.",
    "It affects 7 in 10 people.",
    "Do not worry about it.",
    "Stop your omeprazole two weeks before the test.",
    "Skip the metformin on that day.",
    "Then stop taking it.",
    "Hold the injection for a week.",
    "Take your {medicine} with food.",
    "You should take it with food.",
    "You can skip a dose.",
    "You may have an insulinoma.",
    "{name} might have a tumor.",
    "You surely have it.",
    "It looks like cancer.",
    "Drink some juice.",
    "Do not eat from midnight on.",
    "Fast for eight hours.",
]
FINE = [
    "When should I stop omeprazole before the test?",
    "I will not stop the medicine on my own.",
    "Change none of them on your own.",
    "I take {medicine}. What does the team want me to do?",
    "Do you take any medicines?",
    "Could I have an insulinoma, and what else could it be?",
    "What happens with my medicine when I cannot eat?",
    "My sugar can drop when I do not eat.",
    "A few people became very ill when a strong acid medicine was stopped.",
    "You can stop at any time.",
    "Bring all your medicines.",
]


@pytest.mark.parametrize("text", BANNED)
def test_advice_diagnoses_and_cheer_are_banned(text: str, language: Language) -> None:
    assert {code for code, _ in language.faults(text)} == {"banned"}


@pytest.mark.parametrize("text", FINE)
def test_questions_to_a_doctor_and_promises_to_ask_are_fine(text: str, language: Language) -> None:
    assert list(language.faults(text)) == []


def test_a_long_sentence_and_a_long_meaning_are_faults_where_they_stand() -> None:
    long = " ".join(["word"] * 21)
    topic = SIGNS + f"  - {{id: s.long, type: text, text: {long}?}}\n"
    terms = f"terms: [{{id: t, term: gland, plain: {' '.join(['word'] * 16)}, sources: [book]}}]"
    problems = check_files(pack(topic, glossary=terms), TODAY).problems
    found = [(p.file, p.code) for p in problems if p.code == "long"]
    assert found == [("glossary.yaml", "long"), ("topic0.yaml", "long")]


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("text", "Is it idiopathic?"),
        ("text_about", "Is it idiopathic?"),
        ("label", "Idiopathic"),
        ("said", "idiopathic pain"),
        ("help", "It can be idiopathic."),
    ],
)
def test_every_text_of_a_question_passes_the_gate(key: str, text: str) -> None:
    texts = {"text": "Is it so?"} | {key: text}
    keys = ", ".join(f"{name}: {words}" for name, words in texts.items())
    topic = SIGNS + f"  - {{id: s.why, type: yes_no_unsure, {keys}}}\n"
    problems = check_files(pack(topic), TODAY).problems
    hard = [p for p in problems if p.file == "topic0.yaml"]
    assert [p.code for p in hard] == ["hard-word"]
    assert '"idiopathic"' in hard[0].text


def test_options_and_words_of_the_program_pass_the_gate() -> None:
    topic = SIGNS + (
        "  - {id: s.why, type: choice, text: Why?, options: "
        "{a: Idiopathic, b: {text: Bad, said: iatrogenic pain}}}\n"
    )
    files = pack(topic)
    files["words.yaml"] += b"  one.more: This is idiosyncratic.\n"
    problems = check_files(files, TODAY).problems
    found = [(p.file, p.text.split('"')[1]) for p in problems if p.code == "hard-word"]
    assert ("topic0.yaml", "idiopathic") in found
    assert ("topic0.yaml", "iatrogenic") in found
    assert ("words.yaml", "idiosyncratic") in found


@pytest.mark.parametrize("module", [help_texts, last_words])
def test_sentences_outside_the_questions_are_as_plain(module: object, language: Language) -> None:
    texts = {name: text for name, text in vars(module).items() if name.isupper()}
    assert texts
    for name, text in texts.items():
        assert list(language.faults(text)) == [], name


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("nver please", "1: a line begins with"),
        ("never", "1: a line begins with"),
        ("never stop <poison>", "1: there is no group 'poison'"),
    ],
)
def test_a_line_of_banned_phrases_that_is_not_understood_is_named(line: str, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        banned(line, {})
    files = pack(SIGNS) | {"banned_phrases.txt": line.encode()}
    problems = [p for p in check_files(files, TODAY).problems if p.code == "word-list"]
    assert [(p.file, p.line) for p in problems] == [("banned_phrases.txt", 1)]


def test_a_list_of_words_in_another_encoding_is_named() -> None:
    files = pack(SIGNS) | {"plain_words.txt": b"medicine\nna\xefve\n"}
    problems = [p for p in check_files(files, TODAY).problems if p.code == "word-list"]
    assert [(p.file, p.line) for p in problems] == [("plain_words.txt", 2)]


def test_a_gap_in_a_phrase_is_four_words_at_most() -> None:
    phrases = banned("told stop * <drug>", {"drug": ["omeprazole"]})
    assert list(banned_in("Stop all of the daily omeprazole.", phrases))
    assert not list(banned_in("Stop at all of the daily omeprazole.", phrases))
