"""A translation says the same questions in other words, and changes nothing else."""

from pathlib import Path

import pytest

from pnet_prep.cli.app import COMMANDS as OF_PROGRAM
from pnet_prep.content.check_translated import COMMANDS, mark
from pnet_prep.content.files import translation_in
from pnet_prep.content.load import load, load_words
from pnet_prep.content.problem import ContentError
from pnet_prep.engine.compose import compose
from pnet_prep.errors import InputRefusedError
from pnet_prep.model.checklist import Paragraph
from pnet_prep.model.content import Content
from pnet_prep.model.questionnaire import Item, ItemType, Recognise
from tests.unit.made import EMPTY, pack, seen
from tests.unit.pseudo import accented, english, head, same, translation, write
from tests.unit.quick_run import shipped

TOPIC = """
section: life
title: Life
place: 20
items:
  - id: life.work
    type: choice
    text: Do you work, {name}?
    text_about: Does {name} work?
    said: work
    options: {job: {text: A job, said: having a job}, none: No work}
doctor_questions:
  - {id: w, ask: May I work?, why: It may help., topic: living, priority: 2, always: yes}
"""
GLOSSARY = """
terms:
  - {id: gland, term: gland, plain: a part that makes juices, say: gland, forms: [glands]}
"""
EXAMPLE = Path(__file__).parent.parent / "packs" / "para"


@pytest.fixture
def whole(tmp_path: Path) -> str:
    """A small whole set of questions."""
    files = {name: data.decode() for name, data in pack(TOPIC, glossary=GLOSSARY).items()}
    return write(tmp_path / "whole", files)


@pytest.fixture
def made(tmp_path: Path, whole: str) -> Path:
    """Its translation, of every text."""
    folder = tmp_path / "xa"
    write(folder, translation(english((whole,)), accented))
    return folder


def said(content: Content) -> str:
    return content.questionnaire.by_id["life.work"].text


def edit(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new), encoding="utf-8")


def test_what_is_said_is_in_the_other_language(whole, made):
    content = load([whole, str(made)])
    assert said(content) == "[Đó ýóú ŵóŕķ, {name}?]"
    item = content.questionnaire.by_id["life.work"]
    assert (item.said, item.options[0].said) == ("[ŵóŕķ]", "[ĥáṽíñĝ á ĵóƀ]")
    assert [option.text for option in item.options] == ["[Á ĵóƀ]", "[Ñó ŵóŕķ]"]
    assert content.rules[0].ask == "[Ḿáý Í ŵóŕķ?]"
    assert content.words["answer.yes"] == load_words([whole, str(made)])["answer.yes"] == "[Ýéš]"
    assert (content.language, content.direction) == ("qps-ploc", "ltr")


def test_a_translation_into_the_same_words_changes_nothing_at_all(tmp_path):
    words = translation(english(), same, head("en-GB", reviewed_by="A nurse"))
    theirs = load([write(tmp_path / "same", words)])
    ours = shipped()
    names = set(Content.__match_args__) - {"language", "reviewed_by", "questionnaire"}
    assert [name for name in names if getattr(ours, name) != getattr(theirs, name)] == []
    assert ours.questionnaire.sections == theirs.questionnaire.sections
    assert theirs.language == "en-GB"


def test_nothing_but_words_can_be_other_in_a_translation(tmp_path):
    theirs = load([write(tmp_path / "xa", translation(english(), accented))])
    ours = shipped()
    mine = ours.questionnaire.by_id
    assert list(theirs.questionnaire.by_id) == list(mine)
    for name, item in theirs.questionnaire.by_id.items():
        kept = ("type", "when", "quick_when", "units", "exclusive", "sheet", "seconds", "covers")
        assert [getattr(item, key) for key in kept] == [getattr(mine[name], key) for key in kept]
        assert [option.id for option in item.options] == [o.id for o in mine[name].options]
    for rule, other in zip(ours.rules, theirs.rules, strict=True):
        assert other._replace(ask=rule.ask, ask_about=rule.ask_about, why=rule.why) == (
            rule._replace(because=other.because)
        )
    for flag, sign in zip(ours.red_flags, theirs.red_flags, strict=True):
        assert sign._replace(do=flag.do) == flag


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('is: "[Đó ýóú ŵóŕķ, {name}?]"', 'is: ""'),
        ('  life.work.text: {of: "', '  life.gone.text: {of: "'),
        (f'of: "{mark}', 'of: "000000'),
    ],
    ids=["not yet translated", "under an id that is gone", "made from other words"],
)
def test_what_is_missing_or_stale_stays_english_and_the_rest_does_not(whole, made, old, new):
    text = next(one for one in english((whole,)) if one.name == "life.work.text")
    edit(made, "topic0.yaml", old.replace(str(mark), mark(text)), new)
    content = load([whole, str(made)])
    assert said(content) == "Do you work, {name}?"
    assert content.questionnaire.by_id["life.work"].text_about == "[Đóéš {name} ŵóŕķ?]"


