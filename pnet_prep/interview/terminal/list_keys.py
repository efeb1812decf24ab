"""The keys of a list. All of them: questionary's own are not kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.keys import Keys

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
    _bind_moves(keys, prompt)
    _bind_leaving(keys, prompt)

    def bind(*names: str, does: Callable[[KeyPressEvent], str | None]) -> None:
        """A key that must be pressed by itself; it returns the id of what to say, if anything."""

        def pressed(event: KeyPressEvent) -> None:
            word = "key.pasted" if burst.holds(event) else does(event)
            prompt.panel.complain(word or "", count=str(prompt.state.screen.at_most))

        for name in names:
            keys.add(name)(pressed)

    def enter(event: KeyPressEvent) -> str | None:
        result = prompt.state.enter()
        return result if isinstance(result, str) else event.app.exit(result=result)

    def jump(event: KeyPressEvent) -> None:
        if len(event.data) == 1 and event.data.isprintable():
            prompt.state.jump(event.data)

    bind("enter", "c-j", does=enter)
    bind(" ", does=lambda _: prompt.state.tick())
    bind("?", "f1", does=lambda event: event.app.exit(result=Wish.HELP))
    bind(SLASH, does=lambda event: event.app.exit(result=Wish.COMMAND))
    bind(Keys.Any, does=jump)
    bind(Keys.BracketedPaste, *MOUSE, does=lambda _: "key.pasted")
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

    @keys.add("c-z")
    def suspend(event: KeyPressEvent) -> None:
        event.app.suspend_to_background()
