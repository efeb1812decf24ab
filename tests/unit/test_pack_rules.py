"""What a pack may add to the questions, and what it may not touch, told by file and line.

Each fault is a text put in the place of another, with `>>` where the fault is to be found.
"""

from textwrap import dedent

import pytest

from pnet_prep.content.added import MOST
from pnet_prep.content.parse import parse
from tests.unit.made import pack

OWN = """
section: base
title: Base
place: 20
items:
  - {id: base.told, type: choice, text: Were you told?, options: {a: A, b: B}}
  - {id: base.top, type: choices, text: Which ones?, options_from: suggestions}
doctor_questions:
  - {id: r1, ask: Is it new?, when: {item: base.told, is: a}, why: So., topic: cause, priority: 1}
"""
SIGNS = """
section: safety
title: Safety
place: 10
items: [{id: safety.now, type: yes_no_unsure, text: Do you faint?}]
red_flags: [{id: rf1, when: {item: safety.now, is: "yes"}, level: now, do: Call now.}]
"""
WORD = "terms: [{id: scan, term: CT scan, plain: a picture, forms: [CT]}]"

PACK = {
    "pack.yaml": """\
        pack: club
        title: Our club
        for: people like us
        publisher: The Club
        contact: https://club.example
        """,
    "ask.yaml": """\
        section: club.ask
        title: From the club
        place: 15
        items:
          - {id: club.tired, type: yes_no_unsure, text: Are you tired?, sheet: else}
          - {id: club.rest, type: text, text: What helps?, when: {item: club.tired, is: "yes"}}
        doctor_questions:
          - {id: club.why, ask: Why am I tired?, when: {item: club.tired, is: "yes"},
             why: It helps., topic: cause, priority: 2, fold: club.one, flags: [rf1]}
        red_flags:
          - {id: club.faint, when: {item: club.tired, is: "yes"}, level: today, do: Call today.}
        """,
    "glossary.yaml": "terms: [{id: club.rest, term: deep rest, plain: lying down}]",
    "sources.yaml": """\
        sources:
          club.page:
            {title: A page, publisher: The Club, url: "https://club.example", checked_on: 2026-11}
        """,
    "medicine_names.yaml": "classes: [{id: club.tea, text: tea, names: [green tea]}]",
    "sign_words.yaml": "classes: [{id: club.dizzy, text: words on it, names: [very dizzy]}]",
    "preparation.yaml": "steps: [{id: club.sleep, text: Sleep well., kind: before}]",
}


def with_pack(files: dict[str, str], label: str = "club") -> dict[str, bytes]:
    own = pack(OWN, SIGNS, glossary=WORD)
    return own | {f"{label}/{name}": dedent(text).encode() for name, text in files.items()}


def told_of(files: dict[str, str]) -> list[tuple[str, int, int, str]]:
    _, problems = parse(with_pack(files))
    return [(p.file, p.line, p.column, p.code) for p in problems if not p.warning]


def test_a_pack_that_keeps_to_the_rules_has_no_fault() -> None:
    assert told_of(PACK) == []


