"""What every format owes: the same bytes each time, every word, and nothing loaded in vain."""

import subprocess
import sys

import pytest

from pnet_prep.errors import InputRefusedError
from pnet_prep.render import RENDERERS, RenderOptions, render
from tests.unit.checklists import busy, crowded, empty, hostile, visit

FORMATS = sorted(RENDERERS)
SAMPLES = (visit, busy, crowded, empty, hostile)
PROCESS = """
import sys
from pnet_prep.render import RenderOptions, render
from tests.unit.checklists import busy
made = render(sys.argv[1], busy(), RenderOptions())
sys.stdout.buffer.write(made.data)
print(*sorted({name.split(".")[0] for name in sys.modules}), file=sys.stderr)
"""


def run(fmt: str, monkeypatch: pytest.MonkeyPatch, **env: str) -> tuple[bytes, list[str]]:
    """The document made by a process of its own, and the modules it loaded."""
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    made = subprocess.run([sys.executable, "-c", PROCESS, fmt], capture_output=True, check=True)
    return made.stdout, made.stderr.decode().split()


@pytest.mark.parametrize("fmt", FORMATS)
@pytest.mark.parametrize("sample", SAMPLES)
def test_same_checklist_gives_same_bytes(fmt, sample):
    assert render(fmt, sample(), RenderOptions()) == render(fmt, sample(), RenderOptions())


@pytest.mark.parametrize("fmt", FORMATS)
def test_bytes_depend_on_no_clock_time_zone_or_hash_seed(fmt, monkeypatch):
    first, _ = run(fmt, monkeypatch, TZ="Pacific/Kiritimati", PYTHONHASHSEED="1")
    again, _ = run(fmt, monkeypatch, TZ="America/Anchorage", PYTHONHASHSEED="2")
    assert first == again == render(fmt, busy(), RenderOptions()).data


@pytest.mark.parametrize("fmt", FORMATS)
def test_a_dear_library_is_loaded_for_its_own_format_only(fmt, monkeypatch):
    _, modules = run(fmt, monkeypatch)
    assert "typst" not in modules
    assert ("jinja2" in modules) == (fmt == "html")
    assert ("icalendar" in modules) == (fmt == "ics")


def test_unknown_format_is_refused_and_known_ones_are_named():
    with pytest.raises(InputRefusedError) as refused:
        render("docx", visit(), RenderOptions())
    assert refused.value.word == "error.format"
    assert refused.value.slots == {"formats": ", ".join(RENDERERS)}
