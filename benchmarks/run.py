"""Prints every measured figure beside its yardstick, in one run.

    python benchmarks/run.py [--runs N] [--no-peers]

Run it with the Python of an environment in which pnet-prep and its [test] extra are installed. The
programs we are compared with are installed by the benchmark into throw-away environments.
"""

import argparse
import platform
import tempfile
from pathlib import Path

import checking
import commands
import joining
import memory
import pairing
import saving
import visit
from figures import Figure, table
from patient import patient
from peers import copier, pdf_makers, rust_cel


def main() -> None:
    """Measure, then print the table."""
    parser = argparse.ArgumentParser(description="Measure pnet-prep beside other programs.")
    parser.add_argument("--runs", type=int, default=11, help="measured pairs of each (11)")
    parser.add_argument("--no-peers", action="store_true", help="leave other programs out")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = measure(Path(folder), chosen.runs, peers=not chosen.no_peers)
    print(f"Python {platform.python_version()}, {chosen.runs} pairs each, medians.")
    print("Costs are CPU time, user and system, or peak memory.")
    print("Where a second program is named, they are that program's.")
    print(table(found))


def measure(folder: Path, runs: int, *, peers: bool) -> list[Figure]:
    """Every figure. `folder` is filled with homes, exports and environments."""
    one = patient()
    prepared = visit.prepare(one.case, folder, one.first_question, runs)
    content = one.picture.content
    found = [
        *commands.figures(prepared),
        *memory.figures(prepared),
        *pairing.figures(content.words, runs),
        *checking.figures(runs),
        *saving.figures(one.picture, folder, runs),
        *joining.figures(folder, runs),
    ]
    if peers:
        view = one.picture.views.all[0]
        found += copier.figures(prepared, content, view)
        found += pdf_makers.figures(prepared, one.picture)
        found += rust_cel.figures(folder, runs)
    return found


main()
