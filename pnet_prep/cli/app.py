"""The command line: registers the commands and turns what goes wrong into one sentence."""

from __future__ import annotations

import os
import sys

import typer

from pnet_prep.cli import help_texts
from pnet_prep.cli.check import check
from pnet_prep.cli.export import export
from pnet_prep.cli.faults import say_fault
from pnet_prep.cli.forget import forget
from pnet_prep.cli.list_visits import list_visits
from pnet_prep.cli.show import show
from pnet_prep.cli.start import start
from pnet_prep.cli.where import where

app = typer.Typer(
    name="pnet-prep",
    help=help_texts.APP,
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command("start", help=help_texts.START)(start)
app.command("show", help=help_texts.SHOW)(show)
app.command("list", help=help_texts.LIST)(list_visits)
app.command("export", help=help_texts.EXPORT)(export)
app.command("where", help=help_texts.WHERE)(where)
app.command("forget", help=help_texts.FORGET)(forget)
app.command("check", help=help_texts.CHECK)(check)


@app.callback()
def top(
    *, version: bool = typer.Option(False, "--version", help=help_texts.VERSION, is_eager=True)
) -> None:
    """Answer ``--version`` when it stands among other words; alone it never gets here."""
    if version:
        from pnet_prep import __version__

        print(f"pnet-prep {__version__}")
        raise typer.Exit


def run() -> None:
    """Run the command line; nothing a person does ends in a traceback."""
    os.umask(0o077)
    try:
        app()
    except Exception as error:  # noqa: BLE001 - the one place that turns errors into a sentence
        sys.exit(say_fault(error))
