"""Which of several eligible pieces is told: the rule for storylets and beats alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.engine.environment import Environment
    from game.engine.program.units import Storylet

Piece = TypeVar("Piece")


def eligible(deck: str, environment: Environment) -> list[Storylet]:
    """The storylets of a deck that could be dealt now. Asking deals none, and changes nothing."""
    return [
        one
        for one in environment.program.deck(deck)
        if not (one.scene.once and environment.visits.get(one.scene.id))
        and (one.condition is None or one.condition(environment))
    ]


def most_salient(
    pieces: Sequence[Piece],
    particularity: Callable[[Piece], int],
    last_used: Callable[[Piece], int],
    pick: Callable[[int], int],
) -> Piece | None:
    """The most particular piece; between equals the one used longest ago; between those, `pick(how many)`.

    `last_used` is 0 for what was never used and grows with recency. None if there are no pieces.
    """
    if not pieces:
        return None
    most = max(map(particularity, pieces))
    return longest_unused([piece for piece in pieces if particularity(piece) == most], last_used, pick)


def longest_unused(
    equals: Sequence[Piece], last_used: Callable[[Piece], int], pick: Callable[[int], int]
) -> Piece | None:
    """The same, between pieces that are equally particular."""
    if len(equals) <= 1:
        return equals[0] if equals else None
    longest_ago = min(map(last_used, equals))
    level = [piece for piece in equals if last_used(piece) == longest_ago]
    return level[pick(len(level))] if len(level) > 1 else level[0]
