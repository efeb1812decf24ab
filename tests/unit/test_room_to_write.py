"""Where the lines to write on at the end of the paper stand, and that they leave no page empty."""

import pytest

from pnet_prep.model.checklist import Heading, Lines, Paragraph
from tests.unit.checklists import visit
from tests.unit.printed import headings, printed

NAMES = ("Notes", "Next steps", "Whom to call")
TO_WRITE = (
    Heading(1, NAMES[0]),
    Lines(4, more=True),
    Heading(1, NAMES[1]),
    Lines(4, more=True),
    Heading(1, NAMES[2]),
    Paragraph("My care team:"),
    Lines(2),
    Paragraph("It is not medical advice.", small=True),
)
FOOT = 54  # points above the edge of the paper
A_LINE, LAST_WORDS, SOME_LINES = 24.1, 30, 225  # and how much higher the lowest thing may stand


@pytest.mark.parametrize("before", range(4, 52, 4))
def test_no_page_is_left_empty_before_the_lines_to_write_on_or_between_them(before):
    told = (Paragraph("One line of what comes before."),) * before
    reader = printed(visit()._replace(blocks=(Heading(1, "Before"), *told, *TO_WRITE)))
    pages = {title: page for _, title, page in headings(reader)}
    notes, last = pages[NAMES[0]], len(reader.pages)
    assert {pages[name] for name in NAMES[1:]} == {last}
    assert notes in {last - 1, last}
    for number, page in enumerate(reader.pages[1:], 2):
        most = SOME_LINES if number < notes else A_LINE if number < last else A_LINE + LAST_WORDS
        assert lowest(page) <= FOOT + most


def lowest(page):
    """How far above the edge of the paper the last line or letter of a page is, in points."""
    found = []

    def line(operator, numbers, within, _):
        if operator == b"l":
            x, y = map(float, numbers)
            found.append(within[1] * x + within[3] * y + within[5])

    def letters(text, within, at, *_):
        if text.strip():
            found.append(within[1] * at[4] + within[3] * at[5] + within[5])

    page.extract_text(visitor_operand_before=line, visitor_text=letters)
    return min(height for height in found if height > FOOT)
