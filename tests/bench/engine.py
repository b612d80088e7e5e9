"""How much of the shipped story the engine plays in a second."""

from __future__ import annotations

from pathlib import Path
from statistics import median
from time import process_time
from typing import TYPE_CHECKING, Final

from game.reader.reader import Reader
from game.story.loader import load_story
from game.workshop.corpora import PLAIN_PAGES
from game.workshop.player import Player, Run
from game.workshop.uncollected import uncollected

if TYPE_CHECKING:
    from collections.abc import Iterator

STORY: Final = Path(__file__).parents[2] / "story"
BATCHES: Final = 5
WARMING: Final = 100
"""Playthroughs before, in which most functions are made."""
RUNS: Final = 40
"""Playthroughs a batch."""


@uncollected()
def _played(player: Player, runs: list[Run]) -> float:
    begun = process_time()
    for run in runs:
        player.play(run)
    return process_time() - begun


def playthroughs() -> Iterator[tuple[str, str]]:
    """Random playthroughs to an ending, pages typed and read on the way."""
    story = load_story(STORY)
    player = Player(story, Reader.from_folder(STORY / "lexicon"), PLAIN_PAGES)
    for number in range(WARMING):
        player.play(Run(-1 - number))
    runs: list[float] = []
    turns: list[float] = []
    for batch in range(BATCHES):
        played = [Run(1 + batch * RUNS + number) for number in range(RUNS)]
        taken = _played(player, played)
        runs.append(RUNS / taken)
        turns.append(sum(len(run.turns) for run in played) / taken)
    yield (
        "random playthroughs of the shipped story",
        f"median {median(runs):.1f} a second of CPU time ({BATCHES} batches of {RUNS})",
    )
    yield "turns of these", f"median {median(turns):,.0f} a second"
