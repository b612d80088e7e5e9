"""A state in plain data, for those who ask to see it: tests, authors, programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.engine.environment import Environment
from game.engine.ledger import FACETS, facets

if TYPE_CHECKING:
    from game.engine.state import CanonEntry, State
    from game.story.model import Story


def describe_state(story: Story, state: State) -> dict[str, object]:
    """Canon (what stands, then what was overwritten), facets, meters (numbers), other variables, visits."""
    environment = Environment(story, state)
    values = {name: environment.variable(name) for name in story.variables}
    meters = {name: value for name, value in values.items() if story.variables[name].type == "int"}
    return {
        "canon": [_entry(entry) for entry in (*state.canon, *state.former, *state.resisted)],
        "costs": [
            {"cost": one.cost, "entry": one.entry, "turn": one.turn, "note": one.note} for one in state.paid
        ],
        "facets": {aspect: value or None for aspect, value in zip(FACETS, facets(story, state), strict=True)},
        "meters": meters,
        "variables": {name: value for name, value in values.items() if name not in meters},
        "visits": dict(sorted(state.visits.items())),
    }


def _entry(entry: CanonEntry) -> dict[str, object]:
    return {
        "number": entry.number,
        **entry.claim.as_dict(),
        "sentence": entry.sentence,
        "page": entry.page,
        "page_number": entry.page_number,
        "turn": entry.turn,
        "stands": entry.overwritten_by is None and entry.resisted is None,
        "resisted": entry.resisted is not None,
    }
