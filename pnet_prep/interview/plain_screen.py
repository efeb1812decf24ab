"""A screen as plain lines: append-only, one idea a line, nothing that only the eye can read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.fill import fill
from pnet_prep.engine.text import show
from pnet_prep.interview.answering import JOINT, current_words, rows, said_words
from pnet_prep.interview.plain_choices import Listed
from pnet_prep.interview.wrapping import cells, wrap
from pnet_prep.model.interview import Ask, Choice, Chosen, Screen

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from pnet_prep.model.interview import Event, Notice


def question_lines(
    screen: Screen,
    words: Mapping[str, str],
    width: int,
    heard: Collection[tuple[int, str]] = (),
) -> list[str]:
    """All of the screen but its prompt, in the order it is heard.

    Of a list that was ``heard`` before, only the lines that were not in it are said.
    """
    said = ["", *wrap(screen.part, width)] if screen.part else []
    said += ["", *notice_lines(screen.notices, words, width)]
    said += heading_lines(screen, words, width)
    answers = _unheard(screen, words, width, heard) if heard else choice_lines(screen, words, width)
    return _one_blank([*said, *answers])


def heading_lines(screen: Screen, words: Mapping[str, str], width: int) -> list[str]:
    """The question, after what it is about."""
    about = wrap(_sentence(screen.heading, words), width) if screen.heading else []
    return about + wrap(screen.text, width)


def _sentence(heading: str, words: Mapping[str, str]) -> str:
    """A heading that a screen reader ends with a pause; a question has its own."""
    ends = heading.endswith((".", "?"))
    return heading if ends else fill(words["plain.heading"], {"heading": heading})


def _one_blank(lines: list[str]) -> list[str]:
    """Never two empty lines in a row."""
    return [line for i, line in enumerate(lines) if line or not i or lines[i - 1]]


def notice_lines(notices: Iterable[Notice], words: Mapping[str, str], width: int) -> list[str]:
    """What is said beside the questions; urgent words stand alone and say that they matter."""
    said: list[str] = []
    for notice in notices:
        if notice.urgent:
            text = fill(words["plain.urgent"], {"text": notice.text})
            said += ["", *wrap(text, width), ""]
        else:
            said += wrap(notice.text, width)
    return said


def _unheard(
    screen: Screen, words: Mapping[str, str], width: int, heard: Collection[tuple[int, str]]
) -> list[str]:
    texts = {text for _, text in heard}
    now = list(enumerate(_texts(screen, words), 1))
    new = [(i, text) for i, text in now if text not in texts]
    moved = any(text in texts and (i, text) not in heard for i, text in now)
    lines = [line for i, text in new for line in wrap(text, width, f"{i}. ", "")]
    told = {"plain.heard": True, "plain.heard.moved": moved, "plain.heard.new": bool(new)}
    said = (words[word] for word, fits in told.items() if fits)
    return [line for text in said for line in wrap(text, width)] + lines


def choice_lines(screen: Screen, words: Mapping[str, str], width: int) -> list[str]:
    """What can be answered: a numbered list, or what to type."""
    match screen.ask:
        case Ask.ONE:
            lines = _listed(screen, words, width)
            typed = "plain.words_too" if screen.words_too else "plain.adds" if screen.adds else ""
            return lines + (wrap(words[typed], width) if typed else [])
        case Ask.MANY:
            return _listed(screen, words, width) + wrap(_how_many(screen, words), width)
        case Ask.LONG:
            return _spoken(screen, words, width) + wrap(words["plain.long"], width)
        case Ask.LINE:
            return _spoken(screen, words, width)
        case Ask.NOTHING:
            return []


def _texts(screen: Screen, words: Mapping[str, str]) -> list[str]:
    return list(rows(screen, words).values())


def _listed(screen: Screen, words: Mapping[str, str], width: int) -> list[str]:
    texts = _texts(screen, words)
    if not Listed(texts).numeric:
        numbered = (wrap(text, width, f"{i}. ", "") for i, text in enumerate(texts, 1))
        return [line for lines in numbered for line in lines]
    choices = [choice.text for choice in screen.choices]
    if ends := Listed(choices).scale:
        return [*wrap(fill(words["plain.range"], ends), width), *_spoken(screen, words, width)]
    plain = [line for text in choices for line in wrap(text, width)]
    return plain + _spoken(screen, words, width)


def _spoken(screen: Screen, words: Mapping[str, str], width: int) -> list[str]:
    """What may be said instead of an answer, as words."""
    if not screen.non_answers:
        return []
    said = JOINT.join(words[f"choose.{how.value}"] for how in screen.non_answers)
    return wrap(fill(words["plain.or_type"], {"answers": said}), width)


def _how_many(screen: Screen, words: Mapping[str, str]) -> str:
    ordered = "ordered" if screen.ordered else "many"
    if screen.at_most:
        return fill(words[f"plain.{ordered}.at_most"], {"count": str(screen.at_most)})
    return words[f"plain.{ordered}"]


def chosen_lines(event: Event, screen: Screen, words: Mapping[str, str], width: int) -> list[str]:
    """An answer in words, as an echo of the number or part of a text that was typed."""
    if isinstance(event, Chosen) and screen.ordered and len(event.ids) > 1:
        texts = {choice.id: choice.text for choice in screen.choices}
        placed = (wrap(texts[one], width, f"{i}. ", "") for i, one in enumerate(event.ids, 1))
        return [words["plain.chosen.ordered"], *(line for lines in placed for line in lines)]
    said = said_words(event, screen, words).rstrip(".")
    told = fill(words["plain.chosen"], {"answer": said})
    return wrap(told.removesuffix(".") if said.endswith("?") else told, width) if said else []


def prompt_lines(screen: Screen, words: Mapping[str, str], width: int) -> list[str]:
    """The lines before the cursor; the last is the prompt itself, with the answer that stands.

    An answer too long for the prompt is said in lines of its own before it.
    """
    now = show(" ".join(current_words(screen).split()))
    enter = show(next((c.text for c in screen.choices if c.id == screen.enter), ""))
    kind = "both" if now and enter else "now" if now else "enter" if enter else ""
    if screen.ask is Ask.NOTHING and not enter:
        kind = "go_on"
    slots = {"answer": now, "enter": enter}
    prompt = fill(words[f"plain.prompt.{kind}" if kind else "plain.prompt"], slots)
    if not kind or cells(prompt) <= width * 2 // 3:
        return wrap(prompt, width)
    before = [
        fill(words[f"plain.{one}"], slots) for one in ("now", "enter") if kind in {one, "both"}
    ]
    return [line for text in before for line in wrap(text, width)] + [words["plain.prompt"]]


def keep_prompt(text: str, words: Mapping[str, str], width: int) -> list[str]:
    """The lines before the cursor where Enter alone keeps this text."""
    kept = Screen(Ask.ONE, "", choices=(Choice("keep", text),), enter="keep")
    return prompt_lines(kept, words, width)
