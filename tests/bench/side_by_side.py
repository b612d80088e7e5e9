"""Our engine and whatever rivals are installed, on the same synthetic stories, in turns."""

from __future__ import annotations

from collections import defaultdict
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
_MEASURES: Final = {
    "rate": ("turns a second", "{:,.0f}", 1.0),
    "cpu_rate": ("turns a second of CPU time", "{:,.0f}", 1.0),
    "cold_rate": ("turns a second, the first thousand", "{:,.0f}", 1.0),
    "compile": ("compiled from source", "{:,.2f} s", 1.0),
    "compile_rss": ("peak memory of that", "{:,.0f} MB", 1.0),
    "changed": ("compiled again, one file changed", "{:,.2f} s", 1.0),
    "load": ("loaded", "{:,.1f} ms", 1e3),
    "save": ("saved", "{:,.0f} us", 1e6),
    "restore": ("restored", "{:,.0f} us", 1e6),
    "bytes": ("bytes of a save", "{:,.0f}", 1.0),
    "rss": ("peak memory, played and saved", "{:,.0f} MB", 1.0),
    "cold": ("process start to first menu", "{:,.0f} ms", 1e3),
}
"""What is measured: how it is told, and by what it is multiplied for that."""
_RATES: Final = {"rate", "cpu_rate", "cold_rate"}
"""Of which more is better; of all else less is."""

Figures = dict[str, list[float]]


def contest(size: int) -> Iterator[tuple[str, str]]:
    """Every engine on one story; each figure the median of the rounds, in which the engines take turns."""
    with workbench(Shape(size)) as folder:
        yield from ((f"{size:,} scenes: {what}", figure) for what, figure in _contest(folder))


def _contest(folder: Path) -> Iterator[tuple[str, str]]:
    told: dict[Contender, Any] = {}
    for contender in CONTENDERS:
        try:
            told[contender] = run(contender, "transcript", folder)["turns"]
        except Absent as absent:
            yield "skipped", str(absent)
    alike = all(turns == told[OURS] for turns in told.values())
    yield "transcripts", f"of {len(told)} engines, {'the same' if alike else 'NOT THE SAME'}"
    measured: dict[Contender, Figures] = {contender: defaultdict(list) for contender in told}
    for _ in range(ROUNDS):
        for contender, figures in measured.items():
            _add(figures, contender, folder)
    medians = {
        contender: {name: median(values) for name, values in figures.items()}
        for contender, figures in measured.items()
    }
    yield from ((what, _row(name, medians)) for name, (what, _, _) in _MEASURES.items())


def _add(figures: Figures, contender: Contender, folder: Path) -> None:
    """One round of one engine."""
    for mode in contender.modes:
        found = run(contender, mode, folder)
        figures["cold"] += [found["wall"]] if mode == "first" else []
        for name in found.keys() & _MEASURES.keys():
            figures[name].append(found[name])


def _row(name: str, medians: Mapping[Contender, Mapping[str, float]]) -> str:
    """Every engine's figure, and by how much ours is better: below 1, worse."""
    _, form, factor = _MEASURES[name]
    ours = medians[OURS][name]
    texts = []
    for contender, figures in medians.items():
        if name not in figures:
            continue
        text = f"{contender.name} {form.format(figures[name] * factor)}"
        if contender is not OURS:
            better = ours / figures[name] if name in _RATES else figures[name] / ours
            text += f" ({better:.2f})"
        texts.append(text)
    return ", ".join(texts)
