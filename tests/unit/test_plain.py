"""Plain mode as a person or a pipe drives it: lines in, lines out."""

import io
import os
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pnet_prep.engine.reading import LONGEST_ANSWER
from pnet_prep.interview.commands import COMMANDS, Aside
from pnet_prep.interview.plain import PlainFrontEnd
from pnet_prep.model.interview import Back, Choice, Chosen, Given, Notice, Passed, Quit
from pnet_prep.model.values import NonAnswer
from tests.unit.heard import Heard
from tests.unit.screens import (
    BELLY,
    NOTES,
    ONSET,
    PATTERN,
    RELATION,
    TOP,
    changed,
    shipped_words,
)

WORDS = shipped_words()


def test_what_was_chosen_is_said_once_in_words():
    heard = Heard("2, 1\n")
    heard.ask(BELLY)
    assert heard.lines[-1] == "You chose: Diarrhea; Nausea."
    same = Heard("Comes and goes\n")
    same.ask(PATTERN)
    assert "You chose" not in same.said


def test_a_question_that_was_chosen_ends_with_its_own_mark():
    heard = Heard("4\n")
    heard.ask(TOP)
    assert heard.lines[-1] == "You chose: Question D?"


@pytest.mark.parametrize("screen", [PATTERN, BELLY, ONSET, NOTES])
def test_what_is_passed_over_is_said_at_every_kind_of_question(screen):
    heard = Heard("/skip\n")
    heard.ask(screen)
    assert heard.lines[-1] == "You chose: Skip this one."


@pytest.mark.parametrize(
    ("screen", "typed"), [(ONSET, "help\n"), (RELATION, "Quit.\n"), (NOTES, "back\n.\n")]
)
def test_a_command_without_its_slash_is_an_answer_and_said_to_be_one(screen, typed):
    heard = Heard(typed)
    event = heard.ask(screen)
    assert isinstance(event, Given)
    assert f"a slash: /{event.text.casefold().strip('.')}." in " ".join(heard.lines[-2:])
    plainly = Heard("helped by rest\n")
    plainly.ask(ONSET)
    assert "a slash" not in plainly.said


def test_an_order_is_said_as_a_list():
    heard = Heard("4, 1\n")
    heard.ask(TOP)
    assert heard.lines[-3:] == ["Your order:", "1. Question D?", "2. Question A?"]


def test_the_list_is_said_again_with_what_it_is_about():
    heard = Heard("/list\n2\n")
    heard.ask(changed(PATTERN, heading="Feeling sick"))
    assert heard.said.count("Feeling sick.\nDoes it stay all the time") == 2


HEARD, MOVED = WORDS["plain.heard"], WORDS["plain.heard.moved"]


def test_of_a_list_of_answers_only_what_is_new_is_said_the_next_time():
    heard = Heard("1\n1\n/list\n1\n1\n")
    said = changed(PATTERN, numbered=True)
    more = changed(said, choices=(*said.choices, Choice("night", "At night")))
    told = []
    for screen in (said, more, more, PATTERN):
        before = len(heard.said)
        heard.ask(screen)
        told.append(heard.said[before:])
    assert "1. All the time" in told[0]
    assert HEARD not in told[0] + told[3]
    assert "\n".join((HEARD, MOVED, WORDS["plain.heard.new"], "3. At night\n")) in told[1]
    assert "1. All the time" not in told[1]
    assert HEARD in told[2]
    assert MOVED not in told[2]
    assert WORDS["plain.heard.new"] not in told[2]
    assert told[2].count("1. All the time") == told[3].count("1. All the time") == 1


def test_an_empty_line_keeps_the_earlier_answer():
    chosen = changed(
        PATTERN, choices=(PATTERN.choices[0], Choice("comes", "Comes and goes", chosen=True))
    )
    heard = Heard("\n")
    assert heard.ask(chosen) == Chosen(("comes",))
    assert "(now: Comes and goes) >" in heard.said
    said = changed(ONSET, current="Easter")
    assert Heard("\n").ask(said) == Given("Easter")
    assert Heard("\n").ask(changed(said, empty=True)) == Given("Easter")
    assert Heard("\n").ask(changed(RELATION, current="neighbor")) == Given("neighbor")
    unsure = changed(ONSET, current=WORDS["choose.not_sure"])
    assert Heard("\n").ask(unsure) == Passed(NonAnswer.NOT_SURE)


