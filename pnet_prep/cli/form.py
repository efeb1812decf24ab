"""``pnet-prep form``: the questions as one page, for somebody with a browser or a pen alone."""

from __future__ import annotations

import os
import sys
from datetime import date
from typing import Annotated

import typer

from pnet_prep.cli import help_texts
from pnet_prep.cli.choose_visit import chosen_visit, visits
from pnet_prep.cli.options import LanguageOption, QuestionsOption, VisitArgument
from pnet_prep.cli.pack import content
from pnet_prep.cli.print_options import OutOption, Paper, PaperOption, Print, PrintOption
from pnet_prep.cli.streams import print_line
from pnet_prep.cli.telling import say_notices
from pnet_prep.cli.unlocking import opened_visit
from pnet_prep.engine.form import form_of
from pnet_prep.engine.form_whose import whose
from pnet_prep.engine.text import show_line
from pnet_prep.engine.wording import Wording
from pnet_prep.model.response import QuestionnaireResponse
from pnet_prep.render.form import render_form
from pnet_prep.render.rendering import RenderOptions
from pnet_prep.store.exports import write_export
from pnet_prep.store.folder import data_folder, documents_folder
from pnet_prep.store.ids import fresh_id


def run(
    visit: VisitArgument = "",
    name: Annotated[str, typer.Option("--for", metavar="NAME", help=help_texts.FORM_FOR)] = "",
    out: OutOption = "",
    paper: PaperOption = Paper.A4,
    print_size: PrintOption = Print.NORMAL,
    questions: QuestionsOption = None,
    language: LanguageOption = "",
) -> None:
    """Write the page, print its path, and say what to do with it."""
    pack = content(questions, language)
    # A form can be made before there is any visit: somebody may begin with it.
    opened = opened_visit(chosen_visit(visit).path) if visit or visits() else None
    if opened:
        say_notices(opened, pack)
    response = opened.response if opened else QuestionnaireResponse(())
    form = form_of(
        pack,
        fresh_id() + fresh_id(),
        opened.id if opened else "",
        whose(name, Wording(pack, response)),
    )
    page = render_form(form, RenderOptions(paper.value, print_size.value))
    today = date.today().isoformat()  # noqa: DTZ011 - the day it is written, for the log
    # A name of its own: what was typed into an earlier form can only be seen in that very file.
    day = f"-{opened.head.day}" if opened and opened.head.day else ""
    path = os.path.join(out or documents_folder(), f"visit{day}-form-{form.id[:4]}.html")
    print(show_line(write_export(data_folder(), form.visit, path, page, today)))
    print_line(pack.words["form.written"], sys.stderr)
