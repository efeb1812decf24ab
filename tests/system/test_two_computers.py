"""A patient and a son fill in one visit on two computers, with nothing between them but files."""

import json
import os
import shutil
import stat
from pathlib import Path

import pytest

from pnet_prep.model.response import PATIENT, Answer
from pnet_prep.model.values import DateSaid, Value
from pnet_prep.store.folder import list_visits, visit_path
from pnet_prep.store.lines import sealed
from pnet_prep.store.visit import open_visit, save
from tests.system.program import SECRET, a_visit, answers, refused, run
from tests.unit.stored import said, with_said

LUIS = "luisbbbb"
NOW_AND_THEN = f"""\
as: patient
answers:
  person.name: Zoë
  helper: [{{helper.name: Luis, helper.relation: son}}]
  visit.with: Dr. Rivera
  visit.reason: {SECRET} low sugar
  mine.note: {SECRET} only for me
"""


@pytest.fixture
def other(home: Path, tmp_path: Path) -> Path:
    """The home of a second computer."""
    path = tmp_path / "second"
    path.mkdir(mode=0o700)
    shutil.copytree(home / "cache", path / "cache")
    return path


@pytest.fixture
def visit(home: Path, tmp_path: Path) -> str:
    """The id of the patient's visit on the first computer."""
    given = tmp_path / "given.yaml"
    given.write_text(NOW_AND_THEN, encoding="utf-8")
    assert run("start", "--answers", given, "--no-input", "--out", tmp_path).returncode == 0
    return list_visits(str(home))[0].head.visit


def say(home: Path, visit: str, value: Value, item: str, by: str) -> None:
    opened = open_visit(visit_path(str(home), visit))
    save(opened.with_answers([said(opened.response, value, item, by=by)]))


def share(home: Path, out: Path, *more: str) -> Path:
    done = run("share", "--out", out, *more, PNET_PREP_HOME=str(home))
    assert done.returncode == 0, done.stderr
    assert SECRET not in done.stderr
    path = Path(done.stdout.strip())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    return path


def join(home: Path, *files: str | Path, typed: str = "", code: int = 0) -> str:
    done = run("join", "--plain", *files, typed=typed, PNET_PREP_HOME=str(home))
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout


def shown(home: Path) -> set[Answer]:
    (listed,) = list_visits(str(home))
    return set(open_visit(listed.path).response.shown)


def test_both_views_reach_both_computers_and_nothing_private_does(home, other, visit, tmp_path):
    sent = share(home, tmp_path / "mail")
    assert "only for me" not in sent.read_text(encoding="utf-8")
    told = join(other, sent, typed="1\n")
    assert "This visit is not on this computer yet: Dr. Rivera, no date yet." in told
    assert "--as caregiver" not in told  # Luis is named, so the program asks who is there
    assert told.splitlines()[-1].endswith("pnet-prep share")
    say(other, visit, "He faints", "visit.reason", LUIS)
    say(other, visit, "He drives", "life.else", LUIS)
    say(home, visit, f"{SECRET} low sugar before breakfast", "visit.reason", PATIENT)

    back = share(other, tmp_path / "back")
    told = join(home, back, typed="2\n1\n")
    assert "2 new answers from: helper." in told
    assert "To 1 question there are two views." in told
    assert "He faints" in told
    assert "Yes, bring it in" in told
    assert f"{SECRET} only for me" in [answer.value for answer in answers(home)]
    assert "are here already" in join(home, back)
    join(other, share(home, tmp_path / "mail"), "--no-input")

    both = {answer for answer in shown(home) if not answer.item.startswith("mine.")}
    assert shown(other) == both
    reasons = {a.value for a in both if a.item == "visit.reason"}
    assert reasons == {"He faints", f"{SECRET} low sugar before breakfast"}
    say(home, visit, DateSaid("20 November", "2026-11-20"), "visit.date", PATIENT)
    say(home, visit, DateSaid("Friday week", "2026-11-27"), "visit.date", LUIS)
    assert run("export", "--to", "md,txt", "--out", tmp_path / "paper").returncode == 0
    assert "20 November 2026" in (tmp_path / "paper" / "visit-2026-11-20.txt").read_text()
    assert "He faints" in (tmp_path / "paper" / "visit-2026-11-20.md").read_text(encoding="utf-8")


def test_a_helper_who_is_not_named_yet_is_told_how_not_to_answer_for_the_patient(
    home, other, tmp_path
):
    given = tmp_path / "given.yaml"
    given.write_text("as: patient\nanswers: {visit.reason: flushing}\n", encoding="utf-8")
    assert run("start", "--answers", given, "--no-input", "--out", tmp_path).returncode == 0
    told = join(other, share(home, tmp_path / "mail"), typed="1\n")
    assert "If you are helping the patient, type: pnet-prep start --as caregiver" in told


