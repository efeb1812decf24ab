"""The form holds every question of the interview, or there is a reason; and its page is safe."""

import re

import pytest

from pnet_prep.content.load import load
from pnet_prep.engine.form import LeftOut, left_out
from pnet_prep.model.form import For, Kind
from pnet_prep.model.questionnaire import ItemType, walk
from pnet_prep.render.form import render_form
from pnet_prep.render.rendering import RenderOptions
from tests.unit.formed import questions, shipped

ALONE = {
    "safety.harm_help",
    "safety.harm",
    "safety.home_help",
    "safety.home",
    "safety.on_paper",
    "symptom.low_sugar.told",
}
"""What a caregiver must never be asked, by name: a new one is added here by hand."""


def test_every_question_is_asked_or_left_out_for_a_reason() -> None:
    asked = questions(shipped())
    kept: dict[LeftOut, set[str]] = {reason: set() for reason in LeftOut}
    for section in load().questionnaire.sections:
        for outer in section.items:
            for item in walk((outer,)):
                reason = left_out(outer, section) or left_out(item, section)
                if reason:
                    kept[reason].add(item.link_id)
                    assert item.link_id not in asked
                elif item.type not in {ItemType.GROUP, ItemType.DISPLAY}:
                    assert item.link_id in asked
    assert kept[LeftOut.ALONE] == ALONE
    assert kept[LeftOut.QUICK] == {"symptom.areas"}
    assert {one.partition(".")[0] for one in kept[LeftOut.PERSONAL]} == {"mine"}
    assert {one.partition(".")[0] for one in kept[LeftOut.AFTER]} == {"after"}
    assert kept[LeftOut.EARLIER]
    assert kept[LeftOut.QUESTIONS]


def test_no_text_of_what_is_for_the_patient_alone_is_in_the_page() -> None:
    content = load()
    page = render_form(shipped(), RenderOptions()).decode()
    words = {content.questionnaire.by_id[name].text for name in ALONE}
    words |= {flag.do for flag in content.red_flags if flag.ask_whom.value == "patient"}
    assert not [text for text in words if text in page]
    assert not re.search(r"safety\.(harm|home|on_paper)|mine\.", page)


@pytest.mark.parametrize(
    ("name", "kind", "gated"),
    [
        ("visit.with", Kind.LINE, False),
        ("visit.reason", Kind.LONG, False),
        ("safety.mind", Kind.MANY, False),
        ("helper.name", Kind.LINE, True),
        ("symptom.pain.now", Kind.SCALE, False),
        ("symptom.diarrhea.times", Kind.NUMBER, False),
        ("symptom.low_sugar.lowest", Kind.AMOUNT, False),
        ("symptom.low_sugar.saw", Kind.LONG, True),
        ("medicine.change", Kind.ONE, True),
        ("person.country", Kind.ONE, False),
    ],
)
def test_a_question_is_asked_in_the_way_of_its_kind(name: str, kind: Kind, *, gated: bool) -> None:
    asked = questions(shipped())[name]
    assert (asked.kind, asked.gated, name in shipped().whens) == (kind, gated, gated)


def test_what_every_symptom_is_asked_stands_around_what_one_alone_is_asked() -> None:
    made = shipped()
    assert [one.id for one in made.card][:2] == [".onset", ".pattern"]
    assert [one.id for one in made.card_end] == [".note"]


def test_who_is_known_is_not_asked_again() -> None:
    known = questions(shipped(For("caregiver", "", "Luis")))
    assert {"person.answering", "helper.name"}.isdisjoint(known)
    assert "helper.relation" in known
    assert "helper.relation" not in questions(shipped(For("caregiver", "k3j2h1g0", "Luis")))


def test_equal_forms_give_equal_bytes_and_no_text_ends_the_data() -> None:
    form = shipped(For("caregiver", "", "</script><b>&"))
    page = render_form(form, RenderOptions()).decode()
    assert page == render_form(form, RenderOptions()).decode()
    assert page.count("</script>") == page.count("<script")
    assert "<b>&" not in page
