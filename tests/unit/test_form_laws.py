"""However downloads of forms go about, all computers end with the same, and with the last words."""

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pnet_prep.content.form_answers import read_form
from pnet_prep.engine.joining import brought, join
from pnet_prep.engine.record import record
from pnet_prep.errors import InputRefusedError
from pnet_prep.model.response import PATIENT, Moment, QuestionnaireResponse
from pnet_prep.model.values import ListMark, NonAnswer
from pnet_prep.store.lines import line_of
from tests.unit.browser_form import DAY_MS, BrowserForm
from tests.unit.made import PEOPLE, content

MADE = content(
    PEOPLE,
    """
section: life
title: Life
place: 20
items:
  - {id: life.a, type: text, text: How is it?}
  - {id: life.b, type: yes_no_unsure, text: Is it?}
  - id: list
    type: group
    repeats: yes
    text: What else?
    items:
      - {id: list.name, type: text, text: Which?}
      - {id: list.dose, type: text, text: How much?}
""",
)
EMPTY = QuestionnaireResponse(())
PLACES = (("life.a", ""), ("life.b", ""), ("list.name", "e" * 8), ("list.dose", "e" * 8))
VALUES = ("yes", "no", "", {"none": "not_sure"}, "more")
ACTS = ("say", "say", "say", "remove", "clock back", "clock on", "download", "download")

ACT = st.tuples(
    st.sampled_from(ACTS), st.integers(0, 1), st.integers(0, 3), st.integers(0, len(VALUES) - 1)
)


class Told:
    """Two forms, everything that was downloaded, and what stands in each form at the end."""

    def __init__(self, steps: list[tuple[str, int, int, int]]) -> None:
        self.forms = (BrowserForm("a" * 16), BrowserForm("b" * 16, "caregiver"))
        self.files: list[dict[str, Any]] = []
        for act, which, place, value in steps:
            form = self.forms[which]
            item, entry = PLACES[place]
            match act:
                case "say" if not form.gone(entry):
                    form.say(item, VALUES[value], entry)
                case "remove":
                    form.remove("list", "e" * 8)
                case "clock back":
                    form.clock -= 2 * DAY_MS
                case "clock on":
                    form.clock += 1_000
                case "download":
                    self.files.append(form.download())
        self.last = [form.download() for form in self.forms]
        self.files += self.last


def visit_of(*files: dict[str, Any]) -> QuestionnaireResponse:
    united = EMPTY
    for file in files:
        united = join(united, QuestionnaireResponse(read_form(file, MADE, "x").answers))
    return united


def what_stands(told: Told) -> set[tuple[object, ...]]:
    """What the two forms show at their end, as the answers that say it."""
    found: set[tuple[object, ...]] = set()
    for form, who in zip(told.forms, ("patient", "caregiver"), strict=True):
        for (item, entry), past in form.said.items():
            value = past[-1]["value"]
            sent_before = any(_read(item, one["value"]) for one in past[:-1])
            if form.gone(entry) or (value and not _read(item, value)):
                continue
            if value == "" and not sent_before:
                continue
            plain = NonAnswer.SKIPPED if value == "" else value
            found.add((who, item, entry, NonAnswer.NOT_SURE if plain == VALUES[3] else plain))
    return found


def _read(item: str, value: object) -> bool:
    return bool(value) and (item, value) != ("life.b", "more")


@settings(max_examples=150, deadline=None)
@given(steps=st.lists(ACT, max_size=25), data=st.data())
def test_all_orders_end_with_the_same_on_every_computer(steps, data):
    told = Told(steps)
    orders = [data.draw(st.permutations(told.files)) for _ in range(3)]
    replicas = [visit_of(*order, *order[:2]) for order in orders]
    for one in replicas:
        assert one == replicas[0]
        assert one.shown == replicas[0].shown
    # The last download of each form holds all that its earlier ones held.
    assert visit_of(*told.last) == replicas[0]
    for file in told.files:
        assert not any(brought(replicas[0], visit_of(file)))


@settings(max_examples=150, deadline=None)
@given(steps=st.lists(ACT, max_size=25))
def test_what_is_shown_is_what_stands_in_the_forms(steps):
    told = Told(steps)
    united = visit_of(*told.files)
    shown = {
        ("patient" if a.by == PATIENT else "caregiver", a.item, a.entry, a.value)
        for a in united.shown
        if not a.item.startswith("helper.") and a.value is not ListMark.REMOVED
    }
    # An option that is not known replaces nothing: what was said before it stands.
    known = {one for one in shown if one[1] != "life.b"}
    assert known == {one for one in what_stands(told) if one[1] != "life.b"}
    assert {one for one in what_stands(told) if one[1] == "life.b"} <= shown
    for answer in united.answers:
        held = {one.id: one for one in united.answers}
        assert all(held[old].by == answer.by for old in answer.replaces)
        assert all(held[old].at < answer.at for old in answer.replaces)


@pytest.mark.parametrize("value", ["yes", "no"])
def test_a_form_hides_nothing_that_was_said_elsewhere(value):
    here = EMPTY
    for by in (PATIENT, "luisbbbb"):
        made = record(
            here,
            item="life.a",
            entry="",
            value="yes",
            by=by,
            typed=by,
            moment=Moment(1, "2026-11-23", by),
        )
        assert made is not None
        here = here.with_answers((made,))
    for who in ("patient", "caregiver", "together"):
        form = BrowserForm(who=who)
        form.say("life.a", value)
        united = join(here, visit_of(form.download()))
        assert set(here.shown) <= set(united.shown)
        assert len(united.at("life.a")) == 3


ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda parts: st.lists(parts, max_size=3) | st.dictionaries(st.text(max_size=8), parts),
    max_leaves=8,
)
KEYS = ("pnet-prep", "format", "visit", "form", "as", "person", "answers")
PARTS = ("item", "entry", "value", "at", "on", "earlier", "removed")


@settings(max_examples=120, deadline=None)
@given(key=st.sampled_from(KEYS), part=st.sampled_from(PARTS), bad=ANY, where=st.integers(0, 2))
def test_whatever_stands_in_a_file_it_is_read_or_refused(key, part, bad, where):
    form = BrowserForm(who="caregiver")
    form.say("life.a", "yes")
    form.say("list.name", "one", "e" * 8)
    plain = form.download()
    if where == 0:
        plain[key] = bad
    elif where == 1:
        plain["answers"][0][part] = bad
    else:
        plain["answers"][1]["earlier"] = [{"value": "x", "at": 1, part: bad}]
    with suppress(InputRefusedError):
        assert all(map(line_of, read_form(plain, MADE, "x").answers))
