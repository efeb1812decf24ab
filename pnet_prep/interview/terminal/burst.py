"""Keys that come all at once: an unmarked paste, not a finger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prompt_toolkit.keys import Keys

if TYPE_CHECKING:
    from prompt_toolkit.key_binding import KeyPressEvent
    from prompt_toolkit.key_binding.key_processor import KeyProcessor

MOUSE = (Keys.Vt100MouseEvent, Keys.WindowsMouseEvent)
"""What prompt_toolkit takes a pasted color code for, and then fails to read as a mouse event."""


def text_waiting(event: KeyPressEvent) -> bool:
    """Whether letters or digits were read together with this key and come after it."""
    return _text_in(event.app.key_processor)


def _text_in(keys: KeyProcessor) -> bool:
    return any(_is_text(key.data) for key in keys.input_queue)


def _is_text(data: str) -> bool:
    return data.isprintable() and not data.isspace() and bool(data)


def letters_together(event: KeyPressEvent) -> str:
    """The letter of this key with those right behind it, which are taken, all but the very last.

    A long paste that is not marked comes letter by letter: to draw and to keep each by itself takes
    longer than anybody waits.
    """
    queue = event.key_processor.input_queue
    letters = [event.data]
    while len(queue) > 1 and queue[0].key == queue[0].data and queue[0].data.isprintable():
        letters.append(queue.popleft().data)
    return "".join(letters)


class Burst:
    """Tells the keys of an unmarked paste from those of a finger, also on a slow line.

    A letter with any key right behind it is no finger's. Enter and Space are held only together
    with letters: pressed twice, or late on a slow line, they mean what they say.
    """

    def __init__(self) -> None:
        self._going_on = False

    def holds(self, event: KeyPressEvent) -> bool:
        """Whether this key belongs to a paste."""
        waiting = bool(event.app.key_processor.input_queue)
        begins = waiting if _is_text(event.data) else text_waiting(event)
        held = begins or self._going_on
        self._going_on = held and waiting
        return held


class Together:
    """Whether the key being handled came together with letters; for fields where letters are typed.

    Keys that move come by themselves, or with others of their kind on a slow line.
    """

    def __init__(self, keys: KeyProcessor) -> None:
        self.holds = False
        self._going_on = False
        keys.before_key_press += self._pressed

    def _pressed(self, keys: KeyProcessor) -> None:
        self.holds = self._going_on or _text_in(keys)
        self._going_on = self.holds and bool(keys.input_queue)
