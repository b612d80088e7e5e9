"""What follows from the overview: from where something may be reached, and from where it can be for sure."""

from __future__ import annotations

from collections import defaultdict, deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.workshop.proof.overview import Key, Overview


class Chances:
    """Questions about one overview."""

    def __init__(self, overview: Overview) -> None:
        self._cases = overview.cases
        self._meant = overview.meant
        self._before: dict[Key, set[Key]] = defaultdict(set)
        for key, cases in self._cases.items():
            for case in cases:
                for way in case:
                    for to in way.to:
                        self._before[self._meant.get(to, to)].add(key)

    def may_reach(self, goal: Callable[[Key], bool]) -> frozenset[Key]:
        """The nodes from which a goal may be reached: from all others it cannot."""
        reached = {key for key in self._cases if goal(key)}
        waiting = deque(reached)
        while waiting:
            for key in self._before[waiting.popleft()] - reached:
                reached.add(key)
                waiting.append(key)
        return frozenset(reached)

    def may_enter(self, scene: str) -> frozenset[Key]:
        """The nodes from which a scene may be entered by one of the next moves."""
        entering = {
            key
            for key, cases in self._cases.items()
            if any(scene in way.through for case in cases for way in case)
        }
        return self.may_reach(lambda key: key in entering)

    def can_reach(self, goal: Callable[[Key], bool]) -> frozenset[Key]:
        """The nodes from which a player can come to a goal, whatever is so of all that is not known.

        In each case that may be so there is a way that is open for sure, and all that it may lead to is
        such a node.
        """
        reached = {key for key in self._cases if goal(key)}
        waiting = deque(reached)
        while waiting:
            for key in self._before[waiting.popleft()] - reached:
                if self._is_sure(key, reached):
                    reached.add(key)
                    waiting.append(key)
        return frozenset(reached)

    def may_be_dead(self) -> frozenset[Key]:
        """The nodes that have a case with no way that is open for sure."""
        return frozenset(
            key
            for key, cases in self._cases.items()
            if cases and any(not any(way.certain for way in case) for case in cases)
        )

    def _is_sure(self, key: Key, reached: set[Key]) -> bool:
        cases = self._cases[key]
        return bool(cases) and all(
            any(way.certain and all(self._meant.get(to, to) in reached for to in way.to) for way in case)
            for case in cases
        )
