"""A made-up patient as an answers file: who raises a question, sign or step, for an editor to see.

It has the form of the example patients in ``tests/cases``, and ``start --answers`` takes it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pnet_prep.engine.picture import look
from pnet_prep.engine.prover import Prover
from pnet_prep.engine.uses import holders
from pnet_prep.model.response import ANSWERING, QuestionnaireResponse
from pnet_prep.model.values import DateSaid, ListMark, NonAnswer, OwnWords, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from pnet_prep.model.content import Content
    from pnet_prep.model.values import Value


def ids_with_witness(content: Content) -> list[str]:
    """The ids of all that answers can raise: questions, signs and steps."""
    always = [rule.id for rule in content.rules if rule.when is None]
    return [*always, *(use.id for use, _ in holders(content) if use.kind != "item")]


def witness_file(content: Content, name: str, today: date) -> str:
    """The answers file of somebody who raises ``name`` and says no more than needed.

    Raises ``KeyError`` for an id that nothing raises, ``ValueError`` for one that nobody can raise.
    """
    if name not in ids_with_witness(content):
        raise KeyError(name)
    conditions = [
        condition for use, condition in holders(content) if use.id == name and use.kind != "item"
    ]
    response: QuestionnaireResponse | None = QuestionnaireResponse(())
    if conditions:
        response = Prover(content, today).example(conditions[0])
    if response is None:
        raise ValueError(name)
    return "\n".join([*_lines(content, name, response, today), ""])


def _lines(
    content: Content, name: str, response: QuestionnaireResponse, today: date
) -> Iterator[str]:
    flags = [fired.flag.id for fired in look(content, response, today).flags]
    answering = [answer.value for answer in response.at(ANSWERING)]
    yield f"name: {name}"
    yield f"about: Somebody made up, who says just what raises {name}."
    yield f'as_of: "{today.isoformat()}"'
    yield f"as: {answering[0] if answering and isinstance(answering[0], str) else 'patient'}"
    answers = list(_answers(content, response))
    yield "answers:" if answers else "answers: {}"
    yield from answers
    if any(rule.id == name for rule in content.rules):
        yield f"must_ask: [{name}]"
    yield f"red_flags: [{', '.join(flags)}]"


def _answers(content: Content, response: QuestionnaireResponse) -> Iterator[str]:
    """Each answer in the order asked; a list as its entries."""
    for link_id, item in content.questionnaire.by_id.items():
        if item.repeats and (response.entries(link_id) or response.at(link_id)):
            yield from _list(link_id, [child.link_id for child in item.items], response)
        elif link_id != ANSWERING:
            yield from (f"  {link_id}: {_written(one.value)}" for one in response.at(link_id))


def _list(link_id: str, children: list[str], response: QuestionnaireResponse) -> Iterator[str]:
    entries = response.entries(link_id)
    said = [answer.value for answer in response.at(link_id)]
    if not entries:
        yield f"  {link_id}: {'[]' if said[0] is ListMark.COMPLETE else _written(said[0])}"
        return
    yield f"  {link_id}:"
    for entry in entries:
        held = [(child, one.value) for child in children for one in response.at(child, entry)]
        for number, (child, value) in enumerate(held):
            yield f"    {'  ' if number else '- '}{child}: {_written(value)}"


def _written(value: Value) -> str:
    match value:
        case NonAnswer():
            return f"{{none: {value.value}}}"
        case tuple():
            return f"[{', '.join(value)}]"
        case DateSaid(text) | Quantity(text) | OwnWords(text):
            return json.dumps(text, ensure_ascii=False)
        case _:
            return json.dumps(str(value), ensure_ascii=False)
