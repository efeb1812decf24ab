"""Errors to one plain sentence and an exit code. Nothing here can hold an answer."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from typer._click.exceptions import UsageError

from pnet_prep.cli import last_words
from pnet_prep.cli.leaving import left_code
from pnet_prep.cli.pack import words_of_fault
from pnet_prep.cli.streams import print_line
from pnet_prep.cli.usage import usage_error
from pnet_prep.content.problem import AnswersFileError, ContentError
from pnet_prep.engine.fill import say
from pnet_prep.engine.text import show_line
from pnet_prep.errors import PrepError, StoreError

UNKNOWN_CODE = 1
PIPE_CODE = 141
"""What a shell reports for a program whose reader went away (128 + SIGPIPE)."""


def say_fault(error: Exception | KeyboardInterrupt) -> int:
    """Say what went wrong on standard error; the result is the exit code."""
    match error:
        case KeyboardInterrupt():
            return _say(left_code(), last_words.LEFT)
        case BrokenPipeError():
            return _say(PIPE_CODE, last_words.PIPE)
        case OSError():
            return _say(StoreError.exit_code, last_words.NOT_WRITTEN)
        case UsageError():
            return say_fault(usage_error(error))
        case PrepError():
            return _say_known(error)
        case _:
            return _say(UNKNOWN_CODE, last_words.UNKNOWN, f"({_where(error)})")


def _say_known(error: PrepError) -> int:
    try:
        sentence = _sentence(error)
    except ContentError as unreadable:  # the words for it are in what cannot be read
        error, sentence = unreadable, last_words.CONTENT
    problems = error.problems if isinstance(error, (ContentError, AnswersFileError)) else ()
    return _say(error.exit_code, sentence, *map(str, problems))


def _say(code: int, *lines: str) -> int:
    # Where nobody can read, the exit code has to do.
    with suppress(OSError):
        for line in lines:
            print_line(show_line(line), sys.stderr)
    return code


def _sentence(error: PrepError) -> str:
    if isinstance(error, ContentError):
        return last_words.CONTENT
    return say(words_of_fault(), error.word, error.slots)


def _where(error: Exception) -> str:
    """The kind of a bug and its place in the program, for a report; never the message."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return type(error).__name__
    file = os.path.basename(trace.tb_frame.f_code.co_filename)
    return f"{type(error).__name__}, {file}:{trace.tb_lineno}"
