"""The command line: one module a command, imported only when it is the one that is run."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, NoReturn

import typer

from pnet_prep.cli import help_texts
from pnet_prep.store.folder import private_umask

if TYPE_CHECKING:
    from collections.abc import Iterable

COMMANDS = {
    "start": ("pnet_prep.cli.start", help_texts.START),
    "show": ("pnet_prep.cli.show", help_texts.SHOW),
    "list": ("pnet_prep.cli.list_visits", help_texts.LIST),
    "export": ("pnet_prep.cli.export", help_texts.EXPORT),
    "where": ("pnet_prep.cli.where", help_texts.WHERE),
    "forget": ("pnet_prep.cli.forget", help_texts.FORGET),
    "check": ("pnet_prep.cli.check", help_texts.CHECK),
}
"""Command name to the module whose ``run`` it is, and its help, in the order of ``--help``."""


def app_with(names: Iterable[str]) -> typer.Typer:
    """The command line with these commands."""
    app = typer.Typer(
        name="pnet-prep",
        help=help_texts.APP,
        callback=_top,
        add_completion=False,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    for name in names:
        module, text = COMMANDS[name]
        app.command(name, help=text)(import_module(module).run)
    return app


def run() -> NoReturn:
    """Run the command line; nothing a person does ends in a traceback."""
    private_umask()
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    try:
        app_with([wanted] if wanted in COMMANDS else COMMANDS)()
        code = 0
    except SystemExit as leaving:
        code = leaving.code if isinstance(leaving.code, int) else 0
    except Exception as error:  # noqa: BLE001 - the one place that turns errors into a sentence
        code = _fault(error)
    _end(code)


def _fault(error: Exception) -> int:
    from pnet_prep.cli.faults import say_fault

    return say_fault(error)


def _end(code: int) -> NoReturn:
    """Leave at once: taking a finished program apart takes a tenth of its time."""
    try:
        for stream in filter(None, (sys.stdout, sys.stderr)):
            stream.flush()
    except OSError as error:
        code = _fault(error)
    os._exit(code)


def _top(
    *, version: bool = typer.Option(False, "--version", help=help_texts.VERSION, is_eager=True)
) -> None:
    if version:
        from pnet_prep import __version__

        print(f"pnet-prep {__version__}")
        raise typer.Exit
