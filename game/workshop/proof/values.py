"""Expressions over sets of values: everything that one may come to, where not everything is known.

A set of values is a Span of whole numbers, a frozenset, or None for anything at all.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Final, Protocol

from game.workshop.proof.parts import ENDLESS, Span
from game.workshop.proof.reads import tree_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.story.expressions import Expression
    from game.workshop.proof.parts import Part

Values = Span | frozenset[object] | None
YES: Final[frozenset[object]] = frozenset({True})
NO: Final[frozenset[object]] = frozenset({False})
EITHER: Final[frozenset[object]] = YES | NO
_TOO_MANY: Final = 64


class Lookup(Protocol):
    """Where the evaluator finds what it cannot work out itself."""

    def name(self, name: str) -> Values:
        """What a name may stand for."""

    def facet(self, aspect: str) -> Values:
        """What `ruby.aspect` may be."""

    def call(self, node: ast.Call, function: str) -> Values:
        """What a call may answer."""


def may_be(expression: Expression | None, lookup: Lookup) -> frozenset[object]:
    """Which of True and False a condition may come to; no condition is True."""
    return YES if expression is None else truth(value_of(tree_of(expression.source), lookup))


def truth(values: Values) -> frozenset[object]:
    """Which of True and False the values count as."""
    match values:
        case None:
            return EITHER
        case Span(low, high):
            return NO if low == high == 0 else EITHER if low <= 0 <= high else YES
    return frozenset(bool(value) for value in values)


def value_of(node: ast.expr, lookup: Lookup) -> Values:  # noqa: PLR0911
    """All that an expression may come to."""
    match node:
        case ast.Constant(value=value):
            return _one(value)
        case ast.Name(id=name):
            return lookup.name(name)
        case ast.Attribute(value=ast.Name(id="ruby"), attr=aspect):
            return lookup.facet(aspect)
        case ast.Call(func=ast.Name(id=function)):
            return lookup.call(node, function)
        case ast.BoolOp(op=op, values=parts):
            return _joined(isinstance(op, ast.And), parts, lookup)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return frozenset(not value for value in truth(value_of(operand, lookup)))
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            found = value_of(operand, lookup)
            return Span(-found.high, -found.low) if isinstance(found, Span) else None
        case ast.IfExp(test=test, body=body, orelse=orelse):
            ways = truth(value_of(test, lookup))
            answers = [value_of(one, lookup) for way, one in ((True, body), (False, orelse)) if way in ways]
            return answers[0] if len(answers) == 1 else _either(*answers)
        case ast.BinOp(left=left, op=op, right=right):
            return _computed(value_of(left, lookup), op, value_of(right, lookup))
        case ast.Compare(left=left, ops=ops, comparators=others):
            return _compared(left, ops, others, lookup)
        case ast.Tuple(elts=elements) | ast.List(elts=elements):
            return _listed(elements, lookup)
    return None


def within(values: Values, part: Part) -> bool:
    """Whether any of the values lies in the part."""
    if values is None:
        return True
    if isinstance(part, Span):
        if isinstance(values, Span):
            return values.low <= part.high and part.low <= values.high
        return any(isinstance(value, int) and part.low <= value <= part.high for value in values)
    return not isinstance(values, Span) and bool(values & part)


def _one(value: object) -> Values:
    if isinstance(value, int) and not isinstance(value, bool):
        return Span(value, value)
    return frozenset({value})


def _joined(all_of: bool, parts: list[ast.expr], lookup: Lookup) -> Values:
    """`and`, `or`: as conditions, which is all that they are used for."""
    answer: set[object] = set()
    for part in parts:
        found = truth(value_of(part, lookup))
        if (not all_of) in found:
            answer.add(not all_of)
        if all_of not in found:
            return frozenset(answer)
    return frozenset(answer | {all_of})


def _either(one: Values, other: Values) -> Values:
    if isinstance(one, Span) and isinstance(other, Span):
        return Span(min(one.low, other.low), max(one.high, other.high))
    if isinstance(one, frozenset) and isinstance(other, frozenset):
        return one | other
    return None


def _computed(left: Values, op: ast.operator, right: Values) -> Values:
    if not (isinstance(left, Span) and isinstance(right, Span)):
        return None
    if isinstance(op, ast.Add):
        return Span(left.low + right.low, min(left.high + right.high, ENDLESS))
    if isinstance(op, ast.Sub):
        return Span(left.low - right.high, left.high - right.low)
    corners = [a * b for a in left for b in right]
    return Span(min(corners), max(corners))


def _compared(left: ast.expr, ops: list[ast.cmpop], others: list[ast.expr], lookup: Lookup) -> Values:
    if len(ops) != 1:
        return EITHER
    return _held(value_of(left, lookup), ops[0], value_of(others[0], lookup))


def _held(left: Values, op: ast.cmpop, right: Values) -> frozenset[object]:
    if isinstance(left, Span) and isinstance(right, Span):
        return _spans(left, op, right)
    if left is None or right is None or isinstance(left, Span) or isinstance(right, Span):
        return _within_list(left, op, right)
    if len(left) * len(right) > _TOO_MANY * _TOO_MANY:
        return EITHER
    try:
        return frozenset(_HOLDS[type(op)](a, b) for a in left for b in right)
    except (KeyError, TypeError):
        return EITHER


def _within_list(left: Values, op: ast.cmpop, right: Values) -> frozenset[object]:
    """Of numbers in a list of numbers, which is the one thing that is known of mixed values."""
    if isinstance(left, Span) and isinstance(right, frozenset) and isinstance(op, ast.In | ast.NotIn):
        if left.high - left.low > _TOO_MANY:
            return EITHER
        return frozenset(
            _HOLDS[type(op)](number, several)
            for number in range(left.low, left.high + 1)
            for several in right
            if isinstance(several, tuple)
        )
    return EITHER


_HOLDS: Final[dict[type[ast.cmpop], Callable[[object, object], object]]] = {
    ast.Eq: lambda a, b: a == b,
    ast.NotEq: lambda a, b: a != b,
    ast.Is: lambda a, b: a is b,
    ast.IsNot: lambda a, b: a is not b,
    ast.In: lambda a, b: a in b,  # type: ignore[operator]
    ast.NotIn: lambda a, b: a not in b,  # type: ignore[operator]
    ast.Lt: lambda a, b: a < b,  # type: ignore[operator]
    ast.LtE: lambda a, b: a <= b,  # type: ignore[operator]
    ast.Gt: lambda a, b: a > b,  # type: ignore[operator]
    ast.GtE: lambda a, b: a >= b,  # type: ignore[operator]
}


def _spans(a: Span, op: ast.cmpop, b: Span) -> frozenset[object]:
    match op:
        case ast.Eq():
            found = YES if a.low == a.high == b.low == b.high else EITHER if _meet(a, b) else NO
        case ast.NotEq():
            found = frozenset(not held for held in _spans(a, ast.Eq(), b))
        case ast.Lt():
            found = YES if a.high < b.low else NO if a.low >= b.high else EITHER
        case ast.LtE():
            found = YES if a.high <= b.low else NO if a.low > b.high else EITHER
        case ast.Gt() | ast.GtE():
            found = _spans(b, ast.Lt() if isinstance(op, ast.Gt) else ast.LtE(), a)
        case _:
            found = EITHER
    return found


def _meet(a: Span, b: Span) -> bool:
    return a.low <= b.high and b.low <= a.high


def _listed(elements: list[ast.expr], lookup: Lookup) -> Values:
    """A written-out list, if each of its elements is one known value."""
    listed: list[object] = []
    for element in elements:
        found = value_of(element, lookup)
        if isinstance(found, Span) and found.low == found.high:
            listed.append(found.low)
        elif isinstance(found, frozenset) and len(found) == 1:
            listed.extend(found)
        else:
            return None
    return frozenset({tuple(listed)})
