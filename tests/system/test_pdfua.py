"""PDF/UA-1 by veraPDF's own rules, where ``PDFUA_CHECK`` names a script that runs them.

The script is called with the files and ends with 0 if each of them conforms.
"""

import os
import subprocess
from itertools import product
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from pnet_prep.render import RenderOptions, render
from tests.unit.checklists import busy, crowded, empty, hostile, visit, with_texts, without_flags

CHECK = os.environ.get("PDFUA_CHECK", "")
SCRIPTS = ("Zoë 75 µg ≥ 5", "محمد علي", "משה", "Владимир", "張偉 김민준 สมชาย 💊", "\U0010fffd")
KINDS = {field: get_args(hint) for field, hint in get_type_hints(RenderOptions).items()}


def scripts():
    return with_texts(*SCRIPTS)


pytestmark = [
    pytest.mark.system,
    pytest.mark.skipif(not CHECK, reason="PDFUA_CHECK names no script"),
]


def conforming(files: list[Path]) -> list[str]:
    """The names of the files that conform."""
    checked = subprocess.run([CHECK, *files], capture_output=True, text=True, check=False)
    named = [line.split(":")[0] for line in checked.stdout.splitlines() if " conforms" in line]
    assert (checked.returncode == 0) == (len(named) == len(files)), checked.stdout
    return named


def test_every_kind_of_print_conforms_to_pdf_ua(tmp_path: Path) -> None:
    files = []
    for sample in (visit, busy, without_flags, empty, crowded, hostile, scripts):
        for paper, size in product(KINDS["paper"], KINDS["print"]):
            path = tmp_path / f"{sample.__name__}-{paper}-{size}.pdf"
            path.write_bytes(render("pdf", sample(), RenderOptions(paper, size)).data)
            files.append(path)
    assert conforming(files) == [path.name for path in files]


def test_every_kind_of_form_conforms_to_pdf_ua(tmp_path: Path) -> None:
    files = []
    for sample, paper, size in (
        *product((visit,), KINDS["paper"], KINDS["print"]),
        (crowded, "a4", "normal"),
        (scripts, "letter", "large"),
    ):
        path = tmp_path / f"{sample.__name__}-{paper}-{size}.pdf"
        path.write_bytes(render("pdf", sample(), RenderOptions(paper, size, fillable=True)).data)
        files.append(path)
    assert conforming(files) == [path.name for path in files]


def test_a_form_conforms_only_with_its_words_and_its_place_in_the_tags(tmp_path: Path) -> None:
    made = render("pdf", visit(), RenderOptions(fillable=True)).data
    kept = b"/S /Form", b"/TU ("
    assert all(words in made for words in kept)
    files = [tmp_path / "whole.pdf", tmp_path / "link.pdf", tmp_path / "nameless.pdf"]
    for path, words, other in zip(files, (b"", *kept), (b"", b"/S /Link", b"/XX ("), strict=True):
        path.write_bytes(made.replace(words, other) if words else made)
    assert conforming(files) == ["whole.pdf"]
