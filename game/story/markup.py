"""The markup in braces: text that differs by what has happened, by ink's conventions.

``{condition: yes|no}``, ``{a|b}`` (sequence), ``{&a|b}`` (cycle), ``{!a|b}`` (once), ``{~a|b}`` (shuffle)
and ``{expression}``. The player's own words are values here, and never markup.
"""

from __future__ import annotations

import itertools
import re
import typing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from game.story.expressions import Expression
from game.story.syntax import ExpressionError, parse_expression

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH: Final = 12
MAX_COLONS: Final = 8
"""How many colons in one brace are tried as the end of a condition."""

AlternativesKind = typing.Literal["sequence", "cycle", "once", "shuffle"]
_KINDS: Final[dict[str, AlternativesKind]] = {"&": "cycle", "!": "once", "~": "shuffle"}
_SPECIAL: Final = re.compile(r"\\[{}|:]|[{}|]")
_LIKE_CODE: Final = re.compile(r"[<>=_]|\w\(|\b(and|or|not)\s*$|^\s*(not\b|\w+\.\w)")
"""What prose before a colon hardly ever has in it, and conditions do."""


class MarkupError(ValueError):
    """Markup that cannot be read. `offset` is where, in characters from the start of the text.

    `code` tells braces that cannot be read (RS020) from an expression in them that cannot (RS021).
    """

    def __init__(self, message: str, offset: int, mend: str = "", code: str = "RS020") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.offset = offset
        self.mend = mend


@dataclass(frozen=True, slots=True)
class Literal:
    """Words to show as they are."""

    text: str


@dataclass(frozen=True, slots=True)
class Show:
    """The value of an expression, shown."""

    expression: Expression


@dataclass(frozen=True, slots=True)
class Conditional:
    """One text if a condition is so, another if not."""

    expression: Expression
    yes: Template
    no: Template


@dataclass(frozen=True, slots=True)
class Alternatives:
    """Texts that take turns. `key` stays the same while the text around it does."""

    kind: AlternativesKind
    key: str
    options: tuple[Template, ...]


Node = Literal | Show | Conditional | Alternatives


@dataclass(frozen=True, slots=True)
class Template:
    """A text within a text: what stands between two bars."""

    parts: tuple[Node, ...] = ()


class Text:
    """A text with markup, parsed at first use. `key` says whose it is, for its alternatives' keys."""

    __slots__ = ("_parts", "key", "source")

    def __init__(self, source: str, key: str = "") -> None:
        self.source = source
        self.key = key
        self._parts: tuple[Node, ...] | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Text) and (self.source, self.key) == (other.source, other.key)

    def __hash__(self) -> int:
        return hash((self.source, self.key))

    def __repr__(self) -> str:
        return f"Text({self.source[:40]!r}, {self.key!r})"

    @property
    def parts(self) -> tuple[Node, ...]:
        """Its parts, in order. Raises MarkupError for a text that no loader has checked."""
        if self._parts is None:
            self._parts = parse_markup(self.source, self.key)
        return self._parts

    def slots(self) -> Iterator[Slot]:
        """Every expression in it."""
        return _slots(self.parts, False)


@dataclass(frozen=True, slots=True)
class Slot:
    """An expression in a text: whether its value is shown, and whether a condition stands before it."""

    expression: Expression
    shown: bool
    guarded: bool


def _slots(parts: tuple[Node, ...], guarded: bool) -> Iterator[Slot]:
    for part in parts:
        match part:
            case Show(expression):
                yield Slot(expression, True, guarded)
            case Conditional(expression, yes, no):
                yield Slot(expression, False, guarded)
                yield from _slots(yes.parts, True)
                yield from _slots(no.parts, True)
            case Alternatives(options=options):
                for option in options:
                    yield from _slots(option.parts, guarded)


def parse_markup(source: str, key: str = "") -> tuple[Node, ...]:
    """The parts of a text. Raises MarkupError."""
    if "{" not in source and "}" not in source and "\\" not in source:
        return (Literal(source),) if source else ()
    return _Parser(source, key).whole()


