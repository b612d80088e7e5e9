from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.cli import main
from game.story.reading import read_source
from game.workshop.formatting import CannotFormat, files_of, format_file, format_text
from game.workshop.writing import write_all
from tests.example import write_story

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

CHECKOUT = Path(__file__).parents[2]
WILD = """\
# yaml-language-server: $schema=../schema.json
chapter:   one   # the first

scenes:
    desk:
       text:  |   # as it is
          Two  spaces.

            Further in.
       # before the choices
       choices:
       - {id: a,  text: 'It''s so',   goto: b}
       - id: b
         text: "{x: yes|no}"
         needs: nerve > 1
           and nerve < 4
         do: [nerve += 1,
              nerve -= 1]   # both
       goto: [{if: nerve > 1, to: b}, {to: c}]
# the end
"""
LAID_OUT = """\
# yaml-language-server: $schema=../schema.json
chapter: one     # the first

scenes:
  desk:
    text: |   # as it is
      Two  spaces.

        Further in.
    # before the choices
    choices:
      - {id: a, text: 'It''s so', goto: b}
      - id: b
        text: "{x: yes|no}"
        needs: nerve > 1
          and nerve < 4
        do: [nerve += 1,
             nerve -= 1]    # both
    goto: [{if: nerve > 1, to: b}, {to: c}]
# the end
"""


def test_a_file_is_laid_out_with_its_comments_its_breaks_and_its_words() -> None:
    assert format_text(WILD) == LAID_OUT


@pytest.mark.parametrize(
    "text",
    [
        "a: [{b: c}]\n",
        "a: ['x', \"y\", yes, ~]\n",
        f'"{"k" * 300}": v\n',
        'a: "one\n\n  two"\n',
        "a: [one,\n    two]\n",
        "# only a comment\n",
        "a: >-\n  folded\n  twice\nb: |2\n   led\n",
        "format: 2\nseed: 7\n---\n# a page\ntype: |-\n  Ruby sings.\n---\nsee: x\n",
    ],
)
def test_what_is_well_laid_out_stays(text: str) -> None:
    assert format_text(text) == text


def test_space_at_the_ends_of_lines_goes_but_not_out_of_a_text() -> None:
    assert format_text("a: b  \nc: |\n  d  \n  e\n\n\n") == "a: b\nc: |\n  d  \n  e\n"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("a: 1\nb: 2\na: 3\n", "line 3: `a` stands here twice"),
        ("a: {b: c\n", "this is not YAML"),
        ("a: &x 1\n", "the anchor"),
    ],
)
def test_what_no_story_can_hold_is_left_alone_and_said(text: str, why: str) -> None:
    with pytest.raises(CannotFormat, match=re.escape(why)):
        format_text(text)


_WORDS = st.sampled_from(
    ["sings", "12", "true", "yes", "it's", "a b", "nerve > 1 and x", "say \"no\"", "{it.third}", "a: b",
     "x #y", "- z", "", "| a", "“So,”", "~", "?", "a, b", "k" * 140, "don't {a|b}"]
)  # fmt: skip
_KEYS = st.sampled_from(["text", "do", "a-b", "if", "'q r'", '"have {x}|y"', "k" * 150])
_DATA = st.recursive(
    _WORDS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=4) | st.dictionaries(_KEYS, inner, min_size=1, max_size=4)
    ),
    max_leaves=12,
)


@st.composite
def wild_files(draw: DrawFn) -> str:
    """A story's file, laid out anyhow, with comments anywhere."""
    said = st.sampled_from(["", "", "", "  ", " # one", "    # it's {two}", "\n# three"])
    data = draw(st.dictionaries(_KEYS, _DATA, min_size=1, max_size=4))
    lines = ["", *_block(draw, data, 0, said)]
    if draw(st.booleans()):
        lines.insert(0, "# first of all")
    return "\n".join(lines).lstrip("\n") + draw(st.sampled_from(["", "\n", "\n\n", "\n# last\n"]))


def _scalar(draw: DrawFn, words: str) -> str:
    if re.fullmatch(r"[a-z0-9 ]*[a-z0-9]", words) and draw(st.booleans()):
        return words
    if draw(st.booleans()):
        return "'" + words.replace("'", "''") + "'"
    return '"' + words.replace('"', '\\"') + '"'


def _flow(draw: DrawFn, data: object, pad: str) -> str:
    gap = st.sampled_from(["", " ", "  ", f"\n{pad}  ", f" # of a flow\n{pad}    "])
    if isinstance(data, str):
        return _scalar(draw, data)
    if isinstance(data, list):
        return "[" + f",{draw(gap)}".join(_flow(draw, one, pad) for one in data) + "]"
    assert isinstance(data, dict)
    pairs = [f"{key}: {_flow(draw, one, pad)}" for key, one in data.items()]
    return "{" + f",{draw(gap)}".join(pairs) + "}"


