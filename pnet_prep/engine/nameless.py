"""A visit as strangers may read it: nobody named, no place, no exact day.

Answers that say who or where somebody is are left out; days become months; own words are scrubbed
of what may give somebody away, with all that those answers name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.edtf import point
from pnet_prep.engine.picture import Picture, Ready
from pnet_prep.engine.scrubbing import Marks, Scrubber
from pnet_prep.engine.withheld import without
from pnet_prep.model.questionnaire import ItemType, Questionnaire, Recognise
from pnet_prep.model.values import DateSaid, OwnWords, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pnet_prep.model.content import Content
    from pnet_prep.model.questionnaire import Item
    from pnet_prep.model.response import Answer
    from pnet_prep.model.values import Value

_TYPED = frozenset({ItemType.TEXT, ItemType.LONG_TEXT})


def nameless(picture: Picture) -> Picture:
    """The visit, and those it follows, without what says who or where somebody is."""
    by_id = picture.content.questionnaire.by_id
    telling = frozenset(i for i, one in by_id.items() if one.identifies)
    scrubber = _scrubber(picture, telling)
    left_out = {name for name in telling if by_id[name].type is not ItemType.DATE}
    return _scrubbed(without(picture, left_out), scrubber, _of_nobody(picture, scrubber))


def _of_nobody(picture: Picture, scrubber: Scrubber) -> Ready:
    """The questions without the name of the clinic or group that added some of them."""
    content, name = picture.content, picture.content.words["nameless.name"]
    if not content.added:
        return picture.ready
    sections = content.questionnaire.sections
    for pack in content.added:
        sections = tuple(
            one._replace(title=one.title.replace(pack.publisher, name)) for one in sections
        )
    added = tuple(
        pack._replace(title=scrubber.scrub(pack.title), publisher=name, contact=name)
        for pack in content.added
    )
    return Ready(content._replace(questionnaire=Questionnaire(sections), added=added))


def _scrubbed(picture: Picture, scrubber: Scrubber, ready: Ready) -> Picture:
    by_id = picture.content.questionnaire.by_id
    answers = tuple(
        answer._replace(value=_value(by_id.get(answer.item), answer, scrubber), on=answer.on[:7])
        for answer in picture.response.answers
    )
    earlier = _scrubbed(picture.earlier, scrubber, ready) if picture.earlier else None
    response = picture.response._replace(answers=answers)
    return Picture(ready, response, picture.today, earlier, picture.withheld)


def _value(item: Item | None, answer: Answer, scrubber: Scrubber) -> Value:
    thing = item is not None and item.recognise is Recognise.MEDICINES
    match answer.value:
        case DateSaid(text, edtf):
            if item and item.identifies:
                return DateSaid(edtf[:4], edtf[:4]) if edtf else DateSaid(scrubber.scrub_date(text))
            return DateSaid(scrubber.scrub_date(text), _month(edtf))
        case OwnWords(text):
            return OwnWords(scrubber.scrub(text, thing=thing))
        case Quantity(text, number, unit):
            return Quantity(scrubber.scrub(text), number, unit)
        case str(text) if item is None or item.type in _TYPED:
            return scrubber.scrub(text, thing=thing)
        case value:
            return value


def _month(edtf: str | None) -> str | None:
    """A date no more exact than its month; nothing for what is no date."""
    if edtf is None:
        return None
    try:
        ends = [_coarse(end) for end in edtf.split("/")]
    except ValueError:  # a visit file that was changed by hand
        return None
    return "/".join(dict.fromkeys(ends))


def _coarse(end: str) -> str:
    if end == "..":
        return end
    known = point(end)
    return f"{end[:7]}{'~' if known.about else ''}" if known.day else end


def _scrubber(picture: Picture, telling: frozenset[str]) -> Scrubber:
    content = picture.content
    words = content.words
    return Scrubber(
        vocabulary=_texts(content),
        names=_named(picture, telling),
        things=_things(picture),
        places=[one.name.partition(" (")[0] for one in content.places if one.emergency],
        marks=Marks(
            name=words["nameless.name"],
            number=words["nameless.number"],
            address=words["nameless.address"],
            date=words["nameless.date"],
            age=words["nameless.age"],
        ),
    )


def _named(picture: Picture, telling: frozenset[str]) -> Iterator[str]:
    """What was ever said where somebody is named, in this visit and those it follows."""
    for answer in picture.response.answers:
        match answer.value:
            case str(text) | OwnWords(text) if answer.item in telling:
                yield text
            case _:
                pass
    if picture.earlier:
        yield from _named(picture.earlier, telling)


def _things(picture: Picture) -> Iterator[str]:
    """The names of medicines that were told: where they stand in other words, they can stay."""
    by_id = picture.content.questionnaire.by_id
    for answer in picture.response.answers:
        item = by_id.get(answer.item)
        if item and item.recognise is Recognise.MEDICINES and isinstance(answer.value, str):
            yield answer.value


def _texts(content: Content) -> Iterator[str]:
    """Everything the questions say: none of it names anybody."""
    for item in content.questionnaire.by_id.values():
        yield from (item.text, item.text_about, item.label, item.said, item.help, *item.units)
        for option in item.options:
            yield from (option.text, option.said)
    for rule in content.rules:
        yield from (rule.ask, rule.ask_about, rule.why, rule.because)
    for flag in content.red_flags:
        yield flag.do
    for step in content.preparation:
        yield step.text
    for term in content.glossary:
        yield from (term.term, term.plain, term.more, *term.forms)
    for word_list in content.word_lists.values():
        for one in word_list.classes:
            yield from (one.text, *one.names)
    yield from content.words.values()
