"""Whether every text for patients is plain and keeps to what the program may say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.content.banned import Banned, banned, banned_in
from pnet_prep.content.defined import files_like
from pnet_prep.content.files import bare, packs_in, part_of, questions_folder, read_folder
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
from pnet_prep.content.texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pnet_prep.content.nodes import Node
    from pnet_prep.content.texts import Text

PLAIN_WORDS = "plain_words.txt"
BANNED_PHRASES = "banned_phrases.txt"
MEANING = "plain"
"""The key of what a glossary term means, which is kept shorter than other texts."""

_NOT_READ = frozenset({"places.yaml", "medicine_names.yaml"})
_NAMES = {"glossary.yaml": ("term",), "pack.yaml": ("publisher", "contact")}
"""What is called so, and cannot be put into plainer words."""


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
    for one in _patient_texts(nodes):
        most = MOST_MEANING_WORDS if one.key == MEANING else MOST_WORDS
        for code, text in language.faults(str(one.node.value), most):
            yield problem_at(one.file, one.node, code, text)


def grades(nodes: dict[str, Node]) -> dict[str, float]:
    """The Flesch-Kincaid grade of each file that patients read, rounded to a tenth."""
    by_file: dict[str, list[str]] = {}
    for one in _patient_texts(nodes):
        by_file.setdefault(one.file, []).append(str(one.node.value))
    return {file: round(grade(said), 1) for file, said in by_file.items()}


def _patient_texts(nodes: dict[str, Node]) -> Iterator[Text]:
    """All that a patient reads, in file order; where packs add to it, only what they bring."""
    packs = packs_in(nodes)
    new = {name: node for name, node in nodes.items() if part_of(name) in packs or not packs}
    for one in texts(new):
        file = bare(one.file)
        if not (one.optional or file in _NOT_READ or one.key in _NAMES.get(file, ())):
            yield one


def _text(files: dict[str, bytes], name: str) -> str:
    data = files[name] if name in files else read_folder(questions_folder())[name]
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise ValueError(f"{name}:{line}: save the file as UTF-8") from None
