"""What the cache keeps of content is all of it: tables come back as what they were made of."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from pnet_prep.content.cache import SHAPE
from pnet_prep.content.from_tables import from_tables
from pnet_prep.content.load import load
from pnet_prep.content.tables import COLUMNS, CONDITION_KINDS, ENTRIES, SAID, parts_of
from pnet_prep.content.to_tables import to_tables
from pnet_prep.model.conditions import All, AnyOf
from pnet_prep.model.content import Content
from pnet_prep.model.questionnaire import ItemType
from tests.unit.made import content
from tests.unit.pseudo import accented, english, translation, write

EXAMPLE = str(Path(__file__).parent.parent / "packs" / "para")
TOPIC = """
section: life
title: Life
place: 20
items:
  - {id: life.work, type: choice, text: Do you work?, options: {yes: Yes, none: No}}
  - {id: life.pay, type: choice, text: Do you work?, options: {yes: Yes, none: No}}
  - id: kin
    type: group
    text: Who is ill?
    repeats: yes
    items:
      - {id: kin.who, type: text, text: Who is it?}
      - {id: kin.born, type: date, text: When were they born?, when: {item: kin.who, answered: yes}}
doctor_questions:
  - {id: a, ask: A?, why: A., topic: cause, priority: 1, when: {all: &TWO}}
  - {id: b, ask: B?, why: B., topic: cause, priority: 1, when: {any: &TWO}}
  - {id: c, ask: C?, why: C., topic: cause, priority: 1, when: {count: {at_least: 1, of: &TWO}}}
  - {id: d, ask: D?, why: D., topic: cause, priority: 1, when: {not: {all: &TWO}}}
  - {id: e, ask: E?, why: E., topic: cause, priority: 1, when: {not: {any: &TWO}}}
  - id: f
    ask: F?
    why: F.
    topic: cause
    priority: 1
    when: {some: {in: kin, where: {within: {item: kin.born, months: 3}}}}
  - {id: g, ask: G?, why: G., topic: cause, priority: 1, always: yes}
""".replace("&TWO", "[{item: life.work, is: yes}, {item: life.pay, is: yes}]")

KEPT_NOW = (6, "20f350f2")
"""The number of the shape in which content is kept, and a hash over all tables and columns."""


def kept(made: Content) -> Content:
    """What comes back from the text of a cache."""
    return from_tables(json.loads(json.dumps(to_tables(made))))


@pytest.fixture(scope="module")
def shipped() -> Content:
    return load()


def test_every_shipped_question_comes_back(shipped) -> None:
    assert kept(shipped) == shipped


def test_each_part_comes_back_as_the_same_kind_of_thing(shipped) -> None:
    # Equality takes yes for 1, and one form of condition for another of the same parts.
    assert repr(kept(shipped)) == repr(shipped)


def test_questions_of_a_pack_come_back() -> None:
    made = load([EXAMPLE])
    assert made.added
    assert repr(kept(made)) == repr(made)


def test_a_translation_comes_back(tmp_path) -> None:
    made = load([write(tmp_path / "xa", translation(english(()), accented))])
    assert made.unchecked
    assert repr(kept(made)) == repr(made)


def test_every_form_of_condition_comes_back() -> None:
    made = content(TOPIC)
    assert [type(rule.when).__name__ for rule in made.rules] == [
        "All",
        "AnyOf",
        "Count",
        "Not",
        "Not",
        "Some",
        "NoneType",
    ]
    assert repr(kept(made)) == repr(made)


def test_forms_of_the_same_parts_are_told_apart() -> None:
    every, one = (rule.when for rule in kept(content(TOPIC)).rules[:2])
    assert isinstance(every, All)
    assert isinstance(one, AnyOf)
    assert tuple(every) == tuple(one)


def test_equal_conditions_and_options_are_one_object() -> None:
    made = kept(content(TOPIC))
    whole, other = made.rules[0].when, made.rules[1].when
    assert isinstance(whole, All)
    assert isinstance(other, AnyOf)
    assert whole.parts[0] is other.parts[0]
    work, pay = (made.questionnaire.by_id[name] for name in ("life.work", "life.pay"))
    assert work.options is pay.options


def test_what_is_asked_often_is_written_once() -> None:
    assert json.dumps(to_tables(content(TOPIC))).count('"Do you work?"') == 1


def test_a_column_in_which_most_are_alike_is_short(shipped) -> None:
    tables = to_tables(shipped)
    private = [table["private"] for table in tables["items"]]
    said = [len(column["others"]) for column in private]
    assert sum(said) == sum(item.private for item in shipped.questionnaire.by_id.values()) > 0


def test_a_part_that_nobody_knows_how_to_keep_is_refused() -> None:
    made = content(TOPIC)
    fold: Any = ["a", "list"]
    rules = (made.rules[0]._replace(fold=fold),)
    with pytest.raises(TypeError, match="does not say how to keep"):
        to_tables(made._replace(rules=rules))


def test_a_wrong_kind_of_part_is_refused() -> None:
    made = content(TOPIC)
    (section,) = made.questionnaire.sections
    wrong: Any = "choise"
    items = (section.items[0]._replace(type=wrong), *section.items[1:])
    broken = made.questionnaire._replace(sections=(section._replace(items=items),))
    with pytest.raises(ValueError, match=ItemType.__name__):
        to_tables(made._replace(questionnaire=broken))


def test_the_number_of_the_shape_goes_up_with_every_table_and_column() -> None:
    kinds = {*COLUMNS, *ENTRIES.values(), *CONDITION_KINDS.values()}
    columns = sorted(f"{kind.__name__} {parts_of(kind)} {told(kind)}" for kind in kinds)
    shape = sha256("\n".join([*columns, *ENTRIES, *SAID]).encode()).hexdigest()[:8]
    assert (SHAPE, shape) == KEPT_NOW, (
        "count SHAPE in content/cache.py up, and write both down here"
    )


def told(kind: type) -> list[str]:
    """The columns of a table that are not plain, with the values a member may have."""
    parts = COLUMNS.get(kind, {}).items()
    return [
        f"{name} {one if isinstance(one, str) else [m.value for m in one]}" for name, one in parts
    ]
