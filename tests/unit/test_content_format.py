"""What the loader says of a pack that is not right: the line, the column, and what to mend.

Each fault is a fragment in which `>>` stands where the fault is to be found.
"""

import pytest

from pnet_prep.content.build import build
from pnet_prep.content.load import load
from pnet_prep.content.parse import parse
from pnet_prep.content.problem import ContentError, Problem
from tests.unit.made import pack

BASE = """
section: base
title: Base
place: 10
items:
  - {id: b.told, type: choice, text: Were you told?, options: {yes: Yes, soon: Soon}}
  - {id: b.has, type: choices, text: What do you have?, options: {fever: Fever, pain: Pain}}
  - {id: b.low, type: quantity, text: How low?, units: [mg/dL, mmol/L]}
  - {id: b.worst, type: scale_0_10, text: How bad?}
  - {id: b.born, type: date, text: When were you born?}
  - {id: b.note, type: long_text, text: What else?}
  - {id: b.where, type: choice, text: Which country?, options_from: places}
  - id: kin
    type: group
    repeats: yes
    text: Who is ill?
    items:
      - {id: kin.who, type: text, text: Who is it?}
      - {id: kin.drug, type: text, recognise: medicines, text: Which medicine?}
"""
RULE = "doctor_questions: [{id: r, ask: Is it?, why: So., topic: cause, priority: 1, "


def rule(when: str) -> str:
    return f"{RULE}when: {when}}}]\n"


def item(keys: str) -> str:
    return f"  - {{{keys}}}\n"


