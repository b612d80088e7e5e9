"""The over-approximation: a graph with every state that the story can come to, and perhaps some it cannot.

A node is where the player is asked something (or the story has ended), with the parts in which the values
of all live variables and visit counts lie. Claims are not in it: whatever hangs on them may go either way. A
page is one move after which all that its claims could do may have been done. Where a scene has more nodes
than `breadth`, what is read furthest on of all that they differ in is forgotten there, and may be anything.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from game.workshop.proof.known import Known

if TYPE_CHECKING:
    from game.workshop.proof.reads import Thing

Returns = tuple[tuple[str, int], ...]
Key = tuple[str, Returns, Known]
"""A node: the scene (or `ending:` and its id), the storylets' way back, and what is known."""
ENDED: Final = "ending:"


@dataclass(frozen=True, slots=True)
class Way:
    """A move of the player's, and every node that it may lead to. `certain`: it is open for sure."""

    certain: bool
    to: tuple[Key, ...]
    through: frozenset[str]
    """The scenes that may be entered on the way."""


@dataclass
class Overview:
    """The graph, and what else was found out on the way."""

    cases: dict[Key, list[list[Way]]] = field(default_factory=dict)
    """For each node, by what else may be so in it, the ways on."""
    entered: set[str] = field(default_factory=set)
    """Scenes that may be entered at all."""
    dry: set[str] = field(default_factory=set)
    """Scenes that may deal from a deck in which nothing can be dealt."""
    suited: dict[str, set[str]] = field(default_factory=dict)
    """For each scene that may deal, the storylets whose condition was so for sure each time."""
    loops: set[str] = field(default_factory=set)
    """Scenes that may lead back to themselves without asking the player."""
    forgotten: dict[str, set[Thing]] = field(default_factory=dict)
    meant: dict[Key, Key] = field(default_factory=dict)
    """For each node that a way names, the node that stands for it: with what was forgotten meanwhile."""
    complete: bool = True
    """False if it had to stop: then nothing follows from what is not in it."""
