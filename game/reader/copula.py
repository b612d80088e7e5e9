"""Frames of *be* and its like: what she is, feels, looks like, and where she is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.reader import verbs
from game.reader.drafts import Case, Draft, lows
from game.reader.scope import add_quantifiers
from game.reader.values import value_of

if TYPE_CHECKING:
    from game.reader.chunks import NounPhrase
    from game.reader.framing import Framer

_PLACE = frozenset(
    "in at on inside outside under above behind near beside beneath below upon aboard within by across beyond among between over".split()
)
_PLACE_ADVERBS = frozenset(
    "home here there away upstairs downstairs outside inside abroad nowhere everywhere elsewhere somewhere back".split()
)
_GENERIC = frozenset(
    "woman girl person man lady creature human one thing soul being kid child boy guy gal somebody someone female individual people type sort kind lass heroine".split()
)
_GOOD = frozenset(
    "good great excellent brilliant skilled amazing wonderful fantastic talented gifted skilful skillful superb proficient adept handy ace fluent expert marvellous incredible decent accomplished best better unbeatable deadly".split()
)
_BAD = frozenset(
    "bad terrible hopeless awful useless lousy dreadful horrible rubbish atrocious abysmal hopeless appalling incompetent clumsy worst worse inept shit crap pathetic".split()
)
_NOT_ROLES = frozenset("way matter case point deal place lot bit time end day reason sight".split())


def copular(framer: Framer, case: Case) -> list[Draft] | None:  # noqa: PLR0911
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
        return feeling(framer, case, phrase) or []
    if phrase is not None and pure and tokens[phrase.head].tag in "NPcnwqpos":
        return nominal(framer, case, phrase)
    if phrase is not None and case.lemma in {"feel"} and tokens[phrase.head].tag in "NP":
        return feeling(framer, case, phrase)
    if token.tag == "t" and case.perfect and case.lemma == "be":
        words = case.words(i + 1)
        return [
            Draft(
                "place", value_of(tokens, words), lemma="be", tail=case.words(), noun=words, why="has been to"
            )
        ]
    if token.tag in "i" and case.lemma in {"be", "stay", "remain", "sit", "stand", "lie", "wake", "end"}:
        return prepositional(framer, case, i)
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


def adjective(framer: Framer, case: Case, i: int) -> list[Draft] | None:
    """*is kind, is good at chess, is thirty*."""
    tokens = case.tokens
    token = tokens[i]
    after = next((k for k in case.words(i + 1) if tokens[k].tag not in "R"), case.end)
    following = tokens[after].low if after < case.end else ""
    if token.lemma in _GOOD | _BAD and following in {"at", "with", "in", "on"}:
        words = case.words(after + 1)
        if words:
            return [
                Draft(
                    "skill",
                    value_of(tokens, words),
                    token.lemma in _GOOD,
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
    extra: list[Draft] = []
    if following == "with" and not case.passive:
        inner = case.by_start.get(after + 1)
        if inner is not None and (
            framer.in_list("body_parts", tokens[inner.head].lemma)
            or framer.in_list("garments", tokens[inner.head].lemma)
        ):
            from game.reader.lexical import had  # noqa: PLC0415 - the two know each other

            extra = had(framer, case, case.words(after + 1), inner)
            case.end = after
    senses = framer.senses("adjectives", token.low) or framer.senses("adjectives", token.lemma)
    tail = case.words()
    if case.passive:
        tail = [case.at, *tail]
    if senses:
        drafts = [Draft(a, v, h, d, None, "be", tail, why=f"adjective {token.low}") for a, v, h, d in senses]
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
        return drafts
    if case.passive:
        return None
    if token.tag == "E" and case.lemma != "be" and case.lemma != "feel":
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
    if token.low.endswith(
        (
            "-haired",
            "-eyed",
            "-legged",
            "-handed",
            "-skinned",
            "-armed",
            "-footed",
            "-toed",
            "-lipped",
            "-chested",
            "-old",
        )
    ):
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


def nominal(framer: Framer, case: Case, phrase: NounPhrase) -> list[Draft]:  # noqa: PLR0911, PLR0912
    """*is a nurse, is Harry's friend, is a kind woman, is twenty-six years old*."""
    tokens = case.tokens
    head = tokens[phrase.head]
    words = case.words(phrase.start)
    lemma = head.lemma
    if head.tag in "qpowy" and head.tag:
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
            if inner is not None:
                return nominal(framer, case, inner)
        return [Draft("body", value_of(tokens, words), lemma="be", tail=case.words(), why="age or measure")]
    if head.tag in "n":
        return []
    owner, owner_start = owner_of(framer, case, phrase)
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
        return [draft]
    if lemma in {"dog", "cat", "pet", "horse", "parrot"} and case.who == "scotty" and owner:
        return [Draft("have", lemma, lemma="have", tail=words, noun=words, why="pet", who=owner)]
    if case.who in {"ruby", "calvin"} and owner in {"ruby", "calvin"} and owner != case.who:
        own = framer.senses("nouns", "my " + lemma)
        if own:
            return [
                Draft(a, v, h, d, lemma="be", tail=case.words(), why=f"my {lemma}") for a, v, h, d in own[:1]
            ]
    return described(framer, case, phrase, words)


