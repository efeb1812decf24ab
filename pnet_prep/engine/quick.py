"""What quick mode leaves for the full interview, and what it asks in place of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.again import still_there
from pnet_prep.engine.conditions import truth
from pnet_prep.model.conditions import Leaf
from pnet_prep.model.questionnaire import Quick

if TYPE_CHECKING:
    from pnet_prep.engine.views import Views
    from pnet_prep.model.questionnaire import Item, Questionnaire
    from pnet_prep.model.response import QuestionnaireResponse


class Run:
    """One of the two ways to ask: ``quick``, or all of it."""

    def __init__(
        self,
        questionnaire: Questionnaire,
        response: QuestionnaireResponse,
        views: Views,
        *,
        quick: bool,
    ) -> None:
        self._questionnaire = questionnaire
        self._response = response
        self._views = views
        self._quick = quick

    def asks(self, item: Item, entry: str) -> bool:
        """Whether this way of asking has the question."""
        if not self._quick:
            return item.quick is not Quick.ONLY
        if item.quick is Quick.ONLY:
            return not self._needless(item)
        if item.quick is Quick.NO or item.quick_when is None:
            return item.quick is not Quick.NO
        if any(truth(item.quick_when, view, entry) for view in self._views.all):
            return True
        # What an earlier visit told of is still there only where it is ticked once more.
        return item.link_id in self._still_ticked()

    def _needless(self, item: Item) -> bool:
        """Whether all that it could open was answered in the full interview already."""
        if not self._response.shown or self._response.at(item.link_id):
            return False
        from pnet_prep.engine.demands import leaves

        opened = [
            one.link_id
            for one in self._questionnaire.by_id.values()
            if one.quick_when and any(leaf.item == item.link_id for leaf in leaves(one.quick_when))
        ]
        return bool(opened) and all(map(self._response.at, opened))

    def _still_ticked(self) -> set[str]:
        """The lists that open what was said to be still there."""
        found: set[str] = set()
        for link_id, _ in self._views.again:
            group = self._questionnaire.group_of.get(link_id, "")
            when = self._questionnaire.by_id[group].when if group else None
            if isinstance(when, Leaf) and still_there(self._questionnaire, self._response, group):
                found.add(when.item)
        return found
