"""The page on reliability tells the truth, or the run of all tests fails."""

import re
from collections import Counter
from types import SimpleNamespace
from typing import Literal, cast

import pytest

from tests.survival import HEAD, PAGE, Row, Survival, figures, rewritten, untrue

CUTS, KILLS = ("T1", "power cuts"), ("T10", "kills")
PAGE_BEFORE = f"Before.\n\n{HEAD}| T1 | 1,900 | power cuts |\n| T10 | 3 | kills |\n\nAfter.\n"


def test_every_row_that_is_counted_is_explained() -> None:
    text = PAGE.read_text("utf-8")
    explained = re.findall(r"^\| (T\d+) \|.*`tests/", text, flags=re.MULTILINE)
    assert explained == sorted({row for row, _ in figures(text)}, key=lambda row: int(row[1:]))


def test_figures_are_rounded_down_and_in_order() -> None:
    page = rewritten(PAGE_BEFORE, Counter({KILLS: 12, CUTS: 20_412, ("T2", "x"): 7}), whole=True)
    assert page == (
        f"Before.\n\n{HEAD}| T1 | 20,000 | power cuts |\n| T2 | 7 | x |\n| T10 | 12 | kills |\n"
        "\nAfter.\n"
    )
    assert figures(page) == {CUTS: 20_000, KILLS: 12, ("T2", "x"): 7}


def test_some_tests_write_their_own_figures_only() -> None:
    page = rewritten(PAGE_BEFORE, Counter({KILLS: 4}), whole=False)
    assert figures(page) == {CUTS: 1_900, KILLS: 4}


@pytest.mark.parametrize(
    ("counted", "what"),
    [
        ({CUTS: 1_900, KILLS: 3}, []),
        ({CUTS: 19_000, KILLS: 30}, []),
        ({CUTS: 1_900}, ["T10 kills, and no test counted it"]),
        ({CUTS: 1_899, KILLS: 3}, ["1,900 T1 power cuts; 1,899 were counted"]),
        ({CUTS: 1_900, KILLS: 3, ("T2", "x"): 1}, ["does not tell of T2 x"]),
    ],
)
def test_page_that_says_too_much_or_too_little_is_found_out(
    counted: dict[Row, int], what: list[str]
) -> None:
    found = list(untrue(figures(PAGE_BEFORE), Counter(counted)))
    assert len(found) == len(what)
    assert all(part in line for part, line in zip(what, found, strict=True))


@pytest.mark.parametrize(
    ("when", "outcome", "told", "counted"),
    [
        ("call", "passed", [], 1),
        ("call", "passed", [0, 40, 2], 42),
        ("call", "passed", [0], 0),
        ("call", "failed", [0, 40], 0),
        ("setup", "passed", [], 0),
        ("setup", "failed", [], 0),
        ("setup", "skipped", [], 0),
    ],
)
def test_only_a_test_that_passed_counts(
    when: Literal["setup", "call"],
    outcome: Literal["passed", "failed", "skipped"],
    told: list[int],
    counted: int,
    pytestconfig: pytest.Config,
) -> None:
    survival = Survival(pytestconfig)
    properties = [("row", CUTS), *(("survived", one) for one in told)]
    survival.pytest_runtest_logreport(
        pytest.TestReport(
            "x.py::x",
            ("x.py", 1, "x"),
            {},
            outcome,
            None,
            when,
            user_properties=properties,
        )
    )
    assert survival.counted[CUTS] == counted
    assert survival.failed[CUTS] == (outcome == "failed")


@pytest.mark.parametrize(
    ("whole", "skipped", "failed"), [(True, 0, True), (True, 1, False), (False, 0, False)]
)
def test_run_of_all_tests_fails_where_a_row_was_not_counted(
    pytestconfig: pytest.Config, *, whole: bool, skipped: int, failed: bool
) -> None:
    survival = Survival(pytestconfig)
    survival.whole, survival.skipped = whole, skipped
    survival.write = False
    session = SimpleNamespace(exitstatus=pytest.ExitCode.OK)
    survival.pytest_sessionfinish(cast("pytest.Session", session), pytest.ExitCode.OK)
    assert (session.exitstatus != pytest.ExitCode.OK) is failed
    assert bool(survival.amiss) is failed
