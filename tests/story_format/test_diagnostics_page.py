"""The page about diagnostics has all of them, and every example in it is wrong in the way that it says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from game.story.errors import CODES
from game.story.where import find_story
from game.workshop.explaining import explained, sections
from game.workshop.lexicon import lexicon_diagnostics

from .samples import HEAD, SOUND, look

if TYPE_CHECKING:
    from pathlib import Path

PAGE = (find_story(None) / "diagnostics.md").read_text(encoding="utf-8")
SECTIONS = sections(PAGE)
EXAMPLES = {
    code: example
    for code, text in SECTIONS.items()
    for example in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
}


def test_every_diagnostic_has_its_section_in_order() -> None:
    assert list(SECTIONS) == list(CODES)


@pytest.mark.parametrize("code", CODES)
def test_a_section_begins_with_what_the_number_means(code: str) -> None:
    assert SECTIONS[code].split("\n")[2] == CODES[code]


def test_all_that_can_be_shown_in_a_few_lines_has_an_example() -> None:
    assert set(CODES) - set(EXAMPLES) == {"RS005", "RS006", "RS009", "RS010"}


@pytest.mark.parametrize("code", EXAMPLES)
def test_an_example_is_wrong_in_the_way_that_it_says(code: str, tmp_path: Path) -> None:
    example = EXAMPLES[code]
    if example.startswith("aspect:"):
        (tmp_path / "lexicon").mkdir()
        (tmp_path / "lexicon" / "mood.yaml").write_text(example, encoding="utf-8")
        found = lexicon_diagnostics(tmp_path, {})
    elif example.startswith("# story.yaml"):
        found = look(SOUND, head=HEAD + example).diagnostics
    else:
        found = look(SOUND, example if code == "RS011" else f"chapter: one\n{example}").diagnostics
    assert code in {one.code for one in found}


@pytest.mark.parametrize("code", ["RS052", "RS055", "RS058"])
def test_an_example_of_several_faults_has_them_all(code: str) -> None:
    found = look(SOUND, f"chapter: one\n{EXAMPLES[code]}").diagnostics
    assert sum(one.code == code for one in found) > 1


def test_a_number_is_explained_by_its_section() -> None:
    assert explained("rs031").startswith("RS031\n\nNo such scene.\n")
    assert "```" not in explained("RS031")
    assert "    attic: {text: Nobody is up here., goto: proch}" in explained("RS031")


def test_a_number_that_is_none_is_told_with_those_there_are() -> None:
    with pytest.raises(LookupError, match="RS001 to RS062"):
        explained("RS999")
    with pytest.raises(LookupError):
        explained("\x1b[2J")
