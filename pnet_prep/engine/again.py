"""What a visit takes from the one before: asked again in few questions, never taken unseen.

Everything is a pure function of two sets of answers. Only what a person says is still so comes
over, as new answers of that day. How bad something is, and whatever a sign that should not wait
looks at, is asked anew each time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.facts import day_of_visit
from pnet_prep.engine.outcomes import ANSWERED, OWN_QUESTIONS, outcomes
from pnet_prep.model.questionnaire import ItemType, walk
from pnet_prep.model.response import BOTH, HELPERS, PATIENT
from pnet_prep.model.values import ListMark, NonAnswer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pnet_prep.engine.picture import Picture
    from pnet_prep.model.questionnaire import Item, Questionnaire
    from pnet_prep.model.response import Answer, Place, QuestionnaireResponse
    from pnet_prep.model.values import Value

SAME, CHANGED, STOPPED, DROPPED = "same", "changed", "stopped", "dropped"
"""What can be said of something that an earlier visit told of."""

OVER = frozenset({STOPPED, DROPPED})
"""After these it is not asked about at the visit that follows."""

ALL_RIGHT = "all_right"
"""The choice that nothing has changed, where several answers are looked over at once."""

_STILL_THERE = (SAME, CHANGED, NonAnswer.NOT_SURE)


def to_ask(earlier: Picture | None, questionnaire: Questionnaire) -> tuple[Place, ...]:
    """The questions about an earlier visit that have something to ask about, in order."""
    if earlier is None:
        return ()
    found: list[Place] = []
    # A question of one's own that was answered leaves the list like any other.
    own = questionnaire.again_of.get(OWN_QUESTIONS, "")
    answered = {
        (own, question.removeprefix("own."))
        for question, outcome in outcomes(earlier.response).items()
        if outcome == ANSWERED
    }
    for link_id, item in questionnaire.by_id.items():
        if not item.again:
            continue
        if item.about:
            if any(_held(earlier, name) for name in item.about):
                found.append((link_id, ""))
            continue
        group = questionnaire.by_id[questionnaire.group_of[link_id]]
        if group.repeats:
            entries = earlier.response.entries(group.link_id)
            asked = [(link_id, entry) for entry in entries if _stands(earlier, group, entry)]
            found += [place for place in asked if place not in answered]
        elif (group.link_id, "") in earlier.views.active and not _over(earlier, group):
            found.append((link_id, ""))
    return tuple(found)


def said_before(earlier: Picture, place: Place, by: str) -> Answer | None:
    """What a person is shown of an earlier visit: their own answer, or the joint one, or another's.

    Nothing where the question was not asked then, or nothing was said to it.
    """
    if place not in earlier.views.active:
        return None
    rank = {by: 3, BOTH: 2, PATIENT: 1}
    said = [answer for answer in earlier.response.at(*place) if answer.real]
    return max(
        said, key=lambda answer: (rank.get(answer.by, 0), answer.at, answer.id), default=None
    )


def brought(picture: Picture, place: Place, value: Value, by: str) -> Iterator[tuple[Place, Value]]:
    """The answers that come over when ``by`` answers the question at ``place`` with ``value``."""
    earlier, questionnaire = picture.earlier, picture.content.questionnaire
    item = questionnaire.by_id[place[0]]
    if earlier is None or not item.again:
        return
    if item.about:
        if isinstance(value, tuple):
            for name in item.about:
                yield from _whole(earlier, questionnaire.by_id[name], by, whole=name not in value)
        return
    group = questionnaire.by_id[questionnaire.group_of[item.link_id]]
    taken = list(group.items[:1]) if group.repeats else []
    if value in {SAME, NonAnswer.NOT_SURE}:
        taken += [one for one in walk(group.items) if one not in taken and may_come(picture, one)]
    yield from _values(earlier, taken, place[1], by)


def kept_options(picture: Picture, item: Item) -> tuple[str, ...]:
    """The options of a list that stand for what was just said to be still there."""
    groups = picture.ready.groups_of.get(item.link_id, {})
    return tuple(
        option.id
        for option in item.options
        if option.id in groups
        and still_there(picture.content.questionnaire, picture.response, groups[option.id])
    )


def may_come(picture: Picture, item: Item) -> bool:
    """Never how bad something is, nor what a sign that should not wait looks at."""
    severe = item.type is ItemType.SCALE_0_10 or item.link_id in picture.ready.flagged
    return not (item.again or severe or item.private or item.type is ItemType.GROUP)


def marked(
    questionnaire: Questionnaire, place: Place, response: QuestionnaireResponse
) -> Answer | None:
    """What was said last to the question about an earlier visit that this place stands under."""
    link_id, entry = place
    again = questionnaire.again_of.get(link_id)
    if again is None or again == link_id:
        return None
    marks = response.at(again, "" if questionnaire.by_id[again].about else entry)
    return marks[-1] if marks else None


def has_changed(
    questionnaire: Questionnaire, place: Place, response: QuestionnaireResponse
) -> bool:
    """Whether it was said last that what an earlier visit told at this place has changed."""
    mark = marked(questionnaire, place, response)
    if mark is None:
        return False
    if isinstance(mark.value, tuple):
        return place[0] in mark.value
    return mark.value == CHANGED and not _names(questionnaire, place[0])


def reworded(group: Item | None, entry: str, response: QuestionnaireResponse) -> bool:
    """Whether an entry that is nothing but its name is still there, in other words."""
    if group is None or not group.repeats or any(not one.again for one in group.items[1:]):
        return False
    marks = [mark for one in group.items[1:] for mark in response.at(one.link_id, entry)[-1:]]
    return any(mark.value == CHANGED for mark in marks)


def reopened(questionnaire: Questionnaire, place: Place, response: QuestionnaireResponse) -> bool:
    """Whether what was said at a place has changed since, and was not said anew."""
    mark = marked(questionnaire, place, response)
    if mark is None or not has_changed(questionnaire, place, response):
        return False
    return all(answer.at < mark.at for answer in response.at(*place))


def has_stopped(group: Item, entry: str, response: QuestionnaireResponse) -> bool:
    """Whether it was said last of a group, or of an entry of it, that it is over."""
    marks = [
        answer
        for item in group.items
        if item.again
        for answer in response.at(item.link_id, entry)[-1:]
    ]
    return any(mark.value in OVER for mark in marks)


def stopped_unsaid(questionnaire: Questionnaire, held: dict[Place, Answer]) -> frozenset[Place]:
    """List entries that somebody said have stopped, and of which nothing more was said since.

    ``held`` are the answers of one view. Each entry is given as its list and its id.
    """
    found: dict[Place, int] = {}
    for (link_id, entry), answer in held.items():
        if entry and answer.value in OVER and questionnaire.again_of.get(link_id) == link_id:
            found[questionnaire.group_of[link_id], entry] = answer.at
    if not found:
        return frozenset()
    for (link_id, entry), answer in held.items():
        place = questionnaire.group_of.get(link_id, ""), entry
        since = found.get(place)
        more = since is not None and answer.at > since and answer.real
        if more and not _names(questionnaire, link_id):
            del found[place]
    return frozenset(found)


def visit_day(picture: Picture) -> str:
    """The day of a visit in words: its own date where that is sure, or that of its last answer."""
    return picture.wording.day(day_of_visit(picture) or picture.today.isoformat())


def visit_of(earlier: Picture, said: Answer) -> Picture:
    """The visit in which something was said: the last one, or one that it followed."""
    while earlier.earlier and said in earlier.earlier.response.at(*said.place):
        earlier = earlier.earlier
    return earlier


def old_words(earlier: Picture, item: Item, entry: str, by: str) -> str:
    """What an earlier visit said to an item, a list or a group in words; empty for nothing."""
    wording = earlier.wording
    if item.repeats and not entry:
        lines = [_entry(earlier, item, one, by) for one in earlier.response.entries(item.link_id)]
        return "; ".join(lines)
    if item.type is ItemType.GROUP:
        inside = [one for one in walk(item.items) if one is not item.items[0] or not item.repeats]
        return "; ".join(_labelled(earlier, inside, entry, by))
    said = said_before(earlier, (item.link_id, entry), by)
    return wording.answer(said) if said else ""


def _entry(earlier: Picture, group: Item, entry: str, by: str) -> str:
    inside = [old_words(earlier, one, entry, by) for one in group.items[1:] if not one.again]
    parts = [earlier.wording.entry(group, entry), *inside]
    return earlier.content.words["sheet.comma"].join(filter(None, parts))


def _labelled(earlier: Picture, items: Iterable[Item], entry: str, by: str) -> Iterator[str]:
    for one in items:
        if not one.again and (said := old_words(earlier, one, entry, by)):
            label = one.bare
            yield earlier.wording.say("sheet.labelled", label=label, value=said)


def _held(earlier: Picture, name: str) -> bool:
    item = earlier.content.questionnaire.by_id[name]
    if item.repeats:
        return bool(earlier.response.entries(name)) or _complete(earlier, name)
    asked = (name, "") in earlier.views.active
    return asked and any(answer.real for answer in earlier.response.at(name))


def _complete(earlier: Picture, name: str) -> bool:
    return any(answer.value is ListMark.COMPLETE for answer in earlier.response.at(name))


def _stands(earlier: Picture, group: Item, entry: str) -> bool:
    """Whether an entry was there at the end of an earlier visit, with a name."""
    named = any(answer.real for answer in earlier.response.at(group.items[0].link_id, entry))
    return named and not has_stopped(group, entry, earlier.response)


def _over(earlier: Picture, group: Item) -> bool:
    """Whether a symptom was said to have stopped, and was not ticked in its list after that."""
    place = group.link_id, ""
    mark = marked(earlier.content.questionnaire, place, earlier.response)
    if mark is None or mark.value not in OVER:
        return False
    opened = earlier.ready.groups_of.items()
    lists = (name for name, groups in opened if group.link_id in groups.values())
    return all(said.at <= mark.at for name in lists for said in earlier.response.at(name))


def _whole(earlier: Picture, item: Item, by: str, *, whole: bool) -> Iterator[tuple[Place, Value]]:
    """An item, or a list with all its entries; a list that is not ``whole`` is left open."""
    if not item.repeats:
        if whole:
            yield from _values(earlier, walk((item,)), "", by)
        return
    if item.link_id == HELPERS and not whole:
        return  # Whoever helps now is asked for a name; nobody is added to this list.
    for entry in earlier.response.entries(item.link_id):
        yield from _values(earlier, walk(item.items), entry, by)
    if whole and _held(earlier, item.link_id):
        yield (item.link_id, ""), ListMark.COMPLETE


def _values(
    earlier: Picture, items: Iterable[Item], entry: str, by: str
) -> Iterator[tuple[Place, Value]]:
    for item in items:
        if said := said_before(earlier, (item.link_id, entry), by):
            yield said.place, said.value


def still_there(questionnaire: Questionnaire, response: QuestionnaireResponse, group: str) -> bool:
    """Whether what an earlier visit told of was said to be still there, changed or not."""
    again = questionnaire.again_of.get(group, "")
    return any(answer.value in _STILL_THERE for answer in response.at(again)[-1:])


def _names(questionnaire: Questionnaire, link_id: str) -> bool:
    """Whether an item is the name of the entries of its list."""
    group = questionnaire.list_of(link_id)
    return bool(group) and questionnaire.by_id[group].items[0].link_id == link_id
