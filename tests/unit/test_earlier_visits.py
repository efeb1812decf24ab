"""Several visits in a row: what the last one left open is filled from those before it."""

from typing import Any

import pytest

from pnet_prep.engine.again import to_ask, visit_day
from pnet_prep.engine.earlier import filled
from pnet_prep.engine.outcomes import outcomes
from pnet_prep.engine.picture import Picture, look
from pnet_prep.model.response import QuestionnaireResponse
from pnet_prep.model.values import DateSaid, ListMark, NonAnswer, Value
from tests.unit.made import EMPTY, LUIS, TODAY, content, removal, told
from tests.unit.test_again import FIRST, OTHER, PILL, TOPIC
from tests.unit.two_visits import Following, read_visit, shipped

SKIPPED = NonAnswer.SKIPPED
STILL = "pill.still", PILL


def visit(
    answers: dict[Any, Value], day: str, before: Picture | None = None
) -> tuple[Picture, QuestionnaireResponse]:
    """A visit as the one after it sees it, and its own answers alone."""
    own = told(answers, on=day)
    picture = look(content(TOPIC), own, TODAY, before)
    if before:
        picture = picture.with_response(filled(own, before.response, picture.ready))
    return picture, own


def seen_from_the_third(second: dict[Any, Value]) -> Picture:
    first, _ = visit(FIRST, "2026-05-01")
    return visit(second, "2026-08-01", first)[0]


def asked(earlier: Picture) -> list[tuple[str, str]]:
    return [*to_ask(earlier, earlier.content.questionnaire)]


EVERYTHING = ["symptom.pain.still", "symptom.gas.still", "pill.still", "pill.still", "who.still"]


@pytest.mark.parametrize("second", [{}, {STILL: SKIPPED}, {"symptom.gut": SKIPPED}])
def test_what_the_last_visit_left_open_is_asked_about_as_the_one_before_told_it(second):
    earlier = seen_from_the_third(second)
    assert [link_id for link_id, _ in asked(earlier)] == EVERYTHING
    told_then = Following(earlier).to("pill.still").notices
    assert any("40 mg" in one for one in told_then)


def test_how_bad_it_was_is_not_taken_from_two_visits_ago():
    earlier = seen_from_the_third({})
    assert not earlier.response.at("symptom.pain.worst")


def test_what_the_last_visit_said_wins():
    earlier = seen_from_the_third({STILL: "same", ("pill.name", PILL): "Omeprazole (new box)"})
    words = [answer.value for answer in earlier.response.at("pill.name", PILL)]
    assert words == ["Omeprazole (new box)"]


@pytest.mark.parametrize("mark", ["changed", "stopped"])
def test_old_details_of_what_changed_or_stopped_do_not_come_back(mark):
    earlier = seen_from_the_third({STILL: mark, ("pill.name", PILL): "Omeprazole"})
    assert not earlier.response.at("pill.dose", PILL)
    assert earlier.response.at("pill.dose", OTHER)


def test_what_stopped_two_visits_ago_stays_stopped():
    second = seen_from_the_third({STILL: "stopped", ("pill.name", PILL): "Omeprazole"})
    third = look(second.content, filled(EMPTY, second.response, second.ready), TODAY, second)
    assert STILL not in asked(third)
    assert ("pill.still", OTHER) in asked(third)


def test_a_symptom_that_stopped_is_not_asked_about_though_its_list_was_skipped():
    stopped: dict[Any, Value] = {"symptom.pain.still": "stopped", "symptom.gut": SKIPPED}
    assert ("symptom.pain.still", "") not in asked(seen_from_the_third(stopped))


def test_a_symptom_that_came_back_is_asked_about():
    second = seen_from_the_third({"symptom.pain.still": "stopped"})
    back = told({"symptom.gut": ("pain",)}, on="2026-10-01", into=second.response)
    assert ("symptom.pain.still", "") in asked(look(second.content, back, TODAY, second))


