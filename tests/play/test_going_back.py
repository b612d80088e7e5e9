"""However one goes back and forth in the shipped story, what one comes to is what was there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.engine.turn import MoveError
from game.play.playthrough import Playthrough
from game.reader.reader import Reader
from game.saves.slots import Saves
from game.story.loader import load_story

if TYPE_CHECKING:
    from game.engine.turn import Turn
    from game.story.model import Story

STORY = Path(__file__).parents[2] / "story"
PAGES = (
    "Ruby is always happy. She keeps bees.",
    "Ruby is sad, and she only speaks French.",
    "She never leaves the house unless it rains.",
    "Ruby does what she likes. ~~She cannot swim.~~",
    "",
    "asdf {it.third} [b] \x1b[2J",
)


@pytest.fixture(scope="module")
def story() -> Story:
    return load_story(STORY)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.from_folder(STORY / "lexicon")


def forward(playthrough: Playthrough, pick: int) -> None:
    """One move, whichever the number picks."""
    turn = playthrough.turn
    enabled = [choice for choice in turn.choices if choice.enabled]
    if turn.page is not None and (pick % 3 or not enabled):
        playthrough.type(PAGES[pick % len(PAGES)], backwards=pick % 5 == 0)
    elif enabled:
        playthrough.choose(enabled[pick % len(enabled)].id)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    seed=st.integers(0, 2**32),
    picks=st.lists(st.integers(0, 59), min_size=5, max_size=40),
    wanderings=st.lists(st.integers(0, 40), min_size=1, max_size=6),
)
def test_undo_redo_and_jumps_restore_every_turn_exactly(
    story: Story, reader: Reader, tmp_path: Path, seed: int, picks: list[int], wanderings: list[int]
) -> None:
    playthrough, _ = Playthrough.start(story, reader, Saves(tmp_path / "saves"), seed=seed)
    turns: dict[int, Turn] = {0: playthrough.turn}
    for pick in picks:
        forward(playthrough, pick)
        turns[playthrough.timeline.present] = playthrough.turn
    for wandering in wanderings:
        count = 1 + wandering % (len(playthrough.history) or 1)
        if playthrough.history:
            playthrough.undo(count)
            assert playthrough.turn == turns[playthrough.timeline.present]
            playthrough.redo(1 + wandering % count)
            assert playthrough.turn == turns[playthrough.timeline.present]
        forward(playthrough, wandering)
        turns[playthrough.timeline.present] = playthrough.turn
        goal = sorted(turns)[wandering % len(turns)]
        assert playthrough.jump(goal) == turns[goal]
        assert len(playthrough.history) == len(playthrough.timeline.line)
    with pytest.raises(MoveError):
        playthrough.undo(len(playthrough.history) + 1)
