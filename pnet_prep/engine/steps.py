"""What to do and to bring, as far as the answers call for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.conditions import truth
from pnet_prep.engine.origin import beside
from pnet_prep.engine.slots import Slots

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pnet_prep.engine.picture import Picture
    from pnet_prep.model.rules import PreparationStep


def steps(picture: Picture) -> list[tuple[PreparationStep, str]]:
    """The preparation steps of a visit, each in words, in file order."""
    slots = Slots(picture.wording, picture.views)
    return [
        (step, beside(slots.fill(step.text), step.id, picture.content))
        for step in chosen_steps(picture)
    ]


def chosen_steps(picture: Picture) -> Iterator[PreparationStep]:
    """The preparation steps that the answers call for."""
    for step in picture.content.preparation:
        if step.when is None or any(truth(step.when, view) for view in picture.views.all):
            yield step
