"""The form of the shipped questions, and what is asked in it."""

from functools import cache

from pnet_prep.content.load import load
from pnet_prep.engine.form import NOBODY_YET, form_of
from pnet_prep.model.form import For, Form, FormGroup, FormList, FormQuestion


@cache
def shipped(whose: For = NOBODY_YET) -> Form:
    """The form of all questions of the program."""
    return form_of(load(), "0123456789abcdef", "k3v9x2ab", whose)


KEPT = {
    *("person.answering", "person.country", "safety.start", "safety.mind", "visit.with"),
    *("visit.reason", "symptom.episodes", "symptom.stool", "symptom.low_sugar"),
    *("symptom.diarrhea", "symptom.own", "medicine"),
}


def shortened(form: Form) -> Form:
    """The same with one or two questions of each kind."""
    sections = (
        one._replace(parts=tuple(part for part in one.parts if part.id in KEPT))
        for one in form.sections
    )
    return form._replace(sections=tuple(one for one in sections if one.parts))


def questions(form: Form) -> dict[str, FormQuestion]:
    """Every question of a form, those of the card written out for each symptom."""
    found: dict[str, FormQuestion] = {}
    for section in form.sections:
        for part in section.parts:
            if isinstance(part, FormQuestion):
                found[part.id] = part
            elif isinstance(part, (FormGroup, FormList)):
                found.update((one.id, one) for one in part.questions)
                if part.card:
                    found.update((part.id + one.id, one) for one in (*form.card, *form.card_end))
    return found
