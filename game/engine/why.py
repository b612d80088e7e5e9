"""Why a storylet or a beat would be told now, and why others would not. Asking tells nothing."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.engine.environment import Environment
from game.story.expressions import Expression
from game.story.syntax import parse_expression

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from game.engine.state import CanonEntry, State
    from game.story.model import Beat, Scene, Story


@dataclass(frozen=True, slots=True)
class Candidate:
    """A storylet or beat that was considered, and what spoke for or against it."""

    id: str
    chance: bool
    """Whether it can be told now: one that can and is alone will be; between several the dice decide."""
    reason: str
    particularity: int = 0
    last_used: int = 0
    """When it was last told, counted in draws; 0 for never."""


def why_storylet(story: Story, state: State, deck: str) -> tuple[Candidate, ...]:
    """Every storylet of a deck, those first that would be dealt now. Raises KeyError for no such deck."""
    environment = Environment(story, state)
    found = [_storylet(story.scenes[id_], environment) for id_ in story.decks[deck]]
    return _decided(found)


def why_beat(story: Story, state: State, place: str, entry: CanonEntry) -> tuple[Candidate, ...]:
    """Every beat of a place, those first that would answer the claim. Raises KeyError for no such place."""
    environment = Environment(story, state)
    environment.bind({"it": environment.view(entry), "index": 0, "total": 1})
    return _decided([_beat(beat, entry, environment) for beat in story.beats_by_place[place]])


def unmet(condition: Expression | None, environment: Environment) -> list[str]:
    """Of the parts of a condition, as joined by `and`, those that are not so now."""
    return [one.source for one in _parts(condition) if not environment.answer(one)]


def _parts(condition: Expression | None) -> Iterable[Expression]:
    if condition is None:
        return []
    body = parse_expression(condition.source).body
    if isinstance(body, ast.BoolOp) and isinstance(body.op, ast.And):
        return [Expression(ast.unparse(value)) for value in body.values]
    return [condition]


def _storylet(storylet: Scene, environment: Environment) -> Candidate:
    used = environment.used.get(f"storylet:{storylet.id}", 0)
    terms = storylet.condition.terms if storylet.condition else 0
    if storylet.once and environment.visits.get(storylet.id):
        return Candidate(storylet.id, False, "told already, and it is told once", terms, used)
    return _open(storylet.id, unmet(storylet.condition, environment), terms, used)


def _beat(beat: Beat, entry: CanonEntry, environment: Environment) -> Candidate:
    used = environment.used.get(f"beat:{beat.id}", 0)
    terms = beat.pattern.specificity + (beat.condition.terms if beat.condition else 0)
    if not beat.pattern.fits(entry.claim):
        return Candidate(beat.id, False, "it is not about such a claim", terms, used)
    return _open(beat.id, unmet(beat.condition, environment), terms, used)


def _open(id_: str, lacking: list[str], terms: int, used: int) -> Candidate:
    if lacking:
        return Candidate(id_, False, f"not so: {'; '.join(lacking)}", terms, used)
    return Candidate(id_, True, "", terms, used)


def _decided(found: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The rule of saliency, step by step: the most particular, then used longest ago, then chance."""
    can = [one for one in found if one.chance]
    most = max((one.particularity for one in can), default=0)
    finest = [one for one in can if one.particularity == most]
    longest = min((one.last_used for one in finest), default=0)
    level = sum(one.last_used == longest for one in finest)
    told = [_judged(one, most, longest, level) for one in found]
    return tuple(sorted(told, key=lambda one: (not one.chance, -one.particularity, one.last_used)))


def _judged(one: Candidate, most: int, longest: int, level: int) -> Candidate:
    if not one.chance:
        return one
    if one.particularity < most:
        reason = f"less particular: {one.particularity}, and there is one with {most}"
    elif one.last_used > longest:
        reason = "as particular as another that was told longer ago, or never"
    elif level > 1:
        reason = f"one of {level} equals, between which chance decides"
    else:
        reason = "the most particular of those that can be told"
        return Candidate(one.id, True, reason, one.particularity, one.last_used)
    chance = one.particularity == most and one.last_used == longest
    return Candidate(one.id, chance, reason, one.particularity, one.last_used)
