"""The abstract key of a concrete state: two with the same key are taken for one."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Final

from game.engine.environment import Environment
from game.engine.views import ClaimView
from game.story.expressions import EvaluationError, Expression
from game.workshop.proof.reads import Thing, tree_of

if TYPE_CHECKING:
    from collections.abc import Hashable

    from game.engine.state import State
    from game.workshop.proof.live import Liveness

Key = tuple["Hashable", ...]
_CALLS: Final = frozenset({"has", "count", "claim"})
_MOST: Final = 3
"""Counts of claims above this are one."""
_LARGEST: Final = 4
"""Of conditions that read more things than this, the values are not looked at together."""
_REMEMBERED: Final = 4096


class Keys:
    """Makes keys. `exact` keeps whole numbers as they are, instead of the part in which they lie."""

    def __init__(self, live: Liveness, *, exact: bool = False) -> None:
        self._live = live
        self._exact = exact
        self._things = {id_: tuple(sorted(things)) for id_, things in live.asking.items()}
        self._read = {live.reads.of(condition) for condition in live.leading}
        self._together: dict[str, tuple[tuple[int, ...], ...]] = {}
        self._asked: dict[str, Expression] = {}
        self._answers: dict[int, tuple[object, dict[str, Hashable]]] = {}

    def things(self, scene: str) -> tuple[Thing, ...]:
        """What the key of a state in that scene is made of."""
        return self._things[scene]

    def together(self, scene: str) -> tuple[tuple[int, ...], ...]:
        """The places, in the key of a state in that scene, of what one condition of a way or choice reads."""
        found = self._together.get(scene)
        if found is None:
            place = {thing: number for number, thing in enumerate(self._things[scene])}
            groups = {
                tuple(sorted(place[thing] for thing in these if thing in place)) for these in self._read
            }
            found = self._together[scene] = tuple(
                sorted(group for group in groups if 1 < len(group) <= _LARGEST)
            )
        return found

    def key(self, state: State) -> Key:
        """The key: the scene, the storylets' way back, and the live things in their order."""
        environment = Environment(self._live.story, state)
        values = [self._value(thing, state, environment) for thing in self._things[state.scene]]
        return (state.scene, state.returns, *values)

    def _value(self, thing: Thing, state: State, environment: Environment) -> Hashable:
        match thing.kind:
            case "variable":
                value = environment.variable(thing.name)
                return value if self._exact else self._live.parts.index(thing, value)
            case "visits":
                return self._live.parts.index(thing, state.visits.get(thing.name, 0))
            case "order":
                return self._order(thing.name, state)
        return self._typed(thing.name, state, environment)

    def _order(self, deck: str, state: State) -> Hashable:
        """The storylets that can come again, those used longest ago first."""
        again = [id_ for id_ in self._live.story.decks[deck] if not self._live.story.scenes[id_].once]
        used = [id_ for id_ in again if f"storylet:{id_}" in state.used]
        return tuple(sorted(used, key=lambda id_: state.used[f"storylet:{id_}"]))

    def _typed(self, source: str, state: State, environment: Environment) -> Hashable:
        expression = self._asked.setdefault(source, Expression(source))
        if not _hangs_on_canon_alone(source):
            return self._answer(expression, environment)
        known = self._answers.get(id(state.canon))
        if known is None or known[0] is not state.canon:
            if len(self._answers) > _REMEMBERED:
                self._answers.clear()
            known = self._answers[id(state.canon)] = (state.canon, {})
        if source not in known[1]:
            known[1][source] = self._answer(expression, environment)
        return known[1][source]

    @staticmethod
    def _answer(expression: Expression, environment: Environment) -> Hashable:
        try:
            value = environment.answer(expression)
        except EvaluationError:
            return None
        if isinstance(value, list):
            value = len(value)
        if isinstance(value, ClaimView):
            return True
        if isinstance(value, int) and not isinstance(value, bool):
            return min(value, _MOST)
        return value if isinstance(value, bool | str) else None


_CANON_ALONE: dict[str, bool] = {}


def _hangs_on_canon_alone(source: str) -> bool:
    """Whether the answer is the same wherever it is asked, as long as nothing is typed."""
    found = _CANON_ALONE.get(source)
    if found is None:
        node = tree_of(source)
        found = _CANON_ALONE[source] = (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in _CALLS
            and not any(word.arg in ("when", "before") for word in node.keywords)
        )
    return found