def test_english_that_changes_makes_one_text_english_again(whole, made):
    edit(Path(whole), "topic0.yaml", "Do you work, {name}?", "Do you have work?")
    content = load([whole, str(made)])
    assert said(content) == "Do you have work?"
    assert content.rules[0].ask == "[Ḿáý Í ŵóŕķ?]"


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("topic0.yaml", "{name}?]", "{nom}?]", "slot"),
        ("topic0.yaml", "ŵóŕķ, {name}?]", "ŵóŕķ?]", "slot"),
        ("topic0.yaml", "[Ñó ŵóŕķ]", "[Ñó ŵóŕķ: pnet-prep start]", "slot"),
        ("topic0.yaml", "[Ñó ŵóŕķ]", "[Ñó\u202e ŵóŕķ]", "character"),
        ("topic0.yaml", "title: {", "title: {level: now, ", "unknown-key"),
        ("places.yaml", "112", "113", "number"),
        ("words.yaml", "pnet-prep start", "pnet-prep list", "slot"),
        ("words.yaml", "/help", "/aide", "slot"),
        ("pack.yaml", "direction: ltr", "direction: up", "not-allowed"),
        ("pack.yaml", "language: qps-ploc", 'language: "<b>"', "not-allowed"),
        ("pack.yaml", "direction: ltr\n", "", "missing-key"),
        ("pack.yaml", "pack: made", f"pack: made\nreviewed_by: {'A' * 121}", "too-long"),
    ],
)
def test_what_cannot_stand_for_the_english_is_never_used(whole, made, file, old, new, code):
    edit(made, file, old, new)
    with pytest.raises(ContentError) as error:
        load([whole, str(made)])
    assert {one.code for one in error.value.problems} == {code}
    assert {one.file for one in error.value.problems} == {f"xa/{file}"}


def test_commands_that_stay_as_they_are_are_those_of_the_program():
    assert set(OF_PROGRAM) <= set(COMMANDS)


def test_what_nobody_has_read_says_so_in_both_languages(whole, made):
    notice = "Nobody with medical training has checked this translation."
    assert load([whole, str(made)]).unchecked == (accented(notice), notice)
    edit(made, "words.yaml", accented(notice), "")
    assert load([whole, str(made)]).unchecked == (notice,)
    edit(made, "pack.yaml", "pack: made", "pack: made\nreviewed_by: Dr. Example")
    assert load([whole, str(made)]).unchecked == ()
    assert load([whole]).unchecked == ()


def test_who_has_read_a_translation_is_named_at_the_end_of_the_paper(whole, made):
    edit(made, "pack.yaml", "pack: made", "pack: made\nreviewed_by: Dr. Example")
    checklist = compose(seen(load([whole, str(made)]), EMPTY))
    small = [one.text for one in checklist.blocks if isinstance(one, Paragraph) and one.small]
    assert "[Ţŕáñšļáţíóñ ŕéáđ ƀý: Dr. Example]" in small
    notice = "[Ñóƀóđý ŵíţĥ ɱéđíçáļ ţŕáíñíñĝ ĥáš çĥéçķéđ ţĥíš ţŕáñšļáţíóñ.]"
    assert notice not in checklist.sheet.facts
    edit(made, "pack.yaml", "reviewed_by: Dr. Example", "")
    assert notice in compose(seen(load([whole, str(made)]), EMPTY)).sheet.facts


def test_names_that_people_type_are_known_in_both_languages(whole, made):
    (ppi, _ssa) = load([whole, str(made)]).word_lists[Recognise.MEDICINES].classes
    assert ppi.names == ("[óɱéþŕážóļé]", "[ļóšéç]", "omeprazole", "losec")


def test_sound_of_an_english_word_is_not_said_of_another(whole, made):
    assert load([whole, str(made)]).glossary[0].say == "[ĝļáñđ]"
    edit(made, "glossary.yaml", "gland.say", "gland.gone")
    assert load([whole, str(made)]).glossary[0].say == ""


def test_cache_knows_one_translation_from_another(whole, made, tmp_path):
    cache, folders = str(tmp_path / "cache"), [whole, str(made)]
    for _ in range(2):
        assert said(load([whole], cache)) == "Do you work, {name}?"
        assert said(load(folders, cache)) == "[Đó ýóú ŵóŕķ, {name}?]"
        assert load_words(folders, cache)["answer.no"] == "[Ñó]"
        assert load(folders, cache).unchecked
    edit(made, "topic0.yaml", "[Đó ýóú", "[Đó ŷóú")
    assert said(load(folders, cache)) == "[Đó ŷóú ŵóŕķ, {name}?]"


def test_a_language_that_is_shipped_is_a_folder_of_the_whole_set(whole, made):
    made.rename(Path(whole) / "qps-ploc")
    assert said(load([whole], language="qps-ploc")) == "[Đó ýóú ŵóŕķ, {name}?]"
    assert said(load([whole], language="en")) == said(load([whole])) == "Do you work, {name}?"
    for unknown in ("es", "../whole", "."):
        with pytest.raises(InputRefusedError) as error:
            load([whole], language=unknown)
        assert error.value.slots == {"language": unknown, "languages": "en, qps-ploc"}


def test_only_one_language_is_spoken(whole, made, tmp_path):
    other = write(tmp_path / "other", {"pack.yaml": head("qps-plocm")})
    with pytest.raises(ContentError) as error:
        load([whole, str(made), other])
    assert [(one.file, one.code) for one in error.value.problems] == [("other", "duplicate-id")]


def test_questions_of_a_clinic_stand_among_translated_ones(tmp_path):
    folder = write(tmp_path / "xa", translation(english(), accented))
    content = load([folder, str(EXAMPLE)])
    assert content.questionnaire.by_id["para.now"].text.startswith("Do your spells")
    assert content.questionnaire.by_id["life.alone"].text.startswith("[Đó ýóú")
    (part,) = [one for one in content.questionnaire.sections if one.id == "para.signs"]
    assert part.title == "[Spells and stress hormones (ƒŕóɱ Example Rare Growth Group)]"


def test_links_and_too_much_are_never_read(made, tmp_path):
    (made / "life.yaml").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ContentError) as error:
        list(translation_in([str(made)]))
    assert [one.code for one in error.value.problems] == ["link"]


@pytest.mark.parametrize("text", ["Alone at home?", "وحيد في البيت؟", "一个人在家？"])
def test_a_label_stands_without_the_mark_at_its_end_in_any_script(text):
    assert Item("life.alone", ItemType.TEXT, text).bare == text[:-1]
