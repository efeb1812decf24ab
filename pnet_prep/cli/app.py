"""The command line: one module a command, imported only when it is the one that is run."""

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from importlib import import_module
from typing import NoReturn

import typer
from typer.main import get_command

from pnet_prep.cli import help_texts
from pnet_prep.cli.leaving import leave_on_signals
from pnet_prep.cli.streams import print_any_letter
from pnet_prep.store.folder import private_umask

NAME = "pnet-prep"

COMMANDS = {
    "start": ("pnet_prep.cli.start", help_texts.START),
    "review": ("pnet_prep.cli.review", help_texts.REVIEW),
    "show": ("pnet_prep.cli.show", help_texts.SHOW),
    "rehearse": ("pnet_prep.cli.rehearse", help_texts.REHEARSE),
    "after": ("pnet_prep.cli.after", help_texts.AFTER),
    "list": ("pnet_prep.cli.list_visits", help_texts.LIST),
    "export": ("pnet_prep.cli.export", help_texts.EXPORT),
    "form": ("pnet_prep.cli.form", help_texts.FORM),
    "share": ("pnet_prep.cli.share", help_texts.SHARE),
    "join": ("pnet_prep.cli.join", help_texts.JOIN),
    "protect": ("pnet_prep.cli.protect", help_texts.PROTECT),
    "unprotect": ("pnet_prep.cli.unprotect", help_texts.UNPROTECT),
    "where": ("pnet_prep.cli.where", help_texts.WHERE),
    "forget": ("pnet_prep.cli.forget", help_texts.FORGET),
    "doctor": ("pnet_prep.cli.doctor", help_texts.DOCTOR),
    "check": ("pnet_prep.cli.check", help_texts.CHECK),
}
"""Command name to the module whose ``run`` it is, and its help, in the order of ``--help``."""


_WITH_OPTIONS = {"pnet_prep.cli.list_visits": "pnet_prep.cli.list_said_in"}
"""A command that does so little that to declare its options would take longer than to run it."""


def app_with(names: Iterable[str]) -> typer.Typer:
    """The command line with these commands."""
    app = typer.Typer(
        name=NAME,
        help=help_texts.APP,
        callback=_top,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    for name in names:
        module, text = COMMANDS[name]
        if any(word.startswith("-") for word in sys.argv):
            module = _WITH_OPTIONS.get(module, module)
        app.command(name, help=text)(import_module(module).run)
    return app


def run() -> NoReturn:
    """Run the command line; nothing a person does ends in a traceback."""
    private_umask()
    print_any_letter()
    leave_on_signals()
    code = _code()
    with suppress(OSError):  # what is left over after a fault
        sys.stdout.flush()
    # Taking a finished program apart takes a tenth of its time.
    os._exit(code)


def _code() -> int:
    """Run the command that was asked for, to the end of what it prints; the exit code."""
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    try:
        code = _invoke(app_with([wanted] if wanted in COMMANDS else COMMANDS))
        if not code:  # a command is done when all it printed is written
            sys.stdout.flush()
    except KeyboardInterrupt as leaving:
        return _fault(leaving)
    except Exception as error:  # noqa: BLE001 - the one place that turns errors into a sentence
        return _fault(error)
    return code


def _fault(error: Exception | KeyboardInterrupt) -> int:
    from pnet_prep.cli.faults import say_fault

    return say_fault(error)


def _invoke(app: typer.Typer) -> int:
    """Run without Typer's own ending, which says nothing of a closed pipe."""
    command = get_command(app)
    try:
        with command.make_context(NAME, sys.argv[1:]) as context:
            command.invoke(context)
    except typer.Exit as leaving:
        return leaving.exit_code
    return 0


def _top(
    *, version: bool = typer.Option(False, "--version", help=help_texts.VERSION, is_eager=True)
) -> None:
    if version:
        from pnet_prep import __version__

        print(f"pnet-prep {__version__}")
        raise typer.Exit
