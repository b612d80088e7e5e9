"""Stage 8: who each pronoun, name and description is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from game.reader.vocabulary import DESCRIPTIONS, FEMALE, MALE, NAMES, PRONOUNS, TITLES
from game.reader.wordsets import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.reader.chunks import NounPhrase
    from game.reader.tokens import Token

_HE = words(
    "brother father dad daddy papa husband boyfriend fiance uncle nephew grandfather grandpa grandad son man boy "  # noqa: E501
    "guy bloke chap lad fellow king prince duke priest monk vicar rabbi landlord waiter policeman fireman "
    "fishmonger butcher milkman postman mailman mate gentleman stepfather stepbrother actor sailor soldier doctor "  # noqa: E501
    "dentist boss neighbour neighbor plumber barber baker stranger lawyer judge mayor driver poet painter pilot "  # noqa: E501
    "professor teacher plumber mechanic carpenter farmer fisherman salesman businessman clerk cop cowboy bachelor "  # noqa: E501
    "widower ex-husband ex-boyfriend suitor groom gardener janitor butler chef critic editor publisher agent "
    "burglar thief magician clown wizard dwarf giant pirate conductor composer cellist drummer bartender busker "  # noqa: E501
    "grandson godfather cousin colleague partner surgeon detective sheriff captain general sergeant beekeeper"
)
"""Nouns that the next *he* may be."""

_WORKERS = tuple(  # noqa: C409
    [
        "keeper",
        "maker",
        "driver",
        "worker",
        "player",
        "singer",
        "seller",
        "teacher",
        "dresser",
        "cleaner",
        "walker",
        "catcher",
        "holder",
        "monger",
        "smith",
        "woman",
        "sman",
        "tman",
        "rman",
        "dman",
        "yman",
        "kman",
        "ologist",
        "officer",
        "clerk",
        "attendant",
        "inspector",
        "collector",
        "counsellor",
        "counselor",
        "minister",
        "trainer",
    ]  # noqa: E501, RUF100
)
_NOT_PEOPLE = words(
    "minesweeper timekeeper windcatcher locksmith bookmaker cardholder householder screwdriver "
    "talisman doberman wallpaper candleholder peacemaker noisemaker coffeemaker"
)

Gist = tuple[str, str, bool, str, str | None]
"""Aspect, value, holds, degree and object of a claim, kept for *Ruby does too*."""


@dataclass(frozen=True, slots=True)
class Discourse:
    """Who *she*, *he* and *they* are, and what was last said; hashable, so that readings can be cached by it."""  # noqa: E501

    female: str = "ruby"
    male: str = "calvin"
    pair: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    thing: str = ""
    """The last plural or singular thing named, for *them* and *it*."""
    gists: tuple[Gist, ...] = ()
    verb: str = ""


_SAME = {
    "man": lambda d: d.male,
    "fellow": lambda d: d.male,
    "boy": lambda d: d.male,
    "woman": lambda d: d.female,
    "lady": lambda d: d.female,
    "girl": lambda d: d.female,
}
"""Nouns that may stand for whoever was named last: *Harry is on a diet. The man cries.*"""


def resolve(tokens: list[Token], state: Discourse) -> Discourse:  # noqa: PLR0912
    """Set `who` of every pronoun; the state after the sentence."""
    fixed: set[str] = set()
    now = state
    clause_subject = ""
    for i, token in enumerate(tokens):
        if token.tag == "n":
            possessive = i + 1 < len(tokens) and tokens[i + 1].low == "'s" and tokens[i + 1].tag == "s"
            subject = not possessive and _is_subject(tokens, i)
            gender = "female" if token.who in FEMALE else "male" if token.who in MALE else ""
            if gender and (subject or gender not in fixed):
                now = replace(now, female=token.who) if gender == "female" else replace(now, male=token.who)
            if subject:
                fixed.add(gender)
                clause_subject = token.who
        elif token.tag == "s" and token.low == "whose":
            named = next((t for t in reversed(tokens[max(0, i - 3) : i]) if t.tag in "nNP"), None)
            token.who = named.who if named is not None and named.tag == "n" else ""
        elif (
            token.low in _SAME
            and token.tag == "N"
            and i
            and tokens[i - 1].low == "the"
            and i + 1 < len(tokens)
            and tokens[i + 1].tag in "ZDbhum"
            and tokens[i + 1].tag
            and _SAME[token.low](state) not in {"ruby", "calvin", "other"}
        ):
            token.who = _SAME[token.low](now)
        elif token.tag == "N" and token.low in _HE and i:
            described = DESCRIPTIONS.get(f"{tokens[i - 1].low} {token.low}", "")
            earlier = [t for t in tokens[max(0, i - 4) : i] if t.tag in "bi" and t.tag]
            if described in MALE:
                now = replace(now, male=described)
            elif (
                not described
                and not _set_apart(tokens, i)
                and tokens[i - 1].low not in {"every", "no", "any", "each", "some", "many", "few"}
                and not ("male" in fixed and not _is_subject(tokens, i))
                and not (earlier and (earlier[-1].tag == "b" or earlier[-1].low in {"like", "as", "than"}))
            ):
                now = replace(now, male="other")
        elif (
            token.tag == "N"
            and i
            and DESCRIPTIONS.get(f"{tokens[i - 1].low} {token.low}", "") in FEMALE - {"ruby"}
            and i + 1 < len(tokens)
            and tokens[i + 1].tag in "ZDbhum,"
            and (i < 2 or tokens[i - 2].tag in ",jk.")
        ):
            now = replace(now, female=DESCRIPTIONS[f"{tokens[i - 1].low} {token.low}"])
        elif token.tag in "pyosfw" and token.low in PRONOUNS:
            kind, _ = PRONOUNS[token.low]
            token.who = _pronoun(kind, token.tag, now, state, clause_subject)
            if token.tag == "p":
                clause_subject = token.who
        elif token.tag in "ZDbhumV" and i and token.tag and _other_subject(tokens, i):
            clause_subject = ""
        elif token.tag in ".k" or (token.tag == "j" and token.low == "but"):
            clause_subject = "" if token.tag == "." else clause_subject
    return now


def _other_subject(tokens: list[Token], i: int) -> bool:
    """Whether a thing is the subject of the verb at i: *and it (always) made her angry*."""
    j = i - 1
    while j >= 0 and tokens[j].tag in "Rx" and tokens[j].tag:
        j -= 1
    if j < 0:
        return False
    return tokens[j].tag in ("P" if tokens[i].tag == "V" else "NPqy")


def _pronoun(kind: str, tag: str, now: Discourse, before: Discourse, subject: str) -> str:  # noqa: PLR0911
    if kind == "me":
        return "calvin"
    if kind == "you":
        return "ruby"
    if kind == "we":
        return "ruby+calvin"
    if kind == "they":
        return "+".join(now.pair)
    who = now.female if kind == "f" else now.male
    if tag == "o" and who == subject:
        # an object pronoun is somebody other than its own subject
        other = before.female if kind == "f" else before.male
        if other != subject:
            return other
        return {"f": "ruby", "m": "calvin"}[kind] if subject not in {"ruby", "calvin"} else "other"
    return who


def _set_apart(tokens: list[Token], i: int) -> bool:
    """Whether the noun is an apposition to a name: *a retired surgeon, Ruby ...; Ruby, a surgeon, ...*."""
    start = next((k for k in range(i - 1, max(-1, i - 5), -1) if tokens[k].low in {"a", "an"}), -1)
    if start < 0:
        return False
    if start == 0:
        comma = next((k for k in range(i + 1, min(i + 8, len(tokens))) if tokens[k].tag == ","), -1)
        return 0 < comma < len(tokens) - 1 and tokens[comma + 1].tag == "n"
    return tokens[start - 1].tag == "," and start > 1 and tokens[start - 2].tag == "n"


def _is_subject(tokens: list[Token], i: int) -> bool:
    j = i - 1
    while j >= 0 and tokens[j].tag in "nR!" and tokens[j].low != "there":
        j -= 1
    if j >= 0 and tokens[j].tag in "itVZDGEbhs" and tokens[j].lemma not in {"let", "make", "have", "want"}:
        return False
    k = i + 1
    while k < len(tokens) and tokens[k].tag in "nRx!":
        k += 1
    return (k < len(tokens) and tokens[k].tag in "ZDbhumV,jk") or j < 0


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a predicate is about: people, or a part or thing of a person."""

    people: tuple[str, ...] = ()
    owner: str = ""
    part: str = ""
    """The noun that is the owner's: hair, hands, home."""
    joined: bool = False
    """Whether the people were named together (*Ruby and Lila*)."""


