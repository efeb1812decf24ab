"""An answers file: a visit written down in YAML instead of typed, and every example patient.

Ids of people and list entries come from a hash of the file, so the same file twice is one visit
and adds nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from pnet_prep.content.answer_values import Reader
from pnet_prep.content.nodes import Node, read
from pnet_prep.content.problem import AnswersFileError
from pnet_prep.content.report import Report
from pnet_prep.content.validate import validate
from pnet_prep.digest import sha256
from pnet_prep.engine.again import brought
from pnet_prep.engine.picture import Picture
from pnet_prep.engine.record import record
from pnet_prep.model.response import ANSWERING, BOTH, PATIENT, Moment, QuestionnaireResponse

if TYPE_CHECKING:
    from pnet_prep.model.content import Content
    from pnet_prep.model.response import Answer, Place
    from pnet_prep.model.values import Value

CAREGIVER = "caregiver"
TOGETHER = "together"
MAX_ANSWERS = 2_000
"""Answers of one file, many times what anybody could say."""

_NOON = 12
_PEOPLE = ("name", "relation")


def visit_id(data: bytes) -> str:
    """The id of the visit that an answers file belongs to."""
    return sha256(data).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class AnswersFile:
    """What a file says: a whole response, and what an example patient expects of the program.

    ``as_of`` is the day it speaks of, if it says.
    """

    response: QuestionnaireResponse
    as_of: date | None
    must_show: tuple[str, ...]
    must_ask: tuple[str, ...]
    must_not_ask: tuple[str, ...]
    red_flags: tuple[str, ...]


def follows(data: bytes, file: str) -> str:
    """The date of the visit that a file says it begins from (ISO 8601); empty without one."""
    node, _ = read(data, file)
    return node.text("follows") if node else ""


def read_answers(  # noqa: PLR0913 - a file, what it is read with, and what it is added to
    data: bytes,
    file: str,
    content: Content,
    now: datetime,
    into: QuestionnaireResponse,
    earlier: Picture | None = None,
) -> AnswersFile:
    """Read an answers file on top of the answers of ``into`` (an empty response for a new visit).

    ``now`` is used where the file has no ``as_of``; ``earlier`` is the visit that it begins from.
    An entry with the name of an earlier one is that entry. Raises ``AnswersFileError`` with every
    fault.
    """
    node, problems = read(data, file)
    report = Report(file, private=True)
    report.problems.extend(problems)
    if node is not None:
        validate(node, "answers", report)
    if node is None or report.problems:
        raise AnswersFileError(file, tuple(sorted(report.problems)))
    digest = sha256(data).hexdigest()
    as_of = _day(node, report)
    moment = datetime(as_of.year, as_of.month, as_of.day, _NOON, tzinfo=UTC) if as_of else now
    taking = _Taking(into, digest, moment)
    if earlier:
        taking.begin(Picture(earlier.ready, into, moment.date(), earlier))
    reader = Reader(content, report, as_of or now.date(), digest, earlier, into)
    _take(node, taking, reader, report)
    if report.problems:
        raise AnswersFileError(file, tuple(sorted(report.problems)))
    return AnswersFile(
        response=taking.response,
        as_of=as_of,
        must_show=_texts(node, "must_show"),
        must_ask=_texts(node, "must_ask"),
        must_not_ask=_texts(node, "must_not_ask"),
        red_flags=_texts(node, "red_flags"),
    )


class _Taking:
    """Records answers one after the other, as if they were typed at one moment."""

    def __init__(self, response: QuestionnaireResponse, digest: str, moment: datetime) -> None:
        self._into = response
        self._given: list[Answer] = []
        self._there: dict[Place, tuple[Answer, ...]] = {}
        self._last_at = max((answer.at for answer in response.answers), default=-1)
        self.helper = sha256(f"{digest}/helper".encode()).hexdigest()[:8]
        self._digest = digest
        self._moment = Moment(int(moment.timestamp() * 1000), moment.date().isoformat(), "")
        self._following: Picture | None = None

    @property
    def response(self) -> QuestionnaireResponse:
        """All answers until now."""
        return self._into.with_answers(self._given)

    @property
    def count(self) -> int:
        """How many answers the file gave until now."""
        return len(self._given)

    def at(self, item: str, entry: str) -> tuple[Answer, ...]:
        """What was said there until now."""
        return self._there.get((item, entry)) or self._into.at(item, entry)

    def begin(self, following: Picture) -> None:
        """Take over, from here on, what answers about the earlier visit confirm."""
        self._following = following

    def take(self, item: str, entry: str, value: Value, by: str) -> None:
        """Record one answer, and what it brings over from the earlier visit."""
        self._record(item, entry, value, by)
        for place, old in (
            brought(self._following, (item, entry), value, by) if self._following else ()
        ):
            if not any(answer.by == by for answer in self.at(*place)):
                self._record(*place, old, by)

    def _record(self, item: str, entry: str, value: Value, by: str) -> None:
        nonce = sha256(f"{self._digest}/{item}/{entry}/{by}".encode()).hexdigest()[:16]
        # Only what was said there counts, but for the moment: to look through all answers for each
        # new one would take minutes for a file of thousands.
        there = QuestionnaireResponse(self.at(item, entry))
        made = record(
            there,
            item=item,
            entry=entry,
            value=value,
            by=by,
            typed=by,
            moment=self._moment._replace(ms=max(self._moment.ms, self._last_at + 1), nonce=nonce),
        )
        if made:
            self._given.append(made)
            self._there[item, entry] = there.with_answers((made,)).shown
            self._last_at = made.at


def _take(node: Node, taking: _Taking, reader: Reader, report: Report) -> None:
    answering = node.text("as") or PATIENT
    people = {PATIENT: PATIENT, CAREGIVER: taking.helper, TOGETHER: BOTH}
    if node.get("as") or not taking.at(ANSWERING, ""):
        taking.take(ANSWERING, "", answering, people[answering])
    caregiver = (node.get("people") or Node({}, 1, 1)).get(CAREGIVER)
    for key in _PEOPLE if caregiver else ():
        item = f"helper.{key}"
        said = caregiver.get(key) if caregiver else None
        if said and reader.knows(item):
            value = reader.value(item, said)
            if value is not None:
                taking.take(item, taking.helper, value, people[answering])
    views = node.get("views")
    given = [(answering, node.get("answers")), *(_mapping(views) if views else [])]
    for person, answers in given:
        if answers is None:
            continue
        for item, entry, value in reader.answers(answers):
            if taking.count == MAX_ANSWERS:
                text = f"a file holds {MAX_ANSWERS} answers at most: take some out"
                report.at(answers, "too-many", text)
                return
            taking.take(item, entry, value, people[person])


def _mapping(node: Node) -> list[tuple[str, Node | None]]:
    return list(node.inside.items())


def _texts(node: Node, key: str) -> tuple[str, ...]:
    return tuple(str(part.value) for part in node.parts(key))


def _day(node: Node, report: Report) -> date | None:
    text = node.text("as_of")
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        report.at_key(node, "as_of", "date", 'this has to be a date such as "2026-11-23"')
        return None
