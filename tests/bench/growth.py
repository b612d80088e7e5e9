"""Whether a turn costs more, and how much memory there is of it, after many of them."""

from __future__ import annotations

import json
import subprocess
import sys
from statistics import median
from typing import TYPE_CHECKING, Final

from tests.bench.contenders import ROOT
from tests.bench.synthetic import Shape
from tests.bench.workbench import workbench

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SCENES: Final = 1_000
MOVES: Final = 100_000
ROUNDS: Final = 3
KINDS: Final = {"engine": "states kept", "playthrough": "turns and journal kept"}


def growth() -> Iterator[tuple[str, str]]:
    """A story without an end, played for so many moves, or until it takes 2 GB."""
    with workbench(Shape(SCENES, endless=True), rivals=False) as folder:
        for kind, kept in KINDS.items():
            rounds = [_one(kind, folder) for _ in range(ROUNDS)]
            figures = {name: median(one[name] for one in rounds) for name in rounds[0]}
            yield (
                f"{figures['moves']:,.0f} moves at {SCENES:,} scenes, {kept}",
                f"the last thousand {figures['last']:,.0f} turns/s, the first {figures['first']:,.0f} "
                f"({figures['last'] / figures['first']:.2f} times); "
                f"{figures['bytes_each']:,.0f} bytes a move, {figures['memory']:,.0f} MB in all",
            )


def _one(kind: str, folder: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.bench.drivers.growth", kind, str(folder / "story"), str(MOVES)]
    shown = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout
    found: dict[str, float] = json.loads(shown)
    return found
