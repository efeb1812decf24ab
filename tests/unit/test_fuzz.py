"""Twenty thousand files made by chance: each is read or refused in a plain way, and at once."""

import time
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from pnet_prep.content.answers_file import read_answers
from pnet_prep.content.form_answers import read_form
from pnet_prep.content.form_text import find_forms
from pnet_prep.content.nodes import read
from pnet_prep.engine.compose import compose
from pnet_prep.engine.picture import look
from pnet_prep.engine.text import show
from pnet_prep.errors import InputRefusedError
from pnet_prep.render import RenderOptions, render
from pnet_prep.store.codec import decode, encode
from pnet_prep.store.head import HEAD_BYTES, peek, restored
from pnet_prep.store.received import received
from pnet_prep.store.visit import response_in
from tests.longer import dice, times
from tests.unit.fuzzing import a_form, files
from tests.unit.made import EMPTY, TODAY
from tests.unit.written import MADE

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
SECONDS = 0.5
LOOKED_AT = 40
"""Of so many files that were read, one is also put on paper."""


def read_yaml(data: bytes) -> None:
    node, problems = read(data, "x")
    assert node or problems
    assert all(one.line >= 1 and one.column >= 1 and one.text for one in problems)


def read_answers_file(data: bytes) -> None:
    response = read_answers(data, "x", MADE, NOW, EMPTY).response
    for answer in response.answers:
        repr(answer).encode("utf-8", "backslashreplace")


def read_visit(data: bytes) -> None:
    contents = decode(data, {})
    again = decode(encode(restored(contents.head, "aaaaaaaa"), contents.lines), {})
    assert again.lines == contents.lines
    assert again.whole
    head = peek(data[:HEAD_BYTES], "aaaaaaaa")
    show(head.title + head.visit_date).encode()


def read_shared(data: bytes) -> None:
    found = received(data, "x")
    assert all(answer is None or answer.id for answer in found.lines.values())
    assert found.head.visit.isalnum()


def read_forms(data: bytes) -> None:
    found = find_forms(data)
    for form in found.forms:
        read_form(form, MADE, "x")


KINDS: dict[str, tuple[str, Callable[[bytes], None]]] = {
    "yaml": ("questions", read_yaml),
    "answers": ("answers", read_answers_file),
    "visit": ("visit", read_visit),
    "shared": ("shared", read_shared),
    "form": ("form", read_forms),
}


@pytest.mark.row("T9", "files made by chance, each read or refused at once")
@pytest.mark.parametrize("name", KINDS)
def test_files_made_by_chance_are_read_or_refused_at_once(
    name: str, survived: Callable[[int], None]
) -> None:
    kind, reads = KINDS[name]
    rolled = dice(f"fuzz {name}")
    ends = [0, 0]
    for data in files(kind, rolled, times(4_000), a_form if kind == "form" else None):
        start = time.process_time()
        try:
            reads(data)
            ends[0] += 1
        except InputRefusedError:
            ends[1] += 1
        assert time.process_time() - start < SECONDS, data[:500]
    assert sum(ends) == times(4_000)
    assert min(ends[0], ends[1] or 1)
    survived(sum(ends))


@pytest.mark.parametrize("kind", ["visit", "shared"])
def test_what_is_left_of_a_hurt_file_can_be_put_on_paper(kind: str) -> None:
    rolled = dice(f"fuzz {kind} on paper")
    seen = 0
    for number, data in enumerate(files(kind, rolled, times(4_000))):
        if number % LOOKED_AT:
            continue
        checklist = compose(look(MADE, response_in(decode(data, {}).lines), TODAY))
        for form in ("md", "html", "txt", "json"):
            made = render(form, checklist, RenderOptions()).data.decode()
            assert show(made) == made
        seen += 1
    assert seen >= 100
