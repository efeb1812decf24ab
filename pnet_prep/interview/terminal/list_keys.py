"""The keys of a list. All of them: questionary's own are not kept."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.keys import Keys

from pnet_prep.engine.text import accept_line
from pnet_prep.interview.commands import SLASH
from pnet_prep.interview.terminal.burst import MOUSE, Burst
from pnet_prep.interview.terminal.list_state import Wish
from pnet_prep.model.interview import Back, Quit

if TYPE_CHECKING:
    from collections.abc import Callable

    from prompt_toolkit.key_binding import KeyPressEvent

    from pnet_prep.interview.terminal.list_prompt import ListPrompt

PAGE = 5
"""Lines that Page Up and Page Down move by."""

PAUSE = 1.5
"""Seconds after which letters no longer belong to the same word."""

SHOWN = 40
"""Letters that are said back of words that are no line of a list."""

MOVES = {
    "down": 1,
    "tab": 1,
    "c-n": 1,
    "up": -1,
    "c-p": -1,
    "pagedown": PAGE,
    "pageup": -PAGE,
    "end": 10_000,
    "home": -10_000,
}


def list_keys(prompt: ListPrompt) -> KeyBindings:
    """Bindings for everything that can be pressed; what is not named does nothing."""
    keys = KeyBindings()
    burst = Burst()
    last = 0.0
    _bind_moves(keys, prompt)
    _bind_leaving(keys, prompt)

    def bind(*names: str, does: Callable[[KeyPressEvent], str | None]) -> None:
        """A key that must be pressed by itself; it returns the id of what to say, if anything."""

        def pressed(event: KeyPressEvent) -> None:
            nonlocal last
            held = burst.holds(event)
            last = monotonic() if held else last
            word = prompt.state.pasted() if held else does(event)
            typed, most = prompt.state.word[:SHOWN], str(prompt.state.screen.at_most)
            prompt.panel.complain(word or "", count=most, typed=typed)

        for name in names:
            keys.add(name)(pressed)

    def enter(event: KeyPressEvent) -> str | None:
        result = prompt.state.enter()
        return result if isinstance(result, str) else event.app.exit(result=result)

    def spell(event: KeyPressEvent) -> str:
        if len(event.data) != 1 or not event.data.isprintable():
            return ""
        if paused() and not prompt.state.carries:
            prompt.state.word = ""
        return prompt.state.spell(event.data)

    def space(_: KeyPressEvent) -> str:
        paused()
        return prompt.state.tick()

    def paused() -> bool:
        """Whether the key before was pressed a while ago."""
        nonlocal last
        before, last = last, monotonic()
        return last - before > PAUSE

    bind("enter", "c-j", does=enter)
    bind(" ", does=space)
    bind("c-z", does=lambda event: event.app.suspend_to_background())
    bind("?", "f1", does=lambda event: event.app.exit(result=Wish.HELP))
    bind(SLASH, does=lambda event: event.app.exit(result=Wish.COMMAND))
    bind(Keys.Any, does=spell)
    bind(Keys.Backspace, does=lambda _: prompt.state.shorten())
    bind(Keys.BracketedPaste, does=lambda event: prompt.state.pasted(accept_line(event.data)))
    bind(*MOUSE, does=lambda _: prompt.state.pasted())
    return keys


def _bind_moves(keys: KeyBindings, prompt: ListPrompt) -> None:
    for name, step in MOVES.items():

        @keys.add(name)
        def move(_: KeyPressEvent, step: int = step) -> None:
            prompt.panel.complain("")
            prompt.move(step)


def _bind_leaving(keys: KeyBindings, prompt: ListPrompt) -> None:
    @keys.add("s-tab")
    def back(event: KeyPressEvent) -> None:
        if prompt.state.screen.can_go_back:
            event.app.exit(result=Back())
        else:
            prompt.panel.complain("command.first")

    @keys.add("c-c")
    @keys.add("c-d")
    @keys.add("<sigint>")
    def leave(event: KeyPressEvent) -> None:
        event.app.exit(result=Quit())
