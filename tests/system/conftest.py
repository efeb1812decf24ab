"""What tests of the real program start with: a home of its own, with the questions read already."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.system.asker import Asker

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def read_questions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A content cache, so that not every program of every test has to read the questions anew."""
    home = tmp_path_factory.mktemp("warm")
    subprocess.run(
        [sys.executable, "-m", "pnet_prep", "start", "--template"],
        env=os.environ | {"PNET_PREP_HOME": str(home)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return home / "cache"


@pytest.fixture
def home(read_questions: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The home of the program in this test; what it prints is buffered, as on most computers."""
    monkeypatch.delenv("PYTHONUNBUFFERED", raising=False)
    path = Path(os.environ["PNET_PREP_HOME"])
    path.mkdir(mode=0o700)
    shutil.copytree(read_questions, path / "cache")
    return path


@pytest.fixture(scope="module")
def askers() -> Iterator[list[Asker]]:
    """The terminal of a module on which screens are asked, if there is one at this moment."""
    running: list[Asker] = []
    yield running
    for one in running:
        one.close()


@pytest.fixture
def asker(askers: list[Asker], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asker]:
    """The terminal of this module, or a new one after a test that left a question standing."""
    if not askers:
        askers.append(Asker(tmp_path_factory.mktemp("asker")))
    yield askers[0]
    if not askers[0].left:
        askers.pop().close()


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator["Browser"]:
    """The browser of a module."""
    from tests.system.browser import browser

    with browser(tmp_path_factory.mktemp("browser")) as started:
        yield started