def test_what_was_changed_since_is_sent_as_an_id_alone_and_shown_nowhere(
    home, other, visit, tmp_path
):
    join(other, share(home, tmp_path / "a"), "--no-input", code=2)  # it is not here yet
    join(other, share(home, tmp_path / "a"), typed="1\n")
    for value in ("second thoughts", "third thoughts"):
        say(home, visit, value, "visit.reason", PATIENT)
    sent = share(home, tmp_path / "b")
    assert "second thoughts" not in sent.read_text(encoding="utf-8")
    assert "1 answer that stands here was changed" in join(other, sent, "--no-input")
    assert [a.value for a in shown(other) if a.item == "visit.reason"] == ["third thoughts"]
    assert {a for a in shown(home) if not a.item.startswith("mine.")} == shown(other)


def test_a_new_computer_of_ones_own_gets_everything_byte_for_byte(home, other, visit, tmp_path):
    join(other, share(home, tmp_path / "mail", "--all"), typed="1\n")
    mine, there = (Path(visit_path(str(one), visit)).read_bytes() for one in (home, other))
    assert mine == there


@pytest.mark.usefixtures("visit")
def test_files_to_send_are_listed_and_forgotten_with_the_visit(home, tmp_path):
    files = [share(home, tmp_path / "mail"), share(home, tmp_path / "mail", "--all")]
    assert [file.name.rpartition("-")[2] for file in files] == ["share.yaml", "all.yaml"]
    assert SECRET not in "".join(file.name for file in files)
    assert {str(file) for file in files} <= set(run("where").stdout.splitlines())
    assert run("forget", "--yes").returncode == 0
    assert not any(file.exists() for file in files)
    refused(run("share"), 2)


def test_each_file_that_cannot_be_used_is_refused_in_one_sentence(home, tmp_path):
    path = a_visit(home)
    before = path.read_bytes()
    (tmp_path / "folder").mkdir()
    bad = {
        "binary": bytes(range(256)) * 8,
        "empty": b"",
        "deep": b"format: 1\n- " + b"[" * 100_000,
        "newer": sealed(b"format: 2") + b"\n" + before.partition(b"\n")[2],
        "answers": f"as: patient\nanswers: {{visit.reason: {SECRET}}}\n".encode(),
        "too big": before + b"#" * 17 * 1024 * 1024,
        "long": before + sealed(b'- {"x": "' + SECRET.encode() * 50_000 + b'"}') + b"\n",
    }
    for name, data in bad.items():
        (tmp_path / name).write_bytes(data)
    files = [tmp_path / name for name in (*bad, "folder", "missing")]
    done = run("join", "--no-input", *files)
    assert done.returncode == 2
    sentences = done.stderr.splitlines()
    assert len(sentences) == len(files)
    for file, sentence in zip(files, sentences, strict=True):
        assert file.name in sentence
    assert "newer pnet-prep" in sentences[3]
    assert [sum("too big" in line for line in sentences[5:7])] == [2]
    assert SECRET not in done.stderr + done.stdout
    assert path.read_bytes() == before


@pytest.mark.usefixtures("visit")
def test_nothing_is_taken_before_the_person_says_so(home, other, tmp_path):
    sent = share(home, tmp_path / "mail")
    assert "Nothing was taken" in join(other, sent, typed="3\n")
    assert "Nothing was taken" in join(other, sent, typed="", code=130)
    assert list_visits(str(other)) == ()
    refused(run("join", "-", typed="", PNET_PREP_HOME=str(other)), 2)


def test_another_patients_file_is_asked_about_and_refused_without_a_question(
    home, other, visit, tmp_path
):
    join(other, share(home, tmp_path / "a"), typed="1\n")
    opened = open_visit(visit_path(str(other), visit))
    (name,) = opened.response.at("person.name")
    say(other, visit, "Maria", "person.name", PATIENT)
    sent = share(other, tmp_path / "b")
    refused(run("join", sent, "--no-input"), 2)
    told = join(home, sent, typed="3\n")
    assert f"Here the patient is called {name.value}. In the file the patient is called Maria." in (
        " ".join(told.split())
    )
    assert [a.value for a in shown(home) if a.item == "person.name"] == ["Zoë"]


def test_copies_beside_the_visit_are_offered_joined_and_kept(home, visit):
    path = Path(visit_path(str(home), visit))
    names = [f"{visit} (1).yaml", f"{visit}.sync-conflict-20261120-101112-ABC.yaml", "x.yaml.html"]
    before = path.read_bytes()
    for name in names:
        say(home, visit, f"said in {name}", "life.else", name[-12:-4])
        shutil.move(path, path.with_name(name))
        path.write_bytes(before)
        for generation in path.parent.glob(f"{path.name}.?"):
            generation.unlink()
    (path.parent / "newer.yaml").write_bytes(sealed(b"format: 2") + b"\n" + before[22:])
    assert "There are 4 other copies" in run("list").stderr
    assert "There are 4 other copies" in run("start", "--plain").stderr
    done = run("join", "--no-input")
    assert done.returncode == 2  # for the one of a newer format, which stays where it is
    values = {a.value for a in shown(home)}
    assert {f"said in {name}" for name in names} <= values
    merged = path.parent / "merged"
    assert {one.name for one in merged.iterdir()} == set(names)
    told = run("where").stdout.splitlines()
    assert {str(merged / name) for name in names} | {str(path.parent / "newer.yaml")} <= set(told)
    assert run("forget", "--yes").returncode == 0
    assert [Path(above) for above, _, files in os.walk(path.parent) if files] == []


