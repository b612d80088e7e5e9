"""What every engine's program does, whichever engine it drives: `MODE STORY` to a JSON object.

All engines play the same route: the picks come from one generator of numbers, the same in every language, and
where the story ends it begins again. A turn is a pick carried out, and the next text and menu as strings.
"""

from __future__ import annotations

import json
import resource
import sys
from abc import ABC, abstractmethod
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

FIRST_PICK: Final = 20_261_124
MULTIPLIER: Final = 16_807
MODULUS: Final = 2_147_483_647
"""`pick = pick * MULTIPLIER % MODULUS`, which stays exact in JavaScript's numbers too."""
COLD: Final = 1_000
"""Turns played first, and timed by themselves."""
WARM: Final = 20_000
"""Turns after which what an engine prepares on first need is prepared."""
BATCH: Final = 2_000
SECONDS: Final = 1.0
"""How long turns are timed for."""
SAVED_AT: Final = 100
"""Turns into the playthrough that is saved."""
SAVES: Final = 200
AHEAD: Final = 5
"""Turns after which it is seen whether what was restored goes on as what was saved."""
COMPARED: Final = 400
"""Turns of a transcript."""
SKIPPED: Final = 3
"""The exit code where an engine is not installed."""


class Driver(ABC):
    """One engine, with one playthrough."""

    def __init__(self, story: Path) -> None:
        """The engine is imported here, the story is not yet touched."""
        self.story_path = story

    def compile(self) -> None:
        """From source to what is loaded."""
        raise NotImplementedError

    def changed(self) -> AbstractContextManager[None]:
        """For as long as it is entered, one file of the source is another."""
        raise NotImplementedError

    @abstractmethod
    def load(self) -> None:
        """From disk to a story that can be played."""

    @abstractmethod
    def begin(self) -> None:
        """Begin a playthrough, and render its first scene."""

    @abstractmethod
    def play(self, turns: int, pick: int) -> int:
        """Make so many turns, all rendered; answers the last pick."""

    @abstractmethod
    def shown(self) -> tuple[str, list[str]]:
        """The text and the menu where the playthrough stands."""

    def save(self) -> str | bytes | None:
        """The playthrough as it stands; None, where the engine cannot tell."""
        return None

    def restore(self, saved: str | bytes) -> None:
        """Go back to what was saved."""
        raise NotImplementedError


def main(kind: type[Driver]) -> None:
    """Do what the command line says."""
    mode, story = sys.argv[1:]
    try:
        driver = kind(Path(story))
    except ImportError as missing:
        print(missing, file=sys.stderr)
        sys.exit(SKIPPED)
    modes: dict[str, Callable[[Driver], dict[str, Any]]] = {
        "compile": _compile,
        "changed": _changed,
        "play": _play,
        "first": _first,
        "transcript": _transcript,
    }
    print(json.dumps(modes[mode](driver)))


def _compile(driver: Driver) -> dict[str, Any]:
    return {"compile": _seconds(driver.compile), "compile_rss": _peak()}


def _changed(driver: Driver) -> dict[str, Any]:
    driver.load()
    with driver.changed():
        return {"changed": _seconds(driver.load)}


def _first(driver: Driver) -> dict[str, Any]:
    driver.load()
    driver.begin()
    text, menu = driver.shown()
    return {"characters": len(text) + sum(map(len, menu))}


def _play(driver: Driver) -> dict[str, Any]:
    figures: dict[str, Any] = {"load": _seconds(driver.load)}
    driver.begin()
    begun = perf_counter()
    pick = driver.play(COLD, FIRST_PICK)
    figures["cold_rate"] = COLD / (perf_counter() - begun)
    pick = driver.play(WARM - COLD, pick)
    made, begun, used = 0, perf_counter(), process_time()
    while perf_counter() < begun + SECONDS:
        pick = driver.play(BATCH, pick)
        made += BATCH
    figures["rate"] = made / (perf_counter() - begun)
    figures["cpu_rate"] = made / (process_time() - used)
    _go_far(driver)
    return figures | _saving(driver) | {"rss": _peak()}


def _go_far(driver: Driver) -> None:
    """To the first playthrough of the route that is so long, at that turn."""
    driver.begin()
    pick, turns = FIRST_PICK, 0
    while turns < SAVED_AT:
        turns = turns + 1 if driver.shown()[1] else 0
        pick = driver.play(1, pick)


def _saving(driver: Driver) -> dict[str, Any]:
    from statistics import median  # noqa: PLC0415 (heavy, and a start needs none)

    saved = driver.save()
    if saved is None:
        return {}
    saves = [_seconds(driver.save) for _ in range(SAVES)]
    before = _ahead(driver)
    restores = [_seconds(lambda: driver.restore(saved)) for _ in range(SAVES)]
    assert _ahead(driver) == before, "it went on otherwise once restored"
    size = len(saved.encode() if isinstance(saved, str) else saved)
    return {"save": median(saves), "restore": median(restores), "bytes": size}


def _ahead(driver: Driver) -> list[tuple[str, list[str]]]:
    """What is shown, and after some more turns."""
    shown = [driver.shown()]
    driver.play(AHEAD, FIRST_PICK)
    return [(text.strip(), menu) for text, menu in (*shown, driver.shown())]


def _transcript(driver: Driver) -> dict[str, Any]:
    driver.load()
    driver.begin()
    turns, pick = [driver.shown()], FIRST_PICK
    for _ in range(COMPARED):
        pick = driver.play(1, pick)
        turns.append(driver.shown())
    return {"turns": [[text.strip(), menu] for text, menu in turns]}


def _seconds(work: Callable[[], object]) -> float:
    begun = perf_counter()
    work()
    return perf_counter() - begun


def _peak() -> float:
    """Peak memory in MB."""
    try:
        with open("/proc/self/status", encoding="ascii") as status:
            return int(next(line for line in status if line.startswith("VmHWM")).split()[1]) / 1024
    except OSError:
        # Here the peak of whoever started this process may count as its own.
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most / 1024**2 if sys.platform == "darwin" else most / 1024
