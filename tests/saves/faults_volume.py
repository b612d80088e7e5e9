"""A volume that fills up, and one that turns read-only: a tmpfs, where the machine lets us mount one."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from game.play.session import Session
from game.story.loader import load_story
from tests.example import ExampleReader
from tests.saves.faults import ROOT, Tally, contents, kept, lost, next_move

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.play.playthrough import Playthrough

SIZES = (16, 24, 32, 48, 64, 96, 128)
"""Kilobytes."""


def can_mount(folder: Path) -> bool:
    """Whether a volume can be mounted here by somebody in a namespace of their own."""
    if shutil.which("unshare") is None:
        return False
    mount = ["unshare", "-rm", "mount", "-t", "tmpfs", "-o", "size=16k", "none", str(folder)]
    return subprocess.run(mount, capture_output=True, check=False).returncode == 0


def full(folder: Path, story: Path, sizes: Sequence[int] = SIZES) -> Tally:
    """Volumes of several sizes, each played on till it is full, then made larger, then made read-only."""
    tally = Tally("volume full, then larger; read-only, then not")
    if not can_mount(folder):
        tally.note = "No volume can be mounted here; the injected faults stand for it."
        return tally
    command = ["unshare", "-rm", sys.executable, "-m", "tests.saves.faults_volume", str(folder), str(story)]
    command += map(str, sizes)
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    if done.returncode:
        tally.crashes += 1
        tally.note = done.stderr
        return tally
    counts = json.loads(done.stdout)
    return Tally(tally.what, **counts)


def _mount(folder: Path, options: str) -> None:
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "none", str(folder)], check=True)


def _play(folder: Path, story: Path, size: int) -> Tally:
    tally = Tally("")
    _mount(folder, f"size={size}k")
    try:
        session = Session(load_story(story), ExampleReader(), folder / "saves")  # type: ignore[arg-type]
        playthrough, _ = session.open()
        troubled = 0
        for _ in range(400):
            next_move(playthrough)
            tally.moves += 1
            if playthrough.trouble is None:
                tally.moves_lost += len(playthrough.journal.sealed) - kept(_path(playthrough))
            else:
                tally.tried += 1
                tally.told += 1
                troubled += 1
            if troubled == 5:
                break
        before = contents(folder / "saves")
        _mount(folder, "remount,size=4m")
        _goes_on(tally, playthrough)
        tally.files_lost += lost(before, folder / "saves")
        playthrough.close()
        moves = len(playthrough.history)
        _mount(folder, "remount,ro")
        playthrough, _ = session.open()
        tally.moves_lost += moves - len(playthrough.history)
        before = contents(folder / "saves")
        for _ in range(3):
            next_move(playthrough)
            tally.moves += 1
            tally.tried += 1
            tally.told += playthrough.trouble is not None
            tally.crashes += playthrough.trouble is None
        _mount(folder, "remount,rw,size=4m")
        _goes_on(tally, playthrough)
        tally.files_lost += lost(before, folder / "saves")
        playthrough.close()
        again, _ = session.open()
        tally.moves_lost += len(playthrough.history) - len(again.history)
        again.close()
    finally:
        subprocess.run(["umount", str(folder)], check=True)
    return tally


def _goes_on(tally: Tally, playthrough: Playthrough) -> None:
    """What was not saved is saved with the next move."""
    next_move(playthrough)
    tally.moves += 1
    tally.crashes += playthrough.trouble is not None
    tally.moves_lost += len(playthrough.journal.sealed) - kept(_path(playthrough))


def _path(playthrough: Playthrough) -> Path:
    assert playthrough.slot is not None
    return playthrough.saves.path(playthrough.slot)


def main(folder: str, story: str, *sizes: str) -> int:
    """Run in a namespace of its own; prints the counts."""
    tallies = [_play(Path(folder), Path(story), int(size)) for size in sizes]
    counts = ("tried", "told", "moves", "moves_lost", "files_lost", "crashes")
    print(json.dumps({name: sum(getattr(tally, name) for tally in tallies) for name in counts}))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
