"""Stages 10 and 11: drafts with their scope become claims with their frames; a claim made twice is one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, cast

from game.reader import inflection
from game.reader.adverbs import DEGREES, TIMES
from game.reader.claims import Claim, Degree, Frame, Ref, Time
from game.reader.lexical import quantified
from game.reader.values import typed, value_of
from game.reader.verbgroup import DENIALS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.reader.drafts import Case, Draft
    from game.reader.scope import Scope
    from game.reader.tokens import Token

_WEIGHT: Final = {"plain": 0, "slight": 1, "strong": 2, "absolute": 3}
_TO_PAST: Final = frozenset({"act", "place", "role"})
_NOT_UNDERGONE: Final = frozenset(
    {"be", "have", "give", "go", "come", "tell", "mean", "seem", "become", "get", "let"}
)
_LASTING: Final = frozenset({"constant", "perpetual", "permanent", "endless", "unending", "ceaseless"})
_FELT: Final = frozenset({"mood", "bond", "mind", "will"})
_DEEP: Final = {
    **dict.fromkeys(
        [
            "constant",
            "perpetual",
            "permanent",
            "endless",
            "unending",
            "eternal",
            "everlasting",
            "ceaseless",
            "incessant",
            "unceasing",
            "continual",
            "continuous",
            "complete",
            "total",
            "utter",
            "absolute",
            "undying",
            "unconditional",
            "unwavering",
            "boundless",
        ],
        "absolute",
    ),
    **dict.fromkeys(
        [
            "deep",
            "profound",
            "intense",
            "immense",
            "overwhelming",
            "burning",
            "fierce",
            "extreme",
            "huge",
            "enormous",
        ],
        "strong",
    ),
}
_GOING_ON: Final = frozenset({"which", "for"})
_MODALS: Final = frozenset({"can", "could", "must", "will", "would", "should"})


class Settler:
    """Settles the drafts of one sentence."""

    def __init__(self, tokens: list[Token], raw: str) -> None:
        self.tokens, self.raw = tokens, raw

    def claims(
        self, drafts: Iterable[Draft], case: Case, span: tuple[int, int], when: tuple[int, int] | None
    ) -> list[Claim]:
        """The drafts as claims of the case's subject."""
        out: list[Claim] = []
        for draft in drafts:
            who = draft.who or case.who
            if not who:
                continue
            claim = self.claim(draft, case, who, span, when)
            if claim.value or claim.aspect == "say":
                out.append(claim)
        return out

    def claim(
        self, draft: Draft, case: Case, who: str, span: tuple[int, int], when: tuple[int, int] | None
    ) -> Claim:
        """One draft as a claim."""
        scope = draft.scope or case.scope
        holds = draft.holds
        if draft.flips and not scope.holds:
            holds = not holds
        degree = cast("Degree", heavier(draft.degree, scope.degree))
        time = cast("Time", draft.time or scope.time)
        aspect, value = draft.aspect, draft.value
        if aspect in _FELT or aspect in {"body", "trait"}:
            degree = cast("Degree", heavier(degree, self.deepened(case, aspect)))
        if time == "before" and aspect in _TO_PAST and scope.time == "before":
            inner = draft.case or case
            if aspect == "place" and inner.lemma not in {"be"} and inner.at >= 0:
                value = value_of(self.tokens, [inner.at, *inner.words()])
            if aspect == "role" and not value:
                value = draft.value
            aspect = "past"
        if time == "before" and scope.timed and aspect == "speech" and value == "sings" and case.words():
            aspect, value = "past", value_of(self.tokens, [case.at, *case.words()])
        if aspect == "past":
            time = "before"
        noun_text, noun_refs = typed(self.raw, self.tokens, draft.noun)
        if aspect == "say" and not value:
            value = noun_text.strip().strip('"')
        spanned = self.tokens[span[0] : max(span[0] + 1, span[1])]
        start, end = min(t.start for t in spanned), max(t.end for t in spanned)
        words = self.raw[start:end]
        condition = self.condition(when) if when else None
        if aspect == "past" and condition and condition.startswith(("when ", "before ", "after ")):
            condition = None
        if draft.when:
            condition = self.condition(draft.when)
        return Claim(
            who,
            aspect,
            value,
            holds,
            degree,
            time,
            condition,
            draft.object,
            (start, end),
            words,
            self.frame(draft, case, noun_text, noun_refs),
        )

    def deepened(self, case: Case, aspect: str) -> str:
        """How much a feeling is felt by what its noun is called: *in constant fear, deep sorrow*."""
        for i in range(case.start, case.end - 1):
            token = self.tokens[i]
            if aspect not in _FELT and token.low not in _LASTING:
                continue
            if token.tag in {"A", "G"} and token.low in _DEEP and self.tokens[i + 1].tag in "NA":
                return _DEEP[token.low]
        return ""

    def condition(self, when: tuple[int, int]) -> str:
        """The condition as typed."""
        a, b = when
        b = next(
            (k for k in range(a + 1, b) if self.tokens[k].low in _GOING_ON and self.tokens[k - 1].tag == ","),
            b,
        )
        inverted = self.tokens[a].low in {"not until", "only when", "only if"}
        while b > a and self.tokens[b - 1].tag in (",.ju" if inverted else ",.j"):
            b -= 1
        words = " ".join(self.raw[self.tokens[a].start : self.tokens[b - 1].end].split()) if b > a else ""
        return words.removeprefix("but ")

    def undergone(self, draft: Draft, case: Case) -> Frame | None:
        """*Nothing ever bothers Ruby*: she is never bothered; of what has no such turn, no frame."""
        phrase = case.phrase()
        if (
            phrase is None
            or self.tokens[phrase.head].who != draft.who
            or case.passive
            or case.lemma in _NOT_UNDERGONE
            or not case.lemma.isalpha()
            or any(self.tokens[i].low == "than" for i in case.words(phrase.end))
        ):
            return None
        tail, refs = typed(self.raw, self.tokens, case.words(phrase.end))
        participle = inflection.participle(case.lemma)
        by = len(participle) + 1
        refs = tuple(replace(ref, start=ref.start + by, end=ref.end + by) for ref in refs)
        negated = any(self.tokens[i].tag == "x" for i in {*case.before, *case.scope.denials})
        modal = case.modal if case.modal in _MODALS else ""
        return Frame("be", f"{participle} {tail}".strip(), refs, quantified(case), modal, negated)

    def frame(self, draft: Draft, case: Case, noun_text: str, noun_refs: tuple[Ref, ...]) -> Frame | None:
        """The clause, ready to be said again."""
        case = draft.case or case
        if (
            case.part
            and ".yaml:" in draft.why
            and not draft.prefix
            and not draft.tail_text
            and not draft.cause
        ):
            return None  # *her heart belongs to someone else*: it is not she who does
        if draft.cause and draft.aspect == "role" and draft.noun and noun_text:
            return Frame("be", noun_text, noun_refs, noun=noun_text, noun_refs=noun_refs)
        if draft.cause and not draft.tail_text and draft.who != case.who:
            return self.undergone(draft, case)
        positions = draft.tail
        if positions and positions == case.words():
            positions = sorted({*positions, *self.weighed(case)})
        elif not positions and draft.lemma == case.lemma and not draft.prefix and not draft.tail_text:
            positions = self.weighed(case)
        tail, refs = typed(self.raw, self.tokens, positions)
        if draft.prefix:
            tail, refs = f"{draft.prefix} {draft.tail_text}".strip(), ()
            noun_text, noun_refs = tail, ()
        elif draft.tail_text:
            tail, refs = f"{draft.tail_text}{tail}".strip(), () if draft.tail_text else refs
            noun_text = noun_text or draft.noun_text
        adverbs = [
            i
            for i in case.before
            if self.tokens[i].tag == "R"
            and self.tokens[i].low
            not in {"no longer", "also", "still", "now", "just", "then", "ever", "neither", "nor", "either"}
        ]
        if len(adverbs) > 1 and any(self.tokens[i].low in DENIALS for i in adverbs):
            adverbs = [i for i in adverbs if self.tokens[i].low in DENIALS][:1]  # *literally never sleeps*
        inside = {*case.before, *case.scope.denials}
        negated = any(self.tokens[i].tag in "xVZDEGbhum" for i in inside if i != case.at)
        if draft.flips and case.scope.denials and not adverbs and not negated:
            negated = all(
                self.tokens[i].tag == "j" or self.tokens[i].low in {"neither", "nor"}
                for i in case.scope.denials
            )
        if (
            draft.tail_text
            and not draft.holds
            and draft.tail_text.lower() in {draft.value, draft.value.lower()}
        ):
            negated = not negated  # *had no fear*
        modal = draft.modal or case.modal
        if modal == "can" and (draft.lemma or case.lemma) in {"learn", "manage", "know", "teach"}:
            modal = ""
        plural = draft.plural or self._plural(draft.noun)
        lemma = draft.lemma or case.lemma
        return Frame(
            lemma,
            tail,
            refs,
            self._joined(adverbs),
            modal if modal in _MODALS else "",
            negated,
            noun_text,
            noun_refs,
            plural,
        )

    def _joined(self, adverbs: list[int]) -> str:
        """Adverbs as one would say them: *wildly, deeply*."""
        out = ""
        for n, i in enumerate(adverbs):
            gap = self.raw[self.tokens[adverbs[n - 1]].end : self.tokens[i].start] if n else ""
            low = "only" if self.tokens[i].low == "nothing but" else self.tokens[i].low
            out += (", " if gap.strip() == "," else " ") + low
        return out.strip(" ,")

    def weighed(self, case: Case) -> list[int]:
        """Adverbs of degree in the complement, which are no part of a value but are said again: *always very happy*."""  # noqa: E501
        return [
            i
            for i in range(case.start, case.end)
            if i in case.scope.cut
            and i not in case.hidden
            and i not in case.skip
            and self.tokens[i].tag == "R"
            and (self.tokens[i].low in DEGREES or self.tokens[i].low == "less")
            and self.tokens[i].low not in TIMES
        ]

    def _plural(self, noun: list[int]) -> bool:
        for i in noun:
            if self.tokens[i].tag == "P":
                return True
            if self.tokens[i].tag in "Nn" and not (i + 1 in noun and self.tokens[i + 1].tag in "NP"):
                return False
        return False

    @staticmethod
    def reweigh(claim: Claim, scope: Scope) -> Claim:
        """The claim with a trailing adverb's degree: *kind, always*."""
        return replace(claim, degree=cast("Degree", heavier(claim.degree, scope.degree)))


def heavier(one: str, other: str) -> str:
    """The heavier of two degrees; *plain* weighs nothing."""
    one, other = one or "plain", other or "plain"
    return one if _WEIGHT[one] >= _WEIGHT[other] else other


def merge(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Claims in order, each once, with the heavier degree."""
    out: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        key = (claim.subject, claim.aspect, claim.value, claim.holds, claim.time, claim.object, claim.when)
        bare = (
            next(
                (
                    k
                    for k in out
                    if k[:6] == key[:6] and (k[6] is None or key[6] is None or claim.aspect != "mood")
                ),
                None,
            )
            if key not in out
            else key
        )
        if bare is not None and bare in out and (bare == key):
            old = out[bare]
            out[bare] = replace(old, degree=cast("Degree", heavier(old.degree, claim.degree)))
        else:
            out[key] = claim
    return tuple(out.values())
