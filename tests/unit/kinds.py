"""One screen of every kind the interview can show: a new kind needs a row here, and no more.

Kinds of questions come from the shipped questionnaire, the fullest question of each type of item,
so that a new type is covered by itself. What stands beside the questions is a row of `_beside`.
"""

from collections.abc import Iterator
from datetime import date
from functools import cache

from pnet_prep.engine.dropped import KNOWING, WHY
from pnet_prep.engine.flow import Asker, Step
from pnet_prep.engine.picture import look
from pnet_prep.interview.pasted import EACH
from pnet_prep.interview.questions import question
from pnet_prep.interview.screens import screen
from pnet_prep.interview.state import Mode, Spot, State
from pnet_prep.model.interview import Ask, Choice, Notice, Screen
from pnet_prep.model.prompt_list import SuggestedQuestion
from pnet_prep.model.questionnaire import Item, ItemType
from pnet_prep.model.response import HELPERS
from pnet_prep.model.values import NonAnswer
from tests.unit.made import EMPTY, MARIA, told
from tests.unit.talk import Talk
from tests.unit.two_visits import Following, read_visit, shipped

OF_LISTS = {ItemType.GROUP, ItemType.DISPLAY}
"""Items that are no question by themselves; the screens of lists are rows of `_beside`."""

SCRIPTS = Screen(
    Ask.ONE,
    "山田さんは今どこが痛みますか。 שלום, מה שלומך היום? Zoë, Ọ̀ṣun?",
    heading="نمی‌خواهم",
    choices=(
        Choice("wide", "おなかの右上が食後に痛くなり、夜になるとひどくなることが多いです"),
        Choice("right_to_left", "כאב בטן אחרי הארוחה, ולפעמים גם בלילה לפני השינה"),
        Choice("combining", "ọ̀rọ̀ x̂ŷ " * 12 + "end"),
        Choice("emoji", "👩🏽‍⚕️ 👨‍👩‍👧 🇩🇪 " * 5 + "end", chosen=True),
        Choice("turned around", "turned \u202e around"),
    ),
    words_too=True,
    non_answers=tuple(NonAnswer),
)
PAUSE = Screen(Ask.NOTHING, "That was all. You can stop here.", notices=(Notice("Saved."),))


@cache
def kinds() -> dict[str, Screen]:
    """Every kind by its name."""
    beside = {name: screen(state) for name, state in _beside().items()}
    return {**_questions(), **beside, **_answered(), "many scripts": SCRIPTS, "pause": PAUSE}


def states() -> dict[str, State]:
    """Where an interview stands in the rows beside the questions."""
    return _beside()


def modes() -> set[Mode]:
    """All that the rows beside the questions show."""
    return {state.spot.mode for state in _beside().values()}


def listed() -> list[str]:
    """The kinds that are answered by moving to a line."""
    return [name for name, one in kinds().items() if one.ask in {Ask.ONE, Ask.MANY}]


def typed() -> list[str]:
    """The kinds that are answered by typing."""
    return [name for name, one in kinds().items() if one.ask in {Ask.LINE, Ask.LONG}]


def _questions() -> dict[str, Screen]:
    """The fullest question of each type, in the middle of a visit with a caregiver there."""
    sections = shipped().questionnaire.sections
    start = Spot(Mode.ASK)
    state = State(
        look(shipped(), EMPTY, date(2026, 11, 23)),
        Asker(MARIA, MARIA, MARIA),
        start,
        trail=(start,),
        parts_told=frozenset(section.id for section in sections),
    )
    found: dict[ItemType, list[Screen]] = {kind: [] for kind in ItemType if kind not in OF_LISTS}
    for section in sections:
        for item, group in _items(section.items, None):
            if item.type in found:
                found[item.type].append(question(state, Step(item, "", section, group)))
    return {kind.value: max(some, key=_fullness) for kind, some in found.items()}


