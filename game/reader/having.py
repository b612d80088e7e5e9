"""Frames of having: what she owns, likes, wants and wears."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.reader import verbs
from game.reader.drafts import Case, Draft
from game.reader.nominalising import nominalised
from game.reader.scope import add_quantifiers
from game.reader.values import value_of
from game.reader.wordsets import words as wordset

if TYPE_CHECKING:
    from game.reader.chunks import NounPhrase
    from game.reader.framing import Framer
    from game.reader.tokens import Token


_HOURS = wordset("one two three four five six seven eight nine ten eleven twelve")
_DISPOSITIONS = wordset(
    "temper temperament nature disposition spirit manner soul streak character personality air bent turn outlook"  # noqa: E501
)

_STOWING = frozenset(
    [
        "carry",
        "keep",
        "hide",
        "put",
        "find",
        "leave",
        "store",
        "lose",
        "hold",
        "stuff",
        "slip",
        "tuck",
        "stow",
        "conceal",
    ]
)  # noqa: E501, RUF100
"""What is done with a thing in a coat is not wearing the coat."""


def wearing(tokens: list[Token], worn: list[int]) -> Draft:
    """The claim that somebody wears what stands at these positions."""
    return Draft(
        "body", f"wear {value_of(tokens, worn)}", lemma="wear", tail=worn, noun=worn, why="in a garment"
    )


def transitive(  # noqa: PLR0911, PLR0912
    framer: Framer, case: Case, phrase: NounPhrase | None, target: tuple[str, ...]
) -> list[Draft] | None:
    """Verbs whose object decides: have, love, want, wear, play."""
    tokens = case.tokens
    lemma = case.lemma
    i = case.first()
    words = case.words(i)
    if lemma in {"carry", "hold", "keep"} and phrase is not None and tokens[phrase.head].tag == "f":
        return None
    if (
        lemma in {"have", "get"}
        and phrase is not None
        and phrase.end < case.end
        and tokens[phrase.end].tag == "E"
        and tokens[phrase.start].tag in "dson"
        and (tokens[phrase.head].tag in "on" or not framer.in_list("body_parts", tokens[phrase.head].lemma))
        and not framer.senses("adjectives", tokens[phrase.end].low)
        and tokens[phrase.end].low not in {"left", "called", "named"}
    ):  # *had the piano tuned*
        rest = [phrase.end, *range(phrase.start, phrase.end), *range(phrase.end + 1, case.end)]
        return [Draft("act", value_of(tokens, rest), lemma=lemma, tail=case.words(), why="has it done")]
    if lemma in verbs.HAVING and phrase is not None and case.modal != "can":
        if lemma == "have" and framer.in_list("events", tokens[phrase.head].lemma):
            return None
        if lemma in verbs.OWNING or lemma == "have" or (lemma == "get" and case.perfect):
            add_quantifiers(case.scope, tokens, words[:3])
            return had(framer, case, words, phrase)
        if lemma == "carry" and (
            framer.in_list("abstract", tokens[phrase.head].lemma)
            or any(
                tokens[k].low in {"up", "down", "to", "into", "across", "over", "home", "out", "through"}
                for k in words
            )
        ):
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
        add_quantifiers(case.scope, tokens, words[:2])
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
    if head.tag == "q" and (head.low in {"everything", "something", "anything"} or len(words) == 1):
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
    modifiers = [k for k in modifiers if tokens[k].tag in "AEG"]
    said = nominalised(framer, case, phrase, max(words, default=phrase.end) + 1)
    if said is not None:
        return said
    if lemma in _DISPOSITIONS and modifiers and not framer.senses("nouns", two):
        k = modifiers[-1]
        known = framer.senses("adjectives", tokens[k].low)
        return [
            Draft(
                known[0][0] if known and known[0][0] in {"trait", "mood"} else "trait",
                known[0][1] if known and known[0][0] in {"trait", "mood"} else tokens[k].low,
                known[0][2] if known and known[0][0] in {"trait", "mood"} else True,
                lemma="have", tail=tail, noun=words, why=f"has a {tokens[k].low} {lemma}",
            )
        ]  # fmt: skip
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
    if phrase.owner >= 0 and tokens[phrase.owner].who == case.who and framer.in_list("garments", lemma):
        return [Draft("body", value, lemma="have", tail=tail, noun=words, plural=plural, why="has on")]
    if any(
        tokens[k].tag == "s"
        and tokens[k].who == case.who
        and tokens[k].who
        and any(
            framer.in_list(name, tokens[j].lemma)
            for j in words[n + 1 : n + 4]
            for name in ("body_parts", "garments")
        )
        for n, k in enumerate(words)
        if n
    ):
        return [Draft("body", value, lemma="have", tail=tail, noun=words, plural=plural, why="has on her")]
    own = phrase.owner >= 0 and tokens[phrase.owner].who == case.who
    if (
        framer.in_list("body_parts", lemma)
        or (
            own
            and any(framer.in_list("body_parts", tokens[k].lemma) for k in range(phrase.start, phrase.end))
        )
        or framer.in_list("body_parts", two)
        or framer.in_list("ailments", lemma)
        or framer.in_list("ailments", two)
    ):
        return [Draft("body", value, lemma="have", tail=tail, noun=words, plural=plural, why="has a body")]
    del compound
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


def garments(framer: Framer, case: Case) -> list[Draft]:
    """*came downstairs in a cardigan*: what is worn meanwhile. Cuts it from the case."""
    tokens = case.tokens
    if case.lemma in _STOWING:
        return []
    for k in case.words():
        inner = case.by_start.get(k + 1)
        if (
            tokens[k].low == "in"
            and inner is not None
            and framer.in_list("garments", tokens[inner.head].lemma)
            and not (k - 1 >= case.start and tokens[k - 1].tag in "on" and tokens[k - 1].tag)
            and case.lemma not in {"dress", "clothe", "paint", "write", "dream", "type", "cover", "draw"}
        ):
            worn = case.words(k + 1)
            parted = next(
                (
                    j
                    for j in range(inner.end, case.end)
                    if tokens[j].tag == ","
                    and (p := case.by_start.get(j + 1)) is not None
                    and not framer.in_list("garments", tokens[p.head].lemma)
                ),
                case.end,
            )
            worn = [j for j in worn if j < parted]
            case.end = k
            return [wearing(tokens, worn)]
    return []


def secondary(framer: Framer, case: Case) -> list[Draft]:
    """*comes home drunk, goes to bed cheerful*: how she is meanwhile. Cuts it from the case."""
    tokens = case.tokens
    words = case.words()
    aged = _aged(case)
    if aged and case.who:
        case.hidden = case.hidden | set(range(aged[0], case.end))
        return [Draft("body", value_of(tokens, aged[-1:]), lemma="be", tail=aged[-1:], why="at an age")]
    silent = [
        k
        for k in words[:-2]
        if tokens[k].low == "without" and tokens[k + 2].low in {"word", "sound", "murmur"}
    ]
    if silent and case.lemma not in verbs.SAYING:
        case.hidden = case.hidden | set(range(silent[0], silent[0] + 3))
        return [Draft("speech", "silent", flips=False, lemma="be", tail_text="silent", why="without a word")]
    if (
        len(words) < 2
        or case.lemma not in verbs.GOING | verbs.STAYING | {"wake", "die", "eat"}
        or (
            tokens[words[-1]].tag not in "AE" and not (case.lemma == "wake" and "A" in tokens[words[-1]].tags)
        )
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


def _aged(case: Case) -> list[int]:
    """*at the age of nine; at sixty* at the end of the clause: from *at* to the number."""
    tokens = case.tokens
    words = case.words()
    for n, k in enumerate(words):
        if tokens[k].low != "at":
            continue
        rest = words[n + 1 :]
        if rest and tokens[rest[-1]].tag == "c" and tokens[rest[-1]].low not in _HOURS and len(rest) == 1:
            return [k, rest[-1]] if not tokens[rest[-1]].low[0].isdigit() else []
        if len(rest) > 2 and tokens[rest[1]].low == "age" and tokens[rest[-1]].tag == "c":
            return [k, rest[-1]]
    return []
