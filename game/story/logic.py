"""What conditions leave possible: whether there is any state in which several of them come out as wanted.

Each comparison with something that is written out is a question about one term (a variable, a count, a facet
of Ruby's); everything else is a term of its own, which may be so or not. A search over the terms then says
whether all the questions can have these answers at once. What it calls impossible is: terms are taken for
independent, numbers for whatever their limits allow, and a search that takes too long for possible.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING, Final

from game.story.syntax import ExpressionError, parse_expression
from game.story.vocabulary import CLOSED_VALUES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

Fact = tuple[str, bool]
"""A condition, as written, and whether it is so."""
Range = tuple[int, int]
Words = frozenset[str]

MOST: Final = 1_000_000_000
"""More than anything is ever counted up to."""
_STEPS: Final = 4_000
_OTHER: Final = "\0"
"""A word that none of the conditions names."""
_UNSTEADY: Final = frozenset({"claim", "former", "resisted"})
"""Functions that may give another claim the next time."""
_COUNTS: Final = frozenset({"visits", "chosen", "count"})
_NUMBERS: Final = frozenset({"index", "total", "overwrote"})
_fresh = count()


@dataclass(frozen=True, slots=True)
class _Question:
    """Whether a term's value is on the right side of a comparison; without one, whether the term is so."""

    term: str
    test: Callable[[object], bool] | None = None
    named: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class _Joined:
    """Questions joined by `and`, or by `or`."""

    every: bool
    parts: tuple[_Node, ...]


@dataclass(frozen=True, slots=True)
class _Denied:
    part: _Node


_Node = _Question | _Joined | _Denied | bool


class Logic:
    """Knows what each variable of a story can be: limits of numbers, or the words or truths of the rest."""

    def __init__(self, limits: Mapping[str, Range], words: Mapping[str, frozenset[object]]) -> None:
        self._limits = limits
        self._words = words

    def possible(self, facts: Iterable[Fact]) -> bool:
        """Whether all the facts can hold together, as far as can be told."""
        nodes = [(_node(source), wanted) for source, wanted in facts]
        questions: dict[str, list[_Question]] = {}
        for node, _ in nodes:
            for question in _questions(node):
                questions.setdefault(question.term, []).append(question)
        domains = {term: self._domain(term, asked) for term, asked in questions.items()}
        return _Search(nodes, domains).found()

    def told_of(self, name: str) -> str:
        """What a variable can be, in words; '' of what is no variable."""
        if name in self._limits:
            low, high = self._limits[name]
            return f"`{name}` is never less than {low} or more than {high}"
        if name in self._words:
            return f"`{name}` is only ever {' or '.join(sorted(map(str, self._words[name])))}"
        return ""

    def _domain(self, term: str, asked: Sequence[_Question]) -> list[object]:
        """Values of a term, one at least for each set of answers that the questions can have."""
        named = {value for question in asked for value in question.named}
        if term in self._words:
            return sorted(self._words[term], key=repr)
        if term in self._limits or any(isinstance(value, int) for value in named) or _counts(term):
            low, high = self._limits.get(term, (0, MOST))
            near = {v + d for v in named if isinstance(v, int) for d in (-1, 0, 1)} | {low, high, 0}
            return [value for value in sorted(near) if low <= value <= high]
        if all(question.test is None for question in asked):
            return [False, True]
        owner, _, facet = term.partition(".")
        if owner == "ruby" and facet in CLOSED_VALUES and facet != "speech":
            return [*sorted(CLOSED_VALUES[facet]), ""]
        return [*sorted((named - {""}), key=repr), "", _OTHER]


class _Search:
    """Gives the terms values, one after another, until every fact is settled."""

    def __init__(self, facts: list[tuple[_Node, bool]], domains: Mapping[str, list[object]]) -> None:
        self._facts = facts
        self._domains = domains
        self._values: dict[str, object] = {}
        self._steps = 0

    def found(self) -> bool:
        self._steps += 1
        if self._steps > _STEPS:
            return True
        open_: str | None = None
        for node, wanted in self._facts:
            answer = self._answer(node)
            if answer is None:
                open_ = open_ or self._unsettled(node)
            elif answer != wanted:
                return False
        if open_ is None:
            return True
        for value in self._domains[open_]:
            self._values[open_] = value
            if self.found():
                return True
        self._values.pop(open_, None)
        return False

    def _answer(self, node: _Node) -> bool | None:
        match node:
            case bool():
                return node
            case _Denied(part):
                answer = self._answer(part)
                return None if answer is None else not answer
            case _Joined(every, parts):
                answers = [self._answer(part) for part in parts]
                if (not every) in answers:
                    return not every
                return None if None in answers else every
            case _Question(term, test):
                if term not in self._values:
                    return None
                value = self._values[term]
                return bool(value) if test is None else test(value)

    def _unsettled(self, node: _Node) -> str | None:
        return next((one.term for one in _questions(node) if one.term not in self._values), None)


