"""The proofs of `pnet-prep check` on a made-up pack of a thousand rules, inside this process."""

from datetime import date

import synthetic
from figures import Figure, milliseconds
from pairing import cpu
from pnet_prep.content.check import check
from pnet_prep.content.check_conditions import check_conditions
from pnet_prep.content.check_repeats import check_repeats
from pnet_prep.content.index import Index
from pnet_prep.content.nodes import Node
from pnet_prep.engine.prover import Prover

RULES = 1_000
GROUP = "check"


def figures(runs: int) -> list[Figure]:
    """Every proof for every rule, somebody for whom it holds included; and the shipped check."""
    pack = synthetic.content(RULES, {})
    index = Index(ids={"rule": {rule.id: ("made_up.yaml", Node({}, 1, 1)) for rule in pack.rules}})

    def prove() -> object:
        prover = Prover(pack, synthetic.TODAY)
        return [*check_conditions(pack, index, prover), *check_repeats(pack, index, prover)]

    spent = cpu(prove, runs)
    shipped = cpu(lambda: check("", date.today()), runs)  # noqa: DTZ011 - any day will do
    return [
        Figure(
            GROUP,
            f"check a pack of {RULES:,} rules",
            milliseconds(spent),
            f"{spent * 1e6 / RULES:.0f} µs a rule, with a patient for whom it holds",
            "100 ms",
        ),
        Figure(GROUP, "check the shipped questions", milliseconds(shipped), ""),
    ]
