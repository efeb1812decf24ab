"""Our interview and checklist as a copier template: the same questions, answers and conditions.

It prints what was said and the questions for the doctor whose conditions hold. It does not rank or
fold them, gives no reasons and makes no sheet, so it has less to do than we have.
"""

import json
from datetime import date
from pathlib import Path

from peers.jinja_conditions import Translator, variable
from peers.template_data import Data
from pnet_prep.model.content import Content
from pnet_prep.model.questionnaire import walk

ROOM_FOR_JINJA = "{% raw %}", "{% endraw %}"


def write_template(content: Content, data: Data, today: date, folder: Path) -> str:
    """Fill `folder` with the template; returns the text of the first question it asks."""
    folder.mkdir()
    items = [item for section in content.questionnaire.sections for item in walk(section.items)]
    texts = {variable(item.link_id): item.text for item in items}
    questions = {
        name: {
            "type": "str" if isinstance(value, str) else "json",
            "help": texts.get(name, name),
            "default": "null",
        }
        for name, value in data.items()
    }
    # JSON is YAML, and no writer of YAML is needed.
    (folder / "copier.yml").write_text(json.dumps(questions), encoding="utf-8")
    (folder / "checklist.md.jinja").write_text(_checklist(content, data, today), encoding="utf-8")
    return next(texts.get(name, name) for name in data)


def write_answers(data: Data, target: Path) -> None:
    """The answers as a data file for copier."""
    answered = {name: value for name, value in data.items() if value is not None}
    target.write_text(json.dumps(answered), encoding="utf-8")


def _checklist(content: Content, data: Data, today: date) -> str:
    translator = Translator(content.questionnaire, today)
    questions = []
    for rule in content.rules:
        test = translator.expression(rule.when) if rule.when else "true"
        questions.append(f"{{% if {test} %}}- [ ] {_literal(rule.ask)}\n{{% endif %}}")
    answers = [
        f"{{% if {name} is not none %}}- {name}: {{{{ {name} }}}}\n{{% endif %}}" for name in data
    ]
    parts = ("# For my visit\n", *answers, "\n## Questions\n", *questions)
    return "{% set found = namespace() %}" + "".join((*translator.prelude, *parts))


def _literal(text: str) -> str:
    start, end = ROOM_FOR_JINJA
    return f"{start}{text}{end}"
