"""Making an answer: whose it is, when it was given, and what it takes the place of.

Only three things ever take the place of an answer: a newer one by the same person, an agreement,
and a removal. Each replaces exactly what was visible then, so an answer nobody saw is never hidden.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pnet_prep.digest import sha256
from pnet_prep.engine.values import to_plain
from pnet_prep.model.response import BOTH, LATEST_MS, Answer
from pnet_prep.model.values import AskLater, ListMark, SameAs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pnet_prep.model.response import Moment, QuestionnaireResponse
    from pnet_prep.model.values import Value

_ID_LENGTH = 20
_OUTSIDE = "outside."


def record(  # noqa: PLR0913 - an answer is who, what, where and when
    response: QuestionnaireResponse,
    *,
    item: str,
    entry: str,
    value: Value,
    by: str,
    typed: str,
    moment: Moment,
) -> Answer | None:
    """The answer of one person, or ``None`` if that is what they said there already.

    What two people agreed on, each of them has said. ``by`` is whose view it is, ``typed`` who
    holds the keyboard. The person's own visible answers at that place are replaced; everybody
    else's stay beside it.
    """
    there = response.at(item, entry)
    own = tuple(answer for answer in there if answer.by == by)
    said = own or tuple(answer for answer in there if answer.by == BOTH)
    if len(said) == 1 and _same(said[0].value, value):
        return None
    kept = response.kept_at(item, entry, by)
    return _made(response, (item, kept, value, by, typed), moment, own)


def agree(  # noqa: PLR0913 - as for `record`
    response: QuestionnaireResponse,
    *,
    item: str,
    entry: str,
    value: Value,
    typed: str,
    moment: Moment,
) -> Answer | None:
    """The answer patient and caregiver give together, or ``None`` if it is all that is visible.

    It replaces every view that is visible at that place. Arguments are those of `record`.
    """
    visible = response.at(item, entry)
    if len(visible) == 1 and visible[0].by == BOTH and _same(visible[0].value, value):
        return None
    return _made(response, (item, entry, value, BOTH, typed), moment, visible)


def remove_entry(  # noqa: PLR0913 - as for `record`
    response: QuestionnaireResponse,
    *,
    group: str,
    entry: str,
    by: str,
    typed: str,
    moment: Moment,
) -> Answer | None:
    """The mark that takes ``entry`` out of the repeated ``group``, or ``None`` if it is not in it.

    It replaces exactly the visible answers about the entry, whoever gave them: what another
    person adds to it elsewhere brings the entry back. Other arguments are those of `record`.
    """
    entry = response.stands_at(group, entry)
    visible = tuple(answer for answer in response.shown if _about(answer, group, entry))
    if all(isinstance(answer.value, ListMark) for answer in visible):
        return None
    return _made(response, (group, entry, ListMark.REMOVED, by, typed), moment, visible)


def ask_later(  # noqa: PLR0913 - as for `record`
    response: QuestionnaireResponse,
    *,
    item: str,
    entry: str,
    whom: str,
    by: str,
    typed: str,
    moment: Moment,
) -> Answer | None:
    """The note that ``whom`` is to be asked later, or ``None`` if it stands there already.

    It takes the place of the same person's earlier note there, and of no answer. Other arguments
    are those of `record`.
    """
    own = tuple(n for n in response.later if n.place == (item, entry) and n.by == by)
    if len(own) == 1 and own[0].value == AskLater(whom):
        return None
    return _made(response, (item, entry, AskLater(whom), by, typed), moment, own)


def link(  # noqa: PLR0913 - as for `record`
    response: QuestionnaireResponse,
    *,
    group: str,
    entries: tuple[str, str],
    same: bool,
    by: str,
    typed: str,
    moment: Moment,
) -> Answer | None:
    """The word of a person that two entries of a list are one thing, or that they are two.

    ``None`` if they said so already. It takes the place of the same person's earlier word on the
    two, or of everybody's where patient and caregiver say it together; of no answer. Other
    arguments are those of `record`.
    """
    first, second = sorted(entries)
    value = SameAs(second, same)
    said = [a for a in response.links if a.place == (group, first) and _on(a, second)]
    own = said if by == BOTH else [answer for answer in said if answer.by == by]
    if len(own) == 1 and own[0].by == by and own[0].value == value:
        return None
    return _made(response, (group, first, value, by, typed), moment, own)


def next_at(now_ms: int, answers: Iterable[Answer]) -> int:
    """The moment of a new answer: the clock, but always after everything seen, in UTC milliseconds.

    So the order of answers survives a clock that was set back and two answers in one millisecond.
    """
    last = max((answer.at for answer in answers), default=-1)
    return min(max(now_ms, last + 1), LATEST_MS)


def answer_id(answer: Answer) -> str:
    """The id that belongs to an answer: a hash of everything else in it, 20 hexadecimal digits."""
    content = {
        "item": answer.item,
        "entry": answer.entry,
        "value": to_plain(answer.value),
        "by": answer.by,
        "typed": answer.typed,
        "at": answer.at,
        "on": answer.on,
        "replaces": list(answer.replaces),
        "nonce": answer.nonce,
    }
    canonical = json.dumps(content, sort_keys=True, separators=(",", ":"))
    return sha256(canonical.encode("ascii")).hexdigest()[:_ID_LENGTH]


def taken_from_outside(answer: Answer) -> Answer:
    """The answer as it is kept when its line was changed by something other than this program.

    It hides nothing: what it claims to replace stays visible beside it until a person decides.
    """
    nonce = answer.nonce if changed_outside(answer) else _OUTSIDE + answer.nonce
    made = answer._replace(replaces=(), nonce=nonce)
    return made._replace(id=answer_id(made))


def changed_outside(answer: Answer) -> bool:
    """Whether something other than this program wrote what the answer says."""
    return answer.nonce.startswith(_OUTSIDE)


def _made(
    response: QuestionnaireResponse,
    said: tuple[str, str, Value, str, str],
    moment: Moment,
    instead_of: Iterable[Answer],
) -> Answer:
    """The answer at an item and an entry, with a value, by and typed by somebody."""
    at = next_at(moment.ms, response.answers)
    replaces = tuple(sorted(answer.id for answer in instead_of))
    made = Answer("", *said, at, moment.day, replaces, moment.nonce)
    return made._replace(id=answer_id(made))


def _about(answer: Answer, group: str, entry: str) -> bool:
    return answer.entry == entry and (answer.item == group or answer.item.startswith(f"{group}."))


def _on(link: Answer, other: str) -> bool:
    return isinstance(link.value, SameAs) and link.value.entry == other


def _same(one: Value, other: Value) -> bool:
    # 1 == True and "" == () never meet here, but 7 and "7" must stay different kinds.
    return type(one) is type(other) and one == other
