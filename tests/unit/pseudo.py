"""Languages that nobody speaks, made from the English: every letter of a text is marked.

What is still in plain letters was not translated, and the eye and a test find it at once.
"""

import json
import re
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from pnet_prep.content.check_translated import COMMANDS, mark
from pnet_prep.content.files import read_questions
from pnet_prep.content.parse import parse_with_places
from pnet_prep.content.texts import Text, texts

Say = Callable[[str], str]

KEPT = re.compile(
    rf"(\{{\w+\}}|(?<!\w)/[a-z]+|(?<!\w)--[a-z-]+|pnet-prep(?: (?:{'|'.join(COMMANDS)})\b)?)"
)
_SMALL = "abcdefghijklmnopqrstuvwxyz"
_ACCENTS = str.maketrans(
    f"{_SMALL}{_SMALL.upper()}", "áƀçđéƒĝĥíĵķļɱñóþɋŕšţúṽŵẋýžÁƁÇĐÉƑĜĤÍĴĶĻḾÑÓÞɊŔŠŢÚṼŴẊÝŽ"
)
_ARABIC = str.maketrans(f"{_SMALL}{_SMALL.upper()}", "ابجدهوزحطيكلمنسعفصقرشتثخذض" * 2)


def accented(text: str) -> str:
    """In brackets, every letter with an accent: a language from left to right."""
    return f"[{_letters(text, _ACCENTS)}]"


def arabic(text: str) -> str:
    """In Arabic letters, which run from right to left and join. It says nothing in Arabic."""
    return _letters(text, _ARABIC)


def same(text: str) -> str:
    """The English itself."""
    return text


def _letters(text: str, table: dict[int, int]) -> str:
    parts = KEPT.split(text)
    return "".join(part if place % 2 else part.translate(table) for place, part in enumerate(parts))


@cache
def english(folders: tuple[str, ...] = ()) -> tuple[Text, ...]:
    """Every text of the shipped set, or of the whole set in ``folders`` as it is at first."""
    return tuple(texts(parse_with_places(read_questions(folders)).nodes))


def head(language: str = "qps-ploc", direction: str = "ltr", **more: str) -> str:
    parts = {"pack": "made", "language": language, "direction": direction, **more}
    return "".join(f"{key}: {value}\n" for key, value in parts.items())


def translation(found: Iterable[Text], say: Say, about: str = "") -> dict[str, str]:
    """The files of a translation of all ``found``; ``about`` is its pack.yaml."""
    groups: dict[str, dict[str, str]] = {}
    for text in found:
        inside = groups.setdefault(text.file, {})
        inside.setdefault(text.group, f"{text.group}:\n")
        inside[text.group] += _entry(text, say)
    files = {name: "".join(inside.values()) for name, inside in groups.items()}
    return {"pack.yaml": about or head(), **files}


def _entry(text: Text, say: Say) -> str:
    said = text.said
    now = [say(part) for part in said] if isinstance(said, list) else say(said)
    words = json.dumps(now, ensure_ascii=False)
    return f'  {text.name}: {{of: "{mark(text)}", is: {words}}}\n'


def write(folder: Path, files: dict[str, str]) -> str:
    """The folder with these files, as it is given to the program."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).write_text(data, encoding="utf-8")
    return str(folder)
