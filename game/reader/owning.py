"""What is said of a part of somebody, as a thing that they have: *her hair is on fire*."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from game.reader import inflection
from game.reader.claims import Frame
from game.reader.fallbacks import countable
from game.reader.words import Words

if TYPE_CHECKING:
    from game.reader.claims import Claim

_ROOM: Final = 300
_IS: Final = re.compile(
    r"\b(?:her|ruby['’]s) (?P<part>\w+(?: \w+)?) (?:is|are|was|were)(?:n['’]?t)?"
    r"(?: not| always| never)? (?P<rest>[^,;:.!?]+)$",
    re.IGNORECASE,
)
_DOES: Final = re.compile(r"\b(?:her|ruby['’]s) (?P<part>\w+) (?P<rest>[^,;:.!?]+)$", re.IGNORECASE)
_BESIDE: Final = re.compile(
    r"(?:on|in|at|under|over|above|behind|between|inside|full of|made|covered|carved) ", re.IGNORECASE
)
_THING: Final = re.compile(r"(?:a|an|the) ", re.IGNORECASE)


def owned(claim: Claim) -> Frame | None:
    """*Has hair on fire*, *has a shadow that leaves*; None if the claim's own frame says it."""
    frame = claim.frame
    if claim.aspect != "body" or claim.subject != "ruby" or (frame is not None and frame.lemma != "have"):
        return None
    text = " ".join(claim.text[:_ROOM].split())
    tail = "" if frame is None else frame.tail.strip().lower()
    found = _IS.search(text)
    if found is not None:
        rest = found["rest"]
        if _BESIDE.match(rest):
            return _having(found["part"], f"{found['part']} {rest}", claim)
        if _THING.match(rest) and tail.endswith(rest.lower()):
            return _having(found["part"], f"{found['part']} that is {rest}", claim)
        return None
    found = _DOES.search(text)
    if (
        found is None
        or tail != found["part"].lower()
        or "Z" not in Words.load().tags(found["rest"].split()[0])
    ):
        return None
    return _having(found["part"], f"{found['part']} that {found['rest']}", claim)


def _having(part: str, phrase: str, claim: Claim) -> Frame:
    last = part.rpartition(" ")[2].lower()
    many = inflection.plural(last) == last or (
        "P" in Words.load().tags(last) and "N" not in Words.load().tags(last)
    )
    noun = phrase if many or not countable(last) else f"{inflection.article(phrase)} {phrase}"
    adverb = "" if claim.degree != "absolute" else ("always" if claim.holds else "never")
    return Frame("have", noun, adverb=adverb, negated=not claim.holds and not adverb, noun=noun, plural=many)
