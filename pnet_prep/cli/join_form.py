"""Where the answers of a form belong: to which visit, and to whom of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.cli.choose_visit import visits
from pnet_prep.cli.choosing import choose
from pnet_prep.cli.join_input import from_form
from pnet_prep.cli.join_where import Nowhere, readable, which_visit
from pnet_prep.engine.fill import fill
from pnet_prep.engine.wording import Wording
from pnet_prep.model.interview import Ask, Choice, Screen
from pnet_prep.model.response import HELPERS
from pnet_prep.store.visit import response_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pnet_prep.cli.join_input import Incoming
    from pnet_prep.interview.front_end import FrontEnd
    from pnet_prep.model.content import Content
    from pnet_prep.model.response import QuestionnaireResponse
    from pnet_prep.store.visit import Visit

YES, NO = "yes", "no"


def settled(
    here: Visit | None, incoming: Incoming, pack: Content, asks: FrontEnd, *, no_input: bool
) -> tuple[Visit | None, Incoming] | Nowhere:
    """The visit that the answers of a form go into, ``None`` for a new one, and whose they are.

    ``here`` is the visit that it names, if that is here.

    A visit that holds answers of the same form already is the one, and they go on to be whose they
    were. Else the person is asked, or with ``no_input`` nobody.
    """
    if here is None:
        there = visits()
        for opened in readable(there):
            if held := _held(incoming, opened, pack):
                return opened, held
        if not there or no_input:
            return None, incoming
        words = pack.words
        match which_visit(there, words["join.which"], words["join.which_help"], words, asks):
            case Nowhere() as leaving:
                return leaving
            case None:
                return None, incoming
            case chosen:
                here = chosen
    if held := _held(incoming, here, pack):
        return here, held
    if no_input:
        return here, incoming
    for person in _of_that_name(incoming, here.response, pack):
        said = _same_person(person, here.response, pack, asks)
        if isinstance(said, Nowhere):
            return said
        if said:
            return here, from_form(incoming.plain, pack, "", person)
    return here, incoming


def _held(incoming: Incoming, visit: Visit, pack: Content) -> Incoming | None:
    """The form read as the visit holds some of it already; ``None`` where it holds nothing."""
    people = _of_that_name(incoming, visit.response, pack)
    readings = (incoming, *(from_form(incoming.plain, pack, "", one) for one in people))
    fit = (one for one in readings if not one.found.lines.keys().isdisjoint(visit.lines))
    return next(fit, None)


def _of_that_name(
    incoming: Incoming, response: QuestionnaireResponse, pack: Content
) -> Iterator[str]:
    """The caregivers of a visit who are called, and are to the patient, as the form says."""
    there = response_in(incoming.found.lines)
    theirs, ours = Wording(pack, there), Wording(pack, response)
    for new in there.entries(HELPERS):
        for known in response.entries(HELPERS):
            names = {
                one.helper_name(person).casefold().strip()
                for one, person in ((theirs, new), (ours, known))
            }
            relations = {theirs.relation(new), ours.relation(known)} - {""}
            if known != new and len(names) == 1 and names != {""} and len(relations) < 2:
                yield known


def _same_person(
    person: str, response: QuestionnaireResponse, pack: Content, asks: FrontEnd
) -> bool | Nowhere:
    slots = {"person": Wording(pack, response).person(person)}
    screen = Screen(
        ask=Ask.ONE,
        text=fill(pack.words["join.who"], slots),
        choices=tuple(Choice(name, pack.words[f"join.who_{name}"]) for name in (YES, NO)),
        help=pack.words["join.who_help"],
        can_go_back=False,
    )
    chosen = choose(asks, screen)
    return Nowhere(quits=True) if chosen is None else chosen == YES
