from __future__ import annotations

import io
import json
import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.cli import main
from game.engine.turn import Choose
from game.reader.reader import Reader
from game.saves.journal import recover
from game.story.loader import load_story
from game.story.patterns import ClaimPattern
from game.workshop import explore as explorer
from game.workshop import report as reports
from game.workshop.answering import Answering
from game.workshop.causes import Causes, compared
from game.workshop.commission import Commission, commission
from game.workshop.coverage import summaries
from game.workshop.goals import Goal, Goals
from game.workshop.kinds import Kind
from game.workshop.phrases import Phrasebook, examples_in
from game.workshop.player import Player, Run
from game.workshop.savepoints import KEPT, Record, Savepoints
from game.workshop.typist import Typist

if TYPE_CHECKING:
    from game.story.model import Story

LEXICON = Path(__file__).parents[2] / "story" / "lexicon"
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
variables:
  rows: {type: int}
  bees: {type: bool}
  quiet: {type: bool}
scenes:
  desk:
    page: sheet
    choices: [{id: out, text: Out, goto: first-door}]
  full: {text: "{bees: They hum.|Nothing hums.}", goto: first-door}
  first-door:
    choices:
      - {id: left, text: Left, goto: second-door}
      - {id: right, text: Right, goto: porch}
      - {id: sad, text: Be glad, forbid: "claim('mood', 'sad')", forbidden: "{bees: But.|No.}", goto: porch}
  second-door:
    choices: [{id: left, text: Left, goto: third-door}, {id: right, text: Right, goto: porch}]
  third-door:
    choices: [{id: left, text: Left, goto: last-door}, {id: right, text: Right, goto: porch}]
  last-door: {text: "{quiet: So quiet.|Well.}", goto: porch}
  porch: {ending: out}
pages:
  sheet:
    live: true
    prompt: Who?
    do: |
      rows += 1
      quiet = True if 'hush' in words('sheet') else quiet
    beats: here
    unread: "{One.|Two.|Three.|Four.}"
    goto: [{if: rows > 5, to: full}, {to: desk}]
beats:
  here-any: {at: here, for: {subject: any, holds: any}, text: Any.}
  here-sad: {at: here, for: {aspect: mood, value: sad}, text: Sad.}
  here-mood: {at: here, for: {aspect: mood}, text: Mood.}
  here-have: {at: here, for: {aspect: have, value: bee}, do: bees = True, text: Bees.}
