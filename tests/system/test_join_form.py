"""The answers of a form in a browser come into a visit: from a file, a mail, or a pasted text."""

import json
from pathlib import Path

from pnet_prep.store.folder import list_visits
from pnet_prep.store.visit import open_visit
from tests.system.program import SECRET, a_visit, refused, run
from tests.unit.browser_form import BrowserForm, as_text


def luis(visit: str | None, form: str = "a" * 16) -> BrowserForm:
    made = BrowserForm(form, "caregiver", visit=visit)
    made.say("life.else", f"{SECRET} He sleeps badly")
    return made


def written(folder: Path, form: BrowserForm, name: str = "answers.json.html") -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(form.download()).encode())
    return path


def shown(home: Path) -> list[set[object]]:
    """What each visit shows, in the order of the list."""
    return [
        {answer.value for answer in open_visit(one.path).response.shown}
        for one in list_visits(str(home))
    ]


def test_a_file_and_a_pasted_text_of_one_form_come_in_once_whatever_they_are_called(home, tmp_path):
    form = luis(a_visit(home).stem)
    done = run("join", "--plain", written(tmp_path, form), typed="2\n1\n")
    assert done.returncode == 0, done.stderr
    assert "3 new answers from: Luis (son)." in done.stdout
    assert f"{SECRET} He sleeps badly" in done.stdout
    assert "pnet-prep share" not in done.stdout  # Luis has nothing to open such a file with
    assert SECRET not in done.stderr
    form.say("life.else", "He sleeps well")
    told = run("join", "-", "--no-input", typed="Hello\n" + as_text(form.download()))
    assert "1 answer that stands here was changed" in told.stdout
    again = run("join", "--no-input", written(tmp_path, luis(form.head["visit"])))
    assert "are here already" in again.stdout
    (values,) = shown(home)
    assert {"Luis", "son", "He sleeps well"} <= values
    assert f"{SECRET} He sleeps badly" not in values


def test_a_form_for_no_visit_that_is_here_asks_once_which_one_it_is_for(home, tmp_path):
    a_visit(home)
    before = shown(home)
    form = luis(None)
    file = written(tmp_path, form)
    refused(run("join", "--no-input", file), 2)
    left = run("join", "--plain", file, typed="3\n")
    assert "Which visit are they for?" in left.stdout
    assert "Nothing was taken" in left.stdout
    assert shown(home) == before
    assert run("join", "--plain", file, typed="1\n1\n").returncode == 0
    form.say("life.else", "second thoughts")
    assert run("join", "--no-input", written(tmp_path, form)).returncode == 0
    (values,) = shown(home)
    assert before[0] | {"Luis", "son", "second thoughts"} == values

    own = written(tmp_path, luis("zzzzzzzz", "b" * 16), "other.json")
    done = run("join", "--plain", own, typed="2\n3\n")
    assert "It would be a visit of its own." in " ".join(done.stdout.split())
    assert len(shown(home)) == 1
    assert run("join", "--plain", own, typed="2\n1\n").returncode == 0
    assert {one.head.visit for one in list_visits(str(home))} >= {"zzzzzzzz"}
    assert "are here already" in run("join", "--no-input", own).stdout


def test_the_first_visit_on_a_computer_can_come_from_a_form(home, tmp_path):
    file = written(tmp_path, luis(None))
    assert run("join", "--plain", file, typed="1\n").returncode == 0
    assert run("join", "--no-input", file).returncode == 0
    assert len(shown(home)) == 1
    assert "Luis (son)" in run("show").stdout


def test_what_could_not_be_read_is_named_and_keeps_the_file_where_it_is(home):
    visit = a_visit(home)
    form = luis(visit.stem)
    form.say("life.tomorrow", "Word for word")
    form.say("safety.harm", "yes")
    file = written(home / "visits", form)
    done = run("join", "--no-input")
    assert done.returncode == 0, done.stderr
    assert "This answer could not be read here: life.tomorrow" in done.stdout
    assert "1 answer was left out." in done.stdout
    assert file.exists()
    assert b"Word for word" in visit.read_bytes()
    assert b"safety.harm" not in visit.read_bytes()
    assert "are here already" in run("join", "--no-input").stdout


def test_forms_in_the_data_folder_are_offered_and_forgotten_with_their_visit(home):
    visit = a_visit(home)
    files = [
        written(home, luis(visit.stem)),
        written(home / "visits", luis(visit.stem, "b" * 16), "other.json"),
    ]
    assert "2 other copies of visits, or answers from a form" in run("list").stderr
    assert run("join", "--no-input").returncode == 0
    assert not any(file.exists() for file in files)
    kept = sorted((visit.parent / "merged").iterdir())
    assert [one.name for one in kept] == [f"{visit.stem}.{file.name}" for file in files]
    assert {str(one) for one in kept} <= set(run("where").stdout.splitlines())
    files[0].write_bytes(kept[0].read_bytes())
    for command in (["list"], ["doctor"]):
        done = run(*command)
        assert "There are answers from a form:" in " ".join((done.stderr + done.stdout).split())
    assert run("forget", "--yes").returncode == 0
    assert not any(one.exists() for one in kept)


