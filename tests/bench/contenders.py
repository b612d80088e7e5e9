"""The engines that are measured side by side, and one process of one of them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from time import perf_counter
from typing import Any, Final

from tests.bench.drivers import driver

ROOT: Final = Path(__file__).parents[2]
_DRIVERS: Final = Path(__file__).parent / "drivers"
_NUMBERS: Final = {name: value for name, value in vars(driver).items() if isinstance(value, int | float)}
"""What programs in other languages are told of how to measure."""
RIVALS: Final = "RUBY_SPARKS_RIVALS"
"""The variable that names a folder where rivals were put (`pip install --target`, `npm install --prefix`)."""


@dataclass(frozen=True, slots=True)
class Contender:
    """An engine: what its story is called in the workbench's folder, and the program that drives it."""

    name: str
    story: str
    driver: str
    modes: tuple[str, ...]
    """What of it is timed."""


OURS: Final = Contender("ours", "story", "ours", ("compile", "changed", "first", "play"))
INKJS: Final = Contender("inkjs", "story.json", "javascript.js", ("compile", "first", "play"))
BINK: Final = Contender("bink", "story.json", "rust", ("first", "play"))
INKCPP: Final = Contender("inkcpp", "story.json", "cplusplus", ("compile", "first", "play"))
CONTENDERS: Final = (OURS, INKJS, BINK, INKCPP)


class Absent(Exception):
    """An engine is not installed here; the message says what is missing."""


def run(contender: Contender, mode: str, folder: Path) -> dict[str, Any]:
    """One process. Its `wall` is how long it took, from start to end. Raises Absent."""
    if contender.driver.endswith(".js"):
        node = which("node")
        if node is None:
            raise Absent("there is no node")
        command, numbers = [node, str(_DRIVERS / contender.driver)], [json.dumps(_NUMBERS)]
    else:
        command, numbers = [sys.executable, "-m", f"tests.bench.drivers.{contender.driver}"], []
    begun = perf_counter()
    done = subprocess.run(
        [*command, mode, str(folder / contender.story), *numbers],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env=_environment(),
    )
    wall = perf_counter() - begun
    if done.returncode == driver.SKIPPED or "Cannot find module 'inkjs" in done.stderr:
        raise Absent(f"{contender.name} is not installed")
    if done.returncode:
        raise RuntimeError(f"{contender.name}, {mode}: {done.stderr}")
    found: dict[str, Any] = json.loads(done.stdout)
    return found | {"wall": wall}


def _environment() -> dict[str, str]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    if rivals := environment.get(RIVALS):
        for name, folder in (("PYTHONPATH", rivals), ("NODE_PATH", str(Path(rivals) / "node_modules"))):
            environment[name] = os.pathsep.join(filter(None, (environment.get(name), folder)))
    return environment
