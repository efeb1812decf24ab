"""What joining says and asks: what another file would bring, in plain words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pnet_prep.engine.same_names import same_names
from pnet_prep.engine.to_ask import about
from pnet_prep.engine.voices import voices
from pnet_prep.engine.with_room import question_text
from pnet_prep.interview.alarms import alarm
from pnet_prep.model.interview import Ask, Choice, Notice, Screen
from pnet_prep.model.questionnaire import AskWhom, OptionsFrom
from pnet_prep.model.values import SameAs

if TYPE_CHECKING:
    from pnet_prep.engine.joining import Brought
    from pnet_prep.engine.picture import Picture
    from pnet_prep.model.questionnaire import Item
    from pnet_prep.model.response import Place

TAKE, LOOK, LEAVE = "take", "look", "leave"

_NAMED = 20
"""Questions that are named one by one; more than that are counted."""


def join_screen(words: dict[str, str], said: tuple[str, ...], *, look: bool) -> Screen:
    """Whether to bring in what was just ``said``; nothing is chosen beforehand."""
    ways = (TAKE, LOOK, LEAVE) if look else (TAKE, LEAVE)
    return Screen(
        ask=Ask.ONE,
        text=words["join.text"],
        notices=tuple(map(Notice, said)),
        choices=tuple(Choice(way, words[f"join.{way}"]) for way in ways),
        help=words["join.help"],
        can_go_back=False,
    )


def brought_lines(united: Picture, found: Brought) -> tuple[str, ...]:
    """How many answers are new and from whom, and what they do to those that stand here.

    ``united`` is the visit as it would be.
    """
    wording = united.wording
    real = [answer for answer in found.new if answer.real]
    given = Counter(wording.person(answer.by) for answer in real or found.new)
    lines = [_counted(united, "join.from", count, person=person) for person, count in given.items()]
    if found.views:
        lines.append(_counted(united, "join.views", len(found.views)))
    if found.ended:
        lines.append(_counted(united, "join.ended", len(found.ended)))
    for link in found.links:
        group = united.content.questionnaire.by_id.get(link.item)
        if isinstance(link.value, SameAs) and group and group.items and not group.private:
            name, person = wording.entry(group, link.entry), wording.person(link.by)
            word = "join.link_one" if link.value.same else "join.link_two"
            lines.append(wording.say(word, person=person, name=name, label=group.short))
    return tuple(lines)


def read_lines(united: Picture, found: Brought) -> tuple[str, ...]:
    """The new answers themselves, a line a question, each with all views of it.

    What is private is only counted: somebody may look on.
    """
    by_id = united.content.questionnaire.by_id
    places: dict[Place, None] = {answer.place: None for answer in found.new}
    lines: list[str] = []
    kept = 0
    for place in places:
        item = by_id.get(place[0])
        if item is None or item.private:
            kept += 1
            continue
        said = "; ".join(_said(united, item, place))
        label = about(united, item, place[1])
        lines.append(united.wording.say("review.line", label=label, answer=said))
    if kept:
        lines.append(_counted(united, "join.kept", kept))
    return tuple(lines)


def _said(united: Picture, item: Item, place: Place) -> tuple[str, ...]:
    """All views of one question; of the questions for the doctor the newest choice, in words."""
    answers = united.response.at(*place)
    newest = answers[-1].value if answers else ()
    if item.options_from is OptionsFrom.SUGGESTIONS and isinstance(newest, tuple):
        return tuple(question_text(united, one) for one in newest)
    return voices(united, item, answers)


def form_lines(united: Picture, unread: tuple[Place, ...], not_theirs: int) -> tuple[str, ...]:
    """Which answers of a form could not be read, by name, and how many may not come from it."""
    words, by_id = united.content.words, united.content.questionnaire.by_id
    lines: list[str] = []
    for link_id, entry in unread[:_NAMED]:
        item = by_id.get(link_id)
        name = about(united, item, entry) if item and not item.private else ""
        name = name or (words["join.private"] if item else link_id)
        lines.append(united.wording.say("join.unread", question=name))
    if unread:
        lines.append(_counted(united, "join.kept_unread", len(unread)))
    if not_theirs:
        lines.append(_counted(united, "join.not_theirs", not_theirs))
    return tuple(lines)


def done_lines(united: Picture, found: Brought, *, asked: bool) -> tuple[str, ...]:
    """What is there after joining, and what may stand there twice if that is not ``asked`` next."""
    count = len([answer for answer in united.response.shown if answer.real])
    lines = [_counted(united, "join.done", count)]
    lines += (
        []
        if asked
        else [
            united.wording.say("join.same", name=one.name, label=one.group.short)
            for one in same_names(united, found.new)
        ]
    )
    return tuple(lines)


def next_lines(
    words: dict[str, str], found: Brought, *, form: bool = False, new: bool = False
) -> tuple[str, ...]:
    """How to go on after joining.

    Who filled in a ``form`` may have nothing to open a file with. A ``new`` visit that names no
    helper would take whoever opens it here for the patient.
    """
    look_over = (words["join.look_over"],) if found.views else ()
    helping = (words["join.go_on_helping"],) if new else ()
    send_back = () if form else (words["join.send_back"],)
    return (*look_over, words["join.go_on"], *helping, *send_back)


def new_alarms(before: Picture, united: Picture) -> tuple[Notice, ...]:
    """What to do about signs that hold since the answers came; never what is private."""
    known = {one.flag.id for one in before.flags}
    fired = [one for one in united.flags if one.flag.id not in known]
    told = [one for one in fired if one.flag.ask_whom is not AskWhom.PATIENT]
    return tuple(dict.fromkeys(line for one in told for line in alarm(one, united.wording)))


def _counted(picture: Picture, word: str, count: int, **slots: str) -> str:
    return picture.wording.say(word, count=str(count), **slots)
