"""What a pack adds to a visit is asked and printed as what it is: of others."""

from pathlib import Path

import pytest

from pnet_prep.content.load import load
from pnet_prep.engine.compose import compose
from pnet_prep.engine.picture import Picture
from pnet_prep.engine.readers import for_reader, shaped
from pnet_prep.model.checklist import Facts, Heading, Paragraph, Question, TickList
from pnet_prep.model.reader import Reader
from pnet_prep.model.values import Value
from pnet_prep.render import RenderOptions, render
from tests.unit.made import seen, told

EXAMPLE = Path(__file__).parent.parent / "packs" / "para"

SAID: dict[str, Value] = {
    "person.answering": "patient",
    "para.told": "found",
    "para.spells": ("heart",),
    "para.now": "yes",
    "para.test": "blood",
}
PART = "Spells and stress hormones (from Example Rare Growth Group)"
FROM = "Paraganglioma and pheochromocytoma, Example Rare Growth Group"


@pytest.fixture(scope="module")
def picture() -> Picture:
    return seen(load([str(EXAMPLE)]), told(SAID))


def test_a_pack_changes_nothing_that_is_asked_without_it(picture) -> None:
    shipped, both = load(), picture.content
    assert [r for r in both.rules if not both.pack_of(r.id)] == list(shipped.rules)
    assert both.rules[: len(shipped.rules)] == shipped.rules
    assert both.red_flags[: len(shipped.red_flags)] == shipped.red_flags
    assert both.words == shipped.words
    assert both.places == shipped.places
    assert [s for s in both.questionnaire.sections if not both.pack_of(s.id)] == list(
        shipped.questionnaire.sections
    )


def test_part_of_a_pack_says_who_asks(picture) -> None:
    (part,) = [s for s in picture.content.questionnaire.sections if s.id == "para.signs"]
    assert part.title == PART


def test_everything_a_pack_adds_says_where_it_is_from(picture) -> None:
    checklist = compose(picture)
    added = {one.text for one in picture.suggestions if picture.content.pack_of(one.id)}
    steps = {step.text for step in picture.content.preparation if step.id.startswith("para.")}
    marked: dict[str, bool] = {}
    for block in checklist.blocks:
        match block:
            case Question(text=text, because=because):
                marked[text] = f"From: {FROM}" in because
            case TickList(items):
                parts = (item.partition(f" (From: {FROM})") for item in items)
                marked |= {text: bool(origin) for text, origin, _ in parts}
            case _:
                pass
    assert len(added) >= 4
    assert len(steps) == 2
    assert {text for text, is_marked in marked.items() if is_marked} == added | steps


def test_signs_words_and_sources_of_a_pack_say_it_too(picture) -> None:
    checklist = compose(picture)
    facts = [fact for b in checklist.blocks if isinstance(b, Facts) for fact in b.facts]
    (meaning,) = [fact.values for fact in facts if fact.label == "stress hormones"]
    assert meaning[0].endswith(f"(From: {FROM})")
    (flag,) = checklist.sheet.flags
    assert flag.endswith(f"(From: {FROM})")
    sources, *_ = [b.text for b in checklist.blocks if isinstance(b, Paragraph) and b.small]
    assert "for people who have, or may have, one of these rare growths" in sources
    assert "https://rare-growth.example" in sources
    assert (1, PART) in {(b.level, b.text) for b in checklist.blocks if isinstance(b, Heading)}


def test_without_packs_nothing_says_where_it_is_from() -> None:
    said: dict[str, Value] = {"person.answering": "patient", "visit.stage": ("deciding",)}
    plain = compose(seen(load(), told(said)))
    assert "From: " not in repr(plain)
    assert "Added by" not in repr(plain)


@pytest.mark.parametrize("fmt", ["md", "html", "json", "txt"])
def test_strangers_do_not_learn_which_clinic_or_group_asks(picture, fmt) -> None:
    made = [
        render(fmt, shaped(compose(for_reader(picture, reader)), reader), RenderOptions())
        for reader in (Reader.FORUM, Reader.DOCTOR)
    ]
    assert [b"Example Rare" in one.data for one in made] == [False, True]
    assert b"Could my spells come from stress hormones?" in made[0].data
