"""Pairing: answers and rules to the questions worth asking, ranked, each with its reason.

The same answers always give the same list. A rule counts if it fires in anybody's view.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from operator import itemgetter
from types import MappingProxyType
from typing import TYPE_CHECKING

from pnet_prep.engine.dropped import off_the_list
from pnet_prep.engine.outcomes import ANSWERED, OWN_QUESTIONS
from pnet_prep.engine.reasons import because, reasons
from pnet_prep.engine.slots import Slots
from pnet_prep.model.fixed import Fixed
from pnet_prep.model.prompt_list import FiredFlag, SuggestedQuestion
from pnet_prep.model.response import ANSWERING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pnet_prep.engine.conditions import Cause
    from pnet_prep.engine.ruleset import Firing, Ruleset
    from pnet_prep.engine.views import Views
    from pnet_prep.engine.wording import Wording
    from pnet_prep.model.prompt_list import Reason
    from pnet_prep.model.rules import PairingRule

OWN_TEXT = "wish.question.text"
TOP = "wish.top"
CAREGIVER = "caregiver"
STAGE = "visit.stage"
CLINICIAN = "visit.clinician"
DECIDING = "deciding"

Make = Callable[..., SuggestedQuestion]
"""Puts a question into words; only those that are not folded away are put into words."""

Ranked = tuple[tuple[int, ...], str, Make]


class Standing(Fixed):
    """What ranks questions: stages, clinician, picks, fired flags, and what was left over."""

    stages: frozenset[str]
    clinician: str
    picks: tuple[str, ...]
    flags: frozenset[str]
    left_over: frozenset[str]


def fired_flags(flags: Ruleset, views: Views, wording: Wording) -> tuple[FiredFlag, ...]:
    """The red flags that hold in anybody's view, the most urgent first, then in file order.

    ``flags`` are the conditions of the content's red flags.
    """
    found = []
    for place, firings in _firings(flags, views):
        causes = [cause for firing in firings for cause in firing.causes(place)]
        merged = tuple({(cause.leaf, cause.answer.id): cause for cause in causes}.values())
        answers = tuple(cause.answer for cause in merged)
        flag = wording.content.red_flags[place]
        found.append(FiredFlag(flag, reasons(merged, wording), answers))
    return tuple(sorted(found, key=lambda one: one.flag.level.value != "now"))


def pair(  # noqa: PLR0913 - rules, answers, and four things that change what becomes of a question
    asked: Ruleset,
    views: Views,
    wording: Wording,
    flags: Sequence[FiredFlag],
    last_time: Mapping[str, str] = MappingProxyType({}),
    dropped: Mapping[str, int] = MappingProxyType({}),
) -> tuple[SuggestedQuestion, ...]:
    """Every question worth asking, near duplicates folded, best first.

    ``asked`` are the conditions of the content's pairing rules.
    ``last_time`` says what became of questions at the visit before: answered ones leave the list,
    unless they are urgent now. ``dropped`` are those that somebody took off, as `dropped` gives.
    Order: own pick, belongs to a fired flag, left over from the visit before, own question,
    decision open, stage, clinician, priority, file order.
    """
    standing = _standing(views, flags, last_time)
    settled = _settled(wording, last_time)
    off = off_the_list(dropped, flags, wording.content.rules if dropped else ())
    slots = Slots(wording, views)
    about = [answer.value for answer in wording.response.at(ANSWERING)][-1:] == [CAREGIVER]
    fired = [
        (_rank(rule, standing, place), rule.fold, partial(_suggest, rule, firings[0].causes(place)))
        for place, firings in _firings(asked, views)
        for rule in (wording.content.rules[place],)
        if (rule.id not in settled or _urgent(rule, standing)) and not off.has(rule)
    ]
    own = [
        (
            (_pick(one.id, standing), True, one.id not in standing.left_over, False),
            "",
            partial(_as_it_is, one),
        )
        for one in _own(wording)
    ]
    found = [make(wording, slots, about=about) for make in _unfolded([*fired, *own])]
    rules = wording.content.rules if standing.flags else ()
    urgent = {rule.id for rule in rules if _urgent(rule, standing)}
    marked = {*standing.picks, *standing.left_over, *urgent}
    return tuple(
        one._replace(
            because=_also_left_over(one, wording, last_time),
            picked=one.id in standing.picks,
            urgent=one.id in urgent,
        )
        if one.id in marked
        else one
        for one in found
    )


def _settled(wording: Wording, last_time: Mapping[str, str]) -> frozenset[str]:
    """The questions that were answered last time, with their near duplicates."""
    done = {question for question, outcome in last_time.items() if outcome == ANSWERED}
    folds = {rule.fold for rule in wording.content.rules if done and rule.id in done and rule.fold}
    alike = {rule.id for rule in wording.content.rules if folds and rule.fold in folds}
    return frozenset(done | (alike - last_time.keys()))


def _also_left_over(one: SuggestedQuestion, wording: Wording, last_time: Mapping[str, str]) -> str:
    outcome = last_time.get(one.id, ANSWERED)
    if outcome == ANSWERED:
        return one.because
    parts = filter(None, (wording.words[f"left_over.{outcome}"], one.because))
    return wording.words["because.join"].join(parts)


def _firings(ruleset: Ruleset, views: Views) -> list[tuple[int, list[Firing]]]:
    """The places of the conditions that hold in anybody's view, in order, with those views."""
    found: dict[int, list[Firing]] = {}
    for view in views.different:
        firing = ruleset.firing(view)
        for place in firing:
            found.setdefault(place, []).append(firing)
    return sorted(found.items())


