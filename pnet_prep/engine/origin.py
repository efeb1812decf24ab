"""Saying where a question comes from that a clinic or a patient group added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.fill import fill

if TYPE_CHECKING:
    from pnet_prep.model.content import Content
    from pnet_prep.model.prompt_list import SuggestedQuestion


def because_from(question: SuggestedQuestion, content: Content) -> str:
    """What stands below a question: its reason, and whose question it is where it was added."""
    parts = (question.because, _from(question.id, content))
    return content.words["sheet.join"].join(filter(None, parts))


def beside(text: str, name: str, content: Content) -> str:
    """A text, and whose it is where the pack of the id ``name`` added it."""
    pack = content.pack_of(name)
    if pack is None:
        return text
    slots = {"text": text, "title": pack.title, "publisher": pack.publisher}
    return fill(content.words["pack.beside"], slots)


def packs_said(content: Content) -> str:
    """Everything about the packs that add to a visit, a line each; empty without any."""
    return "\n".join(
        fill(
            content.words["print.pack"],
            {
                "title": pack.title,
                "audience": pack.audience,
                "publisher": pack.publisher,
                "contact": pack.contact,
            },
        )
        for pack in content.added
    )


def _from(name: str, content: Content) -> str:
    pack = content.pack_of(name)
    if pack is None:
        return ""
    return fill(content.words["pack.from"], {"title": pack.title, "publisher": pack.publisher})
