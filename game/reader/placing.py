"""Frames of place: where somebody goes, stays and leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.reader import verbs
from game.reader.drafts import Case, Draft
from game.reader.having import had
from game.reader.values import value_of
from game.reader.wordsets import words

if TYPE_CHECKING:
    from game.reader.chunks import NounPhrase
    from game.reader.framing import Framer

_FAR = frozenset(
    "to into onto toward towards through across up down out_of off from past along over around back_to in".replace(  # noqa: E501
        "_", " "
    ).split()
) | {"out of", "back to", "away from", "all over"}

_INTO = frozenset(
    {"to", "into", "onto", "back to", "out of", "inside", "aboard", "up to", "down to", "out to"}
)

_NOWHERE = words(
    "conclusion end stop halt attention bit piece air side point ground water music beat rhythm tune verse song gear "  # noqa: E501
    "action life death pieces thought step subject topic matter silence sleep tear trap line"
)

_PLACE_WORDS = words(
    "home away downstairs upstairs abroad outside inside out here there back indoors outdoors "
    "nowhere everywhere somewhere"
)


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
            and not (
                tokens[inner.start].tag in "NPAEG"
                and tokens[inner.start].text[:1].islower()
                and tokens[preposition].low == "into"
            )
        )
        if somewhere:
            where = [k for k in words if k > preposition]
            return [
                Draft(
                    "place",
                    value_of(tokens, [case.at, *where]),
                    lemma=lemma,
                    tail=words,
                    noun=where,
                    why="moves there",
                )
            ]
    if lemma in verbs.GOING:
        if (
            preposition is not None
            and (
                tokens[preposition].low in _FAR
                or (
                    lemma == "go"
                    and tokens[preposition].low
                    in {"under", "behind", "inside", "beneath", "beyond", "below", "aboard"}
                )
            )
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
            if tokens[preposition].low in {"out of", "from", "away from"}:
                value = value_of(tokens, [case.at, *extra, preposition, *noun])
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
