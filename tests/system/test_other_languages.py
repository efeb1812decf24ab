"""A whole visit in a language that nobody speaks: no English is left in what is asked or printed.

What cannot be said in another language is in `NOT_TRANSLATED`, with the reason.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from pnet_prep.content.answers_file import read_answers
from pnet_prep.content.check_translated import COMMANDS
from pnet_prep.content.load import load
from pnet_prep.model.response import QuestionnaireResponse
from tests.system.program import run
from tests.system.scripted import TODAY, as_lines, play
from tests.unit.pseudo import Say, accented, arabic, english, head, translation, write

CASES = Path(__file__).parents[1] / "cases"
NOW = datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC)
NOTICE = "Nobody with medical training has checked this translation."
NOT_TRANSLATED = {
    "the notice that nobody has checked it, which stands there in English too": NOTICE,
    "what is typed letter by letter": "pnet prep edit help back quit questions quick",
    "names of commands": " ".join(COMMANDS),
    "endings of file names": "md pdf html txt json ics yaml visits visit",
    "units, as a laboratory writes them": "mg mmol dL lb kg mL US oz cm mm inch",
}
"""Besides these: texts of `--help`, the last words where the questions cannot be read, and what
`check` says to editors. They have to be said before or without any language."""

LANGUAGES = {
    "accented": (accented, head("qps-ploc")),
    "right to left": (arabic, head("qps-plocm", "rtl")),
}
KINDS = "md,pdf,html,txt,json,ics"
URL = re.compile(r"https?://\S+")
ADDRESSES = {one.url.partition("://")[2] for one in load().sources}
SITES = {address.partition("/")[0] for address in ADDRESSES}
SOURCES = sorted(ADDRESSES | SITES, key=len, reverse=True)
"""Addresses of pages and the sites they are on, as paper shows them."""


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The folder of a whole translation."""
    say: Say
    say, about = LANGUAGES[request.param]
    return write(tmp_path_factory.mktemp("tongue") / "made", translation(english(), say, about))


@pytest.fixture(scope="module")
def catalogue() -> list[str]:
    """Every English text that is long enough to be no name."""
    said = (one.said for one in english() if not one.optional)
    return [text for text in said if isinstance(text, str) and len(text.split()) > 2]


def plain_words(text: str, typed: str, *paths: Path) -> set[str]:
    """Words in plain letters, without those that were typed and what is never translated."""
    for name in (*map(str, paths), *SOURCES):  # it may be broken over lines
        text = re.sub(r"\s*".join(map(re.escape, name)), " ", text)
    known = " ".join((typed, *NOT_TRANSLATED.values())).casefold()
    return set(_words(URL.sub(" ", text).casefold())) - set(_words(known))


def _words(text: str) -> Iterator[str]:
    return (found[0] for found in re.finditer(r"(?<![\w&])[a-z]{2,}(?!\w)", text))


def english_in(text: str, catalogue: list[str], typed: str) -> list[str]:
    """The English texts that stand in a text, however its lines are broken."""
    whole = f" {' '.join(text.split())} ".replace(NOTICE, "")
    own = " ".join(typed.split())
    return [one for one in catalogue if one in whole and one not in own and one != NOTICE]


def of_page(html: str) -> str:
    """What a page of HTML says."""
    return re.sub(r"<(style|script).*?</\1>|<[^>]+>", " ", html, flags=re.DOTALL)


def exported(folder: Path) -> dict[str, str]:
    found = {}
    for path in folder.iterdir():
        if path.suffix == ".pdf":
            found["pdf"] = "\n".join(page.extract_text() for page in PdfReader(path).pages)
        else:
            found[path.suffix[1:]] = path.read_text(encoding="utf-8")
    return found


@pytest.mark.parametrize("language", ["accented"], indirect=True)
def test_interview_and_all_that_it_prints_are_in_the_other_language(language, catalogue, home):
    case = CASES / "c4.yaml"
    content = load([language])
    nothing = QuestionnaireResponse(())
    wanted = read_answers(case.read_bytes(), case.name, content, NOW, nothing).response
    typed = as_lines(play(content, wanted)[0])
    ask = ("start", "--plain", "--questions", language, "--to", "md", "--out", home / "out")
    done = run(*ask, typed=typed)
    assert done.returncode == 0, done.stderr
    said = {"start": done.stdout + done.stderr, **exported(home / "out")}
    for command in ("list", "rehearse", "where", "doctor", "show"):
        done = run(command, "--questions", language)
        assert done.returncode == 0, done.stderr
        said[command] = done.stdout + done.stderr
    done = run("export", "7", "--questions", language)
    assert done.returncode == 2
    said["error"] = done.stderr
    own = typed + case.read_text(encoding="utf-8")
    for name, text in said.items():
        assert english_in(text, catalogue, own) == [], name
        if name not in {"md", "show"}:  # where addresses of sources are broken over lines
            files = (*(home / "out").iterdir(), *(home / "visits").iterdir())
            assert plain_words(text, own, *files, home) == set(), name


def test_every_format_is_in_the_other_language(language, catalogue, home):
    # Days in English words are not read in another language.
    told = (CASES / "zoe.yaml").read_text(encoding="utf-8")
    told = told.replace("visit.date: Tuesday 1 December 2026", "visit.date: 2026-12-01")
    case, out = home / "zoe.yaml", home / "out"
    case.write_text(told, encoding="utf-8")
    answers = ("start", "--answers", case, "--no-input", "--questions", language)
    done = run(*answers, "--to", KINDS, "--out", out)
    assert done.returncode == 0, done.stderr
    printed = exported(out)
    own = case.read_text(encoding="utf-8")
    assert sorted(printed) == sorted(KINDS.split(","))
    for name, text in printed.items():
        assert english_in(text, catalogue, own) == [], name
    assert plain_words(of_page(printed["html"]), own, home) == set()
    assert plain_words(printed["txt"], own) == set()
    titles = re.findall(r"SUMMARY:(.*)", printed["ics"])
    assert titles
    assert plain_words(" ".join(titles), own) == set()
    for name in ("html", "pdf", "md", "txt", "json"):
        assert NOTICE in " ".join(printed[name].split()), name
    tag, direction = re.findall(r"(?:language|direction): (\S+)", _about(language))
    turned = ' dir="rtl"' if direction == "rtl" else ""
    assert f'<html lang="{tag}"{turned}>' in printed["html"]
    (pdf,) = out.glob("*.pdf")
    assert PdfReader(pdf).root_object["/Lang"] == tag.partition("-")[0]


@pytest.mark.parametrize("language", ["accented"], indirect=True)
def test_form_is_in_the_other_language(language, catalogue, home):
    done = run("form", "--questions", language, "--out", home / "form")
    assert done.returncode == 0, done.stderr
    page = of_page(exported(home / "form")["html"])
    assert NOTICE in page
    assert english_in(page, catalogue, "") == []
    assert plain_words(page, "") == set()


@pytest.mark.parametrize("language", ["accented"], indirect=True)
@pytest.mark.usefixtures("home")
def test_who_leaves_is_told_what_to_type_to_go_on_in_the_same_language(language):
    left = run("start", "--plain", "--quick", "--questions", language, typed="1\n/quit\n")
    assert left.returncode == 130
    assert f"pnet-prep start --quick --plain --questions {language}" in left.stderr
    assert run("start", "--plain", typed="1\n/quit\n").stderr.endswith("pnet-prep start --plain\n")


def _about(folder: str) -> str:
    return (Path(folder) / "pack.yaml").read_text(encoding="utf-8")
