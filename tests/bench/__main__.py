"""Print the measurements as the table that the README keeps."""

from __future__ import annotations

import os
import platform
import sys
from datetime import UTC, datetime

from tests.bench import engine, reading


def main() -> int:
    """Measure everything, one after the other; takes about half a minute. Fails for no figure."""
    print(
        f"{datetime.now(UTC):%Y-%m-%d}, Python {platform.python_version()} ({platform.system()} "
        f"{platform.machine()}), {os.cpu_count()} CPUs, load {_load()} at the start\n"
    )
    print("| what | figure |\n| --- | --- |")
    for measured in (reading.pages, reading.keystrokes, reading.start, engine.playthroughs):
        for what, figure in measured():
            print(f"| {what} | {figure} |", flush=True)
    return 0


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"


if __name__ == "__main__":
    sys.exit(main())
