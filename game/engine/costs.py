"""What absolutes cost: which cost falls due, and of which claim."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from game.engine.saliency import most_salient

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.engine.environment import Environment
    from game.engine.program.units import Answer
    from game.engine.state import CanonEntry
    from game.story.model import Cost


def cost_due(place: str, environment: Environment) -> tuple[Answer[Cost], CanonEntry] | None:
    """The cost that falls due at a place, and the claim that it is charged for; None if there is none.

    Charged are claims that stand, are in force, and were typed in an earlier turn: first the one that
    paid least so far, then the oldest. Of its costs the most salient; each is told once in a playthrough.
    """
    told = {paid.cost for paid in environment.paid}
    times_paid = Counter(paid.entry for paid in environment.paid)
    charged = [entry for entry in environment.canon if entry.turn < environment.number]
    for entry in sorted(charged, key=lambda entry: (times_paid[entry.number], entry.number)):
        claim = entry.claim
        costs = environment.program.costs((place, claim.aspect, claim.holds))
        due = _due([one for one in costs if one.piece.id not in told], entry, environment)
        cost = most_salient(
            due,
            lambda one: one.particularity,
            lambda _: 0,
            lambda sides: environment.chance(f"cost:{place}", sides),
        )
        if cost is not None:
            return cost, entry
    return None


def _due(costs: Sequence[Answer[Cost]], entry: CanonEntry, environment: Environment) -> list[Answer[Cost]]:
    fitting = [cost for cost in costs if cost.fits(entry.claim)]
    if not fitting or not environment.is_in_force(entry):
        return []
    before = environment.bind({"it": environment.view(entry)})
    due = [one for one in fitting if one.condition is None or one.condition(environment)]
    environment.restore(before)
    return due
