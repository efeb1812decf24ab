"""A visit file that cannot be read, or not as it was: told in one sentence, and left as it is."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.system.program import MODES_BIND, SECRET, a_visit, answers, refused, run, silent

STORE_FAILED, LEFT = 4, 130
AGED = "{}.1"
"""Where the state before the last answer is kept."""


def emptied(visit: Path) -> None:
    visit.write_bytes(b"")


def made_a_folder(visit: Path) -> None:
    visit.unlink()
    visit.mkdir()


def made_a_pipe(visit: Path) -> None:
    visit.unlink()
    os.mkfifo(visit)


def made_a_link_to_nowhere(visit: Path) -> None:
    visit.unlink()
    visit.symlink_to(visit.parent / "nowhere")


USELESS: dict[str, Callable[[Path], object]] = {
    "empty": emptied,
    "binary": lambda visit: visit.write_bytes(bytes(range(256)) * 64),
    "zeros": lambda visit: visit.write_bytes(bytes(4096)),
    "line ends": lambda visit: visit.write_bytes(b"\n" * 100_000),
    "17 MiB": lambda visit: visit.write_bytes(b"a" * (17 << 20)),
    "another kind of file": lambda visit: visit.write_text("Dear doctor,\n"),
    "a folder": made_a_folder,
    "a pipe": made_a_pipe,
    "a link to nowhere": made_a_link_to_nowhere,
    "unreadable": lambda visit: visit.chmod(0),
}


@pytest.mark.parametrize("fault", USELESS)
def test_visit_that_cannot_be_read(fault, home, tmp_path):
    visit = a_visit(home)
    Path(AGED.format(visit)).unlink()
    USELESS[fault](visit)
    names = sorted(os.listdir(visit.parent))
    before = visit.read_bytes() if visit.is_file() else None
    for command in (["show"], ["start", "1", "--plain"], ["export", "--out", tmp_path / "out"]):
        refused(run(*command, prefix=MODES_BIND), STORE_FAILED)
    listed = run("list", prefix=MODES_BIND)
    assert (listed.returncode, listed.stderr, len(listed.stdout.splitlines())) == (0, "", 1)
    assert (visit.read_bytes() if visit.is_file() else None) == before
    assert sorted(os.listdir(visit.parent)) == names


DAMAGED: dict[str, Callable[[bytes], bytes]] = {
    "cut off": lambda data: data[:-40],
    "a bit turned": lambda data: b'"valud"'.join(data.rsplit(b'"value"', 1)),
    "a line lost": lambda data: b"\n".join(data.split(b"\n")[:-3] + data.split(b"\n")[-2:]),
    "saved with other line ends": lambda data: data.replace(b"\n", b"\r\n") + b"x",
    "emptied": lambda _data: b"",
    "binary": lambda _data: bytes(range(256)),
}


@pytest.mark.parametrize("fault", DAMAGED)
def test_damaged_visit_is_read_as_far_as_it_can_be(fault, home):
    visit = a_visit(home)
    damaged = DAMAGED[fault](visit.read_bytes())
    visit.write_bytes(damaged)
    shown = run("show")
    assert shown.returncode == 0
    assert len(shown.stderr.splitlines()) == 1
    silent(shown)
    assert f"{SECRET} one" in shown.stdout
    assert visit.read_bytes() == damaged

    gone_on = run("start", "1", "--plain", typed="\n/skip\n1\n")
    assert gone_on.returncode == LEFT
    silent(gone_on)
    kept = [answer.value for answer in answers(home)]
    assert f"{SECRET} one" in kept
    assert len(kept) >= 2
    aside = [path for path in visit.parent.iterdir() if ".damaged-" in path.name]
    assert [path.read_bytes() for path in aside] == [damaged]


def test_answer_changed_by_another_program_is_kept_and_told(home):
    visit = a_visit(home)
    visit.write_bytes(visit.read_bytes().replace(b"two", b"three"))
    shown = run("show")
    assert shown.returncode == 0
    assert len(shown.stderr.splitlines()) == 1
    silent(shown)
    assert f"{SECRET} three" in shown.stdout


def test_visit_of_a_newer_format_is_shown_and_never_changed(home, tmp_path):
    visit = a_visit(home)
    newer = b"format: 2\n" + visit.read_bytes().partition(b"\n")[2]
    visit.write_bytes(newer)
    for front_end in ([], ["--plain"]):
        said = refused(run("start", "1", *front_end, typed="1\n"), STORE_FAILED)
        assert "newer pnet-prep" in said
    for command in (["show"], ["export", "--to", "md", "--out", tmp_path / "out"]):
        done = run(*command)
        assert done.returncode == 0
        assert len(done.stderr.splitlines()) == 1
        silent(done)
    assert visit.read_bytes() == newer
