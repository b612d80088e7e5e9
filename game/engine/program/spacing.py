"""What is known beforehand of a text's white space, so that it need not be looked for each time.

A piece of a text can come out in several ways; of each is known what it begins and ends with. Where two
blanks may meet, or a text may be empty or begin or end with one, it is looked at when it is told; where a
line break may meet white space, or an expression's value be anything, it is put in order as a whole.
"""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING, Final, Literal

from game.story import markup

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.story.expressions import Expression
    from game.story.markup import Node

Spacing = Literal["tidy", "blanks", "any"]
Edge = Literal["word", "blank", "line", "break"]
Way = tuple[Edge, Edge] | None
"""What one way of coming out begins and ends with; None for nothing at all."""
_BREAK: Final = re.compile(r"\n[ \t]*\n\s*")
_SPACE: Final = re.compile(r"\s+")


class _Any(Exception):
    """Nothing is known."""


def spacing_of(parts: Sequence[Node], is_whole: Callable[[Expression], bool]) -> Spacing:
    """What may have to be done to the text. `is_whole`: whether an expression can only be a whole number."""
    looking = _Looking(is_whole)
    try:
        ways = looking.parts(parts)
    except _Any:
        return "any"
    edges = {edge for way in ways if way is not None for edge in way}
    if edges & {"line", "break"}:
        return "any"
    return "blanks" if looking.blanks or "blank" in edges or None in ways else "tidy"


def in_order(text: str) -> str:
    """A literal with the white space inside it in order, and one blank at most at either end."""
    told = [_SPACE.sub(" ", piece) for piece in _BREAK.split(text)]
    first, last = told[0], told[-1]
    if len(told) == 1:
        return first
    return "\n\n".join(
        (first.removesuffix(" "), *(one.strip(" ") for one in told[1:-1]), last.removeprefix(" "))
    )


def in_order_among(parts: Sequence[Node], number: int) -> str:
    """A literal among parts, in order as far as that can be said beforehand.

    A line's end is a blank where something is sure to follow it; elsewhere it may belong to a paragraph's.
    """
    literal = parts[number]
    text = literal.text if isinstance(literal, markup.Literal) else ""
    inside = text.strip()
    if not inside:
        return text
    before = text[: len(text) - len(text.lstrip())]
    after = text[len(text.rstrip()) :]
    return "".join(
        (
            _end(before, number > 0 and _is_sure(parts[number - 1], -1)),
            in_order(inside),
            _end(after, number + 1 < len(parts) and _is_sure(parts[number + 1], 0)),
        )
    )


def _end(space: str, is_beside_words: bool) -> str:
    if "\n" not in space:
        return " " if space else ""
    return " " if is_beside_words and not _BREAK.search(space) else space


def _is_sure(part: Node, at: Literal[0, -1]) -> bool:
    """Whether the part begins (0) or ends (-1) with a word, however it comes out. A slot is filled."""
    try:
        ways = _Looking(lambda _: True).parts((part,))
    except _Any:
        return False
    return all(way is not None and way[at] == "word" for way in ways)


class _Looking:
    def __init__(self, is_whole: Callable[[Expression], bool]) -> None:
        self._is_whole = is_whole
        self.blanks = False
        """Whether two blanks may come to stand side by side."""

    def parts(self, parts: Sequence[Node]) -> set[Way]:
        """All the ways in which parts come out, one after another."""
        ways: set[Way] = {None}
        for part in parts:
            ways = {self._joined(before, after) for before, after in product(ways, self._part(part))}
        return ways

    def _part(self, part: Node) -> set[Way]:
        match part:
            case markup.Literal(text=text):
                return {(_edge(text, 0), _edge(text, -1))} if text else {None}
            case markup.Show(expression=expression):
                if not self._is_whole(expression):
                    raise _Any
                return {("word", "word")}
            case markup.Conditional(yes=yes, no=no):
                return self.parts(yes.parts) | self.parts(no.parts)
            case markup.Alternatives(kind=kind, options=options):
                ways = set().union(*(self.parts(option.parts) for option in options))
                return ways | {None} if kind == "once" else ways

    def _joined(self, before: Way, after: Way) -> Way:
        if before is None or after is None:
            return before or after
        meeting = {before[1], after[0]}
        if "word" not in meeting:
            if meeting != {"blank"}:
                raise _Any
            self.blanks = True
        return before[0], after[1]


def _edge(text: str, at: Literal[0, -1]) -> Edge:
    """What the text begins (0) or ends (-1) with."""
    if not text[at].isspace():
        return "word"
    space = text[: len(text) - len(text.lstrip())] if at == 0 else text[len(text.rstrip()) :]
    return "break" if _BREAK.search(space) else "line" if "\n" in space else "blank"
