"""What of a story was covered: each condition seen true and false, each of several texts shown."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.engine.program.program import watch
from game.story.expressions import Expression
from game.workshop.places import places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.story.markup import Alternatives
    from game.story.model import Story
    from game.workshop.places import Place


@dataclass
class Coverage:
    """How often each thing was seen, by the number of its place in the story."""

    seen: Counter[tuple[int, int]] = field(default_factory=Counter)
    """By place, and 0 or 1 for a condition's truth, or the number of the text for alternatives."""
    asked: set[int] = field(default_factory=set, compare=False)
    """The numbers of the places passed since this was last emptied."""

    def add(self, other: Coverage) -> None:
        """Count what another saw as well."""
        self.seen.update(other.seen)


@dataclass(frozen=True, slots=True)
class Gap:
    """A condition that only ever came out one way, or a text that was never shown."""

    where: str
    what: str
    lacking: str


@contextmanager
def watching(story: Story) -> Iterator[Coverage]:
    """Note all that is covered while the story is played here."""
    coverage = Coverage()
    stop = watch(story, _Looking(story, coverage))
    try:
        yield coverage
    finally:
        stop()


class _Looking:
    """Counts what comes up, by the number of its place."""

    def __init__(self, story: Story, coverage: Coverage) -> None:
        self._seen = coverage.seen
        self._asked = coverage.asked
        self._numbers = {id(place.what): number for number, place in enumerate(places(story))}

    def condition(self, condition: Expression, value: object) -> None:
        """A condition was so, or not."""
        number = self._numbers.get(id(condition))
        if number is not None:
            self._seen[number, 1 if value else 0] += 1
            self._asked.add(number)

    def alternative(self, part: Alternatives, picked: int) -> None:
        """One of several texts was shown."""
        number = self._numbers.get(id(part))
        if number is not None:
            self._seen[number, picked] += 1
            self._asked.add(number)

    def slot(self, expression: Expression, shown: str) -> None:
        """A slot was filled, of which nothing is counted."""


@dataclass(frozen=True, slots=True)
class Summary:
    """How much there is of something, how much of it was covered, and what was not."""

    name: str
    covered: int
    total: int
    gaps: tuple[Gap, ...]


def summaries(story: Story, coverage: Coverage) -> tuple[Summary, Summary]:
    """Conditions, each covered if seen both ways; and alternative texts."""
    conditions: list[list[Gap]] = []
    texts: list[list[Gap]] = []
    for number, place in enumerate(places(story)):
        if isinstance(place.what, Expression):
            conditions.append(_one_way(place, number, coverage))
        else:
            texts += [[gap] if gap else [] for gap in _unshown(place, place.what, number, coverage)]
    return _summary("conditions both ways", conditions), _summary("alternative texts", texts)


def gaps_of_conditions(story: Story, coverage: Coverage) -> list[tuple[int, Gap]]:
    """Every condition that was not seen both ways, with its number."""
    return [
        (number, gap)
        for number, place in enumerate(places(story))
        if isinstance(place.what, Expression)
        for gap in _one_way(place, number, coverage)
    ]


def _summary(name: str, found: list[list[Gap]]) -> Summary:
    gaps = tuple(gap for one in found for gap in one)
    return Summary(name, sum(not one for one in found), len(found), gaps)


def _one_way(place: Place, number: int, coverage: Coverage) -> list[Gap]:
    source = " ".join(str(getattr(place.what, "source", "")).split())
    ways = [coverage.seen[number, way] > 0 for way in (1, 0)]
    lacking = {(True, False): "never false", (False, True): "never true"}.get(
        (ways[0], ways[1]), "never asked"
    )
    return [] if all(ways) else [Gap(place.where, source, lacking)]


def _unshown(place: Place, part: Alternatives, number: int, coverage: Coverage) -> Iterator[Gap | None]:
    for option in range(len(part.options)):
        shown = coverage.seen[number, option] > 0
        yield None if shown else Gap(place.where, f"{part.kind} {part.key}", f"text {option + 1} never shown")
