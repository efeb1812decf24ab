"""The content cache only ever saves time: whatever happens to it, the content is the same."""

import os
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pnet_prep.content.cache import KEPT, cached, keep, key_of
from pnet_prep.content.files import states_in
from pnet_prep.content.load import load, load_words
from pnet_prep.content.problem import ContentError
from tests.unit.made import pack

TOPIC = """
section: life
title: Life
place: 20
items: [{id: life.note, type: text, text: Anything else?}]
"""
KEY = "k" * 32
PARTS: dict[str, dict[str, Any]] = {"words": {"hello": "Grüß dich"}, "content": {"rules": []}}


@pytest.fixture
def questions(tmp_path):
    folder = tmp_path / "questions"
    folder.mkdir()
    for name, data in pack(TOPIC).items():
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture
def cache(tmp_path):
    return tmp_path / "cache" / "content"


@pytest.fixture
def no_parsing(monkeypatch):
    """Make parsing fail, so that only the cache can give the content."""

    def refuse(_files):
        raise AssertionError("parsed")

    def forbid():
        monkeypatch.setattr("pnet_prep.content.parse.parse", refuse)

    return forbid


def note(questions: Path, cache: Path) -> str:
    """The text of the one question, as loaded with the cache."""
    return load([str(questions)], str(cache)).questionnaire.by_id["life.note"].text


def kept(cache: Path) -> list[Path]:
    return sorted(cache.glob("content-*"))


def test_second_start_reads_what_the_first_one_kept(questions, cache, no_parsing):
    first = load([str(questions)], str(cache))
    words = load_words([str(questions)], str(cache))
    no_parsing()
    assert load([str(questions)], str(cache)) == first
    assert load_words([str(questions)], str(cache)) == words == first.words


def test_without_a_cache_folder_nothing_is_written(questions, tmp_path):
    before = set(tmp_path.rglob("*"))
    load([str(questions)])
    assert set(tmp_path.rglob("*")) == before


def test_changed_byte_is_seen_at_once(questions, cache):
    note(questions, cache)
    topic = questions / "topic0.yaml"
    topic.write_bytes(topic.read_bytes().replace(b"Anything else?", b"Anything more?"))
    assert note(questions, cache) == "Anything more?"
    assert len(kept(cache)) == 2


def key(questions: Path) -> str:
    return key_of(states_in([str(questions)]))


def test_files_that_stay_as_they_are_keep_their_name(questions):
    assert key(questions) == key(questions)


def rewritten(topic: Path) -> None:
    """Other bytes, as many, with the time of the old ones: only the system's own mark tells."""
    times = topic.stat()
    topic.write_bytes(topic.read_bytes().swapcase())
    os.utime(topic, ns=(times.st_atime_ns, times.st_mtime_ns))


def replaced(topic: Path) -> None:
    """Another file of the same size in the place of the old one."""
    other = topic.with_name("other")
    other.write_bytes(topic.read_bytes())
    other.replace(topic)


CHANGES: dict[str, Callable[[Path], object]] = {
    "longer": lambda topic: topic.write_bytes(topic.read_bytes() + b"\n"),
    "rewritten": rewritten,
    "replaced": replaced,
    "renamed": lambda topic: topic.rename(topic.with_name("topic1.yaml")),
    "taken away": Path.unlink,
    "joined by another": lambda topic: topic.with_name("new.yaml").write_bytes(b""),
}


@pytest.mark.parametrize("how", CHANGES)
def test_changed_file_changes_the_name(how, questions):
    before = key(questions)
    CHANGES[how](questions / "topic0.yaml")
    assert key(questions) != before


def test_each_folder_has_a_name_of_its_own(questions, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    for path in questions.iterdir():
        os.link(path, other / path.name)
    assert key(other) != key(questions)


def test_folder_may_have_a_name_that_is_no_text(questions, cache, no_parsing):
    odd = questions.with_name(os.fsdecode(b"\xff"))
    questions.rename(odd)
    first = note(odd, cache)
    no_parsing()
    assert note(odd, cache) == first


def test_name_tells_which_files_translate_the_others(monkeypatch):
    monkeypatch.setattr("pnet_prep.content.files.translations_in", lambda _whole: ["es"])
    monkeypatch.setattr("pnet_prep.content.files._entries", lambda _folder: ())
    assert key_of(states_in()) != key_of(states_in(language="es"))


def test_name_rests_on_the_version(questions, monkeypatch):
    before = key(questions)
    monkeypatch.setattr("pnet_prep.content.cache.__version__", "999")
    assert key(questions) != before


DAMAGE = {
    "empty": lambda _data: b"",
    "half": lambda data: data[: len(data) // 2],
    "zeros": lambda data: bytes(len(data)),
    "one letter": lambda data: data.replace(b"Anything else?", b"Nothing else??"),
    "other JSON": lambda _data: b"{}",
    "a list": lambda _data: b"[]",
    "deep": lambda _data: b"[" * 100_000,
    "not UTF-8": lambda data: data + b"\xff",
    "a pickle": lambda _data: pickle.dumps({"topics": []}),
}


@pytest.mark.parametrize("how", list(DAMAGE))
def test_damaged_cache_is_parsed_anew_and_mended(how, questions, cache, no_parsing):
    note(questions, cache)
    for path in cache.iterdir():
        path.write_bytes(DAMAGE[how](path.read_bytes()))
    assert note(questions, cache) == "Anything else?"
    assert load_words([str(questions)], str(cache))["answer.yes"]
    no_parsing()
    assert note(questions, cache) == "Anything else?"


def test_nothing_in_the_cache_is_ever_run(questions, cache, tmp_path):
    class Trap:
        def __reduce__(self):
            return os.mkdir, (str(tmp_path / "run"),)

    note(questions, cache)
    for path in cache.iterdir():
        path.write_bytes(pickle.dumps(Trap()))
    assert note(questions, cache) == "Anything else?"
    assert not (tmp_path / "run").exists()


def test_cache_that_cannot_be_written_is_no_fault(questions, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    for cache in (blocked, blocked / "below"):
        assert note(questions, cache) == "Anything else?"
    assert blocked.read_text(encoding="utf-8") == "in the way"


def test_folder_in_the_place_of_a_kept_pack_is_no_fault(questions, cache):
    note(questions, cache)
    for path in kept(cache):
        path.unlink()
        path.mkdir()
    assert note(questions, cache) == "Anything else?"


def test_faulty_pack_is_never_kept(questions, cache):
    (questions / "topic0.yaml").write_text("items: {", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(ContentError):
            load([str(questions)], str(cache))
    assert not cache.exists()


def test_kept_parts_come_back_as_they_were(cache):
    keep(str(cache), KEY, PARTS)
    for part, plain in PARTS.items():
        assert cached(str(cache), KEY, part) == plain
        assert cached(str(cache), "x" * 32, part) is None


def test_only_the_newest_packs_stay(cache):
    for number in range(KEPT + 3):
        keep(str(cache), f"{number}" * 32, PARTS)
        for path in cache.glob(f"*-{number}*"):
            os.utime(path, (number, number))
    assert [path.stem[-1] for path in kept(cache)] == ["3", "4", "5", "6"]
    assert len(list(cache.glob("words-*"))) == KEPT


def test_folder_of_the_cache_is_the_persons_alone(cache):
    keep(str(cache), KEY, PARTS)
    assert cache.stat().st_mode & 0o777 == 0o700
