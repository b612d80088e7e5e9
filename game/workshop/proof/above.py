"""From above: the overview of a whole story, and what is proved by looking at one property at a time."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.workshop.proof.focus import Focus
from game.workshop.proof.live import Liveness
from game.workshop.proof.surveyor import Surveyor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from game.engine.turn import Type
    from game.story.model import Story
    from game.workshop.proof.overview import Overview


@dataclass
class Above:
    """What is so of all states."""

    overview: Overview
    settled: dict[str, str] = field(default_factory=dict)
    """What was proved by itself, with why."""
    never: set[str] = field(default_factory=set)
    """Scenes that were proved by themselves to be out of reach."""
    drawn: int = 0
    """How many overviews were drawn for that."""


def a_storylet_for(scene: str) -> str:
    """The property that a scene can always deal."""
    return f"a storylet for {scene}"


def is_open_until(ending: str, scene: str) -> str:
    """The property that an ending stays within reach."""
    return f"ending {ending} open until {scene}"


def survey(
    story: Story, breadth: int, until: float, wordings: Callable[[], Mapping[str, Sequence[Type]]]
) -> Above:
    """Draw the overview of a story, and look again at what that leaves open."""
    overview = Surveyor(Liveness(story, narrow=True), breadth, until).survey()
    found = Above(overview)
    if not overview.complete:
        return found
    dry = [id_ for id_ in story.scenes if id_ in overview.dry]
    lasting: dict[str, list[str]] = {}
    for id_, one in story.endings.items():
        if one.open_until is not None:
            lasting.setdefault(one.open_until, []).append(id_)
    focus = Focus(story, wordings() if lasting else {}, until)
    for scene in dry:
        if time.monotonic() < until and focus.never_dry(scene):
            found.settled[a_storylet_for(scene)] = "one can always be dealt"
    for scene, endings in lasting.items():
        if time.monotonic() < until:
            open_, nodes = focus.stay_open(endings, scene)
            why = f"from each of {nodes:,} nodes before it"
            found.settled |= dict.fromkeys((is_open_until(ending, scene) for ending in open_), why)
    found.drawn = focus.drawn
    return found


def rule_out(story: Story, found: Above, scenes: Iterable[str], until: float) -> None:
    """Note which of these scenes cannot be come to."""
    focus = Focus(story, {}, until)
    for scene in scenes:
        known = not found.overview.complete or scene not in found.overview.entered
        if not known and time.monotonic() < until and focus.never_entered(scene):
            found.never.add(scene)
    found.drawn += focus.drawn