class _Parser:
    def __init__(self, source: str, key: str) -> None:
        self.source = source
        self.key = key
        self.alternatives = 0
        self.closing = self._match_braces()

    def _match_braces(self) -> dict[int, int]:
        """Where each opening brace is closed, in one pass over the text."""
        opened: list[int] = []
        closing: dict[int, int] = {}
        for found in _SPECIAL.finditer(self.source):
            at = found.start()
            if found[0] == "{":
                opened.append(at)
                if len(opened) > MAX_DEPTH:
                    raise MarkupError(f"braces nest deeper than {MAX_DEPTH} levels", at)
            elif found[0] == "}":
                if not opened:
                    raise MarkupError("this } closes nothing", at, "write \\} for the character itself")
                closing[opened.pop()] = at
        if opened:
            raise MarkupError(
                "this { is never closed", opened[-1], "close it, or write \\{ for the character itself"
            )
        return closing

    def whole(self) -> tuple[Node, ...]:
        return self._template(0, len(self.source)).parts

    def _template(self, start: int, end: int) -> Template:
        """What stands between two offsets, bars included."""
        parts: list[Node] = []
        words: list[str] = []
        at = start
        while found := _SPECIAL.search(self.source, at, end):
            words.append(self.source[at : found.start()])
            if found[0] == "{":
                if text := "".join(words):
                    parts.append(Literal(text))
                words = []
                close = self.closing[found.start()]
                parts.append(self._braced(found.start() + 1, close))
                at = close + 1
            else:
                words.append(found[0][-1])
                at = found.end()
        words.append(self.source[at:end])
        if text := "".join(words):
            parts.append(Literal(text))
        return Template(tuple(parts))

    def _braced(self, start: int, end: int) -> Node:
        if not self.source[start:end].strip():
            raise MarkupError(
                "there is nothing in these braces", start - 1, "write \\{\\} for the characters themselves"
            )
        if kind := _KINDS.get(self.source[start]):
            return self._alternatives(kind, start + 1, end)
        colon = self._condition_end(start, end)
        if colon is not None:
            return self._conditional(start, colon, end)
        bars = self._bars(start, end)
        if bars:
            self._refuse_broken_condition(start, bars[0])
            return self._alternatives("sequence", start, end)
        return Show(self._expression(start, end))

    def _expression(self, start: int, end: int) -> Expression:
        source = self.source[start:end]
        try:
            parse_expression(source)
        except ExpressionError as error:
            raise MarkupError(error.message, start + error.offset, error.mend, "RS021") from None
        lead = len(source) - len(source.lstrip())
        return Expression(source.strip(), start + lead)

    def _top_level(self, start: int, end: int, wanted: str) -> Iterator[int]:
        """Offsets of a character outside any inner braces."""
        at = start
        while at < end:
            char = self.source[at]
            if char == "\\" and self.source[at + 1 : at + 2] in ("{", "}", "|", ":"):
                at += 2
                continue
            if char == "{":
                at = self.closing[at]
            elif char == wanted:
                yield at
            at += 1

    def _bars(self, start: int, end: int) -> list[int]:
        return list(self._top_level(start, end, "|"))

    def _condition_end(self, start: int, end: int) -> int | None:
        """The first colon with an expression before it: a condition, since prose before a colon is none."""
        for tried, colon in enumerate(self._top_level(start, end, ":")):
            if tried >= MAX_COLONS or colon - start > 2_000:
                return None
            try:
                parse_expression(self.source[start:colon])
            except ExpressionError:
                continue
            return colon
        return None

    def _refuse_broken_condition(self, start: int, bar: int) -> None:
        """Take `{closeness > : a|b}` for the slip it is, and not for two texts in turn."""
        colon = next(self._top_level(start, bar, ":"), None)
        if colon is None or not _LIKE_CODE.search(self.source[start:colon]):
            return
        try:
            parse_expression(self.source[start:colon])
        except ExpressionError as error:
            raise MarkupError(
                f"this looks like a condition, but {error.message}",
                start + error.offset,
                error.mend or "mend the condition, or write \\: if it is prose",
                "RS021",
            ) from None

    def _conditional(self, start: int, colon: int, end: int) -> Node:
        expression = self._expression(start, colon)
        bars = self._bars(colon + 1, end)
        if len(bars) > 1:
            raise MarkupError(
                "a condition has one text for yes and one for no, and here is another bar",
                bars[1],
                "write \\| for the character itself",
            )
        begin = colon + 1
        while begin < end and self.source[begin] in " \t":
            begin += 1
        if not bars:
            return Conditional(expression, self._template(begin, end), Template())
        return Conditional(
            expression, self._template(min(begin, bars[0]), bars[0]), self._template(bars[0] + 1, end)
        )

    def _alternatives(self, kind: AlternativesKind, start: int, end: int) -> Node:
        key = f"{self.key}#{self.alternatives}"
        self.alternatives += 1
        edges = [start - 1, *self._bars(start, end), end]
        options = tuple(self._template(left + 1, right) for left, right in itertools.pairwise(edges))
        return Alternatives(kind, key, options)
