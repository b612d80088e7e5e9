"""What of a story nobody has seen yet, each with where one would have to be to see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from game.story.expressions import Expression
from game.story.map import map_of
from game.workshop.places import places

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Iterator, Mapping

    from game.story.model import Scene, Story
    from game.workshop.coverage import Coverage
    from game.workshop.places import Place
    from game.workshop.typist import Manner

Mark = int | str
"""Something that a move passed: a condition's or alternatives' number, a piece (``scene:kitchen``), a place
where beats or costs are told (``at:kitchen``), or any ``page``."""
_PARTS: Final[Mapping[str, Manner]] = {"unread": "unread", "blank": "blank"}
"""How to type for what stands in those parts of a page."""


@dataclass(frozen=True, slots=True)
class Goal:
    """Something to be seen: that a condition comes out so, that a text is shown, that a piece is told."""

    key: tuple[str, int]
    """A condition's or the alternatives' number, and which way or text; or a piece (``beat:id``), and 1."""
    near: tuple[Mark, ...]
    """What a playthrough passes that comes close to it, the closest first."""
    asks: tuple[str, ...]
    """By which keys of orders it may be come to, the closest first."""
    piece: str
    manner: Manner | None = None
    """How to type for it, if that is plain."""


class Goals:
    """All goals of one story."""

    def __init__(self, story: Story) -> None:
        self._places = list(places(story))
        self._numbers = {id(place.what): number for number, place in enumerate(self._places)}
        self._told_at = {f"beat:{beat.id}": beat.places for beat in story.beats}
        self._told_at |= {f"cost:{cost.id}": cost.places for cost in story.costs.values()}
        self._before = _before(story)
        self._pieces = [f"scene:{id_}" for id_ in story.scenes] + list(self._told_at)

    def open(self, coverage: Coverage, seen: Mapping[str, Counter[str]]) -> list[Goal]:
        """Those that were not seen yet, if the condition round them was once as it has to be."""

        def is_seen(number: int, way: int) -> bool:
            return coverage.seen[number, way] > 0

        found = [
            goal
            for number, place in enumerate(self._places)
            if self._is_within_reach(place, is_seen)
            for goal in self._of_place(number, place)
        ]
        found += [Goal((piece, 1), self._near(piece), (piece,), piece) for piece in self._pieces]
        return [goal for goal in found if not self.is_met(goal, coverage, seen)]

    @staticmethod
    def is_met(goal: Goal, coverage: Coverage, seen: Mapping[str, Counter[str]]) -> bool:
        """Whether it was seen by now."""
        key, way = goal.key
        if key.isdigit():
            return coverage.seen[int(key), way] > 0
        kind, _, id_ = key.partition(":")
        return seen[f"{kind}s"][id_] > 0

    def _is_within_reach(self, place: Place, is_seen: Callable[[int, int], bool]) -> bool:
        under = place.spot.under
        return under is None or is_seen(self._numbers[id(under)], int(place.spot.way))

    def _of_place(self, number: int, place: Place) -> Iterator[Goal]:
        what, spot = place.what, place.spot
        above = self._above(place)
        near, asks = (number, *above, *self._near(spot.piece)), (str(number), *map(str, above))
        for way in (1, 0) if isinstance(what, Expression) else range(len(what.options)):
            yield Goal((str(number), way), near, asks, spot.piece, _PARTS.get(spot.part))

    def _above(self, place: Place) -> list[int]:
        """The numbers of the conditions round it, the nearest first."""
        found: list[int] = []
        under = place.spot.under
        while under is not None:
            found.append(self._numbers[id(under)])
            under = self._places[found[-1]].spot.under
        return found

    def _near(self, piece: str) -> tuple[Mark, ...]:
        around = [f"at:{place}" for place in self._told_at.get(piece, ())]
        return (piece, *around, *self._before.get(piece, ()), "page")


def _before(story: Story) -> dict[str, tuple[str, ...]]:
    """For each scene, page and ending what leads to it, the nearest first."""
    sources: dict[str, list[str]] = {}
    for edge in map_of(story).edges:
        sources.setdefault(edge.target, []).append(edge.source)
    return {target: (*_level_with(story, target), *_leading_to(target, sources)) for target in sources}


def _level_with(story: Story, target: str) -> Iterator[str]:
    """Storylets of the same deck that are as particular: where one is dealt, the other might have been."""
    scene = story.scenes.get(target.removeprefix("scene:"))
    if scene is None or scene.deck is None:
        return
    for id_ in story.decks[scene.deck]:
        if id_ != scene.id and _terms(story.scenes[id_]) == _terms(scene):
            yield f"scene:{id_}"


def _terms(storylet: Scene) -> int:
    return storylet.condition.terms if storylet.condition is not None else 0


def _leading_to(target: str, sources: Mapping[str, list[str]]) -> Iterator[str]:
    passed, level = {target}, [target]
    while level:
        following = dict.fromkeys(one for at in level for one in sources.get(at, ()) if one not in passed)
        level = list(following)
        passed |= following.keys()
        yield from level
