"""Whom to call: the team's own number first, then the lines of the country the person named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.facts import values
from pnet_prep.engine.wording import on_one_line

if TYPE_CHECKING:
    from pnet_prep.engine.picture import Picture
    from pnet_prep.engine.wording import Wording
    from pnet_prep.model.rules import HelpPlace

TEAM_PHONE = "team.phone"
COUNTRY = "person.country"


def lines(kind: str, wording: Wording) -> tuple[str, ...]:
    """Sentences with numbers for ``kind`` (``emergency``, ``crisis``, ``abuse``).

    Without a country, or where none is known for it, the sentence says how to find the number.
    """
    team = _last_said(wording, TEAM_PHONE) if kind == "emergency" else ""
    said = (wording.say("phone.team", number=on_one_line(team)),) if team else ()
    place = _place(wording)
    number = str(getattr(place, kind)) if place else ""
    if place and number:
        return (*said, wording.say(f"phone.{kind}", place=place.name, number=number))
    return (*said, wording.words[f"phone.{kind}.unknown"])


def told_in_lines(picture: Picture) -> frozenset[str]:
    """The ids of the items whose one answer the lines for an emergency tell."""
    once = {one for one in (TEAM_PHONE, COUNTRY) if len(values(picture, (one, ""))) == 1}
    place = _place(picture.wording)
    return frozenset(once if place and place.emergency else once - {COUNTRY})


def _place(wording: Wording) -> HelpPlace | None:
    chosen = _last_said(wording, COUNTRY)
    return next((place for place in wording.content.places if place.id == chosen), None)


def _last_said(wording: Wording, item: str) -> str:
    """The last answer that says something: who skips a question takes back nobody's answer."""
    said = [one.value for one in wording.response.at(item) if isinstance(one.value, str)]
    return said[-1] if said else ""
