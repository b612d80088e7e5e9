"""Frames of *be* and its like: what she is, feels, looks like, and where she is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.reader import verbs
from game.reader.drafts import Case, Draft
from game.reader.feelings import accompanying, disposed, had_feeling
from game.reader.values import value_of
from game.reader.wordsets import words

if TYPE_CHECKING:
    from game.reader.chunks import NounPhrase
    from game.reader.framing import Framer

from game.reader.nominal import BAD, GOOD, nominal
from game.reader.parts import of_part
from game.reader.qualities import LOOKING, of_quality

_PLACE = words(
    "in at on inside outside under above behind near beside beneath below upon aboard within by "
    "across beyond among between over"
)

_PLACE_ADVERBS = words(
    "home here there away upstairs downstairs outside inside abroad nowhere everywhere elsewhere "
    "somewhere back"
)

_HARD = words("hard easy impossible difficult tough")


def copular(framer: Framer, case: Case) -> list[Draft] | None:  # noqa: PLR0911, PLR0912
    """The drafts of a copular clause; None where the verb is no copula here."""
    if case.part:
        start = case.first()
        if case.lemma not in {"be", "become", "look", "feel", "stay", "remain"} and not (
            start < case.end and case.tokens[start].tag in "AE"
        ):
            return None
        return of_part(framer, case)
    i = case.first()
    tokens = case.tokens
    if case.passive and case.lemma == "be":
        i = case.at
    pure = case.lemma in verbs.PURE_COPULAS
    if i >= case.end:
        adverbs = [k for k in range(case.start, case.end) if tokens[k].low in _PLACE_ADVERBS]
        if case.lemma in {"be", "stay", "remain", "sit"} and any(
            tokens[k].low == "at home" for k in range(case.start, case.end)
        ):
            return [Draft("place", "home", lemma=case.lemma, tail_text="at home", why="at home")]
        if adverbs and case.lemma in {"be", "stay", "remain", "live"}:
            return [
                Draft(
                    "place",
                    value_of(tokens, adverbs),
                    lemma=case.lemma,
                    tail=adverbs,
                    noun=adverbs,
                    why="place adverb",
                )
            ]
        return [] if case.lemma == "be" else None
    if tokens[i].low == "as" and i + 1 < case.end and tokens[i + 1].tag in "AE":
        i += 1
    token = tokens[i]
    phrase = case.by_start.get(i)
    if case.lemma in {"turn", "go", "come", "keep", "lie", "prove", "get"} and token.tag not in "AE":
        return None
    if token.tag in "AEG" and (phrase is None or tokens[phrase.head].tag in "AE"):
        if case.lemma in {
            "sit",
            "stand",
            "lie",
            "fall",
            "wake",
            "end",
            "come",
            "go",
            "keep",
            "get",
            "act",
            "prove",
            "grow",
        } and not (token.tag == "A" or framer.senses("adjectives", token.low)):
            return None
        return adjective(framer, case, i)
    if phrase is not None and case.lemma == "feel" and tokens[phrase.head].tag in "NPq":
        return feeling(framer, case, phrase)
    if phrase is not None and pure and tokens[phrase.head].tag in "NPcnwqpos":
        return nominal(framer, case, phrase)
    if phrase is not None and case.lemma in {"feel"} and tokens[phrase.head].tag in "NP":
        return feeling(framer, case, phrase)
    if token.tag == "t" and case.perfect and case.lemma == "be":
        words = case.words(i + 1)
        return [
            Draft("place", value_of(tokens, words), lemma="visit", tail=words, noun=words, why="has been to")
        ]
    if token.tag in "i" and case.lemma in {"be", "stay", "remain", "sit", "stand", "lie", "wake", "end"}:
        return prepositional(framer, case, i)
    if token.tag == "d" and pure and token.low in {"the", "a", "an"}:
        k = i + 1
        while k < case.end and tokens[k].tag == "R":
            k += 1
        if (
            k < case.end
            and tokens[k].tag == "A"
            and tokens[k].low not in {"only", "same", "first", "last", "one"}
        ):
            return adjective(framer, case, k)
    if token.tag in "NP" and pure:
        return [
            Draft(
                "role",
                value_of(tokens, case.words(i)),
                lemma=case.lemma,
                tail=case.words(),
                noun=case.words(i),
                why="noun",
            )
        ]
    return [] if case.lemma == "be" else None


def adjective(framer: Framer, case: Case, i: int) -> list[Draft] | None:  # noqa: PLR0911, PLR0912
    """*is kind, is good at chess, is thirty*."""
    tokens = case.tokens
    token = tokens[i]
    after = next((k for k in case.words(i + 1) if tokens[k].tag not in "R"), case.end)
    following = tokens[after].low if after < case.end else ""
    if token.lemma in _HARD and following == "to" and not case.passive:
        return [Draft("trait", value_of(tokens, case.words(i)), lemma="be", tail=case.words(), why="hard to")]
    looks = case.lemma in {"look", "feel", "sound", "smell", "taste"}
    if token.lemma in GOOD | BAD and following in {"at", "with", "in", "on"} and not looks:
        words = case.words(after + 1)
        if words:
            return [
                Draft(
                    "skill",
                    value_of(tokens, words),
                    token.lemma in GOOD,
                    lemma="be",
                    tail=case.words(),
                    noun=words,
                    why="good at",
                )
            ]
    if token.tag == "c" or (
        token.low.split("-")[0]
        in {"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
    ):
        return [Draft("body", value_of(tokens, case.words(i)), lemma="be", tail=case.words(), why="age")]
    if following in {"with", "from", "for", "of", "by"} and not case.passive:
        felt = accompanying(framer, case, passive=following == "by")
        if felt:
            return felt
    extra: list[Draft] = []
    if following == "with" and not case.passive:
        inner = case.by_start.get(after + 1)
        if inner is not None and (
            framer.in_list("body_parts", tokens[inner.head].lemma)
            or framer.in_list("garments", tokens[inner.head].lemma)
        ):
            from game.reader.having import had  # noqa: PLC0415

            extra = had(framer, case, case.words(after + 1), inner)
            case.end = after
    senses = framer.senses("adjectives", token.low) or framer.senses("adjectives", token.lemma)
    tail = case.words()
    lemma = "wake" if case.lemma == "wake" else "be"
    if case.passive:
        tail = [case.at, *tail]
    if senses and case.scope.denials and _never_more(case, i, after):
        case.scope.denials = set()
        case.scope.weigh("absolute")
    if senses:
        drafts = [Draft(a, v, h, d, None, lemma, tail, why=f"adjective {token.low}") for a, v, h, d in senses]
        drafts = drafts if case.wish or len(drafts) == 1 else drafts[:1]
        for draft in drafts:
            if (
                draft.aspect in {"trait", "body"}
                and case.lemma in {"be", "become"}
                and following in {"with", "at", "to", "about", "towards", "toward"}
            ):
                draft.value = (
                    value_of(tokens, [i, *case.words(i + 1)]) if draft.aspect == "body" else draft.value
                )
        return [*drafts, *extra]
    if case.passive:
        return None
    if (
        case.perfect
        and case.lemma == "be"
        and "E" in token.tags
        and token.low.endswith("ed")
        and case.at >= 0
    ):
        return [
            Draft(
                "act", value_of(tokens, [i, *case.words(i + 1)]), lemma="be", tail=tail, why="has been done"
            )
        ]
    if token.tag == "E" and case.lemma not in {"be", "feel"}:
        return None
    if token.tag == "G":
        return None
    if case.lemma not in verbs.PURE_COPULAS and case.lemma not in {
        "get",
        "grow",
        "turn",
        "look",
        "sound",
        "act",
        "keep",
    }:
        return None
    aspect = "trait"
    if token.low.endswith(LOOKING):
        aspect = "body"
    return [
        Draft(
            aspect,
            token.low if token.tag == "E" else token.lemma,
            lemma="be",
            tail=tail,
            why="unlisted adjective",
        ),
        *extra,
    ]


def _never_more(case: Case, i: int, after: int) -> bool:
    """*had never been so happy, was never happier, could not be happier*: that she is, as never before."""
    token = case.tokens[i]
    if after < case.end and case.tokens[after].low in {"than", "as", "that"}:
        return False
    more = case.tokens[i - 1].low in {"more", "so"} if i > 0 else False
    more = more or (token.low.endswith("er") and token.lemma != token.low)
    never = any(case.tokens[k].low == "never" for k in case.scope.denials)
    return more and (never or (case.modal == "could" and case.tokens[i - 1].low != "so"))


def feeling(framer: Framer, case: Case, phrase: NounPhrase) -> list[Draft] | None:
    """*felt a pang of regret, feels joy*."""
    tokens = case.tokens
    if tokens[phrase.start].low in {"no", "neither", "little"}:
        return had_feeling(framer, case) or None
    for k in case.words(phrase.start):
        for aspect, value, holds, degree in framer.senses("nouns", tokens[k].lemma):
            if aspect in {"mood", "bond"}:
                return [
                    Draft(
                        aspect,
                        value,
                        holds,
                        degree,
                        lemma=case.lemma,
                        tail=case.words(),
                        why=f"feels {tokens[k].lemma}",
                    )
                ]
    return None


def prepositional(framer: Framer, case: Case, i: int) -> list[Draft] | None:  # noqa: PLR0911
    """*is in Paris, is from Ohio, is in a green coat*."""
    tokens = case.tokens
    token = tokens[i]
    words = case.words(i + 1)
    if not words:
        return []
    phrase = case.by_start.get(next((k for k in words if tokens[k].tag not in "R"), -1))
    stop = next((k for k in words if tokens[k].low in {"with"}), case.end)
    if token.low == "from":
        return [
            Draft(
                "past",
                value_of(tokens, words),
                lemma="be",
                tail=case.words(),
                noun=words,
                time="before",
                why="from",
            )
        ]
    if token.low == "beside" and tokens[words[0]].tag == "f":
        return accompanying(framer, case) or [
            Draft("mood", "anxious", lemma="be", tail=case.words(), why="beside herself")
        ]
    if phrase is not None and token.low in {"in", "of", "on"}:
        mood = disposed(framer, case, phrase)
        if token.low == "of":
            mood = mood or of_quality(framer, case, i, phrase)
        if mood:
            return mood
    if phrase is not None and token.low in {"in"} and framer.in_list("garments", tokens[phrase.head].lemma):
        return [
            Draft(
                "body",
                "wear " + value_of(tokens, words),
                lemma="wear",
                tail=words,
                noun=words,
                why="in a garment",
            )
        ]
    if token.low in _PLACE and phrase is not None:
        where = case.words(i, stop)
        noun = [k for k in where if k != i]
        value = value_of(tokens, noun if token.low in {"in", "at", "on", "inside"} else where)
        lemma = case.lemma
        return [Draft("place", value, lemma=lemma, tail=case.words(), noun=noun, why=f"place {token.low}")]
    if token.low == "with" and phrase is not None and framer.people.of(tokens, phrase).people:
        return [
            Draft(
                "place",
                value_of(tokens, case.words(i)),
                lemma=case.lemma,
                tail=case.words(),
                noun=words,
                why="with somebody",
            )
        ]
    if token.low == "like" and phrase is not None and case.lemma in {"be", "look"}:
        return [
            Draft(
                "trait" if case.lemma == "be" else "body",
                value_of(tokens, case.words(i)),
                lemma=case.lemma,
                tail=case.words(),
                why="like",
            )
        ]
    return [] if case.lemma == "be" else None
