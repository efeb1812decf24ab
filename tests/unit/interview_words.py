"""What made-up people type, and by hand what has to be held of it."""

from __future__ import annotations

from typing import NamedTuple

from pnet_prep.model.questionnaire import Item, ItemType, Recognise
from pnet_prep.model.values import DateSaid, OwnWords, Quantity, Value


class Typed(NamedTuple):
    """A typed line: the value it stands for, or readings to choose from, or rows of a list.

    ``neither`` is what is held where none of the readings is meant.
    """

    text: str
    value: Value | None = None
    either: tuple[Value, ...] = ()
    neither: Value | None = None
    rows: tuple[tuple[str, str], ...] = ()


WRONG = {ItemType.INTEGER: ("many", "3.5", "-2", "12345"), ItemType.SCALE_0_10: ("11", "bad")}
CLOSED = (ItemType.CHOICE, ItemType.CHOICES, ItemType.YES_NO_UNSURE)


def typings(item: Item, word: str) -> list[Typed]:
    """Lines that answer an item; ``word`` is one that nobody typed before."""
    match item.type:
        case ItemType.DATE:
            return _dates(word)
        case ItemType.INTEGER:
            return [Typed("3", 3), Typed(" 0 ", 0)]
        case ItemType.SCALE_0_10:
            return [Typed("7/10", 7), Typed("0", 0), Typed("10", 10)]
        case ItemType.QUANTITY:
            return _amounts(item.units, word)
        case ItemType.LONG_TEXT:
            return [*_texts(word)[:4], *_long(word)]
        case ItemType.OPEN_CHOICE:
            return [one._replace(value=OwnWords(str(one.value))) for one in _texts(word)]
        case _ if item.recognise is Recognise.MEDICINES:
            return _medicines(word)
        case _:
            return [*_texts(word), Typed(f"two {word}\nlines", f"two {word}; lines")]


def wrong(item: Item) -> list[str]:
    """Lines that do not answer an item."""
    words = ("yes", "1") if item.type in CLOSED else ("", " \n ", "\t")
    return [*words, *WRONG.get(item.type, ())]


def row(word: str) -> Typed:
    """A row of a list, put otherwise than it was given."""
    return Typed(f"iron {word} 7 mg", rows=((f"iron {word}", "7 mg"),))


def _texts(word: str) -> list[Typed]:
    kept = (
        f"after meals {word}",
        f"<b>{word}</b> & {{name}}",
        f"\u202eright to left {word}",
        f"/back {word}",
        f"#panic() $x$ [a](b) {word}",
        f"| {word} | - 7 |",
    )
    return [
        *(Typed(text, text) for text in kept),
        Typed(f"  {word}  ", word),
        Typed(f"\x1b[31m{word}\x07", f"\ufffd[31m{word}\ufffd"),
        Typed(f"cafe\u0301 {word} 😀", f"caf\u00e9 {word} 😀"),
    ]


def _long(word: str) -> list[Typed]:
    lines = f"one {word}\n\n- two"
    return [Typed(lines, lines), Typed(f"\n{word}\r\nmore\n", f"{word}\nmore")]


def _medicines(word: str) -> list[Typed]:
    two = ((f"zinc {word}", "5 mg at night"), (f"{word}x", ""))
    three = tuple((name, "") for name in (word, f"{word}y", f"{word}z"))
    return [
        Typed(f"omeprazole {word}", f"omeprazole {word}"),
        Typed(f"the white one {word}", f"the white one {word}"),
        Typed(f"iron {word}, 5 mg every night", rows=((f"iron {word}", "5 mg every night"),)),
        Typed("omeprazol", either=("omeprazole", "omeprazol")),
        Typed(f"- zinc {word} 5 mg at night\n- {word}x", rows=two),
        Typed(", ".join(name for name, _ in three), rows=three),
    ]


def _dates(word: str) -> list[Typed]:
    either = (DateSaid("3/4/25", "2025-04-03"), DateSaid("3/4/25", "2025-03-04"))
    return [
        Typed("May 2026", DateSaid("May 2026", "2026-05")),
        Typed(" 2019 ", DateSaid("2019", "2019")),
        Typed("12 March 2025", DateSaid("12 March 2025", "2025-03-12")),
        Typed(f"after the wedding {word}", DateSaid(f"after the wedding {word}")),
        Typed("3/4/25", either=either, neither=DateSaid("3/4/25")),
    ]


def _amounts(units: tuple[str, ...], word: str) -> list[Typed]:
    first = f"3.5 {units[0].upper()}"
    either = tuple(Quantity(f"12 {unit}", "12", unit) for unit in units)
    return [
        Typed(first, Quantity(first, "3.5", units[0])),
        Typed(f"3,1 zz{word}", Quantity(f"3,1 zz{word}", "3.1")),
        Typed(f"very low {word}", Quantity(f"very low {word}")),
        Typed("12", either=either, neither=Quantity("12", "12")),
    ]
