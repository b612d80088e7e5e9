"""How long it is until something is on the screen, or answered on a pipe."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter
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
    milliseconds,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROUNDS: Final = 20
TITLE: Final = b"Ruby Sparks"
ANSWERS: Final = {
    "--version": (["--version"], b"\n"),
    "read, to its answer": (["read", "--text", "Ruby sings."], b"\n"),
    "play --plain, to the end of its first turn": (["play", "--plain"], b"what you can write.\n"),
    "play --json, to the first answer": (["play", "--json"], b"\n"),
}
"""What is asked of the program, and what its answer ends with."""


def on_screen() -> Iterator[tuple[str, str]]:
    """The first line of the game, and of its story, against a blank Textual app, turn about."""
    if not can_measure():
        yield "start on the screen", "not measured on this system"
        return
    blank: list[float] = []
    first: list[float] = []
    story: list[float] = []
    with tempfile.TemporaryDirectory() as name:
        environ = environment(Path(name))
        for number in range(-1, ROUNDS):  # the first round only compiles and fills the cache
            with Terminal(BLANK, [], environ) as terminal:
                bare = terminal.wait_for(BLANK_LINE)
            with Terminal(GAME, ["--saves", f"{name}/saves{number}"], environ) as terminal:
                title, opening = terminal.wait_for(TITLE), terminal.wait_for(OPENING)
            if number >= 0:
                blank.append(bare)
                first.append(title)
                story.append(opening)
    yield "blank Textual app, to its line", milliseconds(blank)
    floor = median(blank)
    for what, taken in (("first line", first), ("story's first line", story)):
        yield f"ruby-sparks, to the {what}", f"{milliseconds(taken)}: {median(taken) / floor:.2f} of blank"


def on_a_pipe() -> Iterator[tuple[str, str]]:
    """What answers on a pipe, turn about."""
    taken: dict[str, list[float]] = {what: [] for what in ("Python by itself", *ANSWERS)}
    with tempfile.TemporaryDirectory() as name:
        environ = environment(Path(name))
        for number in range(-1, ROUNDS):
            seconds = {"Python by itself": _answered("print()", [], b"\n", environ)}
            for what, (arguments, end) in ANSWERS.items():
                seconds[what] = _answered(GAME, arguments, end, environ)
            for what, one in seconds.items():
                if number >= 0:
                    taken[what].append(one)
    for what, each in taken.items():
        yield what, milliseconds(each)


def _answered(program: str, arguments: list[str], end: bytes, environ: Mapping[str, str]) -> float:
    """Seconds from the start of the process to the end of its first answer."""
    begun = perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=ROOT, env=environ,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        answer = b""
        while not answer.endswith(end):
            came = process.stdout.read1()
            if not came:
                raise RuntimeError(f"no answer: {answer[-500:]!r}")
            answer += came
        seconds = perf_counter() - begun
        process.kill()
    return seconds
