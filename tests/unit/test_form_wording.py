"""What a question of the form is made of: for one reader, or for the patient and who helps."""

import pytest

from pnet_prep.model.form import FormNote
from pnet_prep.render.form_wording import Piece, worded
from tests.unit.formed import questions, shipped

LIVING = FormNote("life", "Do you live alone?", "Does {name} live alone?", gated=False)
CASES = [
    (LIVING, "patient", [Piece("Do you live alone?")], []),
    (LIVING, "caregiver", [Piece("Does {name} live alone?")], []),
    (LIVING, "", [Piece("Do you", "Does {name}"), Piece(" live alone?")], []),
    (
        FormNote("where", "Where is it? Say it in words.", "", gated=False),
        "",
        [Piece("Where is it?")],
        [Piece("Say it in words.")],
    ),
    (
        FormNote("when", "When? You may guess.", "When? A guess will do.", gated=False),
        "",
        [Piece("When?")],
        [Piece("You may guess.", "A guess will do.")],
    ),
    (FormNote("now", "Is it now?", "Is it for {name} now?", gated=False), "",
     [Piece("Is it "), Piece("", "for {name}"), Piece(" now?")], []),
    (FormNote("new", "New?", "New? A guess will do.", gated=False), "",
     [Piece("New?")], [Piece("", "A guess will do.")]),
    (FormNote("note", "First some lists.", "", gated=False), "", [Piece("First some lists.")], []),
    (FormNote("ar", "متى؟ خمن.", "", gated=False), "", [Piece("متى؟")], [Piece("خمن.")]),
]  # fmt: skip


@pytest.mark.parametrize(("one", "who", "asked", "beside"), CASES)
def test_what_both_wordings_share_stands_there_once(one, who, asked, beside):
    assert worded(one, who) == (asked, beside)


def test_each_wording_can_be_read_from_the_pieces():
    for one in questions(shipped()).values():
        asked, beside = worded(one, "")
        for wording, text in ((0, one.text), (1, one.about or one.text)):
            read = [
                "".join(piece.text if wording == 0 or piece.about is None else piece.about
                        for piece in pieces)
                for pieces in (asked, beside)
            ]  # fmt: skip
            assert " ".join(" ".join(read).split()) == text
