"""Files that released programs wrote are read for ever, whatever later programs write."""

import shutil
from pathlib import Path

import pytest

from pnet_prep.model.response import PATIENT
from pnet_prep.store.codec import decode
from pnet_prep.store.folder import key_files, list_visits
from pnet_prep.store.received import received
from pnet_prep.store.visit import open_visit, response_in, save
from tests.unit.locked import SEALED, key
from tests.unit.stored import with_said

GOLDEN = Path(__file__).parents[1] / "golden"
WORD = "formats of files that were released, each read as it was meant"


@pytest.mark.row("T13", WORD)
def test_locked_visit_of_the_first_release_opens_with_its_passphrase(tmp_path: Path) -> None:
    path = tmp_path / "visits" / "k3v9x2ab.yaml.age"
    path.parent.mkdir()
    shutil.copy(GOLDEN / "visit-format-1.yaml.age", path)
    for file in key_files(str(path)):
        Path(file).write_bytes(next(iter(SEALED.values())))
    (listed,) = list_visits(str(tmp_path))
    opened = open_visit(listed.path, key())
    golden = decode((GOLDEN / "visit-format-1.yaml").read_bytes(), {})
    assert opened.lines == golden.lines
    assert opened.notices == ()
    saved = save(with_said(opened, "today", "life.new"))
    assert len(open_visit(saved.path, key()).lines) == len(golden.lines) + 1


@pytest.mark.row("T13", WORD)
def test_shared_file_of_the_first_release_brings_what_it_says_and_takes_the_rest_back() -> None:
    found = received((GOLDEN / "shared-format-1.yaml").read_bytes(), "x")
    assert (found.head.visit, found.head.title) == ("k3v9x2ab", "Dr. Núñez")
    assert (found.changed, found.whole) == (0, True)
    response = response_in(found.lines)
    assert [(a.item, a.value, a.by) for a in response.shown] == [
        ("visit.with", "Dr. Núñez", PATIENT),
        ("visit.reason", "I faint before breakfast", PATIENT),
        ("visit.reason", "Er wird ohnmächtig", "luisbbbb"),
    ]
    assert len(response.gone) == 1
