"""What leaves this checkout: every tracked file that the program needs, and nothing else."""

import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest

from pnet_prep import __version__

ROOT = Path(__file__).parent.parent
SHIPPED = {
    "pnet_prep": {".py", ".typed", ".typ", ".jinja", ".css", ".js", ".txt"},
    "questions": {".yaml", ".txt", ".md"},
}
PUBLISHED = {".ci", "benchmarks", "docs", "pnet_prep", "questions", "tests"}
ROOT_FILES = {".gitignore", "LICENSE", "README.md", "pyproject.toml"}
STRAYS = (
    "my-visit.yaml",
    "notes.py",
    "questions/my-visit.yaml",
    "questions/es/mi-visita.yaml",
    "questions/[draft] #1 !.yaml",
    "pnet_prep/notes.py",
    "pnet_prep/render/answers.txt",
    "tests/cases/my-mother.yaml",
    "docs/my-notes.md",
)


pytestmark = pytest.mark.system("git")


class Built(NamedTuple):
    tracked: set[str]
    sdist: Path
    wheel: Path
    wheel_from_sdist: Path


def git(folder: Path, *words: str) -> str:
    named = ["-c", "user.name=test", "-c", "user.email=test@localhost", "-c", "safe.directory=*"]
    done = subprocess.run(
        ["git", *named, *words], cwd=folder, check=True, capture_output=True, text=True
    )
    return done.stdout


def build(folder: Path, target: str, out: Path) -> Path:
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(out)]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    (made,) = out.iterdir()
    return made


def files_of_this_tree() -> set[str]:
    """What git tracks here; in a tree that came without git, all that .gitignore would let in."""
    if (ROOT / ".git").exists():
        return set(git(ROOT, "ls-files", "-z").split("\0")) - {""}
    found = {path for folder in PUBLISHED for path in (ROOT / folder).rglob("*") if path.is_file()}
    return {path.relative_to(ROOT).as_posix() for path in found} | ROOT_FILES


def copy_tracked(target: Path) -> set[str]:
    """Make a checkout of its own, with the files as they are on disk now; returns their names."""
    for name in files_of_this_tree():
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)
    git(target, "init", "-q")
    git(target, "add", "--all")
    return set(git(target, "ls-files", "-z").split("\0")) - {""}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Both packages of a checkout in which files lie about that nobody added to git."""
    folder = tmp_path_factory.mktemp("build")
    checkout = folder / "checkout"
    checkout.mkdir()
    tracked = copy_tracked(checkout)
    for stray in STRAYS:
        (checkout / stray).parent.mkdir(parents=True, exist_ok=True)
        (checkout / stray).write_text("private", encoding="utf-8")
    sdist = build(checkout, "sdist", folder / "sdist")
    unpack = [sys.executable, "-m", "tarfile", "-e", str(sdist), str(folder / "unpacked")]
    subprocess.run(unpack, check=True, capture_output=True)
    (unpacked,) = (folder / "unpacked").iterdir()
    return Built(
        tracked,
        sdist,
        build(checkout, "wheel", folder / "wheel"),
        build(unpacked, "wheel", folder / "again"),
    )


def files_in_wheel(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def inside_wheel(name: str) -> str:
    return f"pnet_prep/{name}" if name.startswith("questions/") else name


def is_shipped(name: str) -> bool:
    path = Path(name)
    return path.suffix in SHIPPED.get(path.parts[0], set())


def test_wheel_holds_the_tracked_files_of_the_package_and_no_other(built: Built) -> None:
    package = {name for name in files_in_wheel(built.wheel) if ".dist-info/" not in name}
    assert package == {inside_wheel(name) for name in built.tracked if is_shipped(name)}
    assert "pnet_prep/__main__.py" in package


def test_wheel_puts_nothing_beside_the_package(built: Built) -> None:
    tops = {name.split("/")[0] for name in files_in_wheel(built.wheel)}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"pnet_prep"}


def test_sdist_holds_tracked_files_and_no_other(built: Built) -> None:
    with tarfile.open(built.sdist) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames()}
    folders = {name for name in built.tracked if Path(name).parts[0] in PUBLISHED}
    assert names == folders | ROOT_FILES | {"PKG-INFO"}


def test_wheel_made_from_the_sdist_is_the_same(built: Built) -> None:
    assert files_in_wheel(built.wheel_from_sdist) == files_in_wheel(built.wheel)


def test_every_tracked_file_of_the_package_is_allowed_in(built: Built) -> None:
    left_out = {
        name for name in built.tracked if name.split("/")[0] in SHIPPED and not is_shipped(name)
    }
    assert left_out == set(), "give the suffix a line in pyproject.toml, or move the file"


def test_a_checkout_that_git_cannot_read_is_not_built(tmp_path: Path) -> None:
    copy_tracked(tmp_path)
    shutil.rmtree(tmp_path / ".git")
    (tmp_path / ".git").write_text("gitdir: nowhere\n", encoding="utf-8")
    with pytest.raises(subprocess.CalledProcessError) as refused:
        build(tmp_path, "wheel", tmp_path / "out")
    assert b"git is needed to build from a checkout" in refused.value.stderr


def test_without_git_it_can_be_installed_but_not_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_tracked(tmp_path)
    monkeypatch.setenv("PATH", "")
    assert "pnet_prep/__main__.py" in files_in_wheel(build(tmp_path, "wheel", tmp_path / "out"))
    with pytest.raises(subprocess.CalledProcessError) as refused:
        build(tmp_path, "sdist", tmp_path / "sdist")
    assert b"git is needed to build from a checkout" in refused.value.stderr


def test_the_version_is_the_same_in_both_places(built: Built) -> None:
    assert built.wheel.name.startswith(f"pnet_prep-{__version__}-")
