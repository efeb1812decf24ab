"""Files made by chance: whole ones with a few bytes or parts changed, and others made of pieces."""

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

CORPUS = Path(__file__).parents[1] / "corpus"
YAML_PIECES = (
    *("answers", "as", "patient", "person.name", "visit.reason", "medicine", "views", "none"),
    *(": ", ":", "- ", "-", "? ", "\n", "\n  ", "\n    ", "\t", " ", "{", "}", "[", "]", ", ", ","),
    *("&a", "*a", "<<: ", "!!str ", "!", "|", ">", ">-", "'", '"', "#", "---\n", "...\n", "%YAML "),
    *("~", "no", "8:30", "010", "2026-11-23", "\\", "\\x00", "\\ud800", "\0", "\x1b", "\x85"),
    *("\u2028", "\ufeff", "\U0001f600", "e\u0301", "\u202e", "a" * 300, "9" * 300, "[" * 30),
)
JSON_PIECES = (
    *('{"', '": ', '", "', '"}', "[", "]", "{", "}", ",", ":", "null", "true", "NaN", "1e999"),
    *("-1", "9" * 5_000, "\\ud800", "\\u0000", '"\\u202e"', "\x1b", "\n", " #", "- ", "format: "),
    *('"id"', '"item"', '"value"', '"by"', '"at"', '"on"', '"replaces"', '"nonce"', '"none"'),
    *('"pnet-prep"', '"form answers"', '"answers"', '"entry"', '"earlier"', '"removed"', '"2026"'),
    *("BEGIN PNET-PREP ANSWERS", "END PNET-PREP ANSWERS", "\r\n", "> ", "=\n", "answers:", "end: "),
)


def seeds(kind: str) -> list[bytes]:
    """The files of a kind that the corpus keeps."""
    return [path.read_bytes() for path in sorted(CORPUS.glob(f"*/*.{kind}.*"))]


def a_form(rolled: Random) -> bytes:
    """The answers of a browser form, with values of right and of wrong kinds."""
    items = ("person.name", "visit.date", "medicine.name", "symptom.stool", "no.such", "")
    values: tuple[object, ...] = (
        "Zoë",
        "about Easter",
        ["diarrhea"],
        {"none": "not_sure"},
        {"none": 1},
        7,
        None,
        [],
    )
    answers = [
        {
            "item": rolled.choice(items),
            "value": rolled.choice(values),
            "at": rolled.choice((0, 1_790_000_000_000, -1, 2**60, "x")),
            **({"entry": rolled.choice(("k3j2h1g0", "", 5))} if rolled.random() < 0.4 else {}),
            **({"removed": True} if rolled.random() < 0.1 else {}),
            **({"earlier": [{"value": "a", "at": 1}]} if rolled.random() < 0.2 else {}),
        }
        for _ in range(rolled.randrange(5))
    ]
    form = {
        "pnet-prep": "form answers",
        "format": rolled.choice((1, 1, 1, 2, "1", None)),
        "visit": rolled.choice((None, "aaaaaaaa", "../x")),
        "form": rolled.choice(("abcdefgh01234567", "", 3)),
        "as": rolled.choice(("patient", "caregiver", "together", "cat")),
        "person": rolled.choice(({"id": None, "name": "Luis"}, {}, None)),
        "answers": answers,
    }
    return json.dumps(form, ensure_ascii=rolled.random() < 0.5).encode()


def changed(data: bytes, rolled: Random, pieces: Sequence[str]) -> bytes:
    """The same with one to four places cut, doubled, turned over, or filled with something."""
    hurt = bytearray(data)
    for _ in range(rolled.randint(1, 4)):
        start = rolled.randrange(len(hurt) + 1)
        end = min(len(hurt), start + rolled.randrange(1, 40))
        match rolled.randrange(6):
            case 0:
                del hurt[start:end]
            case 1:
                hurt[start:start] = hurt[start:end] * rolled.randint(1, 5)
            case 2 if start < len(hurt):
                hurt[start] ^= 1 << rolled.randrange(8)
            case 3:
                hurt[start:end] = rolled.choice(pieces).encode("utf-8", "surrogatepass")
            case 4:
                del hurt[start:]
            case _:
                hurt[start:start] = rolled.randbytes(rolled.randint(1, 8))
    return bytes(hurt)


def made_of(pieces: Sequence[str], rolled: Random) -> bytes:
    """A file of pieces alone, in any order."""
    count = rolled.randrange(1, 60)
    return "".join(rolled.choices(pieces, k=count)).encode("utf-8", "surrogatepass")


def files(
    kind: str, rolled: Random, count: int, whole: Callable[[Random], bytes] | None = None
) -> Iterator[bytes]:
    """So many files of a kind: nine of ten begin as a whole file does."""
    pieces = YAML_PIECES if kind in {"answers", "questions"} else JSON_PIECES
    known = seeds(kind) or [b""]
    for _ in range(count):
        if rolled.random() < 0.1:
            yield made_of(pieces, rolled)
        else:
            yield changed(whole(rolled) if whole else rolled.choice(known), rolled, pieces)
