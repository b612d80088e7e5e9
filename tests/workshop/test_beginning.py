from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.reader.reader import Reader
from game.story.loader import examine, load_story
from game.workshop import explore as explorer
from game.workshop.beginning import CannotBegin, begin_story
from game.workshop.formatting import files_of, format_file
from game.workshop.lexicon import lexicon_diagnostics
from game.workshop.playtest import playtests_in, run
from game.workshop.schema import json_schema

LEXICON = Path(__file__).parents[2] / "story" / "lexicon"


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    folder = tmp_path / "My 'first' Tower"
    begin_story(folder, LEXICON)
    return folder


def test_a_story_that_is_begun_is_sound(begun: Path) -> None:
    found = examine(begun)
    assert found.diagnostics == []
    assert found.story is not None
    assert (found.story.id, found.story.title) == ("my-first-tower", "My First Tower")
    assert [one for one in lexicon_diagnostics(begun, {}) if one.severity == "error"] == []


def test_it_plays_to_its_end_and_its_playtest_holds(begun: Path) -> None:
    story, reader = load_story(begun), Reader.from_folder(begun / "lexicon")
    pages = [
        "Ruby is always happy.",
        "Ruby always limps. She always sneezes.",
        "Ruby has a red umbrella. She sings.",
        "Harry is a coward.",
        "Ruby isn't sad.",
        "",
    ]
    report = explorer.explore(story, reader, explorer.Plan(pages, 80, 1))
    assert report.ended == report.runs
    assert report.unseen(story) == {kind: [] for kind in report.unseen(story)}
    (path,) = playtests_in(begun)
    assert run(story, reader, path).faults == ()


def test_words_of_its_own_are_understood(begun: Path) -> None:
    claims = Reader.from_folder(begun / "lexicon").read("Ruby keeps an even keel.").claims
    assert [(claim.aspect, claim.value) for claim in claims] == [("mood", "calm")]


def test_each_has_a_number_of_its_own(tmp_path: Path) -> None:
    for name in ("one", "two"):
        begin_story(tmp_path / name, LEXICON)
    assert load_story(tmp_path / "one").ifid != load_story(tmp_path / "two").ifid


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_text("mine")
    for folder in (tmp_path, tmp_path / "kept.txt"):
        with pytest.raises(CannotBegin, match="Name a folder"):
            begin_story(folder, LEXICON)
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]


def test_every_file_names_the_schema_that_lies_beside_it(begun: Path) -> None:
    assert json.loads((begun / "schema.json").read_text(encoding="utf-8")) == json_schema()
    for path in (begun / "story.yaml", begun / "world.yaml", *sorted((begun / "chapters").glob("*.yaml"))):
        first = path.read_text(encoding="utf-8").split("\n", 1)[0]
        named = first.removeprefix("# yaml-language-server: $schema=")
        assert (path.parent / named).resolve() == (begun / "schema.json").resolve()


def test_its_files_are_laid_out_as_fmt_lays_them_out(begun: Path) -> None:
    done = [format_file(path) for path in files_of(begun)]
    assert [one.path for one in done if one.differs or one.trouble] == []
