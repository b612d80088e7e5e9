"""Which claims a beat or a consequence is about, and how particular it is about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from game.story.vocabulary import CLOSED


class ClaimLike(Protocol):
    """As much of a claim as a pattern looks at."""

    @property
    def subject(self) -> str:
        """Whom it is about."""

    @property
    def aspect(self) -> str:
        """What of them."""

    @property
    def value(self) -> str:
        """What it says."""

    @property
    def holds(self) -> bool:
        """Whether it asserts or denies."""

    @property
    def degree(self) -> str:
        """How strongly."""

    @property
    def time(self) -> str:
        """When."""

    @property
    def object(self) -> str | None:
        """The other person or thing."""


@dataclass(frozen=True, slots=True)
class ClaimPattern:
    """Which claims something is about. None fits anything; a set, any one of its words.

    `object` None fits claims with and without one; ``{'any'}`` those that have one.
    """

    subject: frozenset[str] | None = frozenset({"ruby"})
    aspect: frozenset[str] | None = None
    value: frozenset[str] | None = None
    holds: bool | None = True
    degree: frozenset[str] | None = None
    time: frozenset[str] | None = None
    object: frozenset[str] | None = None

    @property
    def specificity(self) -> int:
        """How particular the pattern is. One that takes anybody yields to one that is about Ruby."""
        named = 0 if self.subject == frozenset({"ruby"}) else 1
        return (
            (named if self.subject is not None else -2)
            + (self.aspect is not None)
            + 4 * (self.value is not None)
            + 2 * (self.degree is not None)
            + 2 * (self.object is not None)
            + (self.time is not None)
        )

    def fits(self, claim: ClaimLike) -> bool:
        """Whether the claim is one of those."""
        return (
            (self.holds is None or claim.holds == self.holds)
            and (self.subject is None or claim.subject in self.subject)
            and (self.aspect is None or claim.aspect in self.aspect)
            and (self.degree is None or claim.degree in self.degree)
            and (self.time is None or claim.time in self.time)
            and (self.value is None or self._fits_value(claim))
            and (self.object is None or self._fits_object(claim.object))
        )

    def _fits_value(self, claim: ClaimLike) -> bool:
        values = self.value or frozenset()
        if claim.value in values:
            return True
        return claim.aspect not in CLOSED and any(_within(value, claim.value) for value in values)

    def _fits_object(self, thing: str | None) -> bool:
        objects = self.object or frozenset()
        if thing is None:
            return False
        return "any" in objects or thing in objects or any(_within(one, thing) for one in objects)


def _within(words: str, phrase: str) -> bool:
    """Whether the phrase contains all these words: *tuba* is within *play tuba*."""
    return set(words.casefold().split()) <= set(phrase.casefold().split())
