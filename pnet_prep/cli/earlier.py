"""The visit that another one follows, where it is still here and can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.errors import PrepError
from pnet_prep.store.folder import data_folder, visit_path
from pnet_prep.store.visit import open_visit

if TYPE_CHECKING:
    from pnet_prep.engine.picture import Picture
    from pnet_prep.model.content import Content
    from pnet_prep.store.visit import Visit


def earlier_of(visit: Visit, pack: Content) -> Picture | None:
    """The picture of the visit before; ``None`` without one, or where it was deleted or hurt."""
    if not visit.head.follows:
        return None
    from pnet_prep.cli.last_answer import as_of_last_answer

    try:
        before = open_visit(visit_path(data_folder(), visit.head.follows))
        return as_of_last_answer(pack, before.response)
    except PrepError:
        return None
