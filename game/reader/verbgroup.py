"""The verb group: tense, person, modals, negation and questions for a predicate in base form."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from game.reader import inflection
from game.reader.irregular import RECLINE

if TYPE_CHECKING:
    from game.reader.pronouns import Person


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb and what goes with it. `before` is back-story: it is told in the past."""

    lemma: str
    rest: str = ""
    adverb: str = ""
    modal: str = ""
    negated: bool = False
    before: bool = False


@dataclass(frozen=True, slots=True)
class Modal:
    """A modal's finite forms, and the verb that stands for it where it has no form (*be able to*)."""

    present: str
    absent: str
    past: str
    past_absent: str
    verb: str = ""
    link: str = ""


_MODALS: Final = {
    "can": Modal("can", "can't", "could", "couldn't", "be", "able to"),
    "could": Modal("could", "couldn't", "could", "couldn't", "be", "able to"),
    "must": Modal("must", "mustn't", "had to", "wasn't allowed to", "have", "to"),
    "will": Modal("will", "won't", "would", "wouldn't"),
    "shall": Modal("will", "won't", "would", "wouldn't"),
    "would": Modal("would", "wouldn't", "would have", "wouldn't have"),
    "should": Modal("should", "shouldn't", "should have", "shouldn't have", "be", "supposed to"),
    "may": Modal("may", "may not", "might", "might not"),
    "might": Modal("might", "might not", "might have", "might not have"),
    "used to": Modal("used to", "didn't use to", "had", "hadn't"),
}
_SAME: Final = {
    "cannot": "can", "can't": "can", "'ll": "will", "won't": "will", "'d": "would",
    "ought to": "should", "had better": "should", "use to": "used to", "has got to": "must", "gotta": "must",
    "have got to": "must", "got to": "must", "would rather": "would", "is supposed to": "should",
}  # fmt: skip
_VERBAL: Final = {
    "have to": ("have", "to"), "has to": ("have", "to"), "had to": ("have", "to"), "need to": ("need", "to"),
    "needs to": ("need", "to"), "be able to": ("be", "able to"), "is able to": ("be", "able to"),
    "able to": ("be", "able to"), "be going to": ("be", "going to"), "is going to": ("be", "going to"),
    "going to": ("be", "going to"), "gonna": ("be", "going to"), "dare": ("dare", "to"),
    "be to": ("be", "to"),
}  # fmt: skip

DENIALS: Final = frozenset(
    ("never", "no longer", "rarely", "seldom", "hardly", "hardly ever", "scarcely", "barely", "scarcely ever",
     "not", "not once", "no more", "never again", "never once", "never ever", "nor", "neither", "not even")
)  # fmt: skip
"""Adverbs that deny the verb they stand before."""

_BE: Final[dict[Person, tuple[str, str, str, str]]] = {
    "I": ("am", "am not", "was", "wasn't"),
    "you": ("are", "aren't", "were", "weren't"),
    "she": ("is", "isn't", "was", "wasn't"),
}
_POSTURE: Final = re.compile(
    r"(?:down|on|in|under|beside|next|by|at|across|awake|still|naked|there|here|flat|back|beneath|among"
    r"|between|face|asleep|upon|around|over|near|motionless)\b"
)


def normal(predicate: Predicate) -> Predicate:
    """The predicate with a modal that the tables know, or none; denied once at most."""
    modal = " ".join(predicate.modal.lower().replace("’", "'").split())
    modal = _SAME.get(modal, modal)
    negated = predicate.negated and predicate.adverb not in DENIALS
    predicate = replace(predicate, modal=modal, negated=negated)
    if modal in _VERBAL:
        lemma, link = _VERBAL[modal]
        return replace(predicate, lemma=lemma, rest=_join(link, predicate.lemma, predicate.rest), modal="")
    return predicate if modal in _MODALS else replace(predicate, modal="")


def plain(predicate: Predicate) -> Predicate:
    """The predicate without a modal, for forms that modals lack: *can swim* is *be able to swim*."""
    modal = _MODALS.get(predicate.modal)
    if modal is None:
        return predicate
    if predicate.modal == "used to":
        return replace(predicate, modal="", before=True)
    lemma, link = modal.verb, modal.link
    if predicate.negated and predicate.modal in ("will", "would"):
        predicate, lemma, link = replace(predicate, negated=False), "refuse", "to"
    elif predicate.negated and predicate.modal == "must":
        lemma, link = "be", "allowed to"
    if not lemma:
        return replace(predicate, modal="")
    return replace(predicate, lemma=lemma, rest=_join(link, predicate.lemma, predicate.rest), modal="")


