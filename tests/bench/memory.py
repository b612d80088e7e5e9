"""The most memory that the game holds, in the terminal and in plain text, when it has been played a while."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Final

from tests.bench.terminal import (
    BLANK,
    BLANK_LINE,
    GAME,
    OPENING,
    ROOT,
    Terminal,
    can_measure,
    environment,
    to_the_machine,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROUNDS: Final = 5
PAGE: Final = (
    "Ruby paints the kitchen blue and sings while the kettle boils. She is kind. She loves the rain."
)
MOVES: Final = 40
"""Orders that the plain form is given: choices, lines of a page and ends of pages."""
PAGES: Final = 4
"""Pages that are pulled in the terminal."""
_PLAIN: Final = """
import sys
sys.argv = ["ruby-sparks", "play", "--plain", "--seed", "1"]
from game.cli import main
status = main()
with open("/proc/self/status") as told:
    print(next(line.split()[1] for line in told if line.startswith("VmHWM")))
sys.exit(status)
"""


def peaks() -> Iterator[tuple[str, str]]:
    """Whole processes, Python and all."""
    if not can_measure():
        yield "memory", "not measured on this system"
        return
    with tempfile.TemporaryDirectory() as name:
        environ = environment(Path(name))
        _plain(environ)
        rounds = [
            (_blank(environ), *_terminal(environ, f"{name}/{n}"), _plain(environ)) for n in range(ROUNDS)
        ]
    names = (
        "peak memory of a blank Textual app",
        "peak memory of the game in the terminal, at its first page",
        f"the same after {PAGES} pages, and what is read between them",
        f"peak memory of play --plain, after {MOVES} orders",
    )
    for what, each in zip(names, zip(*rounds, strict=True), strict=True):
        yield what, f"median {median(each):.0f} MB ({min(each):.0f} to {max(each):.0f}, n = {len(each)})"


def _blank(environ: Mapping[str, str]) -> float:
    with Terminal(BLANK, [], environ) as terminal:
        terminal.wait_for(BLANK_LINE)
        terminal.settle(0.3)
        return terminal.peak_memory()


def _terminal(environ: Mapping[str, str], saves: str) -> tuple[float, float]:
    with Terminal(GAME, ["--saves", saves, "--seed", "1"], environ) as terminal:
        terminal.wait_for(OPENING)
        terminal.settle(0.3)
        first = terminal.peak_memory()
        for _ in range(PAGES):
            to_the_machine(terminal)
            terminal.press(PAGE.encode())
            terminal.settle(0.3)
            terminal.seen = b""
            terminal.press(b"\x1bOQ")
            terminal.settle(0.3)
        return first, terminal.peak_memory()


def _plain(environ: Mapping[str, str]) -> float:
    lines = "\n".join(("1", PAGE, ".") * (MOVES // 3 + 1))
    shown = subprocess.run(
        [sys.executable, "-c", _PLAIN], input=lines, capture_output=True, text=True, check=True, cwd=ROOT,
        env=environ,
    ).stdout  # fmt: skip
    return int(shown.split()[-1]) / 1024
