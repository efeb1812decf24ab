"""Every shipped question on terminals of three sizes: all of it can be read, and the keys too."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest

from pnet_prep.content.load import load
from pnet_prep.engine.flow import Asker, Step
from pnet_prep.engine.picture import look
from pnet_prep.interview.answering import rows
from pnet_prep.interview.lists import adding, list_screen
from pnet_prep.interview.questions import question
from pnet_prep.interview.state import Mode, Spot, State
from pnet_prep.model.interview import Ask, Screen
from pnet_prep.model.questionnaire import Item, ItemType, Section
from tests.unit.drawn import frames
from tests.unit.keyboard import DOWN, ENTER
from tests.unit.made import EMPTY, MARIA
from tests.unit.screens import shipped_words

WORDS = shipped_words()
SIZES = [(24, 80), (15, 40), (10, 30)]
FULLEST = 12
"""Questions of a kind that are looked at in every size."""

POINTER = " ❯ "
PAUSE = WORDS["key.go_on"]
HINTS = {kind: WORDS[f"key.hints.{kind.value}"].split(" · ") for kind in Ask}
SHORT = {kind: WORDS[f"key.hints.{kind.value}.short"].split(" · ") for kind in Ask}
ALL = 300
"""Room for all questions: the last test says when they have become more."""


@cache
def screens() -> tuple[Screen, ...]:
    """Every question as its screen stands in the middle of a visit, with a caregiver there."""
    content = load()
    asker = Asker(MARIA, MARIA, MARIA)
    parts = frozenset(section.id for section in content.questionnaire.sections)
    picture = look(content, EMPTY, date(2026, 11, 23))
    start = Spot(Mode.ASK)
    state = State(picture, asker, start, trail=(start,), parts_told=parts)
    found = (
        screen
        for section in content.questionnaire.sections
        for item in section.items
        for screen in _screens(state, section, item, None)
    )
    # The symptoms share a card, whose questions need to be looked at once.
    return tuple({(one.ask, one.text, one.choices): one for one in found}.values())


def _screens(state: State, section: Section, item: Item, group: Item | None) -> Iterator[Screen]:
    step = Step(item, "", section, group)
    if item.repeats:
        yield list_screen(state, step)
        yield adding(state, step)
    elif item.type not in {ItemType.GROUP, ItemType.DISPLAY}:
        yield question(state, step)
    for child in item.items:
        yield from _screens(state, section, child, item)


def whole(rows_shown: list[str]) -> str:
    return " ".join(" ".join(rows_shown).split())


def from_pointer_on(shown: list[str]) -> str:
    """What stands from the line pointed at downward, its rows put together at the spaces."""
    start = next(i for i, row in enumerate(shown) if row.startswith(POINTER))
    first = re.sub(r"^ ❯ (\[.\] )?", "", shown[start])
    return whole([re.sub(r"\s+[\^v]$", "", row) for row in (first, *shown[start + 1 :])])


def drawn(screen: Screen, height: int, width: int, keys: list[str]) -> list[list[str]]:
    """What is drawn for the question itself; one too long for the screen is told before it."""
    first = frames(screen, height, width, [])[0]
    assert whole([screen.text]) in whole(first)
    if PAUSE in whole(first):
        assert (height, width) == SIZES[-1]
        return [one for one in frames(screen, height, width, [ENTER, *keys]) if told(one, screen)]
    found = frames(screen, height, width, keys)
    for shown in found:
        assert whole([screen.text]) in whole(shown)
    return found


def told(shown: list[str], screen: Screen) -> bool:
    """Whether the list stands there, and not the question that is told before it."""
    return SHORT[screen.ask][0] in whole(shown)


def fullest() -> list[Screen]:
    """The questions that need the most room, of each kind: where they fit, the others do."""
    wanted: dict[Ask, list[Screen]] = {}
    for screen in sorted(screens(), key=lambda one: -len(one.text + one.heading)):
        wanted.setdefault(screen.ask, []).append(screen)
    return [screen for kind in wanted.values() for screen in kind[:FULLEST]]


@pytest.mark.parametrize(("height", "width"), SIZES)
def test_label_pointer_and_keys_of_the_fullest_questions_are_on_the_screen(height, width):
    for screen in fullest():
        listed = screen.ask in {Ask.ONE, Ask.MANY}
        found = drawn(screen, height, width, [DOWN] if listed else ["x"])
        for shown in found:
            hints = HINTS[screen.ask], SHORT[screen.ask]
            assert any(all(hint in whole(shown) for hint in one) for one in hints), shown
            assert max(map(len, shown)) <= width
        assert any(row.startswith(POINTER) for row in found[-1]), found[-1]


@pytest.mark.parametrize("first", range(0, ALL, 50))
def test_no_choice_of_any_list_is_cut_on_the_smallest_terminal(first):
    for screen in screens()[first : first + 50]:
        if screen.ask in {Ask.ONE, Ask.MANY}:
            texts = list(rows(screen, WORDS).values())
            found = drawn(screen, *SIZES[-1], [DOWN] * len(texts))
            assert len(found) == len(texts) + 1
            assert all(SHORT[screen.ask][0] in whole(shown) for shown in found)
            for shown, text in zip(found[1:], texts, strict=True):
                assert from_pointer_on(shown).startswith(whole([text]))


def test_these_are_all_the_questions_there_are():
    assert 200 < len(screens()) <= ALL
