"""Which claims come to a beat: those that no other beat of its place answers first."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from game.workshop.kinds import kind_answered

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from game.reader.claims import Claim
    from game.story.model import Beat, Story
    from game.workshop.kinds import Kind

Said = tuple[str, "Claim"]
"""A sentence, and one of its claims."""

ENOUGH: Final = 4
"""So many texts are made for a beat."""
AT_MOST: Final = 8
"""A text has no more sentences than these."""


class Answering:
    """The beats of a story as rivals for a claim. `said` is what can be typed, by aspect."""

    def __init__(self, story: Story, said: Mapping[str, Sequence[Said]]) -> None:
        self._beats = story.beats_by_kind
        self._said = said
        self._kinds: dict[str, Kind] = {}
        self._answering: dict[tuple[str, Claim], list[Beat]] = {}

    def is_first(self, beat: Beat, claims: Iterable[Claim]) -> bool:
        """Whether one of the claims is answered by the beat before all others, wherever it may be."""
        return any(
            self._kind(beat).fits(claim) and not self._rivals(beat, place, claim)
            for claim in claims
            for place in beat.places
        )

    def texts(self, beat: Beat) -> tuple[str, ...]:
        """Texts of which one claim is left to the beat: a scene tells each of the others only once."""
        kind = self._kind(beat)
        aspects = sorted(beat.pattern.aspect or self._said)
        alike: dict[frozenset[str], dict[tuple[str | None, ...], str]] = defaultdict(dict)
        for sentence, claim in (said for aspect in aspects for said in self._said.get(aspect, ())):
            if kind.fits(claim):
                for place in beat.places:
                    those = alike[self._rivals(beat, place, claim)]
                    those.setdefault((claim.subject, claim.aspect, claim.value, claim.object), sentence)
        texts = []
        for rivals in sorted(alike, key=lambda rivals: (len(rivals), sorted(rivals))):
            sentences = list(dict.fromkeys(alike[rivals].values()))
            wanted = len(rivals) + 1
            if wanted <= min(AT_MOST, len(sentences)):
                texts.append(" ".join(sentences[: wanted if wanted == 1 else min(AT_MOST, wanted + 2)]))
                texts += sentences[1:ENOUGH] if wanted == 1 else ()
        return tuple(dict.fromkeys(texts))[:ENOUGH]

    def _rivals(self, beat: Beat, place: str, claim: Claim) -> frozenset[str]:
        """The beats that can be told for the claim before this one."""
        own = _particularity(beat)
        return frozenset(one.id for one in self._all(place, claim) if _particularity(one) > own)

    def _all(self, place: str, claim: Claim) -> list[Beat]:
        key = (place, claim)
        if key not in self._answering:
            beats = self._beats.get((place, claim.aspect, claim.holds), ())
            self._answering[key] = [one for one in beats if self._kind(one).fits(claim)]
        return self._answering[key]

    def _kind(self, beat: Beat) -> Kind:
        if beat.id not in self._kinds:
            condition = beat.condition.source if beat.condition is not None else None
            self._kinds[beat.id] = kind_answered(beat.pattern, condition)
        return self._kinds[beat.id]


def _particularity(beat: Beat) -> int:
    return beat.pattern.specificity + (beat.condition.terms if beat.condition is not None else 0)