def test_what_was_taken_out_at_the_last_visit_does_not_come_back():
    first, _ = visit(FIRST, "2026-05-01")
    own = told({STILL: "same", ("pill.name", PILL): "Omeprazole"}, on="2026-08-01")
    own = own.with_answers((removal(own, "pill", PILL),))
    assert PILL not in filled(own, first.response, first.ready).entries("pill")


def test_a_list_that_was_complete_two_visits_ago_is_still_looked_over():
    earlier = seen_from_the_third({"symptom.gut": ("gas",)})
    assert earlier.response.at("kin")[0].value is ListMark.COMPLETE
    assert ("who.still", "") in asked(earlier)


def test_a_question_answered_two_visits_ago_stays_off_the_list_and_one_left_over_comes_first():
    first = read_visit("first.yaml")
    after = read_visit("first_after.yaml", None, first.response)
    second = read_visit("second.yaml", after)
    joined = second.with_response(filled(second.response, after.response, second.ready))
    assert outcomes(joined.response)["h1_family"] == "answered"
    third = look(shipped(), second.response, TODAY, joined)
    ids = [one.id for one in third.suggestions]
    assert "h1_family" in {one.id for one in look(shipped(), second.response, TODAY).suggestions}
    assert "h1_family" not in ids
    assert "h4" in ids[:3]
    assert any("not answered yet" in one.because for one in third.suggestions)


def test_the_day_of_the_last_visit_is_never_that_of_the_one_before():
    first = read_visit("first.yaml")
    undated = look(shipped(), told({"person.name": "Zoë"}, on="2026-08-01"), TODAY, first)
    joined = filled(undated.response, first.response, undated.ready)
    assert not joined.at("visit.date")
    assert visit_day(undated.with_response(joined)) == "23 November 2026"


def test_the_day_of_a_visit_is_the_patients_where_a_helper_tells_another():
    said = told({"visit.date": DateSaid("1 August", "2026-08-01")})
    both = told({"visit.date": DateSaid("8 August", "2026-08-08")}, by=LUIS, into=said)
    assert visit_day(look(shipped(), both, TODAY)) == "1 August 2026"


OLD: dict[Any, Value] = {
    "symptom.whole": ("tiredness",),
    "symptom.tiredness.onset": DateSaid("six weeks ago", "2026-03-20~"),
    "symptom.tiredness.pattern": ("comes_goes",),
    "symptom.tiredness.worst": 7,
    "symptom.tiredness.helps": "sleep",
}


@pytest.mark.parametrize(
    ("link_id", "shown"),
    [
        ("symptom.tiredness.onset", "about 20 March 2026"),
        ("symptom.tiredness.helps", "sleep"),
        ("symptom.tiredness.pattern", ("comes_goes",)),
        ("symptom.tiredness.worst", ""),
    ],
)
def test_the_old_answer_is_there_to_be_changed_but_never_how_bad_it_was(link_id, shown):
    talk = Following(look(shipped(), told(OLD, on="2026-05-01"), TODAY))
    talk.to("symptom.tiredness.still").choose("changed").to("symptom.whole").choose("tiredness")
    screen = talk.to(link_id).screen
    chosen = tuple(choice.id for choice in screen.choices if choice.chosen)
    assert (chosen or screen.current) == shown
    assert not talk.said(link_id)


def test_an_old_date_that_is_kept_means_the_day_it_meant_then():
    talk = Following(look(shipped(), told(OLD, on="2026-05-01"), TODAY))
    talk.to("symptom.tiredness.still").choose("changed").to("symptom.whole").choose("tiredness")
    talk.to("symptom.tiredness.onset").type(talk.screen.current)
    assert talk.said("symptom.tiredness.onset") == [DateSaid("about 20 March 2026", "2026-03-20~")]


@pytest.mark.parametrize("mark", ["same", "stopped"])
def test_nothing_is_there_to_be_changed_where_nothing_has_changed(mark):
    earlier = read_visit("first.yaml")
    talk = Following(earlier).to("medicine.still").choose(mark)
    offered = [
        screen
        for _ in range(12)
        if (screen := talk.skip().screen).current and talk.at.startswith("medicine.")
    ]
    assert not offered
