"""Questions that somebody took off the list, with a reason. Nothing is lost: they can come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.model.fixed import Fixed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pnet_prep.model.prompt_list import FiredFlag
    from pnet_prep.model.response import QuestionnaireResponse
    from pnet_prep.model.rules import PairingRule

DROPPED = "wish.dropped"
"""The list of questions that were taken off: an entry is the id of the question."""

WHY = "wish.dropped.why"
KNOWING = "wish.dropped.knowing"

ALREADY_ANSWERED = "answered"
"""The reason that also keeps a question off the list of the next visit."""


def dropped(response: QuestionnaireResponse) -> dict[str, int]:
    """By the id of a question that is off the list: when that was done knowing of a sign behind it.

    In UTC milliseconds; 0 where nothing was said of a sign.
    """
    return {
        question: max((a.at for a in response.at(KNOWING, question) if a.value == "yes"), default=0)
        for question in response.entries(DROPPED)
        if any(answer.real for answer in response.at(WHY, question))
    }


def answered_already(response: QuestionnaireResponse) -> frozenset[str]:
    """The ids of the questions that somebody took off because they know the answer."""
    return frozenset(
        question
        for question in response.entries(DROPPED)
        if any(answer.value == ALREADY_ANSWERED for answer in response.at(WHY, question))
    )


class OffTheList(Fixed):
    """What decides whether a question is off the list.

    ``questions`` is what `dropped` gives; ``folds`` are the groups of near duplicates of those;
    ``since`` is when the last answer behind each fired flag was given.
    """

    questions: Mapping[str, int]
    folds: frozenset[str]
    since: Mapping[str, int]

    def has(self, rule: PairingRule) -> bool:
        """Whether a question is off: with a sign behind it only if that was known."""
        if not self.questions:
            return False
        signs = [self.since[flag] for flag in rule.flags if flag in self.since]
        if signs:
            return self.questions.get(rule.id, 0) > max(signs)
        return rule.id in self.questions or rule.fold in self.folds


def off_the_list(
    questions: Mapping[str, int], flags: Iterable[FiredFlag], rules: Iterable[PairingRule]
) -> OffTheList:
    """What is off the list while these flags fire; of near duplicates none takes its place."""
    folds = frozenset(rule.fold for rule in rules if rule.id in questions and rule.fold)
    since = {one.flag.id: max((a.at for a in one.answers), default=0) for one in flags}
    return OffTheList(questions, folds, since)
