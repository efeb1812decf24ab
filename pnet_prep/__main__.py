"""The entry point: what needs nothing from the rest of the program is answered before it loads."""

import os
import sys

from pnet_prep import __version__

_STDOUT = 1


def main() -> None:
    """Run the command line. `--version` and `--help` cost little more than Python's own start."""
    if not _answered_at_once(sys.argv[1:]):
        _run_whole_program()


def _answered_at_once(arguments: list[str]) -> bool:
    """Whether the arguments asked for a fixed text and it was written."""
    try:
        match arguments:
            case ["--version"]:
                os.write(_STDOUT, f"pnet-prep {__version__}\n".encode())
            case ["--help"]:
                os.write(_STDOUT, _top_help())
            case _:
                return False
    except OSError:
        # A closed pipe, a full disk, a damaged install: the whole program knows how to say it.
        return False
    return True


def _top_help() -> bytes:
    """What Typer prints for `--help`, kept equal by a test."""
    with open(os.path.join(os.path.dirname(__file__), "cli", "top_help.txt"), "rb") as file:
        return file.read()


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