endings: {out: {title: Out}}
"""


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.from_folder(LEXICON)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("small")
    (folder / "story.yaml").write_text(HEAD)
    (folder / "one.yaml").write_text(STORY)
    (folder / "lexicon").mkdir()
    (folder / "lexicon" / "mood.yaml").write_text("aspect: mood\nvalues: {sad: {adjectives: [sad]}}\n")
    return folder


@pytest.fixture(scope="module")
def story(folder: Path) -> Story:
    return load_story(folder)


@pytest.fixture(scope="module")
def asked(story: Story, reader: Reader) -> Commission:
    return commission(story, reader, examples_in(LEXICON))


@pytest.fixture(scope="module")
def plan(asked: Commission) -> explorer.Plan:
    return explorer.Plan(["Ruby sings."], 4, 2, orders=asked.orders, branches=400)


def test_branches_see_what_a_few_whole_playthroughs_do_not(
    story: Story, reader: Reader, asked: Commission, plan: explorer.Plan
) -> None:
    whole = explorer.explore(story, reader, explorer.Plan(["Ruby sings."], 4, 2, orders=asked.orders))
    report = explorer.explore(story, reader, plan)
    assert {"last-door", "full"} & set(whole.unseen(story)["scenes"])
    assert report.unseen(story) == {kind: [] for kind in report.unseen(story)}
    conditions, texts = summaries(story, report.coverage)
    assert (conditions.gaps, texts.gaps) == ((), ())
    assert 0 < report.branches < 400


def test_what_whole_playthroughs_come_to_is_the_same_without_branches(
    story: Story, reader: Reader, asked: Commission, plan: explorer.Plan
) -> None:
    whole = explorer.explore(story, reader, explorer.Plan(["Ruby sings."], 4, 2, orders=asked.orders))
    report = explorer.explore(story, reader, plan)
    for name in ("runs", "ended", "endings", "words", "pages", "meters"):
        assert getattr(report, name) == getattr(whole, name), name


def test_the_same_seed_branches_alike(story: Story, reader: Reader, plan: explorer.Plan) -> None:
    once, again = (explorer.explore(story, reader, plan) for _ in range(2))
    assert reports.as_json(once, story) == reports.as_json(again, story)


def test_several_processes_branch_as_one_does_of_each_share(folder: Path, story: Story) -> None:
    pages = ["Ruby is sad.", "asdf"]
    found = explorer.explore_in_parallel(folder, explorer.Plan(pages, 3, 5, branches=21), 2)
    own = Reader.from_folder(folder / "lexicon")
    shares = [
        explorer.explore(story, own, explorer.Plan(pages, runs, seed, branches=branches))
        for runs, seed, branches in ((2, 5, 11), (1, 7, 10))
    ]
    assert found.branches == sum(share.branches for share in shares) > 0
    assert found.coverage.seen == shares[0].coverage.seen + shares[1].coverage.seen


def test_where_only_certain_pages_are_to_be_typed_branches_type_no_others(
    story: Story, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed: set[str] = set()
    read = Reader.read

    def note(self: Reader, text: str) -> object:
        typed.add(text)
        return read(self, text)

    monkeypatch.setattr(Reader, "read", note)
    report = explorer.explore(story, reader, explorer.Plan(["Ruby is sad."], 3, 5, branches=40))
    assert report.branches == 40
    assert typed == {"Ruby is sad."}


def test_a_branch_that_fails_is_told_with_a_save_that_leads_there(
    story: Story, reader: Reader, plan: explorer.Plan, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(*_arguments: object) -> None:
        raise ValueError("the lamp went out")

    monkeypatch.setattr("game.workshop.branching._next", fail)
    report = explorer.explore(story, reader, plan)
    assert report.ended == report.runs
    failure = report.failures[0]
    assert (failure.branch, "the lamp went out" in failure.reason) == (1, True)
    printed = io.StringIO()
    assert reports.show(report, story, printed) == 1
    assert f"seed {failure.seed}, branch 1 failed after {len(failure.moves)} moves" in printed.getvalue()
    assert json.loads(reports.as_json(report, story))["failures"][0]["branch"] == 1
    paths = reports.keep_failures(report, story, tmp_path)
    assert len(set(paths)) == len(report.failures)
    assert paths[0].name == f"seed-{failure.seed}-branch-1.yaml"
    found = recover(paths[0].read_bytes()).journal
    assert [sealed.entry for sealed in found.sealed] == list(failure.moves)
    assert found.header.seed == failure.seed


def test_the_report_says_what_branches_count_for(story: Story, reader: Reader, plan: explorer.Plan) -> None:
    printed = io.StringIO()
    report = explorer.explore(story, reader, plan)
    assert reports.show(report, story, printed) == 0
    said = printed.getvalue()
    assert "4 of 4 playthroughs ended (seeds 2 to 5)." in said
    assert f"{report.branches} times one was begun again in its middle, for what none had seen." in said
    assert "not for endings, words, pages and numbers at the end" in said
    assert sum(int(line.split()[0]) for line in said.splitlines() if line.endswith("  out")) == 4
    assert json.loads(reports.as_json(report, story))["branches"] == report.branches


def test_without_branches_the_report_says_nothing_of_them(story: Story, reader: Reader) -> None:
    printed = io.StringIO()
    reports.show(explorer.explore(story, reader, explorer.Plan(["asdf"], 3, 1)), story, printed)
    assert "middle" not in printed.getvalue()


@pytest.mark.parametrize("number", ["-1", "100", "x", "", "1e3", "٣"])
def test_a_number_of_branches_that_is_none_is_refused(
    number: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["explore", f"--branches={number}"])
    assert "a whole number from 0 to 99" in capsys.readouterr().err


def test_a_choice_that_a_claim_forbids_is_tried_for_what_is_said_to_it(story: Story, reader: Reader) -> None:
    player = Player(story, reader, ["Ruby is sad."], refusing=40)
    runs = [Run(seed) for seed in range(12)]
    for run in runs:
        player.play(run)
    tried = [turn for run in runs for turn, move in run.made if move == Choose("sad")]
    assert any(not choice.enabled for turn in tried for choice in turn.choices)
    assert any("No." in passage.text for run in runs for turn in run.turns for passage in turn.passages)


def test_a_goal_opens_when_the_condition_round_it_was_as_it_has_to_be(tmp_path: Path, reader: Reader) -> None:
    (tmp_path / "story.yaml").write_text(HEAD)
    (tmp_path / "one.yaml").write_text(
        "chapter: one\nvariables: {lamp: {type: bool}, door: {type: bool}}\nscenes:\n"
        "  desk: {text: '{lamp: {door: Both.|One.}|None.}', ending: out}\nendings: {out: {title: Out}}\n"
    )
    story = load_story(tmp_path)
    report = explorer.explore(story, reader, explorer.Plan([], 2, 1))
    assert [goal.key for goal in Goals(story).open(report.coverage, report.seen)] == [("0", 1)]
    report.coverage.seen[0, 1] += 1
    assert [goal.key for goal in Goals(story).open(report.coverage, report.seen)] == [("1", 1), ("1", 0)]


def test_where_a_storylet_is_dealt_another_as_particular_is_near(tmp_path: Path, reader: Reader) -> None:
    (tmp_path / "story.yaml").write_text(HEAD)
    (tmp_path / "one.yaml").write_text(
        "chapter: one\nvariables: {lamp: {type: bool}}\nscenes:\n"
        "  desk: {deal: {deck: day, then: porch}}\n  porch: {ending: out}\n"
        "endings: {out: {title: Out}}\nstorylets:\n  rain: {deck: day, text: Rain.}\n"
        "  sun: {deck: day, text: Sun.}\n  dark: {deck: day, if: lamp, text: Dark.}\n"
    )
    story = load_story(tmp_path)
    report = explorer.explore(story, reader, explorer.Plan([], 1, 1))
    near = {goal.key[0]: goal.near for goal in Goals(story).open(report.coverage, report.seen)}
    dealt = next(iter({"rain", "sun"} & set(report.seen["scenes"])))
    other = ({"rain", "sun"} - {dealt}).pop()
    assert near[f"scene:{other}"][:2] == (f"scene:{other}", f"scene:{dealt}")
    assert near["scene:dark"][:2] == ("scene:dark", "deck:day")


def test_of_many_playthroughs_some_are_kept_for_each_thing_passed_and_the_closest_is_taken(
    story: Story, reader: Reader
) -> None:
    savepoints = Savepoints(story, random.Random(1))
    player = Player(story, reader, ["Ruby is sad."], refusing=50)
    records = []
    for seed in range(30):
        run = Run(seed)
        player.play(run)
        run.asked = [set() for _ in run.turns]
        records.append(Record(seed, [turn.scene for turn in run.turns], run.moves))
        savepoints.note(records[-1], run.turns, run.asked)
    nowhere = Goal(("0", 1), ("scene:moon",), (), "scene:moon")
    assert savepoints.near(nowhere) is None
    goal = Goal(("0", 1), ("scene:moon", "scene:second-door", "scene:desk"), (), "scene:moon")
    taken = [found for found in (savepoints.near(goal) for _ in range(300)) if found is not None]
    near = [one for one in taken if one.record.moves[one.moves - 1] == Choose("left")]
    assert len(near) > len(taken) / 2
    assert 1 < len({one.record.seed for one in near}) <= KEPT


def test_what_sets_a_variable_is_typed_for_whoever_asks_for_it(story: Story, asked: Commission) -> None:
    causes = Causes(story)
    assert causes.of("bees and rows > 2") == ["beat:here-have"]
    assert causes.of("quiet") == ["words:sheet"]
    assert causes.of("rows > 5") == []
    (hush,) = [order for order in asked.orders if order.kind == "the words “hush”"]
    assert (hush.sentences[0], hush.pages) == ("hush", {"sheet"})
    assert ("scene:last-door", "scene last-door") not in hush.asked_by
    assert {piece for piece, _ in hush.asked_by} == {"scene:last-door"}


LETTERS = st.text(st.characters(categories=["L", "N", "Zs"]), max_size=8)


@given(LETTERS, LETTERS)
def test_what_is_held_against_the_words_of_a_page_is_found_whatever_it_is(one: str, other: str) -> None:
    found = compared(f"'{one}' in words('p') or lower(words('q')) in ('{one}', '{other}')")
    assert found == list(dict.fromkeys([("p", one), ("q", one), ("q", other)]))


def test_a_beat_that_gives_way_to_others_gets_a_text_of_which_a_claim_is_left_to_it(
    story: Story, reader: Reader
) -> None:
    sentences = ("Ruby is sad.", "Ruby is happy.", "Ruby has a dog.", "Ruby has bees.")
    said = {"mood": [], "have": []}
    for sentence in sentences:
        (claim,) = reader.read(sentence).claims
        said[claim.aspect].append((sentence, claim))
    answering = Answering(story, said)
    beats = {beat.id: beat for beat in story.beats}
    claims = {sentence: reader.read(sentence).claims for sentence in sentences}
    assert answering.is_first(beats["here-mood"], claims["Ruby is happy."])
    assert not answering.is_first(beats["here-mood"], claims["Ruby is sad."])
    assert answering.texts(beats["here-mood"]) == ("Ruby is happy.",)
    assert answering.texts(beats["here-any"])[0] == "Ruby has a dog."


def test_what_waits_for_a_page_without_a_claim_is_typed_without_one(
    reader: Reader, asked: Commission
) -> None:
    typist, chance = Typist([], asked.orders), random.Random(3)
    goal = Goal(("1", 1), (), (), "page:sheet", "unread")
    unread = {typist.wrote("unread", goal, "sheet", chance) for _ in range(60)}
    assert len(unread) > 3
    assert all(not reader.read(text).claims for text in unread)
    assert typist.wrote("blank", goal, "sheet", chance) == ""


def test_conditions_upon_a_claim_are_said_in_several_ways(asked: Commission, reader: Reader) -> None:
    book = Phrasebook(reader, examples_in(LEXICON))
    sentences = book.sentences(Kind(ClaimPattern(aspect=frozenset({"mood"})), when=True))
    whens = {claim.when for sentence in sentences for claim in reader.read(sentence).claims}
    assert len(whens) > 2
    assert None not in whens
