"""Who says the words, and to whom: the pronouns of a frame, from the typist's mouth into another's.

On the page Calvin writes *my sleeve* of himself and *her hair* of Ruby. The narration calls him *you*;
Ruby, when she speaks, calls herself *I*. Refs tell which words stand for whom; the verbs that follow them are
made to agree.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from game.reader import inflection
from game.reader.claims import Ref
from game.reader.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from game.reader.claims import Case

Person = Literal["I", "you", "she"]
"""How verbs agree: first person, second person or plural, third person singular."""

NAMES: Final = {
    "ruby": "Ruby", "calvin": "Calvin", "harry": "Harry", "langdon": "Langdon", "lila": "Lila",
    "gertrude": "Gertrude", "mort": "Mort", "rosenthal": "Dr. Rosenthal", "susie": "Susie",
    "scotty": "Scotty",
}  # fmt: skip
_WOMEN: Final = frozenset(("ruby", "lila", "gertrude", "susie"))

_CASES: Final[tuple[Case, ...]] = ("subject", "object", "possessive", "own", "reflexive")
_PRONOUNS: Final = {
    name: dict(zip(_CASES, shapes.split(), strict=True))
    for name, shapes in {
        "I": "I me my mine myself",
        "you": "you you your yours yourself",
        "she": "she her her hers herself",
        "he": "he him his his himself",
        "they": "they them their theirs themselves",
        "we": "we us our ours ourselves",
        "both": "you you your yours yourselves",
    }.items()
}
_CASE_OF: Final[dict[str, Case]] = {
    shape.lower(): case for shapes in _PRONOUNS.values() for case, shape in shapes.items()
} | {"her": "object", "his": "possessive", "you": "object", "themself": "reflexive"}
_FIRST: Final = frozenset(shape.lower() for shape in _PRONOUNS["I"].values())
_WE: Final = frozenset(_PRONOUNS["we"].values())
_SHE: Final = frozenset(_PRONOUNS["she"].values())
_HE: Final = frozenset(_PRONOUNS["he"].values())
_THIRD_PERSON: Final = frozenset(("he", "she", "it"))


@dataclass(frozen=True, slots=True)
class Voice:
    """What a speaker calls the two of them, and what *we* is."""

    ruby: str
    calvin: str
    we: str = "both"


NARRATION: Final = Voice("she", "you")
VOICES: Final[Mapping[str, Voice]] = {
    "first": Voice("I", "you", "we"),
    "second": Voice("you", "I", "we"),
    "mine": Voice("I", "he", "we"),
    "told": Voice("she", "I", "we"),
}
"""By form; every other form is narration."""


def voice(form: str) -> Voice:
    """The voice that a form is said in."""
    return VOICES.get(form, NARRATION)


def called(who: str, form: str) -> str:
    """The subject pronoun for somebody: *she, you, I, he, they*."""
    speaking = voice(form)
    if who in ("ruby", "calvin"):
        return speaking.ruby if who == "ruby" else speaking.calvin
    if who in NAMES:
        return "she" if who in _WOMEN else "he"
    return "they"


def person(who: str, form: str) -> Person:
    """How a verb agrees with somebody as the subject of a form. A stranger takes the singular."""
    pronoun = called(who, form)
    return "I" if pronoun == "I" else "you" if pronoun == "you" else "she"


def shift(text: str, refs: Iterable[Ref], form: str, subject: str) -> str:
    """Put the words that stand for people as the form's speaker would say them, verbs agreeing."""
    pieces: list[str] = []
    at = 0
    named: set[str] = set()
    for ref in _all_refs(text, refs, subject):
        typed = text[ref.start : ref.end]
        leads = _is_subject(ref, text)
        case: Case = "subject" if leads else "object" if ref.case == "subject" else ref.case
        said = _said(replace(ref, case=case), typed, form, subject, named)
        named.add(ref.who)
        pieces += (text[at : ref.start], said)
        at = ref.end
        if leads:
            length, verb = _agreeing(typed, said, text[at:])
            pieces.append(verb)
            at += length
    return "".join((*pieces, text[at:]))


