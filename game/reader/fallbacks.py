"""A frame for a claim that came without one, built from its aspect and value."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from game.reader import inflection
from game.reader.claims import Frame, Ref
from game.reader.pronouns import NAMES
from game.reader.tidying import named
from game.reader.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from game.reader.claims import Claim

BONDS: Final[Mapping[str, str]] = {
    "loves": "love {them}", "desires": "want {them}", "needs": "need {them}", "trusts": "trust {them}",
    "misses": "miss {them}", "admires": "admire {them}", "forgives": "forgive {them}",
    "faithful": "be faithful to {them}", "distant": "be distant with {them}",
    "indifferent": "be indifferent to {them}", "resents": "resent {them}", "hates": "hate {them}",
    "fears": "be afraid of {them}", "leaves": "leave {them}",
}  # fmt: skip
"""bond -> the clause that says it. `{them}` is the other of the two."""

_CLOSED: Final[Mapping[str, Mapping[str, str]]] = {
    "mood": {},
    "bond": BONDS,
    "will": {
        "free": "be free", "obedient": "do as {they} say", "bound": "be bound to {them}",
        "defiant": "defy {them}",
    },
    "speech": {
        "silent": "say nothing", "sings": "sing", "whispers": "whisper", "shouts": "shout",
        "rhymes": "speak in rhyme", "questions": "speak in questions", "truthful": "tell the truth",
        "lies": "lie", "talkative": "talk a great deal", "stammers": "stammer",
    },
    "mind": {
        "knows": "know {object}", "forgets": "forget {object}", "remembers": "remember {object}",
        "believes": "believe in {object}", "doubts": "doubt {object}", "wonders": "wonder about {object}",
        "dreams": "dream of {object}",
    },
    "being": {
        "real": "be real", "written": "be made up", "alive": "be alive", "dead": "be dead", "gone": "be gone",
        "ageless": "be ageless",
    },
    "tie": {
        "friend": "be a friend of {object}", "family": "be related to {object}",
        "lover": "be the lover of {object}", "rival": "be a rival of {object}",
        "stranger": "be a stranger to {object}", "student": "be a student of {object}",
        "colleague": "be a colleague of {object}",
    },
}  # fmt: skip
"""value -> the clause. `{them}` is the other of the two, `{they}` the same as a subject."""

_BODY_PARTS: Final = """
eye ear arm leg hand foot finger toe lip cheek shoulder tooth eyebrow eyelash freckle dimple knee hip
elbow thumb nail fingernail wing antler wrist ankle calf thigh breast pigtail braid curl scar tattoo glove
boot shoe
"""
_MANY: Final = frozenset(_BODY_PARTS.split())
"""What people have more than one of."""
_PLACES: Final = """
kitchen bathroom bedroom garden park pool house hall hallway attic basement garage room bath shower bed
car street city country library hospital school office market beach sea ocean moon sun sky woods forest
desert mountain porch yard cellar closet wardrobe drawer hammock arcade study party
"""
_THE: Final = frozenset(_PLACES.split())
_INSTRUMENTS: Final = """
piano violin cello tuba guitar ukulele drum drums flute trumpet saxophone banjo accordion harp clarinet
trombone harmonica bagpipe bagpipes organ oboe bassoon viola mandolin theremin kazoo recorder bass
"""
_PLAYED: Final = frozenset(_INSTRUMENTS.split())
_ADVERBS_OF_PLACE: Final = (
    "home",
    "here",
    "there",
    "away",
    "outside",
    "inside",
    "abroad",
    "upstairs",
    "downstairs",
)
_DETERMINED: Final = re.compile(r"(?:a|an|the|her|his|my|no|some|one|two|three|many|\d+)\b")


def frame(claim: Claim) -> Frame:
    """A frame that says the claim plainly; its object and value are taken as they stand."""
    value = named(" ".join(claim.value.split())[:200]) or "somebody"
    made = _closed(claim, value) if claim.aspect in _CLOSED else _OPEN.get(claim.aspect, _verbal)(value)
    if claim.degree == "absolute":
        return replace(made, adverb="always" if claim.holds else "never")
    return replace(made, negated=not claim.holds)


def _closed(claim: Claim, value: str) -> Frame:
    clause = _CLOSED[claim.aspect].get(claim.value)
    if clause is None:
        lemma, tail = ("speak", value[:1].upper() + value[1:]) if claim.aspect == "speech" else ("be", value)
        return Frame(lemma, tail)
    lemma, _, tail = clause.partition(" ")
    partner = "ruby" if claim.subject == "calvin" else "calvin"
    if "{object}" in tail:
        return _about(claim, lemma, tail)
    if "{they}" in tail:
        return _slotted(lemma, tail, "{they}", "I", Ref(0, 1, partner, "subject"))
    name = NAMES[partner]
    return _slotted(lemma, tail, "{them}", name, Ref(0, len(name), partner, "object"))


def _about(claim: Claim, lemma: str, tail: str) -> Frame:
    thing = ("" if claim.object == "other" else claim.object) or (
        "somebody" if claim.aspect == "tie" else "something"
    )
    if thing == "written":
        return _slotted(lemma, tail, "{object}", "what she is", Ref(5, 8, claim.subject, "subject"))
    if thing in NAMES:
        return _slotted(lemma, tail, "{object}", NAMES[thing], Ref(0, len(NAMES[thing]), thing, "object"))
    return Frame(lemma, tail.replace("{object}", thing))


def _slotted(lemma: str, tail: str, slot: str, words: str, ref: Ref) -> Frame:
    """A frame with words in the slot, and the ref that stands in them."""
    at = tail.find(slot)
    if at < 0:
        return Frame(lemma, tail)
    there = replace(ref, start=ref.start + at, end=ref.end + at)
    return Frame(lemma, tail.replace(slot, words), (there,))


def _phrase(lemma: str, noun: str, *, plural: bool = False) -> Frame:
    return Frame(lemma, noun, noun=noun, plural=plural)


def _trait(value: str) -> Frame:
    return Frame("be", value)


def _body(value: str) -> Frame:
    first, _, rest = value.partition(" ")
    last = value.rpartition(" ")[2]
    if first == "wear":
        return _phrase("wear", _noun_phrase(rest) if rest else "clothes")
    tags = Words.load().tags(last)
    if "A" in tags or not set(tags) & set("NP"):
        return Frame("be", value)
    if last in _MANY:
        return _phrase("have", inflection.plural(value), plural=True)
    return _phrase("have", _noun_phrase(value))


def _verbal(value: str) -> Frame:
    """*keep bee* is to keep bees; a value without a verb is something that one does or is."""
    first, _, rest = value.partition(" ")
    tags = Words.load().tags(first)
    if "V" in tags or not tags:
        return Frame(first, _object(rest))
    return Frame("be", value if "A" in tags else _noun_phrase(value))


def _skill(value: str) -> Frame:
    first, _, rest = value.partition(" ")
    return Frame("play", "the " + rest) if first == "play" and rest in _PLAYED else _verbal(value)


def _have(value: str) -> Frame:
    return _phrase("have", _noun_phrase(value), plural=_is_plural(value))


def _taste(value: str) -> Frame:
    many = countable(value.rpartition(" ")[2])
    return _phrase("like", inflection.plural(value) if many else value, plural=many or _is_plural(value))


def _want(value: str) -> Frame:
    tags = Words.load().tags(value.partition(" ")[0])
    verb = "V" in tags and (" " in value or "N" not in tags)
    return Frame("want", f"to {value}") if verb else _phrase("want", _noun_phrase(value))


def _role(value: str) -> Frame:
    return _phrase("be", _noun_phrase(value))


def _past(value: str) -> Frame:
    first, _, rest = value.partition(" ")
    if first == "born" and rest:
        return Frame("be", f"born in {rest.title()}")
    tags = Words.load().tags(first)
    return Frame("be", value) if "E" in tags and "V" not in tags else _verbal(value)


def _place(value: str) -> Frame:
    first = value.partition(" ")[0]
    if first in _ADVERBS_OF_PLACE:
        return Frame("be", value)
    if "V" in Words.load().tags(first) and " " in value:
        return _verbal(value)
    place = f"the {value}" if value.rpartition(" ")[2] in _THE else value.title()
    return Frame("be", f"in {place}", noun=place)


def _say(value: str) -> Frame:
    return Frame("say", value if value.startswith(("that ", '"', "“")) else f'"{value}"')


_OPEN: Final[Mapping[str, Callable[[str], Frame]]] = {
    "trait": _trait, "body": _body, "skill": _skill, "act": _verbal, "have": _have, "taste": _taste,
    "want": _want, "role": _role, "past": _past, "place": _place, "say": _say,
}  # fmt: skip


def _object(value: str) -> str:
    """What follows an invented clause's verb: a bare countable noun is many of them."""
    single = " " not in value and countable(value) and "A" not in Words.load().tags(value)
    return inflection.plural(value) if single else value


def _noun_phrase(value: str) -> str:
    last = value.rpartition(" ")[2]
    if _DETERMINED.match(value) or not countable(last):
        return value
    return f"{inflection.article(value)} {value}"


def countable(noun: str) -> bool:
    """Whether it is said of one and of many; by how common its plural is beside it."""
    words = Words.load()
    if "P" in words.tags(noun) or "N" not in words.tags(noun):
        return False
    return 0 < words.rank(inflection.plural(noun)) < 3 * words.rank(noun) + 2_000


def _is_plural(value: str) -> bool:
    tags = Words.load().tags(value.rpartition(" ")[2])
    return "P" in tags and "N" not in tags
