"""``docs/coverage.md``: which point, answer and source leads to which text, for a reviewer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.content.coverage_answers import answer_lines
from pnet_prep.content.coverage_points import point_lines
from pnet_prep.content.coverage_sources import source_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pnet_prep.content.inventory import Point
    from pnet_prep.model.content import Content

INTRODUCTION = """\
# What covers what

This page is written from `questions/`; change that folder, never this page. How it is brought up
to date is said in `docs/contributing.md`. Ids are those of `questions/`.

- [Points](#points): each point of `questions/inventory.txt`, and where it is asked, paired with a
  question for the doctor, prepared or explained.
- [Answers](#answers): each answer of the interview, and what it can lead to.
- [Sources](#sources): each source, and what rests on it.

`symptom.*.onset` and the like stand for that question about every symptom."""


def coverage(content: Content, points: Iterable[Point]) -> Iterator[str]:
    """The page as lines of Markdown: the same for the same content on any day."""
    yield from INTRODUCTION.splitlines()
    yield from point_lines(content, points)
    yield from answer_lines(content)
    yield from source_lines(content)