def test_an_empty_line_takes_the_harmless_choice_or_stays_empty():
    harmless = changed(PATTERN, enter="constant")
    heard = Heard("\n")
    assert heard.ask(harmless) == Chosen(("constant",))
    assert "(Enter: All the time) >" in heard.said
    assert Heard("\n").ask(changed(ONSET, empty=True)) == Given("")
    assert Heard("\n").ask(changed(BELLY, empty=True)) == Chosen(())
    assert Heard("\n").ask(changed(NOTES, current="as before")) == Given("as before")


def test_a_long_text_ends_with_a_dot():
    heard = Heard("first\n\n//slash\n  two spaces\n2\n.\n")
    assert heard.ask(NOTES) == Given("first\n\n/slash\n  two spaces\n2")


def test_a_part_that_is_too_much_for_one_answer_is_told_and_the_rest_stays():
    heard = Heard(f"first\n{'x' * LONGEST_ANSWER}\nlast\n.\n")
    assert heard.ask(NOTES) == Given("first\nlast")
    assert " ".join(heard.said.split()).count(WORDS["plain.too_long"]) == 1


def test_leaving_a_long_text_never_loses_it():
    refused = Heard("one\n/back\n/help\ntwo\n.\n/back\n")
    assert refused.ask(NOTES) == Given("one\ntwo")
    assert WORDS["plain.help.moves"].split(".")[0] in refused.said
    assert refused.ask(NOTES) == Back()
    for leaving in ("/quit\n", ""):
        left = Heard("half a thought\n" + leaving)
        assert left.ask(NOTES) == Given("half a thought")
        assert left.ask(ONSET) == Quit()


def test_a_long_text_takes_commands_and_non_answers_first():
    assert Heard("/back\n").ask(NOTES) == Back()
    assert Heard("not sure\n").ask(NOTES) == Passed(NonAnswer.NOT_SURE)
    nothing = Heard(".\n\nsome\n.\n")
    assert nothing.ask(NOTES) == Given("some")
    assert nothing.said.count(WORDS["plain.empty.long"]) == 2


def test_who_waits_after_an_empty_line_is_told_once_how_a_long_text_ends():
    waiting = Heard("some\n\n\nmore\n.\n")
    assert waiting.ask(NOTES) == Given("some\n\n\nmore")
    assert waiting.lines.count(WORDS["plain.long.end"]) == 1
    straight = Heard("some\nmore\n.\n")
    straight.ask(NOTES)
    assert WORDS["plain.long.end"] not in straight.said


def test_help_and_list_stay_inside():
    heard = Heard("/help\n/more\n/list\n1\n")
    assert heard.ask(changed(PATTERN, help="Think of the last month.")) == Chosen(("constant",))
    assert heard.lines.count("Think of the last month.") == 2
    assert heard.lines.count("1. All the time") == 2
    silent = Heard("/more\n1\n")
    silent.ask(PATTERN)
    assert WORDS["help.none"].split(".")[0] in silent.said


@pytest.mark.parametrize(("screen", "unnamed"), [(PATTERN, {Aside.EDITOR}), (NOTES, set())])
def test_every_command_is_named_in_the_help(screen, unnamed):
    heard = Heard("/help\n")
    heard.ask(screen)
    named = set(re.findall(r"/[a-z]+", heard.said))
    assert {name for name, does in COMMANDS.items() if does not in {Aside.HELP, *unnamed}} <= named


def test_part_heading_and_notices_come_first_and_urgent_ones_stand_apart():
    screen = changed(
        ONSET,
        part="Part 3 of 8: Symptoms.",
        heading="Diarrhea",
        notices=(Notice("I read that as 2026."), Notice("Call a doctor now.", urgent=True)),
    )
    heard = Heard("/quit\n")
    heard.ask(screen)
    start = heard.lines.index("Part 3 of 8: Symptoms.")
    assert heard.lines[start : start + 7] == [
        "Part 3 of 8: Symptoms.",
        "",
        "I read that as 2026.",
        "",
        "Important: Call a doctor now.",
        "",
        "Diarrhea.",
    ]


