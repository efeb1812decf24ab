"""Made-up people at the keyboard: what they do rests on a seed and on what they are asked."""

from random import Random

from pnet_prep.interview.alone import NOT_NOW
from pnet_prep.interview.asides import NEITHER
from pnet_prep.interview.lists import ADD, COMPLETE
from pnet_prep.interview.speakers import chosen_as
from pnet_prep.interview.state import Mode
from pnet_prep.model.interview import (
    Ask,
    Back,
    Chosen,
    Event,
    Given,
    GoTo,
    Later,
    Passed,
    Screen,
    Speaker,
)
from pnet_prep.model.questionnaire import ItemType, Recognise
from pnet_prep.model.values import NonAnswer
from tests.unit.talk import Talk

WORDS = (
    "after meals",
    "<b>bold</b> & {name}",
    "{symptoms} {",
    "\x1b[31mred\x07",
    "\u202eright to left",
    "two\nlines",
    "/back",
    "#panic() $x$ [a](b)",
    "Ünïcödé 😀",
)
NAMES = ("omeprazole", "omeprazol", "Sandostatin LAR 20 mg", "{medicine}", "the small white one")
DATES = ("May 2026", "3/4/25", "three weeks ago", "2019", "when I was 40", "after the wedding")
NUMBERS = ("0", "7", "10", "3")
AMOUNTS = ("55 mg/dL", "3,1", "very low", "12")
ASIDES: tuple[Event, ...] = (
    Back(),
    Back(),
    Speaker(),
    GoTo("review"),
    GoTo("parts"),
    GoTo("questions"),
    Later(),
)


def reply(talk: Talk, seed: str) -> Event:
    """What this person does here: always the same on the same screen with the same list."""
    listed = len(talk.response.entries(talk.place[0]))
    random = Random(f"{seed} {talk.mode} {talk.place} {listed}")
    screen = talk.screen
    match talk.mode:
        case Mode.ASK if screen.enter or any(choice.id == ADD for choice in screen.choices):
            return _at_list(random, screen, listed)
        case Mode.ADD if listed >= 2:
            return Given("") if screen.ask is Ask.LINE else Chosen((COMPLETE,))
        case Mode.ADD:
            named = tuple(choice for choice in screen.choices if choice.id != COMPLETE)
            return answer(random, talk, screen._replace(choices=named))
        case Mode.ALONE:
            return Chosen((NOT_NOW,))
        case Mode.PARTS:
            return Chosen((screen.enter,))
        case Mode.WHO:
            return Chosen((chosen_as(talk.state.asker),))
        case Mode.REVIEW:
            return Chosen((screen.choices[0].id,))
        case Mode.EITHER:
            # A name that is typed again would be guessed at again, without end.
            choices = [one.id for one in screen.choices if one.id != NEITHER or _kept(talk)]
            return Chosen((random.choice(choices),))
        case _ if screen.non_answers and random.random() < 0.2:
            events: list[Event] = [Later(), *map(Passed, screen.non_answers)]
            return random.choice(events)
        case _:
            return answer(random, talk, screen)


def stray(random: Random, talk: Talk) -> Event:
    """Anything a person can do on a screen, in any order."""
    screen = talk.screen
    if random.random() < 0.3:
        return random.choice(ASIDES)
    if screen.non_answers and random.random() < 0.2:
        return Passed(random.choice(screen.non_answers))
    return answer(random, talk, screen)


def answer(random: Random, talk: Talk, screen: Screen) -> Event:
    """One of the answers that the screen offers, or some words."""
    ids = [choice.id for choice in screen.choices]
    match screen.ask:
        case Ask.NOTHING:
            return Chosen(())
        case Ask.ONE if screen.words_too and random.random() < 0.3:
            return Given(random.choice(WORDS))
        case Ask.ONE:
            return Chosen((random.choice(ids),))
        case Ask.MANY:
            count = random.randint(1, min(screen.at_most or 3, len(ids))) if ids else 0
            picked = random.sample(ids, count)
            alone = [one for one in picked if one in screen.exclusive]
            return Chosen(tuple(alone[:1] or picked))
        case Ask.LINE | Ask.LONG:
            return Given(_line(random, talk))


def _at_list(random: Random, screen: Screen, listed: int) -> Event:
    if listed == 0 and random.random() < 0.3:
        nothing: list[Event] = [Passed(NonAnswer.NOT_SURE), Chosen((COMPLETE,))]
        return random.choice(nothing)
    if listed < 2 and random.random() < 0.8:
        return Chosen((ADD,))
    return Chosen((screen.choices[1].id,))


def _line(random: Random, talk: Talk) -> str:
    item = talk.state.picture.content.questionnaire.by_id[talk.place[0]]
    naming = item.items[0] if item.items else item
    match naming.type:
        case ItemType.DATE:
            return random.choice(DATES)
        case ItemType.SCALE_0_10 | ItemType.INTEGER:
            return random.choice(NUMBERS)
        case ItemType.QUANTITY:
            return random.choice(AMOUNTS)
        case _:
            return random.choice(NAMES if naming.recognise is Recognise.MEDICINES else WORDS)


def _kept(talk: Talk) -> bool:
    return not isinstance(talk.state.spot.either[0], str)
