"""What the README tells people to type is what is tested."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def commands(text: str) -> list[str]:
    """The lines of all code blocks."""
    blocks = re.findall(r"^```\w*\n(.*?)^```", text, flags=re.DOTALL | re.MULTILINE)
    return [line.strip() for block in blocks for line in block.splitlines()]


README = commands((ROOT / "README.md").read_text(encoding="utf-8"))


def test_build_runs_the_test_command_of_the_readme_word_for_word() -> None:
    (command,) = [line for line in README if "bin/pytest" in line]
    build = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert command in [line.strip() for line in build]


def test_every_extra_that_is_named_exists() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    guide = (ROOT / "docs" / "contributing.md").read_text(encoding="utf-8")
    named = {
        extra.strip()
        for line in (*README, *commands(guide))
        for found in re.findall(r"\[([\w, ]+)\]'", line)
        for extra in found.split(",")
    }
    assert {"test"} <= named <= set(project["optional-dependencies"])


PAGES = [ROOT / "README.md", ROOT / "questions" / "README.md", *sorted(ROOT.glob("docs/*.md"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_file_that_is_named_exists(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", text)
    words = [word for line in commands(text) for word in line.split()]
    words += re.findall(r"`([\w./-]+)`", text)
    named = {page.parent / link for link in links}
    named |= {ROOT / word for word in words if word.startswith(("tests/", "docs/", ".ci/"))}
    assert {str(path) for path in named if not path.exists()} == set()


def test_every_promise_of_privacy_names_the_test_that_holds_it() -> None:
    text = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")
    promises = text.split("## Promises")[1].split("## Limits")[0].split("\n\n")[1:-1]
    assert len(promises) > 8
    assert [promise for promise in promises if "`tests/" not in promise] == []


PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
LARGEST = 100_000
"""Bytes of a picture: a page of them has to open on a slow connection."""


def test_every_picture_is_small_and_shown_with_words_for_those_who_cannot_see_it() -> None:
    shown = PICTURE.findall((ROOT / "docs" / "screens.md").read_text(encoding="utf-8"))
    made = sorted((ROOT / "docs" / "pictures").glob("*.png"))
    assert sorted(ROOT / "docs" / link for _, link in shown) == made
    assert [alt for alt, _ in shown if len(alt.split()) < 8] == []
    assert [path.name for path in made if path.stat().st_size > LARGEST] == []
    readme = PICTURE.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    assert all(alt for alt, _ in readme)