def _questions(node: _Node) -> list[_Question]:
    match node:
        case _Denied(part):
            return _questions(part)
        case _Joined(parts=parts):
            return [question for part in parts for question in _questions(part)]
        case _Question():
            return [node]
    return []


def conjuncts(source: str) -> list[str]:
    """The conditions that one joins by `and`. Of one that cannot be read, none."""
    try:
        body = parse_expression(source).body
    except ExpressionError:
        return []
    if isinstance(body, ast.BoolOp) and isinstance(body.op, ast.And):
        return [ast.unparse(value) for value in body.values]
    return [source]


def _node(source: str) -> _Node:
    # Kept only where the same words are the same terms every time.
    return _read_anew(source) if any(f"{name}(" in source for name in _UNSTEADY) else _kept(source)


@lru_cache(maxsize=8192)
def _kept(source: str) -> _Node:
    return _read_anew(source)


def _read_anew(source: str) -> _Node:
    try:
        return _read(parse_expression(source).body)
    except ExpressionError:
        return _Question(f"?{next(_fresh)}")


def _read(node: ast.expr) -> _Node:
    match node:
        case ast.BoolOp(op=op, values=values):
            return _Joined(isinstance(op, ast.And), tuple(_read(value) for value in values))
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return _Denied(_read(operand))
        case ast.Constant(value=value):
            return bool(value)
        case ast.Compare(left=left, ops=ops, comparators=rights):
            sides = [left, *rights]
            parts = tuple(_compared(sides[n], op, sides[n + 1]) for n, op in enumerate(ops))
            return parts[0] if len(parts) == 1 else _Joined(True, parts)
    return _Question(_term(node))


def _term(node: ast.expr) -> str:
    """What it is known by; another each time, where the same words may come to something else."""
    unsteady = any(
        isinstance(one, ast.Call) and isinstance(one.func, ast.Name) and one.func.id in _UNSTEADY
        for one in ast.walk(node)
    )
    return f"?{next(_fresh)}" if unsteady else ast.unparse(node)


_TURNED: Final[dict[type[ast.cmpop], type[ast.cmpop]]] = {
    ast.Lt: ast.Gt, ast.LtE: ast.GtE, ast.Gt: ast.Lt, ast.GtE: ast.LtE, ast.Eq: ast.Eq, ast.NotEq: ast.NotEq,
}  # fmt: skip


def _compared(left: ast.expr, op: ast.cmpop, right: ast.expr) -> _Node:
    kind = type(op)
    if _is_term(right) and _given(left) is not None and kind in _TURNED:
        left, right, kind = right, left, _TURNED[kind]
    if _is_term(left) and (given := _given(right)) is not None:
        test = _test(kind, given)
        if test is not None:
            return _Question(_term(left), test, given)
    return _Question(_term(ast.Compare(left, [op], [right])))


def _is_term(node: ast.expr) -> bool:
    match node:
        case ast.Name() | ast.Attribute(value=ast.Name()):
            return True
        case ast.Call(func=ast.Name(id=name)):
            return name in _COUNTS or name == "words"
    return False


def _counts(term: str) -> bool:
    return term in _NUMBERS or term.partition("(")[0] in _COUNTS


def _given(node: ast.expr) -> tuple[object, ...] | None:
    """The value or values that are written out."""
    match node:
        case ast.Constant(value=bool() | int() | str() as value):
            return (value,)
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int(value))):
            return (-value,)
        case ast.Tuple(elts=elements) | ast.List(elts=elements):
            found = [_given(one) for one in elements]
            return None if None in found else tuple(value for one in found if one for value in one)
    return None


def _test(kind: type[ast.cmpop], given: tuple[object, ...]) -> Callable[[object], bool] | None:
    first = given[0] if given else None
    match kind:
        case ast.Eq | ast.NotEq if len(given) == 1:
            return (lambda v: v == first) if kind is ast.Eq else (lambda v: v != first)
        case ast.In | ast.NotIn if not (len(given) == 1 and isinstance(first, str)):
            return (lambda v: v in given) if kind is ast.In else (lambda v: v not in given)
    if not isinstance(first, int) or len(given) != 1:
        return None
    bound = first
    return {
        ast.Lt: lambda v: int(v) < bound, ast.LtE: lambda v: int(v) <= bound,
        ast.Gt: lambda v: int(v) > bound, ast.GtE: lambda v: int(v) >= bound,
    }.get(kind)  # fmt: skip
