"""Who is at the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.flow import Asker
from pnet_prep.interview.asides import SAYS, SOMEBODY_NEW
from pnet_prep.model.response import BOTH, HELPERS, PATIENT

if TYPE_CHECKING:
    from pnet_prep.interview.state import State
    from pnet_prep.model.response import Moment

CAREGIVER = "caregiver"


def first_asker(answering: str, moment: Moment, known: str = "") -> Asker:
    """Whoever answers the first question of a visit: the patient, a caregiver, or both.

    ``known`` is the id of the one caregiver of the visit before, who is taken to be there again.
    """
    person = known or new_id(moment)
    match answering:
        case "caregiver":
            return Asker(person, person, person)
        case "together":
            return Asker(BOTH, BOTH, person)
        case _:
            return Asker()


def asker_for(chosen: str, state: State, moment: Moment) -> Asker:
    """Whoever was chosen to go on: the patient, a known caregiver, both, or somebody new."""
    known = state.picture.response.entries(HELPERS)
    if chosen == PATIENT:
        return Asker(PATIENT, PATIENT, state.asker.helper)
    if chosen == BOTH:
        return Asker(BOTH, BOTH, state.asker.helper or known[-1])
    if chosen.startswith(SAYS):
        helper = chosen.removeprefix(SAYS)
        return Asker(PATIENT, helper, helper)
    person = new_id(moment) if chosen == SOMEBODY_NEW else chosen
    return Asker(person, person, person)


def chosen_as(asker: Asker) -> str:
    """What `asker_for` makes this asker of."""
    says = (asker.by, asker.typed) == (PATIENT, asker.helper)
    return SAYS + asker.typed if says else asker.by


def new_id(moment: Moment) -> str:
    """Eight random letters and digits: a person or a list entry."""
    return moment.nonce[:8]
