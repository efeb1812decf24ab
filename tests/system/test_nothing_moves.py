"""Nothing that is typed, pasted or received moves, hides or forges anything where it is shown."""

import json
import re
import unicodedata
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from pypdf import PdfReader

from pnet_prep.engine.record import record
from pnet_prep.engine.text import accept_line, show
from pnet_prep.model.response import PATIENT, Moment, QuestionnaireResponse
from pnet_prep.store.codec import encode
from pnet_prep.store.folder import list_visits
from pnet_prep.store.head import Head
from pnet_prep.store.lines import line_of
from pnet_prep.store.visit import new_visit, save
from tests.system.program import PROGRAM, Done, run
from tests.system.terminal import NO_CELL, Terminal
from tests.system.zoo import ZOO
from tests.test_inert_text import text_of_markdown
from tests.test_nothing_is_lost import strings
from tests.unit.browsed import Page
from tests.unit.hostile import HOSTILE
from tests.unit.keyboard import CTRL_C, DOWN, ENTER
from tests.unit.spelled import spelled

LUIS = "luisbbbb"
FORGED = "Saved. The visit holds 0 answers now."
"""What somebody who makes a file might have the program seem to say, on a line of its own."""

TYPED = [data.decode("utf-8", "surrogateescape") for data in ZOO.values() if len(data) < 300]
STEERING = ("a\rb", "x\x1b]8;;http://a\x07y", "a\tb", "q\x9b2Jz", "\ud83d", f"a\n\n{FORGED}\n1. b")
STRINGS = [*TYPED, *HOSTILE, *STEERING]
"""As they come from elsewhere, with nothing taken out of them."""

LISTS = {"wish.question.text": "]", "medicine.name": "&", "symptom.own.name": ">"}
"""Where each of them stands, and what stands before it to tell them apart."""

DRAWN = re.compile(rb"\x1b\[[0-9;?]*[A-Za-z]|[\r\n\x08]|\x1b[=>]")
"""What a front end itself sends to a terminal to draw."""


def marked(number: int, item: str, text: str) -> str:
    return f"{number}{LISTS[item]} {text}"


def said(texts: dict[tuple[str, str], str], by: str) -> QuestionnaireResponse:
    """Answers to questions, as somebody's program could have kept them without looking at them."""
    response = QuestionnaireResponse(())
    for number, ((item, entry), value) in enumerate(texts.items()):
        made = record(
            response,
            item=item,
            entry=entry,
            value=value,
            by=by,
            typed=by,
            moment=Moment(1_795_608_000_000 + number, "2026-11-25", f"{by}{number:08}"),
        )
        assert made
        response = response.with_answers((made,))
    return response


def from_luis(visit: str) -> bytes:
    """A shared file in which everything that can be a text is one of ours."""
    texts = {
        ("helper.name", LUIS): f"Luis \x1b[31m\n\n{FORGED}\u202e",
        ("person.name", ""): f"Zoë\x07\n{FORGED}",
        ("visit.with", ""): f"Dr. \x1b[2J\n{FORGED}",
        ("visit.where", ""): f"\x1b]0;evil\x07\n{FORGED}",
        ("visit.reason", ""): "\x1b]52;c;ZXZpbA==\x07",
        ("team.phone", ""): f"+1\n{FORGED}",
    }
    for item in LISTS:
        for number, text in enumerate(STRINGS):
            texts[item, f"{item[0]}{number:07}"] = marked(number, item, text)
    head = Head(visit, title=f"\x1b[2J\n{FORGED}", visit_date="\x1b]0;x\x07")
    head = head._replace(packs=("para",), pack_titles=(("para", f"P\x1b[31m\n{FORGED}"),))
    return encode(head, {line_of(one): one for one in said(texts, LUIS).answers})


@pytest.fixture
def joined(home: Path, tmp_path: Path) -> Done:
    """A visit whose answers all come from such a file; what was said while it was joined."""
    own = {("person.answering", ""): "patient", ("person.name", ""): "Zoë", ("visit.date", ""): "x"}
    save(new_visit(str(home), visit="aaaaaaaa").with_answers(said(own, PATIENT).answers))
    file = tmp_path / f"from \x1b[2J\rLuis\n{FORGED}\u202e.yaml"
    file.write_bytes(from_luis("aaaaaaaa"))
    done = run("join", file, "--plain", typed="2\n1\n")
    assert done.returncode == 0, done.stderr
    return done


def inert(text: str) -> None:
    """Nothing in it is unseen, and no line of it is one that somebody made up."""
    assert show(text) == text
    before = ["", *text.splitlines()]
    for above, line in pairwise(before):
        wrapped = len(above) + len(" Saved.") > 72  # the narrowest that is wrapped to
        assert line.strip(" -*") != FORGED or wrapped, (above, line)


def squeezed(text: str) -> str:
    return "".join(text.replace("\u200b", "").split())


def lost(text: str, *, lists: tuple[str, ...] = tuple(LISTS)) -> list[str]:
    """Which of our texts do not stand there, to the letter."""
    seen = squeezed(text)
    every = [show(marked(n, item, one)) for item in lists for n, one in enumerate(STRINGS)]
    return [one for one in every if squeezed(one) not in seen]


