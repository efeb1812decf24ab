"""One line of the store or of joining is made wrong at a time: the tests of that part notice it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
STORE, ENGINE = "pnet_prep/store", "pnet_prep/engine"
PATIENCE = 300


class Wrong(NamedTuple):
    """What stands in a file once, what stands there instead, and the tests that must notice."""

    file: str
    right: str
    wrong: str
    tests: str


WRONG = {
    "a file is not flushed": Wrong(
        f"{STORE}/atomic.py", "        _sync(descriptor)\n", "        pass\n", "store_power"
    ),
    "a folder is not flushed": Wrong(
        f"{STORE}/atomic.py",
        "    sync_folder(os.path.dirname(path))\n\n\ndef private",
        "\n\ndef private",
        "store_power",
    ),
    "a failed flush is ignored": Wrong(
        f"{STORE}/atomic.py",
        "            return\n    os.fsync(descriptor)\n",
        "            return\n    with suppress(OSError):\n        os.fsync(descriptor)\n",
        "store_faults",
    ),
    "what was written is not read again": Wrong(
        f"{STORE}/atomic.py", "same = read_file(path) == data", "same = True", "store_faults"
    ),
    "an earlier state is the file in use": Wrong(
        f"{STORE}/atomic.py",
        "            _keep_generation(path)\n        _rename(temp, path)\n",
        "            pass\n        _rename(temp, path)\n        _keep_generation(path)\n",
        "store_visit",
    ),
    "earlier states push each other out": Wrong(
        f"{STORE}/atomic.py", "range(len(older) - 1, -1, -1)", "range(len(older))", "store_visit"
    ),
    "others may read the file": Wrong(
        f"{STORE}/atomic.py",
        "os.open(path, _CREATE, 0o600)",
        "os.open(path, _CREATE, 0o644)",
        "store_visit",
    ),
    "a file that is held is given up at once": Wrong(
        f"{STORE}/atomic.py", "_WAITS = (0.05, 0.1, 0.2, 0.4, 0.8)", "_WAITS = ()", "store_faults"
    ),
    "an unfinished save is thrown away": Wrong(
        f"{STORE}/atomic.py", "        if not keep_temp:\n", "        if True:\n", "store_faults"
    ),
    "earlier states are not read": Wrong(
        f"{STORE}/copies.py", "in (*_states(path, key), *temps)", "in temps", "store_damage"
    ),
    "unfinished saves are not read": Wrong(
        f"{STORE}/copies.py",
        "in (*_states(path, key), *temps)",
        "in _states(path, key)",
        "store_power store_recovery",
    ),
    "what another window saved is written over": Wrong(
        f"{STORE}/visit.py",
        "lines={**copies.lines, **visit.lines}",
        "lines=dict(visit.lines)",
        "store_visit",
    ),
    "nobody looks whether the answer arrived": Wrong(
        f"{STORE}/visit.py",
        "    if not united.lines.keys() <= written.lines.keys():\n        return None\n",
        "",
        "store_visit",
    ),
    "a newer file is written over": Wrong(
        f"{STORE}/visit.py",
        "    if copies.newer:\n        raise StoreError",
        "    if False:\n        raise StoreError",
        "store_recovery",
    ),
    "another program's save is cleared away": Wrong(
        f"{STORE}/visit.py", "    if clear:\n", "    if True:\n", "store_visit"
    ),
    "damaged bytes are not kept": Wrong(
        f"{STORE}/visit.py",
        "    if not os.path.exists(aside):\n",
        "    if False:\n",
        "store_recovery",
    ),
    "a damaged file becomes an earlier state": Wrong(
        f"{STORE}/visit.py", "generations=not copies.damaged", "generations=True", "store_recovery"
    ),
    "a link is replaced by a file": Wrong(
        f"{STORE}/folder.py",
        "return os.path.realpath(plain + LOCKED if _only_locked(plain) else plain)",
        "return plain + LOCKED if _only_locked(plain) else plain",
        "store_visit",
    ),
    "a save without a lock is not looked at again": Wrong(
        f"{STORE}/visit.py", "(held or _stays(", "(True or _stays(", "store_places"
    ),
    "a line is believed without its check": Wrong(
        f"{STORE}/codec.py",
        "        elif unsealed(row) is not None:\n",
        "        elif read_line(row) is not None:\n",
        "store_damage",
    ),
    "a file may end too early": Wrong(
        f"{STORE}/codec.py", " and end == len(listed)", "", "store_codec store_damage"
    ),
    "every format is taken for ours": Wrong(
        f"{STORE}/codec.py", "int(found[1]) > FORMAT", "int(found[1]) > 999", "store_codec"
    ),
    "the check is one digit": Wrong(
        f"{STORE}/lines.py", "_CHECK_DIGITS = 12", "_CHECK_DIGITS = 1", "store_damage store_codec"
    ),
    "a changed line is taken for the person's": Wrong(
        f"{STORE}/lines.py",
        "kept = answer if answer.id == answer_id(answer) else taken_from_outside(answer)",
        "kept = answer",
        "store_damage store_recovery",
    ),
    "no lock, no save": Wrong(
        f"{STORE}/lock.py",
        "except (OSError, NotImplementedError)",
        "except KeyError",
        "store_visit",
    ),
    "a made-up id is believed": Wrong(
        f"{STORE}/received.py",
        "answer.id == answer_id(answer)",
        "True",
        "received",
    ),
    "a copy takes another one's place": Wrong(
        f"{STORE}/other_copies.py",
        "if not os.path.lexists(one))",
        "if one)",
        "other_copies",
    ),
    "what the other file took back is shown": Wrong(
        f"{ENGINE}/joining.py", "one.replaced | other.replaced", "one.replaced", "joining_laws"
    ),
    "what is locked is not opened again": Wrong(
        f"{STORE}/locking.py",
        "_check(unlocked(read_file(target), key) == data, target)",
        "pass",
        "locking_faults",
    ),
    "the key of a locked visit is not written": Wrong(
        f"{STORE}/locking.py",
        "            for file in key_files(plain):\n                _keep_key(file, key)\n",
        "",
        "locking_faults",
    ),
    "older states of a locked visit are left open": Wrong(
        f"{STORE}/locking.py", "(*generations_of(base), *temps_of", "(*temps_of", "store_locked"
    ),
    "an old window writes an open file again": Wrong(
        f"{STORE}/visit.py", "if changed_hands(visit.path, visit.key):", "if False:", "store_locked"
    ),
    "any work is done for a made-up file": Wrong(
        f"{STORE}/age.py", "if work > MOST_WORK:", "if False:", "age"
    ),
    "an answer takes everybody's place": Wrong(
        f"{ENGINE}/record.py",
        "own = tuple(answer for answer in there if answer.by == by)",
        "own = there",
        "joining_laws",
    ),
    "a clock that was set back is believed": Wrong(
        f"{ENGINE}/record.py", "max(now_ms, last + 1)", "now_ms", "joining_laws"
    ),
    "an id may stand for two answers": Wrong(
        f"{ENGINE}/record.py",
        '        "nonce": answer.nonce,\n    }\n    canonical',
        "    }\n    canonical",
        "record",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_each_line_to_be_made_wrong_stands_in_its_file_once(name: str) -> None:
    one = WRONG[name]
    assert (ROOT / one.file).read_text("utf-8").count(one.right) == 1
    assert all((ROOT / "tests/unit" / f"test_{test}.py").exists() for test in one.tests.split())


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program and its tests."""
    made = tmp_path_factory.mktemp("wrong")
    for name in ("pnet_prep", "questions", "tests", "pyproject.toml"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, made / name)
    return made


def tried(workshop: Path, tests: str) -> int:
    """What pytest says of these tests, the usual random tries among them."""
    files = [f"tests/unit/test_{test}.py" for test in tests.split()]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *files],
        cwd=workshop,
        env={**os.environ, "CI": "1", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    return done.returncode


@pytest.mark.longer
@pytest.mark.row("T14", "wrong lines of the store and of joining, each noticed by its tests")
@pytest.mark.parametrize("name", WRONG)
def test_each_wrong_line_is_noticed(name: str, workshop: Path) -> None:
    one = WRONG[name]
    file = workshop / one.file
    right = file.read_text("utf-8")
    file.write_text(right.replace(one.right, one.wrong), "utf-8")
    try:
        assert tried(workshop, one.tests) == pytest.ExitCode.TESTS_FAILED
    finally:
        file.write_text(right, "utf-8")


@pytest.mark.longer
def test_the_same_tests_pass_where_no_line_is_wrong(workshop: Path) -> None:
    tests = {test for one in WRONG.values() for test in one.tests.split()}
    assert tried(workshop, " ".join(sorted(tests))) == pytest.ExitCode.OK
