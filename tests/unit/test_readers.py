"""What each reader gets, and that what is left out is nowhere in any kind of file."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pnet_prep.content.load import load
from pnet_prep.engine.compose import compose
from pnet_prep.engine.readers import for_reader, shaped, shows_notes
from pnet_prep.engine.withheld import named, names, without
from pnet_prep.model.checklist import Checklist, Heading, Lines, Question
from pnet_prep.model.reader import Reader
from pnet_prep.model.response import PATIENT
from pnet_prep.render import RENDERERS, RenderOptions, render
from tests.longer import times
from tests.unit.made import an_answer, seen, told
from tests.unit.made_up import patient
from tests.unit.marked import all_answered, marked, marks_in

CONTENT = load()
MARKED, MARKS = marked(CONTENT)
BY_ID = CONTENT.questionnaire.by_id
FULL = all_answered(MARKED, MARKS)
SHORT = all_answered(MARKED, MARKS, without=("symptom.", "test.", "treatment.", "after.", "med"))
QUICK = sorted(RENDERERS.keys() - {"pdf"})
SECTIONS = [section.id for section in CONTENT.questionnaire.sections]
PRIVATE = {link_id for link_id, item in BY_ID.items() if item.private}
SENSITIVE = {link_id for link_id, item in BY_ID.items() if item.sensitive}
IDENTIFYING = {
    link_id for link_id, item in BY_ID.items() if item.identifies and link_id != "person.born"
}


def printed(fmt, reader=Reader.DOCTOR, left_out=frozenset(), picture=FULL):
    checklist = shaped(compose(for_reader(picture, reader, left_out)), reader)
    return marks_in(
        fmt,
        render(
            fmt,
            checklist,
            RenderOptions(),
        ).data,
    )


def marks(items):
    return {MARKS[item] for item in items}


def all_in(items):
    return {one for item in items for one in BY_ID if one == item or one.startswith(f"{item}.")}


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("fmt", QUICK)
def test_a_part_that_is_left_out_is_nowhere_in_the_file(section, fmt):
    left_out = named(CONTENT.questionnaire, section)
    assert printed(fmt, left_out=left_out) & marks(left_out) == set()


@pytest.mark.parametrize("section", ["person", "family"])
def test_a_part_that_is_left_out_is_nowhere_in_the_pdf(section):
    left_out = named(CONTENT.questionnaire, section)
    assert printed("pdf") & marks(left_out)
    assert printed("pdf", left_out=left_out) & marks(left_out) == set()


@settings(max_examples=times(15), deadline=None)
@given(st.sets(st.sampled_from(names(CONTENT.questionnaire)), max_size=4))
def test_whatever_is_left_out_is_nowhere(chosen):
    left_out = {item for name in chosen for item in named(CONTENT.questionnaire, name)}
    assert printed("md", left_out=left_out) & marks(all_in(left_out)) == set()


@pytest.mark.parametrize("fmt", sorted(RENDERERS))
@pytest.mark.parametrize(
    ("reader", "kept_back"),
    [
        (Reader.FAMILY, PRIVATE | SENSITIVE),
        (Reader.PORTAL, PRIVATE),
        (Reader.FORUM, PRIVATE | SENSITIVE | IDENTIFYING),
    ],
)
def test_no_file_for_a_reader_holds_what_is_kept_from_them(reader, kept_back, fmt):
    """Not even where the patient wants the private answers on the doctor's paper."""
    assert printed(fmt, reader) & marks(all_in(kept_back)) == set()


def test_the_doctor_gets_everything_that_is_printed_at_all():
    told = printed("md")
    assert marks({"family.living", "life.stress", "person.name", "wish.include"}) <= told
    assert printed("md", Reader.ME) == told
    assert marks(PRIVATE - {"safety.harm", "safety.home"}) & told == set()


@given(st.integers(0, 200), st.sets(st.sampled_from(SECTIONS), max_size=3))
@settings(max_examples=times(30), deadline=None)
def test_leaving_out_raises_no_question_and_no_sign(seed, chosen):
    """What is left out is unknown, not unanswered: nothing may be made of its absence."""
    picture = seen(CONTENT, patient(CONTENT, f"left out {seed}"))
    left_out = {item for name in chosen for item in named(CONTENT.questionnaire, name)}
    less = without(picture, left_out)
    folds = {rule.id: rule.fold or rule.id for rule in CONTENT.rules}
    raised = {folds.get(one.id, one.id) for one in picture.suggestions}
    assert {folds.get(one.id, one.id) for one in less.suggestions} <= raised
    assert {one.flag.id for one in less.flags} <= {one.flag.id for one in picture.flags}
    assert all(one.item not in left_out for one in less.response.answers)


