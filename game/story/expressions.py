"""Conditions, values and effects: a small safe part of Python's expressions.

An expression is parsed by `ast`, held against a list of permitted nodes, and compiled to a code object at
its first use. What its names mean is the business of whoever evaluates it.
"""

from __future__ import annotations

import ast
import re
import warnings
from dataclasses import dataclass
from types import CodeType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_LENGTH: Final = 2_000
MAX_DEPTH: Final = 30
MAX_NUMBER: Final = 1_000_000

FUNCTIONS: Final = frozenset(
    [
        "claims",
        "claim",
        "has",
        "count",
        "former",
        "new",
        "typed",
        "words",
        "backwards",
        "visits",
        "chosen",
        "cap",
        "lower",
        "listing",
    ]
)
FORMS: Final = frozenset(
    [
        "third",
        "base",
        "ing",
        "past",
        "perfect",
        "negated",
        "question",
        "first",
        "second",
        "other",
        "mine",
        "noun",
    ]
)
"""The ways in which a claim can be said again."""
CLAIM_ATTRIBUTES: Final = FORMS | frozenset(
    ["plural", "words", "sentence", "object", "value", "aspect", "degree", "when", "holds", "page", "subject"]
)
FACETS: Final = frozenset(["mood", "will", "speech", "being", "mind", "bond"])
"""What can be asked of ``ruby``."""

_NODES: Final = (
    ast.Expression, ast.BoolOp, ast.And, ast.Or, ast.UnaryOp, ast.Not, ast.USub, ast.UAdd,
    ast.BinOp, ast.Add, ast.Sub, ast.Mult, ast.IfExp, ast.Name, ast.Load, ast.Constant, ast.Tuple, ast.List,
    ast.Compare, ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.In, ast.NotIn, ast.Is, ast.IsNot,
    ast.Call, ast.keyword, ast.Attribute,
)  # fmt: skip
_EFFECT: Final = re.compile(r"\s*([A-Za-z_][A-Za-z_0-9]*)\s*(\+=|-=|=(?!=))\s*(?=\S)")


