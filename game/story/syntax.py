"""The syntax of expressions: a small part of Python's own, parsed by `ast` and held against a list."""

from __future__ import annotations

import ast
import re
import warnings
from functools import lru_cache
from typing import Final

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
        "resisted",
        "new",
        "typed",
        "words",
        "backwards",
        "visits",
        "chosen",
        "cap",
        "lower",
        "listing",
        "during",
        "can_deal",
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
        "told",
        "mine",
        "noun",
    ]
)
"""The ways in which a claim can be said again."""
CLAIM_ATTRIBUTES: Final = FORMS | frozenset(
    {
        "plural", "words", "sentence", "subject", "object", "who", "whom",
        "value", "aspect", "degree", "time", "when", "holds", "page", "met", "resisted",
    }
)  # fmt: skip
"""All that can be asked of a claim."""
FACETS: Final = frozenset(["mood", "will", "speech", "being", "mind", "bond"])
"""What can be asked of ``ruby``."""

_NODES: Final = (
    ast.Expression, ast.BoolOp, ast.And, ast.Or, ast.UnaryOp, ast.Not, ast.USub, ast.UAdd,
    ast.BinOp, ast.Add, ast.Sub, ast.Mult, ast.IfExp, ast.Name, ast.Load, ast.Constant, ast.Tuple, ast.List,
    ast.Compare, ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.In, ast.NotIn, ast.Is, ast.IsNot,
    ast.Call, ast.keyword, ast.Attribute,
)  # fmt: skip


class ExpressionError(ValueError):
    """An expression that may not be. `offset` is where, in characters from its start."""

    def __init__(self, message: str, offset: int = 0, mend: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset
        self.mend = mend


@lru_cache(maxsize=4096)
def parse_expression(source: str) -> ast.Expression:
    """The syntax tree of a permitted expression. Raises ExpressionError for any other text.

    A story asks the same in many places, so a tree is kept, and whoever asks shares it: change nothing in it.
    """
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
    # Where the text ends too early, Python gives no offset, or one beyond the end.
    whole = len(text.rstrip())
    offset = min(max(error.offset - 1, 0), whole) if error.offset else whole
    if re.search(r"(?<![=!<>+\-])=(?!=)", text) and "(" not in text:
        return ExpressionError(
            "`=` sets a value; to compare, write `==`", lead + text.index("="), "write `==`"
        )
    if re.search(r"&&|\|\||(?<!\w)!(?!=)", text):
        return ExpressionError("this is not an expression", lead + offset, "write `and`, `or`, `not`")
    if offset == whole:
        mend = "write what is to stand here, or take out what comes before"
        return ExpressionError("this is not an expression: it ends too early", lead + offset, mend)
    return ExpressionError(f"this is not an expression: {error.msg}", lead + offset)


def _permit(tree: ast.Expression, text: str, lead: int) -> None:
    stack: list[tuple[ast.AST, int]] = [(tree, 0)]
    while stack:
        node, depth = stack.pop()
        if depth > 2 * MAX_DEPTH:
            raise ExpressionError(f"this expression nests deeper than {MAX_DEPTH} levels", lead)
        offset = _count_characters(node, text, lead)
        if not isinstance(node, _NODES):
            raise ExpressionError(
                f"{_named(node)} cannot stand in an expression", offset, "see *Expressions* in the guide"
            )
        _permit_detail(node, offset)
        stack.extend((child, depth + 1) for child in ast.iter_child_nodes(node))


def _count_characters(node: ast.AST, text: str, lead: int) -> int:
    """Let the node say where it stands in characters from the start of the source; `ast` counts bytes."""
    if not isinstance(node, ast.expr | ast.keyword):
        return lead
    node.col_offset = lead + _characters(text, node.col_offset)
    node.end_col_offset = lead + _characters(text, node.end_col_offset or 0)
    return node.col_offset


def _characters(text: str, offset: int) -> int:
    return offset if text.isascii() else len(text.encode()[:offset].decode(errors="ignore"))


def _permit_detail(node: ast.AST, offset: int) -> None:
    match node:
        case ast.Constant(value=value):
            _permit_constant(value, offset)
        case ast.Call(func=func):
            _permit_call(func, offset)
        case ast.keyword(arg=None):
            raise ExpressionError("`**` cannot stand in an expression", offset)
        case ast.Attribute(attr=attr) if attr not in CLAIM_ATTRIBUTES | FACETS:
            mend = suggestion(attr, CLAIM_ATTRIBUTES | FACETS, "see the table of forms")
            raise ExpressionError(f"there is no `.{attr[:60]}`", offset, mend)
        case ast.Name(id=name) if name.startswith("__"):
            raise ExpressionError(f"`{name[:60]}` cannot stand in an expression", offset)
        case ast.BinOp(op=ast.Mult(), left=left, right=right):
            if any(_is_long(side) for side in (left, right)):
                raise ExpressionError("only numbers can be multiplied", offset)
        case ast.Compare(left=left, ops=ops, comparators=others):
            if any(isinstance(op, ast.Is | ast.IsNot) for op in ops) and (
                isinstance(left, ast.Constant) or not all(_is_none(other) for other in others)
            ):
                raise ExpressionError("`is` asks only for None", offset, "write `==`")


def _permit_constant(value: object, offset: int) -> None:
    if not (value is None or isinstance(value, bool | int | str)):
        mend = "use a whole number or a quoted word"
        raise ExpressionError(f"{str(value)[:60]} cannot stand in an expression", offset, mend)
    if isinstance(value, int) and abs(value) > MAX_NUMBER:
        raise ExpressionError(f"numbers go up to {MAX_NUMBER:,}", offset)


def _permit_call(func: ast.expr, offset: int) -> None:
    if not isinstance(func, ast.Name):
        raise ExpressionError("only the functions of the guide can be called", offset)
    if func.id not in FUNCTIONS:
        mend = suggestion(func.id, FUNCTIONS, f"there are: {', '.join(sorted(FUNCTIONS))}")
        raise ExpressionError(f"there is no function `{func.id[:60]}`", offset, mend)


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _is_long(node: ast.expr) -> bool:
    """Whether multiplying it would repeat it."""
    return isinstance(node, ast.Tuple | ast.List) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


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

    from difflib import get_close_matches  # noqa: PLC0415 (only a mistake needs it)

    near = get_close_matches(word[:80], sorted(among), n=1, cutoff=0.6)
    return f"did you mean `{near[0]}`?" if near else otherwise
