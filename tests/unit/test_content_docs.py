"""What is written from `questions/` and the loader: the format, the coverage, the list of ids.

One command brings all of it up to date, and every failure here says which.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from pnet_prep.content.check import RETIRED, retired_ids
from pnet_prep.content.coverage import coverage
from pnet_prep.content.files import questions_folder, read_folder
from pnet_prep.content.fit import SLOTS
from pnet_prep.content.inventory import INVENTORY, read_inventory
from pnet_prep.content.keys import Key
from pnet_prep.content.load import load
from pnet_prep.content.shapes import SHAPES
from pnet_prep.content.validate import FORMS, OPERATORS
from pnet_prep.model.content import Content
from pnet_prep.model.questionnaire import ItemType

ROOT = Path(__file__).parent.parent.parent
UPDATE = "run pytest tests/unit/test_content_docs.py --update-golden"
PAGE = ROOT / "docs" / "content-format.md"
TABLES = re.compile(r"(<!-- The tables .* -->\n)(.*?)(<!-- tables end -->)", re.DOTALL)
COVERAGE = ROOT / "docs" / "coverage.md"
IDS = ROOT / "tests" / "golden" / "ids.txt"
CODE = re.compile(r"[a-z]+(?:-[a-z]+)*\Z")
SAYING = {"at": 1, "at_key": 2, "report": 2, "refuse": 2, "Problem": 3, "_matches": 2}
"""Functions that note a problem, and which argument is its code."""


def tables() -> str:
    """The keys of every shape as Markdown."""
    return "\n" + "\n".join(_table(name, dict(keys)) for name, keys in SHAPES.items())


def _table(name: str, keys: dict[str, Key]) -> str:
    head = f"### `{name}`\n\n| key | value | what it is for |\n|---|---|---|\n"
    return head + "".join(_row(name, key) for name, key in keys.items())


def _row(name: str, key: Key) -> str:
    star = " *" if key.required else ""
    written = key.written.replace("|", "\\|")
    return f"| `{name}`{star} | {written} | {key.about} |\n"


def codes() -> Iterator[str]:
    """Every code that a module of the content floor gives to a problem."""
    for module in sorted((ROOT / "pnet_prep" / "content").glob("*.py")):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                called = getattr(node.func, "attr", getattr(node.func, "id", ""))
                place = SAYING.get(called)
                if place is not None and len(node.args) > place:
                    yield from _code(node.args[place])
            elif isinstance(node, ast.Yield) and isinstance(node.value, ast.Tuple):
                yield from _code(node.value.elts[0])


def _code(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.match(node.value):
        yield node.value


def test_the_tables_of_keys_are_those_of_the_loader(request: pytest.FixtureRequest) -> None:
    page = PAGE.read_text(encoding="utf-8")
    if request.config.getoption("update_golden"):
        page = TABLES.sub(lambda found: found[1] + tables() + "\n" + found[3], page)
        PAGE.write_text(page, encoding="utf-8")
    found = TABLES.search(page)
    assert found
    assert found[2] == tables() + "\n", UPDATE


@pytest.mark.parametrize(
    "word", [*(kind.value for kind in ItemType), *OPERATORS, *FORMS, *sorted(SLOTS)]
)
def test_every_type_form_operator_and_slot_is_explained(word: str) -> None:
    page = TABLES.sub("", PAGE.read_text(encoding="utf-8"))
    assert re.search(rf"`[^`\n]*\b{word}\b[^`\n]*`", page)


def test_every_code_of_a_problem_is_explained() -> None:
    page = PAGE.read_text(encoding="utf-8")
    explained = set(re.findall(r"`([a-z-]+)`", page.partition("## What the check says")[2]))
    said = set(codes())
    assert {"unknown-key", "never", "long", "duplicate-key", "overdue", "missing"} <= said
    assert not said - explained


def test_the_coverage_page_is_that_of_the_questions(request: pytest.FixtureRequest) -> None:
    points = read_inventory(read_folder(questions_folder())[INVENTORY].decode())
    made = "\n".join(coverage(load(), points)) + "\n"
    if request.config.getoption("update_golden"):
        COVERAGE.write_text(made, encoding="utf-8")
    same = COVERAGE.read_text(encoding="utf-8") == made
    assert same, f"questions/ changed and docs/coverage.md did not: {UPDATE}"


def test_no_id_is_lost_without_being_retired(request: pytest.FixtureRequest) -> None:
    used = set(ids_of(load()))
    known = set(IDS.read_text(encoding="utf-8").splitlines()) if IDS.exists() else set()
    gone = known - used - retired_ids(read_folder(questions_folder())[RETIRED].decode())
    assert not gone, (
        f"saved visits may refer to these ids: bring them back, or write each on a line of its own "
        f"in questions/{RETIRED}: {', '.join(sorted(gone))}"
    )
    if request.config.getoption("update_golden"):
        IDS.write_text("\n".join(sorted(known | used)) + "\n", encoding="utf-8")
        known |= used
    assert used <= known, f"new ids are not in tests/golden/ids.txt yet: {UPDATE}"


def ids_of(content: Content) -> Iterator[str]:
    """Every id that saved visits, packs and links may refer to; an option's as ``item:option``."""
    for link_id, item in content.questionnaire.by_id.items():
        yield link_id
        yield from (f"{link_id}:{option.id}" for option in item.options)
    for held in (
        content.rules,
        content.red_flags,
        content.preparation,
        content.glossary,
        content.places,
        content.sources,
    ):
        yield from (one.id for one in held)
    for words in content.word_lists.values():
        yield from (one.id for one in words.classes)
