"""Sentences without a verb that set a scene: *Ruby on the roof of a tram, triumphant*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.reader.chunks import VerbGroup
from game.reader.loose import Loose
from game.reader.reference import Subject
from game.reader.scope import Scope

if TYPE_CHECKING:
    from game.reader.claims import Claim


class Scenes(Loose):
    """Reads what has no verb."""

    def fragment(self) -> list[Claim]:
        """Also a whole scene."""
        return super().fragment() or self.scene()

    def scene(self) -> list[Claim]:
        """*Ruby on the roof of a tram, skirt flapping, triumphant. O cruel, capricious Ruby!*"""
        tokens = self.tokens
        named = next((i for i, t in enumerate(tokens) if t.tag == "n" and t.who), -1)
        end = len(tokens)
        while end and tokens[end - 1].tag in ".,!":
            end -= 1
        if named < 0 or any(t.tag == "Q" for t in tokens):
            return []
        who = tokens[named].who
        first = next(
            (i for i, t in enumerate(tokens) if t.tag not in "!," and t.low not in {"o", "oh"}), named
        )
        out: list[Claim] = []
        if named > first and named == end - 1 and all(t.tag in "AER,j" for t in tokens[first:named]):
            if tokens[first].low not in {
                "poor",
                "dear",
                "little",
                "sweet",
                "darling",
                "old",
                "good",
                "great",
            }:
                out = self.complement(
                    VerbGroup(-1, first, -1, "be", "b"),
                    who,
                    first,
                    named,
                    Scope(),
                    set(),
                    None,
                    (first, end),
                    [],
                )
        elif named == first and named + 1 < end and tokens[named + 1].tag == "i":
            comma = next((k for k in range(named, end) if tokens[k].tag == ","), end)
            group = VerbGroup(-1, named + 1, -1, "be", "b")
            out = self.complement(group, who, named + 1, comma, Scope(), set(), None, (named, comma), [])
            if comma + 1 < end:
                for a, b in self.pieces(comma + 1, end):
                    out += self._apposed(who, a, b, False)
        if out:
            self.current = Subject((who,))
            self.read_at.update(range(end))
        return out
