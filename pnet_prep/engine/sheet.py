"""Page 1: what a doctor can read in a minute. What goes where is said by ``sheet`` of each item."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from pnet_prep.engine.changes import compared, mark
from pnet_prep.engine.facts import (
    first_answer,
    first_value,
    may_print,
    one_or_both,
    values,
    values_at_first,
)
from pnet_prep.engine.origin import beside
from pnet_prep.engine.panels import all_usual, panels, usual
from pnet_prep.engine.reasons import told
from pnet_prep.engine.symptoms import COLUMN, OWN_SYMPTOMS, stopped_symptoms, worst_first
from pnet_prep.engine.voices import named, only_teller, told_by
from pnet_prep.model.checklist import Question, Sheet, SheetSymptom
from pnet_prep.model.response import ANSWERING, BOTH, HELPERS, PATIENT
from pnet_prep.model.rules import PrintFlag
from pnet_prep.model.values import DateSaid, NonAnswer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pnet_prep.engine.picture import Picture
    from pnet_prep.model.prompt_list import FiredFlag
    from pnet_prep.model.questionnaire import Item
    from pnet_prep.model.response import Answer

TOP = 3
NEVER_SHORTENED = 120
"""The letters that an answer may have to stand on page 1 in full, whatever else stands there."""
NAME, BORN = ("person.name", ""), ("person.born", "")
SEEN = "seen"
"""The place of what is said below the row of a symptom, such as what others saw."""


def sheet(picture: Picture) -> Sheet:
    """The sheet of a visit."""
    words = picture.content.words
    columns = _columns(picture)
    patient = _patient(picture)
    return Sheet(
        title=words["sheet.title"],
        facts=(
            *filter(None, (patient, *_visit(picture), _people(picture))),
            *picture.content.unchecked,
        ),
        flags_title=words["sheet.flags"],
        flags=flag_lines(picture),
        opening=words["sheet.opening"],
        top=tuple(
            Question(number, beside(one.text, one.id, picture.content), one.because)
            for number, one in enumerate(picture.suggestions[:TOP], 1)
        ),
        symptoms_title=words["sheet.symptoms"],
        columns=(words["sheet.symptom"], *(label for _, label in columns)),
        symptoms=tuple(_symptoms(picture, columns)),
        panels=panels(picture),
        named=bool(patient),
    )


def told_at_the_top(picture: Picture) -> frozenset[str]:
    """The ids of the items whose answers the first lines of page 1 tell in full.

    A long answer is not among them: page 1 may have to shorten it.
    """
    lines = (*_of_patient(picture), *_of_visit(picture), *_reason(picture))
    patient = (NAME, BORN) if first_value(picture, NAME) else ()
    one = (place for place in patient if len(values(picture, place)) == 1)
    return frozenset(
        place[0]
        for place in (*one, *((item.link_id, "") for item in lines))
        if 0 < len(one_or_both(picture, place)) <= NEVER_SHORTENED
        and not values_at_first(picture, place)
    )


def flag_lines(picture: Picture) -> tuple[str, ...]:
    """What is said of the flags that go on paper."""
    return tuple(text for _, text in told_flags(picture))


def told_flags(picture: Picture) -> tuple[tuple[FiredFlag, str], ...]:
    """The flags that go on paper, with what is said of each."""
    return tuple((one, _flag(one, picture)) for one in _told_apart(printed_flags(picture)))


def printed_flags(picture: Picture) -> tuple[FiredFlag, ...]:
    """The fired flags that go on paper: private ones only if the patient wants them there."""
    wanted = any(
        answer.value == "yes" and answer.by == PATIENT
        for answer in picture.response.at(picture.content.ask_to_print)
    )
    return tuple(f for f in picture.flags if f.flag.print is PrintFlag.ALWAYS or wanted)


def _told_apart(flags: tuple[FiredFlag, ...]) -> Iterator[FiredFlag]:
    """Without those of which another one, kept, already tells all that was said."""
    said = [{(one.by, part) for one in fired.reasons for part in one.phrases} for fired in flags]
    for place, (fired, own) in enumerate(zip(flags, said, strict=True)):
        longer = any(own < other for other in said)
        if not own or not (longer or own in said[:place]):
            yield fired


def _flag(fired: FiredFlag, picture: Picture) -> str:
    said = told(fired.reasons, picture.wording) or picture.content.words["sheet.flag_unsure"]
    days = sorted({answer.on for answer in fired.answers})
    day = picture.wording.day(days[-1]) if days else ""
    line = picture.wording.say("sheet.flag", said=said, day=day)
    return beside(line, fired.flag.id, picture.content)


def _patient(picture: Picture) -> str:
    """Whose visit it is: the name, the year of birth, and what else a doctor asks of anybody."""
    name, born = first_value(picture, NAME), _born(picture)
    known = {item.link_id: _labelled(picture, item) for item in _of_patient(picture)}
    if born and name:
        name = picture.wording.say("sheet.born", name=name, born=born)
        known.pop(BORN[0], None)
    return picture.content.words["sheet.join"].join(filter(None, (name, *known.values())))


def _born(picture: Picture) -> str:
    """When the patient was born, as it was read: "47" may be the age that somebody gave."""
    answer = first_answer(picture, BORN)
    if answer is None or not answer.real:
        return ""
    if isinstance(answer.value, DateSaid) and answer.value.edtf:
        with suppress(ValueError):  # a visit file that was changed by hand
            return picture.wording.day(answer.value.edtf)
    return picture.wording.answer(answer)


def _visit(picture: Picture) -> Iterator[str]:
    """When, where and with whom in one line, and the reason for the visit in one of its own."""
    shown = [one_or_both(picture, (item.link_id, "")) for item in _of_visit(picture)]
    yield picture.content.words["sheet.join"].join(filter(None, shown))
    yield from (_labelled(picture, item) for item in _reason(picture))


def _labelled(picture: Picture, item: Item) -> str:
    value = one_or_both(picture, (item.link_id, ""))
    return picture.wording.say("sheet.labelled", label=item.short, value=value) if value else ""


def _of_patient(picture: Picture) -> Iterable[Item]:
    """None where the name is left out for the reader: then nothing shall say who it is."""
    return () if NAME[0] in picture.withheld.items else picture.ready.on_sheet.get("patient", ())


def _of_visit(picture: Picture) -> list[Item]:
    items = picture.ready.on_sheet.get("visit", ())
    return [item for item in items if not all_usual(picture, item)]


def _reason(picture: Picture) -> Iterable[Item]:
    return picture.ready.on_sheet.get("reason", ())


def _people(picture: Picture) -> str:
    shown = picture.response.shown
    # Who chose wrongly at the first question and went back has typed nothing else.
    typed = {a.typed for a in shown if a.item != ANSWERING} or {a.typed for a in shown}
    # A helper who only types what others say has no view of their own.
    everybody = dict.fromkeys((*picture.response.people(), *picture.response.entries(HELPERS)))
    people = everybody if BOTH in typed else [one for one in everybody if one in typed]
    names = [picture.wording.person(person) for person in people]
    return picture.wording.say("sheet.filled_by", people=picture.wording.listed(names))


def _columns(picture: Picture) -> tuple[tuple[str, str], ...]:
    """The last part of the id and the label of each card item that is a column."""
    own = picture.content.questionnaire.by_id.get(OWN_SYMPTOMS)
    card = own.items if own else ()
    return tuple((_last(i.link_id), i.short) for i in card if i.sheet == COLUMN)


def _symptoms(picture: Picture, columns: tuple[tuple[str, str], ...]) -> Iterator[SheetSymptom]:
    for item, entry in (*worst_first(picture), *stopped_symptoms(picture)):
        yield _symptom(picture, item, entry, columns)


def _symptom(
    picture: Picture, group: Item, entry: str, columns: tuple[tuple[str, str], ...]
) -> SheetSymptom:
    by_id = picture.content.questionnaire.by_id
    items = [by_id[f"{group.link_id}.{suffix}"] for suffix, _ in columns]
    effects = [i for i in group.items if i.sheet == "effect"]
    found = (first_answer(picture, (item.link_id, entry)) for item in (*items, *effects))
    teller = only_teller(picture, filter(None, found))
    name = picture.wording.entry(group, entry) if entry else group.text
    name = told_by(picture, name, teller)
    if changed := mark(picture, group, entry):
        name = picture.wording.say("change.marked", name=name, mark=changed)
    told = (item for item in effects if first_value(picture, (item.link_id, entry)))
    effect = [_cell(picture, item, entry, teller) for item in told]
    return SheetSymptom(
        name,
        tuple(_cell(picture, item, entry, teller) for item in items),
        "; ".join(effect),
        tuple(_views(picture, group, entry)),
    )


def _cell(picture: Picture, item: Item, entry: str, teller: str) -> str:
    """One answer: the patient's as it is, another person's with the name unless the row has it."""
    answer = first_answer(picture, (item.link_id, entry))
    if answer is None:
        return ""
    shown = compared(picture, item, entry, picture.wording.answer(answer))
    own = picture.one_voice or answer.by in {PATIENT, BOTH, teller}
    return shown if own else named(picture, answer.by, shown)


def _views(picture: Picture, group: Item, entry: str) -> Iterator[str]:
    """Below a row: where views differ, and what people saw that the patient may not remember."""
    for child in group.items:
        held = values(picture, (child.link_id, entry))
        told = child.sheet == SEEN and _is_something(
            child, picture.response.at(child.link_id, entry)
        )
        if told or (child.sheet in {COLUMN, "effect"} and len(held) > 1):
            yield picture.wording.say("sheet.view", label=child.short, views="; ".join(held))


def _is_something(item: Item, answers: Iterable[Answer]) -> bool:
    """Whether anybody said more than "no", "none of these" or "not sure"."""
    nothing = {"no", NonAnswer.NOT_SURE, *((one,) for one in item.exclusive), *usual(item)}
    return any(answer.value not in nothing and may_print(answer) for answer in answers)


def _last(link_id: str) -> str:
    return link_id.rpartition(".")[2]
