"""From any question all the way back and forward again with Enter alone: nothing changes."""

from functools import cache

import pytest

from pnet_prep.content.load import load
from pnet_prep.interview.commands import Aside
from pnet_prep.interview.lists import COMPLETE
from pnet_prep.interview.state import Mode, Spot
from pnet_prep.interview.terminal.list_state import ListState, Wish
from pnet_prep.interview.terminal.text_state import TextState
from pnet_prep.model.content import Content
from pnet_prep.model.interview import Ask, Back, Chosen, Event, Given, Later, Passed, Quit, Screen
from pnet_prep.model.values import NonAnswer
from pnet_prep.store.lines import line_of
from tests.longer import dice
from tests.unit.screens import shipped_words
from tests.unit.talk import Talk
from tests.unit.wandering import reply

WORDS = shipped_words()
LONGEST = 400
EVERY = 9
"""Questions between two from which somebody goes back: each way back is walked whole."""


@cache
def shipped() -> Content:
    return load()


def enter(screen: Screen) -> Event:
    """What the Enter key alone gives on a screen of the rich terminal."""
    if screen.ask in {Ask.LINE, Ask.LONG}:
        field = TextState.of(screen, WORDS)
        typed = field.enter(field.written)
        assert typed is not None
        assert not isinstance(typed, Aside)
        return typed
    given = ListState.of(screen, WORDS).enter()
    if given is Wish.OWN_WORDS:  # the field for own words opens with the earlier ones in it
        return Given(screen.current)
    assert not isinstance(given, (str, Wish)), (given, screen)
    return given


def kept(talk: Talk) -> list[bytes]:
    return [line_of(answer) for answer in talk.response.answers]


@pytest.mark.parametrize("seed", ["back 1", "back 2", "back 3 quick", "back 4"])
def test_all_the_way_back_and_forward_with_enter_keeps_every_byte(seed):
    random = dice(seed)
    talk = Talk(shipped(), quick=seed.endswith("quick"))
    walked = 0
    for number in range(LONGEST):
        if talk.mode is Mode.DONE:
            break
        if talk.mode is Mode.ASK and number % EVERY == random.randrange(EVERY):
            there_and_back(talk)
            walked += 1
        event = reply(talk, seed)
        # What is left for later stays open, and Enter goes no further than that.
        talk.do(Passed(NonAnswer.SKIPPED) if isinstance(event, Later) else event)
    assert talk.do(Quit()).state.left
    assert walked > 2


def there_and_back(talk: Talk) -> None:
    here, before = talk.place, kept(talk)
    while talk.screen.can_go_back and talk.state.trail:
        talk.do(Back())
        if talk.screen.notices and talk.screen.notices[0].text == WORDS["back.first"]:
            break
    assert talk.at == "person.answering"
    for _ in range(LONGEST):
        if (talk.mode, talk.place) == (Mode.ASK, here):
            break
        talk.do(enter(talk.screen))
    assert talk.place == here
    assert kept(talk) == before


@pytest.mark.parametrize(
    "said", [Chosen((COMPLETE,)), Passed(NonAnswer.NOT_SURE), Passed(NonAnswer.SKIPPED)]
)
def test_a_list_of_nothing_is_kept_with_enter_too(said):
    talk = Talk(shipped()).each("patient")
    talk.state = talk.state.to(Spot(Mode.ASK, ("supplement", "")))
    before = kept(talk.do(said))
    talk.do(Back())
    assert enter(talk.screen) == said
    assert kept(talk.do(said)) == before
