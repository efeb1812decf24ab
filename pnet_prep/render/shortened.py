"""Page 1 for a browser with its long answers cut, where the pages behind tell them in full."""

from __future__ import annotations

from itertools import accumulate, takewhile
from typing import TYPE_CHECKING

from pnet_prep.engine.fill import fill
from pnet_prep.model.checklist import Fact, Facts, Heading
from pnet_prep.render.sheet import is_told
from pnet_prep.render.typography import clusters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pnet_prep.model.checklist import Block, Checklist, Sheet, SheetSymptom

_LONGEST, _LONGEST_CELL = 160, 100  # letters: two lines on paper, five in a column of the table
_MOST, _MOST_LETTERS = 8, 480  # values of a panel, and letters of them together: six lines
_SHORTEST_WORD_BACK = 40  # letters; a longer last word is cut inside


def shortened(checklist: Checklist) -> Sheet:
    """The sheet, each text of it cut that is long and told again, with a word for where."""
    sheet, words = checklist.sheet, checklist.on_screen
    told = "\n".join(_values(checklist.blocks))
    parts = {one.part for one in checklist.blocks if isinstance(one, Heading)} - {""}

    def cut(text: str, longest: int = _LONGEST, *, below: bool = False) -> str:
        if len(text) <= longest * 5 // 4 or not (below or is_told(text, told)):
            return text
        kept = _begun(text, longest).rstrip()
        whole = kept.rpartition(" ")[0]
        kept = whole if len(kept) - len(whole) <= _SHORTEST_WORD_BACK else kept
        return fill(words.cut, {"text": kept})

    def panel(one: Fact) -> Fact:
        below = one.part in parts
        values = tuple(cut(value, below=below) for value in one.values)
        letters = accumulate(map(len, values))
        most = min(_MOST, max(1, sum(many <= _MOST_LETTERS for many in letters)))
        left = len(values) - most
        if left > 1 and below:
            values = (*values[:most], fill(words.more, {"count": str(left)}))
        return one._replace(values=values)

    return sheet._replace(
        facts=tuple(map(cut, sheet.facts)),
        symptoms=tuple(_row(row, cut) for row in sheet.symptoms),
        panels=tuple(map(panel, sheet.panels)),
    )


def _begun(text: str, longest: int) -> str:
    """The first letters of a text, none of them cut apart from its marks and joiners."""
    lengths = accumulate(map(len, clusters(text)))
    return text[: max(takewhile(longest.__ge__, lengths), default=longest)]


def _row(row: SheetSymptom, cut: Callable[[str, int], str]) -> SheetSymptom:
    return row._replace(
        name=cut(row.name, _LONGEST_CELL),
        cells=tuple(cut(cell, _LONGEST_CELL) for cell in row.cells),
        effect=cut(row.effect, _LONGEST),
        views=tuple(cut(view, _LONGEST) for view in row.views),
    )


def _values(blocks: Iterable[Block]) -> Iterable[str]:
    for block in blocks:
        if isinstance(block, Facts):
            yield block.title
            yield from (value for fact in block.facts for value in fact.values)