def described(framer: Framer, case: Case, phrase: NounPhrase, words: list[int]) -> list[Draft]:
    """The adjectives and the noun of what somebody is: *a very frugal plumber*."""
    tokens = case.tokens
    head = tokens[phrase.head]
    lemma = head.lemma
    drafts: list[Draft] = []
    generic = lemma in _GENERIC
    modifiers = [
        k for k in range(phrase.start, phrase.head) if tokens[k].tag in "AEGNP" and tokens[k].low != "'s"
    ]
    compound = " ".join(tokens[k].low for k in [*modifiers[-1:], phrase.head])
    skilled = framer.lists["agents"].get(lemma)
    first = tokens[modifiers[0]].lemma if modifiers else ""
    tail = case.words()
    if skilled and first in _GOOD | _BAD and not generic:
        return [
            Draft("skill", skilled, first in _GOOD, lemma="be", tail=tail, noun=words, why=f"{first} {lemma}")
        ]
    senses = framer.senses("nouns", compound) or framer.senses("nouns", lemma)
    adjectives = (
        [k for k in modifiers if tokens[k].tag in "AE"] if framer.senses("nouns", compound) == [] else []
    )
    for k in adjectives:
        known = framer.senses("adjectives", tokens[k].low) or framer.senses("adjectives", tokens[k].lemma)
        if known and (known[0][0] != "body" or generic):
            aspect, value, holds, degree = known[0]
            draft = Draft(
                aspect, value, holds, degree, lemma="be", tail=[k], why=f"adjective {tokens[k].low}"
            )
            if k > phrase.start and tokens[k - 1].tag == "R":
                draft.degree = _degree(tokens[k - 1].low)
                draft.tail = [k - 1, k]
            drafts.append(draft)
        elif generic and not known:
            drafts.append(Draft("trait", tokens[k].lemma, lemma="be", tail=[k], why="unlisted adjective"))
    if senses:
        aspect, value, holds, degree = senses[0]
        drafts.insert(
            0, Draft(aspect, value, holds, degree, lemma="be", tail=tail, noun=words, why=f"noun {lemma}")
        )
        return drafts + attached(framer, case, phrase)
    if lemma in _NOT_ROLES or (lemma == "thing" and head.tag == "P"):
        return drafts
    if not (generic and drafts):
        positions = words if generic or not drafts else [k for k in words if k not in adjectives]
        value = value_of(tokens, _with_of(case, phrase, positions))
        if value:
            drafts.insert(0, Draft("role", value, lemma="be", tail=tail, noun=words, why="noun"))
    return drafts + attached(framer, case, phrase)


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
        if token.low in {"with", "from", "in"} and inner is not None and at not in case.skip:
            words = case.words(at + 1, _phrase_stop(case, inner))
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
                for k in words:
                    pass
            elif token.low == "with" and words:
                from game.reader.lexical import had  # noqa: PLC0415 - the two know each other

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
            who = framer.people.of(tokens, inner)
            if who.people and who.people[0] != "other":
                return who.people[0], inner.start
            if inner.owner >= 0 and inner.owner == inner.head and tokens[inner.owner].who:
                return tokens[inner.owner].who, inner.start
            if who.people:
                return value_of(tokens, range(inner.start, inner.end)), inner.start
    return "", -1


