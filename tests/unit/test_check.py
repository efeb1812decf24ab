"""What `check` proves of conditions: each fault is found where it stands, and nothing else is."""

from textwrap import dedent

import pytest

from pnet_prep.content.check import check_files
from tests.unit.checking import SIGNS, expected, found, problems, rules
from tests.unit.made import TODAY, pack

CONDITIONS = {
    "two answers to one question": "{all: [{item: s.told, is: a}, {item: s.told, is: b}]}",
    "an answer behind a gate that is shut": (
        "{all: [{item: s.told, is: b}, {item: s.has, has: x}]}"
    ),
    "an option that stands alone with another": (
        "{all: [{item: s.has, has: none}, {item: s.has, has: y}]}"
    ),
    "an option ticked and not ticked": (
        "{all: [{item: visit.stage, has: new}, {not: {item: visit.stage, has: [new, deciding]}}]}"
    ),
    "a number above and below": (
        "{all: [{item: s.worst, at_least: 7}, {item: s.worst, at_most: 6}]}"
    ),
    "a number beyond the scale": "{item: s.worst, at_least: 11}",
    "a quantity above and below in one unit": (
        '{all: [{item: s.low, at_least: "3.1 mmol/L"}, {item: s.low, at_most: "3.0 mmol/L"}]}'
    ),
    "a quantity in two units at once": (
        '{all: [{item: s.low, at_least: "50 mg/dL"}, {item: s.low, at_most: "3.0 mmol/L"}]}'
    ),
    "within a year but not within two": (
        "{all: [{within: {item: s.born, months: 12}}, {not: {within: {item: s.born, months: 24}}}]}"
    ),
    "answered and not answered": (
        "{all: [{item: s.born, answered: yes}, {item: s.born, answered: no}]}"
    ),
    "more than there are": (
        "{count: {at_least: 3, of: [{item: s.told, is: a}, {item: s.worst, at_least: 1}]}}"
    ),
    "two of three that exclude each other": (
        "{count: {at_least: 2, of: [{item: s.told, is: a}, {item: s.told, is: b}, "
        "{item: s.told, is: not_sure}]}}"
    ),
    "one entry with and without": (
        "{some: {in: drug, where: {all: [{item: drug.helps, is: yes}, "
        "{item: drug.helps, is: no}]}}}"
    ),
    "an entry, and no such entry": (
        "{all: [{some: {in: drug, where: {item: drug.name, has: ppi}}}, "
        "{not: {some: {in: drug, where: {item: drug.name, has: [ppi, ssa]}}}}]}"
    ),
    "a list as an answer": "{item: drug, answered: yes}",
}


@pytest.mark.parametrize("when", CONDITIONS.values(), ids=CONDITIONS)
def test_a_condition_that_nobody_can_meet_is_a_fault(when: str) -> None:
    topic = rules(f"when: {when}}} #! never", "when: {item: s.has, has: y}}")
    assert found(topic) == expected(topic)


POSSIBLE = {
    "an answer behind its open gate": "{all: [{item: s.told, is: a}, {item: s.has, has: [x, y]}]}",
    "two boxes ticked": "{all: [{item: s.has, has: x}, {item: s.has, has: y}]}",
    "one box and not the other": "{all: [{item: s.has, has: x}, {not: {item: s.has, has: y}}]}",
    "the box that stands alone": "{item: s.has, has: none}",
    "exactly one number": "{all: [{item: s.worst, at_least: 6}, {item: s.worst, at_most: 6}]}",
    "between two quantities": (
        '{all: [{item: s.low, at_least: "2.9 mmol/L"}, {item: s.low, at_most: "3.0 mmol/L"}]}'
    ),
    "strictly between two quantities": (
        '{all: [{not: {item: s.low, at_most: "2 mmol/L"}}, '
        '{not: {item: s.low, at_least: "3 mmol/L"}}]}'
    ),
    "longer ago than two years": "{not: {within: {item: s.born, months: 24}}}",
    "within two years but not one": (
        "{all: [{within: {item: s.born, months: 24}}, {not: {within: {item: s.born, months: 12}}}]}"
    ),
    "two entries that differ": (
        "{all: [{some: {in: drug, where: {item: drug.helps, is: yes}}}, "
        "{some: {in: drug, where: {item: drug.helps, is: no}}}]}"
    ),
    "a name of two kinds": (
        "{some: {in: drug, where: {all: [{item: drug.name, has: ppi}, "
        "{item: drug.name, has: ssa}]}}}"
    ),
    "no such medicine in the whole list": (
        "{all: [{item: s.told, is: b}, "
        "{not: {some: {in: drug, where: {item: drug.name, has: ppi}}}}]}"
    ),
    "not sure": "{all: [{item: s.told, is: not_sure}, {item: s.worst, at_least: 1}]}",
}


