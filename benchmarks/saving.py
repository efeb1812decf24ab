"""A durable save after each answer, beside the prompt that asked for it, and a long visit read."""

import os
import sys
import time
from pathlib import Path
from statistics import median

from figures import Figure, milliseconds
from floor import Measure
from pnet_prep.engine.picture import Picture
from pnet_prep.engine.record import answer_id
from pnet_prep.store.visit import new_visit, open_visit, save
from terminal import until_shown

PROMPTS = Path(__file__).with_name("bare_prompts.py")
MANY = 21
LONG = 2_000
GROUP = "saving"


def figures(picture: Picture, folder: Path, runs: int) -> list[Figure]:
    """Time of a save and of opening a visit, and what saving and pairing add to a bare prompt."""
    wall, cpu, paired = _save_each_answer(picture, folder)
    opened = _open_a_long_visit(picture, folder, runs)
    prompt = _bare_prompt(runs)
    answers = len(picture.response.answers)
    return [
        Figure(
            GROUP,
            "save one answer",
            milliseconds(cpu),
            f"{milliseconds(wall)} by the clock",
            "5 ms, 10 ms by the clock",
        ),
        Figure(GROUP, "one bare questionary list", milliseconds(prompt), ""),
        Figure(
            GROUP,
            f"save and pair again, {answers} answers",
            milliseconds(cpu + paired),
            f"{(cpu + paired) / prompt:.0%} of a bare prompt",
            "20 %",
        ),
        Figure(GROUP, f"open a visit of {LONG:,} answers", milliseconds(opened), "", "30 ms"),
    ]


def _save_each_answer(picture: Picture, folder: Path) -> tuple[float, float, float]:
    """Medians over all answers of one visit: wall and CPU seconds of a save, CPU of pairing."""
    visit = new_visit(str(folder / "saving"))
    spent = []
    for answer in picture.response.answers:
        wall, cpu = time.perf_counter(), time.process_time()
        visit = save(visit.with_answers([answer]))
        saved_wall, saved = time.perf_counter(), time.process_time()
        # Asking for the suggestions is what works them out.
        _ = picture.with_response(visit.response).suggestions
        spent.append((saved_wall - wall, saved - cpu, time.process_time() - saved))
    wall, cpu, paired = (median(column) for column in zip(*spent, strict=True))
    return wall, cpu, paired


def _open_a_long_visit(picture: Picture, folder: Path, runs: int) -> float:
    """Median CPU seconds until all answers can be looked at."""
    given = picture.response.answers
    made = [
        given[number % len(given)]._replace(entry=f"{number:08d}", replaces=())
        for number in range(LONG)
    ]
    answers = [one._replace(id=answer_id(one)) for one in made]
    path = save(new_visit(str(folder / "long")).with_answers(answers)).path
    spent = []
    for _ in range(runs):
        began = time.process_time()
        shown = open_visit(path).response.shown
        spent.append(time.process_time() - began)
        if len(shown) != LONG:
            raise AssertionError(f"{len(shown)} answers were read")
    return median(spent)


def _bare_prompt(runs: int) -> float:
    """CPU seconds of one more prompt, once the first has loaded everything."""
    few, many = (median(_asking(count)() for _ in range(runs)) for count in (1, MANY))
    return (many - few) / (MANY - 1)


def _asking(count: int) -> Measure:
    command = (sys.executable, str(PROMPTS), str(count))
    replies = [(f"Question {number}?".encode(), b"\r") for number in range(count)]
    return until_shown(command, os.environ | {"TERM": "xterm"}, b"That is all", replies)
