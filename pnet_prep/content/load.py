"""``questions/`` to the model: read, check, build; checked content is kept as JSON.

What packs add may come from anybody, so it is used only if ``pnet-prep check`` finds no fault.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.content.cache import CONTENT, WORDS, cached, keep, key_of
from pnet_prep.content.files import packs_in, questions_in, states_in, translation_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pnet_prep.model.content import Content


def load(folders: Sequence[str] = (), cache: str = "", language: str = "") -> Content:
    """The shipped content, or that of the whole set among ``folders``, and what packs there add.

    It is said in the language of the translation among ``folders``, or in ``language`` (a BCP 47
    tag). ``cache`` is the folder of the content cache; without one everything is parsed anew.
    Raises ``ContentError`` with every fault found, and ``InputRefusedError`` for a language that
    is not there.
    """
    key = key_of(states_in(folders, language)) if cache else ""
    if key and (known := cached(cache, key, CONTENT)) is not None:
        from pnet_prep.content.from_tables import from_tables

        return from_tables(known)
    return _made(folders, language, cache, key)


def load_words(folders: Sequence[str] = (), cache: str = "", language: str = "") -> dict[str, str]:
    """Only what the program itself says: for commands that need nothing else."""
    key = key_of(states_in(folders, language)) if cache else ""
    known = cached(cache, key, WORDS) if key else None
    return _made(folders, language, cache, key).words if known is None else known


def _made(folders: Sequence[str], language: str, cache: str, key: str) -> Content:
    """The content parsed from its files, and kept for next time if it has a key.

    The key is older than what is read here: of a file that is written meanwhile, the next start
    will have another one.
    """
    from pnet_prep.content.build import build
    from pnet_prep.content.problem import ContentError

    files, translation = dict(questions_in(folders)), dict(translation_in(folders, language))
    if packs_in(files):
        from pnet_prep.content.check import parse_checked as parse
    else:
        from pnet_prep.content.parse import parse

    pack, problems = parse(files, translation)
    faults = tuple(problem for problem in problems if not problem.warning)
    if faults:
        raise ContentError(faults)
    content = build(pack)
    if key:
        from pnet_prep.content.to_tables import to_tables

        keep(cache, key, {WORDS: content.words, CONTENT: to_tables(content)})
    return content