@pytest.mark.parametrize("when", POSSIBLE.values(), ids=POSSIBLE)
def test_a_condition_that_somebody_meets_is_none(when: str) -> None:
    topic = rules(f"because: because of this, when: {when}}}")
    assert found(topic) == []


EVERYBODY = {
    "answered or not": "{any: [{item: s.born, answered: yes}, {item: s.born, answered: no}]}",
    "an answer or none": (
        "{any: [{item: s.told, is: [a, b, not_sure, skipped, declined]}, "
        "{item: s.told, answered: no}]}"
    ),
}


@pytest.mark.parametrize("when", EVERYBODY.values(), ids=EVERYBODY)
def test_a_condition_that_everybody_meets_is_a_fault_unless_it_says_always(when: str) -> None:
    topic = rules(f"because: because of this, when: {when}}} #! always", "always: yes}")
    assert found(topic) == expected(topic)


DEAD_PARTS = {
    "{all: [{item: s.told, is: a}, {item: s.told, is: b}]}": (
        "{any: [{item: s.worst, at_least: 3}, HERE]}"
    ),
    "{item: s.worst, at_least: 11}": "{any: [HERE, {item: s.worst, at_least: 3}]}",
    "{item: s.has, has: x}": (
        "{any: [{item: s.worst, at_least: 3}, "
        "{all: [{item: s.told, is: b}, {any: [HERE, {item: s.worst, at_least: 1}]}]}]}"
    ),
    "{item: s.told, is: b}": (
        "{all: [{item: s.has, has: x}, {count: {at_least: 2, of: "
        "[{item: s.worst, at_least: 3}, HERE, {item: s.born, answered: yes}]}}]}"
    ),
    "{item: drug.helps, is: no}": (
        "{some: {in: drug, where: {all: [{item: drug.helps, is: yes}, "
        "{any: [HERE, {item: drug.name, has: ppi}]}]}}}"
    ),
    "{item: s.worst, at_least: 3}": (
        "{all: [{item: s.worst, at_least: 5}, {not: {all: [HERE, {item: s.has, has: x}]}}]}"
    ),
}


@pytest.mark.parametrize("dead", DEAD_PARTS)
def test_an_alternative_that_can_never_count_is_named_where_it_stands(dead: str) -> None:
    topic = rules(f"when: {DEAD_PARTS[dead].replace('HERE', dead)}}} #! never")
    assert found(topic) == expected(topic)
    (problem,) = problems(topic)
    line = dedent(topic).splitlines()[problem.line - 1]
    assert line[problem.column - 1 :].startswith(dead)


def test_a_part_that_changes_nothing_is_a_warning_where_it_stands() -> None:
    topic = rules(
        "when: {any: [{item: s.has, has: x}, {item: s.has, has: [x, y]}]}} #! needless",
        "when: {all: [{item: s.worst, at_least: 3}, {item: s.worst, at_least: 7}]}} #! needless",
        "when: {any: [{item: s.has, has: y}, {item: s.told, is: a}, {item: s.has, has: y}]}} "
        "#! needless",
    )
    assert found(topic) == expected(topic)
    lines = dedent(topic).splitlines()
    named = [lines[p.line - 1][p.column - 1 :] for p in problems(topic)]
    assert all(problem.warning for problem in problems(topic))
    assert named[0].startswith("{item: s.has, has: x}, {item")
    assert named[1].startswith("{item: s.worst, at_least: 3}")
    assert named[2].startswith("{item: s.has, has: y}]")


def test_all_and_any_of_the_same_parts_are_two_things() -> None:
    both = "[{item: s.has, has: x}, {item: s.worst, at_least: 3}]"
    assert (
        found(rules(f"when: {{count: {{at_least: 2, of: [{{all: {both}}}, {{any: {both}}}]}}}}}}"))
        == []
    )
    assert found(rules(f"when: {{all: [{{any: {both}}}, {{all: {both}}}]}}}}")) == []


