"""Every file of the corpus through the real command: read or refused as the index says, at once."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import pytest

from pnet_prep.content.nodes import Node, read
from pnet_prep.engine.fill import OR
from pnet_prep.engine.text import show
from pnet_prep.engine.values import to_plain
from pnet_prep.model.response import PATIENT, Answer
from pnet_prep.store.folder import list_visits, visit_path
from pnet_prep.store.visit import open_visit
from tests.corpus import large
from tests.unit.screens import shipped_words

CORPUS = Path(large.__file__).parent
PACK = Path(__file__).parents[1] / "packs" / "para"
THERE, READ_FROM = "aaaaaaaa", "person.answering"
CODES = {"answers": 2, "questions": 3, "visit": 4, "shared": 2, "form": 2}
SECONDS, MEBIBYTES = 2.0, 300.0
SECONDS_OF_YAML = 0.5
"""For 1 MiB at most, beside what the command needs in any case."""

TRIES = 5
"""How often a command may be tried: a busy machine makes it slower, and never faster."""

SLOT = re.compile(r"\{\w+\}")
PLACE = re.compile(r"^\S+:(\d+):(\d+): \[([a-z-]+)\]", re.MULTILINE)
IN_ANY_CASE = {"answers": "byte-order-mark.answers.yaml", "questions": "as-it-is.questions.yaml"}


class Case(NamedTuple):
    name: str
    kind: str
    outcome: str
    expected: Node


def cases() -> list[Case]:
    node, problems = read((CORPUS / "index.yaml").read_bytes(), "index.yaml")
    assert node is not None, problems
    return [
        Case(name, group.text("kind"), group.text("outcome"), expected)
        for group in node.parts("groups")
        for name, expected in inside(group.get("files")).items()
    ]


def inside(node: Node | None) -> dict[str, Node]:
    return node.value if node and isinstance(node.value, dict) else {}


class Commands:
    """A program that runs commands of ours, and tells what became of each."""

    def __init__(self) -> None:
        pipe = subprocess.PIPE
        command = [sys.executable, "-m", "tests.corpus.commands"]
        self._child = subprocess.Popen(
            command, cwd=CORPUS.parents[1], stdin=pipe, stdout=pipe, text=True
        )
        self.needed: dict[str, float] = {}

    def run(self, home: Path, *arguments: str | Path) -> dict[str, str | float]:
        assert self._child.stdin
        assert self._child.stdout
        job = {"home": str(home), "arguments": list(map(str, arguments))}
        self._child.stdin.write(json.dumps(job) + "\n")
        self._child.stdin.flush()
        done: dict[str, str | float] = json.loads(self._child.stdout.readline())
        return done

    def close(self) -> None:
        self._child.communicate("")


@pytest.fixture(scope="module")
def commands() -> Iterator[Commands]:
    running = Commands()
    yield running
    running.close()


def placed(case: Case, home: Path, folder: Path) -> list[str | Path]:
    """Put the file where it belongs; the command that reads it."""
    visit = Path(visit_path(str(home), THERE))
    visit.parent.mkdir()
    match case.kind:
        case "visit":
            path, command = visit, ["show"]
        case "questions":
            pack = folder / "para"
            shutil.copytree(PACK, pack, ignore=shutil.ignore_patterns("signs.yaml"))
            path, command = pack / "signs.yaml", ["show", "--questions", str(pack)]
        case "shared" | "form":
            path = folder / case.name
            command = ["join", "--no-input", str(path)]
        case _:
            path = folder / case.name
            given = ["--answers", str(path), "--no-input"]
            command = ["start", *given, "--to", "md", "--out", str(folder / "out")]
    if case.kind != "visit":
        shutil.copy(CORPUS / "ok" / "whole.visit.yaml", visit)
    if case.name in {*large.MADE, *large.NO_FILES}:
        large.make(case.name, path)
    else:
        shutil.copy(CORPUS / case.outcome / case.name, path)
    return [*command]


@pytest.mark.row("T9", "files of the corpus, each read or refused as its index says")
@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_file_is_read_or_refused_at_once(case, home, tmp_path, commands, read_questions):
    command = placed(case, home, tmp_path)
    visit = Path(visit_path(str(home), THERE))
    before = visit.read_bytes() if visit.is_file() else None
    done = commands.run(home, *command)
    assert done["code"] == (CODES[case.kind] if case.outcome == "refuse" else 0), done["stderr"]
    assert done["mebibytes"] <= MEBIBYTES
    most = SECONDS
    if case.kind in IN_ANY_CASE:
        most = min(most, SECONDS_OF_YAML + needed(case.kind, read_questions, tmp_path, commands))
    tries = (anew(case, read_questions, tmp_path / str(n), commands) for n in range(TRIES - 1))
    assert any(seconds <= most for seconds in chain([float(done["seconds"])], tries))
    said = " ".join(str(done["stderr"]).split())
    assert "Traceback" not in said
    assert not any(word in said for word in ("flushing", "Zoë", "pain", "\x1b", "\u202e"))
    told(case, done)
    if case.outcome == "refuse" or case.kind not in {"shared", "form"}:
        assert (visit.read_bytes() if visit.is_file() else None) == before
    if case.outcome == "ok" and case.kind != "questions":
        assert_read(case, home)
    elif case.kind == "answers":
        assert [listed.head.visit for listed in list_visits(str(home))] == [THERE]
        assert not (tmp_path / "out").exists()


def needed(kind: str, cache: Path, folder: Path, commands: Commands) -> float:
    """Seconds that the command takes with a harmless file, measured once."""
    if kind not in commands.needed:
        harmless = Case(IN_ANY_CASE[kind], kind, "ok", Node({}, 1, 1))
        commands.needed[kind] = anew(harmless, cache, folder / "harmless", commands)
    return commands.needed[kind]


def anew(case: Case, cache: Path, folder: Path, commands: Commands) -> float:
    """Seconds that the command for this file takes where nothing has been done yet."""
    home = folder / "home"
    home.mkdir(parents=True)
    shutil.copytree(cache, home / "cache")
    return float(commands.run(home, *placed(case, home, folder))["seconds"])


def told(case: Case, done: dict[str, str | float]) -> None:
    """What the index says is said, in the words of today; with a line where there is one."""
    said = " ".join(f"{done['stderr']} {done['stdout']}".split())
    if word := case.expected.text("says"):
        forms = [SLOT.split(form) for form in shipped_words()[word].split(OR)]
        patterns = [".+?".join(map(re.escape, filter(None, parts))) for parts in forms]
        assert any(re.search(pattern, said) for pattern in patterns), (word, said)
    elif case.outcome == "refuse":
        found = PLACE.search(str(done["stderr"]))
        assert found, said
        keys = ("line", "column", "reason")
        assert found.groups() == tuple(case.expected.text(key) for key in keys)
    else:
        assert done["stderr"] == ""


def assert_read(case: Case, home: Path) -> None:
    """Exactly what the index says was read is in the visit."""
    paths = [Path(one.path) for one in list_visits(str(home))]
    (path,) = [one for one in paths if (one.stem == THERE) == (case.kind != "answers")]
    answers = [one for one in open_visit(str(path)).response.shown if one.item != READ_FROM]
    if count := case.expected.text("count"):
        assert len(answers) == int(count)
        return
    there = {place(answer): shown(answer) for answer in answers}
    expected = {name: str(part.value) for name, part in inside(case.expected.get("read")).items()}
    assert there == expected


def place(answer: Answer) -> str:
    entry = f"/{answer.entry}" if answer.entry else ""
    return f"{answer.item}{entry}" + (f"@{answer.by}" if answer.by != PATIENT else "")


def shown(answer: Answer) -> str:
    value = answer.value
    text = value if isinstance(value, str) else json.dumps(to_plain(value))
    return show(text) if len(text) <= 200 else f"({len(text)} letters)"


def test_index_and_folders_hold_the_same_files() -> None:
    files = [path for outcome in ("ok", "refuse") for path in (CORPUS / outcome).glob("*.*")]
    kept = {f"{path.parent.name}/{path.name}" for path in files}
    made = {*large.MADE, *large.NO_FILES}
    listed = [case for case in cases() if case.name not in made]
    assert kept == {f"{case.outcome}/{case.name}" for case in listed}
    assert {case.name for case in cases()} == {*made, *(case.name for case in listed)}
    assert max(path.stat().st_size for path in files) < 20 * 1024
    assert len(cases()) > 200
