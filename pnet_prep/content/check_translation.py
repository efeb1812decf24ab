"""What a translator still has to do, and what in a translation cannot be used as it is."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from pnet_prep.content.check_translated import mark, numbers_in
from pnet_prep.content.files import PACK_FILE, part_of, read_questions, translation_in
from pnet_prep.content.nodes import Node, read
from pnet_prep.content.parse import parse_with_places
from pnet_prep.content.plain_language import MOST_WORDS, sentences, words
from pnet_prep.content.problem import ContentError, Problem
from pnet_prep.content.report import Report, counted
from pnet_prep.content.translate import read_translated
from pnet_prep.engine.fill import FORMS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pnet_prep.content.check_translated import Translated


class Tally(NamedTuple):
    """How far a translation is: all texts, those said in the language, and those that stay English.

    ``optional`` texts are not ``missing``: the language may do without them.
    """

    texts: int = 0
    translated: int = 0
    missing: int = 0
    stale: int = 0
    optional: int = 0


class CheckedTranslation(NamedTuple):
    """What was found: problems in order of file and line, how far it is, and every text.

    ``found`` is empty where a file cannot be read.
    """

    problems: tuple[Problem, ...]
    tally: Tally = Tally()
    found: tuple[Translated, ...] = ()

    @property
    def faults(self) -> int:
        """How many problems keep it from being used."""
        return sum(not problem.warning for problem in self.problems)


def check_translation(folder: str, *, release: bool = False) -> CheckedTranslation:
    """Check the translation in a folder against the English it belongs to.

    That is the whole set around the folder, or the shipped one. Of no other language is the plain
    language known, only how long sentences are. For a ``release`` nothing may be missing, and
    somebody has to have read it.
    """
    try:
        english = parse_with_places(read_questions(_set_around(folder)))
        files = dict(translation_in([folder]))
    except ContentError as error:
        return CheckedTranslation(error.problems)
    if any(not problem.warning for problem in english.problems):
        return CheckedTranslation(english.problems)
    reports = {name: Report(name) for name in files}
    found = tuple(read_translated(english.nodes, files, reports))
    label = part_of(next(iter(files)))
    head = reports.setdefault(f"{label}/{PACK_FILE}", Report(f"{label}/{PACK_FILE}"))
    if not _reviewed(files[head.file]):
        text = 'nobody with medical training has read it: once somebody has, add "reviewed_by"'
        head.at(Node("", 1, 1), "unreviewed", text, warning=not release)
    for file in dict.fromkeys(one.text.file for one in found):
        report = reports.setdefault(f"{label}/{file}", Report(f"{label}/{file}"))
        _check_file([one for one in found if one.text.file == file], report, release=release)
    problems = sorted(problem for report in reports.values() for problem in report.problems)
    return CheckedTranslation(tuple(problems), _tally(found), found)


def _set_around(folder: str) -> list[str]:
    around = os.path.dirname(os.path.abspath(folder))
    return [around] if os.path.isfile(os.path.join(around, "words.yaml")) else []


def _reviewed(data: bytes) -> bool:
    head, _ = read(data, PACK_FILE)
    return head is not None and bool(head.text("reviewed_by"))


def _tally(found: tuple[Translated, ...]) -> Tally:
    return Tally(
        texts=len(found),
        translated=sum(one.done for one in found),
        missing=sum(not one.begun and not one.text.optional for one in found),
        stale=sum(one.begun and one.stale for one in found),
        optional=sum(not one.begun and one.text.optional for one in found),
    )


def _check_file(found: list[Translated], report: Report, *, release: bool) -> None:
    if not any(one.begun for one in found):
        if count := sum(not one.text.optional for one in found):
            text = f"not translated yet: {counted(count, 'text')} of this file, that is all of it"
            report.at(Node("", 1, 1), "untranslated", text, warning=not release)
        return
    for one in found:
        name = f"{one.text.group}, {one.text.name}"
        place = one.of or Node("", 1, 1)
        if one.done:
            for code, told in _doubts(one):
                report.at(one.now or place, code, told, warning=True)
        elif one.begun:
            text = f"the English has changed ({name}): mend the text, then put of: {mark(one.text)}"
            report.at(place, "stale", text, warning=True)
        elif not one.text.optional:
            text = f"not translated yet: {name}"
            report.at(place, "untranslated", text, warning=not release)


def _doubts(one: Translated) -> Iterator[tuple[str, str]]:
    """What may well be right in the language, but is worth a second look."""
    english, now = one.text.said, one.now
    if now is None or not isinstance(english, str) or not isinstance(now.value, str):
        return
    for sentence in sentences(now.value):
        if (count := len(words(sentence))) > MOST_WORDS:
            yield "long", f"{count} words in a sentence, {MOST_WORDS} at most: {sentence[:40]}…"
    if one.text.name == FORMS:  # each language has numbers of its own
        return
    if Counter(numbers_in(english)) != Counter(numbers_in(now.value)):
        yield "number", "the numbers are not those of the English text: look again"
