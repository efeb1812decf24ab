"""What `check` finds beside conditions: repeats, sources, reviews, retired ids, bad folders."""

from datetime import date

from pnet_prep.content.check import check, check_files
from tests.unit.checking import SIGNS, expected, found, problems, rules
from tests.unit.made import TODAY, pack


def test_questions_that_repeat_or_hide_each_other_are_warnings() -> None:
    worst = "when: {item: s.worst, at_least: 3}"
    worse = "when: {item: s.worst, at_least: 7}"
    cause = "why: It helps., topic: cause"
    topic = "\n".join(
        [
            SIGNS,
            "doctor_questions:",
            f"  - {{id: a, ask: What is it?, {cause}, priority: 2, fold: f, {worst}}}",
            f"  - {{id: b, ask: Why is it?, {cause}, priority: 3, fold: f, {worse}}} #! subsumed",
            f"  - {{id: c, ask: How is it?, {cause}, priority: 1, fold: f, {worse}}}",
            f"  - {{id: d, ask: Is it?, {cause}, priority: 3, fold: f, {worse}, stage: [new]}}",
            f"  - {{id: e, ask: What  is IT?, {cause}, priority: 3, {worse}}} #! duplicate",
            "red_flags:",
            f"  - {{id: rf1, level: now, do: Call them., {worst}}}",
            f"  - {{id: rf2, level: now, do: Call them., {worse}}} #! subsumed",
            f"  - {{id: rf3, level: today, do: Call them., {worse}}}",
        ]
    )
    assert found(topic) == expected(topic)
    assert all(problem.warning for problem in problems(topic))


def test_what_patients_rely_on_needs_a_source_and_sources_a_use() -> None:
    topic = """
section: signs
title: Signs
place: 10
items:
  - {id: s.told, type: yes_no_unsure, text: Were you told?, sources: [leaflet]}
doctor_questions:
  - {id: r, ask: Is it?, why: So., topic: cause, priority: 1, always: yes} #! no-source
red_flags:
  - {id: rf, level: now, do: Call them., when: {item: s.told, is: no}} #! no-source
"""
    glossary = "terms: [{id: t, term: gland, plain: a part that makes juice}]"
    assert found(topic, glossary=glossary) == expected(topic)
    rest = [
        (p.file, p.code, p.warning)
        for p in check_files(pack(topic, glossary=glossary), TODAY).problems
        if p.file in {"glossary.yaml", "sources.yaml"}
    ]
    assert rest == [("glossary.yaml", "no-source", False), ("sources.yaml", "unused", True)]


def test_an_overdue_review_is_a_warning_and_a_fault_for_a_release() -> None:
    topic = rules('when: {item: s.has, has: x}, review_by: "2027-01-31"}')
    assert found(topic, date(2027, 1, 31)) == []
    late = check_files(pack(topic), date(2027, 2, 1))
    release = check_files(pack(topic), date(2027, 2, 1), release=True)
    for checked, warning in ((late, True), (release, False)):
        (problem,) = [one for one in checked.problems if one.file == "topic0.yaml"]
        assert (problem.code, problem.warning) == ("overdue", warning)
    assert len(found(topic, date(2027, 12, 1))) == 2, "the file's own date as well"


def test_a_retired_id_is_not_used_again() -> None:
    files = pack(SIGNS) | {"retired.txt": b"# Ids\ns.worst\nleaflet\n"}
    retired = [(p.file, p.line) for p in check_files(files, TODAY).problems if p.code == "retired"]
    assert retired == [("sources.yaml", 2), ("topic0.yaml", 18)]


def test_faults_of_the_reader_come_alone_because_nothing_can_be_proved_then() -> None:
    checked = check_files(pack(rules("when: {item: s.tald, is: a}}")), TODAY)
    assert [p.code for p in checked.problems] == ["dead-id"]
    assert checked.grades == {}
    assert checked.faults == 1


def test_a_folder_that_is_not_there_is_a_fault() -> None:
    assert [p.code for p in check("no/such/folder", TODAY).problems] == ["unreadable"]


