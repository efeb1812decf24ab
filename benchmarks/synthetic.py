"""A made-up pack and patient of any size, the same on every run.

125 questions, a patient who answered 60 of them, and rules of which nine in ten have a condition of
one to nine leaves. About a quarter of the rules fire.
"""

from datetime import date
from random import Random

from pnet_prep.engine.views import Views, views_of
from pnet_prep.model.conditions import All, AnyOf, Condition, Leaf, Not, Operator
from pnet_prep.model.content import Content
from pnet_prep.model.questionnaire import Item, ItemType, Option, Questionnaire, Section
from pnet_prep.model.response import PATIENT, Answer, QuestionnaireResponse
from pnet_prep.model.rules import PairingRule, Provenance

ITEMS, ANSWERED = 125, 60
CONDITIONAL = 0.9
MOST_LEAVES = 9
TODAY = date(2026, 12, 1)
KINDS = (ItemType.YES_NO_UNSURE, ItemType.CHOICE, ItemType.CHOICES, ItemType.SCALE_0_10)
OPTIONS = ("a", "b", "c", "d")


def content(rules: int, words: dict[str, str]) -> Content:
    """A pack with that many pairing rules and nothing but questions beside them."""
    draw = Random(rules)
    items = tuple(_item(number) for number in range(ITEMS))
    return Content(
        questionnaire=Questionnaire((Section("made_up", "Made up", 1, items),)),
        rules=tuple(_rule(number, items, draw) for number in range(rules)),
        red_flags=(),
        preparation=(),
        glossary=(),
        word_lists={},
        places=(),
        sources=(),
        words=words,
        ask_to_print="",
    )


def response(pack: Content) -> QuestionnaireResponse:
    """The answers of one patient to some of the pack's questions."""
    draw = Random(ANSWERED)
    asked = draw.sample(pack.questionnaire.sections[0].items, ANSWERED)
    return QuestionnaireResponse(
        tuple(_answer(number, item, draw) for number, item in enumerate(asked))
    )


def views(pack: Content, given: QuestionnaireResponse) -> Views:
    """The patient's view, as pairing wants it."""
    return views_of(given, pack.questionnaire, TODAY, lambda *_: None)


def _item(number: int) -> Item:
    kind = KINDS[number % len(KINDS)]
    has_options = kind in {ItemType.CHOICE, ItemType.CHOICES}
    options = tuple(Option(one, f"Option {one}", f"option {one}") for one in OPTIONS)
    return Item(
        f"made_up.q{number}",
        kind,
        f"Question {number}?",
        said=f"answer {number}",
        options=options if has_options else (),
    )


def _answer(number: int, item: Item, draw: Random) -> Answer:
    value: str | int | tuple[str, ...]
    match item.type:
        case ItemType.YES_NO_UNSURE:
            value = draw.choice(("yes", "no"))
        case ItemType.CHOICE:
            value = draw.choice(OPTIONS)
        case ItemType.CHOICES:
            value = tuple(sorted(draw.sample(OPTIONS, 2)))
        case _:
            value = draw.randint(0, 10)
    day = TODAY.isoformat()
    return Answer(f"answer{number}", item.link_id, "", value, PATIENT, PATIENT, number, day)


def _rule(number: int, items: tuple[Item, ...], draw: Random) -> PairingRule:
    when = None
    if draw.random() < CONDITIONAL:
        when = _condition(draw.randint(1, MOST_LEAVES), items, draw)
    return PairingRule(
        id=f"ask.q{number}",
        ask=f"What about question {number}?",
        ask_about="",
        when=when,
        why="It is made up.",
        topic="made_up",
        priority=number % 5 + 1,
        stages=(),
        clinicians=(),
        fold="",
        flags=(),
        because="",
        always=when is None,
        provenance=Provenance(),
    )


def _condition(leaves: int, items: tuple[Item, ...], draw: Random) -> Condition:
    if leaves == 1:
        leaf = _leaf(draw.choice(items), draw)
        return Not(leaf) if draw.random() < 1 / 10 else leaf
    left = draw.randint(1, leaves - 1)
    parts = (_condition(left, items, draw), _condition(leaves - left, items, draw))
    return All(parts) if draw.random() < 1 / 2 else AnyOf(parts)


def _leaf(item: Item, draw: Random) -> Leaf:
    match item.type:
        case ItemType.YES_NO_UNSURE:
            return Leaf(item.link_id, Operator.IS, ("yes",))
        case ItemType.CHOICE:
            return Leaf(item.link_id, Operator.IS, tuple(draw.sample(OPTIONS, 2)))
        case ItemType.CHOICES:
            return Leaf(item.link_id, Operator.HAS, (draw.choice(OPTIONS),))
        case _:
            return Leaf(item.link_id, Operator.AT_LEAST, (str(draw.randint(1, 9)),))
