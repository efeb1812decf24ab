"""Where the lines to write on at the end of the paper stand: together, on one page."""

import pytest

from pnet_prep.model.checklist import Heading, Lines, Paragraph
from tests.unit.checklists import visit
from tests.unit.printed import headings, printed

NAMES = ("Notes", "Next steps", "Whom to call")
TO_WRITE = (
    Heading(1, NAMES[0]),
    Lines(4, more=True),
    Heading(1, NAMES[1]),
    Lines(4),
    Heading(1, NAMES[2]),
    Paragraph("My care team:"),
    Lines(2),
    Paragraph("It is not medical advice.", small=True),
)


@pytest.mark.parametrize("before", range(4, 52, 4))
def test_all_lines_to_write_on_share_a_page_wherever_they_begin(before):
    told = (Paragraph("One line of what comes before."),) * before
    reader = printed(visit()._replace(blocks=(Heading(1, "Before"), *told, *TO_WRITE)))
    pages = {title: page for _, title, page in headings(reader)}
    assert {pages[name] for name in NAMES} == {len(reader.pages)}