def test_problems_come_in_the_order_of_files_and_lines_and_as_plain_data() -> None:
    topic = rules("when: {item: s.worst, at_least: 11}}", "when: {item: s.worst, at_least: 12}}")
    problems = check_files(pack(topic, topic), TODAY).problems
    assert list(problems) == sorted(problems)
    plain = problems[0]._asdict()
    assert set(plain) == {"file", "line", "column", "code", "text", "warning"}
    assert str(problems[0]).startswith(f"{plain['file']}:{plain['line']}:{plain['column']}: [")


def test_a_retired_option_is_not_offered_again() -> None:
    files = pack(SIGNS) | {"retired.txt": b"s.told:a\nvisit.stage:old\n"}
    retired = [(p.file, p.text) for p in check_files(files, TODAY).problems if p.code == "retired"]
    assert [(file, '"s.told:a"' in text) for file, text in retired] == [("topic0.yaml", True)]


def test_a_question_whose_answer_nobody_would_read_is_a_fault() -> None:
    topic = (
        SIGNS
        + """
  - {id: s.own, type: text, text: Anything?, private: yes, ask_whom: patient} #! unused
  - {id: s.gate, type: yes_no_unsure, text: Is it?, private: yes, ask_whom: patient}
  - {id: s.more, type: text, text: Since when?, when: {item: s.gate, is: yes}}
  - id: s.group
    type: group
    text: More
    when: {item: s.worst, at_least: 2}
    items:
      - {id: s.group.shown, type: text, text: What?}
      - id: s.group.list
        type: group
        text: Which?
        repeats: yes
        items: [{id: s.group.list.name, type: text, text: Which one?}] #! unused
  - id: s.apart
    type: group
    text: Between us
    private: yes
    ask_whom: patient
    items:
      - {id: s.apart.one, type: text, text: Why?} #! unused
"""
    )
    assert found(topic) == expected(topic)


def test_what_rests_on_an_answer_that_is_each_persons_own_is_a_fault() -> None:
    own = """
  - {id: s.own, type: yes_no_unsure, text: Between us?, private: yes}
  - {id: s.more, type: text, text: What?, private: yes, when: {item: s.own, is: "yes"}}
  - {id: s.shown, type: text, text: What?, when: {item: s.own, is: "yes"}} #! kept-back
  - {id: s.alone, type: yes_no_unsure, text: Alone?, private: yes, ask_whom: patient}
"""
    first = 'when: {item: s.own, is: "yes"}} #! kept-back because'
    topic = rules(first, 'when: {item: s.alone, is: "yes"}} #! because')
    topic = topic.replace("doctor_questions:", own.lstrip("\n") + "doctor_questions:")
    assert [one for one in found(topic) if one[1] == "kept-back"] == [
        one for one in expected(topic) if one[1] == "kept-back"
    ]
    printing = SIGNS.replace("items:", "ask_to_print: s.print\nitems:", 1)
    printing += (
        "  - {id: s.print, type: yes_no_unsure, text: On paper?, private: yes} #! kept-back\n"
    )
    assert found(printing) == expected(printing)


def test_titles_in_a_calendar_tell_nothing_and_days_count_back_from_the_visit() -> None:
    glossary = """
terms:
  - {id: t, term: gland, plain: a part that makes juice, sources: [book]}
"""
    steps = """
steps:
  - {id: a, text: Ask for papers., kind: before, calendar: Ask for papers, days: 3}
  - {id: b, text: Ask about it., kind: before, calendar: Ask about the gland} #! telling
  - {id: c, text: Hand it over., kind: visit, calendar: Hand it over} #! type
  - {id: d, text: Pack it., kind: bring, days: 1} #! type
  - {id: e, text: Read it., kind: after, calendar: Read it, days: 2} #! type
"""
    checked = check_files(pack(SIGNS, glossary=glossary, preparation=steps), TODAY)
    told = [(p.line, p.code) for p in checked.problems if p.file == "preparation.yaml"]
    assert told == expected(steps)
