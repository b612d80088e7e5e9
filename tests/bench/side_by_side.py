"""Our engine and whatever rivals are installed, on the same synthetic stories, in turns."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, Any, Final

from tests.bench.contenders import CONTENDERS, OURS, Absent, Contender, run
from tests.bench.synthetic import Shape
from tests.bench.workbench import workbench

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

SIZES: Final = (100, 1_000, 10_000)
ROUNDS: Final = 3
_MODES: Final = ("compile", "first", "play")

Figures = dict[str, list[float]]


def contest() -> Iterator[tuple[str, str]]:
    """Every engine at every size; each figure the median of the rounds, in which the engines take turns."""
    for size in SIZES:
        with workbench(Shape(size)) as folder:
            yield from _at(size, folder)


def _at(size: int, folder: Path) -> Iterator[tuple[str, str]]:
    measured: dict[Contender, Figures] = {}
    told: dict[Contender, Any] = {}
    for contender in CONTENDERS:
        try:
            told[contender] = run(contender, "transcript", folder)["turns"]
            measured[contender] = {}
        except Absent as absent:
            yield f"{size:,} scenes: {contender.name}", f"skipped: {absent}"
    for _ in range(ROUNDS):
        for contender, rounds in measured.items():
            _add(rounds, contender, folder)
    medians = {
        contender: {name: median(values) for name, values in rounds.items()}
        for contender, rounds in measured.items()
    }
    for contender, figures in medians.items():
        same = "same transcript" if told[contender] == told[OURS] else "ANOTHER TRANSCRIPT"
        yield f"{size:,} scenes: {contender.name}", f"{_figures(figures)}; {same}"
    for contender, figures in medians.items():
        if contender is not OURS:
            yield f"{size:,} scenes: ours against {contender.name}", _ratios(medians[OURS], figures)


def _add(rounds: Figures, contender: Contender, folder: Path) -> None:
    """One round of one engine."""
    for mode in _MODES:
        if mode == "compile" and not contender.compiles:
            continue
        found = run(contender, mode, folder)
        if mode != "first":
            del found["wall"]
        for name, value in found.items():
            rounds.setdefault(name, []).append(value)


def _figures(figures: Mapping[str, float]) -> str:
    texts = {
        "compile": "compile {:.2f} s",
        "compile_rss": "in {:.0f} MB",
        "load": "load {:.4f} s",
        "rate": "{:,.0f} turns/s",
        "cold_rate": "the first thousand {:,.0f}",
        "save": "save {:.6f} s",
        "restore": "restore {:.6f} s",
        "bytes": "{:,.0f} bytes",
        "rss": "peak {:.0f} MB",
        "wall": "cold start {:.3f} s",
    }
    return ", ".join(text.format(figures[name]) for name, text in texts.items() if name in figures)


def _ratios(ours: Mapping[str, float], theirs: Mapping[str, float]) -> str:
    """How many times better ours is; below 1, worse."""
    more = [f"turns {ours['rate'] / theirs['rate']:.2f}"]
    less = [
        f"{name} {theirs[name] / ours[name]:.2f}"
        for name in ("compile", "load", "save", "restore", "bytes", "rss", "wall")
        if name in theirs
    ]
    return ", ".join(more + less) + " times"
