"""Five hundred made-up patients: what their paper promises, whatever they answer.

The facts of what belongs together are those of the clinical sources, written here once more and not
read from the pack; so a rule that is too wide is found, and so is a slip in the pack.
"""

import re
from collections.abc import Iterator
from functools import cache

import pytest

from pnet_prep.content.banned import Banned, banned, banned_in
from pnet_prep.content.files import questions_folder, read_folder
from pnet_prep.content.load import load
from pnet_prep.engine.compose import compose
from pnet_prep.engine.picture import Picture, look
from pnet_prep.engine.views import View
from pnet_prep.engine.with_room import ROOMY
from pnet_prep.model.checklist import Checklist, Question
from pnet_prep.model.content import Content
from pnet_prep.model.questionnaire import Recognise
from pnet_prep.render.markdown import render
from pnet_prep.render.rendering import RenderOptions
from tests.unit.made import EMPTY, TODAY
from tests.unit.made_up import NAME, patient, said
from tests.unit.paper import strings

PATIENTS, BATCH = 500, 25
TOP = 3
ASKS_OF_A_HORMONE = re.compile(
    r"\bcould [^.?]*\b(hormones?|gastrin|insulin|glucagon|vip|somatostatin|serotonin|cortisol"
    r"|insulinoma|gastrinoma|glucagonoma|vipoma|somatostatinoma|carcinoid)\b"
)
NAMES_A_TEST_OR_MEDICINE = re.compile(
    r"such as gastrin or chromogranin a|glucagon kit|hormone injections|insulin pump"
)
TOGETHER = (
    # stomach acid; water and salts; rash and sugar; digestion and sugar; flushing; stress hormone
    {"ulcers", "many_ulcers", "heartburn", "pain", "diarrhea", "calcium", "family"},
    {"diarrhea", "dry", "weakness", "cramps", "thirst", "flushing"},
    {"rash", "sore_mouth", "diabetes", "weight_loss", "diarrhea", "leg_swelling"},
    {"diabetes", "gallstones", "greasy_stools", "diarrhea", "weight_loss", "jaundice"},
    {"flushing", "wheeze", "diarrhea"},
    {"looks", "weakness", "weight_gain", "diabetes", "high_blood_pressure", "weak_bones",
     "leg_swelling", "cramps"},
    {"spells", "after_food", "hungry", "weakness", "weight_gain", "vision", "pounding"},
)  # fmt: skip
SYMPTOMS = (
    "ulcers", "heartburn", "indigestion", "pain", "diarrhea", "weakness", "cramps", "thirst",
    "flushing", "wheeze", "rash", "sore_mouth", "diabetes", "weight_loss", "leg_swelling",
    "greasy_stools", "jaundice", "looks", "weight_gain", "spells", "vision", "pounding",
)  # fmt: skip
CONDITIONS = {
    "diabetes": "diabetes",
    "gallstones": "gallstones",
    "high_blood_pressure": "high_blood_pressure",
    "weak_bones": "weak_bones",
    "high_calcium": "calcium",
    "kidney_stones": "calcium",
}


@cache
def shipped() -> Content:
    return load()


@cache
def phrases(name: str) -> Banned:
    lines = read_folder(questions_folder())["banned_phrases.txt"].decode()
    medicines = [
        name for one in shipped().word_lists[Recognise.MEDICINES].classes for name in one.names
    ]
    return banned(lines.replace("{name}", name), {"medicine": medicines})


@cache
def unsaid(text: str, name: str) -> tuple[str, ...]:
    """What a text says and no text may say, to a patient of this name."""
    return tuple(banned_in(text, phrases(name)))


def has(view: View, item: str, *options: str) -> bool:
    answer = view.at(item, "")
    value = answer.value if answer else None
    return value in options or (isinstance(value, tuple) and not {*options}.isdisjoint(value))


def features(view: View, picture: Picture) -> set[str]:
    """What one person told of, by the names of ``TOGETHER``."""
    screens = [i for i in picture.content.questionnaire.by_id if i.count(".") == 1]
    told = {one for one in SYMPTOMS if any(has(view, i, one) for i in screens if _screen(i))}
    told |= {name for option, name in CONDITIONS.items() if has(view, "condition.list", option)}
    if has(view, "symptom.indigestion.feel", "burning"):
        told.add("heartburn")
    if has(view, "symptom.ulcers.features", "several", "returned", "burst"):
        told.add("many_ulcers")
    if has(view, "symptom.diarrhea.signs", "dizzy", "dry", "urine"):
        told.add("dry")
    if has(view, "symptom.spells.relief", "yes"):
        told.add("after_food")
    if has(view, "symptom.spells.timing", "waking", "missed_meal", "exercise") or has(
        view, "symptom.spells.pattern", "waking", "empty"
    ):
        told.add("hungry")
    if picture.response.entries("family"):
        told.add("family")
    return told


