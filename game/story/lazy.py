"""Collections whose members are built when they are first asked for; in all else they are as any others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product
from typing import Any, Final, Generic, Protocol, TypeVar, overload

from game.story.vocabulary import ASPECTS

T = TypeVar("T")
Again = Callable[[], Mapping[str, Any]]
"""Gives what is to be built of anew, if it turns out not to be fit for it."""
_UNFIT: Final = (LookupError, TypeError, ValueError, AttributeError)


class LazyMapping(Mapping[str, T]):
    """What `build` makes of the name and the value of each of `data`, made once, at its first use."""

    __slots__ = ("_again", "_build", "_data", "_made")

    def __init__(
        self, data: Mapping[str, Any], build: Callable[[str, Any], T], again: Again | None = None
    ) -> None:
        self._data = data
        self._build = build
        self._again = again
        self._made: dict[str, T] = {}

    def __getitem__(self, name: str) -> T:
        found = self._made.get(name)
        if found is not None:
            return found
        if name not in self._data:
            raise KeyError(name)
        return self._made.setdefault(name, self._make(name))

    def _make(self, name: str) -> T:
        try:
            return self._build(name, self._data[name])
        except _UNFIT:
            if self._again is None:
                raise
        again, self._again = self._again, None
        self._data = again()
        return self._build(name, self._data[name])

    def __contains__(self, name: object) -> bool:
        return name in self._data

    def __iter__(self) -> Iterator[str]:
        return iter(self._data)

    def __len__(self) -> int:
        return len(self._data)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({len(self._made)} of {len(self)} built)"


class LazySequence(Sequence[T]):
    """The values of a mapping, in its order. Equal to any sequence of the same."""

    __slots__ = ("_names", "_of")

    def __init__(self, of: Mapping[str, T]) -> None:
        self._of = of
        self._names = tuple(of)

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...

    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        if isinstance(index, slice):
            return tuple(self._of[name] for name in self._names[index])
        return self._of[self._names[index]]

    def __len__(self) -> int:
        return len(self._names)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(one == two for one, two in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"{type(self).__name__}({len(self)})"


class _Pattern(Protocol):
    @property
    def aspect(self) -> frozenset[str] | None: ...

    @property
    def holds(self) -> bool | None: ...


class _Placed(Protocol):
    @property
    def pattern(self) -> _Pattern: ...


P = TypeVar("P", bound=_Placed)
Kind = tuple[str, str, bool]


class Shelves(Mapping[Kind, tuple[P, ...]], Generic[P]):
    """By place, aspect, and whether the claim holds: those of the place that can fit it."""

    __slots__ = ("_by_place", "_shelves")

    def __init__(self, by_place: Mapping[str, tuple[P, ...]]) -> None:
        self._by_place = by_place
        self._shelves: dict[Kind, tuple[P, ...]] = {}

    def __getitem__(self, kind: Kind) -> tuple[P, ...]:
        found = self._shelf(kind)
        if not found:
            raise KeyError(kind)
        return found

    def _shelf(self, kind: Kind) -> tuple[P, ...]:
        found = self._shelves.get(kind)
        if found is None:
            place, aspect, holds = kind
            found = self._shelves[kind] = tuple(
                one
                for one in (self._by_place.get(place, ()) if aspect in ASPECTS else ())
                if one.pattern.holds in (None, holds) and aspect in (one.pattern.aspect or ASPECTS)
            )
        return found

    def __iter__(self) -> Iterator[Kind]:
        kinds = product(self._by_place, sorted(ASPECTS), (True, False))
        return (kind for kind in kinds if self._shelf(kind))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({len(self._by_place)} places)"
