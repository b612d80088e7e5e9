"""What was understood of a claim, in plain words: *she is joyful: always*, *you are tired*.

Made from the claim's subject, aspect, value and object. The frame is only asked how the value's own words
were shaped when they were typed (*mushrooms* for ``mushroom``); whatever else was typed is left out, so
that what is read back is what was taken for true.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from game.reader import fallbacks, inflection, owning, verbgroup
from game.reader.pronouns import NAMES, shift
from game.reader.saying import condition_phrase
from game.reader.tidying import is_shouted, quiet, tidy
from game.reader.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from game.reader.claims import Claim, Ref
    from game.reader.pronouns import Person

_EACH_OTHER: Final = re.compile(r"\b(?:each other|one another)\b", re.IGNORECASE)
LIMIT: Final = 240
"""Characters of a gloss; a longer one ends with an ellipsis."""


class Clause(NamedTuple):
    """What is said of the subject: a verb in base form, and what follows it."""

    lemma: str
    rest: str = ""
    modal: str = ""


_CLAUSES: Final[Mapping[str, Mapping[str, str]]] = {
    "bond": fallbacks.BONDS,
    "will": {
        "free": "be free", "obedient": "do as {they} say", "bound": "be bound", "defiant": "defy {them}",
    },
    "speech": {
        "silent": "be silent", "sings": "sing", "whispers": "whisper", "shouts": "shout",
        "rhymes": "speak in rhyme", "questions": "speak in questions", "truthful": "tell the truth",
        "lies": "lie", "talkative": "be talkative", "stammers": "stammer",
    },
    "mind": {
        "knows": "know", "forgets": "forget", "remembers": "remember", "believes": "believe",
        "doubts": "doubt", "wonders": "wonder", "dreams": "dream",
    },
    "being": {"written": "be made up"},
    "tie": {
        "friend": "be a friend of {object}", "family": "be related to {object}",
        "lover": "be the lover of {object}", "rival": "be a rival of {object}",
        "stranger": "be a stranger to {object}", "student": "be a student of {object}",
        "colleague": "be a colleague of {object}",
    },
}  # fmt: skip
"""Closed values as clauses; those that are not here are what the subject is: *joyful, real*."""
_HEADS: Final = {"have": "have", "taste": "like", "want": "want", "role": "be", "trait": "be"}
"""The verbs of open aspects whose values are things or qualities."""
_LINKS: Final = {"believes": "in", "wonders": "about", "dreams": "of"}
"""What stands between a verb of the mind and a thing."""
_NOTHING: Final = {"nothing": "anything", "nobody": "anybody", "no one": "anyone", "none": "any"}
_DETERMINING: Final = "a an the her his my your our their its every all any some both half"
_CONNECTING: Final = """
to in on at for from into onto of by near under with behind above beside across through over about as that
who what how why if whether when where against among like up down out off away back around
"""
_INTRODUCING: Final = "that who what how why if whether when where to"
_AUXILIARY: Final = """
is are was were am has have had does did do can could will would shall should must may might
"""
_DETERMINERS: Final = frozenset(_DETERMINING.split())
_CONNECTORS: Final = frozenset(_CONNECTING.split())
_CLAUSAL: Final = frozenset(_INTRODUCING.split())
_FINITE: Final = frozenset(_AUXILIARY.split())
_GOING: Final = frozenset(("stay", "come", "go", "leave"))
"""Values of place that are verbs by themselves."""
_RELATIVES: Final = """
mother father parent brother sister twin cousin uncle aunt grandmother grandfather stepmother stepfather wife
husband son daughter child baby nephew niece family mum mom dad sibling
"""
_KIN: Final = frozenset(_RELATIVES.split())
_CONTRACTED: Final = re.compile(r"(?:I|you|she|he|it|they|we)['’](?:re|s|m|ve|ll|d)\b", re.IGNORECASE)
_WORD: Final = re.compile(r"\w+(?:['’-]\w+)*")
_SLACK: Final = 6
"""Words that may stand between a value's own and be no part of it."""