def _screen(item: str) -> bool:
    return item.startswith("symptom.") and item != "symptom.own"


def belongs(picture: Picture) -> bool:
    """Whether anybody told of low sugar, of a known tumor, or of two things of one row."""
    for view in picture.views.all:
        told = features(view, picture)
        if has(view, "diagnosis.told", "yes", "suspected"):
            return True
        if has(view, "symptom.episodes", "low_sugar") or has(view, "symptom.spells.sugar", "low"):
            return True
        if any(len(told & row) >= 2 for row in TOGETHER):
            return True
    return False


def faults(picture: Picture) -> Iterator[str]:
    """Whatever is not as promised on one patient's paper."""
    checklist = compose(picture)
    document = render(checklist, RenderOptions()).data.decode()
    yield from limits(picture, checklist, document)
    yield from hormones(picture)
    typed = said(picture.response)
    name = NAME if NAME in typed else "patient"
    for text in strings(checklist):
        ours = without(typed, text)
        yield from (f"{phrase}: {text}" for phrase in unsaid(ours, name.casefold()))


def without(typed: set[str], text: str) -> str:
    """A printed text without what the person typed.

    That is kept, shortened, begins small, or is told without its full stop.
    """
    for one in sorted((one.rstrip(" .") for one in typed), key=len, reverse=True):
        if " " in one and one[:8].casefold() in text.casefold():
            kept = f"{re.escape(one[:8])}.*?{re.escape(one[-8:])}"
            text = re.sub(kept, "…", text, flags=re.IGNORECASE)
    return text


ROOM = {"m10": 4, "m15": 6, "m20": 8}
"""Questions with room to write, by the length of the visit."""


def limits(picture: Picture, checklist: Checklist, document: str) -> Iterator[str]:
    if len(checklist.sheet.top) > TOP:
        yield "too many questions on page 1"
    asked = [block for block in checklist.blocks if isinstance(block, Question)]
    length = picture.response.at("visit.minutes")[-1:]
    room = min([ROOMY, *(ROOM.get(str(one.value), ROOMY) for one in length)])
    kept = {one.text for one in picture.suggestions if one.own or one.picked or one.urgent}
    if len([one for one in asked[room:] if one.text not in kept]) > 0:
        yield "more questions with room to write than the visit has room for"
    if not kept <= {one.text for one in asked}:
        yield "a question lost its room"
    if document.count("\n- [ ] **") != len(asked) + len(checklist.sheet.top):
        yield "questions and their marks differ in number"


def hormones(picture: Picture) -> Iterator[str]:
    fits, typed = belongs(picture), said(picture.response)
    for one in picture.suggestions:
        text = NAMES_A_TEST_OR_MEDICINE.sub("", without(typed, one.text).casefold())
        if one.own or not ASKS_OF_A_HORMONE.search(text):
            continue
        if "what else" not in text:
            yield f"{one.id} names a hormone and nothing else beside it"
        if not fits:
            yield f"{one.id} names a hormone on too little"


def found(content: Content, numbers: range) -> list[str]:
    nobody = look(content, EMPTY, TODAY)
    return [
        f"patient {number}: {fault}"
        for number in numbers
        for fault in faults(nobody.with_response(patient(content, str(number))))
    ]


@pytest.mark.parametrize("start", range(0, PATIENTS, BATCH))
def test_paper_of_any_patient_keeps_its_promises(start):
    assert found(shipped(), range(start, start + BATCH)) == []


def bad(like: str, ask: str) -> Content:
    """The pack with one more rule: ``like`` another, except for what is asked."""
    rule = next(rule for rule in shipped().rules if rule.id == like)
    worse = rule._replace(id="bad", fold="", ask=ask, ask_about="")
    return shipped()._replace(rules=(*shipped().rules, worse))


@pytest.mark.parametrize(
    ("like", "ask", "told"),
    [
        ("q4", "You should take omeprazole twice.", "you should"),
        ("q4", "You may have an insulinoma.", "you/"),
        ("q4", "Stop taking it before the test.", "stop"),
        ("q4", "{name} could have cancer.", "you/xanthe"),
        ("a5", "Could it be a hormone?", "nothing else beside it"),
        ("q1", "Could it be gastrin, and what else?", "on too little"),
    ],
)
def test_a_bad_rule_is_found(like, ask, told):
    assert any(told in fault.casefold() for fault in found(bad(like, ask), range(BATCH)))


def test_a_list_that_takes_more_room_than_the_visit_has_is_found(monkeypatch):
    monkeypatch.setattr("pnet_prep.engine.with_room.ROOMY", ROOMY + 1)
    assert any("more questions" in fault for fault in found(shipped(), range(BATCH)))
