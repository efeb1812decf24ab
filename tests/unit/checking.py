"""A small pack to check, and what is expected of it: a line names in `#!` what is found there."""

import re
from datetime import date
from textwrap import dedent

from pnet_prep.content.check import check_files
from pnet_prep.content.problem import Problem
from tests.unit.made import TODAY, pack

SIGNS = """
section: signs
title: Signs
place: 10
defaults:
  reviewed_on: "2026-11-20"
  review_by: "2027-11-20"
  verified: "yes"
  sources: [leaflet, book]
items:
  - {id: s.told, type: choice, text: Were you told?, options: {a: A, b: B}}
  - id: s.has
    type: choices
    text: What do you have?
    options: {x: X, y: Y, none: None of these}
    exclusive: [none]
    when: {item: s.told, is: a}
  - {id: s.worst, type: scale_0_10, text: How bad is it?}
  - {id: s.low, type: quantity, text: How low was it?, units: [mg/dL, mmol/L]}
  - {id: s.born, type: date, text: When were you born?}
  - {id: visit.stage, type: choices, text: Where are you?, options: {new: New, deciding: Then}}
  - id: drug
    type: group
    repeats: yes
    text: Which medicines?
    items:
      - {id: drug.name, type: text, recognise: medicines, text: Which one?}
      - {id: drug.helps, type: yes_no_unsure, text: Does it help?}
"""


def rules(*whens: str) -> str:
    """A topic with one doctor question for every condition, a line each."""
    lines = [
        f"  - {{id: r{n}, ask: What is it {n}?, why: It helps., topic: cause, priority: 1, {when}"
        for n, when in enumerate(whens)
    ]
    return "\n".join([SIGNS, "doctor_questions:", *lines, ""])


def expected(topic: str) -> list[tuple[int, str]]:
    lines = dedent(topic).splitlines()
    return [(n, code) for n, line in enumerate(lines, 1) for code in _named(line)]


def _named(line: str) -> list[str]:
    return re.findall(r"[\w-]+", line.partition("#!")[2])


def problems(topic: str, today: date = TODAY, **others: str) -> list[Problem]:
    """What is found in the topic; what the rest of the pack lacks is left out."""
    checked = check_files(pack(topic, **others), today)
    return [problem for problem in checked.problems if problem.file == "topic0.yaml"]


def found(topic: str, today: date = TODAY, **others: str) -> list[tuple[int, str]]:
    """The same as lines and codes."""
    return [(problem.line, problem.code) for problem in problems(topic, today, **others)]
