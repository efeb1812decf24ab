"""Example patients who answer in quick mode, then the rest, or all of it from the start."""

from functools import cache
from pathlib import Path

from pnet_prep.content.answers_file import read_answers
from pnet_prep.content.load import load
from pnet_prep.interview.state import Mode, State
from pnet_prep.model.content import Content
from pnet_prep.model.questionnaire import Quick
from pnet_prep.model.response import Place, QuestionnaireResponse
from tests.system.scripted import play
from tests.unit.made import EMPTY, told
from tests.unit.written import NOW

CASES = Path(__file__).parents[1] / "cases"
PATIENTS = ("zoe", *(f"c{number}" for number in range(1, 11)))
AREAS = "symptom.areas"


@cache
def shipped() -> Content:
    return load()


@cache
def quick_run(name: str) -> State:
    """The end of a quick interview, with the top three left as they are."""
    return play(shipped(), wanted(name), quick=True)[1]


@cache
def full_run(name: str) -> State:
    """The end of a full interview from the start."""
    return play(shipped(), wanted(name))[1]


@cache
def full_after_quick(name: str) -> State:
    """The end of a full interview that goes on from the quick one."""
    return play(shipped(), wanted(name), quick_run(name).picture.response)[1]


def asked(state: State) -> list[Place]:
    """The places of all questions that were on the screen, in order."""
    return [spot.place for spot in state.trail if spot.mode is Mode.ASK]


def sayings(response: QuestionnaireResponse) -> set[tuple[object, ...]]:
    """Who said what to which question; entries of lists by their number, quick steps left out."""
    questionnaire = shipped().questionnaire
    numbers = {
        (group, entry): str(number)
        for group in questionnaire.lists
        for number, entry in enumerate(response.entries(group))
    }
    return {
        (a.item, numbers.get((questionnaire.list_of(a.item), a.entry), ""), a.value, a.typed)
        for a in response.shown
        if questionnaire.by_id[a.item].quick is not Quick.ONLY
    }


def wanted(name: str) -> QuestionnaireResponse:
    """The answers of an example patient, who also knows in which areas the signs are."""
    path = CASES / f"{name}.yaml"
    response = read_answers(path.read_bytes(), path.name, shipped(), NOW, EMPTY).response
    areas = tuple(
        option.id
        for option in shipped().questionnaire.by_id[AREAS].options
        if _has(response, f"symptom.{option.id}")
    )
    by = response.at("person.answering")[0].by
    return told({AREAS: areas or ("none",)}, by=by, into=response)


def _has(response: QuestionnaireResponse, link_id: str) -> bool:
    said = [answer.value for answer in response.at(link_id)]
    return bool(response.entries(link_id)) or any(
        isinstance(value, tuple) and value != ("none",) for value in said
    )
