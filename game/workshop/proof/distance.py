"""How far a real state is from a scene: routes to go, and on them what is not so yet, by how much."""

from __future__ import annotations

import ast
import heapq
from typing import TYPE_CHECKING, Final

from game.engine.environment import Environment
from game.story.expressions import EvaluationError, Expression
from game.workshop.proof.reads import tree_of, where_typed
from game.workshop.proof.routes import Routes, setters

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from game.engine.state import State
    from game.story.model import Story
    from game.workshop.proof.routes import Route

_NEVER: Final = 1000.0
"""What is not so, and can no more come to be so."""
_A_HOP: Final = 0.05
"""For each scene on the way to where it may come to be so."""
_MOST: Final = 40
_OF_TYPED: Final = frozenset(
    {"claims", "claim", "has", "count", "former", "resisted", "new", "typed", "words", "backwards"}
)

Leaf = tuple[ast.expr, bool, float, str]
"""A part of a condition that does not come out as it must, how it must, by how much it fails, and whether a
number has to be moved: ``+=``, ``-=``, or nothing."""


class Distance:
    """Measures states of one story."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._routes = Routes(story)
        self._setters = setters(story)
        self._typing = [(id_, scene) for id_, scene in story.scenes.items() if scene.page is not None]
        self._compiled: dict[int, Expression] = {}
        self._places: dict[tuple[str, bool, str], tuple[str, ...]] = {}

    def scenes_from(self, scene: str) -> Collection[str]:
        """All scenes that some route leads to."""
        return self._routes.hops(scene).keys()

    def to(self, goals: Collection[str], state: State) -> tuple[float, list[Leaf]]:
        """How far the nearest of these scenes is, and what is not so yet on the way there."""
        environment = Environment(self._story, state)
        best = {state.scene: 0.0}
        came: dict[str, tuple[str, list[Leaf]]] = {}
        waiting = [(0.0, state.scene)]
        done: set[str] = set()
        known: dict[tuple[int, bool], list[Leaf]] = {}
        while waiting:
            far, here = heapq.heappop(waiting)
            if here in goals and here in came:
                return far, list(_along(came, here, state.scene))
            if here in done:
                continue
            done.add(here)
            for route in self._routes.out.get(here, ()):
                leaves = self._unmet(route, environment, known)
                there = far + 1 + sum(self._cost(leaf, state.scene) for leaf in leaves)
                if there < best.get(route.target, float("inf")) or route.target not in came:
                    best[route.target] = there
                    came[route.target] = here, leaves
                    heapq.heappush(waiting, (there, route.target))
        return _NEVER * _NEVER, []

    def _unmet(
        self, route: Route, environment: Environment, known: dict[tuple[int, bool], list[Leaf]]
    ) -> list[Leaf]:
        found: list[Leaf] = []
        for node, wanted in route.terms:
            key = id(node), wanted
            if key not in known:
                known[key] = self._leaves(node, wanted, environment)
            found += known[key]
        return found

    def _leaves(self, node: ast.expr, wanted: bool, environment: Environment) -> list[Leaf]:
        """What must change so that a condition comes out as it must."""
        match node:
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return self._leaves(operand, not wanted, environment)
            case ast.BoolOp(op=op, values=values):
                parts = [self._leaves(one, wanted, environment) for one in values]
                if isinstance(op, ast.And) == wanted:
                    return [leaf for part in parts for leaf in part]
                return min(parts, key=lambda part: sum(1 + leaf[2] for leaf in part))
        value = self._value(node, environment)
        if bool(value) == wanted:
            return []
        return [(node, wanted, *self._amount(node, wanted, environment))]

    def _amount(self, node: ast.expr, wanted: bool, environment: Environment) -> tuple[float, str]:
        match node:
            case ast.Compare(left=ast.Name(), ops=[op], comparators=[right]):
                a, b = self._value(node.left, environment), self._value(right, environment)
                if type(a) is int and type(b) is int:
                    return float(min(abs(a - b) + 1, _MOST)), _which_way(a - b, op, wanted)
            case ast.Compare(left=left, ops=[_], comparators=[right]):
                a, b = self._value(left, environment), self._value(right, environment)
                if type(a) is int and type(b) is int:
                    return float(min(abs(a - b) + 1, _MOST)), ""
        return 1.0, ""

    def _value(self, node: ast.expr, environment: Environment) -> object:
        expression = self._compiled.get(id(node))
        if expression is None:
            expression = self._compiled[id(node)] = Expression(ast.unparse(node))
        try:
            return environment.answer(expression)
        except EvaluationError:
            return None

    def _cost(self, leaf: Leaf, scene: str) -> float:
        node, wanted, amount, way = leaf
        hops = self._routes.hops(scene)
        near = min((hops[place] for place in self._where(node, wanted, way) if place in hops), default=None)
        return _NEVER if near is None else amount + near * _A_HOP

    def _where(self, node: ast.expr, wanted: bool, way: str = "") -> tuple[str, ...]:
        """The scenes where a part of a condition may come to be as it must."""
        key = ast.unparse(node), wanted, way
        if key not in self._places:
            self._places[key] = ()  # what hangs on itself comes to be nowhere
            self._places[key] = tuple(dict.fromkeys(self._found(node, wanted, way)))
        return self._places[key]

    def _found(self, node: ast.expr, wanted: bool, way: str) -> Iterator[str]:
        words: set[object] = {one.value for one in ast.walk(node) if isinstance(one, ast.Constant)}
        differs = isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.NotEq | ast.NotIn)
        is_one_of = wanted != differs
        for one in ast.walk(node):
            match one:
                case ast.Name(id=name) if name in self._story.variables:
                    yield from self._where_set(name, words, is_one_of, way)
                case ast.Call(func=ast.Name(id="visits"), args=[ast.Constant(value=str(name))]):
                    yield name
                case ast.Call(func=ast.Name(id="chosen"), args=[ast.Constant(value=str(name))]):
                    yield name.partition(".")[0]
                case ast.Call(func=ast.Name(id=function)) if function in _OF_TYPED:
                    yield from self._where_typed(one, function)
                case ast.Attribute(value=ast.Name(id="ruby")):
                    yield from (id_ for id_, _ in self._typing)

    def _where_set(self, name: str, words: set[object], is_one_of: bool, way: str) -> Iterator[str]:
        for own in self._story.variables[name].derived:
            if own.condition is not None:
                yield from self._where(tree_of(own.condition.source), True)
        for scene, effect in self._setters.get(name, ()):
            tree = tree_of(effect.expression.source)
            fixed = isinstance(tree, ast.Constant) and isinstance(tree.value, str)
            fits = not fixed or not words or (ast.literal_eval(tree) in words) == is_one_of
            if fits and (not way or effect.op in ("=", way)):
                yield scene

    def _where_typed(self, node: ast.Call, function: str) -> Iterator[str]:
        asked = {thing.name for thing in where_typed(node, function)}
        for id_, scene in self._typing:
            here = {f"page:{scene.page}", f"chapter:{scene.chapter}"}
            if asked <= here:
                yield id_


def _which_way(over: int, op: ast.cmpop, wanted: bool) -> str:
    """Which way a number has to go that is so much over what it is compared with."""
    if over:
        return "-=" if over > 0 else "+="
    if isinstance(op, ast.Lt | ast.GtE):
        return "-=" if isinstance(op, ast.Lt) == wanted else "+="
    if isinstance(op, ast.Gt | ast.LtE):
        return "+=" if isinstance(op, ast.Gt) == wanted else "-="
    return ""


def _along(came: dict[str, tuple[str, list[Leaf]]], goal: str, start: str) -> Iterator[Leaf]:
    """What is not so yet on the way that was found."""
    here, seen = goal, set[str]()
    while here in came and here not in seen:
        seen.add(here)
        here, leaves = came[here]
        yield from leaves
        if here == start:
            return
