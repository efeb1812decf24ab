"""Three computers with one visit: what people do on them, and what must hold whatever they do."""

from collections.abc import Callable, Iterator
from itertools import permutations
from typing import NamedTuple

from pnet_prep.engine import joining
from pnet_prep.engine.personal import to_share
from pnet_prep.engine.record import agree, link, record, remove_entry
from pnet_prep.model.response import BOTH, PATIENT, Answer, Moment, QuestionnaireResponse
from pnet_prep.model.values import ListMark, SameAs
from pnet_prep.store.lines import line_of
from tests.unit.made import content

Seen = frozenset[str]
PEOPLE = (PATIENT, "luisbbbb")
PLACES = (("life.a", ""), ("list.name", "e1"), ("list.dose", "e1"), ("list.name", "e2"))
VALUES = ("4", "7", "same")
EMPTY = QuestionnaireResponse(())
TOPIC = """
section: life
title: Life
place: 20
items:
  - {id: life.a, type: text, text: How is it?}
  - id: list
    type: group
    repeats: yes
    text: What else?
    items:
      - {id: list.name, type: text, text: Which?}
      - {id: list.dose, type: text, text: How much?}
"""

Step = tuple[str, int, int, int, int]
"""What is done, on which computer, and three numbers that say with whom, where and what."""

ACTS = ("answer", "answer", "agree", "remove", "link", "pull", "back up", "restore")

SENDING = (*ACTS, "send")
"""Also by files that hold what is shown, and of the rest only ids."""


def send(response: QuestionnaireResponse) -> QuestionnaireResponse:
    """What a file to send holds of a visit."""
    return to_share(response, content(TOPIC).questionnaire)


def view(response: QuestionnaireResponse) -> tuple[Answer, ...]:
    """What is shown, and the links, which are shown by what they do."""
    return (*response.shown, *response.links)


def one(response: QuestionnaireResponse) -> bool:
    """Whether the two entries stand as one."""
    return bool(response.one_with)


def listed(response: QuestionnaireResponse) -> set[str]:
    """The answers that are met entry by entry."""
    items = ("list.name", "list.dose")
    places = [(item, entry) for entry in response.entries("list") for item in items]
    return {answer.id for place in places for answer in response.at(*place)}


class Rules(NamedTuple):
    """All that decides what a visit holds and shows: a law that is broken lies in one of these."""

    record: Callable[..., Answer | None] = record
    agree: Callable[..., Answer | None] = agree
    remove: Callable[..., Answer | None] = remove_entry
    join: Callable[[QuestionnaireResponse, QuestionnaireResponse], QuestionnaireResponse] = (
        joining.join
    )
    link: Callable[..., Answer | None] = link
    view: Callable[[QuestionnaireResponse], tuple[Answer, ...]] = view
    one: Callable[[QuestionnaireResponse], bool] = one
    listed: Callable[[QuestionnaireResponse], set[str]] = listed
    send: Callable[[QuestionnaireResponse], QuestionnaireResponse] = send


