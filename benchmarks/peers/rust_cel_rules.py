"""Runs inside CEL's own environment: RULES.json and a number of runs to what it found, as JSON.

The file holds ``rules``, each a CEL expression that is true when the rule holds, and ``answers``,
the variable of every question that was answered. What was not answered is ``null``.
"""

import gc
import json
import sys
import time
from statistics import median

import cel


def main() -> None:
    """Print the places of the rules that hold, and the median CPU seconds of evaluating all."""
    with open(sys.argv[1], encoding="utf-8") as file:
        given = json.load(file)
    programs = [cel.compile(rule) for rule in given["rules"]]
    spent = []
    gc.disable()
    for _ in range(int(sys.argv[2]) + 1):
        start = time.process_time()
        context = cel.Context(given["answers"])
        found = [program.execute(context) for program in programs]
        spent.append(time.process_time() - start)
    holding = [place for place, holds in enumerate(found) if holds is True]
    print(json.dumps({"holding": holding, "seconds": median(spent[1:])}))


main()
