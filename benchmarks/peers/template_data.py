"""One person's answers as the flat values a template can test."""

from collections.abc import Iterator

from peers.jinja_conditions import variable
from pnet_prep.engine.edtf import bounds
from pnet_prep.engine.views import View
from pnet_prep.model.questionnaire import Item, ItemType, Questionnaire, Recognise, walk
from pnet_prep.model.response import Answer
from pnet_prep.model.values import (
    AskLater,
    DateSaid,
    ListMark,
    NonAnswer,
    OwnWords,
    Quantity,
    SameAs,
    Value,
)

Plain = str | int | float | bool | list[str] | None
Data = dict[str, Plain | list[dict[str, Plain]]]


def template_data(view: View, questionnaire: Questionnaire) -> Data:
    """Every item with its value, ``None`` where nothing was said; a repeated group as a list.

    Bounds of dates, units and medicine classes are worked out here: a template could not.
    """
    data: Data = {}
    for section in questionnaire.sections:
        for item in walk(section.items):
            if item.repeats:
                entries = view.lists.get(item.link_id, ())
                data[variable(item.link_id)] = [_entry(item, one, view) for one in entries]
                data[variable(item.link_id, "complete")] = item.link_id in view.complete
            elif not questionnaire.list_of(item.link_id):
                data.update(_fields(item, view.answers.get((item.link_id, "")), view))
    return data


def _entry(group: Item, entry: str, view: View) -> dict[str, Plain]:
    fields: dict[str, Plain] = {}
    for item in walk(group.items):
        fields.update(_fields(item, view.answers.get((item.link_id, entry)), view))
    return fields


def _fields(item: Item, answer: Answer | None, view: View) -> Iterator[tuple[str, Plain]]:
    value = answer.value if answer else None
    yield variable(item.link_id), _plain(value)
    if item.type is ItemType.DATE:
        sure = isinstance(value, DateSaid) and value.edtf
        first, last = bounds(sure) if sure else (None, None)
        yield variable(item.link_id, "first"), first.isoformat() if first else None
        yield variable(item.link_id, "last"), last.isoformat() if last else None
    elif item.type is ItemType.QUANTITY:
        for unit in item.units:
            fits = isinstance(value, Quantity) and value.unit == unit and value.number
            yield variable(item.link_id, f"in_{unit}"), float(fits) if fits else None
    elif item.type in {ItemType.INTEGER, ItemType.SCALE_0_10}:
        yield variable(item.link_id, "number"), value if isinstance(value, int) else None
    elif item.type is ItemType.CHOICES or item.recognise is not Recognise.NOTHING:
        yield variable(item.link_id, "has"), _held(item.link_id, value, view)


def _held(item: str, value: Value | None, view: View) -> list[str] | None:
    if isinstance(value, str):
        classes = view.classes(item, value)
        return None if classes is None else sorted(classes)
    return list(value) if isinstance(value, tuple) else None


def _plain(value: Value | None) -> Plain:
    match value:
        case NonAnswer() | ListMark():
            return str(value.value)
        case AskLater() | SameAs():
            return None
        case DateSaid(text) | Quantity(text) | OwnWords(text):
            return text
        case tuple():
            return list(value)
        case str() | int() | None:
            return value
