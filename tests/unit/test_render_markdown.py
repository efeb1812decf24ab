"""The Markdown must read back as the very words that went in, by a parser that is not ours."""

from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from pnet_prep.engine.text import in_order, show
from pnet_prep.model.checklist import Fact, Facts, Heading, Paragraph, Question, TickList
from pnet_prep.render import RenderOptions, render
from pnet_prep.render.markdown_text import heading, line, passage
from tests.longer import times
from tests.unit.browsed import unmarked
from tests.unit.checklists import busy, crowded, empty, visit, with_texts, words
from tests.unit.hostile import ANY_TEXT, CONTROLS, HOSTILE

GFM = MarkdownIt("commonmark").enable(["table", "strikethrough"])
MARKUP = st.text(st.sampled_from("\\`*_[]<>&|~$@#=+-:.)(1!/ \n\tawx;") | st.characters())
TEXTS = MARKUP | st.lists(st.sampled_from(HOSTILE), min_size=1).map(" ".join)
CONTEXTS = {
    "{}": ["p"],
    "- {}": ["li", "p", "ul"],
    "- [ ] **1.** {}": ["li", "p", "strong", "ul"],
    "| a |\n| --- |\n| {} |": ["table", "tbody", "td", "th", "thead", "tr"],
    "words\\\n{}": ["br", "p"],
    "- **label:** {}": ["li", "p", "strong", "ul"],
}


def tokens(markdown: str) -> Iterator[Token]:
    for token in GFM.parse(markdown):
        yield token
        yield from token.children or ()


def read(markdown: str) -> str:
    """What a reader of the rendered page sees, white space folded."""
    found = [token for token in tokens(markdown) if token.type != "inline"]
    return folded("".join(" " if separates(token) else token.content for token in found))


def separates(token: Token) -> bool:
    """Whether words before and after stand apart: at a line break, at the end of a block."""
    return token.type.endswith("break") or (token.block and token.nesting < 0)


def tags(markdown: str) -> list[str]:
    return sorted({token.tag for token in tokens(markdown) if token.tag})


def folded(text: str) -> str:
    return " ".join(show(text).split())


def printed(text: str) -> str:
    """What should be read of a text: the mark that keeps its numbers in place is seen here too."""
    return folded(in_order(folded(text)))


def markdown(checklist) -> str:
    return render("md", checklist, RenderOptions()).data.decode()


@pytest.mark.parametrize("context", CONTEXTS)
@ANY_TEXT
@settings(max_examples=times(250), deadline=None)
@given(text=TEXTS.filter(folded))
@example(text="\u05d0 40 mg")
def test_any_text_reads_back_as_itself_and_makes_no_markup(context, text):
    made = context.format(line(text))
    assert read(made) == read(context.format("HERE")).replace("HERE", printed(text))
    assert tags(made) == CONTEXTS[context]


@ANY_TEXT
@settings(max_examples=times(250), deadline=None)
@given(TEXTS.filter(folded))
def test_any_heading_reads_back_as_itself(text):
    assert read(f"## {heading(text)}") == printed(text)
    assert tags(f"## {heading(text)}") == ["h2"]


@pytest.mark.parametrize("text", ["#", "##", "# #", "a #", "\\#", "\\##", "#a##", "- #"])
def test_marks_at_the_end_of_a_heading_are_its_words(text):
    assert read(f"## {heading(text)}") == text


@ANY_TEXT
@settings(max_examples=times(250), deadline=None)
@given(TEXTS.filter(folded))
def test_own_line_ends_become_breaks_and_nothing_else(text):
    assert read(f"- {unmarked(passage(text, '  '))}") == folded(text)
    assert set(tags(f"- {passage(text, '  ')}")) <= {"ul", "li", "p", "br"}


@pytest.mark.parametrize("text", [*HOSTILE, *CONTROLS])
def test_hostile_text_is_only_words_wherever_it_stands(text):
    made = markdown(with_texts(text, "plain"))
    plain = markdown(with_texts("harmless", "plain"))
    assert read(made).count(folded(text)) == read(plain).count("harmless")
    assert tags(made) == tags(plain)


def test_doses_stay_readable_in_the_source():
    assert line("1.5 mg, 10 mg/day (75 µg)") == "1.5 mg, 10 mg/day (75 µg)"
    assert line("-5 mg") == "\\-5 mg"
    assert line("2) half a tablet") == "2\\) half a tablet"


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("see https://a.example", "see https\\://a.example"),
        ("www.a.example", "www\\.a.example"),
        ("MAILTO:a@b.example", "MAILTO\\:a\\@b.example"),
    ],
)
def test_bare_addresses_do_not_become_links(text, made):
    assert line(text) == made


@pytest.mark.parametrize("sample", [visit, busy, crowded, empty])
def test_every_word_of_the_checklist_is_there(sample):
    seen = read(markdown(sample()))
    assert [text for text in words(sample()) if folded(text) not in seen] == []


def test_parts_have_their_own_shapes():
    blocks = (
        Heading(1, "Part"),
        Heading(2, "Inner"),
        Paragraph("one\ntwo"),
        Question(4, "Why?", "You said so."),
        TickList(("first", "second")),
        Facts("Pain", (Fact("Began", ("May",)), Fact("Worst", ("Ana: 4", "Luis: 7")))),
        Facts("iron", (Fact("Dose", ("40 mg",)),)),
        Facts("zinc", (Fact("Dose", ("5 mg",)),)),
    )
    made = markdown(empty()._replace(blocks=blocks))
    assert made == (
        "# Visit on 1 December 2026\n\n## For my visit\n\n## Part\n\n### Inner\n\none\\\ntwo\n\n"
        "- [ ] **4.** Why?\\\n  You said so.\n\n- [ ] first\n- [ ] second\n\n**Pain**\n\n"
        "- **Began:** May\n- **Worst:**\n  - Ana: 4\n  - Luis: 7\n\n"
        "|  | Dose |\n| --- | --- |\n| **iron** | 40 mg |\n| **zinc** | 5 mg |\n"
    )


def test_symptoms_are_a_table_with_their_notes_below():
    made = markdown(visit())
    assert "| symptom | began | pattern | worst | better with | worse with |" in made
    assert "| **Diarrhea** | about Easter 2026 |" in made
    assert "- **Low-sugar spells** I stopped driving to work." in made
