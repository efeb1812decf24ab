"""A command line that does not fit, as one sentence in our own words."""

from __future__ import annotations

import sys
from difflib import get_close_matches
from typing import TYPE_CHECKING

from typer._click.exceptions import BadOptionUsage

from pnet_prep.cli.app import COMMANDS, NAME
from pnet_prep.errors import InputRefusedError

if TYPE_CHECKING:
    from typer._click.exceptions import UsageError


def usage_error(error: UsageError) -> InputRefusedError:
    """What to tell the person. Of what was typed, only the name of an option is repeated."""
    first = "".join(sys.argv[1:2])
    option, parameter = getattr(error, "option_name", ""), getattr(error, "param", None)
    if option:
        return _option(error, option, f"{NAME} {first}" if first in COMMANDS else NAME)
    if parameter:
        choices = ", ".join(filter(None, parameter.type.choices))
        return InputRefusedError("error.choices", option=parameter.opts[0], choices=choices)
    if error.ctx and error.ctx.parent:
        return InputRefusedError("error.too_many_words")
    if close := get_close_matches(first, COMMANDS, 1):
        return InputRefusedError("error.command_close", close=close[0])
    return InputRefusedError("error.no_such_command")


def _option(error: UsageError, option: str, command: str) -> InputRefusedError:
    if isinstance(error, BadOptionUsage) and option in sys.argv:
        return InputRefusedError("error.option_alone", option=option, command=command)
    if close := getattr(error, "possibilities", None):
        return InputRefusedError(
            "error.option_close", option=option, close=close[0], command=command
        )
    return InputRefusedError("error.option", option=option, command=command)
