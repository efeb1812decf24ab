"""Many files of one visit joined at once, as after weeks of a synced folder that made copies."""

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from figures import Figure, milliseconds
from pnet_prep.engine.record import record
from pnet_prep.model.response import Moment
from pnet_prep.store.folder import visit_path
from pnet_prep.store.shared import to_send
from pnet_prep.store.visit import Visit, new_visit, open_visit, save

FILES, ANSWERS = 1_000, 30
GROUP = "joining"
VISIT = "aaaaaaaa"


def figures(folder: Path, runs: int) -> list[Figure]:
    """CPU and clock time of the whole command, each time into a visit that holds none of it yet."""
    home = folder / "joining"
    files = _files(home)
    path = Path(visit_path(str(home), VISIT))
    before = path.read_bytes()
    spent = []
    for _ in range(min(runs, 5)):
        for copy in path.parent.iterdir():
            copy.unlink()
        path.write_bytes(before)
        begun, cpu = time.perf_counter(), _of_children()
        subprocess.run(
            [sys.executable, "-m", "pnet_prep", "join", "--no-input", *files],
            env=os.environ | {"PNET_PREP_HOME": str(home)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=True,
        )
        spent.append((_of_children() - cpu, time.perf_counter() - begun))
    held = len(open_visit(str(path)).response.answers)
    if held != ANSWERS + FILES:
        raise AssertionError(f"{held} answers after joining")
    name = f"join {FILES:,} files of one visit"
    cpu, clock = (median(column) for column in zip(*spent, strict=True))
    return [Figure(GROUP, name, milliseconds(cpu), f"{milliseconds(clock)} by the clock", "2 s")]


def _of_children() -> float:
    """CPU seconds of all programs that ran to their end."""
    spent = os.times()
    return spent.children_user + spent.children_system


def _files(home: Path) -> list[str]:
    """Files of one visit, in each of which one more person says one more thing."""
    visit = new_visit(str(home), visit=VISIT)
    for number in range(ANSWERS):
        visit = _said(visit, f"life.q{number}", "patient", number)
    visit = save(visit)
    (home / "sent").mkdir()
    files = []
    for number in range(FILES):
        one = _said(visit, "life.else", f"p{number:07d}", ANSWERS + number)
        path = home / "sent" / f"{number}.yaml"
        path.write_bytes(to_send(one, one.response))
        files.append(str(path))
    return files


def _said(visit: Visit, item: str, by: str, number: int) -> Visit:
    made = record(
        visit.response,
        item=item,
        entry="",
        value=f"Some forty letters of somebody's words: {number}",
        by=by,
        typed=by,
        moment=Moment(1_795_608_000_000 + number, "2026-11-25", f"n{number:015d}"),
    )
    return visit.with_answers([made] if made else [])
