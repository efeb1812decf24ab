"""Phrases that no text for patients may hold: advice, diagnoses, numbers of survival, false cheer.

They are data, in ``banned_phrases.txt``; its head says how they are written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pnet_prep.content.plain_language import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

GAP = r"(?:\S+ ){0,4}"
_TOKEN = re.compile(r"\{\w+\}|[\w'-]+|[!%]")


@dataclass(frozen=True, slots=True)
class Banned:
    """Phrases as patterns over words.

    Those that no sentence may hold, those that no statement may hold, and those that are fine.
    """

    anywhere: tuple[tuple[str, re.Pattern[str]], ...]
    in_statements: tuple[tuple[str, re.Pattern[str]], ...]
    allowed: tuple[re.Pattern[str], ...]


def banned(lines: str, groups: Mapping[str, Iterable[str]]) -> Banned:
    """Read the phrases. ``groups`` adds words to a group of the file, such as ``medicine``.

    Raises ``ValueError``, naming the line, for one that is not understood.
    """
    words = {name: list(inside) for name, inside in groups.items()}
    phrases: dict[str, list[tuple[str, re.Pattern[str]]]] = {"never": [], "told": [], "but": []}
    for number, line in enumerate(lines.splitlines(), 1):
        kind, _, rest = line.strip().partition(" ")
        if not kind or kind.startswith("#"):
            continue
        if kind == "group":
            name, _, inside = rest.partition(" ")
            words.setdefault(name, []).extend(inside.split())
        elif kind in phrases and rest:
            try:
                phrases[kind].append((rest, _pattern(rest, words)))
            except KeyError as error:
                raise ValueError(f"{number}: there is no group {error} above this line") from None
        else:
            raise ValueError(f"{number}: a line begins with never, told, but or group")
    return Banned(
        tuple(phrases["never"]),
        tuple(phrases["told"]),
        tuple(pattern for _, pattern in phrases["but"]),
    )


def banned_in(text: str, phrases: Banned) -> Iterator[str]:
    """The phrases, as the file writes them, that a text holds and must not."""
    for sentence in sentences(text):
        tokens = _TOKEN.findall(sentence.casefold().replace("’", "'"))
        line = " ".join(["", *tokens, ""])
        for pattern in phrases.allowed:
            line = pattern.sub(" ", line)
        asked = sentence.rstrip("\"')").endswith("?")
        for written, pattern in phrases.anywhere + (() if asked else phrases.in_statements):
            if pattern.search(line):
                yield written


def _pattern(phrase: str, groups: Mapping[str, Iterable[str]]) -> re.Pattern[str]:
    built = []
    for part in phrase.casefold().split():
        if part == "^":
            built.append(r"^ ")
        elif part == "*":
            built.append(GAP)
        elif part.startswith("<"):
            members = sorted(groups[part.strip("<>")], key=len, reverse=True)
            built.append(f"(?:{'|'.join(map(_spaced, members))}) ")
        else:
            built.append(f"(?:{'|'.join(map(re.escape, part.split('/')))}) ")
    start = "" if built and built[0] == "^ " else r"(?<= )"
    return re.compile(start + "".join(built))


def _spaced(member: str) -> str:
    return re.escape(" ".join(_TOKEN.findall(member.casefold())))
