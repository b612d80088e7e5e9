"""Put back what a frame lost of its clause: a denial, a degree, a passive.

The reader cuts these off because they are facts of their own in the claim. Said without them, the clause
would be somebody else's: *is sad* for *is always sad*, *feeds up* for *is fed up*.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from game.reader import inflection, polarity
from game.reader.verbgroup import DENIALS

if TYPE_CHECKING:
    from game.reader.claims import Claim, Frame

_ROOM: Final = 600
"""How much of the clause is looked at, in characters."""

_ADVERBS: Final = """
very so extremely deeply utterly completely totally terribly horribly insanely wildly madly really truly
quite rather fairly slightly somewhat absolutely entirely wholly perfectly always constantly forever
sometimes often only just too incredibly unbelievably impossibly stupidly hopelessly desperately
blissfully painfully strangely oddly almost mostly permanently eternally exclusively still all
"""
_DEGREES: Final = "|".join(["a little bit", "a tiny bit", "a little", "a bit", *_ADVERBS.split()])
_BEFORE_BE: Final = re.compile(rf"(?:\b(?:{_DEGREES})\b,? (?:and )?)+$", re.IGNORECASE)
_BEFORE_OTHERS: Final = re.compile(r"\b(?:only|nothing but|entirely|exclusively|strictly) $", re.IGNORECASE)
_AFTER: Final = re.compile(
    r" (?:terribly|completely|utterly|deeply|madly|wildly|desperately|dearly|constantly|always|forever"
    r"|passionately|a little|a lot|so much|very much|too much|more than anything|all the time|all day long"
    r"|all day|every day|every night|with all her heart|badly|very badly|beautifully"
    r"|every (?:single |waking )?(?:second|minute|moment|hour|day|night|morning|evening|week|year|time)"
    r"(?: of (?:every|each|the|her|his|my) (?:single |waking )?\w+)?"
    r"|warts and all|more and more|now and forever|day in,? (?:and )?day out|through thick and thin"
    r"|to the moon and back|for better or (?:for )?worse|come what may|implicitly|everywhere)(?!\w)",
    re.IGNORECASE,
)
_DENIAL: Final = re.compile(
    r"^(?:nothing|nobody|no one|no-one|none|no \w+)\b|"
    r"\b(?:anything but|far from|nowhere near|by no means|in no way)\b"
    r"|\b(?:never|no longer|rarely|seldom|hardly|scarcely|not|cannot|nor)\b"
    r"|\b(?:is|are|was|were|do|does|did|ca|could|wo|would|has|had|have|should|ai)n['’]?t\b",
    re.IGNORECASE,
)
_CEASED: Final = re.compile(r"\b(?:stops?|stopped|quits?|ceases?|ceased|gave up|gives up)\b", re.IGNORECASE)
_UNCEASING: Final = re.compile(
    r"\b(?:never|not|cannot|\w+n['’]?t|unable to) (?:ever )?(?:stop|stops|stopped|quit|cease|help)\b",
    re.IGNORECASE,
)
"""What makes a denial of its opposite: *cannot stop dancing* is to dance."""
_BE: Final = r"(?:is|are|am|was|were|be|been|being|get|gets|got|isn['’]?t|wasn['’]?t|aren['’]?t|'s|’s|'re|'m)"
_BROUGHT_UP: Final = (
    "raised", "born", "educated", "trained", "adopted", "abandoned", "orphaned", "expelled", "named",
)  # fmt: skip
"""Participles that begin a clause without a verb: *raised in Ohio*."""
_LEFT_OVER: Final = re.compile(r",? (?:but|and|or)(?: still| then| also| even| yet)?$", re.IGNORECASE)
"""The conjunction of a clause after it: *gives me some space but still*."""
_OWNED: Final = re.compile(r"(?:to )?(?:mine|me|him|his|calvin)\b", re.IGNORECASE)
"""*Belongs to me, is mine*: what is no longer so of somebody free."""
_OPEN_ENDED: Final = re.compile(
    r"\b(?:everything|anything|nothing|no one|nobody|something|every(?: last)? \w+|things?|words?|idea|of|for"
    r"|to|to (?:hear|see|know|learn|find out|check|ask)|with|about|convinced|sure|certain|aware)$",
    re.IGNORECASE,
)
"""How a tail ends whose clause went on: *believes every word*, *hates him for*."""
_CLAUSAL: Final = frozenset(("think", "know", "believe", "do", "feel", "wonder", "doubt", "hope", "realize"))
"""Verbs that say nothing without the clause after them."""
_FURTHER: Final = re.compile(
    r" (?:that|what|whatever|who|whom|how|why|where|whether|if|as|but|except|I|he|she|Calvin|Ruby|you|we"
    r"|they|it|shes|hes|im|theyre|youre|its|its)\b[^,;.:!?]*",
    re.IGNORECASE,
)


def restored(frame: Frame, claim: Claim) -> Frame:
    """The frame with what its clause says of it."""
    text = " ".join(claim.text[:_ROOM].split())
    if not text:
        return frame
    left = _LEFT_OVER.search(frame.tail)
    if left is not None:
        frame = polarity.replaced(frame, left.start(), len(frame.tail), "")
    frame = _superlative(_continued(_passive(frame, text), text), text)
    if claim.aspect in {"body", "have"}:
        frame = _numbered(frame, text)
    return _denied(_graded(frame, text), claim, text)


def _passive(frame: Frame, text: str) -> Frame:
    """*Is fed up*, where the frame has *feed* + *up*."""
    if frame.lemma in ("be", "have") or frame.modal:
        return frame
    participle = inflection.participle(frame.lemma)
    found = re.search(
        rf"(?:\b{_BE}|(?<=\w)['’]s) (?:\w+ly |not |never |once |no longer )*{re.escape(participle)}\b",
        text,
        re.IGNORECASE,
    )
    joined = frame.lemma in ("make", "cover") and re.match(r"(?:of|from|in|with) ", frame.tail)
    if joined and not found:
        found = re.search(rf"\band {participle} {re.escape(frame.tail)}", text, re.IGNORECASE)
    brought_up = participle in _BROUGHT_UP and re.search(
        rf"(?:^|, ){participle}\b(?! (?:it|him|her|them|the|a|an|his)\b)", text, re.IGNORECASE
    )
    if participle == frame.lemma or not (found or brought_up):
        return frame
    return polarity.replaced(replace(frame, lemma="be"), 0, 0, f"{participle} " if frame.tail else participle)


def _superlative(frame: Frame, text: str) -> Frame:
    """*The bravest person I know*, where the frame has *bravest*."""
    tail = frame.tail.strip()
    if frame.lemma != "be" or " " in tail or not tail.lower().endswith("est"):
        return frame
    found = re.search(rf"\b(?:the|her|his|my) {re.escape(tail)}\b[^,;:.!?]*", text, re.IGNORECASE)
    return polarity.replaced(frame, 0, len(frame.tail), found[0].strip()) if found else frame


def _end(frame: Frame, text: str) -> tuple[int, int]:
    """Where the frame's tail, or its head if it has none, starts and ends in the clause; -1 if nowhere."""
    tail = " ".join(frame.tail.lower().split())
    if tail:
        at = text.lower().find(tail)
        return (at, at + len(tail)) if at >= 0 else (-1, -1)
    forms = (
        rule(frame.lemma)
        for rule in (inflection.third, inflection.past, inflection.participle, inflection.ing)
    )
    head = re.search(rf"\b(?:{'|'.join(map(re.escape, (*forms, frame.lemma)))})\b", text, re.IGNORECASE)
    return (head.start(), head.end()) if head else (-1, -1)


