"""A playthrough that does not end: `KIND STORY MOVES` to a JSON object, in a process of its own.

`engine` keeps the state after every move, as undo needs them; `playthrough` is what front ends hold: every
turn with what it shows, the journal, and the journal's file, but for the disk's own flush.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING
from unittest.mock import patch

from game.engine.step import begin
from game.play.session import Session
from game.reader.reader import Reader
from game.story.cache import StoryCache
from game.story.loader import load_story
from tests.bench.drivers.driver import FIRST_PICK, MODULUS, MULTIPLIER, WARM
from tests.bench.drivers.ours import SEED, play

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.story.model import Story

LEXICON = Path(__file__).parents[3] / "story" / "lexicon"
COUNTED = 1_000
"""Moves timed at the beginning, and at the end."""
MARK = 5_000
"""Moves after which memory is read first, for what is prepared once is there by then; and how often later."""
MOST = 2 * 1024**3
"""Bytes at which it is broken off."""


def main() -> None:
    """Play, and print the figures."""
    kind, folder, moves = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    story = load_story(folder, StoryCache(folder.parent / "cache"))
    play(story, begin(story, SEED), WARM, FIRST_PICK)
    if kind == "engine":
        print(json.dumps(_measured(_engine(story), moves)))
        return
    with tempfile.TemporaryDirectory() as saves, patch.object(os, "fsync", lambda _handle: None):
        print(json.dumps(_measured(_playthrough(story, Path(saves)), moves)))


def _engine(story: Story) -> Callable[[int], None]:
    turn, pick = begin(story, SEED), FIRST_PICK
    kept = [turn.state]

    def go_on(moves: int) -> None:
        nonlocal turn, pick
        for _ in range(moves):
            turn, pick = play(story, turn, 1, pick)
            kept.append(turn.state)

    return go_on


def _playthrough(story: Story, saves: Path) -> Callable[[int], None]:
    playthrough, _ = Session(story, Reader.from_folder(LEXICON), saves, seed=SEED, new=True).open()
    pick = FIRST_PICK

    def go_on(moves: int) -> None:
        nonlocal pick
        for _ in range(moves):
            choices = playthrough.turn.choices
            pick = pick * MULTIPLIER % MODULUS
            playthrough.choose(choices[pick % len(choices)].id)

    return go_on


def _measured(go_on: Callable[[int], None], moves: int) -> dict[str, float]:
    first = _rate(go_on, COUNTED)
    go_on(MARK - COUNTED)
    before, made = _memory(), MARK
    while made < moves - COUNTED and _memory() < MOST:
        part = min(MARK, moves - COUNTED - made)
        go_on(part)
        made += part
    last = _rate(go_on, COUNTED)
    made += COUNTED
    each = (_memory() - before) / (made - MARK)
    return {"first": first, "last": last, "moves": made, "bytes_each": each, "memory": _memory() / 1024**2}


def _rate(go_on: Callable[[int], None], moves: int) -> float:
    begun = process_time()
    go_on(moves)
    return moves / (process_time() - begun)


def _memory() -> int:
    """Bytes in use now; 0 where that cannot be read."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    main()
