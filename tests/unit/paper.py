"""A small pack that has something for every corner of the paper, and ways to look at the paper."""

from collections.abc import Iterator

from pnet_prep.engine.compose import compose
from pnet_prep.model.checklist import Checklist, Facts, TickList
from pnet_prep.model.fixed import Fixed
from pnet_prep.model.response import QuestionnaireResponse
from tests.unit.made import PEOPLE, content, seen

SYMPTOMS = """
section: symptoms
title: Symptoms
place: 30
screens: [{id: symptom.belly, text: Which of these?}]
card:
  - {id: worst, type: scale_0_10, text: How bad?, label: Worst, sheet: column}
  - {id: effect, type: text, text: And your days?, label: Effect, sheet: effect}
symptoms: [{id: cramp, screen: symptom.belly, text: Cramps, said: cramps}]
items:
  - id: symptom.own
    type: group
    repeats: yes
    card: yes
    text: Anything else?
    items: [{id: symptom.own.name, type: text, text: What?}]
"""
LIFE = """
section: life
title: Life
place: 40
ask_to_print: life.print
items:
  - {id: visit.date, type: date, text: When?, forward: yes, sheet: visit}
  - {id: life.note, type: text, text: "Anything else to tell?", label: "Note:", sheet: else}
  - {id: life.secret, type: text, text: A secret?, private: yes, sheet: else}
  - {id: life.faint, type: yes_no_unsure, text: Fainted?, said: fainting, sheet: else}
  - {id: life.harm, type: yes_no_unsure, text: Harm?, said: harm, private: yes, ask_whom: patient}
  - {id: life.print, type: yes_no_unsure, text: On paper?, private: yes, ask_whom: patient}
  - {id: life.more, type: text, text: More?, when: {item: life.faint, is: "yes"}}
  - id: medicine
    type: group
    repeats: yes
    text: Which medicines?
    sheet: medicines
    items:
      - {id: medicine.name, type: text, text: Name?, said: the medicine, recognise: medicines}
      - {id: medicine.dose, type: text, text: How much?, label: Dose, sheet: line}
      - {id: medicine.why, type: text, text: Why?, private: yes, sheet: line}
  - id: secrets
    type: group
    repeats: yes
    private: yes
    text: Which secrets?
    sheet: else
    items: [{id: secrets.name, type: text, text: Which?}]
  - id: wish.question
    type: group
    repeats: yes
    text: Your own questions?
    items: [{id: wish.question.text, type: long_text, text: What?}]
  - {id: wish.top, type: choices, text: Your three?, options_from: suggestions}
red_flags:
  - {id: rf1, when: {item: life.faint, is: ["yes", not_sure]}, level: today, do: Call today.}
  - {id: rf2, when: {item: life.harm, is: "yes"}, level: now, do: Call now., print: ask}
doctor_questions:
"""
RULES = "".join(
    f"  - {{id: r{n}, ask: Ask {n}?, always: yes, why: Why., topic: tests, priority: 3}}\n"
    for n in range(12)
)
ACID = """\
  - id: acid
    ask: What about {medicine}?
    when: {some: {in: medicine, where: {item: medicine.name, has: ppi}}}
    why: It helps.
    topic: tests
    priority: 1
    sources: [leaflet]
"""
STEPS = """
steps:
  - {id: s1, text: Bring a list., kind: bring}
  - {id: s2, text: Tell of the faint., kind: visit, when: {item: life.faint, is: "yes"}}
"""
TERMS = """
terms:
  - {id: t1, term: scan, plain: a picture, forms: [scans]}
  - {id: t2, term: gene, plain: a plan of the body}
"""
MADE = content(
    PEOPLE,
    SYMPTOMS,
    LIFE + RULES + ACID,
    preparation=STEPS,
    glossary=TERMS,
)


def made(response: QuestionnaireResponse) -> Checklist:
    return compose(seen(MADE, response))


def strings(part: object) -> Iterator[str]:
    """Every text in a checklist."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for inner in part:
            yield from strings(inner)
    elif isinstance(part, Fixed):
        yield from strings(tuple(vars(part).values()))


def paper(response: QuestionnaireResponse) -> str:
    return "\n".join(strings(made(response)))


def fact(response: QuestionnaireResponse, label: str) -> tuple[str, ...]:
    """The values of the fact with this label."""
    blocks = [block for block in made(response).blocks if isinstance(block, Facts)]
    return next((f.values for block in blocks for f in block.facts if f.label == label), ())


def panel(response: QuestionnaireResponse, title: str) -> tuple[str, ...]:
    return next((one.values for one in made(response).sheet.panels if one.label == title), ())


def ticked(checklist: Checklist) -> list[str]:
    found = [block.items for block in checklist.blocks if isinstance(block, TickList)]
    return [one for items in found for one in items]