def present(predicate: Predicate, person: Person) -> str:
    """The finite verb group in the tense that the predicate is told in: *keeps bees*, *grew up on a farm*."""
    if predicate.before and not predicate.modal:
        return _simple_past(predicate, person)
    modal = _MODALS.get(predicate.modal)
    if modal is not None:
        finite = modal.absent if predicate.negated else modal.present
        return _join(finite, predicate.adverb, predicate.lemma, predicate.rest)
    if predicate.lemma == "be":
        return _join(_BE[person][predicate.negated], predicate.adverb, predicate.rest)
    if predicate.negated:
        return _join(
            "doesn't" if person == "she" else "don't", predicate.adverb, predicate.lemma, predicate.rest
        )
    verb = inflection.third(predicate.lemma) if person == "she" else predicate.lemma
    return _join(predicate.adverb, verb, predicate.rest)


def past(predicate: Predicate, person: Person) -> str:
    """One step further back: *kept bees*, *could swim*; back-story goes to the past perfect."""
    if predicate.before or predicate.modal == "used to":
        return _perfect(plain(predicate), "had")
    modal = _MODALS.get(predicate.modal)
    if modal is None:
        return _simple_past(predicate, person)
    finite = modal.past_absent if predicate.negated else modal.past
    if person == "you":
        finite = finite.replace("wasn't", "weren't")
    verb = predicate.lemma
    if finite.endswith(" have"):
        verb, finite = _participle(predicate), finite.removesuffix(" have")
        return _join(finite, predicate.adverb, "have", verb, predicate.rest)
    return _join(finite, predicate.adverb, verb, predicate.rest)


def perfect(predicate: Predicate, person: Person) -> str:
    """The present perfect: *has kept bees*, *has not been able to swim*."""
    have = "has" if person == "she" else "have"
    if predicate.modal in ("will", "shall") and not predicate.negated and not predicate.adverb:
        return _join(have, "yet to", predicate.lemma, predicate.rest)
    return _perfect(plain(predicate), have)


def base(predicate: Predicate) -> str:
    """The bare infinitive: *keep bees*, *not be able to swim*, *have grown up*."""
    predicate = plain(predicate)
    if predicate.before:
        return _non_finite(predicate, "have", _join(_participle(predicate), predicate.rest))
    return _non_finite(predicate, predicate.lemma, predicate.rest)


def ing(predicate: Predicate) -> str:
    """The gerund: *keeping bees*, *not being able to swim*, *having grown up*."""
    predicate = plain(predicate)
    if predicate.before:
        return _non_finite(predicate, "having", _join(_participle(predicate), predicate.rest))
    return _non_finite(predicate, inflection.ing(predicate.lemma), predicate.rest)


def question(predicate: Predicate, pronoun: str, person: Person) -> str:
    """Yes or no: *does she keep bees*, *can't she swim*, *was she born in Dayton*."""
    if predicate.modal == "used to":
        predicate = plain(predicate)
    modal = _MODALS.get(predicate.modal)
    if modal is not None:
        finite = modal.absent if predicate.negated else modal.present
        if finite.endswith(" not"):
            return _join(
                finite.removesuffix(" not"), pronoun, "not", predicate.adverb, predicate.lemma, predicate.rest
            )
        return _join(finite, pronoun, predicate.adverb, predicate.lemma, predicate.rest)
    if predicate.lemma == "be":
        finite = _BE[person][predicate.negated + (2 if predicate.before else 0)]
        finite = "aren't" if finite == "am not" else finite
        return _join(finite, pronoun, predicate.adverb, predicate.rest)
    do = "did" if predicate.before else "does" if person == "she" else "do"
    return _join(
        do + ("n't" if predicate.negated else ""), pronoun, predicate.adverb, predicate.lemma, predicate.rest
    )


def _simple_past(predicate: Predicate, person: Person) -> str:
    if predicate.lemma == "be":
        return _join(_BE[person][2 + predicate.negated], predicate.adverb, predicate.rest)
    if predicate.negated:
        return _join("didn't", predicate.adverb, predicate.lemma, predicate.rest)
    verb = RECLINE[0] if _reclines(predicate) else inflection.past(predicate.lemma)
    return _join(predicate.adverb, verb, predicate.rest)


def _perfect(predicate: Predicate, have: str) -> str:
    denial = "not" if predicate.negated else ""
    return _join(have, denial, predicate.adverb, _participle(predicate), predicate.rest)


def _participle(predicate: Predicate) -> str:
    return RECLINE[1] if _reclines(predicate) else inflection.participle(predicate.lemma)


def _non_finite(predicate: Predicate, verb: str, rest: str) -> str:
    """*Not* and denials stand before the verb; other adverbs stand after *be*."""
    denial = "not" if predicate.negated else ""
    if predicate.lemma == "be" and predicate.adverb not in DENIALS and verb in ("be", "being"):
        return _join(denial, verb, predicate.adverb, rest)
    return _join(denial, predicate.adverb, verb, rest)


def _reclines(predicate: Predicate) -> bool:
    return predicate.lemma == "lie" and _POSTURE.match(predicate.rest) is not None


def _join(*words: str) -> str:
    return " ".join(filter(None, words))
