"""Sentences without a verb that set a scene: *Ruby on the roof of a tram, triumphant*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.reader.chunks import VerbGroup
from game.reader.detaching import aged
from game.reader.drafts import Draft
from game.reader.having import had
from game.reader.reference import Subject
from game.reader.scope import Scope, add_adverbs
from game.reader.trailing import Trailing
from game.reader.values import value_of

if TYPE_CHECKING:
    from game.reader.claims import Claim


_LONGEST = 14
"""Words of a sentence that can be a splinter of the last."""


class Scenes(Trailing):
    """Reads what has no verb."""

    def fragment(self) -> list[Claim]:
        """Also a whole scene."""
        return super().fragment() or self.splinter() or self.scene()

    def parted(self, who: str, start: int, end: int) -> list[Claim]:
        """*Ruby, late again, laughing, a loaf under her arm*."""
        parts = self.pieces(start, end)
        if len(parts) < 2 and self.kind(start, end) not in {"G", "abs"}:
            return []
        return [c for a, b in parts for c in self._apposed(who, a, b, True)]

    def splinter(self) -> list[Claim]:
        """*Thirty-one. Red coat. No hat. A liar, a thief. Laughing.* Of whom the last sentence was."""
        tokens = self.tokens
        end = len(tokens)
        while end and tokens[end - 1].tag in ".,!":
            end -= 1
        if (
            not end
            or len(self.state.subject) != 1
            or end > _LONGEST
            or any(t.tag in "Qn?" for t in tokens[:end])
        ):
            return []
        who = self.state.subject[0]
        start = next((k for k in range(end) if tokens[k].tag not in "Rx!j"), end)
        if start >= end:
            return []
        scope = Scope()
        add_adverbs(scope, tokens, range(start))
        phrase = self.clauses.by_start.get(start)
        first = tokens[start]
        out: list[Claim] = []
        if first.tag == "c" and start + 1 == end and aged(first.low):
            case = self.case(VerbGroup(-1, start, -1, "be", "b"), who, start, end, scope)
            draft = Draft("body", first.low, lemma="be", tail=[start], why="an age alone")
            out = self.settle([draft], case, (0, end), None)
        elif first.tag == "G" and phrase is None:
            out = self.participial(who, start, end)
        elif phrase is not None and tokens[phrase.head].tag in "NP":
            lemma = tokens[phrase.head].lemma
            bodily = self.framer.in_list("body_parts", lemma) or self.framer.in_list("garments", lemma)
            group = VerbGroup(-1, start, -1, "have" if bodily else "be", "h" if bodily else "b")
            if first.low == "no" and (bodily or lemma in self.framer.lists["ties"]):
                scope.denials.add(start)
                case = self.case(VerbGroup(-1, start, -1, "have", "h"), who, start, end, scope)
                out = self.settle(
                    had(self.framer, case, list(range(start + 1, end)), phrase), case, (0, end), None
                )
            elif bodily and first.tag not in "dsn":
                for a, b in self.pieces(start, end):
                    case = self.case(group, who, a, b, scope)
                    words = list(range(a, b))
                    draft = Draft(
                        "body", value_of(tokens, words), lemma="have", tail=words, noun=words, why="has"
                    )
                    out += self.settle([draft], case, (a, b), None)
            elif first.low in {"a", "an"} and self.personal(phrase):
                out = self.complement(group, who, start, end, scope, set(), None, (0, end), [])
        if out:
            self.current = Subject((who,))
            self.read_at.update(range(end))
        return out

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

    def trailing_apposition(self, who: str, start: int, end: int) -> list[Claim]:
        """*until the light failed, a pinched woman of thirty*: of whom the sentence is, after a condition."""
        tokens = self.tokens
        for i in range(start, end):
            phrase = self.clauses.by_start.get(i + 1)
            if (
                tokens[i].tag == ","
                and phrase is not None
                and phrase.end <= end
                and tokens[phrase.start].low in {"a", "an"}
                and self.personal(phrase)
                and not self._listed(phrase.end, end)
            ):
                self.apposed[phrase.start] = who
                group = VerbGroup(-1, i + 1, -1, "be", "b")
                return self.complement(group, who, i + 1, end, Scope(), set(), None, (i + 1, end), [])
        return []