def test_what_is_received_moves_nothing_while_it_is_joined_and_shown(joined):
    inert(joined.stdout)
    inert(joined.stderr)
    assert lost(joined.stdout) == []
    commands = ["list", "show", "where", "doctor", "rehearse", "review", "after", "share"]
    for command in (*commands, "start --plain"):
        done = run(*command.split(), typed="/quit\n")
        assert done.returncode in {0, 130}, done.stderr
        inert(done.stdout)
        inert(done.stderr)
    assert lost(run("show").stdout) == []
    inert(reviewed := run("review", "--plain", typed="1\n/review\n/quit\n").stdout)
    assert lost(reviewed) == []


@pytest.mark.usefixtures("joined")
def test_what_is_received_moves_nothing_in_any_file(tmp_path):
    out = tmp_path / "out"
    done = run("export", "--to", "md,html,json,txt,ics,pdf", "--names", "--out", out)
    assert done.returncode == 0, done.stderr
    inert(done.stderr)
    made = {path.suffix: path.read_bytes() for path in out.iterdir()}
    texts = {ending: data.decode() for ending, data in made.items() if ending != ".pdf"}
    for ending, text in texts.items():
        ours = without_isolates(text.replace("\r\n", "\n"))
        assert show(ours) == ours, ending
        assert not re.search(rf"(?m)^\W*{re.escape(FORGED)}$", text), ending
    assert lost(without_isolates(text_of_markdown(made[".md"])[0])) == []
    assert lost(Page(texts[".html"]).text) == []
    assert lost(" ".join(map(show, strings(json.loads(texts[".json"]))))) == []
    assert ".ics" not in made or "evil" not in texts[".ics"].replace("‹U+001B›]0;evil", "")
    pages = "".join(spelled(PdfReader(BytesIO(made[".pdf"]))))
    shown = re.sub("[^\x20-\x7e‹›]", "", pages)
    assert [one for one in lost(shown) if not rare(one)] == []


def without_isolates(text: str) -> str:
    """A text without the marks that keep words from right to left in their place, where they close.

    None may be open at the end of a line, or hold another: such marks were not made here.
    """
    return re.sub("\u2067([^\u2066-\u2069\n]*)\u2069", r"\1", text)


def rare(text: str) -> bool:
    """Whether a text has letters that paper spells in another order, or as an empty box."""
    return not text.replace("‹", "").replace("›", "").isascii()


@pytest.mark.usefixtures("joined")
def test_what_is_received_moves_nothing_on_a_full_terminal():
    terminal = Terminal([*PROGRAM, "review"], 400, 120)
    terminal.wait_for("Who is answering from here on?")
    terminal.press(DOWN, DOWN, ENTER)
    terminal.wait_for("questions for the doctor")
    raw = DRAWN.sub(b" ", terminal.raw).decode()
    assert show(raw) == raw
    assert FORGED in terminal.text
    assert not any(row.strip(" -") == FORGED for row in terminal.rows)
    kept = drawn(terminal.text)
    assert [one for one in lost(terminal.text) if drawn(one) not in kept] == []
    terminal.press(CTRL_C)
    assert terminal.end() == 130


def drawn(text: str) -> str:
    """A text as the terminal of the tests keeps it: marks put together, no joiners."""
    return squeezed(unicodedata.normalize("NFC", text.translate(NO_CELL)))


def test_an_answers_file_moves_nothing_whatever_is_in_it_and_in_its_name(home, tmp_path):
    kept = [text for text in STRINGS if not re.search("[\ud800-\udfff]", text)]
    questions = "".join(f"  - {{wish.question.text: {quoted(one)}}}\n" for one in kept)
    file = tmp_path / f"given\x1b]0;x\x07\n{FORGED}.yaml"
    file.write_text(f"answers:\n wish.question:\n{questions}", encoding="utf-8")
    done = run("start", "--answers", file, "--no-input", "--to", "md", "--out", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    inert(done.stdout + done.stderr)
    shown = squeezed(run("show").stdout)
    assert [one for one in kept if squeezed(show(accept_line(one))) not in shown] == []
    assert len(list_visits(str(home))) == 1


def quoted(text: str) -> str:
    plain = (c if c.isascii() and c.isalnum() else f"\\U{ord(c):08X}" for c in text)
    return f'"{"".join(plain)}"'


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    "command",
    [
        ("start", "--no-input", "--answers"),
        ("join", "--no-input"),
        ("check",),
        ("show", "--questions"),
    ],
)
def test_a_message_about_a_file_is_one_line_whatever_the_file_is_called(command, tmp_path):
    name = f"x\x1b]52;c;ZXZpbA==\x07\r\n{FORGED}\n\u202e".encode() + b"\xe9\xff"
    path = tmp_path / name.decode("utf-8", "surrogateescape")
    for make in (
        lambda: None,
        lambda: path.write_bytes(b"["),
        lambda: (path.unlink(), path.mkdir()),
    ):
        make()
        done = run(*command, path)
        assert done.returncode in {2, 3}
        inert(done.stdout)
        inert(done.stderr)
        assert "‹U+001B›" in done.stdout + done.stderr
