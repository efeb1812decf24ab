"""``pnet-prep check``: everything that can be proved about a content folder, for its editors."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from pnet_prep.content.build import build
from pnet_prep.content.check_calendar import check_calendar
from pnet_prep.content.check_conditions import check_conditions
from pnet_prep.content.check_inventory import check_inventory
from pnet_prep.content.check_language import check_language, grades
from pnet_prep.content.check_personal import check_personal
from pnet_prep.content.check_repeats import check_repeats
from pnet_prep.content.check_sources import check_sources
from pnet_prep.content.check_translation import check_translation
from pnet_prep.content.check_unused import check_unused
from pnet_prep.content.check_unverified import Unverified, check_unverified
from pnet_prep.content.files import (
    bare,
    packs_in,
    part_of,
    questions_folder,
    read_questions,
    translations_in,
)
from pnet_prep.content.index import option_nodes
from pnet_prep.content.inventory import INVENTORY, Point, read_inventory
from pnet_prep.content.parse import parse, parse_with_places
from pnet_prep.content.problem import ContentError, Problem
from pnet_prep.content.report import problem_at
from pnet_prep.engine.prover import Prover

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pnet_prep.content.assemble import Pack
    from pnet_prep.content.index import Index
    from pnet_prep.content.parse import Parsed
    from pnet_prep.model.content import Content

RETIRED = "retired.txt"


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found: problems in order of file and line, and figures that are never a fault.

    ``grades`` are the Flesch-Kincaid grades of files that patients read; ``unverified`` is what
    rests on a source not read, or read in part; ``points`` are those of the inventory. All is empty
    and ``content`` missing when a file cannot be used.
    """

    problems: tuple[Problem, ...]
    grades: dict[str, float]
    unverified: tuple[Unverified, ...] = ()
    points: tuple[Point, ...] = ()
    content: Content | None = None

    @property
    def faults(self) -> int:
        """How many problems stop the program or a release."""
        return sum(not problem.warning for problem in self.problems)


def check(folder: str, today: date, *, release: bool = False) -> Checked:
    """Check a content folder, the shipped one by default; a pack together with the shipped one.

    ``today`` says which reviews are overdue: warnings, and faults for a ``release``. Of a whole set
    the translations inside it are checked too.
    """
    try:
        files = read_questions([folder] if folder else [])
    except ContentError as error:
        return Checked(error.problems, {})
    checked = check_files(files, today, release=release)
    told = list(checked.problems)
    whole = "" if packs_in(files) else folder or questions_folder()
    for name in translations_in(whole) if whole else ():
        told += check_translation(os.path.join(whole, name), release=release).problems
    return replace(checked, problems=tuple(told))


def check_files(files: dict[str, bytes], today: date, *, release: bool = False) -> Checked:
    """Check the bytes of the files of a content folder.

    Where packs add to it, only what they bring is told.
    """
    return _check(files, parse_with_places(files), today, release=release)


def parse_checked(
    files: dict[str, bytes], translation: dict[str, bytes] | None = None
) -> tuple[Pack, tuple[Problem, ...]]:
    """The pack as plain data and all its problems, those that only a check finds among them.

    The check reads English, so a ``translation`` is put on what has passed it.
    """
    parsed = parse_with_places(files)
    # The day, not the moment: reviews are due by a date, and those are only warnings.
    problems = _check(files, parsed, date.today(), release=False).problems  # noqa: DTZ011
    if translation and all(problem.warning for problem in problems):
        return parse(files, translation)
    return parsed.pack, problems


def _check(files: dict[str, bytes], parsed: Parsed, today: date, *, release: bool) -> Checked:
    if any(not problem.warning for problem in parsed.problems):
        return Checked(parsed.problems, {})
    content = build(parsed.pack)
    prover = Prover(content, today)
    problems = (
        *parsed.problems,
        *check_conditions(content, parsed.index, prover),
        *check_repeats(content, parsed.index, prover),
        *check_unused(content, parsed.index),
        *check_personal(content, parsed.index),
        *check_calendar(content, parsed.index),
        *check_sources(content, parsed, today, release=release),
        *check_language(files, parsed.nodes),
        *check_inventory(files, parsed.nodes),
        *_retired(files, parsed.index),
    )
    packs = packs_in(files)
    told = sorted(one for one in problems if not packs or part_of(one.file) in packs)
    unread = check_unverified(content, parsed)
    return Checked(
        problems=tuple(told),
        grades=grades(parsed.nodes),
        unverified=tuple(one for one in unread if not packs or part_of(one.file) in packs),
        points=read_inventory(files.get(INVENTORY, b"").decode("utf-8", "replace")),
        content=content,
    )


def retired_ids(text: str) -> frozenset[str]:
    """The ids in ``retired.txt``; an option is written ``visit.stage:new``."""
    lines = map(str.strip, text.splitlines())
    return frozenset(line for line in lines if line and not line.startswith("#"))


def _retired(files: dict[str, bytes], index: Index) -> Iterator[Problem]:
    """Ids that are used although ``retired.txt`` says they never will be again."""
    lists = [data for name, data in files.items() if bare(name) == RETIRED]
    retired = retired_ids("\n".join(data.decode("utf-8", "replace") for data in lists))
    used = [(name, *place) for known in index.ids.values() for name, place in known.items()]
    for link_id, item in index.items.items():
        options = option_nodes(item.node).items()
        used += [(f"{link_id}:{option}", item.file, node) for option, node in options]
    for name, file, node in used:
        if name in retired:
            text = f'"{name}" is in {RETIRED}: an id is never used again, choose another'
            yield problem_at(file, node, "retired", text)
