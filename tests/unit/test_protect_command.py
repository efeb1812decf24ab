"""Locking a visit and opening it, as the person does it: what is asked, said, and left on disk."""

import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pnet_prep.cli.app import COMMANDS, app_with
from pnet_prep.cli.pack import words
from pnet_prep.engine.fill import fill
from pnet_prep.errors import PrepError
from pnet_prep.store import age
from pnet_prep.store.custody import sealed_keys
from pnet_prep.store.exports import write_export
from pnet_prep.store.folder import data_folder, key_files, list_visits, saved_on
from pnet_prep.store.locking import lock_visit
from pnet_prep.store.visit import Visit, new_visit, open_visit, save
from tests.unit.locked import OTHER_PASSPHRASE, PASSPHRASE, WRONG, forget_keys, key, quick
from tests.unit.stored import saved_visit, values_in, with_said

__all__ = ["quick"]
pytestmark = pytest.mark.usefixtures("quick")
ID = "aaaaaaaa"
CASE = Path(__file__).parent.parent / "cases" / "c1.yaml"


def run(*command: str, typed: str = "") -> tuple[str, str]:
    """Output and the word of the fault, if one came; each run knows no key of the one before."""
    forget_keys()
    done = CliRunner().invoke(app_with(COMMANDS), list(command), input=typed)
    if done.exception and not isinstance(done.exception, (PrepError, SystemExit)):
        raise done.exception
    return " ".join(done.output.split()), getattr(done.exception, "word", "")


def said(word: str, **slots: object) -> str:
    return " ".join(fill(words()[word], {n: str(value) for n, value in slots.items()}).split())


def twice(passphrase: str) -> str:
    return f"{passphrase}\n" * 2


def locked() -> Visit:
    visit = saved_visit(data_folder(), 3, ID)
    return open_visit(lock_visit(visit.path, key()).file, key())


def test_visit_is_locked_with_what_was_typed_twice_and_opens_with_it():
    visit = saved_visit(data_folder(), 3, ID)
    paper = os.path.join(data_folder(), "paper", "visit.md")
    write_export(data_folder(), ID, paper, b"# Visit", "2026-11-20")
    output, fault = run("protect", typed=twice(PASSPHRASE))
    assert fault == ""
    for word in ("protect.what", "protect.no_way_back", "protect.choose", "protect.limits"):
        assert said(word) in output
    assert output.index(said("protect.no_way_back")) < output.index(said("passphrase.new"))
    assert (
        said("protect.sheet.command", file=visit.path + ".age", key=visit.path + ".key.age")
        in output
    )
    assert f"{said('protect.readable')} {paper}" in output
    output, fault = run(
        "export",
        "--to",
        "txt",
        "--out",
        os.path.join(data_folder(), "out"),
        typed=f"{PASSPHRASE}\n",
    )
    assert fault == ""
    assert said("written.not_locked") in output


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", []),
        (f"{PASSPHRASE}\n", []),
        ("\n", ["passphrase.short"]),
        ("too short\n", ["passphrase.short"]),
        (f"{PASSPHRASE}\n{PASSPHRASE} \n", []),
        (f"{PASSPHRASE}\n{WRONG}\n", ["passphrase.differ"]),
    ],
)
def test_nothing_is_written_before_a_passphrase_was_typed_twice(typed, told):
    visit = saved_visit(data_folder(), 3, ID)
    before = {path: path.read_bytes() for path in Path(visit.path).parent.iterdir()}
    output, fault = run("protect", typed=typed)
    if typed.count(PASSPHRASE) < 2:
        assert fault == "error.no_passphrase"
        assert {path: path.read_bytes() for path in Path(visit.path).parent.iterdir()} == before
    else:  # what a paste adds at the end is no part of it
        assert len(open_visit(visit.path + ".age", list_key(visit.path)).response.shown) == 3
    for word in told:
        assert said(word) in output


def list_key(path: str) -> age.Key:
    (sealed,) = sealed_keys(path)
    return age.key_from(sealed, PASSPHRASE)


def test_passphrase_is_asked_again_after_a_wrong_one_and_nothing_is_lost():
    visit = locked()
    before = Path(visit.path).read_bytes()
    output, fault = run("show", typed=f"{WRONG}\n\n\n{WRONG}\n\n{PASSPHRASE}\n")
    assert fault == ""
    assert output.count(said("passphrase.wrong")) == 2
    output, fault = run("show", typed=f"{WRONG}\n{WRONG}\n{WRONG}\n{PASSPHRASE}\n")
    assert fault == "error.wrong_passphrase"
    assert output.count(said("passphrase.wrong")) == 2
    assert "answer" not in output
    assert Path(visit.path).read_bytes() == before


@pytest.mark.parametrize("command", ["show", "export --to md", "rehearse", "share", "unprotect"])
def test_command_that_cannot_ask_says_so_and_leaves_all_as_it_is(command):
    visit = locked()
    output, fault = run(*command.split())
    assert fault == "error.locked"
    assert said("unlock.visit") in output
    assert Path(visit.path).exists()


