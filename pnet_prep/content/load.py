"""``questions/`` to the model: read, check, build; checked content is kept as JSON.

What packs add may come from anybody, so it is used only if ``pnet-prep check`` finds no fault.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pnet_prep.content.cache import WORDS, cached, fingerprint, keep
from pnet_prep.content.files import packs_in, read_questions
from pnet_prep.errors import ContentError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pnet_prep.model.content import Content


def load(folders: Sequence[str] = (), cache: str = "") -> Content:
    """The shipped content, or that of the whole set among ``folders``, and what packs there add.

    ``cache`` is the folder of the content cache; without one everything is parsed anew. Raises
    ``ContentError`` with every fault found.
    """
    from pnet_prep.content.build import build

    return build(_plain(read_questions(folders), cache))


def load_words(folders: Sequence[str] = (), cache: str = "") -> dict[str, str]:
    """Only what the program itself says: for commands that need nothing else."""
    files = read_questions(folders)
    if cache and (known := cached(cache, fingerprint(files), WORDS)) is not None:
        return known
    words: dict[str, str] = _plain(files, cache)["words.yaml"]["words"]
    return words


def _plain(files: dict[str, bytes], cache: str) -> dict[str, Any]:
    key = fingerprint(files)
    if cache and (known := cached(cache, key)) is not None:
        return known
    if packs_in(files):
        from pnet_prep.content.check import parse_checked as parse
    else:
        from pnet_prep.content.parse import parse

    pack, problems = parse(files)
    faults = tuple(problem for problem in problems if not problem.warning)
    if faults:
        raise ContentError(faults)
    if cache:
        keep(cache, key, pack)
    return pack
