"""``pnet-prep show``: the checklist of a visit on the screen."""

import sys

from pnet_prep.cli.choose_visit import chosen_visit
from pnet_prep.cli.earlier import earlier_of
from pnet_prep.cli.last_answer import as_of_last_answer
from pnet_prep.cli.options import LanguageOption, QuestionsOption, VisitArgument
from pnet_prep.cli.pack import content
from pnet_prep.cli.telling import say_notices
from pnet_prep.cli.unlocking import opened_visit
from pnet_prep.engine.compose import compose
from pnet_prep.interview.plain_width import terminal_width
from pnet_prep.render.rendering import RenderOptions
from pnet_prep.render.screen import render


def run(
    visit: VisitArgument = "", questions: QuestionsOption = None, language: LanguageOption = ""
) -> None:
    """Print the whole checklist as plain lines."""
    pack = content(questions, language)
    opened = opened_visit(chosen_visit(visit).path)
    say_notices(opened, pack)
    picture = as_of_last_answer(pack, opened.response, earlier_of(opened, pack))
    rendering = render(compose(picture), RenderOptions(), terminal_width())
    sys.stdout.write(rendering.data.decode("utf-8"))