def _block(draw: DrawFn, data: object, depth: int, said: st.SearchStrategy[str]) -> list[str]:
    pad, step = " " * depth, draw(st.integers(1, 5))
    if isinstance(data, str):
        if draw(st.integers(0, 3)) == 0 and data.strip() == data and data:
            words = draw(st.sampled_from([data, f"{data}\n\n{data}", f"{data}\n {data}  "]))
            return ["|" + draw(st.sampled_from(["", "-", "  # text"]))] + [
                f"{pad}  {line}" if line else "" for line in words.split("\n")
            ]
        return [_scalar(draw, data) + draw(said)]
    if draw(st.integers(0, 3)) == 0:
        return [_flow(draw, data, pad) + draw(said)]
    lines = [draw(said)]
    items = data.items() if isinstance(data, dict) else [("-", one) for one in data]
    for key, one in items:
        begin = f"{pad}{key}" + ("" if key == "-" else ":")
        inner = _block(draw, one, depth + step, said)
        lines += [f"{begin} {inner[0]}" if inner[0] else begin, *inner[1:]]
    return lines


@given(wild_files())
def test_whatever_the_layout_was_it_comes_to_rest_and_says_the_same(text: str) -> None:
    before = read_source("", text.encode())
    try:
        after = format_text(text)
    except CannotFormat:
        return
    assert format_text(after) == after
    assert read_source("", after.encode()).data == before.data
    assert re.findall(r"# (?:one|it's|three|of a|first|last|text)", after) == re.findall(
        r"# (?:one|it's|three|of a|first|last|text)", text
    )
    assert after.endswith("\n")
    assert not after.endswith("\n\n")


def test_the_shipped_story_can_be_laid_out_every_file() -> None:
    done = [format_file(path) for path in files_of(CHECKOUT / "story")]
    assert [(one.path.name, one.trouble) for one in done if one.trouble] == []
    assert {"story.yaml", "mood.yaml", "block.yaml"} <= {one.path.name for one in done}


def test_the_first_line_names_the_schema_where_there_is_one(tmp_path: Path) -> None:
    write_story(tmp_path)
    (tmp_path / "schema.json").write_text("{}")
    for folder in ("chapters/one", "lexicon"):
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
    wrong = "# yaml-language-server: $schema=../schema.json\nchapter: one\n"
    away = "# yaml-language-server: $schema=https://example.org/s.json\nchapter: one\n"
    cases = {
        "more.yaml": ("chapter: one\n", "# yaml-language-server: $schema=schema.json\nchapter: one\n"),
        "chapters/one/a.yaml": (wrong, wrong.replace("../", "../../")),
        "chapters/one/b.yaml": (away, away),
        "lexicon/mood.yaml": ("aspect: mood\n", "aspect: mood\n"),
    }
    for name, (text, expected) in cases.items():
        (tmp_path / name).write_text(text)
        assert format_file(tmp_path / name).after.decode() == expected


def test_line_ends_stay_as_the_author_has_them(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"\xef\xbb\xbfa:  b\r\nc: d\r\n")
    assert format_file(tmp_path / "a.yaml").after == b"a: b\r\nc: d\r\n"


def test_the_command_names_what_differs_and_writes_only_if_it_may(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wild, good = tmp_path / "wild.yaml", tmp_path / "good.yaml"
    wild.write_text(WILD)
    good.write_text("a: b\n")
    assert main(["fmt", "--check", str(wild), str(good)]) == 1
    assert capsys.readouterr().out == f"{wild}\n1 of 2 files would be laid out anew.\n"
    assert wild.read_text() == WILD
    assert main(["fmt", str(wild), str(good)]) == 0
    assert wild.read_text() == LAID_OUT
    assert main(["fmt", "--check", str(wild), str(good)]) == 0
    wild.write_text("a: [\n")
    assert main(["fmt", str(wild)]) == 1
    assert "is left as it is: line" in capsys.readouterr().err
    assert main(["fmt", str(tmp_path / "none.yaml")]) == 2


def test_files_are_written_all_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = [tmp_path / name for name in ("a", "b", "c")]
    for path in paths:
        path.write_text("old")
    paths[0].chmod(0o640)
    real, calls = Path.replace, []

    def failing(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == 3:
            raise OSError(28, "No space left on device", str(target))
        return real(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(OSError, match="No space"):
        write_all(dict.fromkeys(paths, b"new"))
    assert [path.read_text() for path in paths] == ["old"] * 3
    assert sorted(os.listdir(tmp_path)) == ["a", "b", "c"]
    monkeypatch.setattr(Path, "replace", real)
    write_all(dict.fromkeys(paths, b"new"))
    assert [path.read_text() for path in paths] == ["new"] * 3
    assert paths[0].stat().st_mode & 0o777 == 0o640
    assert sorted(os.listdir(tmp_path)) == ["a", "b", "c"]