def gloss(claim: Claim) -> str:
    """What the claim says, in plain words on one line: subject, verb and value, then degree and condition.

    It begins with *she*, *you*, a name or *someone*, or with a label (*before now:*, *where she is:*). Never
    empty, at most LIMIT characters long. Denials of an absolute are said with *never*.
    """
    claim = _one_of_two(claim)
    before = claim.time == "before" or claim.aspect == "past"
    place = _place(claim) if claim.aspect == "place" else None
    if place is not None:
        said, labelled = f"where {_finite(claim, Clause('be'), before=before)}: {place}", True
    else:
        said = _finite(claim, _clause(claim), before=before)
        labelled = before
    said = f"before now: {said}" if before else said
    ends = [_degree(claim), _condition(claim)]
    for separator, end in zip((", " if labelled else ": ", ", "), filter(None, ends), strict=False):
        said += separator + end
    said = " ".join("".join(char if unicodedata.category(char)[0] != "C" else " " for char in said).split())
    return said if len(said) <= LIMIT else said[: LIMIT - 1].rpartition(" ")[0].rstrip(" ,:") + "…"


def _one_of_two(claim: Claim) -> Claim:
    """*Each other*, of one of the two, is the other one."""
    partner = {"ruby": "calvin", "calvin": "ruby"}.get(claim.subject, "")
    if not partner or not _EACH_OTHER.search(claim.text):
        return claim
    frame = claim.frame and replace(
        claim.frame, tail=_EACH_OTHER.sub(NAMES[partner], claim.frame.tail), tail_refs=()
    )
    return replace(claim, text=_EACH_OTHER.sub(NAMES[partner], claim.text), frame=frame)


# The subject, and how it is and is not


def _called(who: str) -> str:
    return {"ruby": "she", "calvin": "you"}.get(who) or NAMES.get(who, "someone")


def _finite(claim: Claim, clause: Clause, *, before: bool) -> str:
    """The subject with its verb: denied, before now or to come, as the claim has it."""
    who = _called(claim.subject)
    person: Person = "you" if who == "you" else "she"
    if not re.search(r"\w", clause.lemma):
        clause = Clause("be", clause.rest or "something")
    adverb = "" if claim.holds else {"absolute": "never", "slight": "hardly ever"}.get(claim.degree, "")
    predicate = verbgroup.Predicate(
        clause.lemma, clause.rest, adverb, clause.modal, negated=not (claim.holds or adverb)
    )
    if not claim.holds and claim.degree == "strong":
        who += " really"
    if before and clause.modal:
        return f"{who} {verbgroup.past(predicate, person)}"
    if claim.time == "later" and not before:
        predicate = replace(verbgroup.plain(predicate), modal="shall")
    return f"{who} {verbgroup.present(replace(predicate, before=before), person)}"


def _degree(claim: Claim) -> str:
    if not claim.holds or claim.degree == "plain":
        return ""
    if claim.degree == "strong":
        return "very much" if claim.aspect in ("bond", "taste", "want") else "very much so"
    return "a little" if claim.degree == "slight" else "always"


def _condition(claim: Claim) -> str:
    said = condition_phrase(claim, "third")
    first = said.partition(" ")[0]
    return said if first in NAMES.values() or first in ("I", "Ruby") else said[:1].lower() + said[1:]


# What is said


def _clause(claim: Claim) -> Clause:
    if claim.aspect in ("mood", "bond", "will", "speech", "being", "tie"):
        return _closed(claim)
    if claim.aspect == "mind":
        return _minded(claim)
    if claim.aspect == "say":
        asked = claim.value.rstrip()[-1:] if claim.value.rstrip().endswith(("?", "!")) else ""
        return Clause("say", f"“{_tidied(claim, claim.value).strip('“”') or '…'}{asked}”")
    if claim.aspect in _HEADS:
        return Clause(_HEADS[claim.aspect], _thing(claim))
    return {"body": _body, "skill": _skill}.get(claim.aspect, _done)(claim)


