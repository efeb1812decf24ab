"""Questions of one part with nearly the same answers have one list of them in the page."""

import re

import pytest

from pnet_prep.model.form import FormOption, FormQuestion, FormSection, Kind
from pnet_prep.render.form import render_form
from pnet_prep.render.form_shared import lines_of, shared_in
from pnet_prep.render.rendering import RenderOptions
from tests.unit.formed import shipped


def question(name: str, answers: str, kind: Kind = Kind.MANY) -> FormQuestion:
    options = tuple(FormOption(one.lower(), one) for one in answers.split())
    return FormQuestion(
        name, kind, f"{name}?", "", name, "", options, (), (), own_words=False, gated=False
    )


def groups(*parts: FormQuestion) -> list[list[str]]:
    return [
        [one.id for one in found.questions] for found in shared_in(FormSection("p", "P", parts))
    ]


@pytest.mark.parametrize(
    ("first", "second", "shared"),
    [
        ("A B C D E", "A B C D E", True),
        ("A B C D E F G", "X A B C D E", True),
        ("A B C D", "A B C D", False),
        ("A B C D E X Y Z", "A B C D E U V W", False),
        ("A B C D E F G H I J K L", "E D C B A", True),
    ],
)
def test_most_answers_have_to_be_the_same(first, second, *, shared):
    found = groups(question("one", first), question("between", "U V"), question("two", second))
    assert found == ([["one", "two"]] if shared else [])


def test_only_questions_with_boxes_to_tick_share_their_answers():
    answers = "A B C D E"
    assert groups(question("one", answers, Kind.ONE), question("two", answers)) == []


def test_each_answer_stands_once_and_belongs_to_the_questions_that_have_it():
    parts = question("one", "A B C D E None"), question("two", "X E D C B A Y")
    (found,) = shared_in(FormSection("p", "P", parts))
    assert dict(found.answers) == {
        **dict.fromkeys("ABCDE", (1, 2)),
        **dict.fromkeys("XY", (2,)),
        "None": (1,),
    }
    texts = [text for text, _ in found.answers]
    for name, lines in lines_of([found]).items():
        asked = next(one for one in parts if one.id == name)
        assert [texts[line] for line in lines] == [one.text for one in asked.options]


def test_lists_that_several_parts_share_are_counted_through():
    one = FormSection("p", "P", (question("a", "A B C D E"), question("b", "A B C D E")))
    other = FormSection("q", "Q", (question("c", "A B C D E"), question("d", "E D C B A")))
    lines = lines_of([*shared_in(one), *shared_in(other)])
    assert lines["b"] == (0, 1, 2, 3, 4)
    assert lines["d"] == (9, 8, 7, 6, 5)


def test_tests_and_treatments_had_going_on_and_planned_are_one_list_each():
    page = render_form(shipped(), RenderOptions()).decode()
    assert page.count("Keyhole look into the belly") == 1
    assert page.count("Liver transplant") == 1
    boxes = re.search(r"<li><b>([^/]*(?:/i>[^/]*)*)</b><span>Chemotherapy</span>", page)
    assert boxes
    assert re.findall(r"\d", boxes[1]) == ["1", "2", "3"]
