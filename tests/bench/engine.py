"""How much of the shipped story the engine plays in a second."""

from __future__ import annotations

from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, Final

from game.reader.reader import Reader
from game.story.loader import load_story
from game.workshop.corpora import PLAIN_PAGES
from game.workshop.player import Player, Run

if TYPE_CHECKING:
    from collections.abc import Iterator

STORY: Final = Path(__file__).parents[2] / "story"
BATCHES: Final = 5
RUNS: Final = 10
"""Playthroughs a batch."""


def playthroughs() -> Iterator[tuple[str, str]]:
    """Random playthroughs to an ending, pages typed and read on the way."""
    story = load_story(STORY)
    player = Player(story, Reader.from_folder(STORY / "lexicon"), PLAIN_PAGES)
    player.play(Run(0))
    runs: list[float] = []
    turns: list[float] = []
    for batch in range(BATCHES):
        played = [Run(1 + batch * RUNS + number) for number in range(RUNS)]
        begun = perf_counter()
        for run in played:
            player.play(run)
        taken = perf_counter() - begun
        runs.append(RUNS / taken)
        turns.append(sum(len(run.turns) for run in played) / taken)
    yield (
        "random playthroughs of the shipped story",
        f"median {median(runs):.1f} a second ({BATCHES} batches of {RUNS})",
    )
    yield "turns of these", f"median {median(turns):.0f} a second"