def _with_possessive(ref: Ref, text: str) -> Ref:
    """A name's ref with the 's that makes it a possessive, unless that is a verb: *Calvin's a genius*."""
    after = text[ref.end :]
    if (
        ref.case == "subject"
        or text[ref.start : ref.end].lower() in _CASE_OF
        or not re.match(r"['’]s\b", after)
    ):
        return ref
    verb = re.match(r"['’]s (?:a|an|the|not|never|always|so|very|been|got|in|on|\w+ing)\b", after)
    return replace(ref, case="subject") if verb else replace(ref, end=ref.end + 2, case="possessive")


def _all_refs(text: str, refs: Iterable[Ref], subject: str) -> list[Ref]:
    """The given refs that make sense, and those for words that can only mean the typist or his subject."""
    found: list[Ref] = []
    end = 0
    for ref in sorted(refs, key=lambda ref: (ref.start, ref.end)):
        if end <= ref.start < ref.end <= len(text):
            found.append(ref)
            end = ref.end
    taken = {at for ref in found for at in range(ref.start, ref.end)}
    men = {ref.who for ref in found if ref.who in NAMES} - _WOMEN - {"calvin"}
    for match in re.finditer(r"[A-Za-z]+", text):
        who = _meant(match[0], subject, other_men=bool(men))
        if who and match.start() not in taken:
            found.append(Ref(*match.span(), who, _case(match[0].lower(), text[match.end() :])))
    quoted = [quote.span() for quote in re.finditer(r'["“][^"”]*["”]?', text)]
    said = [ref for ref in found if not any(start <= ref.start < end for start, end in quoted)]
    return sorted((_with_possessive(ref, text) for ref in said), key=lambda ref: ref.start)


def _meant(typed: str, subject: str, *, other_men: bool) -> str:
    """Whom a word without a ref means: on a page *I* is Calvin, and so is *he* if no other man is there."""
    word = typed.lower()
    if typed == "Ruby" or (subject == "ruby" and word in _SHE):
        return "ruby"
    if word in _FIRST or word in _WE or word == "calvin":
        return "calvin"
    return "calvin" if subject == "ruby" and word in _HE and not other_men else ""


def _case(word: str, after: str) -> Case:
    """The case of a pronoun from its shape; *her* is possessive where a noun or adjective follows."""
    if word == "her":
        following = re.match(r"\s+([a-z'’-]+)", after.lower())
        tags = Words.load().tags(following[1]) if following else ""
        return (
            "possessive"
            if following and (set(tags) & set("NPA") or not tags) and following[1] not in _CLOSED
            else "object"
        )
    return _CASE_OF.get(word, "object")


_FUNCTION_WORDS: Final = """
and or but to in on at by for with from of off up down out over under into than as if when whenever while
so that because until too then there here the a an is was all alone back away again more very every about
"""
_CLOSED: Final = frozenset(_FUNCTION_WORDS.split())


def _said(ref: Ref, typed: str, form: str, subject: str, named: set[str]) -> str:
    """What the form's speaker says for a ref."""
    word = typed.lower().removesuffix("'s").removesuffix("’s")
    speaking = voice(form)
    case = ref.case
    if word in _WE:
        return _PRONOUNS[speaking.we][_CASE_OF[word]]
    pronoun = word in _CASE_OF
    if ref.who in ("ruby", "calvin"):
        if ref.who == subject and not pronoun and case == "object":
            case = "reflexive"
        return _PRONOUNS[called(ref.who, form)][case]
    if ref.who not in NAMES or ref.who == subject or (pronoun and (ref.who in named or case == "reflexive")):
        return typed if pronoun or ref.who not in NAMES else typed[:1].upper() + typed[1:]
    if not pronoun:
        return (
            re.sub(r"\b[a-z]", lambda letter: letter[0].upper(), typed, count=1) if typed.islower() else typed
        )
    return NAMES[ref.who] + ("'s" if case in ("possessive", "own") else "")