def said(checklist: Checklist) -> tuple[object, ...]:
    """All of a checklist, with what is made when it is called for, so that two can be compared."""
    late = ("message", "data", "calendar")
    parts = vars(checklist)
    return tuple(parts[name]() if name in late else parts[name] for name in sorted(parts))


def test_nothing_left_out_changes_nothing():
    assert without(FULL, ()) is FULL
    for made in (compose(for_reader(FULL, Reader.DOCTOR)), shaped(compose(FULL), Reader.DOCTOR)):
        assert said(made) == said(compose(FULL))


def test_a_symptom_that_is_left_out_goes_from_the_list_it_was_ticked_in():
    less = without(FULL, named(CONTENT.questionnaire, "symptom.low_sugar"))
    ticked = [a.value for a in less.response.at("symptom.episodes")]
    assert ticked
    assert all(isinstance(value, tuple) and "low_sugar" not in value for value in ticked)


def test_a_list_in_which_only_what_is_left_out_was_ticked_is_as_if_it_were_not_asked():
    episodes = told({"symptom.episodes": ("low_sugar",)})
    less = without(seen(CONTENT, episodes), named(CONTENT.questionnaire, "symptom.low_sugar"))
    assert less.response.answers == ()


def test_a_question_that_was_taken_off_the_list_stays_off():
    first = FULL.suggestions[0].id
    dropped = [
        an_answer("wish.dropped.why", "not_now", first)._replace(at=1_796_000_000_000),
        an_answer("wish.dropped.knowing", "yes", first)._replace(at=1_796_000_000_001),
    ]
    picture = FULL.with_response(FULL.response.with_answers(dropped))
    less = without(picture, named(CONTENT.questionnaire, "life"))
    for one in (picture, less):
        assert first not in {question.id for question in one.suggestions}


def test_the_earlier_visit_is_left_out_too():
    after = type(FULL)(FULL.ready, FULL.response, FULL.today, FULL)
    less = without(after, named(CONTENT.questionnaire, "family"))
    assert less.earlier is not None
    assert not less.earlier.response.entries("family")


@pytest.mark.parametrize(
    ("name", "holds", "lacks"),
    [
        ("family", "family.notes", "life.alone"),
        ("life", "wish.question.text", "wish.top"),
        ("wish", "wish.matters", "life.alone"),
        ("life.stress", "life.stress", "life.alone"),
        ("symptom.low_sugar", "symptom.low_sugar.saw", "symptom.pain"),
    ],
)
def test_a_name_stands_for_a_part_a_list_or_a_beginning(name, holds, lacks):
    found = named(CONTENT.questionnaire, name)
    assert holds in found
    assert lacks not in found


@pytest.mark.parametrize("name", ["", "famly", "fam", "symptom.low", "wish.top", "wish.dropped"])
def test_other_names_stand_for_nothing(name):
    assert not named(CONTENT.questionnaire, name)
    assert name not in names(CONTENT.questionnaire)


def test_what_is_cut_for_a_portal_and_for_strangers_is_a_matter_of_paper():
    whole = compose(FULL)
    for reader in (Reader.PORTAL, Reader.FORUM):
        cut = shaped(whole, reader)
        begun = [one.part for one in cut.blocks if isinstance(one, Heading) and one.level == 1]
        assert begun[0] == "questions"
        assert not {"phones", "sources", "notes", "steps.before"} & set(begun)
        assert not any(isinstance(one, Lines) for one in cut.blocks)
        assert all(one.lines == 0 for one in cut.blocks if isinstance(one, Question))
        assert cut.blocks[-1] == whole.blocks[-1]
        assert cut.sheet == whole.sheet
        assert cut.footer == ""
    assert [b for b in shaped(whole, Reader.PORTAL).blocks if isinstance(b, Heading)] == [
        b for b in whole.blocks if isinstance(b, Heading) and b.part == "questions"
    ]


def test_every_part_of_a_checklist_says_which_it_is():
    headings = [one for one in compose(FULL).blocks if isinstance(one, Heading)]
    assert all(one.part for one in headings if one.level == 1)


def test_own_notes_are_for_oneself_alone():
    mine = marks({"mine.note", "mine.question.text"})
    for reader in Reader:
        assert not printed("md", reader) & mine
    copy = compose(for_reader(FULL, Reader.ME), PATIENT)
    assert mine <= marks_in("md", render("md", copy, RenderOptions()).data)
    assert [reader for reader in Reader if shows_notes(reader)] == [Reader.ME]


def test_every_reader_is_explained_in_the_help_and_in_the_docs():
    from pnet_prep.cli import help_texts

    told = Path(__file__).parents[2].joinpath("docs", "exports.md").read_text(encoding="utf-8")
    for reader in Reader:
        assert f"{reader.value}:" in help_texts.FOR
        assert f"`{reader.value}`" in told
