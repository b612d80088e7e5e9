"""What somebody is *of* (a forgiving nature, Irish descent), and adjectives of looks by how they end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.reader.drafts import Case, Draft
from game.reader.values import value_of
from game.reader.wordsets import words

if TYPE_CHECKING:
    from game.reader.chunks import NounPhrase
    from game.reader.framing import Framer

LOOKING: Final = tuple(
    sorted(
        words(
            "-haired -eyed -legged -handed -skinned -armed -footed -toed -lipped -chested -old -cheeked "
            "-faced -nosed -boned -browed -hipped -bellied -jawed -necked -kneed -shouldered -eared "
            "-featured -bosomed -knuckled -toothed -limbed -stained -spattered -caked -clad -shod -bearded "
            "-breasted -waisted -fingered -nailed -voiced -backed -chinned -naked -burnt -soaked -cropped "
            "-shaven"
        )
    )
)
"""How adjectives end that tell of somebody's looks."""

_NATURES = words(
    "nature disposition temper temperament character turn bent cast mind habit persuasion sort kind"
)
_LOOKS = words(
    "height build stature age year complexion size weight appearance figure hue colour color shape"
)
_ORIGINS = words("descent birth extraction stock origin parentage blood family ancestry lineage breed race")


def of_quality(framer: Framer, case: Case, i: int, phrase: NounPhrase) -> list[Draft]:
    """*is of a forgiving nature, of medium height, of Irish descent, of great courage*."""
    tokens = case.tokens
    head = tokens[phrase.head].lemma
    words = case.words(i + 1)
    value = value_of(tokens, words)
    if head in _ORIGINS:
        return [
            Draft("past", value, lemma="be", tail=case.words(), noun=words, time="before", why=f"of {head}")
        ]
    if head in _LOOKS:
        return [Draft("body", value, lemma="be", tail=case.words(), noun=words, why=f"of {head}")]
    if head in _NATURES:
        for k in range(phrase.start, phrase.head):
            if tokens[k].tag in "AEG":
                known = [s for s in framer.senses("adjectives", tokens[k].low) if s[0] in {"trait", "mood"}]
                aspect, trait, holds, degree = (known or [("trait", tokens[k].low, True, "")])[0]
                return [
                    Draft(
                        aspect,
                        trait,
                        holds,
                        degree,
                        lemma="be",
                        tail=case.words(),
                        why=f"of a {trait} {head}",
                    )
                ]
    for aspect, trait, holds, degree in framer.senses("nouns", head):
        if aspect == "trait":
            return [Draft(aspect, trait, holds, degree, lemma="be", tail=case.words(), why=f"of {head}")]
    return []
