"""The files of a translation, written so that only words are left to fill in.

Each text stands under the English it translates. What was translated before is kept, and what has
changed since says so.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pnet_prep.content.check_translated import mark
from pnet_prep.engine.text import show

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pnet_prep.content.check_translated import Translated

_HEAD = '# Write the other language between the quotes after "is". Leave all else as it is.'
_LIST_HEAD = "# Words that people type, or other forms of a word. One a line may stand here."
_CHANGED = "# CHANGED. In English it is now:"
_NEW_MARK = '# Once the text below says that too, put this after "of":'
_OPTIONAL = "# (It may stay empty.)"


def to_translate(found: Iterable[Translated]) -> dict[str, str]:
    """The text of every file, by name: all that can be translated, in the order of the English."""
    groups: dict[str, dict[str, list[str]]] = {}
    for one in found:
        lines = groups.setdefault(one.text.file, {}).setdefault(one.text.group, [])
        lines += (f"  {line}".rstrip() for line in _entry(one))
    return {
        file: "\n".join([_HEAD, *(line for group in inside.items() for line in _group(*group)), ""])
        for file, inside in groups.items()
    }


def _group(name: str, lines: list[str]) -> Iterator[str]:
    yield ""
    yield f"{name}:"
    yield from lines


def _entry(one: Translated) -> Iterator[str]:
    said = one.text.said
    changed = one.begun and one.stale
    if changed:
        yield _CHANGED
    yield from _comment(said)
    if changed:
        yield f"{_NEW_MARK} {mark(one.text)}"
    if one.text.optional and not one.begun:
        yield _LIST_HEAD if isinstance(said, list) else _OPTIONAL
    yield f"{one.text.name}:"
    kept = one.of.value if changed and one.of else mark(one.text)
    yield f"  of: {kept}"
    yield from _words("is", one.now.value if one.now else [] if isinstance(said, list) else "")
    if one.note:
        yield from _words("note", one.note.value)


def _comment(said: str | list[str]) -> Iterator[str]:
    for line in said if isinstance(said, list) else said.splitlines():
        yield f"# {show(line)}"


def _words(key: str, value: object) -> Iterator[str]:
    if isinstance(value, list) and value:
        yield f"  {key}:"
        yield from (f"    - {_quoted(part.value)}" for part in value)
    else:
        yield f"  {key}: {_quoted(value)}"


def _quoted(value: object) -> str:
    """In double quotes, as YAML and JSON both have them; what YAML takes for line ends escaped."""
    text = json.dumps(value, ensure_ascii=False)
    return "".join(f"\\u{ord(c):04x}" if c in "\x7f\x85\u2028\u2029\ufeff" else c for c in text)
