"""A private text appears in no file that is handed over, and on no screen of another person."""

import io
from functools import cache

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pnet_prep.content.load import load
from pnet_prep.engine.compose import compose
from pnet_prep.engine.picture import Picture, look
from pnet_prep.interview.plain import PlainFrontEnd
from pnet_prep.interview.plain_screen import prompt_lines, question_lines
from pnet_prep.interview.session import converse
from pnet_prep.interview.state import Mode
from pnet_prep.model.content import Content
from pnet_prep.model.interview import Ask, Back, Chosen, Event, Given, GoTo, Later, Speaker
from pnet_prep.model.response import BOTH, PATIENT, Moment, QuestionnaireResponse
from pnet_prep.model.values import Value
from pnet_prep.render import RENDERERS, RenderOptions, render
from pnet_prep.render.screen import render as on_screen
from tests.longer import times
from tests.unit.made import MARIA, PEOPLE, TODAY, content, told
from tests.unit.screens import shipped_words
from tests.unit.talk import Talk
from tests.unit.test_personal import TOPIC

SECRET = "xyzzy"
"""A word that stands nowhere in the program, and in every private text here."""
WORDS = shipped_words()
PEOPLE_HERE = (PATIENT, MARIA)
MOVES: tuple[Event, ...] = (GoTo("review"), GoTo("parts"), Back(), Later(), Speaker())


def of(person: str) -> str:
    return f"{SECRET}-{person}"


@cache
def shipped() -> Content:
    return load()


def visit_of_two() -> QuestionnaireResponse:
    """A visit of the shipped questions in which both keep something, and disagree on something."""
    said: dict[object, Value] = {"person.name": "Leo", "symptom.belly": ("pain",)}
    visit = told(said | {"symptom.pain.worst": 4})
    visit = told({("helper.name", MARIA): "Maria", "symptom.pain.worst": 7}, by=MARIA, into=visit)
    for person in PEOPLE_HERE:
        private: dict[object, Value] = {
            ("mine.question.text", f"q-{person}"): f"{of(person)}: shall I tell them?",
            "mine.note": f"{of(person)} I am afraid of the fits (black stools)",
        }
        visit = told(private, by=person, into=visit)
    return visit


def words_of(kind: str, data: bytes) -> str:
    """Every word in a file, also in its bookmarks and its properties."""
    if kind != "pdf":
        return data.decode("utf-8")
    reader = pypdf.PdfReader(io.BytesIO(data))
    pages = [page.extract_text() for page in reader.pages]
    assert len(pages) > 1
    return "\n".join([*pages, str(reader.outline), str(reader.metadata), str(reader.xmp_metadata)])


@pytest.fixture(scope="module")
def picture() -> Picture:
    return look(shipped(), visit_of_two(), TODAY)


@pytest.mark.parametrize("kind", sorted(RENDERERS))
def test_no_file_that_is_handed_over_holds_it_and_only_the_own_copy_does(picture, kind):
    handed_over = render(kind, compose(picture), RenderOptions()).data
    assert SECRET not in words_of(kind, handed_over)
    assert SECRET.encode() not in handed_over
    for person in PEOPLE_HERE:
        copy = words_of(kind, render(kind, compose(picture, person), RenderOptions()).data)
        assert {one for one in PEOPLE_HERE if of(one) in copy} <= {person}


def test_own_copy_in_markdown_and_on_paper_shows_all_of_it(picture):
    for kind in ("md", "pdf"):
        copy = words_of(kind, render(kind, compose(picture, MARIA), RenderOptions()).data)
        assert copy.count(of(MARIA)) >= 2
        assert "Only for me" in copy
        assert "your own copy alone" in " ".join(copy.split())


def test_the_screen_shows_none_of_it(picture):
    assert SECRET.encode() not in on_screen(compose(picture), RenderOptions()).data


def said_on(talk: Talk) -> str:
    """All that plain mode would say on this screen, its help among it."""
    shown = talk.screen
    lines = [*question_lines(shown, WORDS, 79), *prompt_lines(shown, WORDS, 79)]
    return " ".join("\n".join([*lines, shown.help, str(shown)]).split())


def next_event(talk: Talk, pick: int) -> Event:
    """The answer with this number; whoever writes for themselves writes their own secret."""
    shown = talk.screen
    if shown.ask in {Ask.LINE, Ask.LONG}:
        who = talk.state.asker
        private = shown.private and who.by == who.typed != BOTH
        return Given(of(who.typed) if private else f"line {pick}")
    if not shown.choices:
        return Chosen(())
    return Chosen((shown.choices[pick % len(shown.choices)].id,))


def check_seen(talk: Talk) -> None:
    who, said = talk.state.asker, said_on(talk)
    for person in PEOPLE_HERE:
        if not person == who.by == who.typed:
            assert of(person) not in said
    if talk.mode in {Mode.REVIEW, Mode.PARTS, Mode.TOP, Mode.WHO, Mode.COPY}:
        assert SECRET not in said


@settings(max_examples=times(60), deadline=None)
@given(st.lists(st.integers(0, 60), min_size=10, max_size=40))
def test_whatever_two_people_do_neither_sees_what_the_other_keeps(picks):
    pack = content(PEOPLE, TOPIC)
    visit = told({"person.answering": "patient", "person.name": "Leo", "life.home": "no"})
    visit = told({("helper.name", MARIA): "Maria"}, by=MARIA, into=visit)
    for person in PEOPLE_HERE:
        private: dict[object, Value] = {("mine.question.text", person): of(person)}
        visit = told(private | {"mine.note": of(person)}, by=person, into=visit)
    talk = Talk(pack, visit)
    for pick in picks:
        check_seen(talk)
        moves = pick % 4 == 0
        talk.do(MOVES[pick // 4 % len(MOVES)] if moves else next_event(talk, pick // 4))
        if talk.mode is Mode.DONE:
            break
    whole = look(pack, talk.response, TODAY)
    paper = compose(whole)
    assert SECRET not in f"{paper} {paper.data()} {paper.message()} {paper.calendar()}"
    for person in PEOPLE_HERE:
        assert all(of(one) not in str(compose(whole, person)) for one in {*PEOPLE_HERE} - {person})


def test_a_whole_sitting_in_plain_mode_says_none_of_it():
    pack, out = content(PEOPLE, TOPIC), io.StringIO()
    lines = ["1", "Leo", "fine", "1", "1", of(PATIENT), "", of(PATIENT), ".", "", "/skip", "2"]
    front_end = PlainFrontEnd(WORDS, io.StringIO("\n".join(lines) + "\n"), out, lambda: 79)
    moments = (Moment(n, "2026-11-23", f"{n:08d}" * 2) for n in range(99))
    end = converse(Talk(pack).state, front_end, lambda: next(moments), lambda _: None)
    assert end.copy_for == PATIENT
    assert end.picture.response.at("mine.note")[0].value == of(PATIENT)
    assert "Notes only for me: kept, for you alone" in out.getvalue()
    assert SECRET not in out.getvalue()
