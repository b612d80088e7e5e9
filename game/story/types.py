"""Static types of expressions: every name known, every comparison one that can come true."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Final

from game.story.arguments import RETURNS, Arguments
from game.story.kinds import CLAIM, COUNT, UNKNOWN, Report, Type, World, said
from game.story.syntax import (
    CLAIM_ATTRIBUTES,
    FACETS,
    FUNCTIONS,
    ExpressionError,
    parse_expression,
    suggestion,
)
from game.story.vocabulary import ASPECTS, CLOSED_VALUES, DEGREES, SUBJECTS, TIMES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from game.story.expressions import Expression

SCOPES: Final[dict[str, dict[str, Type]]] = {
    "beats": {"it": CLAIM, "index": COUNT, "total": COUNT},
    "consequences": {"it": CLAIM, "overwrote": COUNT},
    "costs": {"it": CLAIM},
    "resistances": {"it": CLAIM},
}
"""The names that are known only in definitions of these sections."""
_NUMBERS: Final = frozenset({"int", "bool"})
_ATTRIBUTES: Final = {
    "plural": Type("bool"),
    "holds": Type("bool"),
    "met": Type("bool"),
    "resisted": Type("bool"),
    "page": COUNT,
    "aspect": Type("str", ASPECTS),
    "degree": Type("str", DEGREES),
    "time": Type("str", TIMES),
    "who": Type("str", SUBJECTS),
}
_IDS: Final = {"subject": "who", "object": "whom"}
"""Attributes that give a name for prose, and those that give the id."""


def check_expression(
    expression: Expression,
    world: World,
    scope: Mapping[str, Type],
    report: Report,
    *,
    guarded: bool = False,
) -> Type:
    """Its type. What is wrong goes to `report`: code, offset in the expression, message, mend.

    `guarded` says that it is evaluated only after some condition, which may have asked for what it needs.
    """
    try:
        tree = parse_expression(expression.source)
    except ExpressionError as error:
        report("RS021", error.offset, error.message, error.mend)
        return UNKNOWN
    return _Inference(world, scope, report, guarded).infer(tree.body)


class _Inference:
    def __init__(self, world: World, scope: Mapping[str, Type], report: Report, guarded: bool) -> None:
        self.world = world
        self.scope = scope
        self.guarded = guarded
        self._report = report

    def report(self, code: str, node: ast.AST, message: str, mend: str = "") -> Type:
        self._report(code, getattr(node, "col_offset", 0), message, mend)
        return UNKNOWN

    def infer(self, node: ast.expr) -> Type:
        by_kind: dict[type[ast.expr], Callable[..., Type]] = {
            ast.Constant: lambda one: _constant(one.value),
            ast.Name: self._name,
            ast.Attribute: self._attribute,
            ast.Call: self._call,
            ast.BoolOp: self._both,
            ast.UnaryOp: self._unary,
            ast.BinOp: self._arithmetic,
            ast.Compare: self._compare,
            ast.IfExp: self._either,
            ast.Tuple: self._tuple,
            ast.List: self._tuple,
        }
        return by_kind[type(node)](node)

    def _tuple(self, node: ast.Tuple | ast.List) -> Type:
        for element in node.elts:
            self.infer(element)
        return Type("tuple")

    def _both(self, node: ast.BoolOp) -> Type:
        before = self.guarded
        kinds = []
        for value in node.values:
            kinds.append(self.infer(value))
            self.guarded = True
        self.guarded = before
        return _joined(kinds)

    def _either(self, node: ast.IfExp) -> Type:
        self.infer(node.test)
        before, self.guarded = self.guarded, True
        kinds = self.infer(node.body), self.infer(node.orelse)
        self.guarded = before
        return _joined(kinds)

    def _unary(self, node: ast.UnaryOp) -> Type:
        if isinstance(node.op, ast.Not):
            self.infer(node.operand)
            return Type("bool")
        return self._number(node.operand)

    def _name(self, node: ast.Name) -> Type:
        name = node.id
        if name in self.scope:
            return self.scope[name]
        if variable := self.world.variables.get(name):
            if variable.get("type") == "enum":
                values = variable.get("values")
                return Type("str", frozenset(values) if isinstance(values, list) else None)
            return Type(str(variable.get("type", "unknown")))
        if name == "ruby":
            return Type("ruby")
        return UNKNOWN if name in self.world.elsewhere else self._unknown_name(node)

    def _unknown_name(self, node: ast.Name) -> Type:
        name = node.id
        if name in FUNCTIONS:
            return self.report("RS022", node, f"`{name}` is a function", f"call it: `{name}(...)`")
        for section, names in SCOPES.items():
            if name in names:
                mend = "bind a claim by `with:`" if name == "it" else ""
                return self.report("RS022", node, f"`{name}` is known only in {section}", mend)
        if name.title() in ("True", "False", "None"):
            return self.report("RS022", node, f"`{name}` is not known", f"write `{name.title()}`")
        known = set(self.world.variables) | set(self.scope) | FUNCTIONS | {"ruby"}
        otherwise = "declare it under `variables:`; words to compare with stand in quotation marks"
        return self.report(
            "RS022", node, f"there is no variable `{name[:60]}`", suggestion(name, known, otherwise)
        )

    def _attribute(self, node: ast.Attribute) -> Type:
        owner = self.infer(node.value)
        name = node.attr
        if owner.kind == "unknown":
            return owner
        if owner.kind == "ruby":
            if name in FACETS:
                return Type("str", None if name == "speech" else CLOSED_VALUES[name] | {""})
            mend = suggestion(name, FACETS, f"there are: {', '.join(sorted(FACETS))}")
            return self.report("RS022", node, f"there is no `ruby.{name}`", mend)
        if owner.kind not in ("claim", "claim?"):
            return self.report("RS024", node, f"only a claim has `.{name}`, and this is {said(owner)}")
        if owner.kind == "claim?" and not self.guarded:
            mend = "bind it by `with:`, whose `else:` is for when there is none"
            self.report("RS024", node, "there may be no such claim", mend)
        if name not in CLAIM_ATTRIBUTES:
            return self.report("RS022", node, f"a claim has no `.{name}`", suggestion(name, CLAIM_ATTRIBUTES))
        return _ATTRIBUTES.get(name, Type("str"))

    def _call(self, node: ast.Call) -> Type:
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        Arguments(self.world, self.report, self.infer).check(name, node)
        return Type(RETURNS[name])

    def _number(self, node: ast.expr) -> Type:
        found = self.infer(node)
        if found.kind not in _NUMBERS and found.kind != "unknown":
            return self.report("RS024", node, f"here must stand a number, and this is {said(found)}")
        return COUNT

    def _arithmetic(self, node: ast.BinOp) -> Type:
        if not isinstance(node.op, ast.Add):
            self._number(node.left)
            return self._number(node.right)
        left, right = self.infer(node.left), self.infer(node.right)
        if left.kind == right.kind == "str":
            return Type("str")
        for side, found in ((node.left, left), (node.right, right)):
            if found.kind not in _NUMBERS and found.kind != "unknown":
                return self.report("RS024", side, f"`+` cannot add {said(found)} to the other side")
        return COUNT

    def _compare(self, node: ast.Compare) -> Type:
        left, left_type = node.left, self.infer(node.left)
        for op, right in zip(node.ops, node.comparators, strict=True):
            right_type = self.infer(right)
            if UNKNOWN not in (left_type, right_type):
                self._compared(op, (left, left_type), (right, right_type))
            left, left_type = right, right_type
        return Type("bool")

    def _compared(self, op: ast.cmpop, one: tuple[ast.expr, Type], two: tuple[ast.expr, Type]) -> None:
        if isinstance(op, ast.In | ast.NotIn):
            self._contained(one, two)
        elif isinstance(op, ast.Eq | ast.NotEq):
            self._alike(one, two)
        elif not isinstance(op, ast.Is | ast.IsNot):
            for node, found in one, two:
                if found.kind not in _NUMBERS:
                    self.report("RS024", node, f"only numbers are more or less, and this is {said(found)}")

    def _contained(self, one: tuple[ast.expr, Type], two: tuple[ast.expr, Type]) -> None:
        right, right_type = two
        if isinstance(right, ast.Tuple | ast.List):
            quiet = _Inference(self.world, self.scope, lambda *_: None, True)
            for element in right.elts:
                found = quiet.infer(element)
                if found.kind != "unknown":
                    self._alike(one, (element, found))
        elif right_type.kind == "claims" and one[1].kind in ("claim", "claim?"):
            return
        elif right_type.kind != "str" or one[1].kind != "str":
            mend = "write the possible values in brackets: `in ('kept', 'refused')`"
            self.report("RS024", right, f"{said(one[1])} cannot be in {said(right_type)}", mend)

    def _alike(self, one: tuple[ast.expr, Type], two: tuple[ast.expr, Type]) -> None:
        kinds = {one[1].kind, two[1].kind}
        if "none" in kinds and kinds & {"claim?", "claim", "str"}:
            return
        if kinds <= _NUMBERS or kinds <= {"claim", "claim?"}:
            return
        if kinds != {"str"}:
            self.report("RS024", two[0], f"{said(one[1])} is never equal to {said(two[1])}")
            return
        self._may_be(two[0], one)
        self._may_be(one[0], two)

    def _may_be(self, node: ast.expr, against: tuple[ast.expr, Type]) -> None:
        """Whether what is written out can be among the words that stand on the other side."""
        if not isinstance(node, ast.Constant):
            return
        value, (other, kind) = str(node.value), against
        if kind.values is not None and value not in kind.values:
            words = sorted(word for word in kind.values if word)
            mend = suggestion(value, kind.values, f"it can be: {', '.join(words)}")
            self.report("RS023", node, f"`{ast.unparse(other)[:60]}` is never `{value[:60]}`", mend)
        elif isinstance(other, ast.Attribute) and other.attr in _IDS and value in SUBJECTS:
            message = f"`.{other.attr}` is a name as prose has it, and never `{value}`"
            self.report("RS023", node, message, f"`.{_IDS[other.attr]}` is the id")


def _constant(value: object) -> Type:
    if value is None:
        return Type("none")
    return Type("bool" if isinstance(value, bool) else "int" if isinstance(value, int) else "str")


def _joined(kinds: Iterable[Type]) -> Type:
    found = set(kinds)
    if len(found) == 1:
        return found.pop()
    names = {one.kind for one in found}
    if len(names) == 1:
        return Type(names.pop())
    return Type("bool") if names <= _NUMBERS else UNKNOWN