class ExpressionError(ValueError):
    """An expression that may not be. `offset` is where, in characters from its start."""

    def __init__(self, message: str, offset: int = 0, mend: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset
        self.mend = mend


class EvaluationError(ValueError):
    """An expression that met a value it can do nothing with; names the expression."""


def parse_expression(source: str) -> ast.Expression:
    """The syntax tree of a permitted expression. Raises ExpressionError for any other text."""
    if len(source) > MAX_LENGTH:
        raise ExpressionError(
            f"this expression has {len(source):,} characters, and {MAX_LENGTH:,} are the most",
            mend="break it up, or keep a variable for part of it",
        )
    if "\\" in source:
        raise ExpressionError(
            "a backslash cannot stand in an expression",
            source.index("\\"),
            "put the string into the other kind of quotation marks",
        )
    # Line breaks may stand between any two words, as they do in a folded condition.
    flat = re.sub(r"[\r\n\t]", " ", source)
    stripped = flat.lstrip()
    if not stripped:
        raise ExpressionError("an expression is missing here")
    lead = len(flat) - len(stripped)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(stripped.rstrip(), mode="eval")
    except SyntaxError as error:
        raise _from_syntax(error, stripped, lead) from None
    except (RecursionError, MemoryError, ValueError):
        raise ExpressionError("this cannot be read as an expression", lead) from None
    _permit(tree, stripped, lead)
    return tree


def _from_syntax(error: SyntaxError, text: str, lead: int) -> ExpressionError:
    offset = min(max((error.offset or 1) - 1, 0), len(text))
    if re.search(r"(?<![=!<>+\-])=(?!=)", text) and "(" not in text:
        return ExpressionError(
            "`=` sets a value; to compare, write `==`", lead + text.index("="), "write `==`"
        )
    if re.search(r"&&|\|\||(?<!\w)!(?!=)", text):
        return ExpressionError("this is not an expression", lead + offset, "write `and`, `or`, `not`")
    return ExpressionError(f"this is not an expression: {error.msg}", lead + offset)


def _permit(tree: ast.Expression, text: str, lead: int) -> None:
    stack: list[tuple[ast.AST, int]] = [(tree, 0)]
    while stack:
        node, depth = stack.pop()
        if depth > 2 * MAX_DEPTH:
            raise ExpressionError(f"this expression nests deeper than {MAX_DEPTH} levels", lead)
        offset = lead + _characters(text, getattr(node, "col_offset", 0))
        if not isinstance(node, _NODES):
            raise ExpressionError(
                f"{_named(node)} cannot stand in an expression", offset, "see *Expressions* in the guide"
            )
        _permit_detail(node, offset)
        stack.extend((child, depth + 1) for child in ast.iter_child_nodes(node))


def _characters(text: str, offset: int) -> int:
    """`ast` counts bytes; people count characters."""
    return offset if text.isascii() else len(text.encode()[:offset].decode(errors="ignore"))


def _permit_detail(node: ast.AST, offset: int) -> None:
    match node:
        case ast.Constant(value=value):
            if not (value is None or isinstance(value, bool | int | str)):
                raise ExpressionError(
                    f"{value!r} cannot stand in an expression", offset, "use a whole number or a quoted word"
                )
            if isinstance(value, int) and abs(value) > MAX_NUMBER:
                raise ExpressionError(f"numbers go up to {MAX_NUMBER:,}", offset)
        case ast.Call(func=ast.Name(id=name)) if name in FUNCTIONS:
            pass
        case ast.Call(func=ast.Name(id=name)):
            raise ExpressionError(f"there is no function `{name}`", offset, suggestion(name, FUNCTIONS))
        case ast.Call():
            raise ExpressionError("only the functions of the guide can be called", offset)
        case ast.keyword(arg=None):
            raise ExpressionError("`**` cannot stand in an expression", offset)
        case ast.Attribute(attr=attr) if attr not in CLAIM_ATTRIBUTES and attr not in FACETS:
            raise ExpressionError(
                f"there is no `.{attr}`",
                offset,
                suggestion(attr, CLAIM_ATTRIBUTES | FACETS, "see the table of forms"),
            )
        case ast.Name(id=name) if name.startswith("__"):
            raise ExpressionError(f"`{name}` cannot stand in an expression", offset)
        case ast.BinOp(op=ast.Mult(), left=left, right=right):
            if any(isinstance(side, ast.Constant) and isinstance(side.value, str) for side in (left, right)):
                raise ExpressionError("only numbers can be multiplied", offset)
            if any(isinstance(side, ast.Tuple | ast.List) for side in (left, right)):
                raise ExpressionError("only numbers can be multiplied", offset)
        case ast.Compare(left=left, ops=ops, comparators=others) if any(
            isinstance(op, ast.Is | ast.IsNot) for op in ops
        ):
            if isinstance(left, ast.Constant) or not all(
                isinstance(other, ast.Constant) and other.value is None for other in others
            ):
                raise ExpressionError("`is` asks only for None", offset, "write `==`")


def _named(node: ast.AST) -> str:
    names = {
        "Lambda": "a function",
        "Subscript": "`[...]`",
        "JoinedStr": "an f-string",
        "Pow": "`**`",
        "Div": "division",
        "FloorDiv": "division",
        "Mod": "`%`",
        "BitOr": "`|`",
        "BitAnd": "`&`",
        "NamedExpr": "`:=`",
        "Starred": "`*`",
        "Dict": "a `{...}`",
        "Set": "a `{...}`",
    }
    kind = type(node).__name__
    return names.get(kind, f"{kind} (in Python's terms)")


def suggestion(word: str, among: frozenset[str] | list[str] | set[str], otherwise: str = "") -> str:
    """*Did you mean* the nearest of these, or else something else to say."""
    from difflib import get_close_matches  # noqa: PLC0415  (only ever needed for a mistake)

    near = get_close_matches(word[:80], sorted(among), n=1, cutoff=0.6)
    return f"did you mean `{near[0]}`?" if near else otherwise


class Expression:
    """One expression. Compares by its source; `position` is its offset in the text that it stands in."""

    __slots__ = ("_code", "_terms", "position", "source")

    def __init__(self, source: str, position: int = 0) -> None:
        self.source = source
        self.position = position
        self._code: CodeType | None = None
        self._terms = 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Expression) and self.source == other.source

    def __hash__(self) -> int:
        return hash(self.source)

    def __repr__(self) -> str:
        return f"Expression({self.source!r})"

    @property
    def terms(self) -> int:
        """How many conditions it joins by `and`: what makes one eligible thing more particular than another."""
        if not self._terms:
            self._terms = _and_terms(parse_expression(self.source).body)
        return self._terms

    def evaluate(self, env: Mapping[str, object]) -> object:
        """Its value, with names looked up in `env`. Raises EvaluationError if there is none."""
        if self._code is None:
            self._code = compile(parse_expression(self.source), "<story>", "eval")
        try:
            return eval(self._code, {"__builtins__": {}}, env)
        except EvaluationError:
            raise
        except Exception as error:
            raise EvaluationError(f"`{self.source}` has no value: {error}") from error


def _and_terms(node: ast.expr) -> int:
    if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And):
        return sum(_and_terms(value) for value in node.values)
    return 1


@dataclass(frozen=True, slots=True)
class Effect:
    """A change of one variable: set (``=``), raised (``+=``) or lowered (``-=``) by an expression's value."""

    variable: str
    op: str
    expression: Expression
    position: int = 0


def parse_effects(text: str) -> tuple[Effect, ...]:
    """The effects of a `do:`, one a line or parted by semicolons. Raises ExpressionError."""
    effects = []
    for start, part in _parts(text):
        if not part.strip():
            continue
        found = _EFFECT.match(part)
        offset = start + len(part) - len(part.lstrip())
        if not found:
            raise ExpressionError(
                f"`{part.strip()[:60]}` is not an effect",
                offset,
                "write `name = value`, `name += 1` or `name -= 1`",
            )
        source = part[found.end() :].rstrip()
        try:
            parse_expression(source)
        except ExpressionError as error:
            raise ExpressionError(error.message, start + found.end() + error.offset, error.mend) from None
        effects.append(Effect(found[1], found[2], Expression(source, start + found.end()), offset))
    return tuple(effects)


def _parts(text: str) -> list[tuple[int, str]]:
    """Split at line breaks and semicolons that are not inside quotation marks or brackets."""
    parts, start, quote, depth = [], 0, "", 0
    for index, char in enumerate(text):
        if quote:
            quote = "" if char in (quote, "\n") else quote
        elif char in "'\"":
            quote = char
        elif char in "([":
            depth += 1
        elif char in ")]":
            depth -= 1
        if char in ";\n" and not quote and depth <= 0:
            parts.append((start, text[start:index]))
            start, depth = index + 1, 0
    parts.append((start, text[start:]))
    return parts
