"""Packs as folders: what is read of them, and what of a hostile one never is."""

import os
from pathlib import Path

import pytest

from pnet_prep.content.check import check
from pnet_prep.content.files import MAX_BYTES, MAX_FILES, read_folder, read_questions
from pnet_prep.content.load import load
from pnet_prep.content.problem import ContentError
from tests.unit.made import TODAY

EXAMPLE = Path(__file__).parent.parent / "packs" / "para"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The example pack in a folder of its own."""
    place = tmp_path / "para"
    place.mkdir()
    for name, data in read_folder(str(EXAMPLE)).items():
        (place / name).write_bytes(data)
    return place


def test_the_example_pack_passes_the_check() -> None:
    checked = check(str(EXAMPLE), TODAY)
    assert checked.problems == ()
    assert set(checked.grades) == {f"para/{n}" for n in os.listdir(EXAMPLE)} - {"para/sources.yaml"}


def changed(folder: Path, file: str, old: str, new: str) -> str:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return str(folder)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("text: Turning pale", 'text: "Turning pale! Stop taking your medicine"', "banned"),
        ("text: Sweating,", "text: Diaphoretic perspiration,", "hard-word"),
        ("  sources: [para.endo14]\n", "", "no-source"),
        ("- {item: visit.stage, has: deciding}", "- {item: para.told, is: maybe}", "never"),
    ],
    ids=["banned", "hard-word", "no-source", "never"],
)
def test_pack_that_fails_the_check_is_never_asked(folder, old, new, code) -> None:
    changed(folder, "signs.yaml", old, new)
    found = [p for p in check(str(folder), TODAY).problems if not p.warning]
    assert code in {p.code for p in found}
    assert {p.file for p in found} == {"para/signs.yaml"}
    with pytest.raises(ContentError) as error:
        load([str(folder)])
    assert code in {problem.code for problem in error.value.problems}


def test_ids_that_a_pack_retired_stay_retired(folder) -> None:
    (folder / "retired.txt").write_text("para.team\n", encoding="utf-8")
    assert [p.code for p in check(str(folder), TODAY).problems] == ["retired"]


def test_folder_without_the_head_of_a_pack_is_a_whole_set(folder) -> None:
    (folder / "pack.yaml").unlink()
    checked = check(str(folder), TODAY)
    missing = {problem.file for problem in checked.problems if problem.code == "missing"}
    assert missing == {"places.yaml", "words.yaml", "medicine_names.yaml", "sign_words.yaml"}
    assert all("pack.yaml" in p.text for p in checked.problems if p.code == "missing")


def test_only_one_whole_set_is_asked(folder, tmp_path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    with pytest.raises(ContentError) as error:
        read_questions([str(tmp_path / "one"), str(tmp_path / "two"), str(folder)])
    assert [p.file for p in error.value.problems] == ["two"]


def test_packs_in_folders_of_one_name_are_told_apart(folder, tmp_path) -> None:
    other = tmp_path / "more" / "para"
    other.mkdir(parents=True)
    for path in folder.iterdir():
        text = path.read_text(encoding="utf-8").replace("para.", "club.")
        text = text.replace("pack: para", "pack: club")
        (other / path.name).write_text(text, encoding="utf-8")
    changed(other, "glossary.yaml", "term: paraganglioma", "term: long sleep")
    content = load([str(folder), str(other)])
    assert [one.slug for one in content.added] == ["para", "club"]


def link(folder: Path) -> None:
    (folder / "more.yaml").symlink_to("/etc/passwd")


def device(folder: Path) -> None:
    (folder / "more.yaml").symlink_to("/dev/zero")


def linked_head(folder: Path) -> None:
    (folder / "pack.yaml").rename(folder / "real.txt")
    (folder / "pack.yaml").symlink_to("real.txt")


def pipe(folder: Path) -> None:
    os.mkfifo(folder / "more.yaml")


def below(folder: Path) -> None:
    (folder / "more.yaml").mkdir()


def huge(folder: Path) -> None:
    (folder / "more.yaml").write_bytes(b"a" * (MAX_BYTES + 1))


def large_in_all(folder: Path) -> None:
    for number in range(4):
        (folder / f"more{number}.yaml").write_bytes(b"a" * (MAX_BYTES // 3))


def many(folder: Path) -> None:
    for number in range(MAX_FILES):
        (folder / f"more{number}.yaml").write_bytes(b"items: []\n")


def laughs(folder: Path) -> None:
    (folder / "more.yaml").write_bytes(b"a: &a [x, x]\nb: &b [*a, *a]\n")


def merge(folder: Path) -> None:
    (folder / "more.yaml").write_bytes(b"<<: {items: []}\n")


def nested(folder: Path) -> None:
    (folder / "more.yaml").write_bytes(b"[" * 30_000)


HOSTILE = {
    link: "link",
    device: "link",
    linked_head: "link",
    pipe: "unreadable",
    below: "unreadable",
    huge: "too-large",
    large_in_all: "too-large",
    many: "too-many",
    laughs: "anchor",
    merge: "merge",
    nested: "too-deep",
}


@pytest.mark.parametrize("how", HOSTILE, ids=lambda how: how.__name__)
def test_hostile_pack_is_refused_by_its_file(how, folder) -> None:
    how(folder)
    with pytest.raises(ContentError) as error:
        load([str(folder)])
    (problem,) = error.value.problems
    assert problem.code == HOSTILE[how]
    assert problem.file.startswith("para")
    assert check(str(folder), TODAY).problems == error.value.problems
