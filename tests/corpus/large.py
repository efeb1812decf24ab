"""The files of the corpus that are too large to be kept, and those that are no real files.

Nothing but the standard library is needed: ``python tests/corpus/large.py FOLDER`` makes them all,
about 400 MB, for any program that is to be tried with them.
"""

import json
import os
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

KIB, MIB = 1 << 10, 1 << 20
VISIT_MOST = 16 * MIB
PACK_MOST = MIB


def sealed(row: bytes) -> bytes:
    return row + b" #" + sha256(row).hexdigest()[:12].encode()


NAME = (
    '- {"id": "82be1947a8778ed862b2", "item": "person.name", "value": "Zoë", "by": "patient", '
    '"typed": "patient", "at": 1795000000000, "on": "2026-11-20", "nonce": "aaaabbbbccccdddd"} '
    "#b6ad1b856525"
).encode()
"""A line as the program wrote it, so that there is something to be read beside the rest."""


def visit(*rows: bytes) -> bytes:
    """A visit file with these lines under its head."""
    head = (b"format: 1", b'visit: "aaaaaaaa"', b'follows: ""', b'title: ""', b'visit_date: ""')
    end = b"end: %d" % len(rows)
    return b"\n".join((*map(sealed, head), sealed(b"packs: []"), b"answers:", *rows, end, b""))


def answer(value: str, item: str = "visit.reason") -> bytes:
    """The line of an answer; ``value`` is JSON. Its id does not fit, so it counts as changed."""
    rest = '"by": "patient", "typed": "patient", "at": 1795000000000, "on": "2026-11-20"'
    text = f'- {{"id": "{"0" * 20}", "item": "{item}", "value": {value}, {rest}, "nonce": "n"}}'
    return text.encode()


def form(value: str) -> bytes:
    """What a browser form writes, with this JSON for the answer."""
    head = (
        '"pnet-prep": "form answers", "format": 1, "visit": "aaaaaaaa", "form": "0f3k9s8d7a6g5h4j"'
    )
    said = f'[{{"item": "visit.reason", "value": {value}, "at": 1795608000000}}]'
    return f'{{{head}, "as": "patient", "person": null, "answers": {said}}}'.encode()


def answers(text: bytes) -> bytes:
    return b"answers:\n  visit.reason: " + text + b"\n"


