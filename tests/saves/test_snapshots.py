"""A long playthrough is not played again where it is known how it stood; and nothing hangs on that."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.play.session import Session
from game.reader.reader import Reader
from game.saves import snapshots
from game.saves.packing import Packer, Unpacker
from game.saves.snapshots import SnapshotCache
from game.story.loader import load_story
from game.workshop.corpora import PLAIN_PAGES
from game.workshop.player import Player, Run

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.play.playthrough import Playthrough
    from game.story.model import Story

STORY = Path(__file__).parents[2] / "story"
PAGES = [
    *PLAIN_PAGES,
    "She always sings, unless “Harry” is there. 🔥",
    "Ruby isn't sad. Harry is \ud800 a coward.",
]


@pytest.fixture(scope="module")
def shipped() -> Story:
    return load_story(STORY)


@pytest.fixture(scope="module")
def its_reader() -> Reader:
    return Reader.from_folder(STORY / "lexicon")


@settings(max_examples=12, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 10_000), turning=st.integers(0, 40))
def test_whatever_was_played_is_unpacked_as_it_was(
    shipped: Story, its_reader: Reader, seed: int, turning: int
) -> None:
    run = Run(seed)
    Player(shipped, its_reader, PAGES, turning=turning).play(run)
    packer = Packer()
    turns = [packer.turn(turn) for turn in run.turns]
    moves = [packer.move(move) for move in run.moves]
    data = json.loads(json.dumps([packer.entries, turns, moves]))
    unpacker = Unpacker(data[0])
    assert [unpacker.turn(turn) for turn in data[1]] == run.turns
    assert [unpacker.move(move) for move in data[2]] == run.moves


@pytest.fixture
def opened(
    tmp_path: Path, session: Callable[..., Session], monkeypatch: pytest.MonkeyPatch
) -> Callable[[], Playthrough]:
    """Opens the example's autosave, with snapshots; every playthrough is worth one."""
    monkeypatch.setattr(snapshots, "WORTH_KEEPING", 1)
    example = session()

    def open_it() -> Playthrough:
        cache = SnapshotCache(tmp_path / "cache")
        one = Session(example.story, example.reader, example.saves.folder, snapshots=cache)
        return one.open()[0]

    return open_it


def kept(tmp_path: Path) -> Path:
    (path,) = (tmp_path / "cache").glob("*.json")
    return path


def played(opened: Callable[[], Playthrough]) -> Playthrough:
    playthrough = opened()
    playthrough.choose("look")
    playthrough.choose("sit")
    playthrough.type("Ruby keeps bees.")
    playthrough.close()
    return playthrough


def test_what_was_left_is_there_without_being_played_again(
    opened: Callable[[], Playthrough], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = played(opened)
    steps: list[object] = []
    monkeypatch.setattr("game.saves.resume.step", lambda *arguments: steps.append(arguments))
    again = opened()
    assert steps == []
    assert (again.history, again.opening, again.turn) == (first.history, first.opening, first.turn)


def test_moves_made_after_the_snapshot_are_played(opened: Callable[[], Playthrough], tmp_path: Path) -> None:
    played(opened)
    before = kept(tmp_path).read_bytes()
    more = opened()
    more.type("Ruby sings.")
    more.close()
    kept(tmp_path).write_bytes(before)
    again = opened()
    assert again.history == more.history
    assert again.turn == more.turn


def test_one_can_go_back_and_forth_from_a_snapshot(opened: Callable[[], Playthrough]) -> None:
    first = played(opened)
    again = opened()
    assert again.undo(2) == first.history[0][1]
    assert again.redo(2) == first.turn
    again.undo(1)
    again.close()
    assert opened().turn == first.history[1][1]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"",
        lambda data: data[:-20],
        lambda data: data.replace(b"Ruby", b"Rubi"),
        lambda data: data[:64] + b"\n{}",
        lambda data: b"\x00" * 100,
    ],
)
def test_a_snapshot_that_was_tampered_with_counts_as_none(
    opened: Callable[[], Playthrough], tmp_path: Path, spoil: Callable[[bytes], bytes]
) -> None:
    first = played(opened)
    kept(tmp_path).write_bytes(spoil(kept(tmp_path).read_bytes()))
    assert opened().history == first.history


@pytest.mark.parametrize("body", ["[]", "{}", '{"numbers": [1], "check": 1}', '{"numbers": [], "check": ""}'])
def test_odd_data_under_a_right_fingerprint_counts_as_none(
    opened: Callable[[], Playthrough], tmp_path: Path, body: str
) -> None:
    first = played(opened)
    fingerprint = snapshots._fingerprint(body.encode(), first.story)
    kept(tmp_path).write_bytes(fingerprint + b"\n" + body.encode())
    assert opened().history == first.history


def test_a_save_edited_by_hand_is_played_and_not_taken_from_a_snapshot(
    opened: Callable[[], Playthrough], tmp_path: Path
) -> None:
    first = played(opened)
    path = first.saves.path("autosave")
    path.write_text(path.read_text().replace("keeps bees", "keeps ants"))
    assert opened().pages[0].text == "Ruby keeps ants."


def test_where_nothing_can_be_written_nothing_is_kept_and_nothing_fails(
    opened: Callable[[], Playthrough], tmp_path: Path
) -> None:
    (tmp_path / "cache").write_text("in the way")
    first = played(opened)
    assert opened().history == first.history


def test_old_snapshots_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, session: Callable[..., Session]
) -> None:
    monkeypatch.setattr(snapshots, "WORTH_KEEPING", 1)
    monkeypatch.setattr(snapshots, "KEPT", 3)
    for number in range(6):
        example = session(slot=f"slot-{number}", seed=number)
        cache = SnapshotCache(tmp_path / "cache")
        playthrough, _ = Session(
            example.story,
            example.reader,
            example.saves.folder,
            slot=f"s{number}",
            seed=number,
            snapshots=cache,
        ).open()
        playthrough.choose("look")
        playthrough.close()
    assert len(list((tmp_path / "cache").glob("*.json"))) == 3
