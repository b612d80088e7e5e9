"""What is known of a state in the over-approximation, packed into one number: a byte for each thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.workshop.proof.reads import Thing

Known = int
"""For each thing the number of the part in which its value lies, or 255: it may be anything."""
_ANYTHING: Final = 255


class Layout:
    """Which byte of a `Known` is which thing. Things that have no byte may always be anything."""

    def __init__(self, things: Iterable[Thing]) -> None:
        self._shift = {thing: 8 * number for number, thing in enumerate(sorted(set(things)))}
        self.nothing = (1 << 8 * len(self._shift)) - 1
        """What is known when nothing is."""

    @property
    def things(self) -> Iterable[Thing]:
        """All that may be known."""
        return self._shift.keys()

    def __contains__(self, thing: object) -> bool:
        return thing in self._shift

    def part(self, known: Known, thing: Thing) -> int | None:
        """In which part the thing's value lies; None where it may be anything."""
        shift = self._shift.get(thing)
        if shift is None:
            return None
        found = known >> shift & _ANYTHING
        return None if found == _ANYTHING else found

    def with_part(self, known: Known, thing: Thing, part: int) -> Known:
        """The same, but that the thing lies in that part."""
        shift = self._shift.get(thing)
        if shift is None or part >= _ANYTHING:
            return known
        return known & ~(_ANYTHING << shift) | part << shift

    def of(self, things: Iterable[Thing]) -> Known:
        """Anything for these things, to be or-ed with a `Known` that is to forget them."""
        found = 0
        for thing in things:
            found |= _ANYTHING << self._shift[thing] if thing in self._shift else 0
        return found

    def all_but(self, things: Iterable[Thing]) -> Known:
        """Anything for all but these things, to be or-ed with a `Known` that is to keep only them."""
        return self.nothing ^ self.of(things)

    def joined(self, several: Iterable[Known]) -> Known:
        """What is known of all of them alike."""
        whole, *others = several
        for one in others:
            differing = whole ^ one
            while differing:
                shift = (differing & -differing).bit_length() - 1 & ~7
                whole |= _ANYTHING << shift
                differing &= ~(_ANYTHING << shift)
        return whole

    def items(self, known: Known) -> Iterable[tuple[Thing, int]]:
        """What is known, thing by thing."""
        for thing, shift in self._shift.items():
            found = known >> shift & _ANYTHING
            if found != _ANYTHING:
                yield thing, found
