"""What can go wrong, each kind with its exit code.

An error names a sentence of ``questions/words.yaml`` by its id, so the words stay with the
content. It never carries an answer: slots hold file names, line numbers, ids and counts only.
"""

from typing import NamedTuple


class PrepError(Exception):
    """Something the person can be told in one plain sentence.

    ``word`` is the id of that sentence in ``words.yaml``; ``slots`` fill its ``{names}``.
    """

    exit_code = 1

    def __init__(self, word: str, **slots: str) -> None:
        super().__init__(word)
        self.word = word
        self.slots = slots


class InputRefusedError(PrepError):
    """Wrong use, or a file that was given to us and cannot be taken as it is."""

    exit_code = 2


class StoreError(PrepError):
    """The visit file could not be read or saved."""

    exit_code = 4


class Problem(NamedTuple):
    """One fault in a YAML file: where it is and what to do. ``line`` and ``column`` count from 1.

    ``code`` is stable (``unknown-key``); ``text`` is for the person who edits the file.
    A ``warning`` does not stop the program.
    """

    file: str
    line: int
    column: int
    code: str
    text: str
    warning: bool = False

    def __str__(self) -> str:
        text = f"warning: {self.text}" if self.warning else self.text
        return f"{self.file}:{self.line}:{self.column}: [{self.code}] {text}"

    def as_plain(self) -> dict[str, str | int | bool]:
        """Its parts by name, for JSON."""
        return {
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "code": self.code,
            "text": self.text,
            "warning": self.warning,
        }


class ContentError(PrepError):
    """Faults in ``questions/``, all of them at once."""

    exit_code = 3

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("error.content", count=str(len(problems)))
        self.problems = problems


class AnswersFileError(InputRefusedError):
    """Faults in an answers file, all at once. Problems name ids and lines, never answers."""

    def __init__(self, file: str, problems: tuple[Problem, ...]) -> None:
        super().__init__("error.answers_file", file=file, count=str(len(problems)))
        self.problems = problems
