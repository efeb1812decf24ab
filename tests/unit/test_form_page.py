"""The page of the form as text: what stands in it, and that nothing in it can come to life."""

import base64
import hashlib
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from pnet_prep.engine.form import NOBODY_YET, form_of
from pnet_prep.model.form import For
from pnet_prep.render import form as renderer
from pnet_prep.render.form import SCRIPTS, render_form
from pnet_prep.render.pages import read
from pnet_prep.render.rendering import RenderOptions
from tests.unit.formed import shipped
from tests.unit.made import PEOPLE, content

LETTER = RenderOptions("letter")
MOST = 150_000
"""Bytes: small enough for any mailbox, and for a phone on a slow line."""

TOPIC = """
section: topic
title: A topic </script><b>
place: 20
items:
  - {id: topic.why, type: long_text, text: "Why </script><script>x()</script>?", help: Say & show.}
  - id: topic.which
    type: choices
    text: Which?
    text_about: Which fit {name}?
    exclusive: [none]
    options: {one: One "1", none: None of these}
  - {id: topic.when, type: date, text: When?, when: {item: topic.which, has: one}}
  - {id: topic.much, type: quantity, text: How much?, units: [mg/dL, mmol/L]}
  - {id: topic.secret, type: yes_no_unsure, text: Is it safe?, ask_whom: patient, private: yes}
  - id: thing
    type: group
    text: Which things?
    label: Things
    repeats: yes
    items:
      - {id: thing.name, type: text, text: What is it called?, label: Name}
      - {id: thing.often, type: scale_0_10, text: How often?, label: Often}
red_flags:
  - id: flag
    when: {item: topic.which, has: one}
    level: now
    do: Call </script> now.
    sources: [leaflet]
"""


def page_of(whose: For = NOBODY_YET) -> str:
    return render_form(shipped(whose), LETTER).decode()


def test_page_of_a_small_pack(golden: Callable[[str, str | bytes], None]) -> None:
    form = form_of(content(PEOPLE, TOPIC), "0123456789abcdef", "k3v9x2ab")
    page = render_form(form, LETTER).decode()
    body = page.partition("<body")[2].rpartition("<script>")[0]
    golden("form/small.html", body.partition('<script type="application/json"')[0])
    assert page.count("</script>") == page.count("<script") == 2
    data = json.loads(body.partition('id="data">')[2].partition("</script>")[0])
    assert data["flags"][0][2] == data["whens"][2], "the same condition, so the same number"
    ((level, do, number),) = data["flags"]
    operator, *places = data["shared"][number]
    named = [data["texts"][place] for place in places]
    assert (level, operator) == ("now", "has")
    assert [data["texts"][place] for place in do] == ["Call </script> now."]
    assert named == ["topic.which", "one"]
    assert "topic.secret" not in page


def test_policy_lets_in_the_style_and_the_script_of_the_page_and_nothing_else() -> None:
    page = page_of()
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    inside = {
        kind: re.findall(rf"<{kind}>(.*?)</{kind}>", page, re.DOTALL)
        for kind in ("style", "script")
    }
    hashes = {
        kind: base64.b64encode(hashlib.sha256(one.encode()).digest()).decode()
        for kind, (one,) in inside.items()
    }
    assert policy == (
        f"default-src 'none'; script-src 'sha256-{hashes['script']}'; "
        f"style-src 'sha256-{hashes['style']}'; base-uri 'none'; form-action 'none'"
    )
    assert page.index("Content-Security-Policy") < page.index("<style>")


@pytest.mark.parametrize("name", SCRIPTS)
def test_script_makes_no_markup_of_text_and_reaches_nowhere(name: str) -> None:
    script = read(name)
    forbidden = (
        r"innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|new Function|DOMParser"
        r"|fetch|XMLHttp|WebSocket|EventSource|sendBeacon|import\(|https?:|localStorage|cookie"
    )
    assert not re.search(forbidden, script)
    assert not [one for one in script.split("\n") if one.count("`") % 2], "it would lose its indent"
    assert len(script.splitlines()) <= 300


def test_markup_has_no_handler_no_style_and_no_address() -> None:
    markup = re.sub(r"<(script|style)\b.*?</\1>", "", page_of(), flags=re.DOTALL)
    assert not re.search(r"<[^>]*\s(on\w+|style|src|action|formaction|srcdoc)\s*=", markup)
    assert {
        one for one in re.findall(r'href="?([^"\s>]*)', markup) if not one.startswith("#")
    } == set()


def test_every_sentence_of_the_script_comes_from_the_words() -> None:
    spoken = set()
    for name in SCRIPTS:
        script = "\n".join(
            line for line in read(name).split("\n") if not line.strip().startswith("//")
        )
        texts = re.findall(r'"([^"\n]*)"', script)
        spoken |= {text for text in texts if text in shipped().words}
        sentences = [text for text in texts if re.search(r"[a-z]+ [a-z]+ [a-z]+", text)]
        assert sentences == []
    assert spoken | {"person.unnamed"} >= set(renderer_words())


def renderer_words() -> list[str]:
    """The words that are sent along for the script."""
    page = render_form(shipped(), LETTER).decode()
    data = json.loads(page.partition('id="data">')[2].partition("</script>")[0])
    return list(data["words"])


def test_script_and_style_are_as_they_are_written_without_indents_and_remarks() -> None:
    page = page_of()
    for name in SCRIPTS:
        for line in Path(renderer.__file__).with_name(name).read_text(encoding="utf-8").split("\n"):
            if line.strip() and not line.strip().startswith("//"):
                assert line.strip() in page


@pytest.mark.parametrize("whose", [NOBODY_YET, For("caregiver", "", "Luis")], ids=["open", "named"])
def test_page_is_not_larger_than_it_has_to_be(whose: For) -> None:
    assert len(page_of(whose).encode()) <= MOST
