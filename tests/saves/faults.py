"""Every fault that a save must survive, tried and counted: `python -m tests.saves.faults`."""

from __future__ import annotations

import argparse
import os
import stat
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from game.saves.errors import SaveError
from game.saves.journal import recover
from game.story.loader import load_story
from tests.example import write_story

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.play.playthrough import Playthrough
    from game.story.model import Story

ROOT = Path(__file__).parents[2]


@dataclass
class Tally:
    """What came of one kind of fault."""

    what: str
    tried: int = 0
    """How many faults were made to happen."""
    told: int = 0
    """How many of them the player was told of, for they kept a move from the disk or a slot from its own."""
    moves: int = 0
    """How many moves were answered, without a word that they were not saved, or saved again afterwards."""
    moves_lost: int = 0
    """How many of those are in no file of the folder's."""
    files_lost: int = 0
    """How many files that were there before are neither there nor the beginning of one that is."""
    crashes: int = 0
    """How often something else than a sentence came out of it."""
    note: str = ""

    @property
    def clean(self) -> bool:
        """Whether faults happened, and nothing was lost by any."""
        return self.tried > 0 and self.moves > 0 and not (self.moves_lost or self.files_lost or self.crashes)

    def row(self) -> str:
        """A row of the table."""
        cells = (self.tried, self.told, self.moves, self.moves_lost, self.files_lost, self.crashes)
        return f"| {self.what} | " + " | ".join(f"{cell:,}" for cell in cells) + " |"


HEAD = (
    "| fault | tried | told | moves answered | moves lost | files lost | crashes |\n"
    "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"
)


def kept(path: Path) -> int:
    """How many entries of the save in a file are sound; 0 if it cannot be read."""
    try:
        # Not by the saves' own way of reading: a fault that is made to happen is not to strike here.
        return len(recover(path.read_bytes()).journal.sealed) if stat.S_ISREG(path.lstat().st_mode) else 0
    except (OSError, SaveError):
        return 0


def contents(folder: Path) -> dict[str, bytes]:
    """What the files in a folder hold, but for locks."""
    if not folder.is_dir():
        return {}
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file() and _counts(path)}


def lost(before: dict[str, bytes], folder: Path) -> int:
    """How many of the files that were there are not the beginning of any that is."""
    after = contents(folder).values()
    return sum(not any(content.startswith(old) for content in after) for old in before.values())


def next_move(playthrough: Playthrough) -> None:
    """A move of the example that is possible wherever it stands."""
    match playthrough.turn.scene:
        case "desk":
            playthrough.choose("sit")
        case "sheet-in":
            playthrough.type("Ruby keeps bees.\n" * 8)
        case "second-sheet":
            playthrough.type("Ruby sings.", backwards=True)
        case _:
            playthrough.undo(len(playthrough.history))


def _counts(path: Path) -> bool:
    return path.suffix != ".lock" and not path.name.startswith(".")


def main(arguments: list[str] | None = None) -> int:
    """Try every kind of fault, and print what came of it; 1 if anything was lost."""
    from tests.saves import faults_injected, faults_killed, faults_volume  # noqa: PLC0415

    parser = argparse.ArgumentParser(prog="tests.saves.faults", description=main.__doc__)
    parser.add_argument("--kills", type=int, default=300, help="how many times to kill a player")
    parser.add_argument("--every", type=int, default=1, help="of the faults to inject, every how many-eth")
    options = parser.parse_args(arguments)
    print(HEAD, flush=True)
    tallies: list[Tally] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_story(folder / "story")
        story = load_story(folder / "story")
        trials: list[Callable[[Path, Story], Tally]] = [
            lambda at, story: faults_killed.killed(at, folder / "story", options.kills),
            lambda at, story: faults_killed.two_at_once(at, folder / "story", max(1, options.kills // 10)),
            lambda at, story: faults_volume.full(at, folder / "story"),
            lambda at, story: faults_injected.injected(at, story, options.every),
            faults_injected.power_cut,
            lambda at, story: faults_injected.cut_short(at, story, options.every),
            faults_injected.meddled,
            faults_injected.clock_back,
        ]
        for number, trial in enumerate(trials):
            at = folder / str(number)
            at.mkdir()
            begun = perf_counter()
            tally = trial(at, story)
            tallies.append(tally)
            print(tally.row(), flush=True)
            print(f"{tally.what}: {perf_counter() - begun:.0f} s. {tally.note}", file=sys.stderr, flush=True)
    return 0 if all(tally.clean or tally.note for tally in tallies) else 1


if __name__ == "__main__":
    os.environ.setdefault("PYTHONDONTWRITEBYTECODE", "1")
    sys.exit(main())
