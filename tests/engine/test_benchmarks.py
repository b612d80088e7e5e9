"""The benchmarks measure nothing here; that they can be run is part of the house standing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_benchmarks_name_their_parts() -> None:
    asked = subprocess.run(
        [sys.executable, "-m", "tests.bench", "nothing-of-the-kind"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert asked.returncode == 2
    assert "engine" in asked.stderr
    assert "Traceback" not in asked.stderr
