"""Modules that are put off: found by every import, run when they are first used."""

import sys
from importlib import import_module

import pytest

from pnet_prep.lazily import SELDOM_USED, put_off

NAME = "made_for_this_test"


@pytest.fixture
def made(tmp_path, monkeypatch):
    """Write a module of that name, which counts in a file how often it was run."""
    monkeypatch.syspath_prepend(tmp_path)
    runs = tmp_path / "runs"

    def write(more: str) -> None:
        runs.write_text("", encoding="utf-8")
        count = f"with open({str(runs)!r}, 'a') as file: file.write('.')\n"
        (tmp_path / f"{NAME}.py").write_text(count + more, encoding="utf-8")

    monkeypatch.delitem(sys.modules, NAME, raising=False)
    yield write, lambda: len(runs.read_text(encoding="utf-8"))
    sys.modules.pop(NAME, None)


def test_module_runs_once_and_only_when_something_of_it_is_used(made):
    write, runs = made
    write("answer = 42")
    put_off((NAME,))
    found, again = import_module(NAME), import_module(NAME)
    assert str(found.__file__).endswith(f"{NAME}.py")
    assert runs() == 0
    assert found.answer == again.answer == 42
    assert not hasattr(again, "question")
    assert runs() == 1


def test_module_that_fails_to_run_can_be_tried_again(made):
    write, _ = made
    write("raise ImportError('no such library')")
    put_off((NAME,))
    with pytest.raises(ImportError, match="no such library"):
        import_module(NAME).answer  # noqa: B018 - to look is to use it
    write("answer = 42  # mended")
    assert import_module(NAME).answer == 42


def test_loaded_module_stays_and_a_missing_one_stays_missing():
    before = sys.modules["pytest"]
    put_off(("pytest", "no_module_has_this_name"))
    assert sys.modules["pytest"] is before
    assert "no_module_has_this_name" not in sys.modules


@pytest.mark.parametrize("name", SELDOM_USED)
def test_every_module_that_is_put_off_is_one_of_the_standard_library(name):
    assert name in sys.stdlib_module_names