class World:
    """Three computers, and a diary of everything that was ever said and what was seen then."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self.at = [EMPTY, EMPTY, EMPTY]
        self.backups = [EMPTY, EMPTY, EMPTY]
        self.diary: list[tuple[Answer, Seen]] = []
        self.time = 1_000

    def do(self, step: Step) -> None:
        act, here, first, second, third = step
        self.time += 1
        place = PLACES[second % len(PLACES)]
        person = PEOPLE[first % len(PEOPLE)]
        value = VALUES[third % len(VALUES)]
        match act:
            case "answer":
                self._say(here, self.rules.record, place, by=person, value=value)
            case "agree":
                self._say(here, self.rules.agree, place, value=value)
            case "remove":
                entry = f"e{1 + second % 2}"
                self._say(here, self.rules.remove, ("", entry), by=person)
            case "link":
                word = {"entries": ("e1", "e2"), "same": third % len(VALUES) > 0}
                self._say(here, self.rules.link, ("", ""), by=person, **word)
            case "pull":
                self.at[here] = self.rules.join(self.at[here], self.at[first % 3])
            case "send":
                self.at[here] = self.rules.join(self.at[here], self.rules.send(self.at[first % 3]))
            case "back up":
                self.backups[here] = self.at[here]
            case "restore":
                self.at[here] = self.backups[here]

    def _say(
        self, here: int, make: Callable[..., Answer | None], place: tuple[str, str], **said: object
    ) -> None:
        response = self.at[here]
        where = {"item": place[0], "entry": place[1]}
        if make is self.rules.remove:
            where = {"group": "list", "entry": place[1]}
        if make is self.rules.link:
            where = {"group": "list"}
        clock = self.time + (-50, 0, 50)[here]  # no two clocks agree
        made = make(
            response,
            **where,
            **said,
            typed=said.get("by", PATIENT),
            moment=Moment(clock, "2026-11-23", f"n{len(self.diary)}"),
        )
        if made is not None:
            self.diary.append((made, frozenset(answer.id for answer in response.standing)))
            self.at[here] = response.with_answers((made,))


def broken_laws(rules: Rules, steps: list[Step]) -> Iterator[str]:
    """The laws of joining that do not hold after these steps."""
    world = World(rules)
    for step in steps:
        world.do(step)
    one, two, three = world.at
    join = rules.join
    all_of_it = join(join(one, two), three)
    held = {answer.id: answer for answer in all_of_it.answers}
    shown = {answer.id for answer in rules.view(all_of_it)}
    said = {answer.id: (answer, seen) for answer, seen in world.diary}
    laws = {
        "commutative": _same(join(one, two), join(two, one)),
        "associative": _same(all_of_it, join(one, join(two, three))),
        "idempotent": _same(join(one, one), one) and _same(join(all_of_it, one), all_of_it),
        "identity": _same(join(one, EMPTY), one) and _same(join(EMPTY, one), one),
        "monotone": all(_lines(part) <= _lines(all_of_it) for part in world.at),
        "in any order": _in_any_order(rules, world.at, all_of_it),
        "shown or replaced": all(
            id_ in shown
            or id_ in all_of_it.replaced
            or any(id_ in other.replaces for other in held.values())
            for id_ in held
        ),
        "replaced by whom": all(
            held[old].by == new.by or new.by == BOTH or new.value is ListMark.REMOVED
            for new in held.values()
            for old in new.replaces
            if old in held
        ),
        "unseen is never hidden": all(
            any(id_ in other.replaces and id_ in seen for other, seen in world.diary)
            for id_ in held.keys() - shown
        ),
        "sent as it is shown": all(_sent_whole(rules, part, world.at) for part in world.at),
        "attributed": len(said) == len(world.diary)
        and all(a.by and a.typed and a == said[a.id][0] for a in held.values()),
        "one as said": all(rules.one(part) == _said_one(part) for part in (*world.at, all_of_it)),
        "one hides nothing": all(rules.listed(part) == _listed(part) for part in world.at),
        "later": all(
            held[old].at < new.at for new in held.values() for old in new.replaces if old in held
        ),
    }
    yield from (law for law, holds in laws.items() if not holds)


def _said_one(response: QuestionnaireResponse) -> bool:
    """Whether e1 and e2 are one: both stand, somebody says so, and nobody says that they are two.

    Written without any of what is tested.
    """
    gone = response.replaced.union(*(answer.replaces for answer in response.answers))
    stands = [answer for answer in response.answers if answer.id not in gone]
    said = {one.value.same for one in stands if isinstance(one.value, SameAs)}
    there = {one.entry for one in stands if one.item in {"list.name", "list.dose"}}
    return said == {True} and there >= {"e1", "e2"}


def _listed(response: QuestionnaireResponse) -> set[str]:
    """The answers about entries that nobody replaced."""
    gone = response.replaced.union(*(answer.replaces for answer in response.answers))
    return {a.id for a in response.answers if a.item.startswith("list.") and a.id not in gone}


def _same(one: QuestionnaireResponse, other: QuestionnaireResponse) -> bool:
    return _lines(one) == _lines(other) and one.replaced == other.replaced


def _lines(response: QuestionnaireResponse) -> set[bytes]:
    return {line_of(answer) for answer in response.answers}


def _in_any_order(
    rules: Rules, parts: list[QuestionnaireResponse], all_of_it: QuestionnaireResponse
) -> bool:
    """Whether order and repeats change neither what is held nor what is shown."""
    for first, second, third in permutations(parts):
        joined = EMPTY
        for part in (first, second, first, third, second):
            joined = rules.join(joined, part)
        if not _same(joined, all_of_it) or rules.view(joined) != rules.view(all_of_it):
            return False
    return True


def _sent_whole(
    rules: Rules, part: QuestionnaireResponse, all_parts: list[QuestionnaireResponse]
) -> bool:
    """Whether a file to send shows what its sender sees, and hides on any computer what is gone."""
    sent = rules.send(part)
    if rules.view(rules.join(EMPTY, sent)) != rules.view(part):
        return False
    return all(
        part.gone.isdisjoint(answer.id for answer in rules.view(rules.join(other, sent)))
        for other in all_parts
    )
