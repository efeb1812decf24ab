"""For each answer of the interview: the questions, signs, steps and items it can lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.content.coverage_text import cell, ids, starred
from pnet_prep.engine.uses import on_paper, steers, uses_of
from pnet_prep.model.questionnaire import ItemType, walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pnet_prep.engine.uses import Use, Uses
    from pnet_prep.model.content import Content
    from pnet_prep.model.questionnaire import Item

SAID = {
    "rule": "asks the doctor",
    "red_flag": "warns",
    "step": "prepares",
    "item": "opens",
}
NO_OTHERS = "Nothing looks at these answers; they only stand on paper"
NO_PAPER = "Nothing looks at these answers, and they stand on no paper"
ON_PAPER, NOWHERE = "only on paper", "leads to nothing, and stands on no paper"
PROGRAM = "These steer the program itself"


def answer_lines(content: Content) -> Iterator[str]:
    """A part of the interview a chapter: first the answers that lead on, then all others by id."""
    uses, shown = uses_of(content), on_paper(content.questionnaire)
    star = starred(content.questionnaire)
    yield from ("", "## Answers")
    for section in content.questionnaire.sections:
        yield from ("", f"### {cell(section.title)}")
        rest: dict[str, dict[str, None]] = {PROGRAM: {}, NO_OTHERS: {}, NO_PAPER: {}}
        for item in walk(section.items):
            if item.link_id in uses:
                rests = ON_PAPER if item.link_id in shown else NOWHERE
                yield from _item(item, uses, star, rests=rests)
            elif steers(content, item.link_id):
                rest[PROGRAM][item.link_id] = None
            elif item.type not in {ItemType.GROUP, ItemType.DISPLAY}:
                said = NO_OTHERS if item.link_id in shown else NO_PAPER
                rest[said][star(item.link_id)] = None
        for said, names in rest.items():
            if names:
                yield from ("", f"{said}: {ids(names)}.")


def _item(item: Item, uses: Uses, star: Callable[[str], str], *, rests: str) -> Iterator[str]:
    used = uses[item.link_id]
    yield from ("", f"`{item.link_id}` {cell(item.text)}", "")
    order = [option.id for option in item.options]
    named = sorted(used, key=lambda one: order.index(one) if one in order else len(order))
    for answer in named:
        said = ids([answer]) if answer in order else cell(answer)
        yield f"- {said}: {'; '.join(_leads(used[answer], star))}"
    if silent := [option for option in order if option not in used]:
        yield f"- {rests}: {ids(silent)}"


def _leads(found: Iterable[Use], star: Callable[[str], str]) -> Iterator[str]:
    for kind, said in SAID.items():
        if names := dict.fromkeys(star(use.id) for use in found if use.kind == kind):
            yield f"{said} {ids(names)}"
