"""The strict reader of YAML: any file ends at once as text, or with what to mend and where."""

import pytest

from pnet_prep.content.nodes import plain, read

DEEP = b"[" * 30_000
LAUGHS = b"a: &a [ha, ha]\nb: &b [*a, *a]\nc: [*b, *b]\n"
REFUSED: dict[str, tuple[bytes, int, int, str, str]] = {
    "a merge key": (b"a:\n  <<: {b: c}\n", 2, 3, "merge", "merge keys (<<) are not allowed"),
    "a merge bomb": (b"a: &a {b: c}\nd: {<<: [*a, *a]}\n", 1, 4, "anchor", "take out the anchor"),
    "a billion laughs": (LAUGHS, 1, 4, "anchor", "take out the anchor"),
    "an alias": (b"a: b\nc: *b\n", 2, 4, "alias", "write the text out"),
    "30,000 lists in each other": (DEEP, 1, 21, "too-deep", "more than 20 deep"),
    "30,000 mappings in each other": (b"{a: " * 30_000, 1, 78, "too-deep", "more than 20 deep"),
    "too many values": (b"a: [" + b"b, " * 100_000, 1, 299_996, "too-many", "more than 100000"),
    "a number of 20,001 digits": (b"a: " + b"9" * 20_001, 1, 4, "too-long", "longer than 20000"),
    "a huge file": (b"# remark\n" * 120_000, 1, 1, "too-large", "larger than 1024 KiB"),
    "one key twice": (b"a: b\nc: d\na: e\n", 3, 1, "duplicate-key", "the first is in line 1"),
    "a tag that runs": (b"a: !!python/name:os.system ''\n", 1, 4, "tag", "take out the tag"),
    "a tag of its own": (b"a: !secret b\n", 1, 4, "tag", "put the text in quotes"),
    "a list as a key": (b"? [a]\n: b\n", 1, 3, "key", "a key has to be a single word"),
    "a second document": (b"a: b\n---\nc: d\n", 2, 1, "documents", "a second document"),
    "nothing": (b"", 1, 1, "empty", "the file is empty"),
    "a remark alone": (b"# later\n", 1, 1, "empty", "the file is empty"),
    "a NUL": (b"a: b\nc: d\0e\n", 2, 5, "character", "take out the character U+0000"),
    "a control": (b"a: b\n\x1b[31mc: d\n", 2, 1, "character", "take out the character U+001B"),
    "bad UTF-8": (b"a: b\nc: caf\xe9\n", 2, 1, "encoding", "save the file as UTF-8"),
    "UTF-16": ("a: b\n".encode("utf-16"), 1, 1, "encoding", "save the file as UTF-8"),
    "a tab": (b"a:\n\tb: c\n", 2, 1, "yaml", "use spaces instead of a tab"),
    "a colon in a text": (b"a: b: c\n", 1, 5, "yaml", "put quotes around"),
    "a quote that is not closed": (b'a: "b\nc: d\n', 3, 1, "yaml", "a closing quote"),
    "a bracket that is not closed": (b"a: [b, c\nd: e\n", 2, 2, "yaml", "compare its spaces"),
    "half a character": (b'a: "\\ud800"\n', 1, 7, "yaml", "invalid Unicode"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_cannot_be_taken_says_where_and_what_to_mend(name: str) -> None:
    data, line, column, code, text = REFUSED[name]
    _, problems = read(data, "some.yaml")
    (problem,) = problems
    assert str(problem).startswith(f"some.yaml:{line}:{column}: [{code}] ")
    assert text in problem.text


def test_every_value_is_text_as_it_was_written() -> None:
    data = b"a: [no, 8:30, 010, 2026-11-23, 1e3, null, ~, 0x1F, .inf]\n"
    node, problems = read(data, "some.yaml")
    assert problems == ()
    assert node is not None
    assert plain(node)["a"] == [
        "no",
        "8:30",
        "010",
        "2026-11-23",
        "1e3",
        "null",
        "~",
        "0x1F",
        ".inf",
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbfa: b\nc: [d, e]\n",
        b"a: b\r\nc:\r\n  - d\r\n  - e\r\n",
        b"---\na: b\nc: [d, e]\n...\n",
        b"# remark\na: b  # remark\n\nc: ['d', \"e\"]",
    ],
    ids=["a mark at the start", "lines of Windows", "marks of a document", "remarks and quotes"],
)
def test_the_same_file_written_in_other_ways(data: bytes) -> None:
    node, problems = read(data, "some.yaml")
    assert problems == ()
    assert node is not None
    assert plain(node) == {"a": "b", "c": ["d", "e"]}


def test_what_is_largest_is_still_taken() -> None:
    node, problems = read(b"a: " + b"9" * 20_000, "some.yaml")
    assert problems == ()
    assert node is not None
    assert node.text("a") == "9" * 20_000


def test_several_faults_are_named_at_once() -> None:
    _, problems = read(b"a: b\na: c\n<<: {d: e}\nf: g\nf: h\n", "some.yaml")
    assert [(p.line, p.code) for p in problems] == [
        (2, "duplicate-key"),
        (3, "merge"),
        (5, "duplicate-key"),
    ]
