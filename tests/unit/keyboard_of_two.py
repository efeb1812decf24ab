"""A small visit with Leo, its patient, and Maria, his mother, at one keyboard."""

from pnet_prep.model.content import Content
from tests.unit.made import PEOPLE, content, seen
from tests.unit.talk import Talk

TOPIC = """
section: life
title: Life
place: 20
items:
  - {id: life.home, type: yes_no_unsure, text: Safe at home?, ask_whom: patient, private: yes}
  - id: life.pain
    type: yes_no_unsure
    text: Do you have pain?
    text_about: Does {name} have pain?
  - {id: life.saw, type: text, text: What did you see?, ask_whom: caregiver}
  - {id: life.note, type: text, text: Anything else?}
doctor_questions:
  - id: pain
    ask: What about my pain?
    ask_about: What about the pain of {name}?
    always: yes
    why: Why.
    topic: tests
    priority: 1
"""


def small() -> Content:
    return content(PEOPLE, TOPIC)


def helped(talk: Talk) -> Talk:
    """A visit after its helper Maria, the mother, told who she is."""
    return talk.each("caregiver").type("Maria").each("mother")


def named(talk: Talk) -> Talk:
    """The same once Leo, the patient, is named too, and is not alone."""
    return helped(talk).type("Leo").each("not_now")


def helpers(talk: Talk) -> list[object]:
    return [talk.said("helper.name", one)[-1] for one in talk.response.entries("helper")]


def by(talk: Talk, item: str) -> dict[str, object]:
    """Who said what there; the caregivers by name."""
    wording = seen(talk.state.picture.content, talk.response).wording
    return {wording.person(a.by): a.value for a in talk.response.at(item)}


def asked(talk: Talk) -> list[str]:
    """Everything that is asked of whoever is at the keyboard."""
    return [step.item.link_id for step in talk.state.steps()]
