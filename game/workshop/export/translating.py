"""A story's expressions as terms: as they stand where nothing can be typed, so that no claim is made."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Final, Literal

from game.story.syntax import parse_expression
from game.workshop.export.terms import FALSE, TRUE, Value, Variable, both, choose, either, operate, opposite

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from game.story.expressions import Expression
    from game.story.model import OwnValue, Scene, Story
    from game.story.model import Variable as Declared
    from game.workshop.export.terms import AnyTerm, Plain

_NO_CLAIMS: Final[dict[str, Value]] = {
    "has": FALSE, "count": Value(0), "claims": FALSE, "claim": Value(None), "former": Value(None),
    "resisted": Value(None), "new": FALSE, "typed": FALSE, "words": Value(""), "backwards": FALSE,
    "listing": Value(""),
}  # fmt: skip
"""What the functions give that ask what was typed, where nothing ever was."""
_COMPARISONS: Final[dict[type[ast.cmpop], str]] = {
    ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=",
}  # fmt: skip
_HOLDS: Final[dict[str, Literal["number", "truth", "words"]]] = {
    "int": "number", "bool": "truth", "enum": "words",
}  # fmt: skip
_ARITHMETIC: Final[dict[type[ast.operator], str]] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*"}


def variable_of(variable: Declared) -> Variable:
    """A declared variable as a term."""
    return Variable(variable.name, _HOLDS[variable.type])


class Translator:
    """Expressions as they stand in one scene, or in none.

    `counted` gives the variable that counts visits to a scene or picks of a choice; `asks_claims` is told
    of every expression that asks what was typed.
    """

    def __init__(
        self,
        story: Story,
        scene: Scene | None,
        counted: Callable[[str], Variable],
        asks_claims: Callable[[str], None],
    ) -> None:
        self._story = story
        self._scene = scene
        self._counted = counted
        self._asks_claims = asks_claims
        self.asks_circumstances = False
        """Whether any expression so far asked what is so in the scene."""
        self._asking: set[str] = set()
        """Derived variables and circumstances under way: what hangs on itself is as at the start."""

    def term(self, expression: Expression) -> AnyTerm:
        """The expression's value."""
        return self._term(parse_expression(expression.source).body)

    def condition(self, expression: Expression | None) -> Plain:
        """Whether the expression is so; without one it is."""
        return TRUE if expression is None else both(self.term(expression))

    def eligible(self, scene: Scene) -> Plain:
        """Whether a storylet could be dealt."""
        told = operate("==", self._counted(scene.id), Value(0)) if scene.once else TRUE
        return both(told, self.condition(scene.condition))

    def _term(self, node: ast.expr) -> AnyTerm:  # noqa: PLR0911
        match node:
            case ast.Constant(value=value):
                return Value(value)  # type: ignore[arg-type]
            case ast.Name(id=name):
                return self._variable(name)
            case ast.Attribute():
                return self._attribute(node)
            case ast.Call():
                return self._call(node)
            case ast.BoolOp(op=op, values=values):
                return (both if isinstance(op, ast.And) else either)(*map(self._term, values))
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return opposite(self._term(operand))
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return operate("-", Value(0), self._term(operand))
            case ast.UnaryOp(operand=operand):
                return self._term(operand)
            case ast.BinOp(left=left, op=operator, right=right):
                return operate(_ARITHMETIC[type(operator)], self._term(left), self._term(right))
            case ast.IfExp(test=test, body=body, orelse=orelse):
                return choose(self._term(test), self._term(body), self._term(orelse))
            case ast.Compare():
                return self._comparison(node)
        return FALSE

    def _comparison(self, node: ast.Compare) -> AnyTerm:
        parts: list[AnyTerm] = []
        left = node.left
        for operator, right in zip(node.ops, node.comparators, strict=True):
            parts.append(self._compared(left, operator, right))
            left = right
        return both(*parts)

    def _compared(self, left: ast.expr, operator: ast.cmpop, right: ast.expr) -> AnyTerm:
        if isinstance(operator, ast.In | ast.NotIn):
            inside = self._inside(self._term(left), right)
            return inside if isinstance(operator, ast.In) else opposite(inside)
        op = _COMPARISONS.get(type(operator), "==" if isinstance(operator, ast.Is) else "!=")
        return operate(op, self._term(left), self._term(right))

    def _inside(self, one: AnyTerm, among: ast.expr) -> AnyTerm:
        if isinstance(among, ast.Tuple | ast.List):
            return either(*(operate("==", one, self._term(element)) for element in among.elts))
        whole = self._term(among)
        if isinstance(one, Value) and isinstance(whole, Value):
            return Value(str(one.value) in str(whole.value or ""))
        return FALSE

    def _variable(self, name: str) -> AnyTerm:
        variable = self._story.variables.get(name)
        if variable is None:
            self._asks_claims(name)
            return Value(None)
        if not variable.derived:
            return variable_of(variable)
        return self._hanging(name, variable.derived, Value(variable.default))

    def _hanging(self, key: str, ways: Iterable[OwnValue], otherwise: AnyTerm) -> AnyTerm:
        """The first of the ways that is so; what hangs on itself is `otherwise`."""
        if key in self._asking:
            return otherwise
        self._asking.add(key)
        found = otherwise
        for way in reversed(tuple(ways)):
            found = choose(self.condition(way.condition), Value(way.value), found)
        self._asking.discard(key)
        return found

    def _attribute(self, node: ast.Attribute) -> AnyTerm:
        if isinstance(node.value, ast.Name) and node.value.id == "ruby":
            self._asks_claims(ast.unparse(node))
            facet = self._story.facets.get(node.attr)
            return self._hanging(f"ruby.{node.attr}", facet.own if facet else (), Value(""))
        self._asks_claims(ast.unparse(node))
        return Value("")

    def _call(self, node: ast.Call) -> AnyTerm:
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name in _NO_CLAIMS:
            self._asks_claims(ast.unparse(node))
            return _NO_CLAIMS[name]
        argument = node.args[0]
        if name in ("cap", "lower"):
            said = self._term(argument)
            change = str.upper if name == "cap" else str.lower
            return (
                Value(change(str(said.value)[:1]) + str(said.value)[1:]) if isinstance(said, Value) else said
            )
        word = str(argument.value) if isinstance(argument, ast.Constant) else ""
        if name in ("visits", "chosen"):
            return self._counted(word)
        if name == "can_deal":
            return self._can_deal(word)
        return self._during(word)

    def _can_deal(self, deck: str) -> AnyTerm:
        key = f"deck:{deck}"
        if key in self._asking:
            return FALSE
        self._asking.add(key)
        found = either(*(self.eligible(self._story.scenes[one]) for one in self._story.decks.get(deck, ())))
        self._asking.discard(key)
        return found

    def _during(self, circumstance: str) -> AnyTerm:
        self.asks_circumstances = True
        if self._scene is not None and circumstance in self._scene.during:
            return TRUE
        condition, key = self._story.circumstances[circumstance].condition, f"during:{circumstance}"
        if condition is None or key in self._asking:
            return FALSE
        self._asking.add(key)
        found = self.condition(condition)
        self._asking.discard(key)
        return found
