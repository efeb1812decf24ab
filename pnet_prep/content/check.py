"""``pnet-prep check``: everything that can be proved about a content folder, for its editors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pnet_prep.content.build import build
from pnet_prep.content.check_conditions import check_conditions
from pnet_prep.content.check_inventory import check_inventory
from pnet_prep.content.check_language import check_language, grades
from pnet_prep.content.check_repeats import check_repeats
from pnet_prep.content.check_sources import check_sources
from pnet_prep.content.check_unused import check_unused
from pnet_prep.content.check_unverified import Unverified, check_unverified
from pnet_prep.content.files import questions_folder, read_folder
from pnet_prep.content.index import option_nodes
from pnet_prep.content.inventory import INVENTORY, Point, read_inventory
from pnet_prep.content.parse import parse_with_places
from pnet_prep.engine.prover import Prover
from pnet_prep.errors import ContentError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from pnet_prep.content.index import Index
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
    """Check a content folder, the shipped one by default.

    ``today`` says which reviews are overdue: warnings, and faults for a ``release``.
    """
    try:
        files = read_folder(folder or questions_folder())
    except ContentError as error:
        return Checked(error.problems, {})
    return check_files(files, today, release=release)


def check_files(files: dict[str, bytes], today: date, *, release: bool = False) -> Checked:
    """Check the bytes of the files of a content folder."""
    parsed = parse_with_places(files)
    if any(not problem.warning for problem in parsed.problems):
        return Checked(parsed.problems, {})
    content = build(parsed.pack)
    prover = Prover(content, today)
    problems = (
        *parsed.problems,
        *check_conditions(content, parsed.index, prover),
        *check_repeats(content, parsed.index, prover),
        *check_unused(content, parsed.index),
        *check_sources(content, parsed, today, release=release),
        *check_language(files, parsed.nodes),
        *check_inventory(files, parsed.nodes),
        *_retired(files, parsed.index),
    )
    return Checked(
        problems=tuple(sorted(problems)),
        grades=grades(parsed.nodes),
        unverified=check_unverified(content, parsed),
        points=read_inventory(files.get(INVENTORY, b"").decode("utf-8", "replace")),
        content=content,
    )


def retired_ids(text: str) -> frozenset[str]:
    """The ids in ``retired.txt``; an option is written ``visit.stage:new``."""
    lines = map(str.strip, text.splitlines())
    return frozenset(line for line in lines if line and not line.startswith("#"))


def _retired(files: dict[str, bytes], index: Index) -> Iterator[Problem]:
    """Ids that are used although ``retired.txt`` says they never will be again."""
    retired = retired_ids(files.get(RETIRED, b"").decode("utf-8", "replace"))
    used = [(name, *place) for known in index.ids.values() for name, place in known.items()]
    for link_id, item in index.items.items():
        options = option_nodes(item.node).items()
        used += [(f"{link_id}:{option}", item.file, node) for option, node in options]
    for name, file, node in used:
        if name in retired:
            text = f'"{name}" is in {RETIRED}: an id is never used again, choose another'
            yield Problem(file, node.line, node.column, "retired", text)
