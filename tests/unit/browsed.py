"""Reading an HTML page back, by Python's own parser."""

from html.parser import HTMLParser
from typing import NamedTuple

from pnet_prep.engine.text import show
from pnet_prep.model.checklist import Checklist
from pnet_prep.render import RenderOptions, render

NORMAL = RenderOptions()
EMPTY = {"br", "input", "meta"}  # elements that have no end


class Element(NamedTuple):
    """An element as it stands in the page, with all text inside it."""

    tag: str
    attributes: dict[str, str]
    inside: tuple[str, ...]
    texts: list[str]

    @property
    def text(self) -> str:
        return folded(unmarked("".join(self.texts)))


class Page(HTMLParser):
    """All elements of a page in order; a fault where one is left open or closed twice."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self.declarations: list[str] = []
        self._open: list[Element] = []
        self.feed(markup)
        self.close()
        assert self._open == []

    def handle_decl(self, decl: str) -> None:
        self.declarations.append(decl)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute twice: {attrs}"
        inside = tuple(element.tag for element in self._open)
        element = Element(tag, {name: value or "" for name, value in attrs}, inside, [])
        self.elements.append(element)
        if tag == "br":
            self.handle_data("\n")
        if tag not in EMPTY:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.texts.append(data)

    def all(self, *tags: str) -> list[Element]:
        return [element for element in self.elements if element.tag in tags]

    def one(self, tag: str) -> Element:
        (element,) = self.all(tag)
        return element

    @property
    def text(self) -> str:
        """What a reader sees, the title of the window too; the style is not for reading."""
        return f"{self.one('title').text} {self.one('body').text}"


def page(checklist: Checklist, options: RenderOptions = NORMAL) -> Page:
    return Page(markup(checklist, options))


def markup(checklist: Checklist, options: RenderOptions = NORMAL) -> str:
    return render("html", checklist, options).data.decode()


def unmarked(text: str) -> str:
    """What was made without the marks that keep words of two directions in their places.

    Those that somebody typed are seen there as signs.
    """
    return text.translate(dict.fromkeys(map(ord, "\u200e\u2067\u2069")))


def folded(text: str) -> str:
    """The text as it is read: unseen characters as marks, white space folded."""
    return " ".join(show(text).split())
