"""Say a claim again, in any of the forms that prose needs.

The head verb is inflected, the words after it are kept as they were typed, and the pronouns are put as the
form's speaker would say them. Nothing here raises and nothing comes back empty, whatever is in the claim.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from game.reader import fallbacks, polarity, verbgroup
from game.reader.claims import Frame, Ref
from game.reader.pronouns import NAMES, called, person, shift
from game.reader.tidying import is_shouted, tidy
from game.reader.words import Words

if TYPE_CHECKING:
    from game.reader.claims import Claim
    from game.reader.pronouns import Person

_ROOM: Final = 400
"""How much of a frame is looked at."""

_PHRASED: Final = frozenset(("have", "taste", "role", "tie", "body", "place", "past", "want"))
"""Aspects whose noun is a thing; of the others it is the gerund."""
_LEADING: Final = re.compile(
    r"(?:always|never|no longer|constantly|forever|often|sometimes|still|usually|rarely|hardly ever|secretly)"
    r"\b\s*",
    re.IGNORECASE,
)
_PREPOSITION: Final = re.compile(
    r"(?:in|on|at|from|to|into|onto|of|by|near|under|inside|originally from|all the way from)\s+(?=\S)",
    re.IGNORECASE,
)


def say(claim: Claim, form: str) -> str:
    """The claim in a form of the guide's table: third, base, ing, past, perfect, negated, question, first,
    second, other, mine or noun. An unknown form is said as `third`. Never empty, at most 160 characters.
    """
    frame = _frame(claim)
    said = _noun(claim, frame) if form == "noun" else _clause(claim, frame, form)
    return said or _clean(claim.value, claim) or "somebody"


def is_plural(claim: Claim) -> bool:
    """Whether the noun form takes *are*."""
    frame = _frame(claim)
    return frame.plural and claim.aspect in _PHRASED and bool(frame.noun.strip())


def deny(claim: Claim) -> Claim:
    """The claim turned round, for a page put in backwards: *loves bees* becomes *doesn't love bees*."""
    frame = claim.frame if claim.frame is not None and claim.frame.lemma.strip() else None
    if frame is not None:
        frame = polarity.denied(polarity.completed(frame, claim))
    return replace(claim, holds=not claim.holds, frame=frame)


def object_phrase(claim: Claim, form: str) -> str:
    """The claim's object as a noun phrase in the form's voice: *Harry*, *you*, *the moon*; or nothing."""
    thing = " ".join((claim.object or "").split())[:_ROOM]
    if not thing:
        return ""
    if thing in NAMES:
        named = (Ref(0, len(NAMES[thing]), thing, "object"),)
        return _clean(shift(NAMES[thing], named, form, claim.subject), claim)
    if thing == "written":
        pronoun = (Ref(5, 8, claim.subject, "subject"),)
        return _clean(shift("what she is", pronoun, form, claim.subject), claim)
    frame = _frame(claim)
    for text, refs in ((frame.noun, frame.noun_refs), (frame.tail, frame.tail_refs)):
        found = re.search(
            rf"(?:\b(?:the|a|an|her|his|my|your|their)\s+)?\b{re.escape(thing)}\b", text, re.IGNORECASE
        )
        if found:
            inside = tuple(
                replace(ref, start=ref.start - found.start(), end=ref.end - found.start())
                for ref in refs
                if found.start() <= ref.start and ref.end <= found.end()
            )
            return _clean(shift(found[0], inside, form, claim.subject), claim)
    return _clean(shift(thing, (), form, claim.subject), claim)


def condition_phrase(claim: Claim, form: str) -> str:
    """The claim's condition in the form's voice: *whenever you leave the room*; or nothing."""
    when = (claim.when or "")[:_ROOM]
    names = re.finditer(r"\b(?:ruby|calvin)\b", when, re.IGNORECASE)
    refs = tuple(Ref(name.start(), name.end(), name[0].lower(), "object") for name in names)
    return _clean(shift(when, refs, form, claim.subject), claim)


def _clause(claim: Claim, frame: Frame, form: str) -> str:
    if form == "negated":
        frame = polarity.denied(frame, always="not always")
    who = person(claim.subject, form)
    rest = shift(frame.tail, frame.tail_refs, form, claim.subject)
    adverb = shift(frame.adverb, (), form, claim.subject)
    predicate = verbgroup.normal(
        verbgroup.Predicate(
            lemma=_clean(frame.lemma, claim) or "be",
            rest=_clean(rest, claim),
            adverb=_clean(adverb, claim).lower(),
            modal=_modal(claim, frame),
            negated=frame.negated,
            before=_is_backstory(claim, frame),
        )
    )
    if form == "question":
        said = verbgroup.question(predicate, called(claim.subject, form), _questioned(claim.subject, form))
    elif form in ("base", "ing"):
        said = verbgroup.base(predicate) if form == "base" else verbgroup.ing(predicate)
    else:
        tense = {"past": verbgroup.past, "perfect": verbgroup.perfect}.get(form, verbgroup.present)
        said = tense(predicate, who)
    return _clean(said, claim)


