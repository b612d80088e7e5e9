from __future__ import annotations

import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from game.reader.reader import Reader
from game.story.loader import load_story
from game.workshop import explore as explorer
from game.workshop.corpora import CorpusError, pages_in

if TYPE_CHECKING:
    from game.story.model import Story

HEAD = """
id: small
title: Small
ifid: 00000000-0000-4000-8000-000000000000
version: 1.0.0
start: desk
chapters: [{id: one, title: One}]
"""
STORY = """
chapter: one
scenes:
  desk:
    text: A desk.
    page: first
    choices: [{id: leave, text: Leave, goto: porch}, {id: stay, text: Stay, goto: desk-again}]
  desk-again: {text: Still a desk., goto: desk}
  porch: {text: A porch., ending: out}
pages:
  first: {prompt: Who?, goto: porch, beats: here}
beats:
  here-any: {at: here, for: {subject: any, holds: any}, text: "So: {it.third}."}
  here-tuba: {at: here, for: {aspect: act, value: tuba}, text: "A tuba."}
endings: {out: {title: Out}, never: {title: Never}}
"""


@pytest.fixture
def story(tmp_path: Path) -> Story:
    (tmp_path / "story.yaml").write_text(HEAD)
    (tmp_path / "world.yaml").write_text("variables: {}\n")
    (tmp_path / "one.yaml").write_text(STORY)
    return load_story(tmp_path)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.from_folder(Path(__file__).parents[2] / "story" / "lexicon")


def test_it_says_how_many_playthroughs_really_ended_and_what_nobody_saw(story: Story, reader: Reader) -> None:
    report = explorer.explore(story, reader, explorer.Plan(["Ruby plays the tuba.", "Ruby is sad."], 30, 5))
    assert (report.runs, report.ended) == (30, 30)
    assert report.endings == {"out": 30}
    assert report.unseen["endings"] == ["never"]
    assert report.unseen["scenes"] == []
    assert report.unseen["beats"] == []
    printed = io.StringIO()
    assert explorer.show(report, story, printed) == 0
    assert "30 of 30 playthroughs ended" in printed.getvalue()
    assert "not seen: never" in printed.getvalue()


def test_the_same_seed_gives_the_same_report(story: Story, reader: Reader) -> None:
    once, again = (explorer.explore(story, reader, explorer.Plan(["Ruby sings."], 10, 3)) for _ in range(2))
    assert explorer.as_json(once) == explorer.as_json(again)


def test_a_playthrough_that_fails_is_told_with_the_moves_that_lead_there(
    story: Story, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise ValueError("the lamp went out")

    monkeypatch.setattr("game.workshop.player.step", fail)
    report = explorer.explore(story, reader, explorer.Plan(["Ruby sings."], 1, 0))
    assert report.ended == 0
    assert "the lamp went out" in report.failures[0].reason
    assert report.failures[0].moves
    printed = io.StringIO()
    assert explorer.show(report, story, printed) == 1
    assert "seed 0 failed" in printed.getvalue()
    assert json.loads(explorer.as_json(report))["failures"][0]["moves"]


@pytest.mark.parametrize("text", ["", "a: 1", "[1, 2]", "- ]", "- {pages: x}"])
def test_a_file_that_is_no_list_of_pages_is_refused_by_name(tmp_path: Path, text: str) -> None:
    path = tmp_path / "pages.yaml"
    path.write_text(text)
    with pytest.raises(CorpusError, match=r"pages\.yaml"):
        pages_in(path)


def test_pages_are_read_from_texts_and_from_labelled_pages(tmp_path: Path) -> None:
    path = tmp_path / "pages.yaml"
    path.write_text('- "Ruby sings."\n- {page: "Ruby hums.", claims: []}\n')
    assert pages_in(path) == ["Ruby sings.", "Ruby hums."]


def test_an_echo_is_heard_at_once_and_not_again_where_nothing_comes_back(
    story: Story, reader: Reader
) -> None:
    plan = explorer.Plan(["Ruby plays the violin."], 20, 5, echo=True)
    report = explorer.explore(story, reader, plan)
    heard = report.echoes["all"]
    assert heard.claims == heard.at_once > 0
    assert (heard.again, heard.never) == (0, 0)
    assert dict(heard.times) == {1: heard.claims}
    printed = io.StringIO()
    explorer.show(report, story, printed)
    assert "100.0 %" in printed.getvalue()