INNER = "{>>id: x.y, type: text, text: So?}"
CHILD = "{id: club.x, type: text, text: So?}"
FAULTS = {
    "a name in capitals": ("pack.yaml", "pack: club", "pack: >>Club", "id"),
    "a name too short": ("pack.yaml", "pack: club", ">>pack: c", "id"),
    "a name that begins shipped ids": ("pack.yaml", "pack: club", ">>pack: base", "duplicate-id"),
    "a name the program uses": ("pack.yaml", "pack: club", ">>pack: own", "duplicate-id"),
    "no contact": ("pack.yaml", "pack: club\n", ">>pack: club\n", "missing-key"),
    "an unknown key": ("pack.yaml", "pack: club", "pack: club\n>>level: now", "unknown-key"),
    "a contact that is no address": (
        "pack.yaml",
        "contact: https://club.example",
        ">>contact: javascript:alert(1)",
        "link",
    ),
    "an address in letters that look alike": (
        "pack.yaml",
        "contact: https://club.example",
        ">>contact: https://сlub.example",
        "link",
    ),
    "a title too long to print": (
        "pack.yaml",
        "title: Our club",
        f">>title: {'long ' * 13}",
        "too-long",
    ),
    "a letter that turns the line": (
        "pack.yaml",
        "title: Our club",
        "title: >>Our \u202eclub",
        "character",
    ),
    "a shipped question": ("ask.yaml", "{id: club.rest", "{>>id: base.told", "prefix"),
    "a question inside a group": (
        "ask.yaml",
        "- {id: club.tired",
        f"- {{id: club.more, type: group, text: More, items: [{INNER}]}}\n  - {{id: club.tired",
        "prefix",
    ),
    "a shipped doctor question": ("ask.yaml", "{id: club.why", "{>>id: r1", "prefix"),
    "a fold with shipped questions": ("ask.yaml", "fold: club.one", ">>fold: one", "prefix"),
    "a shipped sign": ("ask.yaml", "{id: club.faint", "{>>id: rf1", "prefix"),
    "a sign to act on now": ("ask.yaml", "level: today", ">>level: now", "not-allowed"),
    "a shipped part": ("ask.yaml", "section: club.ask", ">>section: safety", "prefix"),
    "a shipped source": ("sources.yaml", "club.page:\n    ", "leaflet:\n    >>", "prefix"),
    "a source that is no address": (
        "sources.yaml",
        'url: "https://club.example"',
        '>>url: "file:///etc/passwd"',
        "link",
    ),
    "a shipped term": ("glossary.yaml", "{id: club.rest", "{>>id: scan", "prefix"),
    "a word that is explained": (
        "glossary.yaml",
        "term: deep rest",
        ">>term: ct",
        "duplicate-id",
    ),
    "a shipped kind of medicine": ("medicine_names.yaml", "{id: club.tea", "{>>id: ppi", "prefix"),
    "a shipped kind of sign": ("sign_words.yaml", "{id: club.dizzy", "{>>id: fit", "prefix"),
    "words that undo shipped signs": (
        "sign_words.yaml",
        "classes:",
        ">>not_after: [the]\nclasses:",
        "not-allowed",
    ),
    "a shipped step": ("preparation.yaml", "{id: club.sleep", "{>>id: sleep", "prefix"),
    "symptoms with their card": ("ask.yaml", "items:", ">>card: []\nitems:", "not-allowed"),
    "what puts private signs on paper": (
        "ask.yaml",
        "items:",
        ">>ask_to_print: club.tired\nitems:",
        "not-allowed",
    ),
    "options from elsewhere": (
        "ask.yaml",
        "type: text, text: What helps?",
        "type: choices, text: What helps?, >>options_from: suggestions",
        "not-allowed",
    ),
    "the head of page 1": ("ask.yaml", "sheet: else", ">>sheet: visit", "not-allowed"),
    "a symptom": (
        "ask.yaml",
        "- {id: club.rest, type: text, text: What helps?, when",
        f"- {{id: club.g, type: group, text: More, items: [{CHILD}], >>when",
        "not-allowed",
    ),
    "a place before the urgent signs": ("ask.yaml", "place: 15", ">>place: 10", "order"),
    "a place after the top three": ("ask.yaml", "place: 15", ">>place: 20", "order"),
    "no place": ("ask.yaml", "section: club.ask", ">>section: club.ask", "order"),
    "no part": ("ask.yaml", "section: club.ask\n", ">>", "missing-key"),
    "a question asked later": (
        "ask.yaml",
        'when: {item: club.tired, is: "yes"}}\ndoctor',
        "when: {>>item: base.told, is: a}}\ndoctor",
        "order",
    ),
    "an answer that is not there": ("ask.yaml", "flags: [rf1]", "flags: [>>rf9]", "dead-id"),
    "a duplicate": ("ask.yaml", "{id: club.rest", "{>>id: club.tired", "duplicate-id"),
}

LEFT_OUT = {"no place": "place: 15\n", "no contact": "contact: https://club.example\n"}
"""What is taken out as well."""


@pytest.mark.parametrize("name", FAULTS)
def test_fault_is_told_at_its_place_in_the_pack(name: str) -> None:
    file, old, new, code = FAULTS[name]
    whole = dedent(PACK[file])
    assert old in whole, "the case no longer fits the pack"
    changed = whole.replace(old, new, 1)
    changed = changed.replace(LEFT_OUT.get(name, ">>>"), "")
    before, _, after = changed.partition(">>")
    line, column = before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1
    found = told_of(PACK | {file: before + after})
    assert (f"club/{file}", line, column, code) in found
    assert all(one[0].startswith("club/") for one in found)


@pytest.mark.parametrize("file", ["words.yaml", "places.yaml"])
def test_pack_cannot_bring_what_the_program_says(file: str) -> None:
    text = "words: {answer.yes: Nope}" if file == "words.yaml" else "places: []"
    assert told_of(PACK | {file: text}) == [(f"club/{file}", 1, 1, "not-allowed")]


def test_pack_cannot_ask_without_end() -> None:
    items = "".join(f"\n  - {{id: club.q{n}, type: text, text: So?}}" for n in range(MOST))
    topic = dedent(PACK["ask.yaml"]).replace("\nitems:", f"\nitems:{items}")
    assert [code for *_, code in told_of(PACK | {"ask.yaml": topic})] == ["too-many"]


def test_two_packs_cannot_have_one_name() -> None:
    files = with_pack(PACK) | with_pack(PACK, "other")
    found = [(p.file, p.line, p.code) for p in parse(files)[1]]
    assert found == [("other/pack.yaml", 1, "duplicate-id")]


def test_what_a_pack_uses_of_the_whole_set_may_be_there_or_not() -> None:
    when = "when: {item: base.told, is: a}, sources: [leaflet], "
    rule = f"doctor_questions:\n  - {{id: club.too, ask: So?, {when}why: It helps., topic: cause, "
    topic = dedent(PACK["ask.yaml"]).replace("doctor_questions:", f"{rule}priority: 3}}", 1)
    assert told_of(PACK | {"ask.yaml": topic}) == []
    gone = topic.replace("is: a}", "is: c}")
    assert [code for *_, code in told_of(PACK | {"ask.yaml": gone})] == ["dead-option"]
