"""Who gets a checklist, and what each of them gets. Pure: a visit in, what a reader sees out.

Answers are left out before anything is made of them (`for_reader`); parts that are of no use to a
reader are cut from the finished checklist (`shaped`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.withheld import without
from pnet_prep.model.checklist import Heading, Lines, Question
from pnet_prep.model.fixed import Fixed
from pnet_prep.model.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pnet_prep.engine.picture import Picture
    from pnet_prep.model.checklist import Block, Checklist, Sheet, SheetSymptom
    from pnet_prep.model.told import ChecklistData


class _Share(Fixed):
    """What a reader gets: answers of each kind, room to write, and the line below each page.

    Private answers are printed for nobody unless the patient wants them on paper. ``notes`` are the
    person's own, for nobody else; ``cut`` are the parts that are of no use to the reader.
    """

    private: bool = True
    sensitive: bool = True
    names: bool = True
    notes: bool = False
    paper: bool = True
    cut: tuple[str, ...] = ()


_AT_HOME = ("later", "steps.", "notes", "next_steps", "phones", "sources")
_ANSWERS = "answers."
_LINE, _CELL, _BESIDE = 80, 13, 30  # letters: in a line, in a line of a cell, beside a short text
_LONG = ("more_questions", "glossary", *_AT_HOME)
_SHARES = {
    Reader.DOCTOR: _Share(),
    Reader.FAMILY: _Share(private=False, sensitive=False),
    Reader.PORTAL: _Share(private=False, paper=False, cut=(_ANSWERS, *_LONG)),
    Reader.FORUM: _Share(
        private=False,
        sensitive=False,
        names=False,
        paper=False,
        cut=("answers.person", "answers.after", *_LONG),
    ),
    Reader.ME: _Share(notes=True),
}


def for_reader(picture: Picture, reader: Reader, items: Iterable[str] = ()) -> Picture:
    """The visit as a reader may know it; ``items`` are left out too."""
    share = _SHARES[reader]
    hidden = {
        link_id
        for link_id, item in picture.content.questionnaire.by_id.items()
        if (item.private and not share.private) or (item.sensitive and not share.sensitive)
    }
    known = without(picture, {*items, *hidden})
    if share.names:
        return known
    from pnet_prep.engine.nameless import nameless  # what only strangers need

    return nameless(known)


def shaped(checklist: Checklist, reader: Reader, room: int | None = None) -> Checklist:
    """The checklist without the parts a reader has no use for; its last words always stay.

    ``room`` is how much page 1 surely holds, as `weight` counts, where it has to fit a page. If it
    may have to be shortened, the answers that it then points to stay too.
    """
    share = _SHARES[reader]
    if room is not None and weight(checklist.sheet) > room:
        share = share._replace(cut=tuple(cut for cut in share.cut if cut != _ANSWERS))
    *blocks, last = checklist.blocks
    return checklist._replace(
        blocks=(*_useful(blocks, share), last),
        footer=checklist.footer if share.paper else "",
        data=lambda: _useful_data(checklist.data(), _SHARES[reader])._replace(reader=reader.value),
    )


def weight(sheet: Sheet) -> int:
    """A rough measure of how much room a sheet takes: its letters, and what stays empty beside."""
    questions = (text for one in sheet.top for text in (one.text, one.because))
    panels = (text for one in sheet.panels for text in (one.label, *one.values))
    texts = (*sheet.facts, *questions, *panels)
    flags = sum(len(flag) + _LINE for flag in sheet.flags)
    return flags + sum(len(one) + _BESIDE for one in texts if one) + sum(map(_row, sheet.symptoms))


def _row(row: SheetSymptom) -> int:
    """The same for a row of the symptom table, whose cells are narrow; each note has a line."""
    notes = [note for note in (row.effect, *row.views) if note]
    highest = max(map(len, (row.name, *row.cells)))
    return (highest // _CELL + 1 + len(notes)) * _LINE + sum(map(len, notes))


def shows_notes(reader: Reader) -> bool:
    """Whether the person's own notes for nobody else are in it."""
    return _SHARES[reader].notes


def _useful(blocks: Iterable[Block], share: _Share) -> Iterator[Block]:
    wanted = True
    for block in blocks:
        if isinstance(block, Heading) and block.part:
            wanted = not any(_is(block.part, part) for part in share.cut)
        if not wanted or (isinstance(block, Lines) and not share.paper):
            continue
        yield block._replace(lines=0) if isinstance(block, Question) and not share.paper else block


def _useful_data(data: ChecklistData, share: _Share) -> ChecklistData:
    def wanted(part: str) -> bool:
        return not any(_is(part, cut) for cut in share.cut)

    return data._replace(
        questions=tuple(one for one in data.questions if one.room or wanted("more_questions")),
        answers=tuple(one for one in data.answers if wanted(f"answers.{one.section}")),
        steps=tuple(one for one in data.steps if wanted(f"steps.{one.kind.value}")),
        sources=data.sources if wanted("sources") else (),
    )


def _is(part: str, cut: str) -> bool:
    return part == cut or (cut.endswith(".") and part.startswith(cut))
