"""The form as one page: for a browser with its script, for a pen without.

The page is whole before any script runs, so that it can be read, printed and filled in by hand. The
script hides what does not fit, keeps what is typed, and writes the file with the answers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.fill import fill
from pnet_prep.model.form import FormGroup, FormList, FormNote
from pnet_prep.render.form_data import data_of
from pnet_prep.render.form_shared import lines_of, shared_in
from pnet_prep.render.form_wording import worded
from pnet_prep.render.pages import (
    environment,
    hashed,
    language_tag,
    paper_rule,
    read,
    without_remarks,
)

if TYPE_CHECKING:
    from pnet_prep.model.form import Form
    from pnet_prep.render.rendering import RenderOptions

SCRIPTS = (
    "form_state.js",
    "form_build.js",
    "form_conditions.js",
    "form_words.js",
    "form_storage.js",
    "form_questions.js",
    "form_lists.js",
    "form_page.js",
    "form_export.js",
)
"""The parts of the script, by idea, in the order in which they stand in the page."""


def render_form(form: Form, options: RenderOptions) -> bytes:
    """The page in UTF-8. The same form, the same bytes."""
    words = form.words
    style = without_remarks(read("page.css") + read("form.css")) + paper_rule(
        options, words["form.title"], words["print.page"]
    )
    script = "".join(without_remarks(read(name)) for name in SCRIPTS)
    pages = environment()
    pages.tests.update(
        note=lambda one: isinstance(one, FormNote),
        group=lambda one: isinstance(one, FormGroup),
        list=lambda one: isinstance(one, FormList),
    )
    pages.filters["worded"] = lambda one: worded(one, form.whose.who)
    shared = [one for section in form.sections for one in shared_in(section)]
    page = pages.get_template("form.html.jinja").render(
        form=form,
        language=language_tag(form.language),
        words=words,
        large=options.print == "large",
        shared={one.questions[0].id: one for one in shared},
        lines=lines_of(shared),
        gates={name: number for number, name in enumerate(form.whens)},
        whose=fill(words["form.for"], {"name": form.whose.name}),
        numbers=_numbers(form),
        style=style,
        style_hash=hashed(style),
        script=script,
        script_hash=hashed(script),
        data=data_of(form),
    )
    return page.encode()


def _numbers(form: Form) -> str:
    """The emergency numbers of all places, for paper, where nobody knows the country."""
    words = form.words
    known = [
        fill(words["form.paper.number"], {"place": place.name, "number": place.emergency})
        for place in form.places
        if place.emergency
    ]
    joined = words["sheet.join"].join(known)
    return fill(words["form.paper.numbers"], {"numbers": joined}) if known else ""
