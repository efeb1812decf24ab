"""A long answer in the person's own editor, on a private file that is gone afterwards."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from pnet_prep.cli.leaving import heeding
from pnet_prep.cli.unlocking import anything_unlocked
from pnet_prep.engine.text import accept
from pnet_prep.interview.own_editor import NO_EDITOR, Edited, Editor, no_editor
from pnet_prep.store.atomic import private_folder
from pnet_prep.store.folder import WRITING, data_folder

FAILED = "editor.failed"
LOCKED = "editor.locked"
VARIABLES = ("VISUAL", "EDITOR")


def editor_here() -> Editor:
    """The editor for this run: only a person at a terminal can use one."""
    return edit if sys.stdin and sys.stdin.isatty() else no_editor


def edit(text: str) -> Edited:
    """The text as it is after the editor; half-done words come back also where it fails."""
    if anything_unlocked():
        return Edited(text, LOCKED)
    if not (command := _command()):
        return Edited(text, NO_EDITOR)
    if not (path := keep(text)):
        return Edited(text, FAILED)
    try:
        ended, left = _run([*command, path])
        written = _read(path, text)
    except OSError:
        return Edited(text, FAILED)
    finally:
        drop(path)
    return Edited(written, "" if ended else FAILED, left)


def keep(text: str) -> str:
    """A private file with the text, its path; empty where none can be written, or none may be.

    `doctor` and `forget` find what is left of such files.
    """
    import tempfile

    if anything_unlocked():
        return ""
    try:
        folder = data_folder()
        private_folder(folder)
        handle, path = tempfile.mkstemp(".txt", WRITING, folder)  # 0600, whatever the umask
    except OSError:
        return ""
    try:
        with open(handle, "w", encoding="utf-8") as file:
            file.write(f"{text}\n" if text else "")
    except OSError:
        drop(path)
        return ""
    return path


def drop(path: str) -> None:
    """Delete such a file."""
    with suppress(OSError):
        os.unlink(path)


def _command() -> list[str]:
    """The command line of the editor that is set; empty where there is none."""
    import shlex
    import shutil

    named = next(filter(None, map(os.environ.get, VARIABLES)), "")
    with suppress(ValueError):  # a quote that is not closed
        words = shlex.split(named)
        if words and shutil.which(words[0]):
            return words
    return []


def _run(command: list[str]) -> tuple[bool, bool]:
    """Whether the editor ended well, and whether the program was told to end meanwhile."""
    import subprocess

    try:
        with heeding():  # the editor too
            done = subprocess.run(command, check=False)  # noqa: S603 - what the person has set
    except KeyboardInterrupt:
        return False, True
    return done.returncode == 0, False


def _read(path: str, text: str) -> str:
    """What the editor left; the text as it was where it left nothing that can be read."""
    try:
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            return accept(file.read()).strip()
    except OSError:
        return text
