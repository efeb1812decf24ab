"""What every test starts with: an empty home, a fixed time zone, and no network."""

import os
import shutil
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

set_time_zone = getattr(time, "tzset", lambda: None)  # Windows has none
GOLDEN = Path(__file__).parent / "golden"
HOMES = {
    "HOME": "home",
    "USERPROFILE": "home",
    "LOCALAPPDATA": "home/AppData/Local",
    "APPDATA": "home/AppData/Roaming",
    "XDG_DATA_HOME": "home/.local/share",
    "XDG_CACHE_HOME": "home/.cache",
    "XDG_CONFIG_HOME": "home/.config",
    "XDG_STATE_HOME": "home/.local/state",
    "XDG_DOCUMENTS_DIR": "home/Documents",
    "PNET_PREP_HOME": "pnet-prep",
}
LEFT_OUT = ("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "PYTHONWARNINGS")
SETTINGS = {
    "TZ": "CET-1CEST,M3.5.0,M10.5.0/3",
    "LANG": "C.UTF-8",
    "LC_ALL": "C.UTF-8",
    "TERM": "xterm",
}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write what the program makes now into tests/golden; read it before you commit it",
    )
    parser.addoption(
        "--interviews",
        type=int,
        default=500,
        help="how many random interviews to hold to the model (500; 5000 takes some minutes)",
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip `system("tool")` where the tool is absent; with CI set nothing is ever skipped."""
    if os.environ.get("CI"):
        return
    for item in items:
        for marker in item.iter_markers("system"):
            missing = [tool for tool in marker.args if shutil.which(tool) is None]
            if missing:
                item.add_marker(pytest.mark.skip(reason=f"needs {', '.join(missing)}"))


@pytest.fixture(autouse=True)
def own_world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Point every folder the program may use into the test's own, also for its subprocesses."""
    for name, folder in HOMES.items():
        monkeypatch.setenv(name, str(tmp_path / folder))
    for name in LEFT_OUT:
        monkeypatch.delenv(name, raising=False)
    for name, value in SETTINGS.items():
        monkeypatch.setenv(name, value)
    set_time_zone()
    yield
    monkeypatch.undo()
    set_time_zone()


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a test fail that would reach another computer; sockets within this one still work."""
    connect = socket.socket.connect

    def refuse(own: socket.socket, address: object) -> None:
        if own.family in {socket.AF_INET, socket.AF_INET6}:
            pytest.fail(f"the program tried to reach {address}")
        connect(own, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str | bytes], None]:
    """Compare with tests/golden/NAME, or write it when pytest runs with --update-golden.

    An absolute NAME stands for a file of the program that is made the same way.
    """

    def compare(name: str, data: str | bytes) -> None:
        made = data.encode() if isinstance(data, str) else data
        path = GOLDEN / name
        if request.config.getoption("update_golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(made)
        assert path.is_file(), f"{path} is missing: run pytest --update-golden"
        approved = path.read_bytes()
        if isinstance(data, str):
            assert data == approved.decode(), f"{path} differs"
        assert made == approved, f"{path} differs"

    return compare
