"""What a translator is told, and the files that only wait for words."""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from pnet_prep.cli.app import app_with
from pnet_prep.content.check import check
from pnet_prep.content.check_translation import check_translation
from pnet_prep.content.load import load
from pnet_prep.content.nodes import read
from pnet_prep.content.plain_language import sentences
from tests.unit.made import TODAY, pack
from tests.unit.pseudo import accented, english, head, translation, write

TOPIC = """
section: life
title: Life
place: 20
items:
  - {id: life.alone, type: yes_no_unsure, text: Do you live alone?, said: living alone}
  - {id: life.pets, type: scale_0_10, text: "How much, from 0 to 10, do you like pets?"}
"""
FILE = "topic0.yaml"
LONG = " ".join(["ɱóŕé"] * 21)


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    files = {name: data.decode() for name, data in pack(TOPIC).items()}
    return Path(write(tmp_path / "whole", files))


@pytest.fixture
def made(whole: Path) -> Path:
    """A translation inside the whole set that it translates."""
    return Path(write(whole / "xa", translation(english((str(whole),)), accented)))


@pytest.fixture
def begun(whole: Path) -> Path:
    """One of which there is no more than its head."""
    return Path(write(whole / "begun", {"pack.yaml": head()}))


def edit(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app_with(["check", "where"]), ["check", *arguments])


def found(folder: Path) -> list[tuple[str, str, bool]]:
    problems = check_translation(str(folder)).problems
    return [(one.file, one.code, one.warning) for one in problems if one.code != "unreviewed"]


def test_a_whole_translation_has_no_fault_and_waits_for_somebody_to_read_it(made):
    (problem,) = check_translation(str(made)).problems
    assert (problem.file, problem.code, problem.warning) == ("xa/pack.yaml", "unreviewed", True)
    assert check_translation(str(made), release=True).faults == 1
    edit(made, "pack.yaml", "pack: made", "pack: made\nreviewed_by: Dr. Example")
    assert check_translation(str(made), release=True).problems == ()


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "warning"),
    [
        (FILE, "life.alone.text:", "life.alnoe.text:", "dead-id", False),
        (FILE, "items:", "itms:", "dead-id", False),
        (FILE, 'is: "[Đó ýóú ļíṽé áļóñé?]"', 'is: ""', "untranslated", True),
        (FILE, 'is: "[Đó ýóú ļíṽé áļóñé?]"', f'is: "{LONG}?"', "long", True),
        (FILE, "ƒŕóɱ 0 ţó 10", "ƒŕóɱ 0 ţó 11", "number", True),
        (FILE, "Đó ýóú ļíṽé", "{name} ļíṽé", "slot", False),
        (FILE, 'is: "[Đó ýóú ļíṽé áļóñé?]"', "is: [a, b]", "kind", False),
        ("places.yaml", 'is: "[911]"', 'is: "[991]"', "number", False),
    ],
)
def test_each_thing_to_do_is_told_at_its_place(made, file, old, new, code, warning):
    edit(made, file, old, new)
    told = found(made)
    assert (f"xa/{file}", code, warning) in told
    assert {one for one in told if one[1] != "untranslated"} <= {(f"xa/{file}", code, warning)}


def test_numbers_in_other_digits_are_the_same_numbers(made):
    edit(made, FILE, "ƒŕóɱ 0 ţó 10", "ƒŕóɱ ٠ ţó ١٠")
    assert found(made) == []


def test_the_numbers_that_take_a_form_are_those_of_the_language(made):
    before = found(made)
    edit(made, "words.yaml", 'is: "[1]"', 'is: "1 | *2 *3 *4 -*12 -*13 -*14"')
    assert found(made) == before


def test_texts_whose_english_has_changed_are_named_and_counted(whole, made):
    edit(whole, FILE, "Do you live alone?", "Do you live on your own?")
    checked = check_translation(str(made))
    (stale,) = [one for one in checked.problems if one.code == "stale"]
    assert "life.alone.text" in stale.text
    assert (checked.tally.stale, checked.tally.missing) == (1, 0)
    assert checked.tally.translated == checked.tally.texts - 1


def test_file_that_translates_nothing_is_a_fault(made):
    write(made, {"life.yaml": "items: {}"})
    assert found(made) == [("xa/life.yaml", "dead-id", False)]


@pytest.mark.usefixtures("made")
def test_check_of_a_whole_set_checks_its_translations_too(whole):
    edit(whole, FILE, "Do you live alone?", "Do you live on your own?")
    told = [one for one in check(str(whole), TODAY).problems if one.file.startswith("xa/")]
    assert [(one.code, one.warning) for one in told] == [("unreviewed", True), ("stale", True)]