def feeling(framer: Framer, case: Case, phrase: NounPhrase) -> list[Draft] | None:
    """*felt a pang of regret, feels joy*."""
    tokens = case.tokens
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


def prepositional(framer: Framer, case: Case, i: int) -> list[Draft] | None:
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
        drafts = [Draft("place", value, lemma=lemma, tail=case.words(), noun=noun, why=f"place {token.low}")]
        if stop < case.end and lemma in {"live", "stay"}:
            pass
        return drafts
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


def of_part(framer: Framer, case: Case) -> list[Draft]:  # noqa: PLR0911
    """*her hair is red, her home is a lighthouse, her favourite colour is green*."""
    tokens = case.tokens
    i = case.first()
    if i >= case.end:
        return []
    part = case.part.split()[-1]
    words = case.words()
    rest = case.words(i)
    phrase = case.by_start.get(i)
    body = framer.in_list("body_parts", part)
    if case.part.startswith(("favourite ", "favorite ")):
        return [Draft("taste", value_of(tokens, rest), lemma="like", tail=rest, noun=rest, why="favourite")]
    if part in {"home", "house", "address", "residence", "apartment", "flat"} and (
        phrase is not None or tokens[i].tag == "i"
    ):
        noun = rest if phrase is not None else case.words(i + 1)
        return [Draft("place", value_of(tokens, rest), lemma="live", tail=rest, noun=noun, why="her home is")]
    if part in {
        "name",
        "job",
        "profession",
        "calling",
        "occupation",
        "trade",
        "nickname",
        "surname",
        "vocation",
    }:
        return [
            Draft(
                "role",
                value_of(tokens, rest) or tokens[i].low,
                lemma="be",
                tail=rest,
                noun=rest,
                why=f"her {part} is",
            )
        ]
    if part in {"language", "tongue"}:
        return [
            Draft(
                "speech",
                framer.table["languages"][tokens[k].low],
                lemma="speak",
                tail=[k],
                noun=[k],
                why="her language is",
            )
            for k in rest
            if tokens[k].low in framer.table["languages"]
        ]
    if part == "age":
        return [Draft("body", value_of(tokens, rest), lemma="be", tail=rest, why="her age is")]
    if not body:
        if (
            tokens[i].tag in "AE"
            and phrase is None
            and part not in {"life", "mind", "world", "future", "past", "love", "soul"}
        ):
            return [_of_her("have", part, case, i)]
        return []
    if case.lemma not in {"be", "become", "turn", "go", "get", "grow", "look", "feel", "stay", "remain"}:
        return [
            Draft(
                "body",
                f"{part} {value_of(tokens, [case.at, *words])}".strip(),
                lemma="have",
                tail=words,
                tail_text=part,
                why="her body",
            )
        ]
    if tokens[i].tag in "AEG":
        return [_of_her("body", part, case, i)]
    if phrase is not None:
        draft = Draft("body", f"{value_of(tokens, rest)} {part}", lemma="have", tail=rest, why="her body")
        draft.tail_text = part + " "
        return [draft]
    return [
        Draft(
            "body",
            f"{part} {value_of(tokens, rest)}",
            lemma="have",
            tail=rest,
            tail_text=part + " ",
            why="her body",
        )
    ]


def _of_her(aspect: str, part: str, case: Case, i: int) -> Draft:
    """*her hair is red* as *have red hair*."""
    tokens = case.tokens
    words = [k for k in case.words(i) if tokens[k].tag in "AERGNP,ij"]
    adjective_text = " ".join(lows(tokens, [k for k in words if tokens[k].tag != ","]))
    draft = Draft(aspect, f"{value_of(tokens, words)} {part}", lemma="have", why=f"her {part} is")
    draft.prefix = adjective_text
    draft.tail_text = draft.noun_text = part
    return draft


def _degree(word: str) -> str:
    from game.reader.adverbs import DEGREES  # noqa: PLC0415

    return DEGREES.get(word, "")


__all__ = ["add_quantifiers", "adjective", "copular", "described", "nominal"]
