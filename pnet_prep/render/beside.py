"""Short parts side by side: two headings share the height of one, and save the paper a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pnet_prep.render.halves import height, lines_in_half

if TYPE_CHECKING:
    from collections.abc import Iterator

Data = dict[str, Any]
"""What ``checklist.typ`` sets of a block."""

_PART = 2  # the level of a heading that begins a part
_HEADING = 2  # lines, with the air around it
_LONGEST = 12  # lines of a part in half a page


def beside(blocks: list[Data]) -> list[Data]:
    """The blocks, each two short parts that follow one another as one block of two columns.

    A part is short that has nothing but a few facts. Two of them stay apart where one is so much
    longer than the other that the facts of each, in two columns below its heading, need less room.
    """
    parts: list[list[Data]] = []
    for block in blocks:
        if not parts or _begins(block):
            parts.append([])
        parts[-1].append(block)
    return [*_paired(parts)]


def _begins(block: Data) -> bool:
    return (block["kind"], block.get("level")) == ("heading", _PART)


def _paired(parts: list[list[Data]]) -> Iterator[Data]:
    waiting: list[Data] = []
    for part in parts:
        if not _is_short(part):
            yield from waiting
            waiting = []
            yield from part
        elif waiting and _saves(waiting, part):
            yield {"kind": "beside", "mark": None, "columns": [_narrow(waiting), _narrow(part)]}
            waiting = []
        else:
            yield from waiting
            waiting = part
    yield from waiting


def _is_short(part: list[Data]) -> bool:
    heading, *rest = part
    if not _begins(heading) or [block["kind"] for block in rest] != ["facts"]:
        return False
    (facts,) = rest
    return not facts["title"] and _in_half(facts) <= _LONGEST


def _saves(first: list[Data], second: list[Data]) -> bool:
    beside = max(_in_half(first[1]), _in_half(second[1]))
    return beside < height(first[1]["runs"]) + _HEADING + height(second[1]["runs"])


def _in_half(facts: Data) -> int:
    return sum(map(lines_in_half, _told(facts)))


def _told(facts: Data) -> list[Any]:
    return [fact for run in facts["runs"] for half in run for fact in half]


def _narrow(part: list[Data]) -> list[Data]:
    heading, facts = part
    return [heading, {**facts, "runs": [[_told(facts)]]}]
