"""The entry point: what needs nothing from the rest of the program is answered before it loads."""

import gc
import os
import sys

from pnet_prep import __version__

_STDIN, _STDOUT, _STDERR = 0, 1, 2
_ASKS_NOTHING = {"--help", "--no-input", "--template"}


def main() -> None:
    """Run the command line. `--version` and `--help` cost little more than Python's own start."""
    if None in {sys.stdin, sys.stdout, sys.stderr}:
        from pnet_prep.cli.streams import open_closed_streams

        open_closed_streams()
    text = _fixed_text(sys.argv[1:])
    if text:
        _write(text)
    else:
        _greet(sys.argv[1:])
        _run_whole_program()


def _fixed_text(arguments: list[str]) -> bytes:
    """What the arguments ask for, if it is known without loading the program; else nothing."""
    match arguments:
        case ["--version"]:
            return f"pnet-prep {__version__}\n".encode()
        case [] | ["--help"]:
            return _top_help()
        case _:
            return b""


def _top_help() -> bytes:
    """What Typer prints for `--help`, kept equal by a test; nothing where the file is missing."""
    try:
        with open(os.path.join(os.path.dirname(__file__), "cli", "top_help.txt"), "rb") as file:
            return file.read()
    except OSError:
        return b""


def _greet(arguments: list[str]) -> None:
    """Say something at once to a person who will wait for the first question."""
    asks = arguments[:1] == ["start"] and _ASKS_NOTHING.isdisjoint(arguments)
    if asks and os.isatty(_STDIN) and os.isatty(_STDERR):
        from contextlib import suppress

        from pnet_prep.cli.last_words import GREETING

        with suppress(OSError):  # whoever closed the terminal needs no greeting
            os.write(_STDERR, f"{GREETING}\n".encode())


def _write(text: bytes) -> None:
    try:
        os.write(_STDOUT, text)
    except OSError as error:
        from pnet_prep.cli.faults import say_fault

        sys.exit(say_fault(error))


def _run_whole_program() -> None:
    # Python 3.15 can leave every import until its first use, which saves a third of the start.
    set_lazy_imports = getattr(sys, "set_lazy_imports", None)
    if set_lazy_imports is not None:
        set_lazy_imports("all")
    else:
        from pnet_prep.lazily import put_off

        put_off()
    # Commands are short and make no cycles worth collecting; an interview turns it on again.
    gc.disable()
    try:
        from pnet_prep.cli.app import run

        run()
    except KeyboardInterrupt as interrupt:
        # Ctrl-C while the program is still loading: nothing is open yet, so nothing is lost.
        from pnet_prep.cli.faults import say_fault

        raise SystemExit(say_fault(interrupt)) from None


if __name__ == "__main__":
    main()
