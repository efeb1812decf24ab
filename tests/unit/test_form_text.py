"""The answers of a form are found in whatever they came in, and never read when not whole."""

import json
import quopri
import textwrap
import time
from base64 import encodebytes
from random import Random

import pytest

from pnet_prep.content.form_text import MOST_FOUND, find_forms
from tests.unit.browser_form import BrowserForm, as_text


def a_form(name: str = "a" * 16):
    form = BrowserForm(name)
    form.say("visit.reason", "It hurts “here”, says Zoë: 5 > 3 & <b>")
    form.say("life.else", "x" * 300)
    return form.download()


PLAIN = a_form()
FILE = json.dumps(PLAIN, ensure_ascii=False, indent=1).encode()
TEXT = as_text(PLAIN)


def quoted(text: str, mark: str = "> ") -> str:
    return "".join(mark + line for line in text.splitlines(keepends=True))


def rewrapped(text: str, width: int) -> str:
    return "\n".join(textwrap.wrap(text, width))


def mail(body: bytes, how: str) -> bytes:
    head = f"From: a@b.example\nMIME-Version: 1.0\nContent-Transfer-Encoding: {how}\n"
    return head.encode() + b"Content-Type: text/plain; charset=utf-8\n\n" + body


def attached(file: bytes) -> bytes:
    return (
        b'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="x"\n\n--x\n'
        b"Content-Type: text/plain\n\nHere it is.\n--x\nContent-Type: text/html\n"
        b"Content-Disposition: attachment; filename=answers.json.html\n"
        b"Content-Transfer-Encoding: base64\n\n" + encodebytes(file) + b"\n--x--\n"
    )


WAYS = {
    "as it is": FILE,
    "on one line": json.dumps(PLAIN).encode(),
    "byte order mark": b"\xef\xbb\xbf" + FILE,
    "line ends of Windows": FILE.replace(b"\n", b"\r\n"),
    "an editor's UTF-16": FILE.decode().encode("utf-16"),
    "after the text of a mail": b"Hi Mum,\nhere:\n" + FILE + b"\nBye",
    "no-break spaces for spaces": FILE.replace(b"\n ", "\n\xa0".encode()),
    "copied text": TEXT.encode(),
    "Windows and a byte order mark": b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode(),
    "quoted": quoted(TEXT).encode(),
    "quoted twice": quoted(quoted(TEXT), ">").encode(),
    "quoted with a bar": quoted(TEXT, " | ").encode(),
    "indented": quoted(TEXT, "\t    ").encode(),
    "in short lines": rewrapped(TEXT, 33).encode(),
    "in one line": " ".join(TEXT.split()).encode(),
    "with no-break spaces": TEXT.replace("\n", "\xa0\n\xa0").encode(),
    "with the block's dashes lost": TEXT.replace("-----", "").encode(),
    "in a page": TEXT.replace("\n", "<br>\n&nbsp;").encode(),
    "a mail of quoted lines": mail(quopri.encodestring(quoted(TEXT).encode()), "quoted-printable"),
    "a mail in base64": mail(encodebytes(TEXT.encode()), "base64"),
    "a mail as it is": mail(TEXT.encode(), "8bit"),
    "attached to a mail": attached(FILE),
    "a mail's lines without its head": quopri.encodestring(TEXT.encode()),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_form_is_found_word_for_word_in_whatever_it_came(way):
    found = find_forms(WAYS[way])
    assert found.forms == (PLAIN,)
    assert found.torn == 0


def test_curled_quotes_around_the_answers_are_made_straight():
    plain = PLAIN | {"answers": [{"item": "life.else", "value": "It’s sore", "at": 1}]}
    text = json.dumps(plain, ensure_ascii=False)
    rolled = Random(1)
    curled = "".join(rolled.choice("“”") if char == '"' else char for char in text)
    assert find_forms(curled.replace(" ", "\xa0").encode()).forms == (
        {**plain, "answers": [{"item": "life.else", "value": "It’s sore", "at": 1}]},
    )


def test_one_mail_may_hold_several_forms_and_one_of_them_twice():
    other = a_form("b" * 16)
    thread = as_text(other) + quoted(TEXT) + quoted(quoted(as_text(other)))
    assert find_forms(thread.encode()).forms == (other, PLAIN)
    many = "".join(as_text(a_form(f"{number:016}")) for number in range(MOST_FOUND + 9))
    assert len(find_forms(many.encode()).forms) == MOST_FOUND


TORN = {
    "a letter changed": TEXT.replace("\n", "\n", 1).replace("eyJ", "eyK", 1),
    "a line lost": "\n".join(TEXT.splitlines()[:4] + TEXT.splitlines()[5:]),
    "the end lost": TEXT[: TEXT.index("-----END")],
    "the checksum lost": TEXT.replace(TEXT.splitlines()[-2], ""),
    "a file cut off": FILE.decode()[:-20],
    "a key twice": FILE.decode().replace('"visit"', '"form": "b", "visit"'),
    "no number": FILE.decode().replace("1795608000000", "NaN", 1),
    "deep": '{"pnet-prep": ' + "[" * 100_000,
}


@pytest.mark.parametrize("harm", TORN)
def test_what_is_not_whole_is_never_read(harm):
    assert find_forms(TORN[harm].encode()) == ((), 1, False)


def test_a_whole_one_beside_a_torn_one_is_read_and_the_other_counted():
    torn = TORN["a line lost"]
    assert find_forms((torn + TEXT).encode()) == ((PLAIN,), 1, False)


def test_one_that_is_too_long_is_told_from_one_that_is_torn():
    for length, big in ((900_000, False), (1_100_000, True)):
        plain = PLAIN | {"answers": ["x" * length]}
        found = find_forms(json.dumps(plain).encode())
        assert (len(found.forms), found.torn, found.big) == (1 - big, 0, big)


@pytest.mark.parametrize("cut", range(0, len(TEXT) - 34, 37))
def test_no_cut_of_the_text_is_read(cut):
    assert find_forms(TEXT[:cut].encode()).forms == ()


@pytest.mark.parametrize("seed", range(60))
def test_random_harm_never_raises_and_never_reads_another_word(seed):
    rolled = Random(seed)
    data = bytearray(rolled.choice([FILE, attached(FILE), TEXT.encode(), quoted(TEXT).encode()]))
    checked = b"-----BEGIN" in data
    for _ in range(rolled.randrange(1, 6)):
        data[rolled.randrange(len(data))] = rolled.randrange(256)
    for found in find_forms(bytes(data)).forms:
        assert not checked or found == PLAIN


WORST = {
    "begins": b"-----BEGIN PNET-PREP ANSWERS-----\n" * 30_000,
    "ends": b"-----BEGIN PNET-PREP ANSWERS-----\n" + b"-----END PNET-PREP \n" * 50_000,
    "objects": b'{"pnet-prep":' * 80_000,
    "objects with spaces": b"{" + b" " * 1_000_000 + b'"pnet-prep"' * 9,
    "no checksum": as_text({"x": "y" * 700_000}).replace("\n=", "\n").encode(),
    "many brackets": b'{"pnet-prep": ' + b"[" * 1_000_000,
    "parts of a mail": b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(300)
    ),
    "tags": TEXT.encode().replace(b"\n", b"<" * 500_000 + b"\n", 4)[:1_000_000],
    "braces": b"{ " * 500_000,
}


@pytest.mark.parametrize("shape", WORST)
def test_the_worst_shapes_end_soon(shape):
    begun = time.process_time()
    assert find_forms(WORST[shape]).forms == ()
    assert time.process_time() - begun < 5
