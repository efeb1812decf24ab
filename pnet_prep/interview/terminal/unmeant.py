"""Keys of a text field that nobody here means: of macros, of Alt, of a paste with controls in it.

prompt_toolkit has a line editor for programmers: Escape and a letter change words or repeat them,
Escape and # or Ctrl-O hand the line in, Ctrl-Space swallows what is typed next.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding.bindings.named_commands import get_by_name
from prompt_toolkit.keys import Keys

from pnet_prep.interview.terminal.burst import MOUSE

if TYPE_CHECKING:
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

    from pnet_prep.interview.terminal.burst import Together

NOTHING = ("c-@", "c-o", "c-q", "c-t", "c-x", "c-]", "c-r", "c-s")
"""Keys that do nothing: among them searches of a history there is none of."""

BY_FINGER = ("c-h", "c-k", "c-u", "c-w", "c-_", "c-z", "delete")
"""Keys that take away what was typed, or leave it standing, where a finger presses them."""

BY_WORDS = {"b": "backward-word", "f": "forward-word"}
"""What Alt with a letter, or Option with an arrow on a Mac, means everywhere."""


def bind_unmeant(keys: KeyBindings, together: Together) -> None:
    """Take these keys from prompt_toolkit."""
    for name in (*NOTHING, *MOUSE):
        keys.add(name, eager=True)(_nothing)
    pasted = Condition(lambda: together.holds)
    for name in BY_FINGER:
        keys.add(name, eager=True, filter=pasted)(_nothing)
    keys.add("escape", Keys.Any, eager=True)(_without_escape)
    keys.add("escape", "c-h", eager=True, filter=~pasted)(get_by_name("backward-kill-word"))
    for name, command in BY_WORDS.items():
        keys.add("escape", name, eager=True)(get_by_name(command))


def _nothing(_: KeyPressEvent) -> None:
    pass


def _without_escape(event: KeyPressEvent) -> None:
    """Whoever presses Escape and types on means what they type."""
    event.key_processor.feed(event.key_sequence[-1], first=True)
