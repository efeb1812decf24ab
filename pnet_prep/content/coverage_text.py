"""How the coverage page writes ids, cells and rows, and the questions of the symptom card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.symptoms import OWN_SYMPTOMS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pnet_prep.model.questionnaire import Questionnaire

ANY = "*"


def row(cells: Iterable[str]) -> str:
    """One row of a table."""
    return f"| {' | '.join(cells)} |"


def ids(names: Iterable[str]) -> str:
    """Ids as code, in the order given."""
    return ", ".join(f"`{name}`" for name in names)


def cell(text: str) -> str:
    """Words that cannot end a cell or become markup."""
    for sign in "\\|*_<>`[]":
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.split())


def starred(questionnaire: Questionnaire) -> Callable[[str], str]:
    """A name for items: one for a question of the symptom card, whichever symptom it is about."""
    own = questionnaire.by_id.get(OWN_SYMPTOMS)
    prefix = OWN_SYMPTOMS.partition(".")[0]
    # The first question of one's own symptoms names them and is not part of the card.
    card = {item.link_id.rpartition(".")[2] for item in own.items[1:]} if own else set()

    def star(link_id: str) -> str:
        start, _, rest = link_id.partition(".")
        _, _, last = rest.partition(".")
        return f"{prefix}.{ANY}.{last}" if start == prefix and last in card else link_id

    return star
