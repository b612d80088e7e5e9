"""An immutable table of small counts, for what a state has to remember of many things."""

from __future__ import annotations

from collections.abc import Iterator, Mapping


class Counts(Mapping[str, int]):
    """A frozen, hashable mapping; a key that is not there counts nothing.

    A playthrough holds one for each of its turns, so a change makes a copy of what is counted
    so far: the number of things seen, not the size of the story.
    """

    __slots__ = ("_hash", "_table")

    def __init__(self, table: Mapping[str, int] | None = None) -> None:
        self._table: dict[str, int] = dict(table or {})
        self._hash: int | None = None

    def __getitem__(self, key: str) -> int:
        return self._table.get(key, 0)

    def __contains__(self, key: object) -> bool:
        return key in self._table

    def __iter__(self) -> Iterator[str]:
        return iter(self._table)

    def __len__(self) -> int:
        return len(self._table)

    def __eq__(self, other: object) -> bool:
        return self._table == other._table if isinstance(other, Counts) else NotImplemented

    def __hash__(self) -> int:
        if self._hash is None:
            self._hash = hash(frozenset(self._table.items()))
        return self._hash

    def __repr__(self) -> str:
        return f"Counts({self._table!r})"

    def updated(self, changes: Mapping[str, int]) -> Counts:
        """This table with `changes` laid over it; itself, if there are none."""
        return Counts(self._table | dict(changes)) if changes else self


NOTHING = Counts()
