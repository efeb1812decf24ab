"""Several entries of a list given at once: shown as rows, and confirmed all together or singly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.digest import sha256
from pnet_prep.engine.dose_hints import dose_item, hints
from pnet_prep.engine.flow import naming_step
from pnet_prep.engine.pasted_list import Row, rows_in, says_how_often
from pnet_prep.engine.pasted_list import row as row_of
from pnet_prep.engine.text import accept_line
from pnet_prep.engine.wording import lower_first
from pnet_prep.interview.speakers import new_id
from pnet_prep.interview.state import Mode, Spot
from pnet_prep.interview.taking import ask_again, guessed, saved
from pnet_prep.model.interview import Ask, Choice, Chosen, Given, Notice, Screen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pnet_prep.engine.flow import Step
    from pnet_prep.interview.state import State
    from pnet_prep.model.interview import Event
    from pnet_prep.model.response import Moment

KEEP_ALL, EACH, WHOLE, DROP_ALL = "keep_all", "each", "whole", "drop_all"
KEEP, MEANT, DROP = "keep", "meant", "drop"


def pasted(state: State, listed: Step, text: str) -> State | None:
    """The rows to confirm; ``None`` where the text is one entry."""
    rows = rows_in(text)
    if len(rows) < 2:
        return None
    return state.to(Spot(Mode.PASTED, listed.place, typed=text, rows=rows))


def with_dose(state: State, listed: Step, text: str, moment: Moment) -> State | None:
    """The entry with its dose, where both stand in one line; ``None`` where that is not sure."""
    row = next(iter(rows_in(text)), Row(""))
    if dose_item(listed.item) is None or not says_how_often(row.rest):
        return None
    if guessed(state, listed.item.items[0], row.name):
        return state.to(Spot(Mode.ROW, listed.place, rows=(row,)))
    hinted = _hints(state, row)
    state = _kept(state, listed, [row], moment)
    return state.stay(*state.notices, *hinted)


def pasted_screen(state: State, listed: Step) -> Screen:
    """All rows, or one of them."""
    return (_row_screen if state.spot.mode is Mode.ROW else _all_screen)(state, listed)


def in_pasted(state: State, listed: Step, event: Event, moment: Moment) -> State:
    """An event on the screen of all rows, or of one of them."""
    return (_in_row if state.spot.mode is Mode.ROW else _in_all)(state, listed, event, moment)


def with_unconfirmed(state: State, moment: Moment) -> State:
    """The rows on the screen as entries, for somebody who leaves it: what was given is kept."""
    if state.spot.mode not in {Mode.PASTED, Mode.ROW}:
        return state
    listed = state.step((state.spot.place[0], ""))
    return _kept(state, listed, state.spot.rows, moment) if listed else state


def _all_screen(state: State, listed: Step) -> Screen:
    """All rows with their hints, to keep together, to look at, or to leave out."""
    wording, rows = state.picture.wording, state.spot.rows
    label = lower_first(listed.item.short)
    told = [Notice(_numbered(state, place, row)) for place, row in enumerate(rows, 1)]
    hinted = [
        Notice(wording.say("pasted.hint", name=row.name, hint=hint.text))
        for row in rows
        for hint in _hints(state, row)
    ]
    return Screen(
        ask=Ask.ONE,
        text=wording.say("pasted.text", count=str(len(rows)), label=label),
        notices=(*state.notices, *told, *hinted),
        choices=tuple(
            Choice(name, wording.words[f"pasted.{name}"])
            for name in (KEEP_ALL, EACH, WHOLE, DROP_ALL)
        ),
        help=wording.words["pasted.help"],
    )


def _row_screen(state: State, listed: Step) -> Screen:
    """One row: keep it, put it otherwise, or leave it out."""
    wording, row = state.picture.wording, state.spot.rows[0]
    meant = guessed(state, listed.item.items[0], row.name)
    offered = [(MEANT, wording.say("pasted.meant", name=meant))] if meant else []
    return Screen(
        ask=Ask.ONE,
        text=wording.say("pasted.row", row=_told(state, row)),
        notices=(*state.notices, *_hints(state, row)),
        choices=(
            Choice(KEEP, wording.words["pasted.keep"]),
            *(Choice(name, text) for name, text in offered),
            Choice(DROP, wording.words["pasted.drop"]),
        ),
        help=wording.words["pasted.help"],
        enter="" if meant else KEEP,
        words_too=True,
        draft=row.words,
    )


def _in_all(state: State, listed: Step, event: Event, moment: Moment) -> State:
    """An event on the screen of all rows."""
    spot = state.spot
    match event:
        case Chosen((chosen,)) if chosen == KEEP_ALL:
            # A name that may be misspelled is asked about, as when it is typed by itself.
            unsure = tuple(r for r in spot.rows if guessed(state, listed.item.items[0], r.name))
            sure = [r for r in spot.rows if r not in unsure]
            return _next_row(_kept(state, listed, sure, moment), listed, unsure)
        case Chosen((chosen,)) if chosen == EACH:
            return _next_row(state, listed, spot.rows)
        case Chosen((chosen,)) if chosen == WHOLE:
            whole = Row(accept_line(spot.typed))
            return _next_row(_kept(state, listed, [whole], moment), listed, ())
        case Chosen((chosen,)) if chosen == DROP_ALL:
            return _next_row(state, listed, ())
        case _:
            return ask_again(state, "problem.choose")


def _in_row(state: State, listed: Step, event: Event, moment: Moment) -> State:
    """An event on the screen of one row."""
    row, *others = state.spot.rows
    match event:
        case Chosen((chosen,)) if chosen == DROP:
            kept: list[Row] = []
        case Chosen((chosen,)) if chosen == MEANT:
            kept = [row._replace(name=guessed(state, listed.item.items[0], row.name))]
        case Chosen((chosen,)) if chosen == KEEP:
            kept = [row]
        case Given(text) if text.strip():
            kept = [row_of(accept_line(text))]
        case _:
            return ask_again(state, "problem.choose")
    return _next_row(_kept(state, listed, kept, moment), listed, tuple(others))


def _kept(state: State, listed: Step, rows: Sequence[Row], moment: Moment) -> State:
    dose = dose_item(listed.item)
    for place, row in enumerate(rows):
        # The clock ticks once an event, and each row is an entry of its own.
        nonce = sha256(f"{moment.nonce} {place}".encode()).hexdigest()[: len(moment.nonce)]
        own = moment._replace(nonce=nonce)
        entry = new_id(own)
        name = row.name if dose else row.words
        state = saved(state, naming_step(listed, entry).place, name, own)
        if dose and row.rest:
            state = saved(state, (dose.link_id, entry), row.rest, own)
        told = state.picture.wording.say("list.added", name=row.words)
        state = state.stay(*state.notices, Notice(told))
    return state


def _next_row(state: State, listed: Step, rows: tuple[Row, ...]) -> State:
    """At the next row, or back where names are added."""
    if rows:
        return state._replace(spot=Spot(Mode.ROW, listed.place, rows=rows))
    return state._replace(spot=Spot(Mode.ADD, listed.place))


def _numbered(state: State, place: int, row: Row) -> str:
    return state.picture.wording.say("pasted.line", number=str(place), row=_told(state, row))


def _told(state: State, row: Row) -> str:
    if not row.rest:
        return row.name
    return state.picture.wording.say("pasted.split", name=row.name, rest=row.rest)


def _hints(state: State, row: Row) -> list[Notice]:
    words = state.picture.content.words
    return [Notice(words[one]) for one in hints(row.words)]
