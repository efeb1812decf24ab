"""Ctrl-C that comes where Python can raise nothing still ends the program, a moment later."""

import sys
import time

import pytest

from pnet_prep.cli.leaving import leave_on_signals


class Tidied:
    """Something that is told to stop while it is tidied up."""

    def __init__(self, told: BaseException) -> None:
        self.told = told

    def __del__(self) -> None:
        raise self.told


@pytest.fixture(autouse=True)
def _leaving(monkeypatch):
    monkeypatch.setattr(sys, "unraisablehook", sys.__unraisablehook__)
    monkeypatch.setattr("pnet_prep.cli.leaving._ENDING", ())
    leave_on_signals()


def test_ctrl_c_while_something_is_tidied_up_is_not_lost(capsys):
    Tidied(KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        time.sleep(10)
    assert capsys.readouterr().err == ""


def test_any_other_fault_there_is_told_as_ever(capsys):
    Tidied(ValueError("odd"))
    assert "ValueError: odd" in capsys.readouterr().err