KEYS = {
    "an unknown key": (item('id: b.x, type: text, text: So?, >>txet_about: "?"'), "text_about"),
    "a misspelled key": (item("id: b.x, type: text, text: So?, >>hepl: More."), '"help"'),
    "no text": ("  - >>{id: b.x, type: text}\n", '"text" is missing here'),
    "an empty text": (item('id: b.x, type: text, text: >>" "'), "this text is empty"),
    "a list for a text": (item("id: b.x, type: text, text: >>[So?]"), "has to be a text"),
    "a text for a list": (item("id: b.x, type: group, text: So, items: >>so"), "has to be a list"),
    "an unknown type": (item("id: b.x, type: >>chioce, text: So?"), '"choice"'),
    "an id with capitals": (item("id: >>b.Xray, type: text, text: So?"), "small letters, digits"),
    "yes or no": (item("id: b.x, type: text, text: So?, forward: >>maybe"), "one of yes, no"),
    "a list of words that is none": (
        item("id: b.x, type: text, text: So?, recognise: >>yes"),
        "one of medicines, signs",
    ),
    "a misspelled list of words": (
        item("id: b.x, type: text, text: So?, recognise: >>medicine"),
        'did you mean "medicines"?',
    ),
    "seconds in words": (item("id: b.x, type: text, text: So?, seconds: >>few"), "whole number"),
    "a priority of 6": (
        (
            "doctor_questions: [{id: r, ask: Is it?, why: So., topic: cause, always: yes, "
            "priority: >>6}]\n"
        ),
        "one of 1, 2, 3, 4, 5",
    ),
    "an unknown stage": (f"{RULE}always: yes, stage: [>>decidng]}}]\n", '"deciding"'),
    "a date in words": (
        "defaults: {reviewed_on: >>last May}\n",
        'a date such as "2026-11-23"',
    ),
    "two keys at once in a condition": (
        rule(">>{item: b.told, is: yes, has: fever}"),
        "exactly one of is, is_not, has",
    ),
    "a condition that is a list": (rule(">>[{item: b.told, is: yes}]"), "wrap a list in any"),
    "a form that is not known": (rule(">>{eny: [{item: b.told, is: yes}]}"), '"any"'),
    "a leaf without an operator": (rule(">>{item: b.told}"), "exactly one of is, is_not"),
    "count without of": (rule("{count: >>{at_least: 2}}"), "exactly the keys at_least and of"),
    "some without in": (rule("{some: >>{where: {item: kin.who, answered: yes}}}"), "in and where"),
    "within without months": (rule("{within: >>{item: b.born}}"), "item and months"),
    "a bound in words": (rule("{item: b.worst, at_least: >>seven}"), "a number"),
    "answered maybe": (rule("{item: b.worst, answered: >>maybe}"), "one of yes, no"),
    "an option without a text": (
        item("id: b.x, type: choice, text: So?, options: {a: >>{said: so}}"),
        '"text" is missing here',
    ),
    "an option with an unknown key": (
        item("id: b.x, type: choice, text: So?, options: {a: {text: A, >>sayd: so}}"),
        "said",
    ),
    "an option with a capital": (
        item("id: b.x, type: choice, text: So?, options: {>>Big: Big}"),
        "small letters",
    ),
}
LINKS = {
    "a question that is not there": (rule("{>>item: b.tald, is: yes}"), '"b.told"'),
    "a list that is not there": (
        rule("{some: {>>in: kni, where: {item: kin.who, answered: yes}}}"),
        '"kin"',
    ),
    "an option that is not there": (rule("{item: b.has, has: [fever, >>fevr]}"), '"fever"'),
    "an answer that is not there": (rule("{item: b.told, is: >>soone}"), '"soon"'),
    "a country that is not there": (rule("{item: b.where, is: >>uss}"), '"us"'),
    "a medicine class that is not there": (
        rule("{some: {in: kin, where: {item: kin.drug, has: >>pip}}}"),
        '"ppi"',
    ),
    "has for a single choice": (rule("{item: b.told, >>has: soon}"), "type choice"),
    "is for several": (rule("{item: b.has, is: >>fever}"), "not an answer of b.has"),
    "is for a text": (rule("{item: b.note, is: >>hello}"), "not an answer of b.note"),
    "a number for a text": (rule("{item: b.note, at_least: >>3}"), "type long_text"),
    "a number without its unit": (rule("{item: b.low, at_most: >>54}"), "mg/dL, mmol/L"),
    "a number in another unit": (rule('{item: b.low, at_most: >>"54 mg"}'), "mg/dL, mmol/L"),
    "a unit where there is none": (rule('{item: b.worst, at_least: >>"7 cm"}'), "has no unit"),
    "within for no date": (rule("{within: >>{item: b.worst, months: 3}}"), "an item of type date"),
    "an entry's question outside its list": (
        rule("{>>item: kin.who, answered: yes}"),
        "inside some: in: that list",
    ),
    "another question inside a list": (
        rule("{some: {in: kin, where: {>>item: b.told, is: yes}}}"),
        "not part of the list kin",
    ),
    "a gate that comes later": (
        item("id: b.x, type: text, text: So?, when: {>>item: b.y, answered: yes}")
        + item("id: b.y, type: text, text: And?"),
        "asked later",
    ),
    "a gate on the question itself": (
        item("id: b.x, type: text, text: So?, when: {>>item: b.x, answered: yes}"),
        "asked later",
    ),
    "held back in quick mode, where it is not asked": (
        item("id: b.x, type: text, text: So?, >>quick_when: {item: b.told, is: yes}"),
        "belongs to a question",
    ),
    "a slot that is not known": (
        item('id: b.x, type: text, text: So?, >>text_about: "Is {nmae} ill?"'),
        '"name"',
    ),
    "a second use of an id": (item(">>id: b.told, type: text, text: So?"), "topic0.yaml, line 6"),
    "choices without options": ("  - >>{id: b.x, type: choices, text: So?}\n", "needs options"),
    "a text with options": (
        "  - >>{id: b.x, type: text, text: So?, options: {a: A}}\n",
        "cannot have options",
    ),
    "a quantity without units": ("  - >>{id: b.x, type: quantity, text: So?}\n", "needs them"),
    "a group without questions": ("  - >>{id: b.x, type: group, text: So?}\n", "a group needs"),
    "words recognised where nothing is typed": (
        item("id: b.x, type: date, text: So?, >>recognise: signs"),
        "in a text only",
    ),
    "a medicine among signs": (
        item("id: b.x, type: text, text: So?, recognise: signs")
        + item("id: b.y, type: text, text: And?, when: {item: b.x, has: >>ppi}"),
        '"ppi" is not an answer of b.x',
    ),
    "a sign among medicines": (
        item("id: b.x, type: text, text: So?, recognise: medicines")
        + item("id: b.y, type: text, text: And?, when: {item: b.x, has: >>hot}"),
        '"hot" is not an answer of b.x',
    ),
    "a text that repeats": (
        item("id: b.x, type: text, text: So?, >>repeats: yes"),
        "only a group can repeat",
    ),
    "a list inside a list": (
        (
            "  - {id: l, type: group, text: So?, repeats: yes, items: [{id: l.m, type: group, "
            "text: So?, >>repeats: yes, items: [{id: l.m.x, type: text, text: So?}]}]}\n"
        ),
        "cannot stand inside a list",
    ),
    "an id of one part": (item(">>id: told, type: text, text: So?"), "two parts"),
    "an option alone that is not there": (
        item("id: b.x, type: choices, text: So?, options: {a: A}, exclusive: [>>none]"),
        "not an option of this question",
    ),
    "not sure as an option": (
        item("id: b.x, type: choice, text: So?, >>options: {a: A, not_sure: Not sure}"),
        "offered by the program itself",
    ),
    "neither when nor always": (
        "doctor_questions: [>>{id: r, ask: Is it?, why: So., topic: cause, priority: 1}]\n",
        'either "when" or "always: yes"',
    ),
    "a source that is not there": (f"{RULE}always: yes, sources: [>>leafelt]}}]\n", '"leaflet"'),
    "a flag that is not there": (f"{RULE}always: yes, flags: [>>rf99]}}]\n", "red_flag"),
    "a source of the whole file": ("defaults: {sources: [>>bok]}\n", '"book"'),
    "a print question that is not there": (">>ask_to_print: b.print\n", "not a known question"),
}


