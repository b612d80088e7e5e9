"""Frames of what somebody is: a nurse, a friend of Harry's, a kind woman with a limp."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.reader.drafts import Case, Draft
from game.reader.values import value_of
from game.reader.wordsets import words

if TYPE_CHECKING:
    from game.reader.chunks import NounPhrase
    from game.reader.framing import Framer

GENERIC = words(
    "woman girl person man lady creature human one thing soul being kid child boy guy gal "
    "somebody someone female individual people type sort kind lass heroine"
)

GOOD = words(
    "good great excellent brilliant skilled amazing wonderful fantastic talented gifted skilful "
    "skillful superb proficient adept handy ace fluent expert marvellous incredible decent "
    "accomplished best better unbeatable deadly"
)

BAD = words(
    "bad terrible hopeless awful useless lousy dreadful horrible rubbish atrocious abysmal "
    "hopeless appalling incompetent clumsy worst worse inept shit crap pathetic"
)
"""What makes somebody good or bad at something."""

_COMMON_LOOKS = words(
    "old little big small great poor young fair plain dark black white clean dirty strong weak hot cold dry"
)
_OF_CHARACTER = ("ous", "ful", "less", "ish", "some", "ant", "tic", "ile", "ive", "y")
_INTENSIVE = words(
    "dreadful terrible awful frightful fearful shocking appalling perfect absolute complete utter total real "
    "regular proper born great big awfully hopeless incurable thorough downright confirmed inveterate "
    "notorious horrible horrid terrific tremendous fearsome unholy right arrant rank incorrigible outright "
    "sheer veritable positive consummate compulsive pathological shameless unashamed unrepentant fearfully "
    "abject"
)
_PICTURES = words(
    "picture image portrait study model embodiment soul essence epitome personification incarnation paragon "
    "monument statue mirror pattern miracle monster prodigy"
)
_NOT_ROLES = words("way matter case point deal place lot bit time end day reason sight")


def nominal(framer: Framer, case: Case, phrase: NounPhrase) -> list[Draft]:  # noqa: PLR0911, PLR0912
    """*is a nurse, is Harry's friend, is a kind woman, is twenty-six years old*."""
    tokens = case.tokens
    head = tokens[phrase.head]
    words = case.words(phrase.start)
    lemma = head.lemma
    if head.tag in "qpowy" and head.tag:
        return []
    if (
        phrase.owner >= 0
        and tokens[phrase.owner].tag == "s"
        and tokens[phrase.owner].who == case.who
        and (framer.in_list("body_parts", lemma) or framer.in_list("garments", lemma))
    ):
        return []
    if head.tag == "c" or (
        tokens[phrase.start].tag == "c"
        and lemma
        in {
            "year",
            "foot",
            "inch",
            "month",
            "pound",
            "stone",
            "metre",
            "meter",
            "centimetre",
            "mile",
            "day",
            "week",
        }
    ):
        if head.tag == "c" and phrase.end < case.end and tokens[phrase.end].low == "of":
            inner = case.by_start.get(phrase.end + 1)
            if inner is not None and tokens[inner.head].lemma in GENERIC:
                return []  # *one of those women who ...*: what follows says what she is
            if inner is not None:
                return nominal(framer, case, inner)
        return [Draft("body", value_of(tokens, words), lemma="be", tail=case.words(), why="age or measure")]
    if head.tag in "n":
        if case.who and head.who == case.who and case.scope.denials:
            return [Draft("role", head.low, lemma="be", tail=case.words(), noun=words, why="not herself")]
        return []
    owner, _owner_start = owner_of(framer, case, phrase)
    tie = framer.lists["ties"].get(lemma)
    if framer.lists["ties"].get(" ".join(t.low for t in tokens[phrase.head - 1 : phrase.head + 1])):
        tie = framer.lists["ties"][" ".join(t.low for t in tokens[phrase.head - 1 : phrase.head + 1])]
    if (
        tie
        and owner
        and owner != case.who
        and not (owner in {"calvin", "ruby"} and {owner, case.who} == {"calvin", "ruby"})
    ):
        draft = Draft(
            "tie",
            tie,
            object=owner,
            lemma="be",
            tail=case.words(),
            noun=list(range(phrase.start, phrase.end)),
            why=f"tie {lemma}",
        )
        if any(
            tokens[k].low in {"former", "ex", "old", "onetime"} for k in range(phrase.start, phrase.head)
        ) or lemma.startswith("ex-"):
            draft.time = "before"
        return [draft, *attached(framer, case, phrase)]
    if lemma in {"dog", "cat", "pet", "horse", "parrot"} and case.who == "scotty" and owner:
        return [Draft("have", lemma, lemma="have", tail=words, noun=words, why="pet", who=owner)]
    if case.who in {"ruby", "calvin"} and owner in {"ruby", "calvin"} and owner != case.who:
        own = framer.senses("nouns", "my " + lemma)
        if own:
            return [
                Draft(a, v, h, d, lemma="be", tail=case.words(), why=f"my {lemma}") for a, v, h, d in own[:1]
            ]
    return described(framer, case, phrase, words)


