"""Frames of acting: what she can do, has done, does, and where she goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.reader import verbs
from game.reader.drafts import Case, Draft, lows
from game.reader.having import had
from game.reader.scope import add_quantifiers
from game.reader.values import value_of
from game.reader.wordsets import words

if TYPE_CHECKING:
    from game.reader.chunks import NounPhrase
    from game.reader.framing import Framer

_UNSKILLED_VERBS = words(
    "behave sleep dress live treat go end take feel mean eat age dream sit wait lie smile laugh weep cry love die "  # noqa: E501
    "remember know marry breathe say speak hold keep listen watch nod bow work fare do"
)
_SKILL_MODALS = frozenset({"can", "could"})

_FAR = frozenset(
    "to into onto toward towards through across up down out_of off from past along over around back_to in".replace(  # noqa: E501
        "_", " "
    ).split()
) | {"out of", "back to", "away from", "all over"}

_INTO = frozenset({"to", "into", "onto", "back to", "out of", "inside", "aboard", "up to", "down to", "out to"})
_NOWHERE = words(
    "conclusion end stop halt attention bit piece air side point ground water music beat rhythm tune verse song gear "
    "action life death pieces thought step subject topic matter silence sleep tear trap line"
)

_PLACE_WORDS = words(
    "home away downstairs upstairs abroad outside inside out here there back indoors outdoors "
    "nowhere everywhere somewhere"
)


def skills(case: Case) -> list[Draft]:
    """*can swim, plays beautifully*."""
    tokens = case.tokens
    if case.scope.skilled and case.modal not in _SKILL_MODALS and case.lemma in _UNSKILLED_VERBS:
        return []
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


def places(framer: Framer, case: Case, phrase: NounPhrase | None) -> list[Draft]:  # noqa: PLR0911, PLR0912
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
        and not (
            lemma == "quit" and phrase is not None and not framer.in_list("places", tokens[phrase.head].lemma)
        )
        and phrase is not None
        and not any(tokens[k].low == "for" for k in words)
        and not framer.people.of(tokens, phrase).people
        and phrase.end >= max(words, default=0) - 3
        and not (lemma == "quit" and tokens[phrase.head].lemma in {"job", "work", "band", "team", "post"})
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
    if lemma == "get" and any(tokens[k].low == "up" for k in words[:1]):
        return []
    if preposition is not None and words[-1] == preposition + 1 and tokens[words[-1]].tag in "oy":
        return []  # *sat at it*
    if lemma in verbs.MOVING and preposition is not None and tokens[preposition].low in _INTO:
        inner = case.by_start.get(preposition + 1)
        somewhere = (
            inner is not None
            and tokens[inner.head].tag in "NP"
            and (phrase is None or phrase.start > preposition)
            and not framer.in_list("body_parts", tokens[inner.head].lemma)
            and not framer.in_list("garments", tokens[inner.head].lemma)
            and not framer.senses("nouns", tokens[inner.head].lemma)
            and not framer.people.is_person(tokens[inner.head].lemma)
            and not framer.in_list("events", tokens[inner.head].lemma)
            and tokens[inner.head].lemma not in _NOWHERE
            and not (tokens[inner.start].tag in "NPAEG" and tokens[inner.start].text[:1].islower() and tokens[preposition].low == "into")
        )
        if somewhere:
            where = [k for k in words if k > preposition]
            return [
                Draft(
                    "place", value_of(tokens, [case.at, *where]), lemma=lemma, tail=words, noun=where, why="moves there"
                )
            ]
    if lemma in verbs.GOING:
        if (
            preposition is not None
            and (tokens[preposition].low in _FAR or (lemma == "go" and tokens[preposition].low in {"under", "behind", "inside", "beneath", "beyond", "below", "aboard"}))
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
                    if k > preposition + 1
                    and (
                        tokens[k].low in {"with", "for", "by", "after", "before", "in"}
                        or (tokens[k].tag == "t" and k + 1 < case.end and tokens[k + 1].tag in "Vbh")
                    )
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
    if (
        lemma == "live"
        and preposition is not None
        and tokens[preposition].low == "on"
        and words[-1] > preposition
        and tokens[preposition + 1].tag in "NP"
        and tokens[preposition + 1].text.islower()
    ):
        return []
    if lemma in {"live", "stay", "dwell", "reside", "remain", "lodge", "settle", "hide", "camp"}:
        if (
            preposition is not None
            and tokens[preposition].low != "for"
            and not any(tokens[k].tag in "GV" for k in words if k < preposition)
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
        late = lemma in {"stay", "remain"} and any(
            tokens[k].low in {"up", "awake"} for k in range(case.start, case.end)
        )
        if adverbs and not late:
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
        if case.passive and framer.in_list("garments", part):
            draft = Draft("have", f"{tokens[case.at].low} {part}", lemma="have", why=f"her {part}")
            draft.prefix, draft.tail_text = tokens[case.at].low, part
            return [draft]
        return []
    phrase = case.phrase()
    if not case.scope.holds or (phrase is not None and tokens[phrase.head].tag in "onp"):
        return []
    words = case.words()
    if part in {"hand", "finger"} and phrase is not None and tokens[phrase.head].tag in "NP" and case.at >= 0:
        return [
            Draft(
                "act",
                value_of(tokens, [case.at, *words]),
                lemma=case.lemma,
                tail=words,
                noun=words,
                why="hands",
            )
        ]
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
    for k in words[1:]:
        if (
            tokens[k].tag == "q"
            and tokens[k].lemma in {"nobody", "nothing", "no one"}
            and tokens[k - 1].low in {"to", "from", "with", "of", "in", "on", "at", "by", "into"}
        ):
            if k + 1 < case.end and tokens[k + 1].low in {"but", "except"}:
                continue
            case.scope.denials.add(k)
            case.scope.weigh("absolute")
    kept = [k for k in words if not (tokens[k].tag == "q" and k in case.scope.denials)]
    stops = [k for k in kept if tokens[k].tag == "i"]
    if len(stops) > 2 and len(kept) > 6:
        kept = [k for k in kept if k < stops[2]]
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
            and not (k > case.start and tokens[k - 1].tag in "on" and tokens[k - 1].tag)
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
