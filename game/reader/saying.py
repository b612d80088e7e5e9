"""Say a claim again, in any of the forms that prose needs.

The head verb is inflected, the words after it are kept as they were typed, and the pronouns are put as the
form's speaker would say them. Nothing here raises and nothing comes back empty, whatever is in the claim.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from game.reader import frames, polarity, verbgroup
from game.reader.claims import Ref
from game.reader.pronouns import NAMES, called, person, shift
from game.reader.tidying import is_shouted, tidy

if TYPE_CHECKING:
    from game.reader.claims import Claim, Frame
    from game.reader.pronouns import Person


@lru_cache(maxsize=4096)
def say(claim: Claim, form: str) -> str:
    """The claim in a form of the guide's table: third, base, ing, past, perfect, negated, question, first,
    second, other, told, mine or noun. An unknown form is said as `third`. Never empty, at most 160
    characters long.
    """
    frame = frames.in_order(claim)
    said = _noun(claim, frame) if form == "noun" else _clause(claim, frame, form)
    return said or _clean(claim.value, claim) or "somebody"


def is_plural(claim: Claim) -> bool:
    """Whether the noun form takes *are*."""
    frame = frames.in_order(claim)
    return frame.plural and frames.noun_phrase(claim, frame) is not None


def deny(claim: Claim) -> Claim:
    """The claim turned round, for a page put in backwards: *loves bees* becomes *doesn't love bees*."""
    frame = claim.frame if claim.frame is not None and claim.frame.lemma.strip() else None
    if frame is None:
        return replace(claim, holds=not claim.holds)
    frame = polarity.denied(frames.in_order(claim))
    if claim.holds and not frame.negated and not frame.adverb.strip():
        frame = replace(frame, adverb=polarity.SAID)
    return replace(claim, holds=not claim.holds, frame=frame)


def object_phrase(claim: Claim, form: str) -> str:
    """The claim's object as a noun phrase in the form's voice: *Harry*, *you*, *the moon*; or nothing."""
    thing = " ".join((claim.object or "").split())[: frames.ROOM]
    if not thing:
        return ""
    if thing in NAMES:
        named = (Ref(0, len(NAMES[thing]), thing, "object"),)
        return _clean(shift(NAMES[thing], named, form, claim.subject), claim)
    if thing == "written":
        pronoun = (Ref(5, 8, claim.subject, "subject"),)
        return _clean(shift("what she is", pronoun, form, claim.subject), claim)
    frame = frames.in_order(claim)
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


@lru_cache(maxsize=4096)
def condition_phrase(claim: Claim, form: str) -> str:
    """The claim's condition in the form's voice: *whenever you leave the room*; or nothing."""
    if not claim.when:
        return ""
    when = claim.when[: frames.ROOM]
    names = re.finditer(r"\b(?:ruby|calvin)\b", when, re.IGNORECASE)
    refs = tuple(Ref(name.start(), name.end(), name[0].lower(), "object") for name in names)
    return _clean(shift(when, refs, form, claim.subject), claim)


def _clause(claim: Claim, frame: Frame, form: str, *, told: bool = True) -> str:
    """The clause in a form; back-story is told in the past, unless it is only named (*growing up*)."""
    if form == "negated":
        frame = polarity.denied(frame, always="not always")
    who = person(claim.subject, form)
    rest = frame.tail
    if frame.lemma not in ("name", "christen", "rename"):  # a name that is given stays a name
        rest = shift(frame.tail, frame.tail_refs, form, claim.subject)
    adverb = shift(frame.adverb, (), form, claim.subject)
    predicate = verbgroup.normal(
        verbgroup.Predicate(
            lemma=_clean(frame.lemma, claim) or "be",
            rest=_clean(rest, claim),
            adverb=_clean(adverb, claim).lower(),
            modal=_modal(claim, frame),
            negated=frame.negated,
            before=told and frames.is_backstory(claim, frame),
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
        if modal == "could" and claim.time == "now" and frame.lemma != "care":
            return "can"  # a page tells its present in the past
        return "shall" if modal == "will" and claim.time == "later" else modal
    return "shall" if claim.time == "later" else ""


def _noun(claim: Claim, frame: Frame) -> str:
    phrase = frames.noun_phrase(claim, frame)
    if phrase is not None:
        said = _clean(shift(*phrase, "noun", claim.subject), claim)
        if said:
            return said
    doing = frames.wanted(claim, frame) or frame
    if claim.aspect == "skill":
        doing = replace(frame, modal="", negated=False)
    return _clause(claim, doing, "ing", told=claim.aspect != "past")


def _clean(text: str, claim: Claim) -> str:
    return tidy(text, shouted=is_shouted(claim.text or text))