def described(framer: Framer, case: Case, phrase: NounPhrase, words: list[int]) -> list[Draft]:  # noqa: PLR0912
    """The adjectives and the noun of what somebody is: *a very frugal plumber*."""
    tokens = case.tokens
    head = tokens[phrase.head]
    lemma = head.lemma
    drafts: list[Draft] = []
    if tokens[phrase.start].low == "no" and tokens[phrase.start].tag == "d":
        case.scope.denials.add(phrase.start)
    generic = lemma in GENERIC
    modifiers = [
        k for k in range(phrase.start, phrase.head) if tokens[k].tag in "AEGNP" and tokens[k].low != "'s"
    ]
    compound = " ".join(tokens[k].low for k in [*modifiers[-1:], phrase.head])
    skilled = framer.lists["agents"].get(lemma)
    first = tokens[modifiers[0]].lemma if modifiers else ""
    tail = case.words()
    if skilled and first in GOOD | BAD and not generic:
        return [
            Draft("skill", skilled, first in GOOD, lemma="be", tail=tail, noun=words, why=f"{first} {lemma}")
        ]
    senses = framer.senses("nouns", compound) or framer.senses("nouns", lemma)
    if senses and senses[0][0] == "mood" and tokens[phrase.start].low in {"a", "an", "the", "no"}:
        senses = []  # *a joy to her mother, the terror of the parish* is what she is to others
    quality = _quality(framer, case, phrase)
    if quality:
        return [*quality, *attached(framer, case, phrase)]
    adjectives = (
        [k for k in modifiers if tokens[k].tag in "AE"] if framer.senses("nouns", compound) == [] else []
    )
    for k in adjectives:
        if tokens[k].low in {"best", "oldest", "good", "close", "old"} and lemma in {"friend", "pal", "mate"}:
            continue
        if tokens[k].low in {"only", "same", "first", "last", "other", "own", "very"}:
            continue
        if senses and not generic and tokens[k].low in _INTENSIVE:
            case.scope.weigh("strong")  # *a dreadful snob*: it is the snob that is dreadful
            continue
        known = framer.senses("adjectives", tokens[k].low) or framer.senses("adjectives", tokens[k].lemma)
        if known and (
            known[0][0] != "body" or generic or not {tokens[k].low, tokens[k].lemma} & _COMMON_LOOKS
        ):
            aspect, value, holds, degree = known[0]
            draft = Draft(
                aspect, value, holds, degree, lemma="be", tail=[k], why=f"adjective {tokens[k].low}"
            )
            if k > phrase.start and tokens[k - 1].tag == "R":
                draft.degree = _degree(tokens[k - 1].low)
                draft.tail = [k - 1, k]
            drafts.append(draft)
        elif not known and (
            generic
            or (
                tokens[k].tag == "A"
                and framer.people.is_person(lemma)
                and tokens[k].low.endswith(_OF_CHARACTER)
            )
        ):
            drafts.append(Draft("trait", tokens[k].lemma, lemma="be", tail=[k], why="unlisted adjective"))
    if senses:
        aspect, value, holds, degree = senses[0]
        drafts.insert(
            0, Draft(aspect, value, holds, degree, lemma="be", tail=tail, noun=words, why=f"noun {lemma}")
        )
        return drafts + attached(framer, case, phrase)
    if lemma in _NOT_ROLES or (lemma == "thing" and head.tag == "P"):
        return drafts
    if not (
        generic
        and (drafts or any(tokens[k].low in {"sort of", "kind of"} for k in range(phrase.start, phrase.head)))
    ):
        positions = words if generic or not drafts else [k for k in words if k not in adjectives]
        value = value_of(tokens, _with_of(case, phrase, positions))
        if value:
            drafts.insert(0, Draft("role", value, lemma="be", tail=tail, noun=words, why="noun"))
    return drafts + attached(framer, case, phrase)


