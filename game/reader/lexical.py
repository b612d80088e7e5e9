"""Frames of lexical verbs: what she has, likes, wants, wears, can do, and does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.reader import verbs
from game.reader.drafts import Case, Draft, lows
from game.reader.scope import add_quantifiers
from game.reader.values import value_of

if TYPE_CHECKING:
    from game.reader.chunks import NounPhrase
    from game.reader.framing import Framer

_SKILL_MODALS = frozenset({"can", "could"})
_FAR = frozenset(
    "to into onto toward towards through across up down out_of off from past along over around back_to in".replace(
        "_", " "
    ).split()
) | {"out of", "back to", "away from", "all over"}
_PLACE_WORDS = frozenset(
    "home away downstairs upstairs abroad outside inside out here there back indoors outdoors nowhere everywhere somewhere".split()
)


def lexical(framer: Framer, case: Case) -> list[Draft]:  # noqa: PLR0911, PLR0912
    """The drafts of a clause with a verb of its own."""
    tokens = case.tokens
    if case.part:
        return part_acts(framer, case)
    if not case.who:
        return causes(framer, case, _target(framer, case))
    dressed = garments(framer, case)
    if dressed:
        return [*lexical(framer, case), *dressed]
    how = secondary(framer, case)
    if how:
        return [*lexical(framer, case), *how]
    lemma = case.lemma
    if lemma in verbs.STOPPING and not case.words():
        return []
    language = languages(framer, case)
    if language and lemma in verbs.SPEAKING:
        return language
    said = speech(framer, case)
    if said is not None:
        return said
    phrase = case.phrase()
    target = framer.people.of(tokens, phrase).people if phrase is not None else ()
    bond = _bond(framer, case, target)
    if bond:
        return bond
    mental = mind(framer, case, phrase)
    if mental is not None:
        return mental
    if framer.senses("verbs", lemma):
        add_quantifiers(
            case.scope,
            tokens,
            [k for k in case.words()[:3] if tokens[k].tag == "q" and tokens[k].low.startswith("every")],
        )
    for aspect, value, holds, degree in framer.senses("verbs", lemma):
        if aspect != "bond" and not (aspect == "speech" and case.modal in _SKILL_MODALS):
            return [
                Draft(
                    aspect,
                    value,
                    holds,
                    degree,
                    lemma=lemma,
                    tail=case.words(),
                    modal=case.modal,
                    why=f"verb {lemma}",
                )
            ]
    caused = causes(framer, case, target)
    if caused:
        return caused
    if phrase is not None or target:
        drafts = transitive(framer, case, phrase, target)
        if drafts is not None:
            return drafts
    if lemma in verbs.WANTS_FOR and case.first() < case.end and tokens[case.first()].low in {"for", "after"}:
        words = case.words(case.first() + 1)
        if words:
            return [
                Draft(
                    "want",
                    value_of(tokens, words),
                    lemma=lemma,
                    tail=case.words(),
                    noun=words,
                    why=f"{lemma} for",
                )
            ]
    skill = skills(case)
    if skill:
        return skill
    past = backstory(case)
    if past:
        return past
    if not case.passive:
        place = places(framer, case, phrase)
        if place:
            return place
    return act(framer, case)


def _target(framer: Framer, case: Case) -> tuple[str, ...]:
    phrase = case.phrase()
    return framer.people.of(case.tokens, phrase).people if phrase is not None else ()


def secondary(framer: Framer, case: Case) -> list[Draft]:
    """*comes home drunk, goes to bed cheerful*: how she is meanwhile. Cuts it from the case."""
    tokens = case.tokens
    words = case.words()
    if (
        len(words) < 2
        or case.lemma not in verbs.GOING | verbs.STAYING | {"wake", "die", "eat"}
        or tokens[words[-1]].tag not in "AE"
        or tokens[words[-2]].tag not in "RNP"
    ):
        return []
    last = words[-1]
    senses = [s for s in framer.senses("adjectives", tokens[last].low) if s[0] in {"mood", "body"}]
    if not senses:
        return []
    case.hidden = case.hidden | {last}
    aspect, value, holds, degree = senses[0]
    return [Draft(aspect, value, holds, degree, lemma="be", tail=[last], why=f"adjective {tokens[last].low}")]


def garments(framer: Framer, case: Case) -> list[Draft]:
    """*came downstairs in a cardigan*: what is worn meanwhile. Cuts it from the case."""
    tokens = case.tokens
    for k in case.words():
        inner = case.by_start.get(k + 1)
        if (
            tokens[k].low == "in"
            and inner is not None
            and framer.in_list("garments", tokens[inner.head].lemma)
            and case.lemma not in {"dress", "clothe", "paint", "write", "dream", "type", "cover", "draw"}
        ):
            worn = case.words(k + 1)
            case.end = k
            return [
                Draft(
                    "body",
                    "wear " + value_of(tokens, worn),
                    lemma="wear",
                    tail=worn,
                    noun=worn,
                    why="in a garment",
                )
            ]
    return []


def _bond(framer: Framer, case: Case, target: tuple[str, ...]) -> list[Draft]:
    """*loves Calvin, resents his fame*; of anyone else it is a tie or a taste."""
    senses = [s for s in framer.senses("verbs", case.lemma) if s[0] == "bond"]
    if not senses or case.passive:
        return []
    aspect, value, holds, degree = senses[0]
    why = f"verb {case.lemma}"
    i = case.first()
    tail = case.words()
    if (
        i < case.end
        and case.tokens[i].tag == "s"
        and case.tokens[i].who == case.partner
        and value in {"admires", "resents", "misses"}
    ):
        return [Draft(aspect, value, holds, degree, lemma=case.lemma, tail=tail, why=why)]
    excepted = _excepted(case)
    if case.partner in target or excepted == case.partner:
        return [Draft(aspect, value, holds, degree, lemma=case.lemma, tail=tail, why=why)]
    if (
        target
        and target[0] != case.who
        and value == "loves"
        and target[0] != "other"
        and case.lemma not in {"like", "dislike"}
    ):
        return [Draft("tie", "lover", holds, degree, target[0], case.lemma, tail, why=why)]
    if target and value in {"hates", "resents"} and target[0] != case.who and target[0] != "other":
        return [Draft("taste", target[0], False, degree, target[0], case.lemma, tail, why=why)]
    return []


def _excepted(case: Case) -> str:
    """Whom *no one but Calvin, only me* leaves."""
    words = case.words()
    for a, b in zip(words, words[1:], strict=False):
        if (
            case.tokens[a].low in {"but", "except", "save", "but for", "besides", "other than"}
            and case.tokens[b].who
        ):
            case.scope.denials -= set(words)
            case.scope.weigh("absolute")
            return case.tokens[b].who
    return ""


def languages(framer: Framer, case: Case) -> list[Draft]:
    """*speaks French, answers only in Japanese*."""
    known = framer.table["languages"]
    tokens = case.tokens
    out: list[Draft] = []
    words = case.words()
    if case.lemma in {"know", "learn", "understand", "teach", "write", "read", "study"} and not any(
        tokens[k].low in known and tokens[k].text[:1].isupper() for k in words
    ):
        return []
    for n, k in enumerate(words):
        low = tokens[k].low
        following = tokens[words[n + 1]].tag if n + 1 < len(words) else ""
        if low in known and not (following in "NP" and following and tokens[words[n + 1]].low not in {"now"}):
            before = tokens[words[n - 1]].low if n else ""
            if (
                n
                and before
                not in {
                    "in",
                    "and",
                    ",",
                    "no",
                    "but",
                    "fluent",
                    "perfect",
                    "any",
                    "broken",
                    "only",
                    "a little",
                    "fluently",
                    "or",
                    "some",
                    "like",
                    "good",
                    "bad",
                    "excellent",
                    "rapid",
                    "flawless",
                    "old",
                    "her",
                    "halting",
                    "beautiful",
                    "the",
                    "terrible",
                    "pure",
                }
                and tokens[words[n - 1]].tag not in "ARd"
            ):
                continue
            draft = Draft(
                "speech",
                known[low],
                lemma=case.lemma,
                tail=words,
                noun=[k],
                modal=case.modal,
                why=f"language {low}",
            )
            out.append(draft)
            if any(tokens[j].low in {"nothing", "no"} for j in words[:n]) and any(
                tokens[j].low in {"but", "except"} for j in words[:n]
            ):
                case.scope.denials -= set(words)
                case.scope.weigh("absolute")
            if any(tokens[j].low == "nothing" for j in words[n:]):
                case.scope.denials -= set(words)
                case.scope.weigh("absolute")
    return out


def speech(framer: Framer, case: Case) -> list[Draft] | None:
    """*she tells him that ...*: the words as typed."""
    lemma = case.lemma
    if lemma not in verbs.SAYING or case.passive:
        return None
    tokens = case.tokens
    nested = sorted(k for k in range(case.start, case.end) if k in case.skip)
    if any(tokens[k].tag == "Q" for k in range(case.start, case.end)):
        return []
    manner = verbs.SPEECH_QUOTED.get(lemma)
    if nested:
        start = nested[0]
        if tokens[start].low == "that" and tokens[start].tag in "kTWy":
            start += 1
        draft = Draft(
            "say",
            "",
            lemma=lemma,
            tail=list(range(case.start, case.end)),
            noun=list(range(start, case.end)),
            why="reported speech",
            flips=True,
        )
        drafts = [draft]
        if manner:
            drafts.append(Draft("speech", manner, lemma=lemma, tail=case.words(), why=f"verb {lemma}"))
        return drafts
    if lemma in {"say", "announce", "declare"} and case.phrase() is not None:
        words = case.words(case.first())
        if any(
            tokens[k].low in {"nothing", "word", "anything", "something", "little", "thing"} for k in words
        ):
            return None
        return [Draft("say", "", lemma=lemma, tail=case.words(), noun=words, why="says")]
    return None


def mind(framer: Framer, case: Case, phrase: NounPhrase | None) -> list[Draft] | None:
    """*knows that she was written, dreams of the sea*."""
    value = verbs.KNOWING.get(case.lemma)
    if value is None or case.passive:
        return None
    tokens = case.tokens
    i = case.first()
    nested = any(k in case.skip for k in range(case.start, case.end))
    begins = next((k for k in range(case.start, case.end) if k not in case.scope.cut), case.end)
    if case.lemma in verbs.ONLY_WITH_CLAUSE and not nested:
        return None
    if begins >= case.end:
        return (
            None
            if case.lemma in {"think", "dream", "wonder", "forget", "remember", "know", "doubt"}
            and case.lemma in {"think", "dream", "wonder"}
            else []
        )
    start = begins
    word = tokens[start].low
    if case.lemma == "think" and not nested:
        return None
    if (
        word in {"that", "of", "about", "in", "whether", "on", "over"}
        and tokens[start].tag in "kTWiy"
        and not (word == "about" and value == "knows")
    ):
        if case.lemma == "know" and word == "of":
            pass
        start += 1
    target = framer.object_of(case, start)
    if value == "dreams" and target.startswith(("become ", "be ")):
        return [
            Draft("mind", "dreams", object=target, lemma=case.lemma, tail=case.all_words(), why="dreams of")
        ]
    add_quantifiers(case.scope, tokens, [k for k in range(start, min(start + 2, case.end))])
    if (
        phrase is not None
        and framer.people.of(tokens, phrase).people
        and not nested
        and phrase.end >= case.end - 1
    ):
        people = framer.people.of(tokens, phrase).people
        target = people[0] if people[0] != "other" else target
        if case.lemma in {"believe"}:
            return [
                Draft(
                    "mind" if people[0] != case.partner else "bond",
                    "believes" if people[0] != case.partner else "trusts",
                    object=target if people[0] != case.partner else None,
                    lemma=case.lemma,
                    tail=case.words(),
                    why="believes somebody",
                )
            ]
        if value == "knows" and people[0] in {"other"}:
            return None
    if not target:
        return None
    return [
        Draft("mind", value, object=target, lemma=case.lemma, tail=case.all_words(), why=f"mind {case.lemma}")
    ]


def causes(framer: Framer, case: Case, target: tuple[str, ...]) -> list[Draft]:
    """*frightens Ruby, bores her*: what somebody else is made to feel."""
    senses = framer.senses("causes", case.lemma)
    if senses and target and target[0] != case.who and not case.passive and target[0] != "other":
        aspect, value, holds, degree = senses[0]
        return [
            Draft(
                aspect,
                value,
                holds,
                degree,
                lemma="be",
                who=target[0],
                tail=[],
                tail_text=value,
                why=f"causes {case.lemma}",
                cause=True,
            )
        ]
    return []


def transitive(
    framer: Framer, case: Case, phrase: NounPhrase | None, target: tuple[str, ...]
) -> list[Draft] | None:  # noqa: PLR0911
    """Verbs whose object decides: have, love, want, wear, play."""
    tokens = case.tokens
    lemma = case.lemma
    i = case.first()
    words = case.words(i)
    if lemma in verbs.HAVING and phrase is not None and not case.modal == "can":
        if lemma in verbs.OWNING or lemma == "have" or (lemma == "get" and case.perfect):
            add_quantifiers(case.scope, tokens, words[:3])
            return had(framer, case, words, phrase)
        if lemma == "carry" and framer.in_list("abstract", tokens[phrase.head].lemma):
            return None
        if lemma == "carry" or (lemma == "get" and tokens[phrase.start].low in {"a", "an"}):
            return [
                Draft(
                    "have", value_of(tokens, words), lemma=lemma, tail=case.words(), noun=words, why="carries"
                )
            ]
    if lemma in verbs.WEARING and phrase is not None:
        add_quantifiers(case.scope, tokens, words[:2])
        value = value_of(tokens, words)
        if lemma == "don":
            lemma = "wear"
        return [
            Draft(
                "body", f"wear {value}".strip(), lemma=case.lemma, tail=case.words(), noun=words, why="wears"
            )
        ]
    if lemma in verbs.LIKING or lemma in verbs.DISLIKING:
        add_quantifiers(case.scope, tokens, words[:2])
        value = value_of(tokens, words)
        if target and target[0] == case.who:
            return [
                Draft(
                    "trait",
                    "self-love" if lemma in verbs.LIKING else "self-hate",
                    lemma=lemma,
                    tail=case.words(),
                    why="loves herself",
                )
            ]
        if target and target[0] == case.partner:
            return [
                Draft(
                    "bond",
                    "loves" if lemma in verbs.LIKING else "hates",
                    lemma=lemma,
                    tail=case.words(),
                    why="likes him",
                )
            ]
        return [
            Draft(
                "taste",
                value,
                lemma not in verbs.DISLIKING,
                lemma=lemma,
                tail=case.words(),
                noun=words,
                object=target[0] if target and target[0] != "other" else None,
                why=f"likes: {lemma}",
            )
        ]
    if lemma in verbs.WANTS:
        value = value_of(tokens, words)
        if target and target[0] == case.partner:
            return [Draft("bond", "desires", lemma=lemma, tail=case.words(), why="wants him")]
        return [Draft("want", value, lemma=lemma, tail=case.words(), noun=words, why=f"wants: {lemma}")]
    if lemma == "lose" and phrase is not None:
        noun = tokens[phrase.head].lemma
        if (
            noun
            in {
                "hearing",
                "sight",
                "voice",
                "hair",
                "tooth",
                "leg",
                "arm",
                "weight",
                "eye",
                "finger",
                "hand",
                "foot",
                "toe",
                "memory",
                "limb",
            }
            and noun != "memory"
        ):
            return [
                Draft(
                    "body",
                    "lose " + value_of(tokens, words),
                    lemma=lemma,
                    tail=case.words(),
                    noun=words,
                    why="loses",
                )
            ]
    return None


def had(framer: Framer, case: Case, words: list[int], phrase: NounPhrase) -> list[Draft]:  # noqa: PLR0911
    """What somebody has: a body part, a relative, a feeling, a thing."""
    tokens = case.tokens
    head = tokens[phrase.head]
    lemma = head.lemma
    value = value_of(tokens, words)
    tail = words
    if not value:
        negative = head.tag == "q"
        return (
            [Draft("have", "anything" if negative else value, lemma="have", tail=tail, why="has")]
            if negative
            else []
        )
    if head.tag == "q":
        if head.low in {"everything", "something", "anything"} or len(words) == 1:
            return [
                Draft(
                    "have",
                    "anything" if head.lemma in {"nothing", "none"} else head.low,
                    lemma="have",
                    tail=tail,
                    noun=words,
                    why="has",
                )
            ]
    plural = head.tag == "P"
    compound = " ".join(tokens[k].low for k in words[-2:]) if phrase.head in words[-2:] else lemma
    modifiers = [k for k in range(phrase.start, phrase.head) if tokens[k].tag in "AENGc"]
    two = f"{tokens[phrase.head - 1].low} {lemma}" if phrase.head > phrase.start else ""
    if framer.lists["ties"].get(two) or framer.lists["ties"].get(lemma):
        tie = framer.lists["ties"].get(two) or framer.lists["ties"][lemma]
        positions = [k for k in words if k < phrase.end]
        return [
            Draft(
                "tie",
                tie,
                object=value_of(tokens, positions),
                lemma="have",
                tail=tail,
                noun=words,
                plural=plural,
                why=f"has a {lemma}",
            )
        ]
    for section, word in (("nouns", two), ("nouns", lemma)):
        for aspect, noun_value, holds, degree in framer.senses(section, word):
            if aspect in {"trait", "mood", "speech", "being", "will"}:
                return [
                    Draft(
                        aspect,
                        noun_value,
                        holds,
                        degree,
                        lemma="have",
                        tail=tail,
                        noun=words,
                        why=f"has {word}",
                    )
                ]
    if (
        framer.in_list("body_parts", lemma)
        or framer.in_list("body_parts", two)
        or framer.in_list("ailments", lemma)
        or framer.in_list("ailments", two)
    ):
        return [Draft("body", value, lemma="have", tail=tail, noun=words, plural=plural, why="has a body")]
    del compound, modifiers
    return [
        Draft(
            "have",
            value,
            lemma="have" if case.lemma in {"be", "get"} else case.lemma,
            tail=tail,
            noun=words,
            plural=plural,
            why="has",
        )
    ]


def skills(case: Case) -> list[Draft]:
    """*can swim, plays beautifully*."""
    tokens = case.tokens
    if case.modal in _SKILL_MODALS or case.scope.skilled:
        adverbs = {k for k in range(case.start, case.end) if tokens[k].tag == "R"}
        words = [k for k in case.words() if k not in adverbs or tokens[k].low in {"up", "down", "off", "out"}]
        value = value_of(tokens, [case.at, *words] if case.at >= 0 else words)
        if case.lemma == "do" and words:
            value = value_of(tokens, words)
        holds = True
        if case.scope.skilled < 0 and case.modal not in _SKILL_MODALS:
            if case.lemma not in {
                "play",
                "sing",
                "dance",
                "cook",
                "paint",
                "draw",
                "write",
                "drive",
                "swim",
                "speak",
                "type",
                "spell",
                "skate",
                "act",
            }:
                return []
            holds = False
        if case.passive:
            return []
        return [
            Draft(
                "skill",
                value,
                holds,
                lemma=case.lemma,
                tail=case.words(),
                noun=[],
                modal=case.modal,
                why="can" if case.modal else "does it well",
            )
        ]
    return []


def backstory(case: Case) -> list[Draft]:
    """*was born in Dayton, grew up on a farm*."""
    tokens = case.tokens
    lemma = case.lemma
    words = case.words()
    low = set(lows(tokens, range(case.start, case.end)))
    particle = lemma == "grow" and "up" in low
    if (
        particle
        or (
            lemma in verbs.BACKSTORY
            and (case.passive or case.past)
            and not (
                lemma in {"attend", "train", "adopt", "rear", "raise", "bear", "divorce"}
                and not case.passive
                and not case.past
            )
        )
        or (case.passive and lemma in {"bring"} and "up" in low)
    ):
        value = value_of(tokens, [case.at, *words])
        if lemma == "bear":
            value = "born " + value_of(tokens, words)
        return [
            Draft("past", value.strip(), lemma=lemma, tail=words, noun=words, time="before", why="back-story")
        ]
    return []


def places(framer: Framer, case: Case, phrase: NounPhrase | None) -> list[Draft]:  # noqa: PLR0911
    """Where she goes, stays or leaves."""
    tokens = case.tokens
    lemma = case.lemma
    words = case.words()
    adverbs = [
        k for k in range(case.start, case.end) if tokens[k].low in _PLACE_WORDS and tokens[k].tag in "RNi"
    ]
    preposition = next((k for k in words if tokens[k].tag in "it" and k + 1 < case.end), None)
    if (
        lemma in verbs.LEAVING
        and phrase is not None
        and not any(tokens[k].low == "for" for k in words)
        and not framer.people.of(tokens, phrase).people
        and phrase.end >= max(words, default=0) - 3
    ):
        if lemma == "leave" and (
            any(tokens[k].tag == "i" and tokens[k].low not in {"for", "at", "with"} for k in words)
            or (
                tokens[phrase.start].tag != "d"
                and tokens[phrase.head].text[:1].islower()
                and tokens[phrase.start].tag != "s"
                and not framer.in_list("places", tokens[phrase.head].lemma)
            )
            or not (
                framer.in_list("places", tokens[phrase.head].lemma) or tokens[phrase.head].text[:1].isupper()
            )
        ):
            return []
        return [
            Draft(
                "place",
                f"{lemma} {value_of(tokens, words)}",
                lemma=lemma,
                tail=words,
                noun=words,
                why="leaves a place",
            )
        ]
    if lemma in verbs.GOING:
        if (
            preposition is not None
            and tokens[preposition].low in _FAR
            and (phrase is None or phrase.start > preposition)
        ):
            noun = [k for k in words if k > preposition]
            if tokens[preposition].low == "in" and lemma in {
                "walk",
                "run",
                "dance",
                "swim",
                "crawl",
                "drive",
                "sail",
                "travel",
                "wander",
                "stroll",
                "swing",
                "ride",
                "swim",
            }:
                return []
            if lemma in {"crawl", "swing", "ride", "wade", "stumble"} and tokens[preposition].low not in {
                "to",
                "into",
                "home",
            }:
                return []
            if tokens[preposition].low in {
                "through",
                "across",
                "along",
                "around",
                "over",
                "past",
                "up",
                "down",
            } and lemma not in {"go", "come"}:
                return []
            stop = next(
                (
                    k
                    for k in noun
                    if tokens[k].low in {"with", "for", "by", "after", "before", "in"} and k > preposition + 1
                ),
                case.end,
            )
            noun = [k for k in noun if k < stop]
            if not noun or (len(noun) == 1 and tokens[noun[0]].tag == "V"):
                return []
            extra = [k for k in words if k < preposition and tokens[k].tag == "R"]
            value = value_of(tokens, [*noun])
            person = framer.subject_of(case, noun[0]).people
            if person and person[0] in {case.partner} and tokens[preposition].low in {"to", "back to"}:
                value = value_of(tokens, [case.at, *extra, *noun])
            return [
                Draft(
                    "place",
                    value,
                    lemma=lemma,
                    tail=case.words(),
                    noun=noun,
                    why=f"goes {tokens[preposition].low}",
                )
            ]
        if (
            adverbs
            and (phrase is None or phrase.start in adverbs)
            and not any(k for k in words if k not in adverbs and tokens[k].tag not in "R")
        ):
            return [
                Draft(
                    "place",
                    value_of(tokens, [case.at, *adverbs])
                    if tokens[adverbs[0]].low
                    not in {"home", "upstairs", "downstairs", "abroad", "outside", "inside"}
                    else value_of(tokens, adverbs),
                    lemma=lemma,
                    tail=case.words() or adverbs,
                    noun=adverbs,
                    why="goes somewhere",
                )
            ]
    if lemma in {"live", "stay", "dwell", "reside", "remain", "lodge", "settle", "hide", "camp"}:
        if (
            preposition is not None
            and tokens[preposition].low != "for"
            and (phrase is None or phrase.start > preposition)
        ):
            drafts: list[Draft] = []
            stop = next((k for k in words if tokens[k].low == "with" and k > preposition), case.end)
            where = [k for k in words if preposition <= k < stop]
            plain = tokens[preposition].low in {"in", "at", "on"}
            value = value_of(
                tokens, where[1:] if plain else ([case.at, *where] if lemma == "hide" else where)
            )
            if tokens[preposition].low == "with":
                value = value_of(tokens, [case.at, *words])
            drafts.append(
                Draft(
                    "place",
                    value,
                    lemma=lemma,
                    tail=case.words(),
                    noun=where[1:],
                    why=f"lives {tokens[preposition].low}",
                )
            )
            inner = case.by_start.get(stop + 1)
            if (
                stop < case.end
                and inner is not None
                and lemma == "live"
                and not framer.people.of(tokens, inner).people
            ):
                drafts += had(framer, case, [k for k in words if k > stop], inner)
                drafts[-1].lemma = "have"
            return drafts
        if adverbs:
            return [
                Draft(
                    "place",
                    value_of(tokens, adverbs),
                    lemma=lemma,
                    tail=adverbs,
                    noun=adverbs,
                    why="lives somewhere",
                )
            ]
        if not words and lemma in {"stay", "remain"}:
            return [Draft("place", lemma, lemma=lemma, why="stays")]
    return []


def part_acts(framer: Framer, case: Case) -> list[Draft]:
    """*her knees click, her hair is falling out*."""
    tokens = case.tokens
    part = case.part.split()[-1]
    if not framer.in_list("body_parts", part):
        return []
    phrase = case.phrase()
    if not case.scope.holds or (phrase is not None and tokens[phrase.head].tag in "onp"):
        return []
    words = case.words()
    draft = Draft(
        "body",
        f"{part} {value_of(tokens, [case.at, *words])}",
        lemma="have",
        tail=[],
        tail_text=part,
        noun_text=part,
        why=f"her {part}",
    )
    return [draft]


def act(framer: Framer, case: Case) -> list[Draft]:
    """Whatever else is done."""
    tokens = case.tokens
    words = case.words()
    head = [case.at] if case.at >= 0 else []
    add_quantifiers(case.scope, tokens, words[:3])
    for k in words:
        if tokens[k].low in {"every", "each"} and tokens[k].tag == "d":
            case.scope.weigh("absolute")
    kept = [k for k in words if not (tokens[k].tag == "q" and k in case.scope.denials)]
    value = value_of(tokens, [*head, *kept])
    if case.passive:
        value = value_of(tokens, [*head, *kept])
    lemma = case.lemma
    tail = words
    if case.passive:
        lemma, tail = "be", [case.at, *words]
    drafts = [Draft("act", value, lemma=lemma, tail=tail, noun=words, modal=case.modal, why="act")]
    garment = next(
        (
            k
            for k in words
            if tokens[k].low == "in"
            and (p := case.by_start.get(k + 1)) is not None
            and framer.in_list("garments", tokens[p.head].lemma)
        ),
        None,
    )
    if garment is not None:
        worn = [k for k in words if k > garment]
        drafts[0].value = value_of(tokens, [*head, *[k for k in words if k < garment]])
        drafts.append(
            Draft(
                "body",
                "wear " + value_of(tokens, worn),
                lemma="wear",
                tail=worn,
                noun=worn,
                why="in a garment",
            )
        )
    return drafts