def marked(fragment: str) -> tuple[str, int, int]:
    """The topic without its mark, and the line and column of the mark."""
    whole = BASE + fragment
    before = whole[: whole.index(">>")]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return whole.replace(">>", ""), line, column


def problems_of(topic: str) -> tuple[Problem, ...]:
    return parse(pack(topic))[1]


def faults(topic: str) -> list[Problem]:
    return [problem for problem in problems_of(topic) if problem.file == "topic0.yaml"]


@pytest.mark.parametrize("name", [*KEYS, *LINKS])
def test_a_fault_is_named_with_its_place_and_what_to_mend(name: str) -> None:
    fragment, fix = (KEYS | LINKS)[name]
    topic, line, column = marked(fragment)
    (problem,) = faults(topic)
    assert (problem.line, problem.column) == (line, column), str(problem)
    assert fix in problem.text


def test_the_base_of_all_these_has_no_fault() -> None:
    assert problems_of(BASE) == ()


def test_a_symptom_on_a_screen_that_is_not_there_names_the_screens() -> None:
    topic, line, column = marked(
        "screens: [{id: symptom.belly, text: Belly?}]\n"
        "symptoms: [{id: pain, >>screen: symptom.bely, text: Pain, said: pain}]\n"
    )
    found = {(p.line, p.column): p.text for p in faults(topic)}
    assert "screens are symptom.belly" in found[line, column]
    assert {place[0] for place in found} == {line}


def test_all_faults_of_all_files_come_at_once() -> None:
    two = item("id: b.x, tipe: text, type: text, text: So?") + item("id: b.y, type: txt, text: So?")
    _, found = parse(pack(BASE + two, "section: other\nplase: 20\n"))
    assert [(p.file, p.line, p.code) for p in found] == [
        ("topic0.yaml", 20, "unknown-key"),
        ("topic0.yaml", 21, "not-allowed"),
        ("topic1.yaml", 2, "unknown-key"),
    ]


def test_an_id_used_in_two_files_names_the_first() -> None:
    _, found = parse(pack(BASE, BASE.replace("section: base", "section: again")))
    assert {problem.file for problem in found} == {"topic1.yaml"}
    assert all("is already used in topic0.yaml, line" in problem.text for problem in found)


@pytest.mark.parametrize(
    "name",
    ["words", "sources", "glossary", "preparation", "places", "medicine_names", "sign_words"],
)
def test_a_file_that_every_pack_needs_is_missed(name: str) -> None:
    files = pack(BASE)
    del files[f"{name}.yaml"]
    _, found = parse(files)
    assert [(p.file, p.line, p.code) for p in found] == [(f"{name}.yaml", 1, "missing")]


def test_gates_may_use_what_is_outside_their_list_and_before_it() -> None:
    inside = BASE + (
        "      - {id: kin.more, type: text, text: So?, when: {all: [{item: b.told, is: soon}, "
        "{item: kin.who, answered: yes}]}}\n"
    )
    assert problems_of(inside) == ()


def test_numbers_with_units_and_lists_of_answers_are_read() -> None:
    made, found = parse(
        pack(
            BASE
            + rule(
                '{any: [{item: b.low, at_most: "3.0 mmol/L"}, '
                "{item: b.told, is: [soon, not_sure]}]}"
            )
        )
    )
    assert found == ()
    assert build(made).rules[0].when is not None


def test_loading_raises_with_every_fault(tmp_path) -> None:
    for name, data in pack(BASE + item("id: b.x, type: txt, text: So?")).items():
        (tmp_path / name).write_bytes(data)
    with pytest.raises(ContentError) as error:
        load([str(tmp_path)])
    assert [problem.code for problem in error.value.problems] == ["not-allowed"]
    assert error.value.exit_code == 3