def _is_subject(ref: Ref, text: str) -> bool:
    """Whether a verb follows that has to agree; names are often taken for objects where they are not."""
    if ref.case == "subject":
        return text[ref.start : ref.end].lower() != "you" or bool(text[ref.end :].strip())
    if text[ref.start : ref.end].lower() in _CASE_OF or ref.case != "object":
        return False
    following = re.match(r"\s+([a-z]+(?:['’]t)?)", text[ref.end :])
    if following is None:
        return False
    if following[1] in _FINITE:
        return True
    tags = set(Words.load().tags(following[1]))
    opened = _OPENER.search(text[: ref.start]) is not None
    return ("Z" in tags and (opened or "P" not in tags)) or ("D" in tags and (opened or "E" not in tags))


_FINITE: Final = frozenset(
    ("is", "was", "has", "had", "does", "did", "can", "could", "will", "would", "should", "must", "might",
     "may", "isn't", "wasn't", "hasn't", "doesn't", "didn't", "can't", "couldn't", "won't", "wouldn't")
)  # fmt: skip
_OPENER: Final = re.compile(
    r"\b(?:what|whatever|when|whenever|if|unless|that|because|as|while|where|wherever|how|every time"
    r"|each time|any time|the moment|until|before|after|since)\s+$",
    re.IGNORECASE,
)
"""What stands before a clause's subject."""


_AGREEMENT: Final[dict[Person, dict[str, str]]] = {
    "I": {"is": "am", "are": "am", "were": "was", "isn't": "am not", "aren't": "am not", "weren't": "wasn't"},
    "you": {"is": "are", "am": "are", "was": "were", "isn't": "aren't", "wasn't": "weren't"},
    "she": {"am": "is", "are": "is", "were": "was", "aren't": "isn't", "weren't": "wasn't"},
}
_PLAIN: Final = {"has": "have", "does": "do", "hasn't": "haven't", "doesn't": "don't"}
_SINGULAR: Final = {plain: singular for singular, plain in _PLAIN.items()}
_INVARIABLE: Final = frozenset(
    ("can", "could", "will", "would", "shall", "should", "may", "might", "must", "had", "did", "can't",
     "couldn't",
     "won't", "wouldn't", "not")
)  # fmt: skip
_CLITICS: Final[dict[Person, dict[str, str]]] = {
    "I": {"'s": "'m", "'re": "'m"},
    "you": {"'s": "'re", "'m": "'re"},
    "she": {"'m": "'s", "'re": "'s", "'ve": "'s"},
}


def _agreeing(typed: str, said: str, after: str) -> tuple[int, str]:
    """The verb after a subject, agreeing with what it now says: how much of `after` goes, and what comes."""
    now: Person = "I" if said == "I" else "you" if said in ("you", "we", "they") else "she"
    was: Person = "I" if typed.lower() == "i" else "you" if typed.lower() in ("you", "we", "they") else "she"
    if now == was:
        return 0, ""
    clitic = re.match(r"['’](?:s|m|re|ve)\b", after)
    if clitic:
        ending = clitic[0].replace("’", "'")
        if ending == "'s" and now != "she" and re.match(r"\s+(?:got|been|had)\b", after[clitic.end() :]):
            return clitic.end(), "'ve"
        return clitic.end(), _CLITICS[now].get(ending, ending)
    verb = re.match(
        r"(\s+(?:[a-z]+ly\s+|always\s+|never\s+|ever\s+|just\s+|also\s+)?)([a-z]+(?:['’]t)?)", after
    )
    if not verb or verb[2] in _INVARIABLE:
        return 0, ""
    return verb.end(), verb[1] + _inflected(verb[2].replace("’", "'"), was, now)


def _inflected(verb: str, was: Person, now: Person) -> str:
    if verb in _AGREEMENT[now]:
        return _AGREEMENT[now][verb]
    if "she" not in (was, now) or verb in ("am", "is", "are", "was", "were"):
        return verb
    words = Words.load()
    tags = words.tags(verb)
    if now == "she":
        return _SINGULAR.get(verb) or (inflection.third(verb) if "V" in tags and "D" not in tags else verb)
    return _PLAIN.get(verb) or (words.lemma(verb, "Z") if "Z" in tags else verb)
