"""Made-up patients: answers to every kind of question, drawn from the questionnaire itself."""

from collections.abc import Iterable, Iterator
from random import Random

from pnet_prep.engine.record import record
from pnet_prep.engine.text import accept
from pnet_prep.model.content import Content
from pnet_prep.model.questionnaire import Item, ItemType, OptionsFrom
from pnet_prep.model.response import PATIENT, Answer, Moment, QuestionnaireResponse
from pnet_prep.model.values import DateSaid, NonAnswer, OwnWords, Quantity, Value
from tests.unit.made import EMPTY, MARIA
from tests.unit.wandering import WORDS

DAY = "2026-11-23"
NAME = "Xanthe"
SAYINGS = tuple(
    accept(one)
    for one in (
        *WORDS,
        "You may have an insulinoma, said my neighbor.",
        "I will stop taking omeprazole before the test",
        "- [ ] **1.** not a question",
        "a\ud800b \x00 | c\n# d",
    )
)
"""What people type: markup, odd letters, and what only a person may say."""

DATES = (
    DateSaid("May 2026", "2026-05"),
    DateSaid("2019", "2019"),
    DateSaid("in 1990", "1990"),
    DateSaid("after the wedding"),
)
NUMBERS = ("3", "12", "55", "0.5")


def patient(content: Content, seed: str) -> QuestionnaireResponse:
    """The visit of one person, or of two who differ. The same seed is always the same visit."""
    random = Random(seed)
    density = random.choice([0.1, 0.3, 0.6, 0.9])
    sections = content.questionnaire.sections
    items = [item for section in sections for item in section.items]
    made = list(_all(random, content, items, density, PATIENT))
    if random.random() < 0.4:
        made.append(_answer("helper.name", "Maria", MARIA, "h1"))
        made += _all(random, content, items, density / 3, MARIA)
    if random.random() < 0.5:
        made = [one for one in made if one.item != "person.name"]
        made.append(_answer("person.name", NAME, PATIENT))
    return EMPTY.with_answers(made)


def said(response: QuestionnaireResponse) -> set[str]:
    """Every word that was typed and not chosen."""
    typed = {one.value.text for one in response.answers if _words(one.value)}  # type: ignore[union-attr]
    return typed | {one.value for one in response.answers if isinstance(one.value, str)}


def _words(value: Value) -> bool:
    return isinstance(value, (OwnWords, DateSaid, Quantity))


def _all(
    random: Random,
    content: Content,
    items: Iterable[Item],
    density: float,
    by: str,
    entry: str = "",
) -> Iterator[Answer]:
    for item in items:
        if item.repeats:
            for number in range(random.randint(0, 2 if density < 0.5 else 3)):
                yield from _all(
                    random, content, item.items, max(density, 0.6), by, f"{number}{by[:4]}"
                )
        elif item.items:
            yield from _all(random, content, item.items, density, by, entry)
        elif _asks(item) and random.random() < density:
            yield _answer(item.link_id, _value(random, content, item), by, entry)


def _asks(item: Item) -> bool:
    made = item.link_id == "helper.name" or item.again  # the latter is about an earlier visit
    return item.type is not ItemType.DISPLAY and not made


def _answer(item: str, value: Value, by: str, entry: str = "") -> Answer:
    made = record(
        EMPTY,
        item=item,
        entry=entry,
        value=value,
        by=by,
        typed=by,
        moment=Moment(1_795_000_000_000, DAY, f"{item}{entry}{by}"),
    )
    assert made is not None
    return made


def _value(random: Random, content: Content, item: Item) -> Value:
    if random.random() < 0.1:
        return random.choice(list(NonAnswer))
    match item.type:
        case ItemType.YES_NO_UNSURE:
            return random.choice(["yes", "no"])
        case ItemType.CHOICE:
            return random.choice(_options(content, item))
        case ItemType.OPEN_CHOICE if random.random() < 0.3:
            return OwnWords(random.choice(SAYINGS))
        case ItemType.OPEN_CHOICE:
            return random.choice(_options(content, item))
        case ItemType.CHOICES:
            return _several(random, item, _options(content, item))
        case ItemType.DATE:
            return random.choice(DATES)
        case ItemType.SCALE_0_10:
            return random.randint(0, 10)
        case ItemType.INTEGER:
            return random.randint(0, 30)
        case ItemType.QUANTITY:
            number = random.choice(NUMBERS)
            unit = random.choice([*item.units, None])
            return Quantity(f"{number} {unit or ''}".strip(), number, unit)
        case _ if item.recognise in content.word_lists and random.random() < 0.8:
            return random.choice(random.choice(content.word_lists[item.recognise].classes).names)
        case _:
            return random.choice(SAYINGS)


def _several(random: Random, item: Item, options: list[str]) -> tuple[str, ...]:
    picked = random.sample(options, random.randint(1, min(3, len(options))))
    alone = [one for one in picked if one in item.exclusive]
    return tuple(alone[:1] or picked)


def _options(content: Content, item: Item) -> list[str]:
    match item.options_from:
        case OptionsFrom.SUGGESTIONS:
            return [rule.id for rule in content.rules]
        case OptionsFrom.PLACES:
            return [place.id for place in content.places]
        case _:
            return [option.id for option in item.options]
