"""A long answer in the person's own editor: nothing is lost, and nothing is left lying about."""

import stat
import sys
from io import StringIO
from pathlib import Path

import pytest

from pnet_prep.cli.editor import FAILED, edit, editor_here
from pnet_prep.interview.commands import Aside, command
from pnet_prep.interview.own_editor import NO_EDITOR, Edited, no_editor
from pnet_prep.interview.plain import PlainFrontEnd
from pnet_prep.interview.terminal.front_end import TerminalFrontEnd
from pnet_prep.model.interview import Event, Given, Quit
from tests.unit.keyboard import ENTER, keyboard
from tests.unit.screens import NOTES, ONSET, PATTERN, shipped_words

WORDS = shipped_words()
BETTER = Edited("better\n/back")


@pytest.fixture
def home(monkeypatch, tmp_path):
    monkeypatch.setenv("PNET_PREP_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("VISUAL", raising=False)
    return tmp_path / "home"


def with_editor(monkeypatch, folder: Path, script: str) -> None:
    """Let this be what the editor does with ``path``, the file it is given."""
    program = folder / "an editor.py"
    program.write_text(f"import sys, os\npath = sys.argv[-1]\n{script}\n", encoding="utf-8")
    monkeypatch.setenv("EDITOR", f"{sys.executable} '{program}'")


def test_text_goes_in_and_comes_back(home, monkeypatch, tmp_path):
    seen = tmp_path / "seen"
    script = f"open({str(seen)!r}, 'w').write(open(path).read() + oct(os.stat(path).st_mode))"
    with_editor(monkeypatch, tmp_path, f"{script}\nopen(path, 'a').write('two \\x1b é\\n\\n')")
    assert edit("one") == Edited("one\ntwo \ufffd é")
    assert seen.read_text(encoding="utf-8") == f"one\n{oct(stat.S_IFREG | 0o600)}"
    assert list(home.iterdir()) == []
    assert stat.S_IMODE(home.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    ("script", "kept"),
    [
        ("open(path, 'w').write('half'); sys.exit(1)", "half"),
        ("open(path, 'w').write('half'); os.kill(os.getpid(), 9)", "half"),
        ("os.unlink(path); sys.exit(1)", "one"),
    ],
)
def test_half_done_text_is_kept_where_the_editor_fails(home, monkeypatch, tmp_path, script, kept):
    with_editor(monkeypatch, tmp_path, script)
    assert edit("one") == Edited(kept, FAILED)
    assert list(home.iterdir()) == []


def test_text_that_was_emptied_is_empty(home, monkeypatch, tmp_path):
    with_editor(monkeypatch, tmp_path, "open(path, 'w').close()")
    assert edit("one") == Edited("")
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("named", ["", "no-such-editor-here", "'half a quote"])
def test_without_an_editor_the_text_stays_as_it_is(home, monkeypatch, named):
    monkeypatch.setenv("EDITOR", named)
    assert edit("one") == Edited("one", NO_EDITOR)
    assert not home.exists()


def test_between_pipes_no_editor_is_opened(monkeypatch):
    monkeypatch.setattr(sys, "stdin", StringIO())
    assert editor_here() is no_editor


def test_only_a_long_text_opens_it():
    assert command("/editor", NOTES) is Aside.EDITOR
    assert command("/editor", ONSET) is command("/editor", PATTERN) is Aside.NOT_HERE


def plain(typed: str, edited: Edited) -> tuple[Event, list[str], str]:
    """The answer in plain lines, what the editor was given, and all that was said."""
    given: list[str] = []
    out = StringIO()

    def editor(text: str) -> Edited:
        given.append(text)
        return edited

    front_end = PlainFrontEnd(WORDS, StringIO(typed), out, lambda: 79, editor)
    return front_end.ask(NOTES._replace(current="earlier")), given, out.getvalue()


def rich(keys: str, edited: Edited) -> tuple[Event, list[str]]:
    given: list[str] = []

    def editor(text: str) -> Edited:
        given.append(text)
        return edited

    with keyboard(keys):
        return TerminalFrontEnd(WORDS, editor).ask(NOTES), given


@pytest.mark.parametrize(
    ("typed", "given"),
    [("/editor\n", "earlier"), ("one\n//two\n/editor\n", "one\n/two")],
)
def test_plain_lines_give_what_the_editor_gave(typed, given):
    answer, seen, _ = plain(typed, BETTER)
    assert (answer, seen) == (Given(BETTER.text), [given])


def test_plain_lines_go_on_with_the_text_of_an_editor_that_failed():
    answer, _, said = plain("one\n/editor\nthree\n.\n", Edited("half", FAILED))
    assert answer == Given("half\nthree")
    assert WORDS[FAILED].split(".", maxsplit=1)[0] in said
    answer, _, said = plain("/editor\none\n.\n", Edited("", NO_EDITOR))
    assert answer == Given("one")
    assert WORDS[NO_EDITOR].split(".", maxsplit=1)[0] in said


def test_field_gives_what_the_editor_gave():
    assert rich(f"one{ENTER}/editor{ENTER}", BETTER) == (Given(BETTER.text), ["one"])


def test_field_holds_the_text_of_an_editor_that_failed():
    answer, seen = rich(f"/editor{ENTER} more{ENTER}{ENTER}", Edited("/half", FAILED))
    assert seen == [""]
    assert answer == Given("/half more")


def test_leaving_meanwhile_keeps_the_text_first():
    front_end = PlainFrontEnd(
        WORDS,
        StringIO("/editor\n"),
        StringIO(),
        lambda: 79,
        lambda _: Edited("half", FAILED, left=True),
    )
    assert isinstance(front_end.ask(NOTES), Given)
    assert isinstance(front_end.ask(NOTES), Quit)
