"""Turn a frame into its denial, and a denial into what it denied."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from game.reader.verbgroup import DENIALS
from game.reader.words import Words

if TYPE_CHECKING:
    from game.reader.claims import Frame, Ref

SAID: Final = " "
"""An adverb that says nothing: what denial the clause had has been taken away, and is not to be put back."""
_NOTHING: Final = {
    "nobody": "somebody", "no one": "someone", "no-one": "someone", "nothing": "something",
    "nowhere": "somewhere", "none": "some", "never": "", "neither": "both",
}  # fmt: skip
_ANY: Final = {
    "anybody": "somebody", "anyone": "someone", "anything": "something",
    "anywhere": "somewhere", "any": "some",
}  # fmt: skip
"""What stands only under a denial, and what takes its place; *at all* and the like just go."""
_STILL: Final = frozenset(("no longer", "no more", "never again"))
_NEGATIVE: Final = re.compile(
    r"(?:\w+ )?(?:(?:of|to|with|for|by|about|from|in|on|at|but) )?"
    r"\b(no one|no-one|nobody|nothing|nowhere|none|never|neither|no)\b",
    re.IGNORECASE,
)
"""A negative that is the clause's own: *nobody*, *afraid of nothing*, *no friends*."""
_LOOSE: Final = re.compile(
    r"\s*\b(?:any ?more|any longer|at all|in the least|in the slightest|one bit|ever|anybody|anyone|anything"
    r"|anywhere|any)\b",
    re.IGNORECASE,
)


def denied(frame: Frame, *, always: str = "never") -> Frame:
    """The frame with its denial taken away, or with one put to it.

    `always` is what becomes of *always*: *never*, as the claim is then read, or *not always*, as one says it.
    """
    adverb = " ".join(frame.adverb.lower().split())
    if frame.negated:
        return _affirmed(replace(frame, negated=False, adverb="" if adverb in DENIALS else frame.adverb))
    if adverb in DENIALS:
        return _affirmed(replace(frame, adverb="still" if adverb in _STILL else ""))
    negative = _NEGATIVE.match(frame.tail)
    if negative:
        start, end = negative.span(1)
        word = negative[1].lower()
        if frame.tail[end:].startswith(" but "):  # nothing but Latin: not only Latin
            return replace(replaced(frame, start, end + len(" but"), "only"), negated=True)
        return replaced(frame, start, end, _NOTHING[word] if word in _NOTHING else _some(frame.tail[end:]))
    if " ".join(frame.modal.lower().split()) == "must":
        return replace(frame, modal="have to", negated=True)
    return _opposed(frame, adverb) if always == "never" else replace(frame, negated=True)


def _opposed(frame: Frame, adverb: str) -> Frame:
    """*Always* turned into *never*; any other frame denied."""
    if adverb == "always":
        return replace(frame, adverb="never")
    if frame.lemma == "be" and re.match(r"always\b", frame.tail, re.IGNORECASE):
        return replaced(frame, 0, len("always"), "never")
    return replace(frame, negated=True)


def is_negative(frame: Frame) -> bool:
    """Whether the tail carries the denial itself: *trusts nobody*, *has no friends*."""
    return _NEGATIVE.match(frame.tail) is not None


def _affirmed(frame: Frame) -> Frame:
    """Words that only stand under a denial (*anyone, at all*) exchanged."""
    for _ in range(4):
        loose = _LOOSE.search(frame.tail)
        if loose is None or '"' in frame.tail[: loose.start()]:
            break
        word = " ".join(loose[0].lower().split())
        instead = _ANY.get(word, "")
        if instead:
            blanks = len(loose[0]) - len(loose[0].lstrip())
            frame = replaced(frame, loose.start() + blanks, loose.end(), instead)
        else:
            frame = replaced(frame, loose.start(), loose.end(), "")
    return frame


def _some(after: str) -> str:
    """What *no* becomes before a noun: *a soul, some friends*."""
    following = re.match(r"\s+([A-Za-z'-]+)", after)
    word = following[1].lower() if following else ""
    tags = Words.load().tags(word)
    if word in ("idea", "memory", "soul", "home", "reason") or (
        "N" in tags and "P" not in tags and "A" not in tags
    ):
        return "an" if word[:1] in tuple("aeiou") else "a"
    return "some"


def replaced(frame: Frame, start: int, end: int, instead: str) -> Frame:
    """The frame with a stretch of its tail exchanged, and its refs moved along."""
    by = len(instead) - (end - start)

    def moved(ref: Ref) -> Ref:
        return replace(ref, start=ref.start + by, end=ref.end + by) if ref.start >= end else ref

    refs = tuple(moved(ref) for ref in frame.tail_refs if ref.end <= start or ref.start >= end)
    return replace(frame, tail=frame.tail[:start] + instead + frame.tail[end:], tail_refs=refs)
