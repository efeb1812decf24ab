"""However files of one visit are sent about and joined, all end with the same, and nothing is lost.

The laws are held against the program, and against fourteen wrong ways: each must break one.
"""

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pnet_prep.engine.joining import join
from pnet_prep.engine.record import answer_id, link, record
from pnet_prep.model.response import Answer, QuestionnaireResponse
from pnet_prep.model.values import ListMark, SameAs
from tests.longer import dice, times
from tests.unit.replicas import ACTS, SENDING, Rules, Step, broken_laws, send

PICKS = (st.integers(0, 2), st.integers(0, 2), st.integers(0, 3), st.integers(0, 2))


@pytest.mark.row("T7", "histories of three computers, each held to fourteen laws of joining")
@pytest.mark.parametrize("acts", [ACTS, SENDING], ids=["whole files", "files to send among them"])
def test_all_laws_of_joining_hold(acts, survived):
    @settings(max_examples=times(200), deadline=None)
    @given(st.lists(st.tuples(st.sampled_from(acts), *PICKS), max_size=25))
    def hold(steps):
        assert list(broken_laws(Rules(), steps)) == []
        survived()

    hold()


def history(rolled: Random) -> list[Step]:
    """Five to twenty-five steps, the same for the same seed."""
    roll = rolled.randrange
    return [
        (rolled.choice(SENDING), roll(3), roll(3), roll(4), roll(3)) for _ in range(roll(5, 26))
    ]


HISTORIES = [history(dice(seed)) for seed in range(times(300))]


def _latest(response: QuestionnaireResponse, key: Callable[[Answer], object]) -> set[str]:
    return set({key(answer): answer.id for answer in response.shown}.values())


def last_writer_wins(response):
    return tuple(a for a in response.shown if a.id in _latest(response, lambda a: a.place))


def last_of_each_person_wins(response):
    return tuple(a for a in response.shown if a.id in _latest(response, lambda a: (a.place, a.by)))


def removal_wins(response):
    out = {a.entry for a in response.answers if a.value is ListMark.REMOVED}
    return tuple(a for a in response.shown if a.entry not in out or a.value is ListMark.REMOVED)


def as_it_came(response):
    return tuple(a for a in response.answers if a.id not in response.gone)


def replacing_others(response, **said):
    made = record(response, **said)
    if made is None:
        return None
    there = response.at(said["item"], said["entry"])
    made = made._replace(replaces=tuple(sorted(a.id for a in there)))
    return made._replace(id=answer_id(made))


def numbered(response, **said):
    made = record(response, **said)
    return made and made._replace(id=f"{said['by']}-{len(response.answers)}")


def by_the_wall_clock(response, **said):
    made = record(response, **said)
    if made is None:
        return None
    made = made._replace(at=said["moment"].ms)
    return made._replace(id=answer_id(made))


def keeping_the_first(one, other):
    there = {answer.place for answer in one.answers}
    return join(one, QuestionnaireResponse(tuple(a for a in other.answers if a.place not in there)))


def losing_whose_it_is(one, other):
    united = join(one, other)
    own = {answer.id for answer in one.answers}
    return QuestionnaireResponse(
        tuple(a if a.id in own else a._replace(by=a.typed and "patient") for a in united.answers)
    )


def unsorted(one, other):
    return one.with_answers(a for a in other.answers if a not in one.answers)


def without_ids(response):
    return QuestionnaireResponse(send(response).answers)


def latest_word(response):
    both = {"e1", "e2"} <= {answer.entry for answer in response.standing}
    return both and bool(response.links) and response.links[-1].value.same


def any_yes(response):
    both = {"e1", "e2"} <= {answer.entry for answer in response.standing}
    return both and any(one.value.same for one in response.links)


def first_entry_alone(response):
    home = response._replace(answers=[a for a in response.answers if a.value != SameAs("e2")])
    entries = response.entries("list")
    return {a.id for e in entries for i in ("list.name", "list.dose") for a in home.at(i, e)}


def by_moving(response, **said):
    made = link(response, **said)
    moved = tuple(a.id for a in response.standing if a.entry == "e2")
    return made and _made_anew(made._replace(replaces=tuple(sorted({*made.replaces, *moved}))))


def _made_anew(answer):
    return answer._replace(id=answer_id(answer))


MUTANTS = {
    "the last word on two entries wins": (Rules(one=latest_word), "one as said"),
    "one yes is enough": (Rules(one=any_yes), "one as said"),
    "the second entry is hidden": (Rules(listed=first_entry_alone), "one hides nothing"),
    "a link replaces what it joins": (Rules(link=by_moving), "replaced by whom"),
    "last writer wins": (Rules(view=last_writer_wins), "shown or replaced"),
    "last of each person wins": (Rules(view=last_of_each_person_wins), "unseen is never hidden"),
    "others are replaced": (Rules(record=replacing_others), "replaced by whom"),
    "ids are numbers": (Rules(record=numbered), "attributed"),
    "the first is kept": (Rules(join=keeping_the_first), "monotone"),
    "removal wins": (Rules(view=removal_wins), "unseen is never hidden"),
    "shown as it came": (Rules(join=unsorted, view=as_it_came), "in any order"),
    "the wall clock": (Rules(record=by_the_wall_clock), "later"),
    "attribution is lost": (Rules(join=losing_whose_it_is), "attributed"),
    "no ids are sent": (Rules(send=without_ids), "sent as it is shown"),
}


def test_the_laws_hold_in_all_histories_that_the_mutants_meet():
    assert [laws for steps in HISTORIES if (laws := list(broken_laws(Rules(), steps)))] == []


@pytest.mark.row("T14", "wrong ways to join, each found out by a law")
@pytest.mark.parametrize("name", MUTANTS)
def test_every_way_to_get_it_wrong_breaks_its_law(name):
    rules, law = MUTANTS[name]
    assert any(law in broken_laws(rules, steps) for steps in HISTORIES)
