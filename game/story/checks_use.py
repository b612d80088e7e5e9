"""What is of no use: variables nobody asks for or sets, conditions that cannot differ, text said twice."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from game.story.syntax import ExpressionError, parse_expression

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.story.draft import Definition, Draft
    from game.story.source import Path

Spot = tuple["Definition", "Path", int]
"""A definition, a path in it, and an offset in the text there."""
_LONG: Final = 12
"""Words that a paragraph must have for its coming again to be no chance."""
_BLANK: Final = re.compile(r"\n[ \t]*\n")


@dataclass
class Use:
    """What the texts, conditions and effects of a story name, as they are read one after another."""

    read: set[str] = field(default_factory=set)
    set_: set[str] = field(default_factory=set)
    conditions: list[tuple[Spot, str]] = field(default_factory=list)
    paragraphs: dict[str, Spot] = field(default_factory=dict)
    twice: list[tuple[Spot, Spot]] = field(default_factory=list)

    def reads(self, source: str) -> None:
        """Note the names in an expression."""
        self.read |= _names_in(source)

    def says(self, spot: Spot, text: str) -> None:
        """Note the paragraphs of a text."""
        for paragraph in _BLANK.split(text):
            words = paragraph.split()
            if len(words) < _LONG:
                continue
            place = (spot[0], spot[1], text.find(paragraph.strip()[:40]))
            first = self.paragraphs.setdefault(" ".join(words), place)
            if first is not place:
                self.twice.append((place, first))


@lru_cache(maxsize=4096)
def _names_in(source: str) -> frozenset[str]:
    try:
        tree = parse_expression(source)
    except ExpressionError:
        return frozenset()
    return frozenset(node.id for node in ast.walk(tree) if isinstance(node, ast.Name))


def check_use(draft: Draft, use: Use) -> None:
    """Report what is of no use. Nothing, where files are missing that may be what uses it."""
    if draft.incomplete:
        return
    variables = draft.all("variables")
    for one in variables:
        if one.id not in use.read:
            one.warn("RS050", f"nothing asks for `{one.id}`", "ask for it somewhere, or take it out")
        elif one.id not in use.set_ and not one.data.get("is"):
            one.warn("RS051", f"nothing sets `{one.id}`, so it stays as it starts", "set it, or take it out")
    ranges = {one.id: one.data for one in variables}
    for (definition, path, offset), source in use.conditions:
        outcome = always(source, ranges)
        if outcome is not None:
            message = f"this is {'always' if outcome else 'never'} so"
            place = definition.source.place_in_text((*definition.path, *path), offset)
            definition.source.report(
                "RS052", place, message, "look at the limits of the variables in it", "warning"
            )
    for (definition, path, offset), (first, first_path, _) in use.twice:
        line, column = first.source.place((*first.path, *first_path))
        place = definition.source.place_in_text((*definition.path, *path), max(offset, 0))
        message = f"this paragraph stands at {first.source.path}:{line}:{column} as well"
        definition.source.report("RS053", place, message, "write one of them anew", "warning")


def always(source: str, variables: Mapping[str, Mapping[str, Any]]) -> bool | None:
    """True or False if the condition always comes to that, by the limits of whole numbers; else None."""
    try:
        return _truth(parse_expression(source).body, variables)
    except ExpressionError:
        return None


def _truth(node: ast.expr, variables: Mapping[str, Mapping[str, Any]]) -> bool | None:
    match node:
        case ast.BoolOp(op=op, values=values):
            found = [_truth(value, variables) for value in values]
            decisive = isinstance(op, ast.Or)
            if decisive in found:
                return decisive
            return None if None in found else not decisive
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            found_one = _truth(operand, variables)
            return None if found_one is None else not found_one
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            return _compared(_range(left, variables), op, _range(right, variables))
    return None


def _range(node: ast.expr, variables: Mapping[str, Mapping[str, Any]]) -> tuple[int, int] | None:
    match node:
        case ast.Constant(value=bool()):
            return None
        case ast.Constant(value=int(value)):
            return value, value
        case ast.Name(id=name) if variables.get(name, {}).get("type") == "int":
            return variables[name].get("min", 0), variables[name].get("max", 10)
        case ast.Call(func=ast.Name(id="visits" | "chosen" | "count")):
            return 0, 1_000_000_000
    return None


def _compared(left: tuple[int, int] | None, op: ast.cmpop, right: tuple[int, int] | None) -> bool | None:
    """Whether a comparison comes out the same wherever in these ranges the two sides are."""
    if left is None or right is None or (left[0] == left[1] and right[0] == right[1]):
        return None
    match op:
        case ast.Gt() | ast.GtE():
            return _compared(right, ast.Lt() if isinstance(op, ast.Gt) else ast.LtE(), left)
        case ast.Lt():
            return True if left[1] < right[0] else False if left[0] >= right[1] else None
        case ast.LtE():
            return True if left[1] <= right[0] else False if left[0] > right[1] else None
        case ast.Eq() | ast.NotEq():
            apart = left[1] < right[0] or right[1] < left[0]
            return isinstance(op, ast.NotEq) if apart else None
    return None
