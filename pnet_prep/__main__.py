"""The entry point: what needs nothing from the rest of the program is answered before it loads."""

import os
import sys

from pnet_prep import __version__

_STDOUT = 1


def main() -> None:
    """Run the command line. `--version` and `--help` cost little more than Python's own start."""
    text = _fixed_text(sys.argv[1:])
    if text:
        _write(text)
    else:
        _run_whole_program()


def _fixed_text(arguments: list[str]) -> bytes:
    """What the arguments ask for, if it is known without loading the program; else nothing."""
    match arguments:
        case ["--version"]:
            return f"pnet-prep {__version__}\n".encode()
        case ["--help"]:
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
    try:
        from pnet_prep.cli.app import run

        run()
    except KeyboardInterrupt:
        # Ctrl-C while the program is still loading: nothing is open yet, so nothing is lost.
        raise SystemExit(130) from None


if __name__ == "__main__":
    main()
