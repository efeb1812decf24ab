"""Answers that rows of the trigger matrix share, as in an answers file."""

NET = {"diagnosis.told": "yes"}
SUSPECTED = {"diagnosis.told": "suspected"}
LOOKING = {"visit.stage": ["looking"]}
LOWS = {"symptom.episodes": ["low_sugar"]}
SPELLS = {"symptom.episodes": ["spells"]}
DIABETES = {"condition.list": ["diabetes"]}
TAIL = NET | {"treatment.planned": ["surgery_tail"]}
WHIPPLE = NET | {"treatment.planned": ["surgery_whipple"]}


def takes(*names):
    return {"medicine": [{"medicine.name": name} for name in names]}


def relative(condition):
    return {"family": [{"family.relation": "mother", "family.condition": [condition]}]}


def planned(kind):
    return NET | {"treatment.planned": [kind]}


def now(kind):
    return NET | {"treatment.now": [kind]}
