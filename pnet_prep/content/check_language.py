"""Whether every text for patients is plain and keeps to what the program may say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.content.banned import Banned, banned, banned_in
from pnet_prep.content.defined import files_like
from pnet_prep.content.files import packs_in, part_of, questions_folder, read_folder
from pnet_prep.content.patient_texts import MEANING, PatientText, patient_texts
from pnet_prep.content.plain_language import (
    MOST_MEANING_WORDS,
    MOST_WORDS,
    Lexicon,
    grade,
    hard_words,
    lexicon,
    sentences,
    words,
)
from pnet_prep.content.problem import Problem
from pnet_prep.content.report import problem_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pnet_prep.content.nodes import Node

PLAIN_WORDS = "plain_words.txt"
BANNED_PHRASES = "banned_phrases.txt"


class Language:
    """The gate that every text passes: sentence length, long words, banned phrases.

    ``files`` are the bytes of a content folder; where its word lists are missing, the shipped ones
    are taken. Raises ``ValueError`` for a word list that cannot be read, naming file and line.
    """

    def __init__(self, files: dict[str, bytes], nodes: dict[str, Node]) -> None:
        glossaries = files_like("glossary.yaml", nodes)
        terms = [term for name in glossaries for term in nodes[name].parts("terms")]
        explained = [term.text("term") for term in terms]
        explained += [str(form.value) for term in terms for form in term.parts("forms")]
        lists = files_like("medicine_names.yaml", nodes)
        classes = [one for name in lists for one in nodes[name].parts("classes")]
        medicines = [str(name.value) for one in classes for name in one.parts("names")]
        self._lexicon: Lexicon = lexicon(_text(files, PLAIN_WORDS), [*explained, *medicines])
        try:
            self._banned: Banned = banned(_text(files, BANNED_PHRASES), {"medicine": medicines})
        except ValueError as error:
            raise ValueError(f"{BANNED_PHRASES}:{error}") from None

    def faults(self, text: str, most_words: int = MOST_WORDS) -> Iterator[tuple[str, str]]:
        """What is wrong with one text, as codes and what to do."""
        for sentence in sentences(text):
            count = len(words(sentence))
            if count > most_words:
                yield "long", f"{count} words in a sentence, {most_words} at most: {sentence[:40]}…"
        for word in hard_words(text, self._lexicon):
            yield "hard-word", f'"{word}": take an easier word, or explain it in glossary.yaml'
        for phrase in banned_in(text, self._banned):
            yield "banned", f'this says "{phrase}": see banned_phrases.txt, and say it another way'


def check_language(files: dict[str, bytes], nodes: dict[str, Node]) -> Iterator[Problem]:
    """Every fault of language in a content folder, or only in the packs that add to it."""
    try:
        language = Language(files, nodes)
    except ValueError as error:
        file, line, text = (*str(error).split(":", 2), "", "")[:3]
        yield Problem(file, int(line or 1), 1, "word-list", text.strip())
        return
    for one in patient_texts(new_in(nodes)):
        for code, text in language.faults(one.text, _most_words(one)):
            yield problem_at(one.file, one.node, code, text)


def grades(nodes: dict[str, Node]) -> dict[str, float]:
    """The Flesch-Kincaid grade of each file that patients read, rounded to a tenth."""
    by_file: dict[str, list[str]] = {}
    for one in patient_texts(new_in(nodes)):
        by_file.setdefault(one.file, []).append(one.text)
    return {file: round(grade(texts), 1) for file, texts in by_file.items()}


def new_in(nodes: dict[str, Node]) -> dict[str, Node]:
    """The files to look at: all, or those of packs where there are any."""
    packs = packs_in(nodes)
    return {name: node for name, node in nodes.items() if part_of(name) in packs or not packs}


def _most_words(one: PatientText) -> int:
    return MOST_MEANING_WORDS if one.key == MEANING else MOST_WORDS


def _text(files: dict[str, bytes], name: str) -> str:
    data = files[name] if name in files else read_folder(questions_folder())[name]
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise ValueError(f"{name}:{line}: save the file as UTF-8") from None
