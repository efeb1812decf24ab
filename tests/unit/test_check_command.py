"""`pnet-prep check` as it is typed: what it prints, and the code it ends with."""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pnet_prep.cli.app import app_with
from tests.unit.checking import rules
from tests.unit.made import pack


@pytest.fixture
def folder(tmp_path: Path) -> str:
    topic = rules("when: {item: s.worst, at_least: 11}}", "when: {item: s.has, has: [x, x]}}")
    for name, data in pack(topic).items():
        (tmp_path / name).write_bytes(data)
    return str(tmp_path)


def test_faults_are_printed_a_line_each_and_end_with_code_3(folder: str) -> None:
    done = CliRunner().invoke(app_with(["check", "where"]), ["check", folder])
    lines = done.stdout.splitlines()
    assert done.exit_code == 3
    assert [line.split()[1] for line in lines if line.startswith("topic0.yaml")] == ["[never]"]
    assert any(line.startswith("Reading grade (Flesch-Kincaid): ") for line in lines)
    counts = re.match(r"(\d+) faults?, (\d+) warnings?", lines[-1])
    assert counts
    problems = [line for line in lines if re.match(r"\S+:\d+:\d+: \[", line)]
    assert len(problems) == int(counts[1]) + int(counts[2])


def test_json_holds_the_same(folder: str) -> None:
    plain = CliRunner().invoke(app_with(["check", "where"]), ["check", folder, "--json"])
    found = json.loads(plain.stdout)
    assert set(found) == {"problems", "unverified", "reading_grades"}
    assert "never" in {problem["code"] for problem in found["problems"]}
    assert found["reading_grades"]["words.yaml"] < 8


def test_the_shipped_questions_end_with_code_0() -> None:
    done = CliRunner().invoke(app_with(["check", "where"]), ["check"])
    assert done.exit_code == 0
    assert done.stdout.splitlines()[-1].startswith("0 faults")
