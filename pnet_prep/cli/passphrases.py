"""Asking for a passphrase: unseen on a terminal, as a line of standard input elsewhere.

It is never an option and never in the environment, where other programs could read it, and it is
not kept: what it opens is.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from io import TextIOWrapper, UnsupportedOperation
from typing import TYPE_CHECKING, TypeVar

from pnet_prep.cli.no_core import leave_no_core
from pnet_prep.engine.text import accept, show
from pnet_prep.errors import InputRefusedError, StoreError
from pnet_prep.interview.plain_width import terminal_width
from pnet_prep.interview.wrapping import wrap
from pnet_prep.store.age import NotOpenedError, available

if TYPE_CHECKING:
    from collections.abc import Callable

TRIES = 3
SHORTEST = 12
"""Characters of a new passphrase at least: fewer are found by trying."""

_Opened = TypeVar("_Opened")


def chosen_passphrase(words: dict[str, str], first: tuple[str, ...]) -> str:
    """A new passphrase, typed twice, after the sentences of ``first``.

    Raises ``StoreError`` where nothing can be locked, and ``InputRefusedError`` where no input is
    left.
    """
    if not available():
        raise StoreError("error.no_secure")
    leave_no_core()
    _say(words, *first)
    while True:
        _say(words, "passphrase.new")
        typed = _typed(words)
        if typed is not None and len(typed) < SHORTEST:
            _say(words, "passphrase.short")
            continue
        _say(words, "passphrase.again")
        again = _typed(words)
        if typed is None or again is None:
            raise InputRefusedError("error.no_passphrase")
        if typed == again:
            _say(words, "passphrase.moment")
            return typed
        _say(words, "passphrase.differ")


def opened_by_passphrase(
    words: dict[str, str], prompt: str, attempt: Callable[[str], _Opened]
) -> _Opened | None:
    """What ``attempt`` gives for a passphrase that is asked for, three times at most.

    ``None`` where there is no input to ask. Raises ``StoreError``, also where the part that opens
    is missing: then nobody has to type first.
    """
    if not available():
        raise StoreError("error.no_secure")
    leave_no_core()
    _tell(prompt)
    for left in reversed(range(TRIES)):
        while not (typed := _typed(words)):  # Enter alone is no try
            if typed is None:
                return None
        _say(words, "passphrase.moment")
        try:
            return attempt(typed)
        except NotOpenedError as error:
            if error.damaged or not left:
                raise
        _say(words, "passphrase.wrong")
    return None


def _typed(words: dict[str, str]) -> str | None:
    """What was typed, as it is compared; ``None`` at the end of a pipe.

    At a terminal the end of input is a way to leave, as Ctrl-C is.
    """
    try:
        raw = _hidden(words["plain.prompt"]) if sys.stdin.isatty() else _line()
    except EOFError:
        raise KeyboardInterrupt from None
    # Without what a paste adds at its ends. One letter is typed one way on every computer (NFC).
    return None if raw is None else accept(raw).strip()


def _hidden(prompt: str) -> str:
    from getpass import getpass

    try:
        return getpass(f"{prompt} ", sys.stderr)
    except UnicodeDecodeError:  # letters that are not of this terminal's kind
        return ""


def _line() -> str | None:
    if isinstance(sys.stdin, TextIOWrapper):
        with suppress(UnsupportedOperation):  # a front end did so before
            sys.stdin.reconfigure(errors="surrogateescape")
    return sys.stdin.readline() or None


def _say(words: dict[str, str], *names: str) -> None:
    for name in names:
        _tell(words[name])


def _tell(text: str) -> None:
    for line in wrap(text, terminal_width()):
        print(show(line), file=sys.stderr, flush=True)
