"""Errors to one plain sentence and an exit code. Nothing here can hold an answer."""

from __future__ import annotations

import os
import sys

from pnet_prep.cli import last_words
from pnet_prep.cli.pack import words
from pnet_prep.engine.fill import fill
from pnet_prep.errors import AnswersFileError, ContentError, PrepError, StoreError

UNKNOWN_CODE = 1
PIPE_CODE = 141
"""What a shell reports for a program whose reader went away (128 + SIGPIPE)."""


def say_fault(error: Exception) -> int:
    """Say what went wrong on standard error; the result is the exit code."""
    if isinstance(error, BrokenPipeError):
        print(last_words.PIPE, file=sys.stderr)
        return PIPE_CODE
    if isinstance(error, OSError):
        print(last_words.NOT_WRITTEN, file=sys.stderr)
        return StoreError.exit_code
    if not isinstance(error, PrepError):
        print(last_words.UNKNOWN, file=sys.stderr)
        print(f"({_where(error)})", file=sys.stderr)
        return UNKNOWN_CODE
    print(_sentence(error), file=sys.stderr)
    if isinstance(error, (ContentError, AnswersFileError)):
        for problem in error.problems:
            print(problem, file=sys.stderr)
    return error.exit_code


def _sentence(error: PrepError) -> str:
    if isinstance(error, ContentError):
        return last_words.CONTENT
    return fill(words()[error.word], error.slots)


def _where(error: Exception) -> str:
    """The kind of a bug and its place in the program, for a report; never the message."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return type(error).__name__
    file = os.path.basename(trace.tb_frame.f_code.co_filename)
    return f"{type(error).__name__}, {file}:{trace.tb_lineno}"
