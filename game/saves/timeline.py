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
    """The tree of moves, and where in it the playthrough stands.

    Whatever a file holds, an entry costs little more than nothing to add: going back finds its way by
    leaps (a skip pointer a move), and what lies ahead is worked out when it is asked for.
    """

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self.nodes: dict[int, Node] = {}
        self.present = ROOT
        """The move after which the playthrough stands."""
        self._length = 0
        self._depth: dict[int, int] = {ROOT: 0}
        self._skip: dict[int, int] = {ROOT: ROOT}
        """For each move an earlier one on its path, mostly far before it."""
        self._stood: dict[int, int] = {}
        """The number of the entry that last led to a move from elsewhere than further on."""
        for entry in entries:
            self.add(entry)

    def add(self, entry: Entry) -> None:
        """The next entry of the journal. Going further back than there are moves goes to the beginning."""
        self._length += 1
        match entry:
            case Chosen() | Typed():
                self._make(entry)
            case Undone(count=count):
                self.present = self._before(self.present, count)
            case Jumped(to=to) if to == ROOT or to in self.nodes:
                self.present = to
                self._stood[to] = self._length

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
        onward = self.onward()
        found: list[Node] = []
        at = self.present
        while (at := onward.get(at, ROOT)) != ROOT:
            found.append(self.nodes[at])
        return found

    def onward(self) -> dict[int, int]:
        """For each move that has any after it, the one of them that was last stood on, or passed over."""
        latest = dict(self._stood)
        onward: dict[int, int] = {}
        best: dict[int, int] = {}
        for node in reversed(self.nodes.values()):  # a move stands after the one that it was made at
            stood = latest[node.number]
            if stood > best.get(node.parent, -1):
                best[node.parent] = stood
                onward[node.parent] = node.number
            latest[node.parent] = max(latest.get(node.parent, 0), stood)
        return onward

    def after(self, number: int) -> list[Node]:
        """Every move that was ever made at that point, oldest first: more than one is a fork."""
        return [node for node in self.nodes.values() if node.parent == number]

    def _make(self, move: Played) -> None:
        number, parent = self._length, self.present
        self.nodes[number] = Node(number, parent, move)
        leap = self._skip[parent]
        even = self._depth[parent] - self._depth[leap] == self._depth[leap] - self._depth[self._skip[leap]]
        self._skip[number] = self._skip[leap] if even else parent
        self._depth[number] = self._depth[parent] + 1
        self._stood[number] = number
        self.present = number

    def _before(self, number: int, count: int) -> int:
        """The move so many before that one on its path."""
        depth = max(0, self._depth[number] - max(0, count))
        while self._depth[number] > depth:
            leap = self._skip[number]
            number = leap if self._depth[leap] >= depth else self.nodes[number].parent
        return number
