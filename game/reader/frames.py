"""Put a claim's frame in order before it is said: a true head, no stray words, a noun phrase of its own."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from game.reader import fallbacks, inflection, owning, polarity, restoring
from game.reader.claims import Frame, Ref
from game.reader.pronouns import NAMES
from game.reader.words import Words

if TYPE_CHECKING:
    from game.reader.claims import Claim

ROOM: Final = 400
"""How much of a frame's tail or noun is looked at, in characters."""

Phrase = tuple[str, tuple[Ref, ...]]
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
    r"(?:in|on|at|for|from|to|into|onto|of|by|near|under|inside|with|behind|above"
    r"|beside|across|around|through|over|outside|towards?|between|among|beneath|within)"
    r"\s+(?=\S)",
    re.IGNORECASE,
)
_DETERMINER: Final = re.compile(
    r"(?:a|an|the|her|his|my|your|our|their|some|one|two|three|four|five|such|quite|rather|what|no|every|each|this|that"
    r"|kind of|sort of|nothing|something|not|only|just|mere|more|less|\d+)\s",
    re.IGNORECASE,
)
_PHRASED: Final = frozenset(("have", "taste", "role", "tie", "body", "place", "past", "want"))
"""Aspects whose noun is a thing; of the others it is the gerund."""
_MUTUAL: Final = frozenset(
    ("friends", "rivals", "lovers", "strangers", "enemies", "colleagues", "neighbours", "neighbors",
     "cousins", "sisters", "partners", "roommates", "related", "engaged", "married")
)  # fmt: skip
_MODALS: Final = ("may", "might", "can", "could", "must", "shall", "should", "would")
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
    frame = owning.owned(claim) or claim.frame
    if frame is None or not _says_something(frame):
        frame = fallbacks.frame(claim)
    frame = replace(
        frame,
        lemma=_head(frame.lemma),
        tail=frame.tail[:ROOM],
        noun=frame.noun[:ROOM],
        adverb=frame.adverb[:60],
    )
    frame = _ceased(_unmodal(_compounded(frame)), claim)
    if frame.negated:
        frame = _without(frame, _STRAY)
    frame = restoring.restored(frame, claim)
    if frame.lemma == "be" and not frame.adverb:
        leading = _LEADING.match(frame.tail)
        if leading:
            frame = replace(_without(frame, _LEADING), adverb=leading[0].strip().lower())
    if frame.lemma == "have" and frame.tail.startswith("got "):
        frame = _without(frame, re.compile("got "))
    if frame.lemma == "live" and claim.aspect == "place" and _DETERMINER.match(frame.tail):
        frame = polarity.replaced(frame, 0, 0, "in ")
    if claim.aspect == "tie":
        frame = _with_partner(frame, claim)
    return _with_article(frame, claim)


def _says_something(frame: Frame) -> bool:
    """Whether it has a head, and one that stands by itself."""
    lemma = _head(frame.lemma)
    stands = lemma not in ("be", "have", "do") or re.search(r"\w", frame.tail) is not None
    return re.search(r"\w", lemma) is not None and stands


def _unmodal(frame: Frame) -> Frame:
    """A head that is a modal made one: *may* + *be happy*."""
    head = frame.tail.partition(" ")[0]
    if frame.lemma in _MODALS and head:
        modal = "" if frame.lemma in ("may", "might") else frame.lemma
        return replace(_without(frame, re.compile(r"\S+\s*")), lemma=_head(head), modal=frame.modal or modal)
    return frame


def _compounded(frame: Frame) -> Frame:
    """*Parallel park* is one verb."""
    if frame.lemma == "parallel" and re.match(r"park(?:ing)?\b", frame.tail):
        return replace(_without(frame, re.compile(r"park(?:ing)?\s*")), lemma="parallel-park")
    return frame


def _ceased(frame: Frame, claim: Claim) -> Frame:
    """*No longer talks*, of what goes on being so after *she stops talking*."""
    if (
        claim.aspect != "speech"
        or frame.lemma not in ("stop", "quit")
        or frame.negated
        or frame.adverb
        or frame.modal
    ):
        return frame
    verb = re.match(r"(talk|speak)ing\b\s*", frame.tail)
    return (
        frame
        if verb is None
        else replace(_without(frame, re.compile(r"\w+\s*")), lemma=verb[1], adverb="no longer")
    )


def _with_partner(frame: Frame, claim: Claim) -> Frame:
    """*Is rivals with Lila*, where both of them were the subject."""
    last = frame.tail.rpartition(" ")[2].lower()
    other = claim.object or ""
    if frame.lemma != "be" or last not in _MUTUAL or other not in NAMES:
        return frame
    at = len(frame.tail)
    frame = polarity.replaced(frame, at, at, f" with {NAMES[other]}")
    ref = Ref(at + len(" with "), len(frame.tail), other, "object")
    return replace(frame, tail_refs=(*frame.tail_refs, ref))


def _with_article(frame: Frame, claim: Claim) -> Frame:
    """*Is a part-time magician*, where the clause was an apposition without the article."""
    last = frame.tail.rpartition(" ")[2]
    if (
        claim.aspect != "role"
        or frame.lemma != "be"
        or _DETERMINER.match(frame.tail)
        or not fallbacks.countable(last)
    ):
        return frame
    if frame.tail[:1].isupper() and not claim.text.startswith(frame.tail):
        return frame
    tail = frame.tail[:1].lower() + frame.tail[1:]
    phrase = f"{inflection.article(tail)} {tail}"
    noun = phrase if frame.noun == frame.tail else frame.noun
    return replace(polarity.replaced(replace(frame, tail=tail), 0, 0, phrase[: -len(tail)]), noun=noun)


def is_backstory(claim: Claim, frame: Frame) -> bool:
    """Whether the claim is told in the past; where one is from, one still is."""
    if frame.modal.strip() or (frame.lemma in ("be", "come", "hail") and _is_origin(frame.tail)):
        return False
    return claim.time == "before" or (
        frame.lemma == "be" and frame.tail.lower().startswith(("born ", "raised "))
    )


def noun_phrase(claim: Claim, frame: Frame) -> Phrase | None:
    """The thing that the claim is about, as a noun phrase; None where only the gerund will do."""
    if claim.aspect not in _PHRASED:
        return None
    if wanted(claim, frame) is not None:
        return None
    if frame.noun.strip() and (claim.aspect != "tie" or frame.tail.startswith(frame.noun)):
        return _bare(claim, (frame.noun, frame.noun_refs))
    if claim.aspect in ("past", "place"):
        return (
            _bare(claim, (frame.tail, frame.tail_refs))
            if frame.lemma == "be" and _is_placed(frame.tail)
            else None
        )
    named = claim.aspect == "taste" and frame.lemma != "be" and not re.match(r"\w+ing\b|to\b", frame.tail)
    if frame.tail and (named or (claim.aspect != "body" and _DETERMINER.match(frame.tail))):
        return _bare(claim, (frame.tail, frame.tail_refs))
    return None


def wanted(claim: Claim, frame: Frame) -> Frame | None:
    """What is wanted, if that is to do something: *to be a dancer*."""
    if claim.aspect not in ("want", "taste") or not frame.tail.startswith("to "):
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
    if claim.aspect in ("place", "past", "tie", "role", "taste") and _is_placed(phrase[0]):
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