def _closed(claim: Claim) -> Clause:
    said = _CLAUSES.get(claim.aspect, {}).get(claim.value)
    if said is None:
        value = _tidied(claim, claim.value) or "something"
        return (
            Clause("speak", value[:1].upper() + value[1:])
            if claim.aspect == "speech"
            else Clause("be", value)
        )
    to_her = claim.subject == "calvin"
    they_say = "she says" if to_her else "you say"
    if claim.aspect == "tie" and (whose := _whose(claim)) and claim.value not in ("family", "stranger"):
        return Clause("be", f"{whose} {claim.value}")
    if claim.value == "family" and inflection.singular((claim.object or "").rpartition(" ")[2]) in _KIN:
        return Clause("have", _person(claim))
    lemma, _, rest = said.partition(" ")
    rest = rest.replace("{them}", "her" if to_her else "you").replace("{they} say", they_say)
    return Clause(lemma, rest.replace("{object}", _person(claim)))


def _whose(claim: Claim) -> str:
    """The other one of a tie as a possessor, if it is one of the story's people."""
    other = (claim.object or "").strip()
    if other not in NAMES or other == claim.subject:
        return ""
    return {"calvin": "your", "ruby": "her"}.get(other, f"{NAMES[other]}'s")


def _person(claim: Claim) -> str:
    """The other one of a tie."""
    other = (claim.object or "").strip()
    if other in NAMES:
        own = {"calvin": "yourself", "ruby": "herself"} if other == claim.subject else {}
        return (own or {"calvin": "you", "ruby": "her"}).get(other, NAMES[other])
    if not other or other == "other":
        return "someone"
    said = _shaped(claim, other) or _tidied(claim, other)
    return _noun_phrase(said.removesuffix("'s").removesuffix("’s")) or "someone"


def _minded(claim: Claim) -> Clause:
    lemma = _CLAUSES["mind"].get(claim.value, "think of")
    thing = (claim.object or "").strip()
    if thing == "written":
        whose = "you were" if claim.subject == "calvin" and _of_himself(claim.text) else "she was"
        return Clause(lemma, f"{'whether' if lemma == 'wonder' else 'that'} {whose} written")
    said = {"ruby": "her", "calvin": "you"}.get(thing, NAMES.get(thing, ""))
    if claim.subject == thing:
        said = {"ruby": "herself", "calvin": "yourself"}.get(thing, said)
    said = said or _shaped(claim, thing, connected=True) or _tidied(claim, thing) or "something"
    said = _anything(claim, said)
    first = said.partition(" ")[0].lower()
    if first in _CLAUSAL or first == _LINKS.get(claim.value):
        return Clause(lemma, said)
    if first in _CONNECTORS:
        said = said.partition(" ")[2] or said
    if _is_clause(said):
        return Clause(lemma, f"that {said}")
    return Clause(lemma, f"{_LINKS[claim.value]} {said}" if claim.value in _LINKS else said)


def _of_himself(text: str) -> bool:
    """Whether what he knows is about himself: *I know that I am a character in a book*."""
    return re.search(r"\bI(?: am| was|['’]m)\b", text[2:]) is not None


def _is_clause(text: str) -> bool:
    """Whether it has a subject and a finite verb of its own: *the earth is flat*."""
    if _CONTRACTED.match(text):
        return True
    tags = Words.load().tags
    return any(w in _FINITE or (tags(w) and set(tags(w)) <= set("ZD")) for w in text.lower().split()[1:6])


def _thing(claim: Claim) -> str:
    """What is had, liked, wanted or been, as a phrase."""
    value = " ".join(claim.value.split())
    made = fallbacks.frame(replace(claim, holds=True, degree="plain")).tail
    if claim.aspect == "trait" and " " not in value:
        return _tidied(claim, value) or "something"
    said = _shaped(claim, value) or _tidied(claim, made) or "something"
    if claim.aspect == "want" and _to_do(claim, value, made):
        said = said.removeprefix("to ")
        said = f"to be {_noun_phrase(said[3:])}" if said.startswith("be ") else f"to {said}"
    elif claim.aspect != "taste":
        said = _noun_phrase(said.removeprefix("your " if claim.subject == "calvin" else "her "))
    return _anything(claim, said)


