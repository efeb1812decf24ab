"""Written answers to values: the same reading as for what is typed in an interview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.digest import sha256
from pnet_prep.engine.again import ALL_RIGHT
from pnet_prep.engine.outcomes import OWN_QUESTIONS
from pnet_prep.engine.pairing import OWN_TEXT
from pnet_prep.engine.phrase_book import bare_words
from pnet_prep.engine.reading import BORN, LONGEST_ANSWER, read_choice, read_text, sure_year
from pnet_prep.engine.text import accept
from pnet_prep.engine.wording import dates_in
from pnet_prep.model.questionnaire import Item, ItemType, OptionsFrom
from pnet_prep.model.values import DateSaid, ListMark, NonAnswer, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from pnet_prep.content.nodes import Node
    from pnet_prep.content.report import Report
    from pnet_prep.engine.picture import Picture
    from pnet_prep.model.content import Content
    from pnet_prep.model.response import QuestionnaireResponse
    from pnet_prep.model.values import Value

Given = tuple[str, str, "Value"]


QUESTION = "question"
"""The key that says which question for the doctor an entry is about."""


class Reader:
    """Reads the answers of one file; faults go to its report, which never holds an answer."""

    def __init__(  # noqa: PLR0913 - what a file is read with, and what is known before it
        self,
        content: Content,
        report: Report,
        today: date,
        digest: str,
        earlier: Picture | None = None,
        into: QuestionnaireResponse | None = None,
    ) -> None:
        self._questionnaire = content.questionnaire
        self._by_id = content.questionnaire.by_id
        self._places = frozenset(place.id for place in content.places)
        self._suggestions = frozenset(rule.id for rule in content.rules)
        self._report = report
        self._today = today
        self._dates = dates_in(content)
        self._digest = digest
        self._earlier = earlier
        self._found_again: set[str] = set()
        self._own = _own_questions(into) if into else {}
        self._born: int | None = None

    def knows(self, link_id: str) -> bool:
        """Whether there is such a question."""
        return link_id in self._by_id

    def answers(self, node: Node) -> Iterator[Given]:
        """Every answer under ``answers:`` (or one person's under ``views:``), in file order."""
        for name, part in node.inside.items():
            item = self._by_id.get(name)
            if item is None:
                hint = self._report.near(name, self._by_id)
                text = f"this is not a known question{hint}"
                self._report.at_key(node, name, "unknown-id", text)
            elif item.repeats:
                yield from self._entries(item, part)
            elif listed := self._questionnaire.list_of(name):
                text = f'"{name}" is part of the list {listed}: write it inside an entry of that'
                self._report.at_key(node, name, "kind", text)
            elif (value := self.value(name, part)) is not None:
                yield name, "", value

    def value(self, link_id: str, node: Node) -> Value | None:
        """One answer as a value; ``None`` after a fault was reported."""
        item = self._by_id[link_id]
        if isinstance(node.value, dict):
            return self._non_answer(link_id, node)
        if item.type in {ItemType.GROUP, ItemType.DISPLAY}:
            self._report.at(node, "kind", f"{link_id} is not answered itself: answer what is in it")
            return None
        if isinstance(node.value, list) or item.type is ItemType.CHOICES:
            return self._chosen(item, node)
        text = accept(node.value)
        if allowed := self._allowed(item):
            if text in allowed:
                return text
            if item.type is not ItemType.OPEN_CHOICE:
                self._not_an_option(item, text, node)
                return None
        return self._typed(item, text, node)

    def _typed(self, item: Item, text: str, node: Node) -> Value | None:
        read = read_text(item, text, self._today, self._born, self._dates)
        if read.problem:
            fault = f"this is not a {item.type.value}"
            if read.problem == "problem.too_long":
                fault = f"one answer can have {LONGEST_ANSWER:,} letters at most"
            self._report.at(node, "kind", f"{fault} ({item.link_id})")
            return None
        match read.either:
            case (DateSaid(words), *_):
                return DateSaid(words)
            case (Quantity(_, number), *_):
                return Quantity(text, number)
            case _:
                if item.link_id == BORN:
                    self._born = sure_year(read.value)
                return read.value

    def _chosen(self, item: Item, node: Node) -> Value | None:
        if item.type is not ItemType.CHOICES:
            self._report.at(node, "kind", f"{item.link_id} takes one answer, not a list")
            return None
        parts = node.value if isinstance(node.value, list) else [node]
        allowed = self._allowed(item)
        for part in parts:
            if not isinstance(part.value, str) or part.value not in allowed:
                self._not_an_option(item, str(part.value), part)
                return None
        read = read_choice(item, tuple(dict.fromkeys(str(part.value) for part in parts)))
        if read.problem:
            text = "one of these stands alone" if len(parts) > 1 else "the list is empty"
            self._report.at(node, "kind", f"{text} ({item.link_id})")
        return read.value

    def _allowed(self, item: Item) -> frozenset[str]:
        if item.type is ItemType.YES_NO_UNSURE:
            return frozenset({"yes", "no"})
        if item.options_from is OptionsFrom.PLACES:
            return self._places
        if item.options_from is OptionsFrom.SUGGESTIONS:
            return self._suggestions
        if item.options_from is OptionsFrom.EARLIER:
            return frozenset({ALL_RIGHT, *item.about})
        return frozenset(option.id for option in item.options)

    def _not_an_option(self, item: Item, text: str, node: Node) -> None:
        allowed = self._allowed(item)
        hint = self._report.near(text, allowed) or f"; answers are {', '.join(sorted(allowed))}"
        text = f"this is not an answer of {item.link_id}{hint}"
        self._report.at(node, "unknown-option", text)

    def _non_answer(self, link_id: str, node: Node) -> Value | None:
        known = {one.value: one for one in NonAnswer}
        found = known.get(node.text("none"))
        if found is None or node.value != {"none": node.get("none")}:
            text = f"{link_id}: write {{none: …}} with one of {', '.join(known)}"
            self._report.at(node, "kind", text)
            return None
        return found

    def _entries(self, group: Item, node: Node) -> Iterator[Given]:
        if isinstance(node.value, dict):
            value = self._non_answer(group.link_id, node)
            if value is not None:
                yield group.link_id, "", value
            return
        if not isinstance(node.value, list):
            self._report.at(node, "kind", f"{group.link_id} is a list: a line for each entry")
            return
        for number, part in enumerate(node.value):
            fresh = sha256(f"{self._digest}/{group.link_id}/{number}".encode()).hexdigest()[:8]
            if group.options_from is OptionsFrom.SUGGESTIONS:
                if question := self._question(part):
                    yield from self._entry(group, part, question)
                continue
            entry = self._entry_before(group, part) or fresh
            self._found_again.add(entry)
            yield from self._entry(group, part, entry)
        if group.options_from is OptionsFrom.SUGGESTIONS:
            return
        yield group.link_id, "", ListMark.COMPLETE

    def _question(self, node: Node) -> str:
        """The question that an entry is about: an id, or the words of one of one's own."""
        said = node.text(QUESTION)
        if said in self._suggestions:
            return said
        if own := self._own.get(bare_words(accept(said))):
            return own
        self._report.at(node, "unknown-id", f'"{QUESTION}" has to name a question of the list')
        return ""

    def _entry_before(self, group: Item, node: Node) -> str:
        """The entry of the earlier visit that has the same name; empty where there is none."""
        naming = group.items[0]
        name = node.text(naming.link_id) or node.text(naming.link_id.rpartition(".")[2])
        if not self._earlier or not name:
            return ""
        entries = self._earlier.response.entries(group.link_id)
        said = bare_words(accept(name))
        left = [entry for entry in entries if entry not in self._found_again]
        shown = {entry: self._earlier.response.at(naming.link_id, entry) for entry in left}
        return next(
            (
                entry
                for entry, answers in shown.items()
                if any(isinstance(a.value, str) and bare_words(a.value) == said for a in answers)
            ),
            "",
        )

    def _entry(self, group: Item, node: Node, entry: str) -> Iterator[Given]:
        children = {child.link_id: child for child in group.items}
        if not node.inside:
            text = f"an entry of {group.link_id} has keys such as {group.items[0].link_id}"
            self._report.at(node, "kind", text)
        for name, part in node.inside.items():
            link_id = name if name in children else f"{group.link_id}.{name}"
            if name == QUESTION and group.options_from is OptionsFrom.SUGGESTIONS:
                continue
            if link_id not in children:
                hint = self._report.near(name, children)
                text = f"this is not part of {group.link_id}{hint}"
                self._report.at_key(node, name, "unknown-id", text)
            elif (value := self.value(link_id, part)) is not None:
                yield link_id, entry, value


def _own_questions(response: QuestionnaireResponse) -> dict[tuple[str, ...], str]:
    """The ids of the questions that the person wrote, by their words."""
    return {
        bare_words(answer.value): f"own.{entry}"
        for entry in response.entries(OWN_QUESTIONS)
        for answer in response.at(OWN_TEXT, entry)[-1:]
        if isinstance(answer.value, str)
    }
