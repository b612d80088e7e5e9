"""Where on the sheet each place of a map is drawn: in layers, by how many steps lead to it."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from game.story.map import Map

WIDTH: Final = 168
HEIGHT: Final = 30
_ACROSS: Final = 22
_DOWN: Final = 46
_ROUNDS: Final = 8
"""How often the order within layers is mended; more changes little."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The upper left corner of every place, and the size of the sheet."""

    places: Mapping[str, tuple[float, float]]
    width: float
    height: float


def laid_out(map_: Map, *starts: str) -> Layout:
    """A layout in which most ways lead downwards and few cross."""
    layers = _ordered(_layers(map_, starts), map_)
    widest = max(len(layer) for layer in layers) if layers else 1
    full = widest * (WIDTH + _ACROSS)
    places = {}
    for depth, layer in enumerate(layers):
        left = (full - len(layer) * (WIDTH + _ACROSS)) / 2
        for number, node in enumerate(layer):
            places[node] = (left + number * (WIDTH + _ACROSS) + _ACROSS / 2, depth * (HEIGHT + _DOWN) + 20.0)
    return Layout(places, full + 80, len(layers) * (HEIGHT + _DOWN) + 40.0)


def _layers(map_: Map, starts: Sequence[str]) -> list[list[str]]:
    """By steps from where it starts; what nothing leads to comes last."""
    onward: dict[str, list[str]] = {}
    for edge in map_.edges:
        onward.setdefault(edge.source, []).append(edge.target)
    ids = [node.id for node in map_.nodes]
    depth: dict[str, int] = {}
    for roots in ([start for start in starts if start in ids], *([id_] for id_ in ids)):
        if not roots or roots[0] in depth:
            continue
        depth |= dict.fromkeys(roots, max(depth.values(), default=-1) + 1)
        waiting = deque(roots)
        while waiting:
            at = waiting.popleft()
            for target in onward.get(at, ()):
                if target not in depth:
                    depth[target] = depth[at] + 1
                    waiting.append(target)
    layers: list[list[str]] = [[] for _ in range(max(depth.values(), default=-1) + 1)]
    for id_ in ids:
        layers[depth[id_]].append(id_)
    return layers


def _ordered(layers: list[list[str]], map_: Map) -> list[list[str]]:
    """Each layer by the middle of those that its places are joined to, up and down in turn."""
    joined: dict[str, list[str]] = {}
    for edge in map_.edges:
        joined.setdefault(edge.source, []).append(edge.target)
        joined.setdefault(edge.target, []).append(edge.source)
    for round_ in range(_ROUNDS):
        position = {id_: _middle(layer, number) for layer in layers for number, id_ in enumerate(layer)}
        for layer in layers if round_ % 2 == 0 else layers[::-1]:
            layer.sort(key=lambda id_: _mean([position[one] for one in joined.get(id_, ())], position[id_]))
            position |= {id_: _middle(layer, number) for number, id_ in enumerate(layer)}
    return layers


def _middle(layer: Sequence[str], number: int) -> float:
    return number - (len(layer) - 1) / 2


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise
