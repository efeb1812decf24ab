"""The checklist as JSON for other programs, as ``docs/checklist-1.schema.json`` describes it.

The order of everything is fixed, so the same checklist gives the same bytes.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pnet_prep.engine.text import show
from pnet_prep.engine.values import to_plain
from pnet_prep.model.values import ListMark, OwnWords
from pnet_prep.render.rendering import Rendering

if TYPE_CHECKING:
    from pnet_prep.model.checklist import Checklist
    from pnet_prep.model.told import Asked, Told, Voice
    from pnet_prep.model.values import Value
    from pnet_prep.render.rendering import RenderOptions

FORMAT = "pnet-prep checklist 1"
"""Named in every file. A change that a program would notice raises the number."""


def render(checklist: Checklist, options: RenderOptions, /) -> Rendering:  # noqa: ARG001 - no paper
    """The document in UTF-8. Nothing can be missing from it."""
    data = checklist.data()
    document = {
        "format": FORMAT,
        "language": checklist.language,
        "for": data.reader,
        "title": checklist.title,
        "notice": data.notice,
        "people": [vars(one) for one in data.people],
        "urgent_signs": [vars(one) for one in data.signs],
        "questions": [_question(number, one) for number, one in enumerate(data.questions, 1)],
        "answers": [_answer(one) for one in data.answers],
        "steps": [{"id": one.id, "kind": one.kind.value, "text": one.text} for one in data.steps],
        "sources": [
            {
                "id": one.id,
                "title": one.title,
                "publisher": one.publisher,
                "url": one.url,
                "read": one.checked_on,
            }
            for one in data.sources
        ],
    }
    text = json.dumps(_shown(document), ensure_ascii=False, indent=1)
    return Rendering(f"{text}\n".encode())


def _question(number: int, one: Asked) -> dict[str, Any]:
    return {"number": number, **vars(one)}


def _answer(one: Told) -> dict[str, Any]:
    place = {"list": one.group, "entry": one.entry, "name": one.name} if one.group else {}
    return {
        "item": one.item,
        "section": one.section,
        "label": one.label,
        **place,
        "views": [_view(view, choice=one.choice) for view in one.views],
    }


def _view(view: Voice, *, choice: bool) -> dict[str, Any]:
    value = _value(view.value, choice=choice)
    return {"by": view.by, "said": view.words, "on": view.on, "value": value}


def _value(value: Value, *, choice: bool) -> dict[str, Any]:
    """A value with its kind; what is not known is left out."""
    match value:
        case ListMark():
            return {"none": value.value}
        case OwnWords(text):
            return {"text": text}
        case tuple():
            return {"options": list(value)}
        case int():
            return {"number": value}
        case str():
            return {"option": value} if choice else {"text": value}
        case _:
            plain: dict[str, Any] = to_plain(value)
            return plain


def _shown(part: Any) -> Any:  # noqa: ANN401 - what JSON can hold
    """The same with every text safe to show."""
    match part:
        case str():
            return show(part)
        case list() | tuple():
            return [_shown(one) for one in part]
        case dict():
            return {key: _shown(one) for key, one in part.items()}
        case _:
            return part
