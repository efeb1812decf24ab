"""For whom a form is: somebody of the visit, or somebody new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.text import accept_line
from pnet_prep.model.form import For
from pnet_prep.model.response import HELPERS, PATIENT

if TYPE_CHECKING:
    from pnet_prep.engine.wording import Wording


def whose(name: str, wording: Wording) -> For:
    """Who is meant by ``name``: the one person of the visit with that name, or else a new one.

    Without a name the form asks for it.
    """
    given = accept_line(name).strip()
    if not given:
        return For()
    people = dict.fromkeys((*wording.response.people(), *wording.response.entries(HELPERS)))
    meant = [one for one in people if _same(wording.helper_name(one), given)]
    if len(meant) != 1:
        return For("caregiver", "", given)
    return For("patient" if meant == [PATIENT] else "caregiver", meant[0], given)


def _same(one: str, other: str) -> bool:
    return one.casefold().split() == other.casefold().split()
