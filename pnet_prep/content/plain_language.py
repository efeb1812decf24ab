"""How plain a text is: its sentences, its long words that nobody explains, its reading grade."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pnet_prep.content.syllables import syllables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST_WORDS = 20
"""Words in a sentence."""

MOST_MEANING_WORDS = 15
"""Words in the meaning of a glossary term."""

LONG = 3
"""A word with so many syllables has to be everyday, explained, or the name of a medicine."""

_SENTENCE_END = re.compile(r"(?<=[.?!؟۔।])[\"')]*\s+|(?<=[。？！])|\n+|\s\|\s")
_WORD = re.compile(r"[^\W_](?:[\w'’-]*[^\W_])?|\{\w+\}")
_NO_WORD = re.compile(r"\{\w+\}|(?<!\S)/\w+")
_PART = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


@dataclass(frozen=True)
class Lexicon:
    """Words that may be long. ``known`` are phrases by their first word, as tuples of words."""

    plain: frozenset[str]
    known: dict[str, tuple[tuple[str, ...], ...]]


def lexicon(plain_words: str, phrases: Iterable[str]) -> Lexicon:
    """The words of ``plain_words.txt``, one a line after # remarks, and phrases explained."""
    lines = (line.strip() for line in plain_words.splitlines())
    plain = frozenset(line.casefold() for line in lines if line and not line.startswith("#"))
    known: dict[str, set[tuple[str, ...]]] = {}
    for phrase in phrases:
        run = tuple(_parts(phrase))
        if run:
            known.setdefault(run[0], set()).add(run)
    longest_first = {
        first: tuple(sorted(runs, key=len, reverse=True)) for first, runs in known.items()
    }
    return Lexicon(plain, longest_first)


def sentences(text: str) -> list[str]:
    """The sentences of a text, without empty ones."""
    return [part for part in _SENTENCE_END.split(text.strip()) if part]


def words(text: str) -> list[str]:
    """The words of a text; what the program fills in counts as one, and so do hyphened words."""
    return _WORD.findall(text)


def hard_words(text: str, known: Lexicon) -> Iterator[str]:
    """Long words that are neither everyday nor explained, each once, in order."""
    parts = _parts(text)
    seen = set()
    place = 0
    while place < len(parts):
        run = next((r for r in known.known.get(parts[place], ()) if _at(parts, place, r)), ())
        word = parts[place]
        if not run and word not in seen and syllables(word) >= LONG and not _plain(word, known):
            seen.add(word)
            yield word
        place += len(run) or 1


def grade(texts: Iterable[str]) -> float:
    """The Flesch-Kincaid grade of texts read as one (Kincaid et al. 1975); 0 for no words.

    It says something about a whole file, and next to nothing about one sentence.
    """
    all_sentences = [sentence for text in texts for sentence in sentences(text)]
    all_words = [word for sentence in all_sentences for word in words(sentence)]
    if not all_words:
        return 0.0
    sounds = sum(syllables(part) for word in all_words for part in _PART.findall(word))
    per_sentence, per_word = len(all_words) / len(all_sentences), sounds / len(all_words)
    return 0.39 * per_sentence + 11.8 * per_word - 15.59


def _plain(word: str, known: Lexicon) -> bool:
    """Whether it is in the list; one of two forms with and without "s" is enough."""
    return not known.plain.isdisjoint({word, f"{word}s", word.removesuffix("s")})


def _at(parts: list[str], place: int, run: tuple[str, ...]) -> bool:
    return tuple(parts[place : place + len(run)]) == run


def _parts(text: str) -> list[str]:
    """Words in small letters, hyphened ones apart; no slots, no commands (/skip), no "'s"."""
    bare = _NO_WORD.sub(" ", text.casefold().replace("’", "'"))
    return [part.removesuffix("'s") for part in _PART.findall(bare)]