def _quality(framer: Framer, case: Case, phrase: NounPhrase) -> list[Draft]:
    """*a woman of courage, the soul of discretion, a study in boredom*."""
    tokens = case.tokens
    lemma = tokens[phrase.head].lemma
    inner = case.by_start.get(phrase.end + 1) if phrase.end < case.end else None
    if inner is None or tokens[phrase.end].low not in {"of", "in"}:
        return []
    if not (lemma in _PICTURES or (lemma in GENERIC and tokens[phrase.end].low == "of")):
        return []
    for aspect, value, holds, degree in framer.senses("nouns", tokens[inner.head].low) or framer.senses(
        "nouns", tokens[inner.head].lemma
    ):
        if aspect in {"trait", "mood"}:
            if tokens[inner.start].low == "no":
                case.scope.denials.add(inner.start)
            return [
                Draft(aspect, value, holds, degree, lemma="be", tail=case.words(), why=f"{lemma} of {value}")
            ]
    return []


def _with_of(case: Case, phrase: NounPhrase, positions: list[int]) -> list[int]:
    """The noun phrase and what *of* adds to it, without other prepositional phrases."""
    stop = case.end
    for k in range(phrase.end, case.end):
        if case.tokens[k].tag in "iWTk" and case.tokens[k].low not in {"of", "in", "on", "at"}:
            stop = k
            break
    return [k for k in positions if k < stop]


def attached(framer: Framer, case: Case, phrase: NounPhrase) -> list[Draft]:
    """What follows the noun: *a woman with a crooked smile, a dancer from Moscow*."""
    tokens = case.tokens
    drafts: list[Draft] = []
    at = phrase.end
    while at < case.end:
        token = tokens[at]
        inner = case.by_start.get(at + 1)
        aged = tokens[phrase.head].lemma not in {"mother", "father", "parent", "family", "part"}
        if token.low == "of" and inner is not None and tokens[inner.head].tag == "c" and aged:
            words = case.words(at + 1, inner.end)
            drafts.append(Draft("body", value_of(tokens, words), lemma="be", tail=words, why="of an age"))
        if token.low in {"with", "from", "in"} and inner is not None and at not in case.skip:
            words = case.words(at + 1, _phrase_stop(case, inner))
            named = (
                tokens[inner.start].text[:1].isupper()
                and inner.start > 0
                and tokens[inner.start].tag in "NPA"
            )
            if token.low == "with" and named:
                at += 1
                continue  # whom she works for
            if token.low == "from" and words:
                drafts.append(
                    Draft(
                        "past",
                        value_of(tokens, words),
                        lemma="be",
                        tail=[at, *words],
                        noun=words,
                        time="before",
                        flips=False,
                        why="from",
                    )
                )
                for _k in words:
                    pass
            elif token.low == "with" and words:
                from game.reader.having import had  # noqa: PLC0415

                drafts += had(framer, case, words, inner)
            elif token.low == "in" and framer.in_list("garments", tokens[inner.head].lemma):
                drafts.append(
                    Draft(
                        "body",
                        "wear " + value_of(tokens, words),
                        lemma="wear",
                        tail=words,
                        noun=words,
                        why="in a garment",
                    )
                )
        at += 1
    return drafts


def _phrase_stop(case: Case, inner: NounPhrase) -> int:
    for k in range(inner.end, case.end):
        if case.tokens[k].low in {"with", "from", "and", ",", "who", "that"}:
            return k
    return case.end


def owner_of(framer: Framer, case: Case, phrase: NounPhrase) -> tuple[str, int]:
    """Whose the noun is: *Harry's friend, a friend of Lila's, her rival, one of Langdon's students*."""
    tokens = case.tokens
    if phrase.owner >= 0:
        token = tokens[phrase.owner]
        who = token.who
        if token.tag == "s" and who == case.who:
            who = {"ruby": "", "calvin": ""}.get(case.who, "ruby" if token.low == "her" else "calvin")
        if not who:
            who = value_of(tokens, range(phrase.start, phrase.owner + 1)) if token.tag != "s" else who
        return who.split("+")[0], phrase.start
    if (
        phrase.end + 1 < case.end + 1
        and phrase.end < case.end
        and tokens[phrase.end].low in {"of", "to", "with", "for"}
    ):
        inner = case.by_start.get(phrase.end + 1)
        if inner is not None:
            found = framer.people.of(tokens, inner).people
            if found and found[0] != "other":
                return found[0], inner.start
            if inner.owner >= 0 and inner.owner == inner.head and tokens[inner.owner].who:
                return tokens[inner.owner].who, inner.start
            if found:
                return value_of(tokens, range(inner.start, inner.end)), inner.start
    return "", -1


def _degree(word: str) -> str:
    from game.reader.adverbs import DEGREES  # noqa: PLC0415

    return DEGREES.get(word, "")
