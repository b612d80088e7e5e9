"""How quick a story is there, from its cache, from YAML, after a change of one file; and in what memory."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any, Final

from tests.bench.synthetic import Shape, Synthetic
from tests.bench.synthetic_yaml import write_story

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).parents[2]
SIZES: Final = (1_000, 10_000)
LOADS: Final = 9
ROUNDS: Final = 3
RESTED: Final = 2.1
"""Seconds after which the stamps of files that were just written are trusted."""

_SCRIPT: Final = """
import json, sys, time
from pathlib import Path
folder, cache, mode = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
begun = time.perf_counter()
from game.story import loader
from game.story.cache import StoryCache
found = {"imports": time.perf_counter() - begun}
if mode == "files":
    loader.stamps_of = lambda _folder: None
if mode in ("load", "check"):
    from game.story import compiling
begun, spent = time.perf_counter(), time.process_time()
if mode == "check":
    assert loader.examine(folder).story is not None
else:
    story = loader.load_story(folder, StoryCache(cache))
    story.scenes[story.start]
found["wall"], found["cpu"] = time.perf_counter() - begun, time.process_time() - spent
try:
    lines = Path("/proc/self/status").read_text().splitlines()
    found["memory"] = int(next(line.split()[1] for line in lines if line.startswith("VmHWM"))) / 1024
except OSError:
    found["memory"] = 0
if mode == "all":
    begun = time.perf_counter()
    for of in (story.scenes.values(), story.pages.values(), story.beats, story.costs.values()):
        list(of)
    found["rest"] = time.perf_counter() - begun
print(json.dumps(found))
"""


def loading() -> Iterator[tuple[str, str]]:
    """The shipped story and synthetic ones, each measurement in a process of its own."""
    for name in ("shipped", *SIZES):
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place) / "story"
            if isinstance(name, int):
                write_story(Synthetic(Shape(name)), folder)
                what = f"{name:,} scenes"
            else:
                shutil.copytree(ROOT / "story", folder)
                what = "shipped story"
            size = sum(path.stat().st_size for path in folder.rglob("*.yaml")) / 1e6
            yield f"{what}: YAML", f"{size:.1f} MB in {len(list(folder.rglob('*.yaml')))} files"
            yield from ((f"{what}: {measured}", figure) for measured, figure in _story(folder, Path(place)))


def _story(folder: Path, place: Path) -> Iterator[tuple[str, str]]:
    first = [_run(folder, place / f"cache-{number}", "load", place) for number in range(ROUNDS)]
    yield "from YAML, nothing cached", _told(first, memory=True)
    yield "`check`, which looks more closely", _told([_run(folder, place, "check", place) for _ in first])
    cache = place / "cache-0"
    changed = []
    for number in range(ROUNDS):
        _change(folder, number)
        changed.append(_run(folder, cache, "load", place))
    yield "one file's prose changed", _told(changed)
    time.sleep(RESTED)
    _run(folder, cache, "load", place)
    yield "from the cache, files read", _told([_run(folder, cache, "files", place) for _ in range(LOADS)])
    kept = [_run(folder, cache, "all", place) for _ in range(LOADS)]
    yield "from the cache, stamps known", _told(kept, memory=True)
    yield "imports for that", f"median {median(one['imports'] for one in kept) * 1e3:.1f} ms"
    yield "all its definitions built", f"median {median(one['rest'] for one in kept) * 1e3:.0f} ms"


def _change(folder: Path, number: int) -> None:
    """Another word in the prose of one file."""
    path = max(folder.glob("chapters/**/*.yaml"), key=lambda one: (one.stat().st_size, str(one)))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(" the ", f" the {'very ' * (number + 1)}", 1), encoding="utf-8")


def _run(folder: Path, cache: Path, mode: str, place: Path) -> dict[str, Any]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"PYTHONPYCACHEPREFIX": str(place / "compiled"), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", _SCRIPT, str(folder), str(cache), mode]
    shown = subprocess.run(command, capture_output=True, text=True, check=True, env=environment, cwd=place)
    found: dict[str, Any] = json.loads(shown.stdout)
    return found


def _told(runs: list[dict[str, Any]], *, memory: bool = False) -> str:
    wall, cpu = (median(one[name] for one in runs) * 1e3 for name in ("wall", "cpu"))
    told = f"median {wall:,.1f} ms, of which CPU {cpu:,.1f} ms (n = {len(runs)})"
    peak = median(one["memory"] for one in runs)
    return f"{told}, peak memory {peak:.0f} MB" if memory and peak else told
