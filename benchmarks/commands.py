"""Whole commands beside an interpreter that does nothing."""

from figures import Figure, milliseconds, times
from floor import FLOOR, Measure, pairwise, process
from visit import Visit


def figures(visit: Visit) -> list[Figure]:
    """The floor itself, then start-up, export, and the wait for the first question."""
    floor = process(FLOOR, visit.env)

    def beside_floor(group: str, what: str, measure: Measure, bar: str = "") -> Figure:
        pair = pairwise(measure, floor, visit.runs)
        return Figure(group, what, milliseconds(pair.first), times(pair.ratio, "floor"), bar)

    return [
        # Beside itself it shows how far a ratio strays on this machine today.
        beside_floor("floor", "python -c pass", floor),
        beside_floor("start-up", "--version", visit.command("--version"), "1.5 x"),
        beside_floor("start-up", "--help", visit.command("--help"), "1.5 x"),
        beside_floor("start-up", "list", visit.command("list"), "7.5 x"),
        beside_floor("start-up", "show", visit.command("show"), "7.5 x"),
        beside_floor("export", "export --to md", visit.export("md"), "9 x"),
        beside_floor("export", "export --to md,pdf", visit.export("md,pdf"), "14 x"),
        beside_floor("terminal", "start: first byte", visit.until_shown(""), "2 x"),
        beside_floor(
            "terminal", "start: first question", visit.until_shown(visit.first_question), "18 x"
        ),
    ]
