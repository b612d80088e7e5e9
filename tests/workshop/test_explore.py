from __future__ import annotations

import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from game.reader.reader import Reader
from game.saves.journal import recover
from game.story.loader import load_story
from game.workshop import explore as explorer
from game.workshop import report as reports
from game.workshop.corpora import CorpusError, pages_in
from game.workshop.coverage import summaries, watching

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
    unseen = report.unseen(story)
    assert unseen["endings"] == ["never"]
    assert unseen["scenes"] == []
    assert unseen["beats"] == []
    printed = io.StringIO()
    assert reports.show(report, story, printed) == 0
    assert "30 of 30 playthroughs ended" in printed.getvalue()
    assert "not seen: never" in printed.getvalue()


def test_the_same_seed_gives_the_same_report(story: Story, reader: Reader) -> None:
    once, again = (explorer.explore(story, reader, explorer.Plan(["Ruby sings."], 10, 3)) for _ in range(2))
    assert reports.as_json(once, story) == reports.as_json(again, story)


def test_a_playthrough_that_fails_is_told_with_the_moves_that_lead_there(
    story: Story, reader: Reader, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(*_arguments: object) -> None:
        raise ValueError("the lamp went out")

    monkeypatch.setattr("game.workshop.player.step", fail)
    report = explorer.explore(story, reader, explorer.Plan(["Ruby sings."], 1, 0))
    assert report.ended == 0
    assert "the lamp went out" in report.failures[0].reason
    assert report.failures[0].moves
    printed = io.StringIO()
    assert reports.show(report, story, printed) == 1
    assert "seed 0 failed" in printed.getvalue()
    assert "n: 1" in json.loads(reports.as_json(report, story))["failures"][0]["save"]
    (path,) = reports.keep_failures(report, story, tmp_path / "failures")
    found = recover(path.read_bytes()).journal
    assert [sealed.entry for sealed in found.sealed] == list(report.failures[0].moves)
    assert found.header.seed == 0


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
    reports.show(report, story, printed)
    assert "100.0 %" in printed.getvalue()


CONDITIONS = """
chapter: one
variables: {lamp: {type: bool}, nerve: {type: int}}
scenes:
  desk:
    text: "{lamp: Light.|Dark.} {~One.|Two.} {nerve > 5: Bold.|Shy.}"
    choices:
      - {id: light, text: Light, do: lamp = True; nerve += 1, goto: desk}
      - {id: leave, text: Leave, if: lamp, goto: porch}
      - {id: stay, text: Stay, if: not lamp, goto: desk}
  porch: {ending: out}
endings: {out: {title: Out}}
"""


def test_a_condition_is_covered_if_it_was_seen_both_ways(tmp_path: Path, reader: Reader) -> None:
    (tmp_path / "story.yaml").write_text(HEAD)
    (tmp_path / "one.yaml").write_text(CONDITIONS)
    story = load_story(tmp_path)
    report = explorer.explore(story, reader, explorer.Plan([], 40, 1))
    conditions, texts = summaries(story, report.coverage)
    assert (texts.covered, texts.total) == (2, 2)
    assert (conditions.covered, conditions.total) == (3, 4)
    assert [(gap.where, gap.lacking, gap.what) for gap in conditions.gaps] == [
        ("scene desk", "never true", "nerve > 5")
    ]
    assert min(report.meters["nerve"]) >= 1


def test_what_is_not_watched_is_not_noted(story: Story, reader: Reader) -> None:
    with watching(story) as coverage:
        pass
    explorer.explore(story, reader, explorer.Plan(["Ruby sings."], 2, 1))
    assert not coverage.seen


def test_several_processes_find_what_one_finds_of_each_share(
    story: Story, reader: Reader, tmp_path: Path
) -> None:
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "mood.yaml").write_text("aspect: mood\nvalues: {sad: {adjectives: [sad]}}\n")
    plan = explorer.Plan(["Ruby is sad."], 7, 3)
    report = explorer.explore_in_parallel(tmp_path, plan, 2)
    assert (report.runs, report.ended) == (7, 7)
    own = Reader.from_folder(tmp_path / "lexicon")
    shares = [explorer.explore(story, own, explorer.Plan(plan.pages, *share)) for share in ((4, 3), (3, 7))]
    assert report.endings == shares[0].endings + shares[1].endings
    assert report.coverage.seen == shares[0].coverage.seen + shares[1].coverage.seen
