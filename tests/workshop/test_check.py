from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from game.cli import main
from game.story.cache import StoryCache
from game.workshop.check import check
from game.workshop.lexicon import lexicon_diagnostics
from tests.story_format.samples import HEAD, SOUND

if TYPE_CHECKING:
    from pathlib import Path

LEXICON = """\
aspect: mood
values:
  sad:
    patterns:
      "eat gravel|ash": She eats gravel.
"""
CLASH = """\
  joyful:
    patterns:
      "eat gravel|salt": She eats salt.
"""
FAULTS = {
    "RS004": LEXICON + LEXICON.splitlines()[-1] + "\n",
    "RS060": "aspect: moods\n",
    "RS061": LEXICON.replace("She eats gravel", "She drinks gravel"),
    "RS062": LEXICON + CLASH,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "story.yaml").write_text(HEAD)
    (tmp_path / "one.yaml").write_text(SOUND)
    (tmp_path / "lexicon").mkdir()
    return tmp_path


@pytest.mark.parametrize(("code", "lexicon"), FAULTS.items())
def test_a_fault_of_the_lexicon_is_told_with_the_story_s(folder: Path, code: str, lexicon: str) -> None:
    (folder / "lexicon" / "mood.yaml").write_text(lexicon)
    out = io.StringIO()
    assert check(folder, stream=out) == (0 if code == "RS062" else 1)
    assert code in out.getvalue()
    assert "lexicon/mood.yaml:" in out.getvalue()


def test_a_sound_lexicon_goes_unmentioned(folder: Path) -> None:
    (folder / "lexicon" / "mood.yaml").write_text(LEXICON)
    out = io.StringIO()
    assert check(folder, stream=out) == 0
    assert "lexicon" not in out.getvalue()


def test_faults_are_told_as_annotations_of_the_lines_they_stand_in(folder: Path) -> None:
    (folder / "two, 50%.yaml").write_text("scenes:\n  a: {goto: nowhere-at-all, chapter: one}\n")
    out = io.StringIO()
    assert check(folder, "github", stream=out) == 1
    lines = out.getvalue().splitlines()
    (error,) = [line for line in lines if "RS031" in line]
    assert error.startswith("::error file=")
    assert "two%2C 50%25.yaml,line=2,col=13,title=RS031::there is no scene `nowhere-at-all`" in error
    assert error.endswith("%0Adiagnostics.md#rs031")
    assert all(line.startswith(("::error ", "::warning ")) for line in lines)


def test_a_number_is_explained_at_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--explain", "rs045"]) == 0
    assert capsys.readouterr().out.startswith("RS045\n\nA menu that can run dry.\n")
    assert main(["check", "--explain", "x\x1b[2J"]) == 2
    shown = capsys.readouterr()
    assert "\x1b" not in shown.out + shown.err
    assert "RS001" in shown.err


def test_a_lexicon_that_has_not_changed_is_not_tried_again(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(StoryCache, "folder", tmp_path_factory.mktemp("cache"))
    lexicon = folder / "lexicon" / "mood.yaml"
    lexicon.write_text(FAULTS["RS062"])
    first = lexicon_diagnostics(folder, {})
    assert [one.code for one in first] == ["RS062"]
    with monkeypatch.context() as patch:
        patch.setattr("game.reader.commands.verify", None)  # whoever tries it now fails
        assert lexicon_diagnostics(folder, {}) == first
    lexicon.write_text(FAULTS["RS061"])
    assert [one.code for one in lexicon_diagnostics(folder, {})] == ["RS061"]


def test_a_damaged_outcome_of_a_lexicon_is_none(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path_factory.mktemp("cache")
    monkeypatch.setattr(StoryCache, "folder", cache)
    (folder / "lexicon" / "mood.yaml").write_text(FAULTS["RS061"])
    first = lexicon_diagnostics(folder, {})
    (kept,) = cache.glob("examples-*")
    kept.write_bytes(kept.read_bytes().replace(b"gravel", b"\x1b[2J"))
    assert lexicon_diagnostics(folder, {}) == first