def repeated(part: bytes, size: int) -> bytes:
    return (part * (size // len(part) + 1))[:size]


def numbered(form: str, count: int) -> bytes:
    return "".join(form.replace("#", str(number)) for number in range(count)).encode()


ROOM = VISIT_MOST - 2 * KIB
MADE: dict[str, Callable[[], bytes]] = {
    "text-of-ten-megabytes.answers.yaml": lambda: answers(b"a" * (10 << 20)),
    "text-of-20001-letters.answers.yaml": lambda: answers(b"a" * 20_001),
    "hundred-thousand-keys.answers.yaml": lambda: b"answers:\n" + numbered("  k#: a\n", 100_000),
    "fifty-thousand-keys.answers.yaml": lambda: b"answers:\n" + numbered("  k#: a\n", 49_000),
    "unknown-questions.answers.yaml": lambda: b"answers:\n" + numbered("  symptom.x#: a\n", 40_000),
    "same-key-always.answers.yaml": lambda: b"answers:\n" + b"  visit.reason: a\n" * 49_000,
    "more-medicines-than-anybody-takes.answers.yaml": lambda: (
        b"answers:\n  medicine:\n" + numbered("    - {medicine.name: pill #}\n", 24_000)
    ),
    "sixty-kib-of-brackets.answers.yaml": lambda: b"[" * 30_000 + b"]" * 30_000,
    "lists-without-end.answers.yaml": lambda: b"answers: [" + b"[]," * 300_000,
    "mappings-in-each-other.answers.yaml": lambda: b"answers: " + b"{a: " * 50_000,
    "keys-of-keys.answers.yaml": lambda: b"? " * 500_000,
    "one-quote-after-the-other.answers.yaml": lambda: b'"' * PACK_MOST,
    "spaces-alone.answers.yaml": lambda: b" " * PACK_MOST,
    "remarks-alone.answers.yaml": lambda: b"#\n" * (PACK_MOST // 2),
    "zeros-to-a-mebibyte.answers.yaml": lambda: bytes(PACK_MOST),
    "text-of-20000-digits.answers.yaml": lambda: answers(b"9" * 20_000),
    "fifty-long-medicines.answers.yaml": lambda: (
        b"answers:\n  medicine:\n" + (b"    - {medicine.name: " + b"x " * 9_000 + b"}\n") * 50
    ),
    "larger-than-a-mebibyte.questions.yaml": lambda: b"# " + b"x" * PACK_MOST,
    "sixty-kib-of-brackets.questions.yaml": lambda: b"section: " + b"[" * 30_000 + b"]" * 30_000,
    "keys-without-end.questions.yaml": lambda: b"section: para\n" + numbered("k#: a\n", 40_000),
    "one-line.visit.yaml": lambda: b"a" * VISIT_MOST,
    "short-lines.visit.yaml": lambda: repeated(b"- a\n", VISIT_MOST),
    "line-ends-to-sixteen-mebibytes.visit.yaml": lambda: b"\n" * VISIT_MOST,
    "zeros-to-sixteen-mebibytes.visit.yaml": lambda: bytes(VISIT_MOST),
    "over-sixteen-mebibytes.visit.yaml": lambda: b"a" * (VISIT_MOST + 1),
    "lists-without-end.visit.yaml": lambda: visit(NAME, sealed(b"- [" + repeated(b"[],", ROOM))),
    "lists-in-an-unsealed-line.visit.yaml": lambda: visit(NAME, answer(f"[{'[],' * 5_000_000}[]]")),
    "mappings-in-the-head.visit.yaml": lambda: (
        sealed(b"packs: [" + repeated(b"{},", ROOM - 3) + b"{}]") + b"\n" + visit(NAME)
    ),
    "lists-in-each-other.visit.yaml": lambda: visit(NAME, sealed(b"- " + b"[" * ROOM)),
    "options-without-end.visit.yaml": lambda: visit(NAME, answer(json.dumps(["a"] * 3_000_000))),
    "thousand-numbers-of-4000-digits.visit.yaml": lambda: visit(
        NAME, sealed(b"- [" + b",".join([b"9" * 4_000] * 1_000) + b"]")
    ),
    "head-without-end.visit.yaml": lambda: (
        visit(NAME) + b"\n".join(sealed(b"k%d: 1" % number) for number in range(49_000))
    ),
    "nearly-ten-thousand-answers.visit.yaml": lambda: visit(
        *(answer(f'"pain {number}"') for number in range(9_900))
    ),
    "text-of-three-hundred-kib.visit.yaml": lambda: visit(answer(json.dumps("pain " * 60_000))),
    "brackets-as-text.visit.yaml": lambda: visit(answer(json.dumps("[{" * 50_000))),
    "text-of-60000-letters.form.json": lambda: form(json.dumps("a" * 60_000)),
    "larger-than-a-mebibyte.form.json": lambda: form(json.dumps("a" * PACK_MOST)),
    "sixty-kib-of-brackets.form.json": lambda: form("[" * 30_000 + "]" * 30_000),
    "lists-without-end.form.json": lambda: form(f"[{'[],' * 300_000}[]]"),
    "hundred-forms-that-never-end.form.json": lambda: (
        (b'{"pnet-prep": ["' + b'a", "' * 20_000) * 100
    ),
    "brackets-after-a-mail.form.json": lambda: b"Hi\n" + b"{ " * 4_000_000,
    "begin-without-end.form.json": lambda: b"BEGIN PNET-PREP ANSWERS\n" * 300_000,
    "over-sixteen-mebibytes.shared.yaml": lambda: b"format: 1\n" + b"a" * VISIT_MOST,
    "line-ends-to-sixteen-mebibytes.shared.yaml": lambda: b"format: 1" + b"\n" * ROOM,
    "lists-without-end.shared.yaml": lambda: visit(sealed(b"- [" + repeated(b"[],", ROOM))),
    "answer-of-300-kib.shared.yaml": lambda: visit(answer(json.dumps("a" * 300 * KIB))),
    "fifty-thousand-answers.shared.yaml": lambda: visit(
        *(answer(f'"pain {number}"') for number in range(50_000))
    ),
}


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_folder(path: Path) -> None:
    path.mkdir()


def a_link_to_itself(path: Path) -> None:
    path.symlink_to(path)


def a_link_to_nowhere(path: Path) -> None:
    path.symlink_to(path.parent / "nowhere")


def a_device_of_zeros(path: Path) -> None:
    path.symlink_to("/dev/zero")


NO_FILES: dict[str, Callable[[Path], None]] = {
    f"{made.__name__.replace('_', '-')}.{kind}.yaml": made
    for made in (a_pipe, a_folder, a_link_to_itself, a_link_to_nowhere, a_device_of_zeros)
    for kind in ("answers", "visit", "shared")
}


def make(name: str, path: Path) -> None:
    """Make one of them under this path."""
    if name in MADE:
        path.write_bytes(MADE[name]())
    else:
        NO_FILES[name](path)


if __name__ == "__main__":
    for each in (*MADE, *NO_FILES):
        make(each, Path(sys.argv[1]) / each)
