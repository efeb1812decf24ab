"""Page 1 for a browser: long answers are cut there, and only where they stand in full below."""

import pytest

from pnet_prep.engine.compose import compose
from pnet_prep.engine.picture import look
from pnet_prep.engine.readers import for_reader, shaped
from pnet_prep.model.reader import Reader
from pnet_prep.render.shortened import shortened
from tests.unit.browsed import page
from tests.unit.made import TODAY, told
from tests.unit.test_pointers import CUT, LONG
from tests.unit.two_visits import shipped


def checklist(answers, reader=Reader.DOCTOR):
    picture = for_reader(look(shipped(), told(answers), TODAY), reader)
    return shaped(compose(picture), reader)


def texts(sheet):
    cells = (text for row in sheet.symptoms for text in (*row.cells, row.effect, *row.views))
    return [*sheet.facts, *cells, *(value for panel in sheet.panels for value in panel.values)]


NAMES = sorted({*CUT} - {"a symptom of one's own", "a long list of medicines"})


@pytest.mark.parametrize("name", NAMES)
def test_a_long_answer_is_cut_at_a_word_and_stands_in_full_below(name):
    whole = checklist(CUT[name])
    (cut,) = (text for text in texts(shortened(whole)) if "alpha" in text)
    assert len(cut) < 200
    kept = cut.removesuffix(" … (the rest is below)")
    assert f"{kept[-30:]} " in LONG
    assert LONG.replace("  ", " ") in page(whole).text.replace("  ", " ")


def test_a_long_list_says_how_many_more_there_are():
    (panel,) = shortened(checklist(CUT["a long list of medicines"])).panels
    assert len(panel.values) == 9
    assert panel.values[-1] == "and 83 more, below"


@pytest.mark.parametrize(("letters", "shown"), [(30, 8), (60, 8), (120, 4), (150, 3), (1000, 2)])
def test_a_list_of_long_entries_shows_fewer_of_them(letters, shown):
    """So that page 1 stays one page of paper, however much stands beside each medicine."""
    names = {("medicine.name", f"pill{n:04}"): "a " * (letters // 2) for n in range(61)}
    (panel,) = shortened(checklist(names)).panels
    assert panel.values[-1] == f"and {61 - shown} more, below"
    assert len(panel.values) == shown + 1


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_cut_that_does_not_stand_below(name):
    whole = checklist(CUT[name], Reader.PORTAL)
    assert shortened(whole) == whole.sheet


def test_short_answers_stay_as_they_are():
    whole = checklist({"visit.reason": "Why?", ("medicine.name", "pills001"): "zinc"})
    assert shortened(whole) == whole.sheet


@pytest.mark.parametrize("before", range(5))
@pytest.mark.parametrize("letter", ["👨\u200d👩\u200d👧", "👍🏽", "ẹ\u0301"])
def test_no_letter_is_cut_apart_from_its_marks(letter, before):
    (fact,) = (
        text
        for text in shortened(checklist({"visit.reason": "a" * before + letter * 100})).facts
        if letter in text
    )
    kept = fact.removesuffix(" … (the rest is below)").removeprefix("Reason: ")
    assert kept != fact
    assert kept.replace(letter, "") == "a" * before