HOSTILE = {
    "wrong kinds of value": ["symptom.diarrhea.worst", "visit.stage", "visit.date", "helper.name"],
    "unknown questions": ["no.such.thing", "", "a" * 300, "visit"],
}


@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_in_a_file_of_somebody_else_stops_the_program(home, tmp_path, name):
    made = open_visit(str(a_visit(home)))
    for item in HOSTILE[name]:
        for value in ("\x1b[2J\u202e\ud800", 99, ("x", "y")):
            made = with_said(made, value, item, by=f"p{len(made.lines):07d}")
    other = tmp_path / "hostile.yaml"
    other.write_bytes(Path(save(made).path).read_bytes())
    shutil.rmtree(home / "visits")
    a_visit(home)
    told = join(home, other, typed="2\n1\n")
    assert "\x1b" not in told
    assert "\u202e" not in told
    for command in (["show"], ["list"], ["export", "--to", "md,html,json", "--out", str(tmp_path)]):
        done = run(*command)
        assert done.returncode == 0, done.stderr
    assert json.loads(next(tmp_path.glob("visit*.json")).read_text(encoding="utf-8"))


def test_many_files_of_one_visit_are_one_question_and_one_save(home, other, visit, tmp_path):
    join(other, share(home, tmp_path / "a"), typed="1\n")
    files = []
    for number in range(4):
        say(other, visit, f"words {number}", "life.else", f"p{number:07d}")
        files.append(share(other, tmp_path / f"mail {number}"))
    say(other, visit, "Maria", "person.name", PATIENT)
    another = share(other, tmp_path / "another")
    torn = tmp_path / "torn.yaml"
    torn.write_bytes(files[0].read_bytes()[:-60])
    told = join(home, *files, torn, typed="1\n")
    assert "4 new answers from: helper." in told
    assert told.count("Would you like") == 1
    assert f"A part of {torn.name} is missing" in " ".join(told.split())
    assert {f"words {number}" for number in range(4)} <= {a.value for a in shown(home)}
    told = join(home, *files, another, typed="3\n")
    assert "All answers in 4 files are here already." in told
    assert "In the file the patient is called Maria." in " ".join(told.split())
    assert "Maria" not in {a.value for a in shown(home)}


def test_two_visits_begun_apart_are_one_once_somebody_says_so_and_then_stay_one(
    home, other, tmp_path
):
    given = tmp_path / "apart.yaml"
    for place, who, reason in ((home, "patient", "flushing"), (other, "caregiver", "low sugar")):
        answers = f"visit.with: Dr. Rivera, visit.date: 2026-12-01, visit.reason: {reason}"
        given.write_text(f"as: {who}\nanswers: {{{answers}}}\n", encoding="utf-8")
        started = ("start", "--answers", given, "--no-input", "--out", tmp_path / "out")
        assert run(*started, PNET_PREP_HOME=str(place)).returncode == 0
    sent = share(other, tmp_path / "mail")
    join(home, sent, "--no-input", code=2)
    told = " ".join(join(home, sent, typed="1\n1\n").split())
    assert "was begun on another computer: Dr. Rivera, 1 December 2026" in told
    assert "It goes into your visit: Dr. Rivera, 1 December 2026." in told
    reasons = ("flushing", "low sugar")
    assert {a.value for a in shown(home) if a.item == "visit.reason"} == set(reasons)
    assert "It goes into your visit" in " ".join(
        join(other, share(home, tmp_path / "b"), typed="1\n").split()
    )
    assert {a.value for a in shown(other) if a.item == "visit.reason"} == set(reasons)
    assert "are here already" in join(home, share(other, tmp_path / "c"), "--no-input")


def test_a_visit_begun_elsewhere_can_stay_one_of_its_own_or_outside(home, other, visit, tmp_path):
    sent = share(home, tmp_path / "mail")
    given = tmp_path / "apart.yaml"
    given.write_text("as: caregiver\nanswers: {visit.reason: a rash}\n", encoding="utf-8")
    begun = ("start", "--answers", given, "--no-input", "--out", tmp_path / "out")
    assert run(*begun, PNET_PREP_HOME=str(other)).returncode == 0
    assert "Nothing was taken" in join(other, sent, typed="3\n")
    assert len(list_visits(str(other))) == 1
    join(other, sent, typed="2\n1\n")
    assert visit in [one.head.visit for one in list_visits(str(other))]
    assert len(list_visits(str(other))) == 2
