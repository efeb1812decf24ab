"""What is left of a visit after a crash, damage, a newer program or an editor."""

import os
import shutil
from pathlib import Path

import pytest

from pnet_prep.engine.record import changed_outside
from pnet_prep.errors import StoreError
from pnet_prep.store import atomic
from pnet_prep.store.lines import Lines, sealed
from pnet_prep.store.visit import Visit, open_visit, save
from tests.unit.stored import saved_visit, siblings, values_in, with_said


def test_unfinished_save_is_read_and_cleared_by_the_next_one(tmp_path: Path) -> None:
    visit = saved_visit(tmp_path, 2)
    more = save(with_said(visit, "just typed"))
    os.rename(visit.path, visit.path + ".tmp-abcdefgh")
    shutil.copy(visit.path + ".1", visit.path)
    opened = open_visit(visit.path)
    assert opened.response.shown == more.response.shown
    assert opened.notices == ()
    save(with_said(opened, "next", "life.next"))
    assert siblings(visit.path) == {".1", ".2", ".3", ".lock"}
    assert {"just typed", "next"} < set(values_in(visit.path))


def test_newer_format_is_shown_and_never_written(tmp_path: Path) -> None:
    visit = saved_visit(tmp_path, 3)
    path = Path(visit.path)
    _, _, rest = path.read_bytes().partition(b"\n")
    newer = sealed(b"format: 2") + b"\n" + rest + b"what: later\n"
    path.write_bytes(newer)
    opened = open_visit(visit.path)
    assert opened.read_only
    assert [notice.word for notice in opened.notices] == ["notice.newer_format"]
    assert len(opened.response.shown) == 3
    for stale in (opened, visit):
        with pytest.raises(StoreError) as error:
            save(with_said(stale, "mine", "life.mine"))
        assert error.value.word == "error.newer_format"
        assert error.value.exit_code == 4
    assert path.read_bytes() == newer
    assert siblings(visit.path) == {".1", ".2", ".lock"}


def test_newer_unfinished_save_is_not_cleared_away(tmp_path: Path) -> None:
    visit = saved_visit(tmp_path, 3)
    temp = Path(visit.path + ".tmp-abcdefgh")
    temp.write_bytes(b"format: 2\n")
    assert open_visit(visit.path).read_only
    with pytest.raises(StoreError) as error:
        save(with_said(visit, "mine"))
    assert error.value.word == "error.newer_format"
    assert temp.exists()


def test_damaged_file_is_set_aside_and_everything_comes_back(tmp_path: Path) -> None:
    visit = saved_visit(tmp_path, 5)
    path = Path(visit.path)
    damaged = path.read_bytes()[:500] + bytes(200) + path.read_bytes()[700:]
    path.write_bytes(damaged)
    opened = open_visit(visit.path)
    (notice,) = opened.notices
    assert (notice.word, notice.slots) == ("notice.damaged", {"file": visit.path, "count": "5"})
    assert opened.response.shown == visit.response.shown
    assert path.read_bytes() == damaged  # reading changes nothing
    saved = save(with_said(opened, "more"))
    aside = saved.notices[-1]
    assert aside.word == "notice.set_aside"
    assert Path(aside.slots["file"]).read_bytes() == damaged
    assert open_visit(visit.path).notices == ()
    assert values_in(visit.path)[-1] == "more"
    assert Path(visit.path + ".1").read_bytes() != damaged  # good states are not pushed out


def test_lost_file_comes_back_from_earlier_states(tmp_path: Path) -> None:
    visit = saved_visit(tmp_path, 5)
    os.unlink(visit.path)
    opened = open_visit(visit.path)
    assert [notice.word for notice in opened.notices] == ["notice.damaged"]
    assert len(opened.response.shown) == 4
    assert opened.id == visit.id


def test_file_of_which_nothing_can_be_read_is_refused_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "k3v9x2ab.yaml"
    for data in (b"", b"shopping list\n", bytes(500), b"format: 1\n"):
        path.write_bytes(data)
        with pytest.raises(StoreError) as error:
            open_visit(str(path))
        assert error.value.word == "error.unreadable"
        assert path.read_bytes() == data


def test_line_changed_in_an_editor_stands_beside_the_original(tmp_path: Path) -> None:
    visit = saved_visit(tmp_path, 3)
    path = Path(visit.path)
    path.write_bytes(path.read_bytes().replace(b"answer 1", b"another 1"))
    opened = open_visit(visit.path)
    assert [(n.word, n.slots) for n in opened.notices] == [
        ("notice.changed_outside", {"count": "1"})
    ]
    said_there = opened.response.at("life.item1")
    assert [(a.value, changed_outside(a)) for a in said_there] == [
        ("answer 1 é", False),
        ("another 1 é", True),
    ]
    saved = save(with_said(opened, "more"))
    assert open_visit(visit.path).response.at("life.item1") == said_there
    assert open_visit(visit.path).notices == ()
    settled = save(with_said(saved, "another 1 é", "life.item1"))
    assert [a.value for a in settled.response.at("life.item1")] == ["another 1 é"]


def test_record_of_a_later_kind_survives_byte_for_byte(tmp_path: Path) -> None:
    visit = saved_visit(tmp_path, 1)
    unknown: Lines = {sealed(b'- {"note":  [1.5,"\\u00e9"]}'): None}
    later = save(Visit(visit.path, visit.head, {**visit.lines, **unknown}, pending=True))
    save(with_said(open_visit(later.path), "more"))
    assert next(iter(unknown)) + b"\n" in Path(visit.path).read_bytes()


@pytest.mark.parametrize("what", ["missing", "folder", "pipe", "too big", "link to itself"])
def test_what_is_no_visit_file_is_told_in_plain_words(tmp_path: Path, what: str) -> None:
    path = tmp_path / "k3v9x2ab.yaml"
    match what:
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)
        case "too big":
            with open(path, "wb") as file:
                file.truncate(atomic.MAX_BYTES + 1)
        case "link to itself":
            path.symlink_to(path)
        case _:
            assert not path.exists()
    with pytest.raises(StoreError) as error:
        open_visit(str(path))
    expected = {"missing": "error.no_visit", "too big": "error.file_too_big"}
    assert error.value.word == expected.get(what, "error.not_read")
    assert error.value.slots == {"file": str(path)}


def test_answer_too_big_for_the_file_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    visit = saved_visit(tmp_path, 2)
    before = Path(visit.path).read_bytes()
    with pytest.raises(StoreError) as error:
        save(with_said(visit, "x" * atomic.MAX_BYTES))
    assert error.value.word == "error.file_too_big"
    assert Path(visit.path).read_bytes() == before
    assert siblings(visit.path) == {".1", ".lock"}
