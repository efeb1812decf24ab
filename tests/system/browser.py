"""A real browser without a window: pages of the program in it, seen, heard and printed."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import axe_playwright_python
import fontpkg_noto_sans
from playwright.sync_api import Browser, Page, sync_playwright
from pypdf import PdfReader

from pnet_prep.model.checklist import Checklist
from pnet_prep.render import RenderOptions, render
from tests.unit.printed import squeezed

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
NOTO = Path(fontpkg_noto_sans.__file__).parent / "files"
AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
STRICTER = {"color-contrast-enhanced": {"enabled": True}}  # 7:1, for tired and for old eyes
NORMAL = RenderOptions()
NOTE = "They said to come back in two weeks. " * 12
COLORS = """() => [...document.querySelectorAll("body, body *")].flatMap(one => {
    const style = getComputedStyle(one)
    const drawn = ["Top", "Right", "Bottom", "Left"]
        .filter(side => parseFloat(style[`border${side}Width`]) > 0)
        .map(side => style[`border${side}Color`])
    return [style.color, style.backgroundColor, ...drawn]
})"""
FILL = """note => {
    document.querySelectorAll("input").forEach(box => { box.checked = true })
    document.querySelectorAll("details").forEach(part => { part.open = true })
    document.querySelectorAll("textarea").forEach((field, number) => {
        field.value = `${number}: ${note}`
    })
}"""


class Look(NamedTuple):
    """How a page is looked at; ``filled`` with every box ticked and a note in every field."""

    scheme: Any = "light"
    width: int = 1100
    options: RenderOptions = NORMAL
    filled: bool = False
    contrast: Any = "no-preference"


AS_IT_COMES = Look()


@contextmanager
def browser(home: Path) -> Iterator[Browser]:
    """The browser of this computer with the fonts of the program, so that it prints as everywhere.

    What it writes for itself goes below ``home``.
    """
    fonts = home / "fonts.conf"
    fonts.write_text(
        f"<fontconfig><dir>{NOTO}</dir><cachedir>{home / 'fonts'}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=FLAGS,
            env={**os.environ, "HOME": str(home), "FONTCONFIG_FILE": str(fonts)},
        )
        yield started
        started.close()


@contextmanager
def opened(
    browser: Browser, folder: Path, checklist: Checklist, look: Look = AS_IT_COMES
) -> Iterator[Page]:
    """The checklist as a file in the browser. Fails if the page asks for more, or complains."""
    file = folder / "visit.html"
    file.write_bytes(render("html", checklist, look.options).data)
    size: Any = {"width": look.width, "height": 900}
    page = browser.new_page(color_scheme=look.scheme, contrast=look.contrast, viewport=size)
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(file.as_uri())
    if look.filled:
        page.evaluate(FILL, NOTE)
    yield page
    assert asked == [file.as_uri()]
    assert said == [], said
    page.close()


def faults(page: Page) -> list[str]:
    """What axe finds against it: the rule, and the first piece of the page that breaks it."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "options => axe.run(document, options)",
        {"runOnly": RULES, "rules": STRICTER, "resultTypes": ["violations"]},
    )
    assert len(found["passes"]) > 10
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found["violations"]]


def on_paper(page: Page) -> PdfReader:
    """The page as the browser prints it, on the paper that it asks for."""
    return PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))


def letters_on(reader: PdfReader) -> list[str]:
    """All letters of each piece of paper, without spaces; two that were drawn as one are two."""
    texts = [page.extract_text() for page in reader.pages]
    return [squeezed(text.replace("\ufb01", "fi").replace("\ufb02", "fl")) for text in texts]
