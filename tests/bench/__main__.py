"""Print the measurements as the table that the README keeps."""

from __future__ import annotations

import os
import platform
import sys
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from tests.bench import engine, growth, loading, memory, reading, saves, side_by_side, start, states, typing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Measured = Callable[[], Iterator[tuple[str, str]]]

PARTS: Final[dict[str, tuple[Measured, ...]]] = {
    "reading": (reading.pages, reading.keystrokes, reading.start),
    "engine": (engine.playthroughs,),
    **{f"contest-{size}": (partial(side_by_side.contest, size),) for size in side_by_side.SIZES},
    "loading": (loading.loading,),
    "growth": (growth.growth,),
    "states": (states.states,),
    "start": (start.on_screen, start.on_a_pipe),
    "typing": (typing.keys,),
    "memory": (memory.peaks,),
    "saves": (saves.moves, saves.marks, saves.whole_moves, saves.loading, saves.loading_from_a_snapshot),
}


def main() -> int:
    """Measure everything, or the parts that are named; takes some minutes. Fails for no figure."""
    parts = sys.argv[1:] or list(PARTS)
    if set(parts) - PARTS.keys():
        print(f"The parts are {', '.join(PARTS)}.", file=sys.stderr)
        return 2
    print(
        f"{datetime.now(UTC):%Y-%m-%d}, Python {platform.python_version()} ({platform.system()} "
        f"{platform.machine()}), {os.cpu_count()} CPUs, load {_load()} at the start\n"
    )
    print("| what | figure |\n| --- | --- |")
    for measured in (measured for part in parts for measured in PARTS[part]):
        for what, figure in measured():
            print(f"| {what} | {figure} |", flush=True)
    return 0


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"


if __name__ == "__main__":
    sys.exit(main())
