r"""A person's words as Markdown that reads back as exactly those words.

The rules hold for CommonMark and GitHub's extensions (tables, task lists, bare links): what could
be markup anywhere gets a backslash everywhere, what is markup only at the start of a line gets
one there.
"""

from __future__ import annotations

import re

from pnet_prep.engine.text import in_order, show

_ANYWHERE = "\\`*_[]<>&|~$@"  # the backslash first, as those before the others are no marks
_LINE_START = ("#", "=", "+", ":", "-")
_LINK = r"(?i)\b(https?|ftp|mailto|xmpp)(:)|\b(www)(\.)"


def line(text: str) -> str:
    """The text as one line: every run of white space, line ends too, becomes one space."""
    escaped = in_order(" ".join(show(text).split()))
    for mark in _ANYWHERE:
        if mark in escaped:
            escaped = escaped.replace(mark, f"\\{mark}")
    if escaped.startswith(_LINE_START):
        escaped = f"\\{escaped}"
    elif _is_numbered(escaped):
        number, space, rest = escaped.partition(" ")
        escaped = f"{number[:-1]}\\{number[-1]}{space}{rest}"
    # A link has a colon or begins with www: most lines need not be searched for one.
    if ":" in escaped or "www" in escaped.casefold():
        escaped = re.sub(_LINK, r"\1\3\\\2\4", escaped)
    return escaped


def _is_numbered(text: str) -> bool:
    """Whether a line would be read as one of a numbered list: up to nine digits and a mark."""
    number = text.partition(" ")[0]
    return number.endswith((".", ")")) and number[:-1].isdecimal() and len(number) <= 10


def heading(text: str) -> str:
    """`line` for a heading, where a run of # at the end would be taken for its frame."""
    escaped = line(text)
    bare = escaped.rstrip("#")
    count = len(escaped) - len(bare)
    if bare == "\\":  # nothing but such marks: the first one has its backslash
        bare = ""
    return bare + "\\#" * count


def passage(text: str, indent: str = "") -> str:
    """The text with its own line ends as hard breaks, ``indent`` before all lines but the first."""
    lines = filter(None, map(line, text.split("\n")))
    return f"\\\n{indent}".join(lines)
