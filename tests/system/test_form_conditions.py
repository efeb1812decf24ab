"""The script of the form finds the same true, false and unknown as the interview."""

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Page

from pnet_prep.content.load import load
from pnet_prep.engine.conditions import truth
from pnet_prep.engine.demands import leaves
from pnet_prep.engine.recogniser import Recogniser, Recognisers
from pnet_prep.engine.views import View, views_of
from pnet_prep.model.conditions import All, AnyOf, Condition, Count, Not, Some
from pnet_prep.model.content import Content
from pnet_prep.model.questionnaire import Recognise
from pnet_prep.model.response import PATIENT, Answer, QuestionnaireResponse
from pnet_prep.model.values import DateSaid, ListMark, Value
from tests.longer import dice, times
from tests.system.browser import browser
from tests.system.forms import LUIS, opened_form, row
from tests.unit.formed import questions, shipped
from tests.unit.made import EMPTY
from tests.unit.made_up import _value

pytestmark = pytest.mark.system("chromium")

TODAY = date(2026, 11, 23)
ASK = """cases => {
    const asked = [...data.whens, ...data.flags.map(one => one[2])]
    return cases.map(([rows, entries]) => {
        records.clear()
        for (const one of rows) records.set(placeOf(one.item, one.entry), one)
        const view = viewOf(new Set())
        return asked.map((one, place) => truth(one, view, entries[place]))
    })
}"""
SHOWN = """rows => {
    const sorted = value => {
        if (Array.isArray(value)) return [...value].sort()
        return value?.none === "skipped" ? null : value?.trim?.() ?? value
    }
    const held = one => records.get(placeOf(one.dataset.q, entryOf(one)))
    records.clear()
    for (const one of rows) records.set(placeOf(one.item, one.entry), one)
    showAll()
    const changed = onPage()
        .filter(one => held(one) && !same(sorted(read(one)), sorted(held(one).value)))
        .map(one => [one.dataset.q, read(one), held(one).value])
    return [[...closedPlaces()], changed]
}"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with (
        browser(tmp_path_factory.mktemp("browser")) as started,
        opened_form(started, tmp_path_factory.mktemp("form")) as shown,
    ):
        yield shown


def conditions() -> dict[str, Condition]:
    """Every condition of the form, by what it is for."""
    return {**shipped(LUIS).whens, **{flag.id: flag.when for flag in shipped(LUIS).flags}}


def own_answers(random: Random, content: Content) -> list[Answer]:
    """What a made-up person says to the questions that conditions look at."""
    density = random.choice([0.05, 0.2, 0.5, 0.9])
    looked_at = {leaf.item for one in conditions().values() for leaf in leaves(one)}
    lists: dict[str, list[str]] = {}
    said: list[Answer] = []
    for name in sorted(looked_at & questions(shipped(LUIS)).keys()):
        group = content.questionnaire.list_of(name)
        if group and group not in lists:
            lists[group] = [f"{number}{group[:4]}" for number in range(random.randint(0, 2))]
        for entry in lists[group] if group else [""]:
            if random.random() < max(density, 0.6 if entry else 0):
                item = content.questionnaire.by_id[name]
                said.append(made(len(said), name, entry, _value(random, content, item)))
    for group in content.questionnaire.lists:
        if not lists.get(group) and random.random() < 0.3:
            said.append(made(len(said), group, "", ListMark.COMPLETE))
    return said


def made(number: int, item: str, entry: str, value: Value) -> Answer:
    return Answer(str(number), item, entry, value, PATIENT, PATIENT, number, "2026-11-23")


def view_of(answers: list[Answer], content: Content, classes: Any) -> View:
    response = EMPTY.with_answers(answers)
    lists = {group: response.entries(group) for group in content.questionnaire.lists}
    complete = frozenset(one.item for one in answers if one.value is ListMark.COMPLETE)
    helping = made(-1, "person.answering", "", "caregiver")
    held = {one.place: one for one in [*answers, helping]}
    return View(PATIENT, held, lists, complete, TODAY, classes)


def known_words(content: Content) -> Any:
    """What the page knows of medicines and signs: not the kinds that nothing in it asks for."""
    books = {name: Recogniser(words) for name, words in shipped(LUIS).word_lists.items()}

    def classes(item: str, text: str) -> frozenset[str] | None:
        book = books.get(content.questionnaire.by_id[item].recognise.value)
        return book.classes_of(text) if book else None

    return classes


def test_every_condition_is_as_true_as_in_the_interview(page: Page) -> None:
    content, asked, random = load(), conditions(), dice("form")
    cases = [own_answers(random, content) for _ in range(times(100))]
    views = [view_of(dateless(answers), content, known_words(content)) for answers in cases]
    lists = [content.questionnaire.list_of(name) for name in asked]
    inside = [[next(iter(one.lists.get(group, ())), "") for group in lists] for one in views]
    rows = [[row(one, n) for n, one in enumerate(answers)] for answers in cases]
    found = page.evaluate(ASK, list(zip(rows, inside, strict=True)))
    everything = Recognisers(content)
    seen = set()
    for answers, view, entries, verdicts in zip(cases, views, inside, found, strict=True):
        whole = view_of(dateless(answers), content, everything.classes_of)
        for (name, condition), entry, verdict in zip(asked.items(), entries, verdicts, strict=True):
            assert verdict is truth(condition, view, entry), name
            assert (verdict is True) is (truth(condition, whole, entry) is True), name
            seen.add((name, verdict))
    # Some signs hang on two rare answers; which of them nobody meets is up to chance.
    never = asked.keys() - {name for name, verdict in seen if verdict is True}
    assert len(never) < len(asked) / 10
    assert len(seen) > 2 * len(asked)


def dateless(answers: list[Answer]) -> list[Answer]:
    """The same without the reading of dates, which the page does not know."""
    return [
        one._replace(value=DateSaid(one.value.text)) if isinstance(one.value, DateSaid) else one
        for one in answers
    ]


def test_the_same_questions_are_asked_and_the_page_reads_back_what_it_shows(page: Page) -> None:
    content = load()
    random = dice("shown")
    for _ in range(times(4)):
        answers = own_answers(random, content)
        response = QuestionnaireResponse(tuple(dateless(answers)))
        views = views_of(response, content.questionnaire, TODAY, Recognisers(content).classes_of)
        closed, changed = page.evaluate(SHOWN, [row(one, n) for n, one in enumerate(answers)])
        groups = content.questionnaire.group_of
        closed = [one for one in closed if groups.get(one.split()[0]) not in closed]
        assert set(closed) - DATED == set(closed_in(views.active, response)) - DATED
        assert changed == []


DATED = {"condition.pregnancy"}


def closed_in(active: frozenset[tuple[str, str]], response: QuestionnaireResponse) -> Iterator[str]:
    """The places of the form that the interview does not ask."""
    content = load()
    for name in shipped(LUIS).whens:
        group = content.questionnaire.list_of(name)
        outer = content.questionnaire.group_of.get(name, "")
        if outer == "helper" or (outer in shipped(LUIS).whens and (outer, "") not in active):
            continue
        for entry in response.entries(group) if group else ("",):
            if (name, entry) not in active:
                yield f"{name} {entry}" if entry else name


SENTENCES = """([list, texts]) => texts.map(text => {
    const kinds = found(books.get(list), text)
    return kinds && [...kinds].sort()
})"""


@pytest.mark.parametrize("kind", [Recognise.MEDICINES, Recognise.SIGNS])
def test_the_same_kinds_are_found_in_typed_words(page: Page, kind: Recognise) -> None:
    words = shipped(LUIS).word_lists[kind.value]
    random = dice(kind.value)
    pieces = [name for one in words.classes for name in one.names]
    undo = [part for one in words.not_after for part in one.split("…")] or ["no"]
    between = [" ", " ", " ", ", ", ". ", "-", "\n", " (", ") ", "; ", " and ", "’"]
    texts = [
        "".join(
            random.choice([random.choice(pieces), random.choice(undo), "é ÜBER", "ß 12", "x"])
            + random.choice(between)
            for _ in range(random.randint(1, 6))
        )
        for _ in range(times(1500))
    ]
    book = Recogniser(words)
    expected = [sorted(kinds) if (kinds := book.classes_of(one)) else None for one in texts]
    assert page.evaluate(SENTENCES, [kind.value, texts]) == expected
    assert 200 < sum(1 for one in expected if one) < len(texts)


def test_no_condition_says_not_of_typed_words() -> None:
    """The page leaves out names that nothing asks for, which "not" could tell."""
    items = load().questionnaire.by_id
    denied = [leaf for one in conditions().values() for part in nots(one) for leaf in leaves(part)]
    assert denied
    assert not [leaf for leaf in denied if items[leaf.item].recognise is not Recognise.NOTHING]


def nots(condition: Condition) -> Iterator[Condition]:
    match condition:
        case Not(part):
            yield part
        case All(parts) | AnyOf(parts) | Count(_, parts):
            for part in parts:
                yield from nots(part)
        case Some(_, where):
            yield from nots(where)
