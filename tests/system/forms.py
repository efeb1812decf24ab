"""The form in a real browser, as a file like any other."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Locator, Page

from pnet_prep.model.form import For
from pnet_prep.model.response import Answer
from pnet_prep.model.values import DateSaid, ListMark, NonAnswer, OwnWords, Quantity
from pnet_prep.render.form import render_form
from pnet_prep.render.rendering import RenderOptions
from tests.unit.formed import shipped, shortened

LETTER = RenderOptions("letter")
LARGE = RenderOptions("letter", "large")
LUIS = For("caregiver", "", "Luis")
READY = ":root[data-ready]"


@cache
def page_of(whose: For = LUIS, options: RenderOptions = LETTER) -> bytes:
    """The page of that form."""
    return render_form(shipped(whose), options)


@cache
def short_page(options: RenderOptions = LETTER, whose: For = LUIS) -> bytes:
    """A page with one or two questions of each kind."""
    return render_form(shortened(shipped(whose)), options)


def saved(folder: Path, page: bytes) -> str:
    """The address of the page as a file."""
    file = folder / "visit-form.html"
    file.write_bytes(page)
    return file.as_uri()


@contextmanager
def opened_form(
    browser: Browser, folder: Path, page: bytes | None = None, **context: Any
) -> Iterator[Page]:
    """The form in a browser of its own. Fails if the page asks for more, or complains."""
    own = browser.new_context(**{"viewport": {"width": 1100, "height": 900}, **context})
    with watched(own, saved(folder, page or page_of())) as shown:
        yield shown
    own.close()


@contextmanager
def watched(context: BrowserContext, address: str) -> Iterator[Page]:
    """The page at an address, ready. Fails if it asks for more, or complains."""
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address)
    page.wait_for_selector(READY, state="attached")
    yield page
    assert {one for one in asked if not one.startswith("blob:")} == {address}
    assert said == [], said
    page.close()


def question(page: Page, name: str) -> Locator:
    """A question by its id."""
    return page.locator(f"[data-q='{name}']")


def choose(page: Page, name: str, *options: str) -> None:
    """Tick options of a question by their ids."""
    for option in options:
        question(page, name).locator(f"input[value='{option}']").first.check()


def add(page: Page, group: str) -> Locator:
    """A new entry of a list."""
    page.locator(f"[data-list='{group}'] .add").click()
    return page.locator(f"[data-list='{group}'] .entry").last


def raw(answer: Answer) -> Any:
    """The value of an answer as the form holds it."""
    match answer.value:
        case NonAnswer():
            return {"none": answer.value.value}
        case ListMark.COMPLETE:
            return []
        case tuple():
            return list(answer.value)
        case DateSaid(text) | Quantity(text) | OwnWords(text):
            return text
        case _:
            return str(answer.value)


def row(answer: Answer, first: int) -> Mapping[str, Any]:
    """An answer as a record of the page."""
    made = {"item": answer.item, "entry": answer.entry, "value": raw(answer), "sent": []}
    return {**made, "at": answer.at, "on": answer.on, "first": first}