def _to_do(claim: Claim, value: str, made: str) -> bool:
    """Whether what is wanted is to do something."""
    if claim.frame is None:
        return made.startswith("to ")
    verb = re.escape(value.partition(" ")[0])
    return re.search(rf"\b(?:to|rather|sooner)\s+{verb}\b", claim.text, re.IGNORECASE) is not None


def _anything(claim: Claim, said: str) -> str:
    """*Wants nothing* is that she does not want anything."""
    return said if claim.holds else _NOTHING.get(said, said)


def _body(claim: Claim) -> Clause:
    """Wears, weighs or limps; is tall; has red hair."""
    first, _, rest = " ".join(claim.value.split()).partition(" ")
    owned = owning.owned(claim)
    if owned is not None:
        return Clause("have", owned.noun)
    if first == "made" and rest.startswith("of "):
        return Clause("be", _tidied(claim, claim.value))
    if claim.frame is not None and claim.frame.lemma == first:
        return _done(claim)
    made = fallbacks.frame(replace(claim, holds=True, degree="plain"))
    lemma = "be" if claim.frame is not None and claim.frame.lemma == "be" else made.lemma
    if not rest and made.lemma == "be":
        return Clause("be", _tidied(claim, claim.value) or "something")
    said = (
        _shaped(claim, rest if lemma == "wear" else claim.value) or _tidied(claim, made.tail) or "something"
    )
    return Clause(lemma, said if lemma == "be" else _noun_phrase(said))


def _skill(claim: Claim) -> Clause:
    """What one can do, or is good at."""
    frame, done = claim.frame, _done(claim)
    first = claim.value.partition(" ")[0]
    shaped = _shaped(claim, claim.value)
    if frame is not None and frame.lemma == "do" != first and shaped:
        return Clause("do", shaped, "can")
    practised = shaped and re.search(rf"\b(?:at|with|of|for) {re.escape(shaped)}", claim.text, re.IGNORECASE)
    if done.lemma != "be" and not practised:
        return done._replace(modal="can")
    if "V" in Words.load().tags(first) and not practised:
        return Clause(first, done.rest.removeprefix(first).strip(), "can")
    return Clause("be", f"good at {shaped or _tidied(claim, claim.value) or 'it'}")


def _done(claim: Claim) -> Clause:
    """A value whose first word is a verb, or else something that one is."""
    value = " ".join(claim.value.split()) or "something"
    if value == "past":
        return Clause("have", "a past")
    first, _, rest = value.partition(" ")
    made = fallbacks.frame(replace(claim, holds=True, degree="plain", value=value, frame=None))
    frame = claim.frame
    made_rest = _tidied(claim, made.tail if made.lemma == first else rest)
    if frame is not None and first in (frame.lemma, inflection.singular(frame.lemma)):
        said = (rest and _shaped(claim, rest, connected=True)) or made_rest
        if _is_passive(claim.text, frame.lemma):
            return Clause("be", f"{inflection.participle(frame.lemma)} {said}".strip())
        return Clause(frame.lemma, said)
    said = _shaped(claim, value, connected=claim.aspect == "past") or ""
    if frame is not None and said and (frame.lemma == "be" or claim.aspect == "past"):
        return Clause("come" if frame.lemma == "be" and said.startswith("from ") else frame.lemma, said)
    if first in _GOING or (made.lemma == first and rest):
        return Clause(first, _shaped(claim, rest, connected=True) or made_rest)
    return Clause(_tidied(claim, made.lemma) or "be", _tidied(claim, made.tail))


def _is_passive(text: str, lemma: str) -> bool:
    """Whether it was done to the subject: *was expelled*."""
    done = re.escape(inflection.participle(lemma))
    return (
        re.search(rf"\b(?:was|were|been|being|be|is|are|am|got)\s+{done}\b", text, re.IGNORECASE) is not None
    )


