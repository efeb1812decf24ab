"""Whether anything could tell others what somebody writes for themselves alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.content.report import problem_at
from pnet_prep.engine.uses import answers_named, holders

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pnet_prep.content.index import Index
    from pnet_prep.content.nodes import Node
    from pnet_prep.content.problem import Problem
    from pnet_prep.engine.uses import Use
    from pnet_prep.model.content import Content

CODE = "kept-back"
TOLD = '"{item}" is each person\'s own: what rests on it would tell others. Add "ask_whom: patient"'


def check_personal(content: Content, index: Index) -> Iterator[Problem]:
    """Conditions that look at such an answer from outside, and the question about printing."""
    personal, by_id = content.questionnaire.personal, content.questionnaire.by_id
    for use, condition in holders(content):
        if use.kind == "item" and use.id in personal:
            continue
        file, node = _place(use, index)
        named = dict.fromkeys(item for item, _ in answers_named(condition, by_id))
        for item in named:
            if item in personal:
                yield problem_at(file, node.get("when") or node, CODE, TOLD.format(item=item))
    if content.ask_to_print in personal:
        defined = index.items[content.ask_to_print]
        told = TOLD.format(item=content.ask_to_print)
        yield problem_at(defined.file, defined.node, CODE, told)


def _place(use: Use, index: Index) -> tuple[str, Node]:
    if use.kind == "item":
        defined = index.items[use.id]
        return defined.file, defined.node
    return index.ids[use.kind][use.id]
