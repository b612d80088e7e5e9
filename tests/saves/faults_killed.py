"""Players killed at random, and two of them in one slot."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from tests.saves.faults import ROOT, Tally, contents, kept, lost

if TYPE_CHECKING:
    from pathlib import Path

_FRESH = 25
"""After how many kills a folder of its own is begun, so that reading it back takes no longer each time."""


def killed(folder: Path, story: Path, rounds: int, seed: int = 20) -> Tally:
    """Kill a player with a signal that it cannot catch: while it plays, and while it opens what was left."""
    tally = Tally("killed at a random moment (SIGKILL)")
    chance = random.Random(seed)
    for number in range(rounds):
        saves = folder / str(number // _FRESH)
        before = contents(saves)
        with _player(story, saves) as process:
            assert process.stdout is not None
            first = _line(process) if number % 3 != 1 else ""  # or it may not even have begun
            time.sleep(chance.uniform(0, 0.06) if first else chance.uniform(0.1, 0.5))
            process.kill()
            said = [first, *process.stdout.read().split("\n")[:-1]]
        answered = _answered(said)
        tally.tried += 1
        tally.moves += len([line for line in said if line])
        tally.moves_lost += sum(
            max(0, count - kept(saves / f"{slot}.yaml")) for slot, count in answered.items()
        )
        tally.files_lost += lost(before, saves)
    return tally


def two_at_once(folder: Path, story: Path, rounds: int, seed: int = 21) -> Tally:
    """Two players in one folder, who both want the same slot; both are killed, and both begin again."""
    tally = Tally("two players at once in one slot, both killed")
    chance = random.Random(seed)
    for number in range(rounds):
        saves = folder / str(number // 5)
        before = contents(saves)
        both = [_player(story, saves), _player(story, saves)]
        # Every other round waits for both to have played; else they are killed wherever they are by then.
        first = [_line(process) if number % 2 == 0 else "" for process in both]
        time.sleep(chance.uniform(0, 0.3) if number % 2 == 0 else chance.uniform(0.2, 1))
        for process in both:
            process.kill()
        said = []
        for process, line in zip(both, first, strict=True):
            assert process.stdout is not None
            said.append([line, *process.stdout.read().split("\n")[:-1]])
            process.stdout.close()
            process.wait()
        slots = [_answered(lines) for lines in said]
        tally.tried += 1
        tally.moves += len([line for lines in said for line in lines if line])
        tally.crashes += bool(slots[0].keys() & slots[1].keys())  # each has one of its own
        for answered in slots:
            tally.moves_lost += sum(
                max(0, count - kept(saves / f"{slot}.yaml")) for slot, count in answered.items()
            )
        tally.files_lost += lost(before, saves)
    return tally


def _player(story: Path, saves: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.saves.player", str(story), str(saves)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)


def _line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline()


def _answered(lines: list[str]) -> dict[str, int]:
    """The last move that was answered in each slot."""
    return {slot: int(count) for slot, count in (line.split() for line in lines if line.strip())}