def _continued(frame: Frame, text: str) -> Frame:
    """A clause that was cut off where it said what it was about."""
    tail = frame.tail.rstrip()
    if not (_OPEN_ENDED.search(tail) if tail else frame.lemma in _CLAUSAL):
        return frame
    end = _end(frame, text)[1]
    further = _FURTHER.match(text, end) if end >= 0 else None
    if further is None:
        return frame
    words = re.split(r" and (?=\w+s\b)", further[0])[0]
    return polarity.replaced(frame, len(tail), len(frame.tail), words if tail else words.lstrip())


def _numbered(frame: Frame, text: str) -> Frame:
    """*Knees that click*, where the frame has *knee*."""
    last = frame.tail.rpartition(" ")[2]
    many = inflection.plural(last)
    found = re.search(rf"\b{re.escape(many)}\b(.*)$", text, re.IGNORECASE) if last and many != last else None
    if frame.lemma != "have" or found is None or re.search(rf"\b{re.escape(last)}\b", text, re.IGNORECASE):
        return frame
    rest = found[1].strip(" .,;:!?")
    told = (
        ""
        if not rest or re.match(r"(?:is|are|was|were|and|of)\b", rest) or " " in frame.tail
        else f" that {rest}"
    )
    at = len(frame.tail) - len(last)
    noun = (
        frame.noun[: len(frame.noun) - len(last)] + many + told if frame.noun.endswith(last) else frame.noun
    )
    return replace(polarity.replaced(frame, at, len(frame.tail), many + told), noun=noun, plural=True)


def _graded(frame: Frame, text: str) -> Frame:
    """Adverbs of degree put back before and after the tail, where they stood."""
    start, end = _end(frame, text)
    if start < 0:
        return frame
    before = (_BEFORE_BE if frame.lemma == "be" else _BEFORE_OTHERS).search(text[:start])
    if (
        before
        and before[0].strip().lower() == "only"
        and re.search(r"(?:\bnot|n['’]t) $", text[: before.start()])
    ):
        before = None  # *not only pretty*
    after = _AFTER.match(text[end:])
    if after and frame.lemma != "be":
        length = len(frame.tail.rstrip())
        frame = polarity.replaced(frame, length, len(frame.tail), after[0] if length else after[0].lstrip())
    if before and frame.tail and before[0].strip().lower() != frame.adverb.strip().lower():
        frame = polarity.replaced(frame, 0, 0, before[0])
    return frame


def _denied(frame: Frame, claim: Claim, text: str) -> Frame:  # noqa: PLR0911
    """A denial that only the claim's facts have; better said in plain words than turned round."""
    if frame.adverb == polarity.SAID:
        return frame
    adverb = " ".join(frame.adverb.lower().split())
    if claim.holds and frame.lemma not in ("stop", "quit", "cease", "help") and _UNCEASING.search(text):
        return replace(frame, adverb="" if adverb in DENIALS else frame.adverb, modal="", negated=False)
    if claim.holds and claim.value == "free" and frame.lemma in ("be", "belong") and not frame.negated:
        mine = re.search(r"\bno longer\b", text, re.IGNORECASE) if _OWNED.match(frame.tail) else None
        return replace(frame, adverb="no longer") if mine and not adverb else frame
    if claim.holds or frame.negated or adverb in DENIALS or polarity.is_negative(frame):
        return frame
    denial = _DENIAL.search(text)
    if denial is None:
        ceased = claim.aspect in ("act", "speech", "skill") and _CEASED.search(text) and frame.lemma != "stop"
        return replace(frame, adverb="no longer") if ceased and not adverb else frame
    if denial[0].lower() in frame.tail.lower():
        return frame
    word = " ".join(denial[0].lower().split())
    if word in DENIALS and word not in ("not", "nor") and not adverb:
        return replace(frame, adverb=word)
    return replace(frame, negated=True)
