"""Leaving answers out for a reader, before anything is made of them.

What is left out counts as unknown, not as unanswered: with Kleene's truth whatever still holds then
rests on what is left in. So no question, reason, step or word of a checklist can give it away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.facts import printed
from pnet_prep.engine.picture import Picture
from pnet_prep.model.questionnaire import OptionsFrom, walk
from pnet_prep.model.withheld import Withheld

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pnet_prep.model.questionnaire import Questionnaire
    from pnet_prep.model.response import Answer


def named(questionnaire: Questionnaire, name: str) -> frozenset[str]:
    """The items that a name stands for; none for an unknown name.

    A name is a part of the interview, the id of a question or list, or how several ids begin:
    ``family``, ``life.stress``, ``symptom.low_sugar``, ``wish``.
    """
    found = {
        item.link_id
        for section in questionnaire.sections
        if section.id == name
        for item in walk(section.items)
    }
    begun = f"{name}."
    found |= {one for one in questionnaire.by_id if one == name or one.startswith(begun)}
    return frozenset(one for one in found if not _is_about_the_list(questionnaire, one))


def names(questionnaire: Questionnaire) -> tuple[str, ...]:
    """Every name that `named` knows, the parts of the interview first."""
    known = dict.fromkeys(section.id for section in questionnaire.sections)
    for link_id in questionnaire.by_id:
        pieces = link_id.split(".")
        known.update((".".join(pieces[:count]), None) for count in range(1, len(pieces) + 1))
    return tuple(name for name in known if named(questionnaire, name))


def without(picture: Picture, items: Iterable[str]) -> Picture:
    """The picture of a visit, and of those it follows, as if nothing were known of some items."""
    left_out = _whole(picture, frozenset(items))
    if not left_out.items:
        return picture
    kept = tuple(_kept(picture.response.answers, left_out))
    response = picture.response._replace(answers=kept)
    earlier = without(picture.earlier, items) if picture.earlier else None
    both = Withheld(
        picture.withheld.items | left_out.items, picture.withheld.options | left_out.options
    )
    return Picture(picture.ready, response, picture.today, earlier, both)


def _is_about_the_list(questionnaire: Questionnaire, name: str) -> bool:
    """Whether the answer picks questions for the doctor, or takes some off: it stays as it is."""
    group = questionnaire.group_of.get(name, name)
    return any(
        item.options_from is OptionsFrom.SUGGESTIONS and not printed(item)
        for item in (questionnaire.by_id[name], questionnaire.by_id[group])
    )


def _whole(picture: Picture, items: frozenset[str]) -> Withheld:
    """The items with all that lies in them, and what they were ticked as in a list."""
    by_id = picture.content.questionnaire.by_id
    inside = {one.link_id for name in items for one in walk((by_id[name],))}
    options = {
        (gate, option)
        for gate, groups in picture.ready.groups_of.items()
        for option, group in groups.items()
        if group in inside
    }
    return Withheld(frozenset(inside), frozenset(options))


def _kept(answers: Iterable[Answer], left_out: Withheld) -> Iterator[Answer]:
    for answer in answers:
        if answer.item in left_out.items:
            continue
        if isinstance(answer.value, tuple) and left_out.hides(answer.item, answer.value):
            rest = tuple(one for one in answer.value if (answer.item, one) not in left_out.options)
            if rest:
                yield answer._replace(value=rest)
            continue
        yield answer
