"""A command line that does not fit, as one sentence in our own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.errors import InputRefusedError

if TYPE_CHECKING:
    from typer._click.exceptions import UsageError


def usage_error(error: UsageError) -> InputRefusedError:
    """What to tell the person. Of what was typed, only the name of an option is repeated."""
    context = error.ctx
    option, parameter = getattr(error, "option_name", ""), getattr(error, "param", None)
    if option:
        command = context.command_path if context else "pnet-prep"
        return InputRefusedError("error.option", option=option, command=command)
    if parameter:
        choices = ", ".join(filter(None, parameter.type.choices))
        return InputRefusedError("error.choices", option=parameter.opts[0], choices=choices)
    if context and context.parent:
        return InputRefusedError("error.too_many_words")
    return InputRefusedError("error.no_such_command")