def test_nothing_is_asked_where_no_input_is_wanted():
    arguments = (
        "start",
        "--answers",
        str(CASE),
        "--to",
        "txt",
        "--out",
        os.path.join(data_folder(), "o"),
    )
    assert run(*arguments, "--no-input")[1] == ""
    (listed,) = list_visits(data_folder())
    lock_visit(listed.path, key())
    output, fault = run(*arguments, "--no-input", typed=f"{PASSPHRASE}\n")
    assert fault == "error.locked"
    assert said("unlock.visit") not in output
    output, fault = run("after", "--answers", "-", typed=f"{PASSPHRASE}\n")
    assert (fault, said("unlock.visit") in output) == ("error.locked", False)


def test_list_where_doctor_and_forget_need_no_passphrase():
    visit = locked()
    output, _ = run("list")
    day = said("list_visits.saved_on", day=saved_on(visit.path))
    assert output == f"1. {said('list_visits.locked')}, {day}"
    output, _ = run("where")
    assert all(file in output for file in (visit.path, *key_files(visit.path)))
    output, fault = run("doctor")
    assert said("doctor.locked", file=visit.path) in output
    assert said("doctor.well") in output
    output, fault = run("forget", "--yes")
    assert (fault, os.listdir(os.path.dirname(visit.path))) == ("", [])
    assert said("list_visits.locked") in output


def test_doctor_sees_a_key_that_is_gone_hurt_or_no_longer_needed():
    visit = locked()
    first, spare = key_files(visit.path)
    Path(spare).write_bytes(b"")
    assert said("doctor.keys_differ", file=first) in run("doctor")[0]
    os.unlink(first)
    os.unlink(spare)
    output, _ = run("doctor")
    assert said("error.no_key", file=first) in output
    assert run("show", typed=f"{PASSPHRASE}\n")[1] == "error.no_key"
    Path(visit.path + ".tmp-abcdefgh").touch()
    assert said("doctor.unfinished_save", file=visit.path + ".tmp-abcdefgh") in run("doctor")[0]


def test_one_hurt_key_file_is_no_trouble():
    visit = locked()
    for hurt in key_files(visit.path):
        before = Path(hurt).read_bytes()
        Path(hurt).write_bytes(before[:-1] + b"?")
        assert run("show", typed=f"{PASSPHRASE}\n")[1] == ""
        assert said("passphrase.wrong") in run("show", typed=f"{WRONG}\n{PASSPHRASE}\n")[0]
        Path(hurt).write_bytes(before)
    for hurt in key_files(visit.path):
        Path(hurt).write_bytes(Path(hurt).read_bytes()[:-1] + b"?")
    assert run("show", typed=f"{PASSPHRASE}\n")[1] == "error.locked_damaged"


def test_lock_comes_off_with_the_passphrase_and_what_is_done_is_not_done_twice():
    visit = locked()
    assert said("protect.already") in run("protect")[0]
    output, fault = run("unprotect", typed=f"{PASSPHRASE}\n")
    plain = visit.path.removesuffix(".age")
    assert (fault, said("unprotect.done", file=plain) in output) == ("", True)
    assert len(values_in(plain)) == 3
    assert said("unprotect.already") in run("unprotect")[0]


def test_visits_with_one_passphrase_share_a_key_and_others_do_not():
    locked()
    for name in "bc":
        saved_visit(data_folder(), 2, name * 8)
    run("protect", "2", typed=twice(PASSPHRASE))
    run("protect", "1", typed=twice(OTHER_PASSPHRASE))
    keys = {
        name: sealed_keys(os.path.join(data_folder(), "visits", f"{name * 8}.yaml"))
        for name in "abc"
    }
    assert len(set(keys.values())) == 2
    assert keys["a"] == keys["b"] != ()
    assert keys["c"] != ()


def test_half_done_locking_is_told_and_finished_only_with_the_same_passphrase():
    visit = locked()
    plain = visit.path.removesuffix(".age")
    kept = Path(visit.path).read_bytes()
    run("unprotect", typed=f"{PASSPHRASE}\n")
    run("protect", typed=twice(PASSPHRASE))
    again = Path(plain + ".key.age").read_bytes()
    run("unprotect", typed=f"{PASSPHRASE}\n")
    Path(visit.path).write_bytes(Path(plain).read_bytes())  # stands open under the locked name
    output, _ = run("show")
    assert said("notice.half_locked") in output
    assert kept != again
    assert run("protect", typed=twice(PASSPHRASE))[1] == ""
    assert not os.path.exists(plain)


def test_without_the_part_that_locks_nobody_has_to_type_first(monkeypatch):
    visit = locked()
    save(with_said(new_visit(data_folder(), visit="bbbbbbbb"), "something to say"))
    monkeypatch.setattr("pnet_prep.cli.passphrases.available", lambda: False)
    for command, told in (
        (("show", "2"), "error.no_secure"),
        (("unprotect", "2"), "error.no_secure"),
        (("show", "1"), ""),
        (("protect", "1"), "error.no_secure"),
        (("share", "1", "--encrypt"), "error.no_secure"),
    ):
        output, fault = run(*command, typed=twice(PASSPHRASE))
        assert fault == told
        assert said("unlock.visit") not in output
        assert said("passphrase.new") not in output
    monkeypatch.setattr("pnet_prep.store.health.available", lambda: False)
    assert said("error.no_secure") in run("doctor")[0]
    assert Path(visit.path).exists()
    assert said("list_visits.locked") in run("list")[0]
