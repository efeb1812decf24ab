"""``questions/`` to the model: read, check, build; checked content is kept as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pnet_prep.content.cache import WORDS, cached, fingerprint, keep
from pnet_prep.content.files import questions_folder, read_folder
from pnet_prep.errors import ContentError

if TYPE_CHECKING:
    from pnet_prep.model.content import Content


def load(folder: str = "", cache: str = "") -> Content:
    """The content of ``folder`` (the shipped one by default).

    ``cache`` is the folder of the content cache; without one everything is parsed anew. Raises
    ``ContentError`` with every fault found.
    """
    from pnet_prep.content.build import build

    return build(load_plain(folder, cache))


def load_words(folder: str = "", cache: str = "") -> dict[str, str]:
    """Only what the program itself says: for commands that need nothing else."""
    files = read_folder(folder or questions_folder())
    if cache and (known := cached(cache, fingerprint(files), WORDS)) is not None:
        return known
    words: dict[str, str] = _plain(files, cache)["words.yaml"]["words"]
    return words


def load_plain(folder: str = "", cache: str = "") -> dict[str, Any]:
    """The checked pack as plain data. Raises ``ContentError``."""
    return _plain(read_folder(folder or questions_folder()), cache)


def _plain(files: dict[str, bytes], cache: str) -> dict[str, Any]:
    key = fingerprint(files)
    if cache and (known := cached(cache, key)) is not None:
        return known
    from pnet_prep.content.parse import parse

    pack, problems = parse(files)
    faults = tuple(problem for problem in problems if not problem.warning)
    if faults:
        raise ContentError(faults)
    if cache:
        keep(cache, key, pack)
    return pack
