"""The road that was taken, among those that there were: a small map of each chapter, without a word on it.

Scenes are places; pages and decks are only passed through on the way from one to another.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from game.story.layout import laid_out
from game.story.map import Edge, Map, Node, map_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from game.engine.turn import Turn
    from game.play.playthrough import Playthrough
    from game.story.model import Story

Way = tuple[str, str]
Places = dict[str, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A chapter's part of the map."""

    title: str
    places: Mapping[str, tuple[float, float]]
    """Where each scene is and each ending: how far along, from 0 to 1, and its row, from 0."""
    rows: float
    ways: tuple[Way, ...]
    seen: int
    """How many of its scenes were come to."""
    scenes: int


@dataclass(frozen=True, slots=True)
class Road:
    """All chapters, and the road through them: every step from one place to another, in order."""

    stretches: tuple[Stretch, ...]
    visited: frozenset[str]
    steps: tuple[Way, ...]
    endings: frozenset[str]
    """Which places are endings."""


def road_of(playthrough: Playthrough) -> Road:
    """The road of a playthrough as it stands."""
    story = playthrough.story
    onward = _onward(story)
    turns = [playthrough.opening, *(turn for _, turn in playthrough.history)]
    steps = tuple(_steps(story, turns, onward))
    visited = frozenset(end for step in steps for end in step) | frozenset(
        f"scene:{scene}" for scene in turns[-1].state.visits if scene in story.scenes
    )
    endings = frozenset(f"ending:{ending}" for ending in story.endings)
    chapter_of = _chapters_of(story, onward)
    stretches = tuple(
        _stretch(story, chapter, onward, chapter_of, visited, endings) for chapter in story.chapters
    )
    return Road(stretches, visited, steps, endings)


def _onward(story: Story) -> dict[str, list[str]]:
    """For each scene, the scenes and endings that it leads to, by whatever lies between."""
    map_ = map_of(story)
    ways: dict[str, list[str]] = {node.id: [] for node in map_.nodes}
    for edge in map_.edges:
        ways[edge.source].append(edge.target)
    found: dict[str, list[str]] = {}
    for node, targets in ways.items():
        if not node.startswith("scene:"):
            continue
        reached: dict[str, None] = {}
        waiting, passed = deque(targets), {node}
        while waiting:
            at = waiting.popleft()
            if at.startswith(("scene:", "ending:")):
                reached[at] = None
            elif at not in passed:
                passed.add(at)
                waiting.extend(ways.get(at, ()))
        reached.pop(node, None)
        found[node] = list(reached)
    return found


def _chapters_of(story: Story, onward: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The chapter of each scene; an ending's is that of the first scene that leads to it."""
    found = {f"scene:{scene.id}": scene.chapter for scene in story.scenes.values()}
    for source, targets in onward.items():
        for target in targets:
            found.setdefault(target, found[source])
    return found


def _stretch(  # noqa: PLR0913, PLR0917 (all that a story's map is made of)
    story: Story,
    chapter: str,
    onward: Mapping[str, Sequence[str]],
    chapter_of: Mapping[str, str],
    visited: frozenset[str],
    endings: frozenset[str],
) -> Stretch:
    own = [place for place, of in chapter_of.items() if of == chapter]
    ways = tuple((a, b) for a in own for b in onward.get(a, ()) if chapter_of.get(b) == chapter)
    entered = {b for a, targets in onward.items() if chapter_of.get(a) != chapter for b in targets}
    starts = [place for place in own if place in entered or place == f"scene:{story.start}"]
    nodes = tuple(Node(place, "scene", "") for place in own)
    layout = laid_out(Map(nodes, tuple(Edge(a, b, "goto") for a, b in ways)), *starts)
    columns = _ranks(x_y[1] for x_y in layout.places.values())
    last = max(1, len(columns) - 1)
    spacing = _spacing(layout.places)
    top = min((x for x, _ in layout.places.values()), default=0.0)
    places = {place: (columns[y] / last, (x - top) / spacing) for place, (x, y) in layout.places.items()}
    scenes = [place for place in own if place not in endings]
    return Stretch(
        story.chapters[chapter].title,
        places,
        max((row for _, row in places.values()), default=0.0),
        ways,
        sum(place in visited for place in scenes),
        len(scenes),
    )


def _ranks(values: Iterator[float]) -> dict[float, int]:
    return {value: rank for rank, value in enumerate(sorted(set(values)))}


def _spacing(places: Mapping[str, tuple[float, float]]) -> float:
    """The least distance between two places side by side."""
    sides: dict[float, list[float]] = {}
    for x, y in places.values():
        sides.setdefault(y, []).append(x)
    gaps = [b - a for row in sides.values() for a, b in zip(sorted(row), sorted(row)[1:], strict=False)]
    return min(gaps, default=1.0)


def _steps(story: Story, turns: Sequence[Turn], onward: Mapping[str, Sequence[str]]) -> Iterator[Way]:
    """From place to place, turn by turn; what a turn passed through on the way included."""
    at, before = f"scene:{story.start}", None
    for turn in turns:
        visits = turn.state.visits
        fresh = {
            f"scene:{scene}"
            for scene in visits
            if scene in story.scenes and (before is None or visits[scene] > before.get(scene, 0))
        }
        for to in _stops(turn, fresh):
            yield from _path(at, to, fresh | {to}, onward)
            at = to
        before = visits
        if turn.ending is not None:
            yield at, f"ending:{turn.ending.id}"


def _stops(turn: Turn, fresh: set[str]) -> list[str]:
    """The scenes that tell of the turn, in their order, and where it ends."""
    told = (f"scene:{passage.id.partition('.')[0]}" for passage in turn.passages)
    stops = [*(place for place in told if place in fresh), f"scene:{turn.scene}"]
    return [place for place, _ in groupby(stops)]


def _path(at: str, to: str, among: set[str], onward: Mapping[str, Sequence[str]]) -> list[Way]:
    """The shortest way through places that were passed; straight across, where none leads."""
    if at == to:
        return []
    came: dict[str, str] = {at: at}
    waiting = deque([at])
    while waiting and to not in came:
        here = waiting.popleft()
        for target in onward.get(here, ()):
            if target in among and target not in came:
                came[target] = here
                waiting.append(target)
    if to not in came:
        return [(at, to)]
    steps: list[Way] = []
    while to != at:
        steps.append((came[to], to))
        to = came[to]
    return steps[::-1]