def test_keys_are_told_once():
    heard = Heard("1\n1\n")
    heard.ask(PATTERN)
    heard.ask(PATTERN)
    assert heard.said.count(WORDS["plain.start.answer"]) == 1


def test_the_transcript_is_what_a_screen_reader_needs():
    hostile = changed(
        BELLY,
        text="Is [b]this[/b] \x1b[2J a \u202equestion of severity 7\rseverity 1 \x08?",
        heading="\x9b31m",
        notices=(Notice("\x1b]52;c;aGk=\x07"),),
        help="\u202e help \x1b[0m",
        current="\u2066 山田\x1b",
        choices=(Choice("a", "A\x1b[1A"), *BELLY.choices),
    )
    heard = Heard("/help\n/list\n\x1b[A\n\u202e\n1\n")
    heard.ask(hostile)
    heard.front_end.tell((Notice("\x1b[31mred", urgent=True),))
    kinds = {unicodedata.category(char) for char in heard.said if char != "\n"}
    assert not kinds & {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
    collapsed = "\n".join(line.rstrip() for line in heard.lines)
    assert "\n\n\n" not in collapsed


LONG_WORDS = st.text(st.characters(codec="utf-8"), max_size=200)


@given(text=LONG_WORDS, choice=LONG_WORDS, width=st.integers(20, 79))
def test_no_line_is_wider_than_asked(text, choice, width):
    screen = changed(
        PATTERN,
        text=text,
        heading=choice,
        part=text,
        notices=(Notice(text, urgent=True),),
        help=choice,
        choices=(Choice("a", choice, chosen=True), Choice("b", text), *PATTERN.choices),
    )
    heard = Heard(f"/help\n{choice}\n9\n/list\n1\n", width)
    heard.ask(screen)
    wide = {char: unicodedata.east_asian_width(char) in "WF" for char in set(heard.said)}
    for line in heard.lines:
        assert sum(2 if wide[char] else 1 for char in line if not unicodedata.combining(char)) <= (
            width + sum(unicodedata.category(char) in {"Mn", "Me", "Cf"} for char in line)
        )


def test_the_end_of_input_and_closed_streams_leave_quietly():
    assert Heard("").ask(PATTERN) == Quit()
    unfinished = Heard("1")
    assert unfinished.ask(PATTERN) == Chosen(("constant",))
    assert unfinished.ask(PATTERN) == Quit()
    closed = Heard("1\n")
    closed.out.close()
    assert closed.ask(PATTERN) == Quit()
    closed.front_end.tell((Notice("Saved."),))


class Interrupted(io.StringIO):
    def readline(self, *_: object) -> str:  # type: ignore[override]
        raise KeyboardInterrupt


def test_ctrl_c_leaves_and_ends_the_line():
    out = io.StringIO()
    front_end = PlainFrontEnd(WORDS, Interrupted(), out, lambda: 79)
    assert front_end.ask(PATTERN) == Quit()
    front_end.tell((Notice("Saved."),))
    assert out.getvalue().endswith("> \nSaved.\n")


def test_over_a_real_pipe_every_byte_is_read_and_a_gone_reader_is_no_error():
    read_end, write_end = os.pipe()
    os.write(write_end, "Weiß nicht, caf".encode() + b"\xe9\n" + b"x\n" * 2000)
    os.close(write_end)
    gone_read, gone_write = os.pipe()
    os.close(gone_read)
    with (
        open(read_end, encoding="utf-8", errors="surrogateescape") as lines_in,
        open(gone_write, "w", encoding="utf-8") as nobody,
    ):
        front_end = PlainFrontEnd(WORDS, lines_in, io.StringIO())
        assert front_end.ask(ONSET) == Given("Weiß nicht, café")
        alone = PlainFrontEnd(WORDS, lines_in, nobody)
        assert alone.ask(ONSET) == Quit()
        alone.tell((Notice("Saved."),))
        with pytest.raises(BrokenPipeError):
            nobody.close()
