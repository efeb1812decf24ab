"""An empty answers file: every question as a comment, ready to be filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.model.questionnaire import Item, ItemType, OptionsFrom, Quick
from pnet_prep.model.response import ANSWERING, HELPERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pnet_prep.model.content import Content


def template_of(content: Content) -> str:
    """The template as YAML text; it is a valid answers file as it stands."""
    return "\n".join(_lines(content)) + "\n"


def _lines(content: Content) -> Iterator[str]:
    words = content.words
    yield f"# {words['template.title']}"
    yield f"# {words['template.how']}"
    yield f"# {words['template.not_sure']}"
    yield "as: patient"
    yield "answers:"
    yield "  person.answering: patient"
    for section in content.questionnaire.sections:
        if section.asked_by:
            continue
        yield ""
        yield f"  # {section.title}"
        for item in section.items:
            yield from _item(item, content, "  # ")


def _item(item: Item, content: Content, lead: str) -> Iterator[str]:
    if (
        item.type is ItemType.DISPLAY
        or item.quick is Quick.ONLY
        or item.again
        or (item.repeats and item.options_from is OptionsFrom.SUGGESTIONS)
        or item.link_id in {ANSWERING, HELPERS}
    ):
        return
    if item.type is ItemType.GROUP and not item.repeats:
        yield f"{lead}# {_folded(item.text)}"
        for child in item.items:
            yield from _item(child, content, lead)
        return
    yield f"{lead}# {_folded(item.text)}"
    if item.options:
        yield f"{lead}# {', '.join(option.id for option in item.options)}"
    if not item.repeats:
        yield f"{lead}{item.link_id}: {_sample(item)}"
        return
    yield f"{lead}{item.link_id}:"
    for place, child in enumerate(item.items):
        dash = "- " if place == 0 else "  "
        yield f"{lead}  {dash}{child.link_id}: {_sample(child)}  # {_folded(child.short)}"


def _sample(item: Item) -> str:
    return "[]" if item.type is ItemType.CHOICES else '""'


def _folded(text: str) -> str:
    return " ".join(text.split())
