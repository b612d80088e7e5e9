"""Put a claim's frame in order before it is said: a true head, no stray words, a noun phrase of its own."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from game.reader import fallbacks, polarity
from game.reader.claims import Frame
from game.reader.words import Words

if TYPE_CHECKING:
    from game.reader.claims import Claim, Ref

ROOM: Final = 400
"""How much of a frame's tail or noun is looked at, in characters."""

Phrase = tuple[str, "tuple[Ref, ...]"]
"""Words and the refs in them."""

_LEADING: Final = re.compile(
    r"(?:always|never|no longer|constantly|forever|often|sometimes|still|usually|rarely|hardly ever|secretly)"
    r"\b\s*",
    re.IGNORECASE,
)
"""Adverbs that stand after *be* but go with it."""
_STRAY: Final = re.compile(r"(?:n['’]?t|not)\b\s*", re.IGNORECASE)
_PARTICLE: Final = re.compile(
    r"(?:up|down|out|off|away|back|over|along|about|around|on)\s+(?=\S)", re.IGNORECASE
)
_PREPOSITION: Final = re.compile(
    r"(?:(?:originally|all the way|straight|out|up|down|back|over) )?"
    r"(?:in|on|at|from|to|into|onto|of|by|near|under|inside|with|behind|above|beside|across|around|through|over|outside|towards?|between|among|beneath|within)"
    r"\s+(?=\S)",
    re.IGNORECASE,
)
_DETERMINER: Final = re.compile(
    r"(?:a|an|the|her|his|my|your|our|their|some|two|three|four|five|\d+)\s", re.IGNORECASE
)
_PHRASED: Final = frozenset(("have", "taste", "role", "tie", "body", "place", "past", "want"))
"""Aspects whose noun is a thing; of the others it is the gerund."""
_CLIPPED: Final = {
    "'s": "be",
    "’s": "be",
    "s": "be",
    "'re": "be",
    "'m": "be",
    "m": "be",
    "'ve": "have",
    "ain't": "be",
}


def in_order(claim: Claim) -> Frame:
    """The claim's frame, or one made for it, as the rest of saying expects it."""
    frame = claim.frame
    if frame is None or not re.search(r"\w", frame.lemma):
        frame = fallbacks.frame(claim)
    frame = replace(
        frame,
        lemma=_head(frame.lemma),
        tail=frame.tail[:ROOM],
        noun=frame.noun[:ROOM],
        adverb=frame.adverb[:60],
    )
    if frame.negated:
        frame = _without(frame, _STRAY)
    if frame.lemma == "be" and not frame.adverb:
        leading = _LEADING.match(frame.tail)
        if leading:
            frame = replace(_without(frame, _LEADING), adverb=leading[0].strip().lower())
    if frame.lemma == "have" and frame.tail.startswith("got "):
        frame = _without(frame, re.compile("got "))
    if frame.lemma == "live" and claim.aspect == "place" and _DETERMINER.match(frame.tail):
        frame = polarity.replaced(frame, 0, 0, "in ")
    return polarity.completed(frame, claim)


def is_backstory(claim: Claim, frame: Frame) -> bool:
    """Whether the claim is told in the past; where one is from, one still is."""
    if frame.modal.strip() or (frame.lemma in ("be", "come", "hail") and _is_origin(frame.tail)):
        return False
    return claim.time == "before" or (frame.lemma == "be" and frame.tail.lower().startswith("born "))


def noun_phrase(claim: Claim, frame: Frame) -> Phrase | None:
    """The thing that the claim is about, as a noun phrase; None where only the gerund will do."""
    if claim.aspect not in _PHRASED:
        return None
    if frame.noun.strip():
        return _bare(claim, (frame.noun, frame.noun_refs))
    if claim.aspect in ("past", "place"):
        return (
            _bare(claim, (frame.tail, frame.tail_refs))
            if frame.lemma == "be" and _is_placed(frame.tail)
            else None
        )
    if claim.aspect != "body" and _DETERMINER.match(frame.tail):
        return frame.tail, frame.tail_refs
    return None


def wanted(claim: Claim, frame: Frame) -> Frame | None:
    """What is wanted, if that is to do something: *to be a dancer*."""
    if claim.aspect not in ("want", "taste") or frame.noun.strip() or not frame.tail.startswith("to "):
        return None
    tail, refs = cut((frame.tail, frame.tail_refs), 3)
    lemma = tail.partition(" ")[0]
    rest, refs = cut((tail, refs), len(lemma) + 1)
    return Frame(_head(lemma), rest, refs)


def cut(phrase: Phrase, start: int) -> Phrase:
    """The phrase from an offset on."""
    text, refs = phrase
    kept = (replace(ref, start=ref.start - start, end=ref.end - start) for ref in refs if ref.start >= start)
    return text[start:], tuple(kept)


def _bare(claim: Claim, phrase: Phrase) -> Phrase | None:
    """A noun phrase without the preposition it may have come with; a mere particle makes none."""
    preposition = _PREPOSITION.match(phrase[0])
    if preposition is None:
        return None if _PARTICLE.match(phrase[0]) else phrase
    if claim.aspect in ("place", "past", "tie", "role") and _is_placed(phrase[0]):
        return cut(phrase, preposition.end())
    return None


def _is_placed(text: str) -> bool:
    """Whether it is one preposition and the place: *in the kitchen*, but not *up on a farm*."""
    preposition = _PREPOSITION.match(text)
    return preposition is not None and not re.match(
        r"(?:up|down|out|back|over) ", preposition[0], re.IGNORECASE
    )


def _is_origin(text: str) -> bool:
    return re.match(r"(?:originally |all the way )?from\b", text, re.IGNORECASE) is not None


def _without(frame: Frame, pattern: re.Pattern[str]) -> Frame:
    """The frame with what the pattern matches cut from the start of its tail."""
    match = pattern.match(frame.tail)
    if match is None:
        return frame
    tail, refs = cut((frame.tail, frame.tail_refs), match.end())
    return replace(frame, tail=tail, tail_refs=refs)


def _head(lemma: str) -> str:
    """A head in base form, should it come inflected or clipped."""
    lemma = " ".join(lemma.lower().split())[:60]
    if lemma in _CLIPPED:
        return _CLIPPED[lemma]
    words = Words.load()
    tags = words.tags(lemma)
    if "V" in tags:
        return lemma
    return next((words.lemma(lemma, tag) for tag in "ZDEG" if tag in tags), lemma)