@pytest.mark.parametrize(
    "when",
    [
        "{item: s.told, is: not_sure}",
        "{item: s.told, is_not: a}",
        "{item: s.told, answered: no}",
        "{not: {item: s.told, is: a}}",
        "{item: visit.stage, has: new}",
        "{any: [{item: s.worst, at_least: 3}, {item: visit.stage, has: new}]}",
        "{all: [{item: visit.stage, has: new}, {not: {item: s.worst, at_least: 3}}]}",
        (
            "{any: [{item: s.has, is: not_sure}, "
            "{all: [{item: s.told, is: a}, {item: s.worst, at_least: 3}]}]}"
        ),
        (
            "{count: {at_least: 2, of: [{item: s.told, is: not_sure}, {item: s.born, answered: no}"
            ", {item: s.has, has: x}]}}"
        ),
    ],
)
def test_a_question_that_can_come_without_a_reason_needs_because(when: str) -> None:
    topic = rules(f"when: {when}}} #! because", f"because: because of this, when: {when}}}")
    assert found(topic) == expected(topic)


@pytest.mark.parametrize(
    "when",
    [
        "{all: [{item: s.worst, at_least: 3}, {item: visit.stage, has: new}]}",
        (
            "{any: [{item: s.told, is: a}, "
            "{all: [{item: s.has, has: x}, {not: {item: s.worst, at_least: 3}}]}]}"
        ),
        "{any: [{item: s.told, is: a}, {item: s.has, has: y}]}",
        "{within: {item: s.born, months: 480}}",
        "{some: {in: drug, where: {item: drug.name, answered: yes}}}",
    ],
)
def test_a_question_that_always_has_something_to_say_needs_none(when: str) -> None:
    assert found(rules(f"when: {when}}}")) == []


def test_a_question_nobody_is_asked_and_a_gate_that_is_always_open_are_faults() -> None:
    topic = (
        SIGNS
        + """
  - id: s.more
    type: group
    text: More
    when: {item: s.told, is: a}
    items:
      - {id: s.more.one, type: text, text: What else?, when: {item: s.told, is: b}} #! never
      - {id: s.more.two, type: text, text: What is it?, when: {item: s.told, is: a}} #! always
      - {id: s.more.three, type: text, text: Where is it?, when: {item: s.has, has: x}}
  - {id: s.fast, type: text, text: So?, quick: yes, quick_when: {item: s.worst, at_least: 3}}
  - id: s.slow
    type: text
    text: Or?
    quick: yes
    quick_when: {item: s.worst, at_least: 11} #! never
"""
    )
    assert found(topic) == expected(topic)


def test_a_fault_on_the_symptom_card_is_named_once_for_all_symptoms() -> None:
    topic = (
        SIGNS
        + """
screens:
  - {id: symptom.belly, text: Which of these?}
card:
  - {id: kind, type: choice, text: Which?, options: {a: A, b: B}}
  - id: why
    type: text
    text: Why?
    when: {all: [{item: kind, is: a}, {item: kind, is: b}]} #! never
symptoms:
  - {id: pain, screen: symptom.belly, text: Pain, said: pain}
  - {id: rash, screen: symptom.belly, text: Rash, said: a rash}
"""
    )
    assert found(topic) == expected(topic)


def test_flags_and_steps_are_proved_like_questions() -> None:
    topic = (
        SIGNS
        + """
red_flags:
  - {id: rf1, level: now, do: Call them now., when: {item: s.worst, at_least: 11}} #! never
  - {id: rf2, level: now, do: Call them today., when: {item: s.worst, at_most: 10}}
"""
    )
    steps = """
steps:
  - {id: p1, text: Bring a list., kind: bring, when: {item: s.worst, at_least: 12}}
  - {id: p2, text: Bring it all., kind: bring, when: {item: s.worst, at_least: 9}}
"""
    assert found(topic, preparation=steps) == expected(topic)
    checked = check_files(pack(topic, preparation=steps), TODAY)
    of_steps = [problem for problem in checked.problems if problem.file == "preparation.yaml"]
    assert [(problem.line, problem.code) for problem in of_steps] == [(3, "never")]


def test_a_condition_with_too_many_ways_to_hold_is_a_fault_and_not_a_hang() -> None:
    # Ten of twenty numbers are high and eleven are low: impossible, in some 100,000 ways.
    def so_many(need: int, bound: str) -> str:
        leaves = ", ".join(f"{{item: s.n{n}, {bound}}}" for n in range(20))
        return f"{{count: {{at_least: {need}, of: [{leaves}]}}}}"

    high, low = so_many(10, "at_least: 6"), so_many(11, "at_most: 5")
    items = [f"  - {{id: s.n{n}, type: scale_0_10, text: How bad is it?}}" for n in range(20)]
    head, _, questions = rules(f"when: {{all: [{high}, {low}]}}}} #! too-many-ways").partition(
        "\ndoctor_questions"
    )
    topic = head + "\n".join(items) + "\ndoctor_questions" + questions
    assert found(topic) == expected(topic)
