"""Page 1 as plain data for ``sheet.typ``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pnet_prep.render.tables import symptom_table
from pnet_prep.render.typography import set_line, set_lines, set_passage, set_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pnet_prep.model.checklist import Fact, Question, Sheet, SheetSymptom

REST = "rest"  # the mark where the pages after the sheet begin
_LINE = 80  # letters in a line of 11 point over the width of A4
_LONGEST_SHORT = 38  # letters of a value that fits half a line beside its label
_SHORTEST_LOOSE = 40  # letters; the sheet never shortens below this


def sheet_data(
    sheet: Sheet, places: Mapping[str, str], parts: Mapping[str, str], told: str
) -> dict[str, Any]:
    """The sheet's words, and for each row and panel the mark of the block with its whole text.

    ``places`` gives the mark of the block of each heading and name, ``parts`` that of the heading
    of each part; ``told`` is all that the blocks say.
    """
    table = symptom_table(sheet)
    shares, (columns, *rows) = set_table([table.columns, *table.rows], _LINE)
    data = {
        "title": set_line(sheet.title),
        "facts": set_lines(sheet.facts),
        "named": sheet.named and bool("".join(map(set_line, sheet.facts[:1]))),
        "flags_title": set_line(sheet.flags_title),
        "flags": set_lines(sheet.flags),
        "opening": set_line(sheet.opening),
        # Without the reasons: those are for the person who asks, not for the doctor.
        "top": [question_data(question) for question in sheet.top],
        "symptoms_title": set_line(sheet.symptoms_title),
        "columns": columns,
        "shares": shares,
        "symptoms": [
            _symptom(row, said, _row_place(row.name, sheet.symptoms_title, places))
            for row, said in zip(sheet.symptoms, rows, strict=True)
        ],
        "panels": [_panel(panel, _panel_place(panel, places, parts)) for panel in sheet.panels],
    }
    return {**data, "letters": _letters(data), "loose": list(_loose(sheet, told))}


def _letters(data: object) -> int:
    """How many letters the words in the data have, to guess how much room they take."""
    match data:
        case str():
            return len(data)
        case list() | tuple():
            return sum(map(_letters, data))
        case dict():
            return sum(map(_letters, data.values()))
        case _:
            return 0


def question_data(question: Question) -> dict[str, Any]:
    """The question and its number."""
    return {"number": question.number, "text": set_passage(question.text)}


def _symptom(row: SheetSymptom, said: list[str], see: str) -> dict[str, Any]:
    return {
        "name": said[0],
        "cells": said[1:],
        "effect": set_line(row.effect),
        "views": set_lines(row.views),
        "see": see,
    }


def _panel(panel: Fact, see: str) -> dict[str, Any]:
    return {
        "label": set_line(panel.label),
        "values": set_lines(panel.values),
        "changed": panel.changed,
        "short": all(len(value) <= _LONGEST_SHORT for value in panel.values),
        "see": see,
    }


def _row_place(name: str, title: str, places: Mapping[str, str]) -> str:
    """The mark of a symptom's block, also where the row says more than its name: "Cramps (new)"."""
    begins = [heading for heading in places if heading and name.startswith(heading)]
    return places[max(begins, key=len)] if begins else _place(title, places)


def _panel_place(panel: Fact, places: Mapping[str, str], parts: Mapping[str, str]) -> str:
    """The mark of the list of the same name, or else of the part that tells the panel in full."""
    alike = _place(panel.label, places)
    return alike if alike != REST else parts.get(panel.part, REST)


def _place(name: str, places: Mapping[str, str]) -> str:
    """The mark of the block with the most alike heading, "Medicines" for "Medicines (6; 1 new)"."""
    alike = [h for h in places if h and name and (name.startswith(h) or h.startswith(name))]
    return places[max(alike, key=len)] if alike else REST


def _loose(sheet: Sheet, told: str) -> Iterator[tuple[str, str]]:
    """What the sheet may have to shorten and no block repeats, each with the kind of text it is."""
    kept = (*sheet.flags, *(question.text for question in sheet.top))
    other = (
        *(text for row in sheet.symptoms for text in (*row.cells, row.effect)),
        *(value for panel in sheet.panels for value in panel.values),
    )
    for text in sheet.facts:  # their pointer leads here, wherever else they stand
        if len(text) > _SHORTEST_LOOSE:
            yield set_line(text), "fact"
    views = [view for row in sheet.symptoms for view in row.views]
    for texts, kind in ((kept, "kept"), (other, "other"), (views, "fact")):
        for text in texts:
            if len(text) > _SHORTEST_LOOSE and not is_told(text, told):
                yield set_line(text), kind


def is_told(text: str, told: str) -> bool:
    """Whether the blocks repeat the text: as it is, or without its label and view by view."""
    value = text.partition(": ")[2]
    return text in told or bool(value and all(one in told for one in value.split("; ")))
