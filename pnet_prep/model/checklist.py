"""The printed checklist as format-neutral blocks in reading order. Renderers only walk them.

All texts are ready to print except for escaping, which is each renderer's own. Empty strings mean
"nothing to print here".
"""

from typing import TYPE_CHECKING

from pnet_prep.model.fixed import Fixed

if TYPE_CHECKING:
    from collections.abc import Callable

    from pnet_prep.model.calendar import Calendar
    from pnet_prep.model.message import Message
    from pnet_prep.model.told import ChecklistData


class Heading(Fixed):
    """A heading; ``level`` 1 is a part of the checklist, 2 lies inside it.

    ``part`` says which part begins here, whatever the language: ``questions``, ``answers.family``.
    """

    level: int
    text: str
    part: str = ""


class Paragraph(Fixed):
    """A run of text. ``small`` is for sources and notices."""

    text: str
    small: bool = False


class Fact(Fixed):
    """A label and what was said; one string a view, already attributed where views differ.

    Of a panel of the sheet, ``part`` is that of the heading under which it is told in full, and so
    many of its first values as ``changed`` says are new, changed or stopped.
    """

    label: str
    values: tuple[str, ...]
    part: str = ""
    changed: int = 0


class Facts(Fixed):
    """Some facts about one thing: ``title`` names it (a symptom, a medicine, a relative)."""

    title: str
    facts: tuple[Fact, ...]


class Question(Fixed):
    """A question to ask, with its tick box. ``lines`` is the room for the answer, in lines."""

    number: int
    text: str
    because: str
    lines: int = 0


class TickList(Fixed):
    """Short lines, each with a tick box; ``room`` names what is to be written beside each."""

    items: tuple[str, ...]
    room: str = ""


class Lines(Fixed):
    """Empty ruled lines to write on; with ``more``, also on what their page has left."""

    rows: int
    more: bool = False


Block = Heading | Paragraph | Facts | Question | TickList | Lines


class SheetSymptom(Fixed):
    """One row of the symptom table: a cell a column, and what may be left out if room is short."""

    name: str
    cells: tuple[str, ...]
    effect: str = ""
    views: tuple[str, ...] = ()


class Sheet(Fixed):
    """Page 1, for the doctor.

    ``facts`` are the lines about the visit and the people, the first of them the patient where
    ``named``; ``opening`` is the line to say;
    ``columns`` head the name and each cell of a symptom; ``panels`` come below. The blocks tell it
    all again in full, so a renderer may leave something out to keep to one page.
    """

    title: str
    facts: tuple[str, ...]
    flags_title: str
    flags: tuple[str, ...]
    opening: str
    top: tuple[Question, ...]
    symptoms_title: str
    columns: tuple[str, ...]
    symptoms: tuple[SheetSymptom, ...]
    panels: tuple[Fact, ...]
    named: bool = False


class OnScreen(Fixed):
    """What only a page that can be filled in says.

    ``note`` tells what becomes of ticks and notes, ``room`` names a field for an answer, and
    ``contents`` stands above the list of parts. ``cut`` is the pattern for a ``{text}`` that goes
    on below, and ``more`` the one for a ``{count}`` of values that stand there.
    """

    note: str
    room: str
    contents: str
    cut: str
    more: str


class Checklist(Fixed):
    """The whole document. ``title`` never names an illness; ``footer`` stands on every page.

    ``page`` is the pattern for page numbers with ``{page}`` and ``{pages}``; ``more`` is what the
    sheet prints where something was left out for room, with ``{page}``, and ``no_room`` is the
    heading above what stands nowhere else. ``notice`` says beside the title of the sheet what it is
    and is not, where the sheet is handed over alone. ``language`` is a BCP 47 tag; lines run in
    ``direction``, ``ltr`` or ``rtl``. What only some formats need is made when it is called
    for: ``message`` tells the most important of it in a few lines, ``data`` all of it with ids,
    for programs, and ``calendar`` when it is.
    """

    language: str
    title: str
    sheet: Sheet
    blocks: tuple[Block, ...]
    footer: str
    page: str
    more: str
    no_room: str
    on_screen: OnScreen
    message: "Callable[[], Message]"
    data: "Callable[[], ChecklistData]"
    calendar: "Callable[[], Calendar]"
    direction: str = "ltr"
    notice: str = ""
