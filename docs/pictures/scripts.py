"""What is done for each picture of a screen, as a person would do it."""

from collections.abc import Callable
from typing import NamedTuple

from unseen import ENTER, SPACE, Terminal

NEW = ("start",)
HOME = "Which part comes next?"
NAME = "What name should stand on the sheet?"


class Script(NamedTuple):
    """What a person does, and the command it is done in.

    ``told`` is whether the visit of the made-up patient is there already.
    """

    do: Callable[[Terminal], None]
    command: tuple[str, ...] = ("start", "1")
    told: bool = True


def first(at: Terminal) -> None:
    """Who is answering."""
    at.point_at("I am the patient")


def part(at: Terminal, title: str) -> None:
    """From the very start into a part, by way of the home screen."""
    at.choose("I am the patient")
    at.wait_for(NAME)
    at.press("/parts", ENTER)
    at.choose(title)


def safety(at: Terminal) -> None:
    """A sign that should not wait, and what is said at once."""
    part(at, "Signs that should not wait")
    at.skip_to("blood sugar")
    at.tick("Low sugar several times a week")


def symptom(at: Terminal) -> None:
    """The card of a symptom, with what was answered above."""
    part(at, "Symptoms")
    at.skip_to("Some things come in spells")
    at.tick("Low blood sugar")
    at.skip_to("When did it start?")
    at.press("March 2026", ENTER)
    at.wait_for("When is it there?")
    at.tick("Only some days", "On waking")
    at.point_at("8")


def medicines(at: Terminal) -> None:
    """A pasted list of medicines, read and to be confirmed."""
    part(at, "Medicines")
    at.choose("Add one")
    at.wait_for("What is the name on the label?")
    at.press("omeprazole 40 mg twice a day; metformin 500 mg in the evening", ENTER)


def home(at: Terminal) -> None:
    """How far each part is."""
    at.choose("Both of us together")
    at.wait_for(HOME)


def review(at: Terminal) -> None:
    """All that was said, on numbered lines."""
    home(at)
    at.choose("Review and print")
    at.wait_for("Here is all you said")


def two(at: Terminal) -> None:
    """Two people at one keyboard, each with a view."""
    review(at)
    at.choose("Low blood sugar, worst")


def top(at: Terminal) -> None:
    """The three questions that matter most."""
    review(at)
    at.choose("Go on to your questions")
    at.wait_for("Which three matter most")
    for text in ("How can we find out", "May I drive", "Could a hormone"):
        at.point_at(text)
        at.press(SPACE)


def end(at: Terminal) -> None:
    """What was written, and what to do with it."""
    top(at)
    at.press(ENTER)
    at.wait_for("Hand it over")


def plain(at: Terminal) -> None:
    """The card of a symptom in plain lines."""
    at.wait_for("Who is answering?")
    at.press("1", ENTER, "/parts", ENTER, "Symptoms", ENTER)
    at.wait_for("First, your belly")
    at.press("Heartburn", ENTER)
    for _ in range(12):
        at.wait_for(">")
        if at.shows("When did it start?"):
            break
        at.press("/skip", ENTER)
    at.press("March 2026", ENTER)
    at.wait_for("When is it there?")
    at.press("3, 7", ENTER)


SCRIPTS = {
    "first": Script(first, NEW, told=False),
    "safety": Script(safety, NEW, told=False),
    "symptom": Script(symptom, NEW, told=False),
    "medicines": Script(medicines, NEW, told=False),
    "plain": Script(plain, (*NEW, "--plain"), told=False),
    "home": Script(home),
    "review": Script(review),
    "two": Script(two),
    "top": Script(top),
    "end": Script(end, ("start", "1", "--out", ".")),
}
"""By the name of the picture."""
