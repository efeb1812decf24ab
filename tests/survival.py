"""Counts what the program survives while its tests run, and holds docs/reliability.md to it.

A test that has the mark ``row("T1", "what is counted")`` counts once when it passes, or as often as
it calls the fixture `survived`. A test that failed or did not run counts for nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from tests.longer import RUN, Run

PAGE = Path(__file__).parents[1] / "docs" / "reliability.md"
HEAD = "| row | at least | of what |\n|---|---|---|\n"
TABLE = re.compile(re.escape(HEAD) + r"(?:\|.*\|\n)*")
LINE = re.compile(r"\| (T\d+) \| ([\d,]+) \| (.+) \|")
NARROWING = ("keyword", "markexpr", "deselect", "ignore", "ignore_glob", "lf", "collectonly")
"""Options of pytest with which not all tests run."""

Row = tuple[str, str]
"""A row of the matrix, and one of the things that are counted for it."""


class Survival:
    """What was survived so far, told at the end of the run."""

    def __init__(self, config: pytest.Config) -> None:
        self.write: bool = config.getoption("write_reliability")
        if self.write and Run() != RUN:
            raise pytest.UsageError("--write-reliability tells of a usual run")
        self.whole = config.args_source is pytest.Config.ArgsSource.TESTPATHS and not any(
            config.getoption(name, None) for name in NARROWING
        )
        self.counted: Counter[Row] = Counter()
        self.failed: Counter[Row] = Counter()
        self.skipped = 0
        self.amiss: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        properties: list[tuple[str, Any]] = report.user_properties
        counts = [value for name, value in properties if name == "survived"]
        for row, what in [value for name, value in properties if name == "row"]:
            self.skipped += report.skipped
            if report.failed:
                self.failed[row, what] += 1
            elif report.passed and report.when == "call":
                self.counted[row, what] += sum(counts) if counts else 1

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> None:
        if exitstatus != pytest.ExitCode.OK:
            return
        if self.write:
            PAGE.write_text(rewritten(PAGE.read_text("utf-8"), self.counted, whole=self.whole))
        elif self.whole and not self.skipped:
            said = figures(PAGE.read_text("utf-8"))
            counted = self.counted
            if RUN.longer > 1:  # what only a longer run counts stands in no table
                counted = Counter({row: count for row, count in counted.items() if row in said})
            self.amiss = list(untrue(said, counted))
            if self.amiss:
                session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if not self.counted and not self.failed:
            return
        terminalreporter.section("survived")
        for row in in_order({*self.counted, *self.failed}):
            failed = f" ({self.failed[row]} tests failed)" if row in self.failed else ""
            terminalreporter.line(f"{row[0]} {self.counted[row]:,} {row[1]}{failed}")
        for line in self.amiss:
            terminalreporter.line(line, red=True)


def figures(page: str) -> dict[Row, int]:
    """What a page says is survived in each run."""
    (table,) = TABLE.findall(page)
    found = [LINE.fullmatch(line) for line in table.removeprefix(HEAD).splitlines()]
    return {(one[1], one[3]): int(one[2].replace(",", "")) for one in found if one}


def rewritten(page: str, counted: Counter[Row], *, whole: bool) -> str:
    """The page with what was counted; after a part of the tests, the other figures stay."""
    said = ({} if whole else figures(page)) | {row: rounded(counted[row]) for row in counted}
    lines = [f"| {row} | {said[row, what]:,} | {what} |\n" for row, what in in_order(said)]
    return TABLE.sub(HEAD + "".join(lines), page)


def untrue(said: dict[Row, int], counted: Counter[Row]) -> Iterable[str]:
    """Where a page and a run of all tests differ."""
    for row in in_order({*said, *counted}):
        name = f"{row[0]} {row[1]}"
        if row not in said:
            yield f"{PAGE.name} does not tell of {name}: run pytest --write-reliability"
        elif row not in counted:
            yield f"{PAGE.name} tells of {name}, and no test counted it"
        elif counted[row] < said[row]:
            yield f"{PAGE.name} tells of {said[row]:,} {name}; {counted[row]:,} were counted"


def in_order(rows: Iterable[Row]) -> list[Row]:
    """T2 before T10."""
    return sorted(rows, key=lambda row: (int(row[0][1:]), row[1]))


def rounded(count: int) -> int:
    """Two digits of a large number, so that one call of the system less leaves the page true."""
    step = int(10 ** max(0, len(str(count)) - 2))
    return count // step * step