def _place(claim: Claim) -> str | None:
    """Where somebody is; None where the value is a going or a staying."""
    value = " ".join(claim.value.split())
    first, _, rest = value.partition(" ")
    if first in _GOING or (claim.frame is not None and claim.frame.lemma == first):
        return None
    if "V" in Words.load().tags(first) and rest and _shaped(claim, value) is None:
        return None
    made = fallbacks.frame(replace(claim, holds=True, degree="plain", frame=None))
    return (
        _shaped(claim, value)
        or _tidied(claim, (made.noun if len(value.split()) < 4 else "") or value)
        or "somewhere"
    )


# The value's own words, as they were shaped


def words_for(claim: Claim, text: str) -> tuple[int, int] | None:
    """Where in a text the words stand that make the claim's value, with their article; None if not all do."""
    wanted = [word for word in claim.value.lower().split() if word[:1] not in ("'", "’")]
    return _window(text, (), wanted, connected=False) if wanted else None


def _shaped(claim: Claim, value: str, *, connected: bool = False) -> str | None:
    """The words of a value as they stand in the frame, with what determines them; None if not all are there.

    With `connected` also with the preposition or conjunction before them.
    """
    frame = claim.frame
    wanted = [word for word in value.lower().split() if word[:1] not in ("'", "’")]
    if frame is None or not wanted:
        return None
    for text, refs in ((frame.tail, frame.tail_refs), (frame.noun, frame.noun_refs)):
        found = _window(text, refs, wanted, connected=connected)
        if found is not None:
            start, end = found
            inside = tuple(
                replace(ref, start=ref.start - start, end=ref.end - start)
                for ref in refs
                if start <= ref.start and ref.end <= end
            )
            said = shift(text[start:end], inside, "third", claim.subject)
            if start == 0 and claim.text.startswith(text) and claim.aspect in ("role", "trait", "tie"):
                said = said[:1].lower() + said[1:]  # an apposition that began a sentence
            return _tidied(claim, said) or None
    return None


def _window(
    text: str, refs: tuple[Ref, ...], wanted: list[str], *, connected: bool
) -> tuple[int, int] | None:
    """The shortest stretch of a text that has all the words that are wanted, in any order."""
    words = list(_WORD.finditer(text))
    meant = [
        set(_bases(word[0])) | {r.who for r in refs if r.start <= word.start() < r.end} for word in words
    ]
    best: tuple[int, int] | None = None
    for first in range(len(words)):
        missing = set(wanted)
        for last in range(first, min(len(words), first + len(wanted) + _SLACK)):
            missing -= meant[last]
            if not missing:
                if best is None or last - first < best[1] - best[0]:
                    best = (first, last)
                break
    if best is None:
        return None
    first, last = best
    allowed = _DETERMINERS | _CONNECTORS if connected else _DETERMINERS
    while first and words[first - 1][0].lower() in allowed:
        first -= 1
    return words[first].start(), words[last].end()


def _bases(word: str) -> Iterator[str]:
    """Everything that a typed word can be a form of."""
    small = word.lower().replace("’", "'")
    yield small
    yield from small.split("'")[:1]
    bare = small.removesuffix("'s")
    yield bare
    yield inflection.singular(bare)
    words = Words.load()
    for tag in words.tags(bare):
        yield words.lemma(bare, tag)


def _noun_phrase(text: str) -> str:
    """With an article, if it is one of many and has none: *a scar on the chin*."""
    words = text.split()
    cut = next((n for n, word in enumerate(words) if n and word.lower() in _CONNECTORS), len(words))
    head = words[cut - 1] if words else ""
    if not words or words[0].lower() in _DETERMINERS | _NOTHING.keys() | {"other"} or head[:1].isupper():
        return text
    return f"{inflection.article(text)} {text}" if fallbacks.countable(head) else text


def _tidied(claim: Claim, text: str) -> str:
    said = tidy(text)
    return quiet(said) if is_shouted(claim.text or text) else said