class People:
    """Tells people from things."""

    def __init__(self, nouns: Mapping[str, str]) -> None:
        self._nouns = nouns

    def is_person(self, lemma: str) -> bool:
        """Whether the noun names a person."""
        return lemma in self._nouns or (
            len(lemma) > 6 and lemma.endswith(_WORKERS) and lemma not in _NOT_PEOPLE
        )

    def of(self, tokens: list[Token], phrase: NounPhrase) -> Subject:  # noqa: PLR0911
        """Who the noun phrase is."""
        head = tokens[phrase.head]
        if phrase.owner == -2:
            return self._joined(tokens, phrase)
        if head.tag in "pyofw" and head.tag:
            people = tuple(p for p in head.who.split("+") if p)
            return Subject(people, joined=len(people) > 1)
        if head.tag == "N" and head.who:
            return Subject((head.who,))
        text = " ".join(t.low for t in tokens[phrase.start : phrase.end])
        if text in DESCRIPTIONS:
            return Subject((DESCRIPTIONS[text],))
        if head.tag == "n":
            return Subject((head.who,))
        lemma = head.lemma
        if phrase.owner >= 0:
            owner = tokens[phrase.owner].who or (
                DESCRIPTIONS.get(" ".join(t.low for t in tokens[phrase.start : phrase.owner + 1]), "")
            )
            if self.is_person(lemma):
                return Subject(("other",), owner=owner, part=lemma)
            owners = owner.split("+")
            return Subject((), owner=owners[0], part=lemma) if owner else Subject()
        if self.is_person(lemma) or self.is_name(tokens, phrase):
            return Subject(("other",), part=lemma)
        return Subject()

    def is_name(self, tokens: list[Token], phrase: NounPhrase) -> bool:
        """An unlisted name: a capital where no sentence begins, or one that takes a title."""
        head = tokens[phrase.head]
        if head.tag != "N" or not head.text[:1].isupper() or head.text.isupper():
            return False
        if tokens[phrase.start].low in TITLES and phrase.end - phrase.start > 1:
            return True
        return (
            phrase.start == phrase.head
            and phrase.start > 0
            and tokens[phrase.start - 1].tag not in ".Q"
            and head.low not in NAMES
        )

    def _joined(self, tokens: list[Token], phrase: NounPhrase) -> Subject:
        people: list[str] = []
        for token in tokens[phrase.start : phrase.end]:
            if token.tag in "npo" and token.who:
                people += [p for p in token.who.split("+") if p and p not in people]
        if not people:
            if any(self.is_person(t.lemma) for t in tokens[phrase.start : phrase.end] if t.tag in "NP"):
                return Subject(("other",))
            owner = next((t for t in tokens[phrase.start : phrase.end] if t.tag == "s" and t.who), None)
            return Subject((), owner=owner.who, part=tokens[phrase.head].lemma) if owner else Subject()
        return Subject(tuple(people), joined=len(people) > 1)
