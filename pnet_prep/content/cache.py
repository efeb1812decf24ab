"""Checked content as JSON, named by what it was made from, so that a start need not parse YAML.

The name is a hash of what the system says of every file of the pack, such as its size and when it
was changed, of the program's version and of the shape that is kept. Nothing in the cache is ever
run, and whatever is missing or damaged there is made anew.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any
from zlib import crc32

from pnet_prep import __version__
from pnet_prep.digest import sha256

if TYPE_CHECKING:
    from collections.abc import Iterable

CONTENT, WORDS = "content", "words"
"""What is kept of a pack: all of it, and apart its words, which many commands need alone."""

SHAPE = 6
"""Goes up whenever what is kept of the same content changes its form."""

_CHECK_BYTES = len("01234567\n")

KEPT = 4
"""How many packs stay: the shipped one and a few given by ``--questions``."""


def key_of(states: Iterable[str]) -> str:
    """The name for what is made of files in these states, by this version and in this shape."""
    told = "\n".join((__version__, str(SHAPE), *states))
    # A folder may have a name that is no text.
    return sha256(told.encode(errors="surrogatepass")).hexdigest()[:32]


def cached(folder: str, key: str, part: str) -> dict[str, Any] | None:
    """What is kept of a part of the pack with this name; ``None`` where nothing is."""
    try:
        # Without a buffer the bytes are not copied once more.
        with open(_path(folder, key, part), "rb", buffering=0) as file:
            check, written = file.read(_CHECK_BYTES), file.read()
    except OSError:
        return None
    if check != _check(written):
        return None
    plain: dict[str, Any] = json.loads(written.decode("ascii"))
    return plain


def keep(folder: str, key: str, parts: dict[str, dict[str, Any]]) -> None:
    """Write the parts of a pack for next time.

    A cache that cannot be written is no fault.
    """
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        for part, plain in parts.items():
            _write(_path(folder, key, part), plain)
        _prune(folder)
    except OSError:
        return


def _write(path: str, plain: object) -> None:
    draft = f"{path}.{os.getpid()}"
    written = json.dumps(plain, separators=(",", ":")).encode()
    try:
        with open(draft, "xb") as file:
            file.write(_check(written) + written)
        os.replace(draft, path)
    except OSError:
        # Half a draft must not take the last room on a disk from the answers.
        with suppress(OSError):
            os.unlink(draft)
        raise


def _check(written: bytes) -> bytes:
    """The first line of a file whose other bytes are these. It guards against damage alone."""
    return f"{crc32(written):08x}\n".encode()


def _prune(folder: str) -> None:
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.stat().st_mtime_ns, reverse=True)
    for part in (CONTENT, WORDS):
        for entry in [e for e in found if e.name.startswith(part)][KEPT:]:
            os.unlink(entry.path)


def _path(folder: str, key: str, part: str) -> str:
    return os.path.join(folder, f"{part}-{key}.json")
