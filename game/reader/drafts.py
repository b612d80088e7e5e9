"""What stages 9 and 10 work on: one verb with one complement, and the claims drafted from it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.reader.chunks import NounPhrase
    from game.reader.scope import Scope
    from game.reader.tokens import Token


@dataclass(slots=True)
class Draft:
    """A claim before its scope, person and offsets are settled. Positions are of tokens."""

    aspect: str
    value: str
    holds: bool = True
    degree: str = ""
    object: str | None = None
    lemma: str = ""
    tail: list[int] = field(default_factory=list)
    noun: list[int] = field(default_factory=list)
    modal: str = ""
    why: str = ""
    who: str = ""
    """Whom it is about, where that is not the clause's subject."""
    flips: bool = True
    """Whether a denial of the clause turns `holds` round."""
    time: str = ""
    when: tuple[int, int] | None = None
    plural: bool = False
    prefix: str = ""
    """Words that the tail begins with although they stand elsewhere: *red hair* for *her hair is red*."""
    tail_text: str = ""
    noun_text: str = ""
    cause: bool = False
    case: Case | None = None
    """The verb with its complement that made it."""
    scope: Scope | None = None
    """The scope of the verb that made it."""


@dataclass(slots=True)
class Case:
    """A verb of somebody's with one complement."""

    tokens: list[Token]
    by_start: dict[int, NounPhrase]
    who: str
    lemma: str
    at: int
    """Position of the verb; -1 where it is only implied."""
    start: int
    end: int
    scope: Scope
    skip: set[int] = field(default_factory=set)
    """Positions of nested clauses."""
    modal: str = ""
    passive: bool = False
    progressive: bool = False
    perfect: bool = False
    past: bool = False
    before: list[int] = field(default_factory=list)
    """Positions before the verb that belong to its group: adverbs, not."""
    kind: str = ""
    part: str = ""
    wish: bool = False
    used: int = -1
    """The last position that a pattern used."""
    far: int = 0
    """How far patterns may look: past `end`, over clauses that hang on this one."""
    hidden: set[int] = field(default_factory=set)
    """Positions of other conjuncts."""

    @property
    def partner(self) -> str:
        """The other of the two."""
        return "ruby" if self.who == "calvin" else "calvin"

    def words(self, start: int | None = None, end: int | None = None) -> list[int]:
        """Positions of the complement, nested clauses and adverbial words left out."""
        a, b = self.start if start is None else start, self.end if end is None else end
        return [
            i
            for i in range(a, b)
            if i not in self.skip
            and i not in self.hidden
            and i not in self.scope.cut
            and self.tokens[i].tag not in ".!?x"
        ]

    def all_words(self) -> list[int]:
        """Positions of the complement, nested clauses too."""
        return [i for i in range(self.start, self.end) if i not in self.scope.cut and i not in self.hidden]

    def first(self) -> int:
        """Position of the first word of the complement that is no adverb, or `end`."""
        return next((i for i in self.words() if self.tokens[i].tag not in "R,x"), self.end)

    def phrase(self) -> NounPhrase | None:
        """The noun phrase that the complement begins with."""
        i = self.first()
        return self.by_start.get(i) if i < self.end else None

    def inner(self, lemma: str, at: int, start: int, **changes: object) -> Case:
        """The same clause with its head one verb further in."""
        return replace(self, lemma=lemma, at=at, start=start, scope=self.scope.copy(), **changes)  # type: ignore[arg-type]


def lows(tokens: Sequence[Token], at: Sequence[int]) -> list[str]:
    """The words at these positions, lower case."""
    return [tokens[i].low for i in at]
