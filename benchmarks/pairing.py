"""Pairing answers with questions on made-up packs of three sizes, inside this process."""

import gc
import time
from collections.abc import Callable
from statistics import median

import synthetic
from figures import Figure, milliseconds
from pnet_prep.engine.pairing import pair
from pnet_prep.engine.ruleset import Ruleset
from pnet_prep.engine.wording import Wording

SMALL, MIDDLE, LARGE = 150, 1_500, 15_000
GROUP = "pairing"


def figures(words: dict[str, str], runs: int) -> list[Figure]:
    """Compiling, evaluating, explaining and pairing, and how the time grows with the rules.

    ``words`` are the program's own sentences, by id, for the "because" lines.
    """
    compiled, whole, explained, paired = (cpu(work, runs) for work in _work(MIDDLE, words))
    small, large = (cpu(_work(size, words)[1], runs) for size in (SMALL, LARGE))
    answers = synthetic.ANSWERED
    return [
        Figure(
            GROUP,
            f"make {MIDDLE} rules ready, once",
            milliseconds(compiled),
            f"{per_thousand(compiled):.1f} ms per 1,000 rules",
            "10 ms",
        ),
        Figure(
            GROUP,
            f"evaluate {MIDDLE} rules, {answers} answers",
            milliseconds(whole),
            f"{per_thousand(whole):.2f} ms per 1,000 rules",
            "1.0 ms",
        ),
        Figure(
            GROUP,
            "explain each rule that fired",
            milliseconds(explained),
            f"{explained / whole:.0%} of evaluating",
            "50 %",
        ),
        Figure(
            GROUP,
            "pair: evaluate, explain, word and rank",
            milliseconds(paired),
            f"{per_thousand(paired):.2f} ms per 1,000 rules",
        ),
        Figure(
            GROUP,
            f"evaluate {LARGE} rules instead of {SMALL}",
            milliseconds(large),
            f"{large / small:.0f} x the time for {LARGE // SMALL} x the rules",
            "160 x",
        ),
    ]


def _work(rules: int, words: dict[str, str]) -> tuple[Callable[[], object], ...]:
    """Compile, evaluate all, explain those that fire, and all of pairing, ready to be timed."""
    pack = synthetic.content(rules, words)
    given = synthetic.response(pack)
    views = synthetic.views(pack, given)
    (view,) = views.all
    conditions = [rule.when for rule in pack.rules]
    ruleset = Ruleset(conditions)
    firing = ruleset.firing(view)
    wording = Wording(pack, given)
    return (
        lambda: Ruleset(conditions),
        lambda: ruleset.firing(view),
        lambda: [firing.causes(place) for place in firing],
        lambda: pair(ruleset, views, wording, ()),
    )


def per_thousand(seconds: float) -> float:
    """Milliseconds for a thousand rules, from the seconds for the middle pack."""
    return seconds * 1000 / (MIDDLE / 1000)


def cpu(work: Callable[[], object], runs: int) -> float:
    """The median CPU seconds of the work, without the garbage collector's share."""
    work()
    spent = []
    gc.disable()
    try:
        for _ in range(runs):
            start = time.process_time()
            work()
            spent.append(time.process_time() - start)
    finally:
        gc.enable()
    return median(spent)
