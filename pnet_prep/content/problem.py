"""Faults in YAML files, each at its place, and the errors that carry all of them at once."""

from typing import NamedTuple

from pnet_prep.errors import InputRefusedError, PrepError


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
