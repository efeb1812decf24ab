"""Quick mode: about six minutes, page 1 is filled, and the full interview goes on from there."""

import pytest

from pnet_prep.engine.flow import answered
from pnet_prep.engine.lengths import seconds_of
from pnet_prep.engine.sheet import sheet
from pnet_prep.interview.speakers import chosen_as
from pnet_prep.interview.state import Mode, State
from pnet_prep.model.checklist import Sheet
from pnet_prep.model.questionnaire import Item, ItemType, Quick
from pnet_prep.model.values import NonAnswer
from tests.system.scripted import play
from tests.unit.made import told
from tests.unit.quick_run import (
    AREAS,
    PATIENTS,
    asked,
    full_after_quick,
    full_run,
    quick_run,
    sayings,
    shipped,
)
from tests.unit.talk import Talk
from tests.unit.two_visits import Following, read_visit

PANELS = ("medicines", "allergies", "family", "done")
BEGAN, WORST = 0, 2


def by_id(link_id: str) -> Item:
    return shipped().questionnaire.by_id[link_id]


def seconds(state: State) -> int:
    """What everything takes that was asked, and choosing the top three."""
    return sum(step.seconds for step in state.steps()) + seconds_of(by_id("wish.top"))


def test_quick_mode_takes_six_minutes_where_there_is_little_to_tell():
    state = Talk(shipped(), quick=True).state
    assert seconds(state) <= 360
    assert len(state.steps()) <= 27
    assert state.minutes() == 6
    assert 13 <= Talk(shipped()).state.minutes() <= 17


def test_first_screen_names_the_minutes_that_were_worked_out():
    full, quick = Talk(shipped()), Talk(shipped(), quick=True)
    assert f"about {full.state.minutes()} minutes" in full.notices[0]
    assert f"About {quick.state.minutes()} minutes" in full.notices[1]
    assert f"about {quick.state.minutes()} minutes" in quick.notices[0]


def is_symptom(link_id: str) -> bool:
    return link_id.startswith("symptom.") and by_id(link_id).type is ItemType.GROUP


def detail(group: str, *, quick: bool) -> int:
    """The seconds that one more entry of a list takes, its name too."""
    return sum(
        seconds_of(item)
        for item in by_id(group).items
        if not (item.again or item.when) and (item.quick is Quick.YES or not quick)
    )


def test_symptoms_and_medicines_take_as_long_as_the_first_screen_says():
    """Half a minute each in quick mode, a minute or two in full; low sugar alone takes longer."""
    named = ["medicine", *(name for name in shipped().questionnaire.by_id if is_symptom(name))]
    assert len(named) > 40
    assert all(20 <= detail(name, quick=True) <= 45 for name in named)
    longest = [name for name in named if not 45 <= detail(name, quick=False) <= 140]
    assert longest == ["symptom.low_sugar"]


def groups(page: Sheet) -> dict[str, object]:
    """The groups of cells on page 1 that quick mode has to fill, those that are filled."""
    words = shipped().words
    found: dict[str, object] = {"visit": len(page.facts) > 1 + page.named, "top": len(page.top)}
    for row in page.symptoms:
        found |= {f"{row.name} {place}": row.cells[place] for place in (BEGAN, WORST)}
    for panel in PANELS:
        label = words[f"sheet.panel.{panel}"]
        found[panel] = any(fact.label.startswith(label) for fact in page.panels)
    return {key: value for key, value in found.items() if value}


def test_visit_and_names_stand_on_page_1_after_quick_mode():
    page = sheet(quick_run("zoe").picture)
    assert page.facts[0] == "Zoë Nuñez"
    for word in ("Dr. A. Rivera", "1 December 2026", "First visit", "20 minutes"):
        assert word in page.facts[1]
    assert "sugar drop" in page.facts[2]
    assert quick_run("zoe").picture.response.entries("helper")


@pytest.mark.parametrize("name", PATIENTS)
def test_quick_mode_fills_page_1_and_the_full_interview_goes_on_from_it(name):
    quick, full, after = quick_run(name), full_run(name), full_after_quick(name)
    assert len(quick.steps()) <= {"c1": 33, "zoe": 45}.get(name, 39)
    assert 6 * 60 <= seconds(quick) <= 10 * 60
    assert 16 * 60 <= seconds(full) <= 28 * 60
    assert groups(sheet(quick.picture)) == groups(sheet(full.picture))
    raised = [one.id for one in quick.picture.suggestions]
    top = {one.id for one in full.picture.suggestions[:3]}
    assert len(top & set(raised[:3])) >= 2
    assert top <= set(raised[:9])  # so many are offered for the top three
    # Going on asks nothing twice, keeps every answer as it is, and ends like all of it at once.
    before, later = quick.picture.response, after.picture.response
    assert {answer.place for answer in before.shown}.isdisjoint(asked(after))
    assert len(set(asked(after))) > 40
    assert later.answers[: len(before.answers)] == before.answers
    assert set(before.shown) <= set(later.shown)
    assert sayings(later) == sayings(full.picture.response)


