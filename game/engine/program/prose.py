"""Texts and blocks as Python: what never changes is a constant, and tidy already.

In what is written here, `t` is the telling; `owner` and `kind` say whose passage it is and of what kind,
unless both are known.
"""

from __future__ import annotations

import typing
from typing import TYPE_CHECKING, Final

from game.engine.program.expressions import NOTHING_BOUND
from game.engine.program.spacing import in_order, in_order_among, spacing_of
from game.story.markup import Alternatives, Conditional, Literal, Show
from game.story.model import BeatsBlock, CostsBlock, IfBlock, TextBlock, WithBlock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.engine.program.expressions import Expressions, Local
    from game.engine.program.source import Source
    from game.story.expressions import Effect, Expression
    from game.story.markup import Node, Text
    from game.story.model import Block, Goto, Variable

OWNER_AND_KIND: Final = "owner, kind"


Order = typing.Literal["", "as far as known", "whole"]


class Prose:
    """Writes texts, blocks, effects and ways on into a source. With `watched`, who looks on is told."""

    def __init__(
        self,
        source: Source,
        expressions: Expressions,
        variables: Sequence[Variable],
        watched: bool,
        typed: bool,
    ) -> None:
        self.source = source
        self._expressions = expressions
        self._variables = variables
        self._watched = watched
        self._typed = typed
        """Whether what is of no known kind is typed, so that nothing of it is put in order."""
        self._order: Order = ""
        """How far the literals of the text that is being written are put in order beforehand."""

    def condition(self, condition: Expression, local: Local = NOTHING_BOUND) -> str:
        """A condition, to stand inside brackets."""
        written = self._expressions.write(self.source, condition, local)
        return f"looked({self.source.constant(condition)}, ({written}))" if self._watched else f"({written})"

    def value(self, expression: Expression, local: Local = NOTHING_BOUND) -> str:
        """What an expression comes to, in brackets."""
        return f"({self._expressions.write(self.source, expression, local)})"

    def text(self, text: Text, local: Local = NOTHING_BOUND) -> str:
        """An expression for the text as it reads now, not tidied."""
        return self._parts(text.parts, local)

    def constant(self, text: Text) -> str | None:
        """The text, if it is always the same."""
        if not text.parts:
            return ""
        part = text.parts[0]
        return part.text if len(text.parts) == 1 and isinstance(part, Literal) else None

    def line(self, text: Text) -> str:
        """An expression for a text that is one line, tidied."""
        always = self.constant(text)
        return repr(" ".join(always.split())) if always is not None else f"in_line({self.text(text)})"

    # Blocks.

    def blocks(self, depth: int, blocks: Sequence[Block], named: str, local: Local = NOTHING_BOUND) -> None:
        """Statements that tell the blocks. `named`: the owner and the kind, as they are to be written."""
        for block in blocks:
            self._block(depth, block, named, local)
        if not blocks:
            self.source.line(depth, "pass")

    def _block(self, depth: int, block: Block, named: str, local: Local) -> None:
        owner, _, kind = named.partition(", ")
        match block:
            case TextBlock(kind=own, template=template):
                self._say(depth, template, f"{owner}, {own!r}" if own else named, local)
            case IfBlock(condition=condition, then=then, otherwise=otherwise):
                self.source.line(depth, f"if {self.condition(condition, local)}:")
                self.blocks(depth + 1, then, named, local)
                if otherwise:
                    self.source.line(depth, "else:")
                    self.blocks(depth + 1, otherwise, named, local)
            case WithBlock():
                self._with(depth, block, named, local)
            case BeatsBlock(place=place, claims=claims, limit=limit):
                found = self.value(claims, local)
                self.source.line(depth, f"t.answer_claims({place!r}, {found}, {limit!r}, {kind})")
            case CostsBlock(place=place, limit=limit):
                self.source.line(depth, f"t.charge({place!r}, {limit!r}, {kind})")

    def _say(self, depth: int, text: Text, named: str, local: Local) -> None:
        kind = named.partition(", ")[2]
        parts = _stripped(text.parts)
        spacing = spacing_of(parts, self._expressions.is_whole)
        known = kind != "'typed'" and not (kind == "kind" and self._typed)
        self._order = ("as far as known" if spacing == "any" else "whole") if known else ""
        told = self._parts(parts if known else text.parts, local)
        self._order = ""
        if spacing == "any" or not known:
            self.source.line(depth, f"t.say({named}, {told})")
        elif told != "''":
            self.source.line(depth, f"t.{'put' if spacing == 'tidy' else 'space'}({named}, {told})")

    def _with(self, depth: int, block: WithBlock, named: str, local: Local) -> None:
        """Names for claims, and what is told if all of them are there."""
        inner = dict(local)
        all_there = self.source.local("there")
        self.source.line(depth, f"{all_there} = False")
        at = depth
        for name, expression in block.bindings:
            value = self.value(expression, inner)
            inner[name] = self.source.local("w")
            self.source.line(at, f"{inner[name]} = {value}")
            self.source.line(at, f"if {inner[name]} is not None:")
            at += 1
        self.source.line(at, f"{all_there} = True")
        self.source.line(depth, f"if {all_there}:")
        self.blocks(depth + 1, block.then, named, inner)
        if block.otherwise:
            self.source.line(depth, "else:")
            self.blocks(depth + 1, block.otherwise, named, local)

    # Texts.

    def _parts(self, parts: Sequence[Node], local: Local) -> str:
        if not parts:
            return "''"
        written = [
            repr(self._ordered(parts, number)) if isinstance(part, Literal) else self._part(part, local)
            for number, part in enumerate(parts)
        ]
        return written[0] if len(written) == 1 else f"join(({', '.join(written)}))"

    def _ordered(self, parts: Sequence[Node], number: int) -> str:
        part = parts[number]
        text = part.text if isinstance(part, Literal) else ""
        match self._order:
            case "whole":
                return in_order(text)
            case "as far as known":
                return in_order_among(parts, number)
        return text

    def _part(self, part: Show | Conditional | Alternatives, local: Local) -> str:
        match part:
            case Show(expression=expression):
                return self._show(expression, local)
            case Conditional(expression=expression, yes=yes, no=no):
                condition = self.condition(expression, local)
                return f"({self._parts(yes.parts, local)} if {condition} else {self._parts(no.parts, local)})"
            case Alternatives():
                return self._alternatives(part, local)

    def _show(self, expression: Expression, local: Local) -> str:
        written = self._expressions.write(self.source, expression, local, asking=False)
        if self._watched:
            return f"showed({self.source.constant(expression)}, ({written}))"
        return f"shown({written})"

    def _alternatives(self, part: Alternatives, local: Local) -> str:
        """One of several texts; none is the one after the last."""
        options = [self._parts(option.parts, local) for option in part.options]
        picked = f"t.{part.kind}({part.key!r}, {len(options)})"
        if self._watched:
            picked = f"picked({self.source.constant(part)}, {picked})"
        if part.kind == "once":
            options.append("''")
        if all(_is_literal(option.parts) for option in part.options):
            return f"({', '.join(options)},)[{picked}]"
        which = self.source.local("p")
        told = options[-1]
        for number in range(len(options) - 2, -1, -1):
            told = f"({options[number]} if {which} == {number} else {told})"
        return f"({which} := {picked}, {told})[1]"

    # Effects and ways on.

    def effects(self, depth: int, effects: Sequence[Effect]) -> None:
        """Statements that carry out effects, in order. Whole numbers stay within their variable's range."""
        for effect in effects:
            place = self._expressions.place(effect.variable)
            variable = self._variables[place]
            value = self.value(effect.expression)
            if variable.type == "bool":
                self.source.line(depth, f"v[{place}] = bool({value})")
            elif variable.type == "enum":
                among = self.source.constant(variable.values)
                self.source.line(depth, f"x = {value}")
                self.source.line(depth, f"if x in {among}: v[{place}] = str(x)")
            else:
                whole = value if self._expressions.is_whole(effect.expression) else f"whole({value})"
                before = {"=": "", "+=": f"v[{place}] + ", "-=": f"v[{place}] - "}[effect.op]
                least, most = variable.minimum, variable.maximum
                self.source.line(depth, f"x = {before}{whole}")
                self.source.line(
                    depth, f"v[{place}] = {least} if x < {least} else {most} if x > {most} else x"
                )

    def count(self, depth: int, key: str) -> None:
        """A statement that counts one more entry to a scene, or pick of a choice."""
        self.source.line(depth, f"t.visits = t.visits.set({key!r}, t.visits.get({key!r}, 0) + 1)")

    def ways(self, depth: int, ways: Sequence[Goto]) -> None:
        """Statements that answer where the first open way leads."""
        for way in ways:
            if way.condition is None:
                self.source.line(depth, f"return {way.to!r}")
                return
            self.source.line(depth, f"if {self.condition(way.condition)}: return {way.to!r}")
        self.source.line(depth, "return None")


def _stripped(parts: Sequence[Node]) -> Sequence[Node]:
    """The parts without the white space that they begin and end with for sure."""
    told = [*parts]
    if told and isinstance(first := told[0], Literal):
        told[0] = Literal(first.text.lstrip())
    if told and isinstance(last := told[-1], Literal):
        told[-1] = Literal(last.text.rstrip())
    return told


def _is_literal(parts: Sequence[Node]) -> bool:
    return not parts or (len(parts) == 1 and isinstance(parts[0], Literal))
