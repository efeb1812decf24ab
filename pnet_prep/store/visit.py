"""One visit: opened, added to, and saved so that no answer is lost.

A save never trusts what was read earlier: it unites what is on disk now with what is to be saved,
so a second window, a synced copy or a restored file adds answers and takes none away.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from pnet_prep.digest import sha256
from pnet_prep.errors import StoreError
from pnet_prep.model.fixed import Fixed
from pnet_prep.model.response import QuestionnaireResponse
from pnet_prep.store.atomic import DAMAGED_MARK, private_folder, read_file, replace_file
from pnet_prep.store.codec import MAX_LINES, decode, encode
from pnet_prep.store.copies import Copies, LockedError, gather, relocked, unlocked
from pnet_prep.store.custody import both_there, changed_hands, keep_key
from pnet_prep.store.failures import not_read, not_saved
from pnet_prep.store.folder import (
    LOCKED,
    MAGIC,
    real_file,
    visit_file,
    visit_name,
)
from pnet_prep.store.head import Head, restored
from pnet_prep.store.ids import fresh_id
from pnet_prep.store.lines import LONGEST_READ, line_of, replaced_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pnet_prep.model.response import Answer
    from pnet_prep.store.age import Key
    from pnet_prep.store.lines import Lines

_TRIES = 5
_PAUSE = 0.05


class StoreNotice(Fixed):
    """Something about the file that the person should know: a word id and what fills its slots."""

    word: str
    slots: dict[str, str]


class Visit(Fixed):
    """A visit as it was read, and what was added since.

    ``path`` is the real file, links followed; ``lines`` everything it holds, also kinds of record
    that are not known here; ``read_only`` is set for a file of a newer format; ``pending`` while
    something waits to be saved; ``key`` is what it is locked with, if it is.
    """

    path: str
    head: Head
    lines: Lines
    notices: tuple[StoreNotice, ...] = ()
    read_only: bool = False
    pending: bool = False
    key: Key | None = None

    @cached_property
    def response(self) -> QuestionnaireResponse:
        """All answers in it."""
        return response_in(self.lines)

    def __repr__(self) -> str:
        return f"Visit({self.path!r})"  # never an answer

    @property
    def id(self) -> str:
        """The id of the visit, the same on every computer."""
        return self.head.visit

    def with_answers(self, new: Iterable[Answer]) -> Visit:
        """The visit with some more answers, not yet saved. Those it has already change nothing."""
        held = {answer.id for answer in self.response.answers}
        lines = {line_of(answer): answer for answer in new if answer.id not in held}
        return self._replace(lines={**self.lines, **lines}, pending=True) if lines else self

    def with_lines(self, lines: Lines) -> Visit:
        """The visit with the lines of another file of it too, byte for byte, not yet saved."""
        new = {row: answer for row, answer in lines.items() if row not in self.lines}
        return self._replace(lines={**self.lines, **new}, pending=True) if new else self

    def with_packs(self, titles: Mapping[str, str]) -> Visit:
        """The visit that remembers these packs too, by slug and title, not yet saved."""
        head = _with_packs(self.head, titles, titles)
        return self if head == self.head else self._replace(head=head, pending=True)


def response_in(lines: Lines) -> QuestionnaireResponse:
    """All answers in these lines, and what they say was replaced."""
    answers = tuple([answer for answer in lines.values() if answer is not None])
    others = [replaced_in(row) for row, answer in lines.items() if answer is None]
    return QuestionnaireResponse(answers, frozenset(filter(None, others)))


def new_visit(data: str, *, visit: str = "", follows: str = "", key: Key | None = None) -> Visit:
    """A visit to begin in a data folder; its file is made by the first `save`.

    A ``visit`` id that is given names one visit for ever: if it is there, it is opened. Without
    one the id is new. ``follows`` is the id of the visit before. With a ``key`` it is locked from
    its first save on.
    """
    path = visit_file(data, visit or fresh_id())
    while os.path.lexists(path):
        if visit:
            return open_visit(path, key)
        path = visit_file(data, fresh_id())
    head = Head(visit or visit_name(path), follows)
    return Visit(os.path.realpath(path + LOCKED if key else path), head, {}, key=key)


def open_visit(path: str, key: Key | None = None) -> Visit:
    """The visit in a file, with all that earlier states and unfinished saves know of it.

    Writes nothing. Raises ``LockedError`` where it is locked and no ``key`` is given, and
    ``StoreError`` where the file cannot be read or nothing in it can be understood; lesser damage
    is told in ``notices``.
    """
    real = real_file(path)
    try:
        copies = gather(real, {}, key)
    except OSError as error:
        raise not_read(error, path) from error
    if copies.data is None and copies.empty:
        raise StoreError("error.no_visit", file=path)
    both = both_there(real)
    if copies.empty and both and key is None:
        raise LockedError(path)  # the locked file beside it may be whole
    if copies.empty:
        raise StoreError("error.unreadable", file=path)
    head = restored(copies.head, visit_name(path))
    locked_file = real.endswith(LOCKED) or (copies.data or b"").startswith(MAGIC)
    notices = _notices(copies, path, both=both)
    used = key if locked_file else None
    return Visit(real, head, copies.lines, notices, copies.newer, key=used)


def save(visit: Visit) -> Visit:
    """The visit after everything pending is on disk, united with what another window saved.

    Raises ``StoreError``; then the file is as it was or better, and the visit that was passed in
    still holds what is pending, so saving it again is enough.
    """
    if visit.read_only:
        raise StoreError("error.newer_format", file=visit.path)
    if not visit.pending:
        return visit
    from pnet_prep.store.lock import locked  # only who saves holds a lock

    try:
        private_folder(os.path.dirname(visit.path))
        with locked(visit.path) as held:
            for _ in range(_TRIES):
                began = time.monotonic()
                saved = _save_once(visit, clear=held)
                if saved is not None and (held or _stays(saved, time.monotonic() - began)):
                    return saved
    except OSError as error:
        raise not_saved(error, visit.path) from error
    raise StoreError("error.not_saved", file=visit.path)


def _save_once(visit: Visit, *, clear: bool) -> Visit | None:
    """The saved visit, or ``None`` where a writer without the lock came between."""
    from pnet_prep.store.title import titled

    if changed_hands(visit.path, visit.key):
        raise StoreError("error.lock_changed", file=visit.path)
    if visit.key:
        keep_key(visit.path, visit.key)
    copies = gather(visit.path, visit.lines, visit.key)
    if copies.newer:
        raise StoreError("error.newer_format", file=visit.path)
    united = visit._replace(lines={**copies.lines, **visit.lines}, pending=False)
    head = titled(_joined(visit.head, copies.head), united.response)
    if len(united.lines) > MAX_LINES:
        raise StoreError("error.file_too_big", file=visit.path)
    notices = _set_aside(copies, visit.path)
    data = relocked(encode(head, united.lines), visit.key)
    try:
        replace_file(visit.path, data, generations=not copies.damaged, keep_temp=True)
    except FileNotFoundError:
        return None  # the other writer took our temp file for an unfinished save
    written = decode(unlocked(read_file(visit.path), visit.key) or b"", united.lines)
    if not united.lines.keys() <= written.lines.keys():
        return None
    if clear:
        for temp in copies.temps:
            with suppress(OSError):
                os.unlink(temp)
    return united._replace(head=head, notices=(*visit.notices, *notices))


def _stays(saved: Visit, took: float) -> bool:
    """Whether what was saved without the lock is there once writers that began before are done.

    They did not know of it. ``took`` is how long a save takes here, in seconds.
    """
    time.sleep(_PAUSE + 2 * took)
    return saved.lines.keys() <= gather(saved.path, saved.lines, saved.key).main.lines.keys()


def _set_aside(copies: Copies, path: str) -> tuple[StoreNotice, ...]:
    """Keep the bytes of a damaged file under another name before it is replaced."""
    if copies.data is None or not copies.damaged:
        return ()

    aside = f"{path}{DAMAGED_MARK}{sha256(copies.data).hexdigest()[:12]}"
    if not os.path.exists(aside):
        replace_file(aside, copies.data)
    return (StoreNotice("notice.set_aside", {"file": aside}),)


def _notices(copies: Copies, path: str, *, both: bool) -> tuple[StoreNotice, ...]:
    if copies.newer:
        return (StoreNotice("notice.newer_format", {"file": path}),)
    found: list[StoreNotice] = []
    if both:
        found.append(StoreNotice("notice.half_locked", {"file": path}))
    if not copies.main.whole:
        count = sum(answer is not None for answer in copies.lines.values())
        found.append(StoreNotice("notice.damaged", {"file": path, "count": str(count)}))
    if any(len(row) > LONGEST_READ for row in copies.lines):
        found.append(StoreNotice("notice.too_long", {"file": path}))
    if copies.main.changed:
        found.append(StoreNotice("notice.changed_outside", {"count": str(copies.main.changed)}))
    return tuple(found)


def _joined(head: Head, found: dict[str, object]) -> Head:
    """The head to write: ours, and packs that another window used."""
    theirs = restored(found, head.visit)
    both = _with_packs(theirs, head.packs, dict(head.pack_titles))
    return head._replace(packs=both.packs, pack_titles=both.pack_titles)


def _with_packs(head: Head, packs: Iterable[str], titles: Mapping[str, str]) -> Head:
    return head._replace(
        packs=tuple(dict.fromkeys((*head.packs, *packs))),
        pack_titles=tuple({**dict(head.pack_titles), **titles}.items()),
    )
