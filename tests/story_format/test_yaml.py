"""Stories are YAML within bounds: nothing in a file can surprise, and nothing can take long."""

# ruff: noqa: E501 (one case a line)

from __future__ import annotations

import contextlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story import reading
from game.story.errors import CODES, formatted
from game.story.reading import MAX_DEPTH, read_source
from game.story.source import Source

from .samples import SOUND, look

HOSTILE = {
    "a billion laughs": "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n",
    "an alias to itself": "a: &a [*a]\n",
    "a constructor": "a: !!python/object/apply:os.system ['true']\n",
    "a tag of its own": "a: !story {}\n",
    "a verbatim tag": "a: !<tag:yaml.org,2002:str> b\n",
    "a merge": "a: {b: c}\nd:\n  <<: {e: f}\n",
    "a thousand levels by indent": "".join(f"{' ' * n}a:\n" for n in range(1_000)),
    "a thousand levels of lists": "- " * 1_000,
    "a hundred thousand brackets": "a: " + "[" * 100_000,
    "a hundred thousand braces": "a: " + "{a: " * 100_000,
    "a million characters in one text": "a: " + "x" * 1_000_000,
    "a million characters in quotes": "a: '" + "x " * 500_000 + "'",
    "a million line breaks in quotes": "a: '" + "\n" * 1_000_000 + "'",
    "a long key": "x" * 300_000 + ": a\n",
    "a million things": "a: [" + "1," * 1_000_000 + "]\n",
    "a key twice": "a: 1\na: 2\n",
    "a key that is a mapping": "{a: 1}: 2\n",
    "a key that is a list": "? [a]\n: b\n",
    "a key that is nothing": "? \n: b\n",
    "a key that is a number": "1: b\n",
    "two documents": "a: b\n---\na: c\n",
    "not a mapping": "- a\n",
    "only words": "once upon a time",
    "a tab for an indent": "a:\n\tb: c\n",
    "never closed": 'a: "b\n',
    "an escape in quotes": 'a: "\\e[2J"\n',
    "a null in quotes": 'a: "\\0"\n',
    "a raw escape": "a: \x1b[2J\n",
    "a raw null": "a: \x00\n",
    "a turn of direction": "a: \u202etxt\n",
    "a turn of direction by escape": 'a: "\\u202e"\n',
    "a lone surrogate by escape": 'a: "\\ud800"\n',
    "a line separator": "a: b\u2028c\n",
    "a stray percent": "%YAML 9.9\n---\na: b\n",
    "an unknown directive's tag": "%TAG !e! tag:example.com,2000:\n---\na: !e!b c\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_yaml_is_refused_with_a_place_and_quickly(name: str) -> None:
    started = time.process_time()
    found = read_source("a.yaml", HOSTILE[name].encode("utf-8", "surrogatepass"))
    assert time.process_time() - started < 2
    assert found.diagnostics
    for one in found.diagnostics:
        assert one.code in CODES
        assert formatted(one, {"a.yaml": found.text}).replace("\n", "").isprintable()


@pytest.mark.parametrize(
    "content",
    [b"\xff\xfea\x00:\x00", b"a: \xc3\x28\n", b"\x80", "a: \ud800".encode("utf-8", "surrogatepass")],
)
def test_what_is_not_utf8_is_refused(content: bytes) -> None:
    found = read_source("a.yaml", content)
    assert [one.code for one in found.diagnostics] == ["RS009"]
    assert found.broken


def test_yes_no_on_and_off_are_words() -> None:
    found = read_source(
        "a.yaml", b"values: [yes, no, on, off, Y, n, NO, true, false, null, 12, 012, 1.5, 2001-01-01, 1_000]"
    )
    assert found.data == {
        "values": ["yes", "no", "on", "off", "Y", "n", "NO", True, False, None, 12, "012", "1.5", "2001-01-01", "1_000"]
    }  # fmt: skip
    assert not found.diagnostics


def test_texts_stay_as_they_were_typed() -> None:
    found = read_source(
        "a.yaml", b"a: |\n  One\n    two \n\n  three\nb: '  four '\nc: \"\xe2\x80\x9cfive\xe2\x80\x9d\"\n"
    )
    assert found.data == {"a": "One\n  two \n\nthree\n", "b": "  four ", "c": "“five”"}


def test_a_byte_order_mark_and_windows_line_ends_make_no_difference() -> None:
    found = read_source("a.yaml", b"\xef\xbb\xbfa: |\r\n  One\r\n  two\r\n")
    assert found.data == {"a": "One\ntwo\n"}


def test_an_empty_file_holds_nothing() -> None:
    for content in (b"", b"\n# only a comment\n", b"---\n"):
        found = read_source("a.yaml", content)
        assert (found.data, found.diagnostics) == ({}, [])


def test_nesting_up_to_the_limit_is_read() -> None:
    text = "a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1)
    assert read_source("a.yaml", text.encode()).diagnostics == []


BLOCK = """\
a:
  b: |
    First line.

    Second, {here} it is.
  c: "quoted {here} too"
  d: plain here too
  e: >
    folded text that goes on
    and here it is
  f: |2
      indented, here
  g: "over two
    lines, here"
"""


@pytest.mark.parametrize(
    ("key", "place"),
    [("b", (5, 14)), ("c", (6, 15)), ("d", (7, 12)), ("e", (10, 9)), ("f", (12, 17)), ("g", (14, 12))],
)
def test_a_character_of_a_text_is_found_in_the_file(key: str, place: tuple[int, int]) -> None:
    source = read_source("a.yaml", BLOCK.encode())
    value = source.at(("a", key))
    line, column = source.place_in_text(("a", key), value.index("here"))
    assert BLOCK.split("\n")[line - 1][column - 1 :].startswith("here")
    assert (line, column) == place


YAML_PIECES = st.sampled_from(
    [*"{}[]:,-?&*!|>'\"%@`#\n\t \\", ": ", "- ", "\n  ", "a", "b: c\n", "&a ", "*a", "!!str ", "---\n", "<<: ", "\ud7ff", "é"]
)  # fmt: skip


@given(st.lists(YAML_PIECES, max_size=60).map("".join))
def test_no_text_makes_reading_fail(text: str) -> None:
    found = read_source("a.yaml", text.encode())
    assert found.data is not None or found.diagnostics
    for one in found.diagnostics:
        assert one.line >= 1
        assert one.column >= 1
        assert formatted(one, {"a.yaml": found.text})


@given(st.binary(max_size=200))
def test_no_bytes_make_reading_fail(content: bytes) -> None:
    found = read_source("a.yaml", content)
    assert found.data is not None or found.diagnostics


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=80), st.integers(0, 79))
def test_any_place_in_any_text_is_within_the_file(text: str, offset: int) -> None:
    lines = "".join(f"    {line}\n" for line in text.split("\n"))
    source = read_source("a.yaml", f"a:\n  b: |2\n{lines}".encode())
    if isinstance(source.at(("a", "b")), str):
        line, column = source.place_in_text(("a", "b"), min(offset, len(text)))
        assert line >= 1
        assert column >= 1


def closely_read(text: str) -> Source:
    """The text as it is read when everything in it is noted."""
    source = Source("a.yaml", text)
    with contextlib.suppress(reading._Stop):
        reading._Reader(source).read()
    return source


@given(st.lists(YAML_PIECES, max_size=60).map("".join))
def test_a_quick_look_and_a_close_one_find_the_same(text: str) -> None:
    found, closely = read_source("a.yaml", text.encode()), closely_read(text)
    assert found.data == closely.data
    assert found.diagnostics == closely.diagnostics
    assert (found.values, found.keys) == (closely.values, closely.keys)


def test_where_things_stand_is_found_out_only_when_it_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    found = read_source("a.yaml", BLOCK.encode())
    monkeypatch.setattr(reading, "_places_in", lambda _text: pytest.fail("it was looked for"))
    assert look(SOUND).diagnostics == []
    monkeypatch.undo()
    assert found.place(("a", "c")) == (6, 6)
    monkeypatch.setattr(reading, "_places_in", lambda _text: pytest.fail("it was looked for again"))
    assert found.place(("a", "d"), key=True) == (7, 3)