def test_command_ends_with_how_far_it_is(made, begun):
    done = run(str(made))
    assert done.exit_code == 0
    assert re.fullmatch(
        r"0 faults, 1 warning; (\d+) of \1 texts translated, 0 missing, 0 stale, "
        r"0 that may stay empty",
        done.stdout.splitlines()[-1],
    )
    told = json.loads(run(str(begun), "--json").stdout)
    assert told["translation"]["translated"] == 0
    assert {one["code"] for one in told["problems"]} == {"unreviewed", "untranslated"}


def test_faults_end_with_code_3_and_nothing_is_written(made):
    edit(made, FILE, "life.alone.text:", "life.alnoe.text:")
    before = {path.name: path.read_bytes() for path in made.iterdir()}
    done = run(str(made), "--to-translate")
    assert done.exit_code == 3
    assert 'did you mean "life.alone.text"?' in done.stdout
    assert {path.name: path.read_bytes() for path in made.iterdir()} == before


def test_files_to_fill_in_hold_every_text_and_are_english_until_then(whole, begun):
    assert run(str(begun), "--to-translate").exit_code == 0
    checked = check_translation(str(begun))
    assert checked.faults == 0
    assert checked.tally.translated == 0
    assert checked.tally.missing + checked.tally.optional == checked.tally.texts
    entries = [
        (file, group, name)
        for file in {one.text.file for one in checked.found}
        for group, inside in _mapping(begun / file).items()
        for name in inside
    ]
    assert sorted(entries) == sorted((t.file, t.group, t.name) for t in english((str(whole),)))
    theirs, ours = load([str(whole), str(begun)]), load([str(whole)])
    assert (theirs.words, theirs.questionnaire.sections) == (
        ours.words,
        ours.questionnaire.sections,
    )


def _mapping(path: Path) -> dict[str, dict[str, object]]:
    node, problems = read(path.read_bytes(), path.name)
    assert node
    assert problems == ()
    return {group: part.value for group, part in node.value.items()}  # type: ignore[union-attr,misc] # mappings of mappings


def test_a_text_that_is_filled_in_is_said(whole, begun):
    run(str(begun), "--to-translate")
    text = "# Do you live alone?\n  life.alone.text:\n    of: {}\n    is: {}"
    (mark,) = re.findall(
        r"life\.alone\.text:\n    of: (\w{6})", (begun / FILE).read_text(encoding="utf-8")
    )
    edit(begun, FILE, text.format(mark, '""'), text.format(mark, '"¿Vive solo?"'))
    content = load([str(whole), str(begun)])
    assert content.questionnaire.by_id["life.alone"].text == "¿Vive solo?"
    assert check_translation(str(begun)).tally.translated == 1


def test_files_written_anew_keep_words_and_notes_and_say_what_has_changed(whole, made):
    edit(made, FILE, 'is: "[ļíṽíñĝ áļóñé]"', 'is: "\\"ļíṽíñĝ\\" áļóñé\\\\", note: "Ask: Dr. X"')
    edit(whole, FILE, "Do you live alone?", "Do you live on your own?")
    before = check_translation(str(made))
    assert run(str(made), "--to-translate").exit_code == 0
    written = (made / FILE).read_text(encoding="utf-8")
    assert "# CHANGED. In English it is now:\n  # Do you live on your own?" in written
    assert 'is: "[Đó ýóú ļíṽé áļóñé?]"' in written
    assert 'note: "Ask: Dr. X"' in written
    after = check_translation(str(made))
    assert after.tally == before.tally
    assert [_said(one) for one in after.found] == [_said(one) for one in before.found]
    assert (made / f"{FILE}~").is_file()
    again = run(str(made), "--to-translate")
    assert len(again.stdout.splitlines()) == 1, "what is as it was is not written"
    assert (made / FILE).read_text(encoding="utf-8") == written


def _said(one) -> object:
    value = one.now.value
    return [part.value for part in value] if isinstance(value, list) else value


def test_only_a_translation_can_be_filled_in(whole):
    assert run(str(whole), "--to-translate").exit_code == 2
    assert run("--to-translate").exit_code == 2


def test_sentences_end_in_other_scripts_too():
    assert sentences("هل تعيش وحدك؟ نعم.") == ["هل تعيش وحدك؟", "نعم."]
    assert sentences("你好吗？很好。") == ["你好吗？", "很好。"]
