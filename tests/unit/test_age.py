"""Bytes that a passphrase or a key locks: nothing else opens them, no made-up file costs time."""

import subprocess
import sys
import time
from base64 import encodebytes
from pathlib import Path

import pytest

from pnet_prep.errors import StoreError
from pnet_prep.store import age
from pnet_prep.store.age import (
    NotOpenedError,
    fresh_key,
    key_from,
    locked_with,
    opened_with,
    opened_with_passphrase,
    opens_with_passphrase,
    with_passphrase,
    without_armor,
)
from pnet_prep.store.atomic import MAX_BYTES
from tests.unit.locked import OTHER_PASSPHRASE, PASSPHRASE, SEALED, WRONG, key

DATA = "format: 1\nä é 漢".encode() * 9000


def test_new_key_opens_with_its_passphrase_and_shows_nothing_of_itself(monkeypatch):
    monkeypatch.setattr(age, "_TRIES", 1)  # each takes a second
    made = fresh_key("vier Wörter für hier")
    inside = opened_with_passphrase(made.sealed, "vier Wörter für hier")
    assert inside.decode() == str(made.identity)
    assert opens_with_passphrase(made.sealed)
    assert "AGE-SECRET" not in f"{made!r}{made}"


def test_key_opens_what_it_locked_and_nothing_else():
    locked = locked_with(key(), DATA)
    assert not opens_with_passphrase(locked)
    assert opened_with(key(), locked) == DATA
    assert opened_with(key(OTHER_PASSPHRASE), locked) is None
    assert locked_with(key(), DATA) != locked


@pytest.mark.parametrize("at", [0, 25, 60, 130, 200, 300, 70_000, -1])
def test_no_damage_gives_other_bytes(at):
    locked = bytearray(locked_with(key(), DATA))
    locked[at] ^= 1
    opened = opened_with(key(), bytes(locked))
    # A stanza of no meaning is put beside the key's; damage there shows in the check of both.
    assert opened is None
    assert opened_with(key(), bytes(locked[:at])) is None


@pytest.mark.parametrize("cut", [0, 10, 22, 40, 90, 120, 200, 250])
def test_key_file_that_is_cut_short_is_not_opened(cut):
    with pytest.raises(NotOpenedError):
        key_from(SEALED[PASSPHRASE][:cut], PASSPHRASE)


def test_wrong_passphrase_and_damage_are_told_apart():
    sealed = SEALED[PASSPHRASE]
    damaged = sealed[:-1] + bytes([sealed[-1] ^ 1])
    for data, passphrase, told in (
        (sealed, WRONG, "error.wrong_passphrase"),
        (damaged, WRONG, "error.wrong_passphrase"),
        (damaged, PASSPHRASE, "error.locked_damaged"),
        (sealed[:-20], PASSPHRASE, "error.locked_damaged"),
        (b"", PASSPHRASE, "error.locked_damaged"),
        (locked_with(key(), b"x"), PASSPHRASE, "error.locked_damaged"),
    ):
        with pytest.raises(NotOpenedError) as refused:
            key_from(data, passphrase)
        assert refused.value.word == told
        assert refused.value.exit_code == 4


@pytest.mark.parametrize(
    "work", [b"21", b"23", b"63", b"64", b"99", b"020", b"1e9", b"-3", b"", b"9" * 500]
)
def test_made_up_work_is_refused_before_it_is_done(work):
    first, salted, *rest = SEALED[PASSPHRASE].split(b"\n")
    made_up = b"\n".join([first, salted.rsplit(b" ", 1)[0] + b" " + work, *rest])
    before = time.process_time()
    with pytest.raises(StoreError) as refused:
        opened_with_passphrase(made_up, PASSPHRASE)
    assert time.process_time() - before < 0.2
    assert refused.value.word == "error.too_much_work"


LITTLE_MEMORY = """
import resource, sys
from pnet_prep.errors import StoreError
from pnet_prep.store.age import opened_with_passphrase
resource.setrlimit(resource.RLIMIT_AS, (600 << 20, 600 << 20))
try:
    opened_with_passphrase(sys.stdin.buffer.read(), "words")
except StoreError as error:
    print(error.word)
"""


def test_too_little_memory_is_told_and_ends_no_program():
    made_up = SEALED[PASSPHRASE].replace(b" 2\n", b" 20\n", 1)
    done = subprocess.run(
        [sys.executable, "-c", LITTLE_MEMORY], input=made_up, capture_output=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"error.no_memory\n", b"")


def test_work_of_a_second_lock_counts_too():
    first, salted, *rest = SEALED[PASSPHRASE].split(b"\n")
    more = salted.rsplit(b" ", 1)[0] + b" 30"
    with pytest.raises(StoreError) as refused:
        opened_with_passphrase(b"\n".join([first, salted, rest[0], more, *rest]), PASSPHRASE)
    assert refused.value.word == "error.too_much_work"


def test_file_that_is_too_big_is_refused_before_it_is_opened():
    big = SEALED[PASSPHRASE] + bytes(MAX_BYTES)
    before = time.process_time()
    with pytest.raises(NotOpenedError):
        opened_with_passphrase(big, PASSPHRASE)
    assert time.process_time() - before < 0.2


def test_what_a_mail_program_made_of_it_is_read_too():
    sealed = SEALED[PASSPHRASE]
    armored = age._ARMOR + b"\r\n" + encodebytes(sealed) + age._ARMOR_END + b"\n"
    assert without_armor(armored) == sealed
    assert without_armor(sealed) == sealed
    assert without_armor(age._ARMOR + b"!!!" + age._ARMOR_END).startswith(age._ARMOR)


def test_what_is_not_given_back_is_not_trusted(monkeypatch):
    monkeypatch.setattr(age, "opened_with_passphrase", lambda *_: b"something else")
    monkeypatch.setattr(age, "_pyrage", lambda: Pretended)
    with pytest.raises(StoreError) as refused:
        with_passphrase(b"data", PASSPHRASE)
    assert refused.value.word == "error.not_locked"


class Pretended:
    """Locks in no time, and badly."""

    class passphrase:  # noqa: N801 - a module's name
        @staticmethod
        def encrypt(data: bytes, _: str) -> bytes:
            return data


def test_without_the_part_that_locks_one_sentence_says_so(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyrage", None)
    for use in (
        lambda: fresh_key(PASSPHRASE),
        lambda: key_from(SEALED[PASSPHRASE], PASSPHRASE),
    ):
        with pytest.raises(StoreError) as refused:
            use()
        assert refused.value.word == "error.no_secure"


@pytest.mark.system("age")
def test_stock_age_opens_what_a_key_locked(tmp_path: Path):
    (tmp_path / "plain.key").write_text(f"{key().identity}\n")
    (tmp_path / "visit.age").write_bytes(locked_with(key(), DATA))
    opened = subprocess.run(
        ["age", "-d", "-i", "plain.key", "visit.age"], cwd=tmp_path, capture_output=True, check=True
    )
    assert opened.stdout == DATA
