"""The one frozen value that a playthrough is at: everything a turn depends on, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from immutables import Map

if TYPE_CHECKING:
    from game.reader.claims import Claim

Value = int | bool | str
Counts = Map[str, int]
"""How often each of many things happened. A changed one shares all but the change with the one before it."""
_NOTHING: Final[Counts] = Map()


class CanonEntry(NamedTuple):
    """A claim that was typed, with where it came from."""

    number: int
    """Its order among all that was ever typed in this playthrough, from 1."""
    claim: Claim
    sentence: str
    """The sentence it stood in, as typed."""
    page: str
    page_number: int
    chapter: str
    turn: int
    overwritten_by: int | None = None
    """The number of the entry that put an end to it, for her old self."""
    resisted: str | None = None
    """The id of the resistance that kept it from taking."""


class Paid(NamedTuple):
    """A cost that fell due."""

    cost: str
    entry: int
    """The number of the entry that it was the cost of."""
    turn: int
    note: str
    """What it cost, in the past, for after *She*."""


class TypedPage(NamedTuple):
    """A page that came out of the typewriter with words on it."""

    id: str
    number: int
    text: str
    backwards: bool
    chapter: str
    scene: str
    turn: int
    through: int
    """The turn of its last line: of a live page, whose lines take effect one by one, later than `turn`."""


class Return(NamedTuple):
    """Where a storylet goes back to, and how many more are to be dealt there first."""

    scene: str
    remaining: int


class State(NamedTuple):
    """Where a playthrough stands. Hashes and compares by value; undo is holding an earlier one."""

    seed: int
    turn: int = 0
    scene: str = ""
    chapter: str = ""
    ending: str | None = None
    variables: tuple[Value, ...] = ()
    """In the order in which the story declares them."""
    canon: tuple[CanonEntry, ...] = ()
    """What stands, oldest first."""
    former: tuple[CanonEntry, ...] = ()
    """What was overwritten, in the order of its going."""
    resisted: tuple[CanonEntry, ...] = ()
    """What was typed and did not take, for it was hers to be."""
    paid: tuple[Paid, ...] = ()
    """What was charged for absolutes, in its order. Each cost falls due once."""
    fresh: tuple[int, ...] = ()
    """The numbers of the entries that the page last typed made."""
    pages: tuple[TypedPage, ...] = ()
    visits: Counts = _NOTHING
    """Entries to scenes by id; picks of choices by `scene.choice`."""
    seen: Counts = _NOTHING
    """How often each set of text alternatives was shown."""
    shown: Counts = _NOTHING
    """How often the words of each entry (by number) were shown."""
    used: Counts = _NOTHING
    """When (counted in draws) each beat and storylet was last used."""
    returns: tuple[Return, ...] = ()
    draws: int = 0
    """How many times chance was asked."""

    @property
    def typed_so_far(self) -> int:
        """How many claims were typed, whatever became of them."""
        return len(self.canon) + len(self.former) + len(self.resisted)
