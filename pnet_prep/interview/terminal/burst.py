"""Keys that come all at once: an unmarked paste, not a finger."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prompt_toolkit.key_binding import KeyPressEvent


def more_waiting(event: KeyPressEvent) -> bool:
    """Whether further keys were read together with this one."""
    return bool(event.app.key_processor.input_queue)


class Burst:
    """Remembers whether the keys just before came all at once."""

    def __init__(self) -> None:
        self._going_on = False

    def holds(self, event: KeyPressEvent) -> bool:
        """Whether this key belongs to a burst of two keys or more."""
        more = more_waiting(event)
        held = more or self._going_on
        self._going_on = more
        return held
