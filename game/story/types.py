"""Static types of expressions: every name known, every comparison one that can come true."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from game.story.expressions import (
    CLAIM_ATTRIBUTES,
    FACETS,
    FORMS,
    FUNCTIONS,
    Expression,
    ExpressionError,
    parse_expression,
    suggestion,
)
from game.story.vocabulary import ASPECTS, CLOSED_VALUES, DEGREES, GROUPS, SUBJECTS, TIMES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_FILTERS: Final = ("aspect", "value", "subject", "holds", "degree", "time", "object", "page", "chapter")
_RETURNS: Final = {
    "claims": "claims", "claim": "claim?", "former": "claim?", "has": "bool", "count": "int", "new": "claims",
    "typed": "bool", "words": "str", "backwards": "bool", "visits": "int", "chosen": "int",
    "cap": "str", "lower": "str", "listing": "str",
}  # fmt: skip
_NUMBERS: Final = frozenset({"int", "bool"})
Report = "Callable[[str, int, str, str], None]"


@dataclass(frozen=True, slots=True)
class Type:
    """A kind of value; `values` if only certain words can come."""

    kind: str
    values: frozenset[str] | None = None


@dataclass(slots=True)
class World:
    """What expressions can name."""

    variables: Mapping[str, Mapping[str, Any]]
    scenes: set[str] = field(default_factory=set)
    pages: set[str] = field(default_factory=set)
    chapters: set[str] = field(default_factory=set)
    choices: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    elsewhere: set[str] = field(default_factory=set)


CLAIM: Final = Type("claim")
COUNT: Final = Type("int")
BEAT_SCOPE: Final[dict[str, Type]] = {"it": CLAIM, "index": COUNT, "total": COUNT}


def check_expression(
    expression: Expression,
    world: World,
    scope: Mapping[str, Type],
    report: Callable[[str, int, str, str], None],
) -> Type:
    """Its type. What is wrong goes to `report` as code, offset in the expression, message and mend."""
    try:
        tree = parse_expression(expression.source)
    except ExpressionError as error:
        report("RS021", error.offset, error.message, error.mend)
        return Type("unknown")
    return _Inference(world, scope, report).infer(tree.body)


class _Inference:
    def __init__(
        self, world: World, scope: Mapping[str, Type], report: Callable[[str, int, str, str], None]
    ) -> None:
        self.world = world
        self.scope = scope
        self._report = report
        self.guarded = False

    def report(self, code: str, node: ast.AST, message: str, mend: str = "") -> Type:
        self._report(code, getattr(node, "col_offset", 0), message, mend)
        return Type("unknown")

    def infer(self, node: ast.expr) -> Type:
        match node:
            case ast.Constant(value=value):
                return _constant(value)
            case ast.Name():
                return self._name(node)
            case ast.Attribute():
                return self._attribute(node)
            case ast.Call():
                return self._call(node)
            case ast.BoolOp(values=values):
                return self._both(values)
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                self.infer(operand)
                return Type("bool")
            case ast.UnaryOp(operand=operand):
                return self._number(operand)
            case ast.BinOp():
                return self._arithmetic(node)
            case ast.Compare():
                return self._compare(node)
            case ast.IfExp(test=test, body=body, orelse=orelse):
                self.infer(test)
                guarded, self.guarded = self.guarded, True
                kinds = self.infer(body), self.infer(orelse)
                self.guarded = guarded
                return _joined(kinds)
            case ast.Tuple(elts=elements) | ast.List(elts=elements):
                for element in elements:
                    self.infer(element)
                return Type("tuple")
            case _:  # what parse_expression lets through is all above
                return Type("unknown")

    def _both(self, values: Iterable[ast.expr]) -> Type:
        guarded = self.guarded
        kinds = []
        for value in values:
            kinds.append(self.infer(value))
            self.guarded = True
        self.guarded = guarded
        return _joined(kinds)

    def _name(self, node: ast.Name) -> Type:
        name = node.id
        if name in self.scope:
            return self.scope[name]
        if variable := self.world.variables.get(name):
            if variable.get("type") == "enum":
                return Type("str", frozenset(variable.get("values") or ()))
            return Type(variable.get("type", "unknown"))
        if name == "ruby":
            return Type("ruby")
        if name in self.world.elsewhere:
            return Type("unknown")
        if name in FUNCTIONS:
            return self.report("RS022", node, f"`{name}` is a function", f"call it: `{name}(...)`")
        if name in BEAT_SCOPE:
            return self.report(
                "RS022", node, f"`{name}` is known only in a beat", "bind the claim by `with:`"
            )
        if name.lower() in ("true", "false", "none"):
            return self.report("RS022", node, f"`{name}` is not known", f"write `{name.title()}`")
        known = set(self.world.variables) | set(self.scope) | FUNCTIONS | {"ruby"}
        mend = suggestion(name, known, "declare it under `variables:`; words to compare with are quoted; "
                          "if this is prose, write \\: for the colon")  # fmt: skip
        return self.report("RS022", node, f"there is no variable `{name[:60]}`", mend)

    def _attribute(self, node: ast.Attribute) -> Type:
        owner = self.infer(node.value)
        name = node.attr
        if owner.kind == "unknown":
            return owner
        if owner.kind == "ruby":
            if name in FACETS:
                values = CLOSED_VALUES[name] | {""} if name != "speech" else None
                return Type("str", values)
            mend = suggestion(name, FACETS, f"there are: {', '.join(sorted(FACETS))}")
            return self.report("RS022", node, f"there is no `ruby.{name}`", mend)
        if owner.kind not in ("claim", "claim?"):
            return self.report("RS024", node, f"only a claim has `.{name}`, and this is {owner.kind}")
        if owner.kind == "claim?" and not self.guarded:
            mend = "bind it by `with:`, whose `else` is for when there is none"
            self.report("RS024", node, "there may be no such claim", mend)
        if name not in CLAIM_ATTRIBUTES:
            return self.report("RS022", node, f"a claim has no `.{name}`", suggestion(name, CLAIM_ATTRIBUTES))
        kinds = {
            "plural": Type("bool"), "holds": Type("bool"), "page": COUNT, "aspect": Type("str", ASPECTS),
            "degree": Type("str", DEGREES),
        }  # fmt: skip
        return kinds.get(name, Type("str"))

    def _number(self, node: ast.expr) -> Type:
        found = self.infer(node)
        if found.kind not in _NUMBERS and found.kind != "unknown":
            return self.report("RS024", node, f"here must stand a number, and this is {_said(found)}")
        return COUNT

    def _arithmetic(self, node: ast.BinOp) -> Type:
        if isinstance(node.op, ast.Add):
            left, right = self.infer(node.left), self.infer(node.right)
            if left.kind == right.kind == "str":
                return Type("str")
            for side, found in ((node.left, left), (node.right, right)):
                if found.kind not in _NUMBERS and found.kind != "unknown":
                    return self.report("RS024", side, f"`+` cannot add {_said(found)} to the other side")
            return COUNT
        self._number(node.left)
        return self._number(node.right)

    def _compare(self, node: ast.Compare) -> Type:
        left, left_type = node.left, self.infer(node.left)
        for op, right in zip(node.ops, node.comparators, strict=True):
            right_type = self.infer(right)
            self._compared(op, (left, left_type), (right, right_type))
            left, left_type = right, right_type
        return Type("bool")

    def _compared(self, op: ast.cmpop, one: tuple[ast.expr, Type], two: tuple[ast.expr, Type]) -> None:
        (left, left_type), (right, right_type) = one, two
        if "unknown" in (left_type.kind, right_type.kind):
            return
        if isinstance(op, ast.In | ast.NotIn):
            self._contained(one, two)
        elif isinstance(op, ast.Lt | ast.LtE | ast.Gt | ast.GtE):
            for node, found in one, two:
                if found.kind not in _NUMBERS:
                    self.report("RS024", node, f"only numbers are more or less, and this is {_said(found)}")
        elif isinstance(op, ast.Eq | ast.NotEq):
            self._alike(left, left_type, right, right_type)

    def _contained(self, one: tuple[ast.expr, Type], two: tuple[ast.expr, Type]) -> None:
        (left, left_type), (right, right_type) = one, two
        if isinstance(right, ast.Tuple | ast.List):
            for element in right.elts:
                self._alike(left, left_type, element, self.infer_quietly(element))
        elif right_type.kind == "claims" and left_type.kind in ("claim", "claim?"):
            return
        elif right_type.kind != "str" or left_type.kind != "str":
            mend = "write the possible values in brackets: `in ('kept', 'refused')`"
            self.report("RS024", right, f"nothing can be in {_said(right_type)}", mend)

    def infer_quietly(self, node: ast.expr) -> Type:
        """The type of something whose faults are already reported."""
        return _Inference(self.world, self.scope, lambda *_: None).infer(node)

    def _alike(self, left: ast.expr, left_type: Type, right: ast.expr, right_type: Type) -> None:
        kinds = {left_type.kind, right_type.kind}
        if "unknown" in kinds or ("none" in kinds and kinds & {"claim?", "claim", "str"}):
            return
        if kinds <= _NUMBERS or kinds <= {"claim", "claim?"}:
            return
        if kinds != {"str"}:
            what = f"{_said(left_type)} is never equal to {_said(right_type)}"
            self.report("RS024", right, what)
            return
        for node, found, against in ((right, right_type, left_type), (left, left_type, right_type)):
            if (
                isinstance(node, ast.Constant)
                and against.values is not None
                and str(node.value) not in against.values
            ):
                self._never(node, str(node.value), against.values)
                _ = found

    def _never(self, node: ast.expr, value: str, values: frozenset[str]) -> None:
        words = sorted(word for word in values if word)
        mend = suggestion(value, values, f"it can be: {', '.join(words)}")
        self.report("RS023", node, f"it is never `{value[:60]}`", mend)

    def _call(self, node: ast.Call) -> Type:
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        result = Type(_RETURNS[name])
        arguments = len(node.args) + len(node.keywords)
        if name in ("claims", "claim", "has", "count", "former"):
            self._filters(node, name)
        elif name == "new":
            if arguments:
                self.report("RS025", node, "`new()` takes nothing", "write `new()`")
        elif name == "listing":
            self._listing(node)
        elif len(node.args) != 1 or node.keywords:
            self.report("RS025", node, f"`{name}()` takes one thing, and here are {arguments}")
        elif name in ("cap", "lower"):
            found = self.infer(node.args[0])
            if found.kind not in ("str", "unknown"):
                self.report("RS025", node.args[0], f"`{name}()` takes text, and this is {_said(found)}")
        else:
            self._id(node.args[0], name)
        return result

    def _listing(self, node: ast.Call) -> None:
        if len(node.args) != 2 or node.keywords:
            self.report(
                "RS025", node, "`listing()` takes claims and a form", "listing(claims('have'), 'noun')"
            )
            return
        found = self.infer(node.args[0])
        if found.kind not in ("claims", "unknown"):
            self.report("RS025", node.args[0], f"`listing()` takes claims, and this is {_said(found)}")
        self._one_of(node.args[1], FORMS | {"words", "sentence", "object"}, "form")

    def _id(self, node: ast.expr, function: str) -> None:
        known, what = {
            "visits": (self.world.scenes, "scene"),
            "chosen": (self.world.choices, "choice"),
        }.get(function, (self.world.pages, "page"))
        self._one_of(node, known, what)

    def _one_of(self, node: ast.expr, known: Iterable[str], what: str) -> None:
        code = {"scene": "RS031", "page": "RS032", "choice": "RS037", "chapter": "RS036"}.get(what, "RS025")
        if not (isinstance(node, ast.Constant) and isinstance(node.value, str)):
            self.report("RS025", node, f"here must stand a {what}'s id in quotation marks")
            return
        value = node.value
        if value in known or value in self.world.elsewhere or value.split(".")[0] in self.world.elsewhere:
            return
        mend = suggestion(
            value, frozenset(known), "write it as `scene-id.choice-id`" if what == "choice" else ""
        )
        self.report(code, node, f"there is no {what} `{value[:80]}`", mend)

    def _filters(self, node: ast.Call, name: str) -> None:
        if len(node.args) > 2:
            mend = "name the others: `subject=`, `holds=`, `degree=`"
            self.report(
                "RS025", node.args[2], f"`{name}()` takes an aspect and a value before its keywords", mend
            )
            return
        given: dict[str, ast.expr] = dict(zip(("aspect", "value"), node.args, strict=False))
        for word in node.keywords:
            key = word.arg or ""
            if key not in _FILTERS:
                mend = suggestion(key, frozenset(_FILTERS), f"there are: {', '.join(_FILTERS)}")
                self.report("RS025", word, f"`{name}()` has no `{key[:40]}=`", mend)
            elif key in given:
                self.report("RS025", word, f"`{key}` is given twice")
            else:
                given[key] = word.value
        for key, value in given.items():
            self._filter(key, value, given)

    def _filter(self, key: str, node: ast.expr, given: Mapping[str, ast.expr]) -> None:
        if isinstance(node, ast.Tuple | ast.List):
            for element in node.elts:
                self._filter(key, element, given)
            return
        if not isinstance(node, ast.Constant):
            self.infer(node)
            return
        if node.value is None:
            return
        if key == "holds":
            if not isinstance(node.value, bool):
                self.report("RS025", node, "`holds` is True, False or None")
            return
        allowed = self._allowed(key, given)
        if not isinstance(node.value, str):
            self.report("RS025", node, f"`{key}` is a word in quotation marks")
        elif allowed is not None and node.value not in allowed and node.value not in self.world.elsewhere:
            code = {"page": "RS032", "chapter": "RS036", "value": "RS023"}.get(key, "RS028")
            mend = suggestion(
                node.value, frozenset(allowed), f"there are: {', '.join(sorted(allowed))}"[:300]
            )
            self.report(code, node, f"there is no {key} `{node.value[:60]}`", mend)

    def _allowed(self, key: str, given: Mapping[str, ast.expr]) -> Iterable[str] | None:
        if key == "value":
            aspect = given.get("aspect")
            if isinstance(aspect, ast.Constant) and aspect.value != "speech":
                return CLOSED_VALUES.get(str(aspect.value))
            return None
        return {
            "aspect": ASPECTS | set(GROUPS), "subject": SUBJECTS | self.world.people | {"any"},
            "degree": DEGREES, "time": TIMES, "page": self.world.pages, "chapter": self.world.chapters,
        }.get(key)  # fmt: skip


def _constant(value: object) -> Type:
    if value is None:
        return Type("none")
    return Type("bool" if isinstance(value, bool) else "int" if isinstance(value, int) else "str")


def _joined(kinds: Iterable[Type]) -> Type:
    found = set(kinds)
    if len(found) == 1:
        return found.pop()
    names = {one.kind for one in found}
    return Type(names.pop()) if len(names) == 1 else Type("bool") if names <= _NUMBERS else Type("unknown")


def _said(found: Type) -> str:
    return {
        "int": "a number", "bool": "true or false", "str": "text", "claim": "a claim", "claim?": "a claim",
        "claims": "a list of claims", "none": "None", "ruby": "ruby herself", "tuple": "a list",
    }.get(found.kind, found.kind)  # fmt: skip