def _suggest(
    rule: PairingRule, behind: tuple[Cause, ...], wording: Wording, slots: Slots, *, about: bool
) -> SuggestedQuestion:
    found: tuple[Reason, ...] = reasons(behind, wording)
    text = rule.ask_about if about and rule.ask_about else rule.ask
    said = because(found, wording) or rule.because
    return SuggestedQuestion(
        id=rule.id,
        text=slots.fill(text, behind),
        because=slots.fill(said, behind) if said == rule.because else said,
        why=slots.fill(rule.why, behind),
        topic=rule.topic,
        reasons=found,
        sources=rule.provenance.sources,
    )


def _own(wording: Wording) -> Iterator[SuggestedQuestion]:
    """One's own questions; one that two people put in two ways keeps the words of both."""
    response = wording.response
    for entry in response.entries(OWN_QUESTIONS):
        texts = (a for a in response.at(OWN_TEXT, entry) if isinstance(a.value, str))
        said = dict.fromkeys(map(wording.answer, texts))
        if said:
            text = wording.words["sheet.join"].join(said)
            yield SuggestedQuestion(f"own.{entry}", text, "", "", "", (), ())


def _standing(views: Views, flags: Iterable[FiredFlag], last_time: Mapping[str, str]) -> Standing:
    stages: set[str] = set()
    clinician = ""
    picks: tuple[str, ...] = ()
    for view in reversed(views.all):
        stage, with_whom, top = (view.at(item, "") for item in (STAGE, CLINICIAN, TOP))
        if stage and isinstance(stage.value, tuple):
            stages.update(stage.value)
        if with_whom and isinstance(with_whom.value, str):
            clinician = with_whom.value
        if top and isinstance(top.value, tuple):
            picks = top.value
    return Standing(
        frozenset(stages),
        clinician,
        picks,
        frozenset(fired.flag.id for fired in flags),
        frozenset(one for one, outcome in last_time.items() if outcome != ANSWERED),
    )


def _pick(question: str, standing: Standing) -> int:
    return standing.picks.index(question) if question in standing.picks else len(standing.picks)


def _urgent(rule: PairingRule, standing: Standing) -> bool:
    return not standing.flags.isdisjoint(rule.flags)


def _rank(rule: PairingRule, standing: Standing, place: int) -> tuple[int, ...]:
    return (
        _pick(rule.id, standing),
        not _urgent(rule, standing),
        rule.id not in standing.left_over,
        True,
        not (DECIDING in standing.stages and DECIDING in rule.stages),
        standing.stages.isdisjoint(rule.stages),
        standing.clinician not in rule.clinicians,
        rule.priority,
        place,
    )


def _unfolded(ranked: list[Ranked]) -> Iterator[Make]:
    """What is left in order of rank when each fold keeps only its first."""
    seen: set[str] = set()
    for _, fold, make in sorted(ranked, key=itemgetter(0)):
        if fold not in seen:
            yield make
        if fold:
            seen.add(fold)


def _as_it_is(own: SuggestedQuestion, *_: object, about: bool) -> SuggestedQuestion:  # noqa: ARG001 - one form for all
    return own
