"""Every move ever made in a playthrough, as a tree: going back erases nothing that was ahead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from game.saves.entries import Chosen, Jumped, Typed, Undone

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.saves.entries import Entry, Played

ROOT: Final = 0
"""The number of the beginning, before any move."""


@dataclass(frozen=True, slots=True)
class Node:
    """A move in the tree. Its number is that of its entry in the journal."""

    number: int
    parent: int
    """The move after which it was made; `ROOT` for the beginning."""
    move: Played


class Timeline:
    """The tree of moves, and where in it the playthrough stands."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self.nodes: dict[int, Node] = {}
        self.present = ROOT
        """The move after which the playthrough stands."""
        self._length = 0
        self._onward: dict[int, int] = {}
        """For each move, that of those after it which was last stood on, or passed over."""
        for entry in entries:
            self.add(entry)

    def add(self, entry: Entry) -> None:
        """The next entry of the journal. Going further back than there are moves goes to the beginning."""
        self._length += 1
        match entry:
            case Chosen() | Typed():
                self.nodes[self._length] = Node(self._length, self.present, entry)
                self._onward[self.present] = self._length
                self.present = self._length
            case Undone(count=count):
                for _ in range(count):
                    if self.present == ROOT:
                        break
                    self.present = self.nodes[self.present].parent
            case Jumped(to=to) if to == ROOT or to in self.nodes:
                self.present = to
                for node in self.path(to):
                    self._onward[node.parent] = node.number

    def path(self, to: int) -> list[Node]:
        """The moves from the beginning to a move, that included. Raises KeyError for no such move."""
        path: list[Node] = []
        while to != ROOT:
            path.append(self.nodes[to])
            to = path[-1].parent
        return path[::-1]

    @property
    def line(self) -> list[Node]:
        """The moves that lead to where the playthrough stands."""
        return self.path(self.present)

    @property
    def ahead(self) -> list[Node]:
        """The moves that were taken back last, in the order in which they would be made again."""
        found: list[Node] = []
        at = self.present
        while (at := self._onward.get(at, ROOT)) != ROOT:
            found.append(self.nodes[at])
        return found

    def after(self, number: int) -> list[Node]:
        """Every move that was ever made at that point, oldest first: more than one is a fork."""
        return [node for node in self.nodes.values() if node.parent == number]
