"""Into which parts the values of each thing fall: those that no condition tells apart are one."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Final, NamedTuple

from game.workshop.proof.reads import Thing, tree_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.story.model import Story, Variable

ENDLESS: Final = 1_000_000_000


class Span(NamedTuple):
    """Whole numbers from `low` to `high`, both included."""

    low: int
    high: int


Part = Span | frozenset[object]


class Parts:
    """The parts of every variable and visit count, by the constants that they are compared with.

    The numbers in `exact` are told apart one by one, up to the largest that they are compared with.
    """

    def __init__(self, story: Story, sources: Iterable[str], exact: frozenset[str] = frozenset()) -> None:
        self._story = story
        self._exact = exact
        self._cuts: dict[Thing, set[int]] = {}
        self._named: dict[Thing, set[str]] = {}
        self.exact_counts = True
        """Whether visits are only ever compared with constants, so that counts in one part are really one."""
        for source in sources:
            self._scan(tree_of(source))
        self._parts: dict[Thing, tuple[Part, ...]] = {}

    def of(self, thing: Thing) -> tuple[Part, ...]:
        """The parts of a variable's or visit count's values."""
        found = self._parts.get(thing)
        if found is None:
            found = self._parts[thing] = self._divided(thing)
        return found

    def index(self, thing: Thing, value: object) -> int:
        """The number of the part in which a value lies."""
        for number, part in enumerate(self.of(thing)):
            if isinstance(part, Span):
                if isinstance(value, int) and part.low <= value <= part.high:
                    return number
            elif value in part:
                return number
        raise ValueError(f"{value!r} is no value of {thing.name}")

    def _divided(self, thing: Thing) -> tuple[Part, ...]:
        if thing.kind == "visits":
            return _spans(0, ENDLESS, self._cuts.get(thing, set()) | {1})
        variable = self._story.variables[thing.name]
        match variable.type:
            case "int":
                cuts = self._cuts.get(thing, set())
                if thing.name in self._exact and cuts:
                    cuts = set(range(variable.minimum, max(cuts) + 1))
                return _spans(variable.minimum, variable.maximum, cuts)
            case "bool":
                return (frozenset({False}), frozenset({True}))
        return self._words(variable, self._named.get(thing, set()))

    @staticmethod
    def _words(variable: Variable, named: set[str]) -> tuple[Part, ...]:
        parts: list[Part] = [frozenset({value}) for value in variable.values if value in named]
        rest = frozenset(value for value in variable.values if value not in named)
        return (*parts, rest) if rest else tuple(parts)

    def _scan(self, node: ast.AST) -> None:
        compared = _compared(node)
        if compared is None:
            if (thing := self._thing(node)) is not None:
                self._cut(thing, 0)
                self.exact_counts &= thing.kind != "visits"
        else:
            constants = [c for one in compared for c in _constants(one)]
            plain = bool(constants) and not any(_is_difference(one) for one in compared)
            things = {t for one in compared for part in ast.walk(one) if (t := self._thing(part)) is not None}
            self.exact_counts &= plain or all(thing.kind != "visits" for thing in things)
            for thing in things:
                for constant in constants:
                    if isinstance(constant, str):
                        self._named.setdefault(thing, set()).add(constant)
                    elif isinstance(constant, int):
                        self._cut(thing, constant)
            return
        for child in ast.iter_child_nodes(node):
            self._scan(child)

    def _cut(self, thing: Thing, constant: int) -> None:
        self._cuts.setdefault(thing, set()).update((constant, constant + 1))

    def _thing(self, node: ast.AST) -> Thing | None:
        match node:
            case ast.Name(id=name) if name in self._story.variables:
                return Thing("variable", name)
            case ast.Call(func=ast.Name(id="visits" | "chosen"), args=[ast.Constant(value=str(name))]):
                return Thing("visits", name)
        return None


def _compared(node: ast.AST) -> list[ast.expr] | None:
    return [node.left, *node.comparators] if isinstance(node, ast.Compare) else None


def _is_difference(node: ast.expr) -> bool:
    """Whether it is not made by adding alone."""
    return any(isinstance(one, ast.Sub | ast.Mult | ast.USub) for one in ast.walk(node))


def _constants(node: ast.expr) -> list[object]:
    return [one.value for one in ast.walk(node) if isinstance(one, ast.Constant)]


def _spans(low: int, high: int, cuts: set[int]) -> tuple[Part, ...]:
    """The range, cut before each of the numbers."""
    starts = [low, *sorted(cut for cut in cuts if low < cut <= high)]
    ends = [start - 1 for start in starts[1:]] + [high]
    return tuple(Span(start, end) for start, end in zip(starts, ends, strict=True))