def _questioned(subject: str, form: str) -> Person:
    """In a question a stranger is *they*."""
    return person(subject, form) if subject in NAMES else "you"


def _modal(claim: Claim, frame: Frame) -> str:
    modal = frame.modal[:40].strip().lower()
    if modal:
        return "shall" if modal == "will" and claim.time == "later" else modal
    return "shall" if claim.time == "later" else ""


def _is_backstory(claim: Claim, frame: Frame) -> bool:
    """Whether the claim is told in the past; where one is from, one still is."""
    if claim.time != "before" or frame.modal.strip():
        return False
    return not (frame.lemma in ("be", "come", "hail") and re.match(r"(?:originally )?from\b", frame.tail))


def _noun(claim: Claim, frame: Frame) -> str:
    if claim.aspect in _PHRASED:
        text = _clean(shift(frame.noun, frame.noun_refs, "noun", claim.subject), claim)
        if text:
            return text
        if claim.aspect in ("past", "place"):
            origin = _PREPOSITION.match(frame.tail) if frame.lemma == "be" else None
            if origin:
                rest = _cut(frame.tail, frame.tail_refs, origin.end())
                return _clean(shift(rest[0], rest[1], "noun", claim.subject), claim)
            return _clause(replace(claim, time="now"), frame, "ing")
        if claim.aspect == "want" and frame.lemma == "want" and frame.tail.startswith("to "):
            wanted, refs = _cut(frame.tail, frame.tail_refs, 3)
            lemma, _, tail = wanted.partition(" ")
            tail_refs = _cut(wanted, refs, len(lemma) + 1)[1]
            return _clause(claim, Frame(lemma, tail, tail_refs), "ing")
        if claim.aspect != "body" and frame.lemma in ("have", "own", "like", "love", "be", "hate", "want"):
            text = _clean(shift(frame.tail, frame.tail_refs, "noun", claim.subject), claim)
            if re.match(r"(?:a|an|the|her|his|your|their|some|two|three|\d+)\s", text):
                return text
    gerund = replace(frame, modal="", negated=False) if claim.aspect == "skill" else frame
    return _clause(claim, gerund, "ing")


def _frame(claim: Claim) -> Frame:
    """The claim's frame put in order: a true lemma, a leading adverb out of the tail; or one made for it."""
    frame = claim.frame
    if frame is None or not re.search(r"\w", frame.lemma):
        frame = fallbacks.frame(claim)
    lemma = " ".join(frame.lemma.lower().split())[:60]
    frame = replace(
        frame, lemma=_base(lemma), tail=frame.tail[:_ROOM], noun=frame.noun[:_ROOM], adverb=frame.adverb[:60]
    )
    if frame.lemma == "be" and not frame.adverb:
        leading = _LEADING.match(frame.tail)
        if leading:
            tail, refs = _cut(frame.tail, frame.tail_refs, leading.end())
            frame = replace(frame, adverb=leading[0].strip().lower(), tail=tail, tail_refs=refs)
    stray = re.match(r"(?:n['’]t|not)\b\s*", frame.tail, re.IGNORECASE) if frame.negated else None
    if stray:
        tail, refs = _cut(frame.tail, frame.tail_refs, stray.end())
        frame = replace(frame, tail=tail, tail_refs=refs)
    if frame.lemma == "have" and frame.tail.startswith("got "):
        tail, refs = _cut(frame.tail, frame.tail_refs, 4)
        frame = replace(frame, tail=tail, tail_refs=refs)
    return polarity.completed(frame, claim)


def _base(lemma: str) -> str:
    """A head in base form, should it come inflected."""
    words = Words.load()
    tags = words.tags(lemma)
    if "V" in tags:
        return lemma
    return next((words.lemma(lemma, tag) for tag in "ZDEG" if tag in tags), lemma)


def _cut(text: str, refs: tuple[Ref, ...], start: int) -> tuple[str, tuple[Ref, ...]]:
    """The text from an offset on, and its refs."""
    kept = (replace(ref, start=ref.start - start, end=ref.end - start) for ref in refs if ref.start >= start)
    return text[start:], tuple(kept)


def _clean(text: str, claim: Claim) -> str:
    return tidy(text, shouted=is_shouted(claim.text or text))
