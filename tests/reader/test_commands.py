from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest

from game.cli import main
from game.reader import lexicon
from game.reader.commands import _noting, clashes, coverage, read_jsonl, read_text, why
from game.reader.reader import Reader
from tests.reader.conftest import LEXICON

if TYPE_CHECKING:
    from pathlib import Path

SMALL = """\
aspect: mood
values:
  sad:
    adjectives: >-
      blorpy,
      glum, -sunny
    phrases: in the dumps
    patterns:
      "have the blues": She has the blues.
languages: [klingon]
lists:
  ties: [pal = friend, chum]
"""


def test_read_text_answers_in_the_form_of_the_contract(reader: Reader) -> None:
    answer = read_text(reader, "Ruby is happy.")
    assert answer["claims"] == [
        {
            "subject": "ruby", "aspect": "mood", "value": "joyful", "holds": True, "degree": "plain", "time": "now",  # noqa: E501
            "when": None, "object": None, "span": [0, 13], "text": "Ruby is happy",
        }
    ]  # fmt: skip


def test_jsonl_answers_every_line_and_goes_on_after_a_bad_one(reader: Reader) -> None:
    lines = [
        '{"page": "Ruby sings."}',
        "not json",
        "[1]",
        '{"page": 3}',
        json.dumps({"page": "a" * 20_001}),
        "",
        '{"page": "é"}',
    ]
    out = io.StringIO()
    assert read_jsonl(reader, io.StringIO("\n".join(lines)), out) == 0
    answers = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [a.get("error", {}).get("code") for a in answers] == [
        None,
        "not-json",
        "no-page",
        "no-page",
        "page-too-long",
        None,
    ]
    assert answers[0]["claims"][0]["value"] == "sings"


def test_why_names_the_entry(reader: Reader) -> None:
    told = why(reader, "Ruby is over the moon. Rain fell.")
    assert "mood.yaml" in told
    assert "over the moon" in told
    assert "unread: 'Rain fell'" in told


def test_coverage_names_every_entry_that_no_page_used_by_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "small.yaml").write_text(SMALL)
    assert coverage(tmp_path, ["Ruby is glum. She speaks Klingon.", "Ruby has the blues.", "x" * 20_001]) == [
        "small.yaml:5: adjectives: blorpy",
        "small.yaml:6: adjectives: sunny",
        "small.yaml:7: pattern: be in the dumps",
        "small.yaml:12: ties: chum, pal",
        "small.yaml: 3 of 8 entries used, 38%.",
        "In all: 3 of 8 entries used by 2 pages, 38%.",
    ]


def test_the_noted_lexicon_reads_as_the_plain_one(reader: Reader) -> None:
    used: set[str] = set()
    noted = Reader(_noting(lexicon.load(LEXICON), used))
    page = "Ruby is over the moon, my best friend speaks French, and she is in a red dress. Harry loves her."
    assert noted.read(page) == reader.read(page)
    assert {"languages:french", "garments:dress", "verbs:love"} <= used


def test_every_place_that_coverage_tells_holds_the_word() -> None:
    lines = {file.name: file.read_text().splitlines() for file in LEXICON.glob("*.yaml")}
    told = [line for line in coverage(LEXICON, []) if line.count(": ") >= 2]
    assert len(told) > 1000
    for line in told:
        place, section, words = line.split(": ", 2)
        file, number = place.split(":")
        if section != "pattern":
            written = lines[file][int(number) - 1]
            assert all(word.split()[0] in written for word in words.split(", "))


def test_read_coverage_is_a_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    corpora = [tmp_path / "texts.yaml", tmp_path / "pages.yaml"]
    corpora[0].write_text("- Ruby is over the moon.\n")
    corpora[1].write_text("- {page: She speaks French., claims: []}\n")
    assert main(["read", "--coverage", *map(str, corpora)]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert shown[-1].endswith("entries used by 2 pages, 0%.")
    assert not any("over the moon" in line for line in shown)
    corpora[1].write_text("page: no list\n")
    assert main(["read", "--coverage", *map(str, corpora)]) == 2
    assert "is no list of pages" in capsys.readouterr().err


def patterns(tmp_path: Path, *written: str) -> list[str]:
    lines = "".join(f"      {one}\n" for one in written)
    (tmp_path / "small.yaml").write_text(f"aspect: mood\nvalues:\n  sad:\n    patterns:\n{lines}")
    return clashes(tmp_path)


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ('"feel blue|low": {ex: x}', '"feel low|down": {ex: x, value: bored}', "feel low"),
        ('"sulk at {c}": {ex: x}', '"sulks at {c}": {ex: x, value: angry}', "sulks at him"),
        ('"sit (all) alone": {ex: x}', '"sit alone": {ex: x, value: lonely}', "sit alone"),
        ('"have no * spark": {ex: x}', '"have no spark": {ex: x, value: numb}', "have no spark"),
        ('"cry over {x}": {ex: x}', '"cry over": {ex: x, value: bored}', None),
        ('"pine for {x} here": {ex: x}', '"pine for the sea": {ex: x, value: bored}', None),
        ('"loathe {x} daily": {ex: x}', '"loathe {own} life daily": {ex: x, value: angry}', None),
        ('"give {x} up": {ex: x}', '"give (the) hope up": {ex: x, value: calm}', None),
        ('"take {x} badly": {ex: x}', '"take {own} badly": {ex: x, value: calm}', None),
    ],
)
def test_two_patterns_that_weigh_the_same_clash_over_words_that_both_read(
    tmp_path: Path, one: str, other: str, both: str | None
) -> None:
    told = patterns(tmp_path, one, other)
    if both is None:
        assert told == []
    else:
        assert len(told) == 1
        assert told[0].startswith("small.yaml:6: ")
        assert "(small.yaml:5)" in told[0]
        assert f"reads {both!r}" in told[0]
        assert told[0].endswith("longer by a word.")


def test_the_same_claim_twice_is_no_clash_and_nor_are_different_weights(tmp_path: Path) -> None:
    assert patterns(tmp_path, '"feel low": {ex: x}', '"feel low|down": {ex: x}') == []
    assert patterns(tmp_path, '"feel low": {ex: x}', '"feel very low": {ex: x, value: bored}') == []


def test_of_two_that_clash_the_latter_named_is_taken(tmp_path: Path) -> None:
    (told,) = patterns(
        tmp_path, '"feel blue": {ex: She feels blue.}', '"feel blue|low": {ex: x, value: angry}'
    )
    assert "as mood angry" in told
    assert [c.value for c in Reader.from_folder(tmp_path).read("Ruby feels blue.").claims] == ["sad"]


MOST_CLASHES = 18
"""As many as the shipped lexicon had when they were first looked for. It only ever goes down."""


def test_the_shipped_lexicon_gets_no_new_clashes() -> None:
    told = clashes(LEXICON)
    assert len(told) <= MOST_CLASHES, "\n".join(told)
