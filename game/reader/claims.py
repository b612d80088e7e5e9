"""What a page asserts: claims, and the frames by which each can be said again.

The contract is the design's *Reading* page. Nothing here imports anything of the game.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final, Literal

Degree = Literal["slight", "plain", "strong", "absolute"]
Time = Literal["now", "before", "later"]

ASPECTS: Final = (
    "mood", "bond", "will", "speech", "mind", "being", "tie",
    "trait", "body", "skill", "act", "have", "taste", "want", "role", "past", "place", "say",
)  # fmt: skip
CLOSED_ASPECTS: Final = frozenset(ASPECTS[:7])
OPEN_ASPECTS: Final = frozenset(ASPECTS[7:])
SUBJECTS: Final = (
    "ruby", "calvin", "harry", "langdon", "lila", "gertrude", "mort", "rosenthal", "susie", "scotty", "other",
)  # fmt: skip

Case = Literal["subject", "object", "possessive", "own", "reflexive"]
"""The five shapes of a pronoun: she, her, her (coat), hers, herself."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A stretch of a frame's words that stands for somebody, so that it can be said from another mouth.

    `start` and `end` are offsets in the frame's own `tail`, `noun` (or `when`); `who` is a subject's name.
    """

    start: int
    end: int
    who: str
    case: Case


@dataclass(frozen=True, slots=True)
class Frame:
    """A claim's clause, ready to be said again: the head as a lemma, the rest as typed.

    *Ruby never lets go of my sleeve* is lemma ``let``, tail ``go of my sleeve``, adverb ``never``,
    with ``my`` in the tail a Ref to calvin. *Ruby is always happy*: ``be`` + ``always happy``.
    *She can't swim*: ``swim``, modal ``can``, negated. *She has a red bicycle*: ``have`` +
    ``a red bicycle``, noun ``a red bicycle``. *Make her laugh*: ``laugh``.
    """

    lemma: str
    """The head verb in base form: keep, be, have."""
    tail: str = ""
    """What follows the head, as typed (this claim's conjunct only), without final punctuation."""
    tail_refs: tuple[Ref, ...] = ()
    adverb: str = ""
    """What stands before the head and belongs to it: never, always, secretly."""
    modal: str = ""
    """can, could, must, will, would, should, used to ... or nothing."""
    negated: bool = False
    """Denied by *not*. A denial that the words carry themselves (never, hates) is not said twice."""
    noun: str = ""
    """The thing, person or skill itself as a phrase, its article as typed: a red bicycle, bees."""
    noun_refs: tuple[Ref, ...] = ()
    plural: bool = False
    """Whether the noun takes *are*."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that a page asserts of one person."""

    subject: str
    aspect: str
    value: str
    holds: bool = True
    degree: Degree = "plain"
    time: Time = "now"
    when: str | None = None
    object: str | None = None
    span: tuple[int, int] = (0, 0)
    """Offsets of the clause in the page, in characters."""
    text: str = ""
    """The clause as typed."""
    frame: Frame | None = None

    def as_dict(self) -> dict[str, Any]:
        """The claim in the form of the contract, for JSON."""
        return {
            "subject": self.subject, "aspect": self.aspect, "value": self.value, "holds": self.holds,
            "degree": self.degree, "time": self.time, "when": self.when, "object": self.object,
            "span": list(self.span), "text": self.text,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """What was understood of a page, and the spans that were not."""

    claims: tuple[Claim, ...] = ()
    unread: tuple[tuple[int, int], ...] = field(default=())

    def as_dict(self) -> dict[str, Any]:
        """The reading in the form of the contract, for JSON."""
        return {
            "claims": [claim.as_dict() for claim in self.claims],
            "unread": [list(s) for s in self.unread],
        }
