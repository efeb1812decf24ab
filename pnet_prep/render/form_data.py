"""What the script of the form has to know, as JSON that cannot end the element it stands in.

Conditions name the same few questions and answers again and again, and many signs end with the same
sentence, so there are numbers in place of texts: places in one list of all of them. So there are in
place of a part that stands in several conditions.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from pnet_prep.model.conditions import All, AnyOf, Count, Leaf, Not, Some, Within

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pnet_prep.model.conditions import Condition
    from pnet_prep.model.form import Form

_SPOKEN = (
    "person.unnamed",
    "choose.not_sure",
    "choose.declined",
    "either.unit",
    "list.add_first",
    "list.add_more",
    "list.none",
    "list.remove",
    "problem.number",
    "flag.saved",
    "phone.team",
    "phone.emergency",
    "phone.emergency.unknown",
    "sheet.labelled",
    "list.comma",
    "answer.none_listed",
    "form.help",
    "form.urgent",
    "form.entry",
    "form.entry.named",
    "form.downloaded",
    "form.copied",
    "form.copy.by_hand",
    "form.erased",
    "form.not_erased",
    "form.nothing",
    "form.who_first",
    "form.look",
    "form.saved",
    "form.refused",
    "form.refused.how",
)
"""The sentences that the script says; all others stand in the page."""


def data_of(form: Form) -> str:
    """The conditions, signs, phone numbers, known words and sentences of a form."""
    texts = _Texts()
    conditions = [*form.whens.values(), *(flag.when for flag in form.flags)]
    written, shared = _once([texts.as_data(one) for one in conditions])
    data = {
        "form": form.id,
        "visit": form.visit or None,
        "as": form.whose.who or None,
        "person": {"id": form.whose.person or None, "name": form.whose.name},
        "whens": written[: len(form.whens)],
        "flags": [
            [flag.level.value, texts.said(flag.do), when]
            for flag, when in zip(form.flags, written[len(form.whens) :], strict=True)
        ],
        "shared": shared,
        "places": {one.id: [one.name, one.emergency] for one in form.places if one.emergency},
        "recognised": form.recognised,
        "wordLists": {
            name: {
                "names": {one.id: _bar_between(one.names) for one in words.classes},
                "notAfter": words.not_after,
            }
            for name, words in form.word_lists.items()
        },
        "words": {name: form.words[name] for name in _SPOKEN},
        "texts": texts.all,
    }
    # A "<" in a text could begin the end of the script; as an escape it is the same text.
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _once(conditions: list[list[Any]]) -> tuple[list[Any], list[Any]]:
    """The same with a number for each part that stands in several places, and those parts."""
    seen = Counter(repr(part) for one in conditions for part in _parts(one))
    numbers: dict[str, int] = {}
    shared: list[Any] = []

    def written(part: list[Any]) -> Any:  # noqa: ANN401 - the condition, or its number
        name = repr(part)
        if name not in numbers:
            whole = [written(one) if isinstance(one, list) else one for one in part]
            if seen[name] == 1:
                return whole
            numbers[name] = len(shared)
            shared.append(whole)
        return numbers[name]

    return [written(one) for one in conditions], shared


def _parts(condition: list[Any]) -> Iterator[list[Any]]:
    yield condition
    for part in condition:
        if isinstance(part, list):
            yield from _parts(part)


def _bar_between(names: Iterable[str]) -> str:
    """Names in one text. Only their letters and digits count, so a bar inside one is a space."""
    return "|".join(name.replace("|", " ") for name in names)


class _Texts:
    """Numbers for texts, conditions written with them, and what consists of sentences."""

    def __init__(self) -> None:
        self.all: list[str] = []
        self._places: dict[str, int] = {}

    def said(self, text: str) -> list[int]:
        """A text by its sentences: many signs end with the same one."""
        return [self._place(one) for one in re.split(r"(?<=\.) ", text)]

    def as_data(self, condition: Condition) -> list[Any]:
        """A condition as a list: its form, then its parts."""
        match condition:
            case Leaf(item, operator, values, unit):
                said = (item, *values, unit) if unit else (item, *values)
                return [operator.value, *map(self._place, said)]
            case Within(item):
                return ["within", self._place(item)]
            case All(parts):
                return ["all", *self._each(parts)]
            case AnyOf(parts):
                return ["any", *self._each(parts)]
            case Not(part):
                return ["not", self.as_data(part)]
            case Count(at_least, parts):
                return ["count", at_least, *self._each(parts)]
            case Some(group, where):
                return ["some", self._place(group), self.as_data(where)]

    def _each(self, parts: Iterable[Condition]) -> list[list[Any]]:
        return [self.as_data(part) for part in parts]

    def _place(self, text: str) -> int:
        if text not in self._places:
            self._places[text] = len(self.all)
            self.all.append(text)
        return self._places[text]
