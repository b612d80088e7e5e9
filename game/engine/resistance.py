"""What is hers, and does not give way to a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.engine.environment import Environment
    from game.engine.program.units import Rule
    from game.engine.state import CanonEntry
    from game.story.model import Resistance


def resistance_to(entry: CanonEntry, environment: Environment) -> Rule[Resistance] | None:
    """The first resistance of the story that keeps the claim from taking, or None."""
    before = environment.bind({"it": environment.view(entry)})
    found = next(
        (
            one
            for one in environment.program.resistances
            if one.fits(entry.claim) and (one.condition is None or one.condition(environment))
        ),
        None,
    )
    environment.restore(before)
    return found
