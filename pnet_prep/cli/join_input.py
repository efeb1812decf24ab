"""What a file to join holds: a visit file, or the answers of browser forms, one or several."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING, NamedTuple

from pnet_prep.cli.handed import is_handed, not_read, read_handed
from pnet_prep.cli.unlocking import opened_file
from pnet_prep.engine.text import show_line
from pnet_prep.errors import InputRefusedError
from pnet_prep.store.age import without_armor
from pnet_prep.store.atomic import MAX_BYTES, read_file
from pnet_prep.store.folder import MAGIC
from pnet_prep.store.head import Head
from pnet_prep.store.lines import LONGEST_ROW, line_of, other_line
from pnet_prep.store.received import Received, is_visit_file, received
from pnet_prep.store.title import titled
from pnet_prep.store.visit import response_in

if TYPE_CHECKING:
    from pnet_prep.content.form_answers import FormAnswers
    from pnet_prep.model.content import Content
    from pnet_prep.store.age import Key
    from pnet_prep.store.lines import Lines


class Incoming(NamedTuple):
    """A visit to join: what it brings, and the form that it comes from, if it comes from one.

    ``key`` is what a copy of a locked visit was opened with; ``plain`` the form as it came.
    """

    found: Received
    form: FormAnswers | None = None
    key: Key | None = None
    plain: object = None


class Input(NamedTuple):
    """All that one file brings, and how many forms in it are not whole."""

    incoming: tuple[Incoming, ...]
    torn: int = 0


def read_input(source: str, name: str, pack: Content, known: Lines) -> Input:
    """Read a file, or standard input; ``name`` is its name to show.

    ``known`` are lines of files that were read before: they are not read again.

    What stands in it decides what it is, never what it is called. Raises ``InputRefusedError``.
    """
    data, key = _bytes(source, name), None
    if (bare := without_armor(data)).startswith(MAGIC):
        data, key = opened_file(source, name, bare)
    if is_visit_file(data):
        return Input((Incoming(received(data, name, known), key=key),))
    from pnet_prep.content.form_text import find_forms

    found = find_forms(data)
    if found.forms:
        return Input(tuple(from_form(one, pack, name) for one in found.forms), found.torn)
    if found.big:
        raise InputRefusedError("error.join_too_big", file=name)
    if found.torn:
        raise InputRefusedError("error.form_torn", file=name)
    return Input((Incoming(received(data, name, known)),))


def from_form(plain: object, pack: Content, name: str, person: str = "") -> Incoming:
    """What a form brings; ``person`` is who filled it in, where only somebody here knows."""
    from pnet_prep.content.form_answers import read_form

    form = read_form(plain, pack, name, person)
    lines: Lines = {line_of(answer): answer for answer in form.answers}
    lines.update((other_line(one.plain), None) for one in form.unread)
    if any(len(row) > LONGEST_ROW for row in lines):
        raise InputRefusedError("error.join_too_big", file=name)
    head = titled(Head(form.own), response_in(lines))
    return Incoming(Received(head, lines, 0, whole=True), form, plain=plain)


def _bytes(source: str, name: str) -> bytes:
    try:
        return read_handed(source, MAX_BYTES + 1) if is_handed(source) else read_file(source)
    except OSError as error:
        big = error.errno == errno.EFBIG
        raise InputRefusedError(
            "error.join_too_big" if big else not_read(error), file=name
        ) from None


def name_of(source: str) -> str:
    """What a source is called on the screen."""
    return "answers" if is_handed(source) else show_line(os.path.basename(source))
