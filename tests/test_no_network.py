"""The program has no way to reach another computer."""

import ast
import socket
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "pnet_prep"
NETWORK = {
    "_socket",
    "aiohttp",
    "asyncio",
    "click",
    "ftplib",
    "http",
    "httpx",
    "imaplib",
    "poplib",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "urllib",
    "urllib3",
    "webbrowser",
    "wsgiref",
    "xmlrpc",
}
WITHOUT_NETWORK = ("urllib.parse",)


def network_imports(source: str) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{name.name}" for name in node.names}
    return {
        name
        for name in found
        if name.split(".")[0] in NETWORK and not name.startswith(WITHOUT_NETWORK)
    }


@pytest.mark.parametrize(
    "module", sorted(PACKAGE.rglob("*.py")), ids=lambda m: m.relative_to(PACKAGE).as_posix()
)
def test_no_module_imports_the_network(module: Path) -> None:
    assert network_imports(module.read_text(encoding="utf-8")) == set()


def test_scan_sees_an_import_inside_a_function() -> None:
    assert network_imports("def f():\n    from urllib.request import urlopen") == {
        "urllib.request.urlopen"
    }
    assert network_imports("import urllib.parse, socket") == {"socket"}


def test_no_template_asks_for_a_package_from_the_network() -> None:
    templates = [path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.typ")]
    assert not any("@preview" in text or "@local" in text for text in templates)


def test_a_test_cannot_reach_another_computer() -> None:
    with socket.socket(socket.AF_INET) as own, pytest.raises(pytest.fail.Exception):
        own.connect(("192.0.2.1", 80))


CASE = Path(__file__).parent / "cases" / "c1.yaml"
COMMANDS = (
    f"start --answers {CASE} --no-input --out out",
    "export --to md,pdf,html,txt,json,ics --out out",
    *("list", "show", "review --plain", "rehearse", "share --out sent", "join --no-input", "check"),
    *("form --out out", "where", "doctor", "start 1 --plain", "forget --yes", "--help"),
)


def traced(folder: Path, *command: str) -> tuple[int, str]:
    """How a command ended, and all its calls that have to do with sockets."""
    report = folder / "calls"
    strace = ("strace", "-f", "-qq", "-e", "trace=socket,connect,sendto,bind", "-o", str(report))
    done = subprocess.run(
        [*strace, *command], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    assert report.exists(), done.stderr
    return done.returncode, report.read_text()


@pytest.mark.longer
@pytest.mark.system("strace")
def test_no_command_asks_the_system_for_a_socket(tmp_path: Path) -> None:
    for command in COMMANDS:
        code, calls = traced(tmp_path, sys.executable, "-m", "pnet_prep", *command.split())
        assert code in {0, 130}, command
        assert "socket(" not in calls, command
    asks = "import socket; socket.socket()"
    assert "AF_INET" in traced(tmp_path, sys.executable, "-c", asks)[1]