def _items(some: tuple[Item, ...], group: Item | None) -> Iterator[tuple[Item, Item | None]]:
    for item in some:
        yield item, group
        yield from _items(item.items, item)


def _fullness(one: Screen) -> int:
    return len(one.heading + one.text) + sum(len(choice.text) for choice in one.choices)


@cache
def _beside() -> dict[str, State]:
    """Where an interview with a helper there can stand beside its questions."""
    helper = Talk(shipped()).each("caregiver").type("Maria").each("mother")
    visit = Talk(shipped(), read_visit("first.yaml", into=helper.response).response)
    pills = visit.response.entries("medicine")
    adding = Spot(Mode.ADD, ("medicine", ""))
    long = max((one for one in visit.state.picture.suggestions if not one.own), key=_words).id

    def at(spot: Spot) -> Talk:
        return _talk(visit.state.to(spot))

    places = {
        "home": Spot(Mode.PARTS),
        "review": Spot(Mode.REVIEW),
        "top three": Spot(Mode.TOP),
        "all questions": Spot(Mode.QUESTIONS),
        "off the list": Spot(Mode.DROP, (WHY, long)),
        "off the list, with a sign": Spot(Mode.DROP, (KNOWING, long)),
        "back on the list": Spot(Mode.BRING_BACK, (WHY, long)),
        "copy for oneself": Spot(Mode.COPY),
        "who answers now": Spot(Mode.WHO),
        "patient alone": Spot(Mode.ALONE),
        "left for whom": Spot(Mode.LATER, ("visit.reason", "")),
        "list without entries": Spot(Mode.ASK, ("supplement", "")),
        "list with entries": Spot(Mode.ASK, ("medicine", "")),
        "change or take out": Spot(Mode.ENTRY, ("medicine", pills[0])),
        "names of a list": adding,
        "kinds of a list": Spot(Mode.ADD, ("family", "")),
    }
    earlier = read_visit("first.yaml")
    talks = {
        "who answers": Talk(shipped()),
        "which day": at(Spot(Mode.ASK, ("visit.date", ""))).type("3/4/25"),
        "which medicine": at(adding).type("metformine"),
        "pasted list": at(adding).type(PASTED),
        "pasted row": at(adding).type(PASTED).choose(EACH),
        "still the same": Following(earlier).to("symptom.diarrhea.still"),
        "look over": Following(earlier).to("condition.still"),
    }
    name = visit.response.at("medicine.name", pills[0])[0].value
    (maria,) = helper.response.entries(HELPERS)
    twice = told({("medicine.name", "pills002"): name}, by=maria, into=visit.response)
    same = Spot(Mode.SAME, ("medicine", pills[0]), typed="pills002")
    talks["two of one name"] = _talk(Talk(shipped(), twice).state.to(same))
    found = {name: at(spot).state for name, spot in places.items()}
    return found | {name: talk.state for name, talk in talks.items()}


def _words(one: SuggestedQuestion) -> int:
    return len(one.text)


PASTED = "- zinc 5 mg at night\n- iron\n- insulin 10 U"


def _talk(state: State) -> Talk:
    talk = Talk(shipped(), state.picture.response)
    talk.state = state
    return talk


def _answered() -> dict[str, Screen]:
    """Questions that were answered before."""
    asked = _questions()
    long = "First line.\n/slash\n" + "word " * 60
    some = asked["choice"].choices
    ticked = asked["choices"].choices
    return {
        "choice answered": asked["choice"]._replace(
            choices=(some[0], some[1]._replace(chosen=True), *some[2:])
        ),
        "choices answered": asked["choices"]._replace(
            choices=(ticked[0]._replace(chosen=True), *ticked[1:])
        ),
        "own words answered": asked["open_choice"]._replace(current="at 山田's, כאב"),
        "text answered": asked["text"]._replace(current="Zoe\u0308 \u202e 山田"),
        "long text answered": asked["long_text"]._replace(current=long),
        "not sure answered": asked["date"]._replace(current="Not sure"),
    }
