"""copier: the closest sibling, questions in YAML, asked with questionary, printed by a template."""

from figures import Figure, milliseconds, times
from floor import pairwise, process
from peers.copier_template import write_answers, write_template
from peers.environment import environment
from peers.template_data import template_data
from pnet_prep.engine.views import View
from pnet_prep.model.content import Content
from visit import Visit


def figures(visit: Visit, content: Content, view: View) -> list[Figure]:
    """The same answers to Markdown, and the wait for the first question on a terminal."""
    program = str(environment(visit.folder / "copier", "copier") / "copier")
    template, answers = visit.folder / "template", visit.folder / "answers.yml"
    data = template_data(view, content.questionnaire)
    asked_first = write_template(content, data, view.today, template)
    write_answers(data, answers)
    made = visit.folder / "made"
    quiet = (program, "copy", "--quiet", "--overwrite", "--defaults")
    copy = (*quiet, "--data-file", str(answers), str(template), str(made))
    markdown = pairwise(visit.export("md"), process(copy), visit.runs)
    printed = (made / "checklist.md").read_text(encoding="utf-8").count("- [ ] ")
    ask = (program, "copy", str(template), str(visit.folder / "never"))
    prompt = pairwise(
        visit.until_shown(visit.first_question), visit.until_shown(asked_first, ask), visit.runs
    )
    return [
        Figure(
            "peers",
            f"export md / copier copy ({printed} questions)",
            milliseconds(markdown.second),
            times(markdown.ratio, "copier"),
            "0.2 x",
        ),
        Figure(
            "peers",
            "start / copier: first question",
            milliseconds(prompt.second),
            times(prompt.ratio, "copier"),
            "0.55 x",
        ),
    ]
