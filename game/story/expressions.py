"""Conditions, values and effects.

What the names in them mean is the business of whoever plays the story.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from typing import Final

from game.story.syntax import ExpressionError, parse_expression

_EFFECT: Final = re.compile(r"\s*([A-Za-z_][A-Za-z_0-9]*)\s*(\+=|-=|=(?!=))\s*(?=\S)")


class EvaluationError(ValueError):
    """An expression that met a value it can do nothing with; names the expression."""


class Expression:
    """One expression. Compares by its source; `position` is its offset in the text that it stands in."""

    __slots__ = ("_terms", "position", "source")

    def __init__(self, source: str, position: int = 0) -> None:
        self.source = source
        self.position = position
        self._terms = 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Expression) and self.source == other.source

    def __hash__(self) -> int:
        return hash(self.source)

    def __repr__(self) -> str:
        return f"Expression({self.source!r})"

    @property
    def terms(self) -> int:
        """How many conditions it joins by `and`, which is how particular it is."""
        if not self._terms:
            self._terms = _and_terms(parse_expression(self.source).body)
        return self._terms


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


def parse_effects(text: str, *, checked: bool = False) -> tuple[Effect, ...]:
    """The effects of a `do:`, one a line or parted by semicolons. Raises ExpressionError.

    In a text that was `checked` before, the expressions are not parsed until they are needed.
    """
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
        if not checked:
            _try_expression(source, start + found.end())
        effects.append(Effect(found[1], found[2], Expression(source, start + found.end()), offset))
    return tuple(effects)


def _try_expression(source: str, start: int) -> None:
    try:
        parse_expression(source)
    except ExpressionError as error:
        raise ExpressionError(error.message, start + error.offset, error.mend) from None


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