def test_signs_that_should_not_wait_are_told_when_they_come(home, tmp_path):
    form = luis(a_visit(home).stem)
    form.say("safety.mind", ["cannot_wake"])
    done = run("join", "--no-input", written(tmp_path, form))
    assert "Call emergency services now." in " ".join(done.stdout.split())


def test_each_form_that_cannot_be_used_is_refused_in_one_sentence(home, tmp_path):
    path = a_visit(home)
    before = path.read_bytes()
    plain = luis(path.stem).download()
    text = as_text(plain)
    bad = {
        "torn": text.replace("\n=", "\n", 1).encode(),
        "cut": json.dumps(plain).encode()[:-9],
        "key": json.dumps(plain | {SECRET: SECRET}).encode(),
        "newer": json.dumps(plain | {"format": 2}).encode(),
        "long": json.dumps(plain | {"answers": [SECRET] * 200_000}).encode(),
    }
    for name, data in bad.items():
        (tmp_path / name).write_bytes(data)
    done = run("join", "--no-input", *(tmp_path / name for name in bad))
    assert done.returncode == 2
    for name, sentence in zip(bad, done.stderr.splitlines(), strict=True):
        assert name in sentence
    assert "too big" in done.stderr.splitlines()[-1]
    assert SECRET not in done.stderr + done.stdout
    assert path.read_bytes() == before
    both = tmp_path / "both"
    both.write_text(text + text.replace("\n=", "\n", 1), encoding="utf-8")
    one = run("join", "--no-input", both)
    assert (one.returncode, "A part of the answers" in one.stderr) == (2, True)
    assert f"{SECRET} He sleeps badly" in shown(home)[0]


def test_one_medicine_from_two_people_is_asked_about_and_stands_once(home, tmp_path):
    visit = a_visit(home)
    hers = BrowserForm("c" * 16, "patient", visit=visit.stem)
    hers.say("medicine.name", "Omeprazole", "aaaaaaaa")
    hers.say("medicine.dose", "40 mg", "aaaaaaaa")
    his = BrowserForm("d" * 16, "caregiver", visit=visit.stem)
    his.say("medicine.name", "omeprazole", "bbbbbbbb")
    his.say("medicine.dose", "20 mg", "bbbbbbbb")
    assert run("join", "--no-input", written(tmp_path, hers, "hers")).returncode == 0
    silent = run("join", "--no-input", written(tmp_path, his, "his"))
    assert 'there twice under "Medicines"' in " ".join(silent.stdout.split())
    assert open_visit(str(visit)).response.links == ()

    his.say("life.else", "more")
    his.say("medicine.name", "Omeprazole", "bbbbbbbb")
    done = run("join", "--plain", written(tmp_path, his, "his"), typed="1\n1\n2\n")
    assert done.returncode == 0, done.stderr
    assert "Luis (son): Omeprazole; 20 mg" in done.stdout
    assert "Is this the same one?" in done.stdout
    assert "It counts as one now." in done.stdout
    opened = open_visit(str(visit)).response
    assert opened.entries("medicine") == ("aaaaaaaa",)
    assert [a.by == a.typed for a in opened.links] == [True]
    page = run("show").stdout
    assert page.count("Omeprazole") >= 1
    assert "20 mg" in page
    assert "40 mg" in page
    his.say("life.else", "still more")
    again = run("join", "--plain", written(tmp_path, his, "his"), typed="1\n")
    assert (again.returncode, "Is this the same one?" in again.stdout) == (0, False)


def test_a_helper_who_is_here_already_is_one_person_if_somebody_says_so(home, tmp_path):
    visit = a_visit(home)
    first, second = (luis(visit.stem, letter * 16) for letter in "fg")
    second.say("life.else", "said in the second form")
    assert run("join", "--plain", written(tmp_path, first), typed="1\n").returncode == 0
    done = run("join", "--plain", written(tmp_path, second), typed="1\n1\n")
    assert "Is it Luis (son), who is here already?" in " ".join(done.stdout.split())
    assert "2 new answers from: Luis (son)." in done.stdout  # he says again whose son he is
    second.say("life.else", "and changed")
    newer = written(tmp_path, second)
    assert "1 new answer" in run("join", "--no-input", newer).stdout
    response = open_visit(str(visit)).response
    assert len(response.entries("helper")) == 1
    (person,) = response.entries("helper")
    assert [a.value for a in response.at("life.else") if a.by == person][-1] == "and changed"

    third = luis(visit.stem, "h" * 16)
    assert run("join", "--plain", written(tmp_path, third), typed="2\n1\n").returncode == 0
    assert "are here already" in run("join", "--plain", written(tmp_path, third)).stdout
    assert len(open_visit(str(visit)).response.entries("helper")) == 2
    third.head["person"] = {"id": None, "name": "Luis", "relation": "friend"}
    third.head["form"] = "i" * 16
    done = run("join", "--plain", written(tmp_path, third), typed="1\n")
    assert (done.returncode, "who is here already" in done.stdout) == (0, False)


def test_a_form_without_an_answer_makes_no_visit(home, tmp_path):
    empty = BrowserForm(visit=None)
    done = run("join", "--plain", written(tmp_path, empty))
    assert "There is no answer in answers.json.html yet." in done.stdout
    assert list_visits(str(home)) == ()
