"""The answers of a browser form, read as if they had been typed here.

Each answer is made from its own part of the file alone: the form's id, the question, the entry, the
moment and the words. So the same file twice, or an older and a newer one in any order, on any
computer, give the same answers. What a newer one says takes the place of what it says it replaces.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from pnet_prep.content.answer_values import Reader
from pnet_prep.content.form_shape import NewerFormError, Raw, Record, Said, form_of
from pnet_prep.content.nodes import Node
from pnet_prep.content.report import Report
from pnet_prep.digest import sha256
from pnet_prep.engine.flow import Asker, may_ask
from pnet_prep.engine.record import answer_id
from pnet_prep.engine.values import to_plain
from pnet_prep.errors import InputRefusedError
from pnet_prep.model.questionnaire import OptionsFrom
from pnet_prep.model.response import ANSWERING, BOTH, HELPERS, Answer
from pnet_prep.model.values import DateSaid, ListMark, NonAnswer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pnet_prep.content.form_shape import Form
    from pnet_prep.model.content import Content
    from pnet_prep.model.questionnaire import Item
    from pnet_prep.model.values import Value

_FIRST_DAY = "2026-01-01"
"""Before this day there was no form: a clock that says so is wrong, and no date is read by it."""

_ENTRY_LENGTH = 8


class Unread(NamedTuple):
    """What could not be read here: a question or a value that is not known, word for word.

    ``item`` is its id; ``plain`` what to keep of it.
    """

    item: str
    entry: str
    plain: dict[str, object]


@dataclass(frozen=True, slots=True)
class FormAnswers:
    """What a form brings.

    ``visit`` is the visit that it was made for, empty for none; ``own`` the id of the visit that
    its answers make where they belong to none; ``not_theirs`` counts answers that may not come from
    whoever gave them.
    """

    form: str
    visit: str
    own: str
    answers: tuple[Answer, ...]
    unread: tuple[Unread, ...]
    not_theirs: int


def read_form(plain: object, content: Content, file: str, person: str = "") -> FormAnswers:
    """Read the object of a form; ``file`` is the name to show.

    ``person`` is the id of the caregiver who filled it in, where the form does not know it and
    somebody said so. Raises ``InputRefusedError`` for what a form cannot have written.
    """
    try:
        form = form_of(plain)
    except NewerFormError:
        raise InputRefusedError("error.newer_format", file=file) from None
    except ValueError:
        raise InputRefusedError("error.form_not_read", file=file) from None
    return _Reading(form._replace(person=form.person or person), content).all_of_it()


class _Reading:
    def __init__(self, form: Form, content: Content) -> None:
        person = form.person or _hash(form.id, "person")[:_ENTRY_LENGTH]
        self.form = form
        self.content = content
        self.by_id = content.questionnaire.by_id
        self.questions = frozenset(rule.id for rule in content.rules)
        self.asker = {
            "patient": Asker(),
            "caregiver": Asker(person, person, person),
            "together": Asker(BOTH, BOTH, person),
        }[form.who]
        self.unread: list[Unread] = []
        self.not_theirs = 0

    def all_of_it(self) -> FormAnswers:
        answers: list[Answer] = []
        for record in self._names():
            answers += self._chain(record)
        removed = [record for record in self.form.records if record.removed]
        for record in self.form.records:
            if record.removed is None and record.item != ANSWERING:
                answers += self._read(record)
        for record in removed:
            answers += self._removed(record, answers)
        form = self.form
        own = form.visit or _hash(form.id, "visit")[:_ENTRY_LENGTH]
        return FormAnswers(
            form.id, form.visit, own, tuple(answers), tuple(self.unread), self.not_theirs
        )

    def _names(self) -> Iterator[Record]:
        """What a caregiver is called and is to the patient; who is known by id has a name."""
        for record in self.form.names if self.asker.helper else ():
            if record.item != "name" or not self.form.person:
                yield record._replace(item=f"{HELPERS}.{record.item}", entry=self.asker.helper)

    def _read(self, record: Record) -> list[Answer]:
        item = self.by_id.get(record.item)
        if item is None or not self._has_place(item, record.entry):
            self._left(record, record.said[-1])
            return []
        above: Item | None = item
        while above is not None:
            if not may_ask(above, self.asker):
                self.not_theirs += 1
                return []
            above = self.by_id.get(self.content.questionnaire.group_of.get(above.link_id, ""))
        return self._chain(record)

    def _has_place(self, item: Item, entry: str) -> bool:
        """Whether a list entry is named just where one belongs."""
        listed = self.content.questionnaire.list_of(item.link_id)
        if not listed or listed == HELPERS:
            return not entry and not listed
        if self.by_id[listed].options_from is OptionsFrom.SUGGESTIONS:
            return entry in self.questions
        return len(entry) == _ENTRY_LENGTH and entry.isalnum()

    def _chain(self, record: Record) -> list[Answer]:
        """What was said at one place, each taking the place of all before it."""
        made: list[Answer] = []
        for said in record.said:
            if said.raw in {"", ()} and not self.by_id[record.item].repeats:
                value: Value | None = NonAnswer.SKIPPED if made else None
                if value is None:
                    continue
            else:
                value = self._value(self.by_id[record.item], said)
            if value is not None:
                made.append(self._answer(record.item, record.entry, said, value, made))
            elif said is record.said[-1]:
                self._left(record, said)
        return made

    def _removed(self, record: Record, answers: list[Answer]) -> list[Answer]:
        """The mark that takes out an entry of the form, with all the form ever said of it."""
        said, group, list_of = record.removed, record.item, self.content.questionnaire.list_of
        about = [one for one in answers if one.entry == record.entry and list_of(one.item) == group]
        if said is None or not about:
            return []
        return [self._answer(group, record.entry, said, ListMark.REMOVED, about)]

    def _answer(
        self, item: str, entry: str, said: Said, value: Value, replaced: list[Answer]
    ) -> Answer:
        at = max([said.at, *(one.at + 1 for one in replaced)])
        ids = tuple(sorted(one.id for one in replaced))
        nonce = _hash(self.form.id, item, entry, said.at, to_plain(said.raw))[:16]
        by, typed = self.asker.by, self.asker.typed
        answer = Answer("", item, entry, value, by, typed, at, said.on, ids, nonce)
        return answer._replace(id=answer_id(answer))

    def _value(self, item: Item, said: Said) -> Value | None:
        """The value, by nothing but what stands there: no other answer helps to read it."""
        if item.repeats:
            return ListMark.COMPLETE if said.raw == () else _non_answer(said.raw)
        report = Report("", private=True)
        day = date.fromisoformat(said.on)
        value = Reader(self.content, report, day, "").value(item.link_id, _node(said.raw))
        if report.problems:
            return None
        if isinstance(value, DateSaid) and said.on < _FIRST_DAY:
            return DateSaid(value.text)
        return value

    def _left(self, record: Record, said: Said) -> None:
        plain: dict[str, object] = {
            "form": self.form.id,
            "item": record.item,
            **({"entry": record.entry} if record.entry else {}),
            "value": to_plain(said.raw),
            "by": self.asker.by,
            "at": said.at,
            "on": said.on,
        }
        self.unread.append(Unread(record.item, record.entry, {"unread": plain}))


def _non_answer(raw: Raw) -> NonAnswer | None:
    return raw if isinstance(raw, NonAnswer) else None


def _node(raw: Raw) -> Node:
    match raw:
        case NonAnswer():
            return Node({"none": Node(raw.value, 1, 1)}, 1, 1)
        case tuple():
            return Node([Node(one, 1, 1) for one in raw], 1, 1)
        case str():
            return Node(raw, 1, 1)


def _hash(*parts: object) -> str:
    return sha256(json.dumps(parts).encode("ascii")).hexdigest()
