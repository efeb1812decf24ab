"""What of an interview stands on paper: all that was typed and is asked still, and nothing else."""

from __future__ import annotations

import re

from pnet_prep.engine.compose import compose
from pnet_prep.engine.dropped import WHY
from pnet_prep.engine.picture import Picture
from pnet_prep.model.checklist import Checklist
from pnet_prep.model.questionnaire import ItemType
from pnet_prep.model.response import ANSWERING, BOTH, HELPERS, Place
from pnet_prep.render import RenderOptions, render
from tests.unit.checklists import words
from tests.unit.interview_model import Model, as_typed, real

WORD = re.compile(r"w\d+q")
TYPED = {ItemType.TEXT, ItemType.LONG_TEXT}
LONG = 10
"""A shorter text may stand somewhere else too."""


def check_paper(picture: Picture, model: Model, before: int, typed: int) -> None:
    """What was typed is printed where it is asked, and what is asked no more is not.

    Made-up words are numbered: those up to ``before`` belong to an earlier visit, which may be
    quoted.
    """
    checklist = compose(picture)
    printed = set(WORD.findall(render("md", checklist, RenderOptions()).data.decode()))
    texts = [
        (place, as_typed(one.value)) for (place, _), one in model.held.items() if real(one.value)
    ]
    wanted = {
        word for place, text in texts if _is_printed(picture, place) for word in WORD.findall(text)
    }
    wanted |= {word for text in _helpers(model) for word in WORD.findall(text)}
    assert wanted <= printed, wanted - printed
    # Whoever gives a reason is named beside it.
    named = {word for text in _named(model) for word in WORD.findall(text)}
    others = {f"w{number}q" for number in range(before + 1, typed + 1)} - wanted - named
    assert not printed & others
    _check_parked(picture, checklist, texts)


def _check_parked(picture: Picture, checklist: Checklist, texts: list[tuple[Place, str]]) -> None:
    """No text of a closed question is printed, but where it was said elsewhere as well."""
    by_id = picture.content.questionnaire.by_id
    asked = [text for place, text in texts if place in picture.views.active]
    printed = "\n".join(words(checklist))
    for place, text in texts:
        if len(text) >= LONG and by_id[place[0]].type in TYPED and picture.earlier is None:
            parked = not _is_printed(picture, place) and not place[0].startswith(HELPERS)
            assert not parked or text not in printed or any(text in one for one in asked)


def _is_printed(picture: Picture, place: Place) -> bool:
    item = picture.content.questionnaire.by_id[place[0]]
    elsewhere = place[0] == WHY or place[0].startswith(f"{HELPERS}.")
    return place in picture.views.active and not item.private and not elsewhere


def _helpers(model: Model) -> list[str]:
    """Name and relation of each helper who typed something; of two names the last counts."""
    wrote = {one.typed for (place, _), one in model.held.items() if place[0] != ANSWERING}
    told = dict(_of_helpers(model))
    return [text for (_, person), text in told.items() if person in wrote or BOTH in wrote]


def _named(model: Model) -> list[str]:
    return [text for _, text in _of_helpers(model)]


def _of_helpers(model: Model) -> list[tuple[Place, str]]:
    return [
        (place, as_typed(one.value))
        for (place, _), one in model.held.items()
        if place[0].startswith(f"{HELPERS}.") and real(one.value)
    ]
