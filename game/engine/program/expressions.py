"""Expressions as Python: names become places in the draft, questions about claims become kinds of them.

In what is written here, `t` is the telling, and `v` the values of the variables.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any, Final

from game.engine.kinds import kind
from game.engine.views import FORMS
from game.story.syntax import parse_expression

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.engine.program.source import Source
    from game.story.expressions import Expression
    from game.story.model import Story

Local = dict[str, str]
"""Names that stand for claims here, and what they are called in the function."""
NOTHING_BOUND: Final[Local] = {}
_OF_CLAIMS: Final = frozenset({"claims", "claim", "has", "count", "former", "resisted"})
_CALLED: Final = {"former": "former_of", "resisted": "resisted_of"}
"""Functions that are called otherwise here, since the draft has something of that name."""
_OF_DRAFT: Final = frozenset({"visits", "chosen"})
_OPERATORS: Final[Mapping[type[ast.AST], str]] = {
    ast.And: "and", ast.Or: "or", ast.Not: "not ", ast.USub: "-", ast.UAdd: "+",
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*",
    ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=",
    ast.In: "in", ast.NotIn: "not in", ast.Is: "is", ast.IsNot: "is not",
}  # fmt: skip


class Expressions:
    """Writes the expressions of one story."""

    def __init__(self, story: Story) -> None:
        self._places = {name: place for place, name in enumerate(story.variables)}
        self._derived = {name for name, one in story.variables.items() if one.derived}
        self._whole = {name for name, one in story.variables.items() if one.type == "int" and not one.derived}

    def place(self, variable: str) -> int:
        """Where a variable's value stands in `v`."""
        return self._places[variable]

    def write(
        self, source: Source, expression: Expression, local: Local = NOTHING_BOUND, *, asking: bool = True
    ) -> str:
        """The expression, to stand inside brackets. What is only asked is not noted as shown."""
        writer = _Writer(self, source, local, asking)
        return source.marked(writer.write(parse_expression(expression.source).body), expression.source)

    def is_whole(self, expression: Expression) -> bool:
        """Whether it cannot come to anything but a whole number."""
        return self._is_whole(parse_expression(expression.source).body)

    def name(self, name: str) -> str:
        """A name that is not bound in the text where it stands."""
        if name in self._derived:
            return f"t.derived({name!r})"
        if name in self._places:
            return f"v[{self._places[name]}]"
        return f"t.bound[{name!r}]"

    def _is_whole(self, node: ast.expr) -> bool:
        match node:
            case ast.Constant(value=value):
                return isinstance(value, int) and not isinstance(value, bool)
            case ast.Name(id=name):
                return name in self._whole
            case ast.BinOp(left=left, right=right):
                return self._is_whole(left) and self._is_whole(right)
            case ast.UnaryOp(op=ast.USub() | ast.UAdd(), operand=operand):
                return self._is_whole(operand)
        return False


class _Writer:
    def __init__(self, names: Expressions, source: Source, local: Local, asking: bool) -> None:
        self._names = names
        self._source = source
        self._local = local
        self._asking = asking

    def write(self, node: ast.AST) -> str:  # noqa: PLR0911 (one kind of node each)
        match node:
            case ast.Constant(value=value):
                return repr(value)
            case ast.Name(id=name):
                return self._local.get(name) or self._names.name(name)
            case ast.BoolOp(op=op, values=values):
                return f"({f' {_OPERATORS[type(op)]} '.join(map(self.write, values))})"
            case ast.UnaryOp(op=op, operand=operand):
                return f"({_OPERATORS[type(op)]}{self.write(operand)})"
            case ast.BinOp(left=left, op=op, right=right):
                return f"({self.write(left)} {_OPERATORS[type(op)]} {self.write(right)})"
            case ast.IfExp(test=test, body=body, orelse=orelse):
                return f"({self.write(body)} if {self.write(test)} else {self.write(orelse)})"
            case ast.Tuple(elts=elements) | ast.List(elts=elements):
                return f"({''.join(f'{self.write(one)}, ' for one in elements)})"
            case ast.Compare(left=left, ops=ops, comparators=others):
                pairs = zip(ops, others, strict=True)
                told = "".join(f" {_OPERATORS[type(op)]} {self.write(other)}" for op, other in pairs)
                return f"({self.write(left)}{told})"
            case ast.Call(func=ast.Name(id=name), args=arguments, keywords=words):
                return self._call(name, arguments, words)
            case ast.Attribute(value=ast.Name(id="ruby"), attr=aspect):
                return f"t.facet({aspect!r})"
            case ast.Attribute(value=value, attr=attribute) if self._asking and attribute in FORMS:
                return f"{self.write(value)}.asked({attribute!r})"
            case ast.Attribute(value=value, attr=attribute):
                return f"{self.write(value)}.{attribute}"
        raise TypeError(type(node).__name__)  # `parse_expression` lets nothing else pass

    def _call(self, name: str, arguments: list[ast.expr], words: list[ast.keyword]) -> str:
        if name in _OF_CLAIMS:
            return f"t.{_CALLED.get(name, name)}({self._kind(arguments, words)})"
        told = [self.write(one) for one in arguments]
        told += [f"{one.arg}={self.write(one.value)}" for one in words]
        if name in _OF_DRAFT and len(told) == 1:
            return f"t.visits.get({told[0]}, 0)"
        return f"t.{name}({', '.join(told)})"

    def _kind(self, arguments: list[ast.expr], words: list[ast.keyword]) -> str:
        """The kind that a function is asked for: a constant, unless it hangs on what is so."""
        try:
            values = [_literal(one) for one in arguments]
            named: dict[str, Any] = {str(one.arg): _literal(one.value) for one in words}
            return self._source.constant(kind(*values, **named))
        except (ValueError, TypeError):
            told = [self.write(one) for one in arguments]
            told += [f"{one.arg}={self.write(one.value)}" for one in words]
            return f"{self._source.constant(kind)}({', '.join(told)})"


def _literal(node: ast.expr) -> Any:
    """The value of a node that is written out. Raises ValueError for one that is not."""
    value = ast.literal_eval(node)
    return tuple(value) if isinstance(value, list) else value
