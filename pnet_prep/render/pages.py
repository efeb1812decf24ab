"""What all pages for a browser share: one gate for texts, a policy, and the foot of the paper.

Each page stands alone: no picture, no font, nothing from elsewhere. Its content security policy
lets in nothing but what is inside it, known by its hash.
"""

from __future__ import annotations

import base64
import os
import re
from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from pnet_prep.digest import sha256
from pnet_prep.engine.text import show
from pnet_prep.render.typography import bind_units

if TYPE_CHECKING:
    from pnet_prep.render.rendering import RenderOptions

_FOLDER = os.path.dirname(__file__)
_PAPERS = {"a4": "A4", "letter": "letter"}
_PAGE_NUMBERS = {"{page}": "counter(page)", "{pages}": "counter(pages)"}
_LANGUAGE = "[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*"
_LONGEST_FOOTER = 90  # letters


@cache
def environment() -> Environment:
    """Templates of this folder. Every text passes through the gate and is made safe."""
    pages = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_gate,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    pages.filters["own_lines"] = _own_lines
    pages.filters["piece"] = _piece
    pages.tests["said"] = line
    return pages


def line(text: str) -> str:
    """A text as one line that hides nothing."""
    return bind_units(" ".join(show(text).split()))


def language_tag(language: str) -> str:
    """The language as a page names it; English where it is not the tag of one."""
    tag = language.replace("_", "-")
    return tag if re.fullmatch(_LANGUAGE, tag) else "en"


def read(name: str) -> str:
    """A file of this folder. Raises ``OSError``."""
    with open(os.path.join(_FOLDER, name), encoding="utf-8") as file:
        return file.read()


def without_remarks(code: str) -> str:
    """A style sheet or script without indents, empty lines and remarks, which all stand alone."""
    bare = re.sub(r"^/\*.*?\*/$", "", code, flags=re.DOTALL | re.MULTILINE)
    lines = (one.strip() for one in bare.split("\n"))
    return "".join(f"{one}\n" for one in lines if one and not one.startswith(("//", "/* ")))


def hashed(inside: str) -> str:
    """How a content security policy names what stands inside a ``style`` or ``script``."""
    return "sha256-" + base64.b64encode(sha256(inside.encode()).digest()).decode()


def paper_rule(options: RenderOptions, footer: str, page: str) -> str:
    """The size of the paper, and what stands at the foot of every piece of it.

    ``page`` is a sentence with ``{page}`` and ``{pages}`` in it.
    """
    foot = line(footer)
    foot = foot if len(foot) <= _LONGEST_FOOTER else f"{foot[: _LONGEST_FOOTER - 1]}…"
    parts = re.split(r"(\{pages?\})", page)
    number = " ".join(_PAGE_NUMBERS.get(part) or _css_string(show(part)) for part in parts)
    return (
        f"@page {{ size: {_PAPERS[options.paper]}; "
        f"@bottom-left {{ content: {_css_string(foot)} }} "
        f"@bottom-right {{ content: {number} }} }}\n"
    )


def _gate(value: object) -> object:
    """Jinja calls it for all that it puts into the page."""
    return line(value) if type(value) is str else value  # a subclass of str is finished markup


def _piece(text: str) -> Markup:
    """A part of a line between two tags: the spaces at its ends belong to it, quotes can stay."""
    safe = str(escape(bind_units(show(text))))
    return Markup(safe.replace("&#34;", '"').replace("&#39;", "'"))  # noqa: S704 - escaped above


def _own_lines(text: str) -> list[str]:
    return [one for one in text.split("\n") if line(one)]


def _css_string(text: str) -> str:
    """The text as a string of a style sheet, with all but plain letters and digits escaped.

    So no text can end the string, the rule or the style.
    """
    plain = (c if c.isascii() and c.isalnum() else f"\\{ord(c):x} " for c in text)
    return f'"{"".join(plain)}"'