@pytest.mark.parametrize("run", [quick_run, full_run])
@pytest.mark.parametrize("group", ["medicine", "family"])
def test_all_names_of_a_list_are_taken_before_any_detail(run, group):
    response = run("zoe").picture.response
    names = by_id(group).items[0].link_id
    given = [a.item == names for a in response.shown if a.entry in response.entries(group)]
    assert given == sorted(given, reverse=True)
    assert given.count(True) == 2 < len(given)


def test_home_screen_after_quick_mode_says_what_is_left_without_urging():
    response = quick_run("zoe").picture.response
    words = shipped().words
    home = Talk(shipped(), response, home=True)
    home.choose(chosen_as(home.state.asker))
    assert home.mode is Mode.PARTS
    assert words["parts.ready"] in home.notices
    lines = [choice.text for choice in home.screen.choices]
    assert "Signs that should not wait: done" in lines
    assert any(line.startswith("Symptoms: started") for line in lines)
    assert any(line.startswith("Medicines and allergies: started") for line in lines)


def test_quick_mode_ends_with_the_parts_that_have_more_to_tell():
    response = quick_run("c1").picture.response
    home = Talk(shipped(), response, home=True, quick=True)
    assert home.notices[0].endswith(
        "The visit; Symptoms; Medicines and allergies; Family; Other health matters; "
        "Tests and treatment; Life, wishes and own questions; Only for me."
    )
    assert "pnet-prep start" in home.notices[1]


def test_nothing_is_said_of_more_to_tell_before_page_1_is_filled_or_once_all_is_told():
    begun = told({"person.answering": "patient", "person.name": "Zoë"})
    done = full_after_quick("c1").picture.response
    for response in (begun, done):
        assert Talk(shipped(), response, home=True).notices == []


@pytest.mark.parametrize(
    ("chosen", "lists"),
    [
        (("belly", "own"), ["symptom.belly", "symptom.own"]),
        (("none",), []),
        (NonAnswer.SKIPPED, []),
        (NonAnswer.NOT_SURE, 7),
    ],
)
def test_quick_mode_opens_the_lists_of_the_chosen_areas(chosen, lists):
    state = Talk(shipped(), told({"person.answering": "patient", AREAS: chosen}), quick=True).state
    found = [s.item.link_id for s in state.steps() if s.item.link_id.startswith("symptom.")]
    assert (found[1:] if isinstance(lists, list) else len(found) - 1) == lists


def test_full_interview_never_asks_for_the_areas():
    end = full_run("c1")
    assert AREAS not in {link_id for link_id, _ in asked(end)}
    assert all(answered(step, end.picture.response) for step in end.steps())


def test_quick_mode_after_an_earlier_visit_goes_on_in_full_without_asking_twice():
    earlier = read_visit("first.yaml")
    wanted = told({AREAS: ("stool", "whole")}, into=read_visit("second.yaml", earlier).response)
    quick = play(shipped(), wanted, quick=True, earlier=earlier)[1]
    full = play(shipped(), wanted, earlier=earlier)[1]
    after = play(shipped(), wanted, quick.picture.response, earlier=earlier)[1]
    assert groups(sheet(quick.picture)) == groups(sheet(full.picture))
    assert {answer.place for answer in quick.picture.response.shown}.isdisjoint(asked(after))
    assert sayings(after.picture.response) == sayings(full.picture.response)
    assert len(quick.steps()) < len(full.steps()) / 2


def test_areas_are_not_asked_for_once_the_full_interview_asked_all_of_their_lists():
    full = full_run("c1").picture.response
    state = Talk(shipped(), full, quick=True).state
    assert all(step.item.link_id != AREAS for step in state.steps())


@pytest.mark.parametrize(("still", "opened"), [("same", True), ("stopped", False)])
def test_what_is_still_there_since_the_last_visit_opens_its_list_by_itself(still, opened):
    said = {"person.answering": "patient", "symptom.diarrhea.still": still, AREAS: ("none",)}
    talk = Following(read_visit("first.yaml"), told(said))
    places = {step.item.link_id for step in talk.state._replace(quick=True).steps()}
    assert ("symptom.stool" in places) is opened
    assert "symptom.belly" not in places
