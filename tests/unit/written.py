"""A small pack with every kind of question, and answers files put to it."""

from datetime import UTC, datetime
from textwrap import dedent

from pnet_prep.content.answers_file import AnswersFile, read_answers
from pnet_prep.model.response import QuestionnaireResponse
from tests.unit.made import EMPTY, PEOPLE, content

TOPIC = """
section: life
title: Life
place: 20
items:
  - {id: person.born, type: date, text: When were you born?}
  - {id: life.pain, type: yes_no_unsure, text: Any pain?}
  - {id: life.worst, type: scale_0_10, text: How bad?}
  - {id: life.times, type: integer, text: How often?}
  - {id: life.began, type: date, text: When?}
  - {id: life.sugar, type: quantity, text: How low?, units: [mg/dL, mmol/L]}
  - id: life.signs
    type: choices
    text: Which?
    exclusive: [none]
    options: {fever: Fever, chill: Chills, none: None}
  - {id: life.kind, type: open_choice, text: What kind?, options: {dull: Dull, sharp: Sharp}}
  - {id: life.note, type: long_text, text: Anything else?}
  - {id: life.says, type: display, text: This asks nothing.}
  - {id: person.country, type: choice, text: Where?, options_from: places}
  - id: life.card
    type: group
    text: More
    items: [{id: life.card.more, type: text, text: More?}]
  - id: medicine
    type: group
    repeats: yes
    text: Which medicines?
    items:
      - {id: medicine.name, type: text, text: Name?}
      - {id: medicine.dose, type: text, text: How much?}
  - {id: wish.top, type: choices, text: Your three?, options_from: suggestions}
doctor_questions:
  - {id: q1, ask: One?, always: yes, why: Why., topic: tests, priority: 1}
  - {id: q2, ask: Two?, always: yes, why: Why., topic: tests, priority: 2}
"""
MADE = content(PEOPLE, TOPIC)
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def taken(text: str, into: QuestionnaireResponse = EMPTY) -> AnswersFile:
    return read_answers(dedent(text).encode(), "visit.yaml", MADE, NOW, into)
