"""The reader's latencies, its start and its memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, Final

from game.reader.reader import Reader
from game.workshop.corpora import pages_in

if TYPE_CHECKING:
    from collections.abc import Iterator

LEXICON: Final = Path(__file__).parents[2] / "story" / "lexicon"
CORPORA: Final = Path(__file__).parents[1] / "reader" / "pages"
WORDS: Final = 60
"""How long a page is."""
PASSES: Final = 5
TYPED: Final = 40
"""How many pages are typed out by the letter."""
STARTS: Final = 15

_START: Final = """
import sys
import tempfile
if len(sys.argv) > 1:
    from pathlib import Path
    from game.reader.reader import Reader
    Reader.from_folder(Path(sys.argv[1])).read("Ruby sings.")
try:
    with open("/proc/self/status") as status:
        print(next(line.split()[1] for line in status if line.startswith("VmHWM")))
except OSError:
    print(0)
"""


def long_pages() -> list[str]:
    """Pages of about WORDS words each, made of the labelled ones in their order."""
    pages: list[str] = []
    page: list[str] = []
    for file in sorted(CORPORA.glob("*.yaml")):
        for text in pages_in(file):
            page.append(text if text.endswith((".", "!", "?", '"')) else text + ".")
            if sum(len(one.split()) for one in page) >= WORDS:
                pages.append(" ".join(page))
                page = []
    return pages


def timings(seconds: list[float]) -> str:
    """Median and 99th percentile, in milliseconds."""
    ordered = sorted(seconds)
    late = ordered[min(len(ordered) - 1, round(0.99 * (len(ordered) - 1)))]
    return (
        f"median {median(ordered) * 1000:.2f} ms, 99th percentile {late * 1000:.2f} ms (n = {len(ordered)})"
    )


def pages() -> Iterator[tuple[str, str]]:
    """A whole page, none of its sentences read before."""
    texts = long_pages()
    reader = Reader.from_folder(LEXICON)
    first: list[float] = []
    later: list[float] = []
    for number in range(PASSES):
        for text in texts:
            reader._cache.clear()
            begun = perf_counter()
            reader.read(text)
            (later if number else first).append(perf_counter() - begun)
    yield f"page of {WORDS} words, uncached, words looked up before", timings(later)
    yield f"page of {WORDS} words, uncached, words new to the process", timings(first)


def keystrokes() -> Iterator[tuple[str, str]]:
    """A page read anew at every letter, with the sentence cache."""
    reader = Reader.from_folder(LEXICON)
    taken: list[float] = []
    for text in long_pages()[:TYPED]:
        for end in range(1, len(text) + 1):
            typed = text[:end]
            begun = perf_counter()
            reader.read(typed)
            taken.append(perf_counter() - begun)
    yield f"keystroke on a page of up to {WORDS} words", timings(taken)


def start() -> Iterator[tuple[str, str]]:
    """From the start of a process to its first reading, all compiled that is so in an installed copy."""
    with tempfile.TemporaryDirectory() as compiled:
        _started(compiled, str(LEXICON))
        bare = [_started(compiled) for _ in range(STARTS)]
        ready = [_started(compiled, str(LEXICON)) for _ in range(STARTS)]
    alone, whole = (median(seconds for seconds, _ in runs) * 1000 for runs in (bare, ready))
    yield (
        "process start to first reading, lexicon cached",
        f"median {whole:.0f} ms, of which Python {alone:.0f} ms",
    )
    alone, whole = (median(memory for _, memory in runs) for runs in (bare, ready))
    told = f"{whole:.0f} MB, of which Python {alone:.0f} MB" if whole else "not measured on this system"
    yield "peak memory of that process", told


def _started(compiled: str, *arguments: str) -> tuple[float, float]:
    """Seconds that the process took, and its peak of memory in MB (0: unknown)."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = compiled
    begun = perf_counter()
    shown = subprocess.run(
        [sys.executable, "-c", _START, *arguments],
        capture_output=True,
        text=True,
        check=True,
        cwd=LEXICON.parents[1],
        env=environment,
    ).stdout
    return perf_counter() - begun, int(shown) / 1024
