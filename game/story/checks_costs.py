"""What absolutes cost: that every place has costs and falls due somewhere, and that no absolute is free."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.story.build import build_cost
from game.story.syntax import suggestion
from game.story.vocabulary import CLOSED_VALUES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.story.draft import Definition, Draft
    from game.story.model import Cost
    from game.story.source import Path

FEWEST: Final = 2
"""Costs that an absolute should have, of which each is told once."""
_ASPECTS: Final = ("mood", "bond", "will", "speech", "mind", "being")


def check_costs(draft: Draft, used: Mapping[str, list[tuple[Definition, Path]]]) -> None:
    """Report places without costs, costs without a place, and, once there are costs, absolutes without."""
    places: dict[str, list[Definition]] = {}
    for one in draft.all("costs"):
        at = one.data["at"]
        for place in at if isinstance(at, list) else [at]:
            places.setdefault(place, []).append(one)
    for place, users in used.items():
        if place not in places and place not in draft.elsewhere:
            for one, path in users:
                one.report("RS046", path, f"there are no costs at `{place}`", suggestion(place, set(places)))
    if draft.incomplete:
        return
    for place, costs in places.items():
        if place not in used:
            mend = "name the place in a block: `costs: {at: ...}`"
            costs[0].warn("RS047", f"no costs fall due at `{place}`", mend)
    _free(draft)


def _free(draft: Draft) -> None:
    definitions = draft.all("costs")
    if not definitions or any(not one.sound for one in draft.sections["costs"].values()):
        return
    costs = [build_cost(one.id, one.data) for one in definitions]
    lacking = [
        f"{aspect} {value}"
        for aspect in _ASPECTS
        for value in sorted(CLOSED_VALUES[aspect])
        if sum(_is_due(cost, aspect, value) for cost in costs) < FEWEST
    ]
    if lacking:
        message = f"these absolutes cost nothing, or only once: {', '.join(lacking)}"
        definitions[0].warn("RS048", message, f"write {FEWEST} costs for each")


def _is_due(cost: Cost, aspect: str, value: str) -> bool:
    pattern = cost.pattern
    return (
        (pattern.subject is None or "ruby" in pattern.subject)
        and (pattern.aspect is None or aspect in pattern.aspect)
        and (pattern.value is None or value in pattern.value)
        and (pattern.degree is None or "absolute" in pattern.degree)
        and pattern.holds is not False
        and (pattern.time is None or "now" in pattern.time)
    )
