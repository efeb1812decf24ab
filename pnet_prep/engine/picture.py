"""One visit as it stands: views, words, fired flags and paired questions, worked out together."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from pnet_prep.engine.again import to_ask
from pnet_prep.engine.dropped import dropped
from pnet_prep.engine.glossary import Glossary
from pnet_prep.engine.outcomes import outcomes
from pnet_prep.engine.pairing import fired_flags, pair
from pnet_prep.engine.recogniser import Recognisers
from pnet_prep.engine.ruleset import Ruleset
from pnet_prep.engine.symptoms import is_card
from pnet_prep.engine.views import NOTHING_WITHHELD, Views, views_of
from pnet_prep.engine.with_room import to_answer
from pnet_prep.engine.wording import Wording
from pnet_prep.model.conditions import Leaf, Operator
from pnet_prep.model.questionnaire import ItemType
from pnet_prep.model.response import BOTH

if TYPE_CHECKING:
    from datetime import date

    from pnet_prep.engine.flow import Asker, Step
    from pnet_prep.model.content import Content
    from pnet_prep.model.prompt_list import FiredFlag, SuggestedQuestion
    from pnet_prep.model.questionnaire import Item
    from pnet_prep.model.response import Place, QuestionnaireResponse
    from pnet_prep.model.withheld import Withheld


class Ready:
    """A pack with all that is worked out once and serves every picture of it."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.recognisers = Recognisers(content)

    @cached_property
    def flags(self) -> Ruleset:
        """When each red flag holds."""
        return Ruleset(flag.when for flag in self.content.red_flags)

    @cached_property
    def rules(self) -> Ruleset:
        """When each question is worth asking."""
        return Ruleset(rule.when for rule in self.content.rules)

    @cached_property
    def glossary(self) -> Glossary:
        """The medical words that are explained."""
        return Glossary(self.content.glossary)

    @cached_property
    def flagged(self) -> frozenset[str]:
        """Items that a red flag looks at."""
        from pnet_prep.engine.uses import answers_named

        by_id = self.content.questionnaire.by_id
        return frozenset(
            item for flag in self.content.red_flags for item, _ in answers_named(flag.when, by_id)
        )

    @cached_property
    def on_sheet(self) -> dict[str, list[Item]]:
        """The items that have a place of their own on page 1, by that place, in order."""
        found: dict[str, list[Item]] = {}
        for item in self.content.questionnaire.by_id.values():
            if item.sheet:
                found.setdefault(item.sheet, []).append(item)
        return found

    @cached_property
    def cards(self) -> list[Item]:
        """The cards of symptoms, in order."""
        return [item for item in self.content.questionnaire.by_id.values() if is_card(item)]

    @cached_property
    def groups_of(self) -> dict[str, dict[str, str]]:
        """For a list to tick from: each option that opens a group, and that group."""
        found: dict[str, dict[str, str]] = {}
        for link_id, item in self.content.questionnaire.by_id.items():
            match item.when:
                case Leaf(gate, Operator.HAS, (option,)) if item.type is ItemType.GROUP:
                    found.setdefault(gate, {})[option] = link_id
        return found


class Picture:
    """Everything that follows from the answers. Each part is worked out when it is asked for.

    ``earlier`` is the visit that this one follows, where it is known; ``withheld`` what is left out
    for a reader.
    """

    def __init__(
        self,
        ready: Ready,
        response: QuestionnaireResponse,
        today: date,
        earlier: Picture | None = None,
        withheld: Withheld = NOTHING_WITHHELD,
    ) -> None:
        self.ready = ready
        self.content = ready.content
        self.recognisers = ready.recognisers
        self.response = response
        self.today = today
        self.earlier = earlier
        self.withheld = withheld
        self._steps: dict[tuple[Asker, bool, str], tuple[Step, ...]] = {}

    def steps(self, asker: Asker, *, quick: bool, command: str) -> tuple[Step, ...]:
        """All that is asked of whoever is at the keyboard by a command, in order."""
        key = (asker, quick, command)
        if key not in self._steps:
            from pnet_prep.engine.flow import steps  # only an interview asks

            self._steps[key] = steps(
                self.content.questionnaire,
                self.response,
                self.views,
                asker,
                quick=quick,
                command=command,
                questions=self.to_answer if command else (),
            )
        return self._steps[key]

    @cached_property
    def views(self) -> Views:
        """Each person's view, and what is asked at all."""
        return views_of(
            self.response,
            self.content.questionnaire,
            self.today,
            self.recognisers.classes_of,
            self.to_ask_again,
            self.withheld,
        )

    @cached_property
    def to_ask_again(self) -> tuple[Place, ...]:
        """The questions about the earlier visit; they do not depend on the answers of this one."""
        return to_ask(self.earlier, self.content.questionnaire)

    @cached_property
    def to_answer(self) -> tuple[str, ...]:
        """The ids of the questions to ask about after the visit."""
        return to_answer(self)

    @cached_property
    def one_voice(self) -> bool:
        """Whether everything is one person's view, so that no answer needs a name."""
        return len({answer.by for answer in self.response.shown} - {BOTH}) < 2

    @cached_property
    def wording(self) -> Wording:
        """The words for this visit."""
        return Wording(self.content, self.response)

    @cached_property
    def flags(self) -> tuple[FiredFlag, ...]:
        """Red flags that hold."""
        return fired_flags(self.ready.flags, self.views, self.wording)

    @cached_property
    def suggestions(self) -> tuple[SuggestedQuestion, ...]:
        """Questions worth asking, best first."""
        return self._paired(dropped(self.response))

    @cached_property
    def off_the_list(self) -> tuple[SuggestedQuestion, ...]:
        """Questions that would be worth asking, and that somebody took off the list."""
        if not dropped(self.response):
            return ()
        on_it = {one.id for one in self.suggestions}
        off = [one for one in self._paired({}) if one.id in dropped(self.response)]
        return tuple(one for one in off if one.id not in on_it)

    def _paired(self, off: dict[str, int]) -> tuple[SuggestedQuestion, ...]:
        last_time = outcomes(self.earlier.response) if self.earlier else {}
        return pair(self.ready.rules, self.views, self.wording, self.flags, last_time, off)

    def with_response(self, response: QuestionnaireResponse) -> Picture:
        """The picture after more answers."""
        after = Picture(self.ready, response, self.today, self.earlier, self.withheld)
        after.__dict__["to_ask_again"] = self.to_ask_again
        return after


def look(
    content: Content,
    response: QuestionnaireResponse,
    today: date,
    earlier: Picture | None = None,
) -> Picture:
    """The picture of a visit on a day; ``earlier`` is that of the visit it follows."""
    return Picture(earlier.ready if earlier else Ready(content), response, today, earlier)
