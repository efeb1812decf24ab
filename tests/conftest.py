"""What every test starts with: an empty home, a fixed time zone, and no network."""

import os
import shutil
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.longer import RUN, times
from tests.survival import Survival

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
        "--longer",
        type=int,
        default=1,
        metavar="N",
        help="try N times as much in random tests, and run the tests marked `longer`",
    )
    parser.addoption(
        "--seed",
        type=int,
        default=0,
        metavar="N",
        help="other random tries than the usual ones",
    )
    parser.addoption(
        "--write-reliability",
        action="store_true",
        help="write what the tests count into docs/reliability.md",
    )


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Say how long to try before any test is read, and begin to count what is survived."""
    RUN.longer, RUN.seed = config.getoption("longer"), config.getoption("seed")
    if RUN.longer < 1:
        raise pytest.UsageError("--longer takes a number from 1 on")
    usual = settings()
    settings.register_profile(
        "this run",
        deadline=None,  # a busy machine is no fault of the program
        max_examples=times(usual.max_examples),
        derandomize=usual.derandomize and not RUN.seed,
    )
    settings.load_profile("this run")
    if RUN.seed and config.getoption("hypothesis_seed") is None:
        config.option.hypothesis_seed = RUN.seed
    if not hasattr(config, "workerinput"):  # one of several processes counts nothing by itself
        config.pluginmanager.register(Survival(config))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what only a longer run does, and skip `system("tool")` where the tool is absent.

    With CI set nothing is ever skipped.
    """
    for item in items:
        if row := item.get_closest_marker("row"):
            item.user_properties.append(("row", row.args))
    if RUN.longer == 1:
        left = [item for item in items if item.get_closest_marker("longer")]
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if item not in left]
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
def survived(request: pytest.FixtureRequest) -> Callable[[int], None]:
    """Counts so many more of what the test's `row` counts; all of it only if the test passes."""

    def count(more: int = 1) -> None:
        request.node.user_properties.append(("survived", more))

    assert request.node.get_closest_marker("row"), "what is counted? mark it with a row"
    count(0)
    return count


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
