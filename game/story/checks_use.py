"""What is of no use: variables that nobody asks for or sets, and text said twice."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from game.story.syntax import ExpressionError, parse_expression

if TYPE_CHECKING:
    from game.story.draft import Definition, Draft
    from game.story.source import Path

Spot = tuple["Definition", "Path", int]
"""A definition, a path in it, and an offset in the text there."""
_LONG: Final = 12
"""Words that a paragraph must have for its coming again to be no chance."""
_NAME: Final = re.compile(r"[a-z_][a-z_0-9]*")
_BLANK: Final = re.compile(r"\n[ \t]*\n")


@dataclass
class Use:
    """What the texts and expressions of a story name and say, as they are read one after another."""

    read: set[str] = field(default_factory=set)
    set_: set[str] = field(default_factory=set)
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
        return frozenset(_NAME.findall(source))  # told already; what it meant to ask for counts as asked for
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
    for (definition, path, offset), (first, first_path, _) in use.twice:
        line, column = first.source.place((*first.path, *first_path))
        place = definition.source.place_in_text((*definition.path, *path), max(offset, 0))
        message = f"this paragraph stands at {first.source.path}:{line}:{column} as well"
        definition.source.report("RS053", place, message, "write one of them anew", "warning")
