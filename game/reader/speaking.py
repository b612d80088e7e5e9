"""Frames of speech and mind: what she speaks, says and has in her head."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.reader import verbs
from game.reader.drafts import Case, Draft
from game.reader.scope import add_quantifiers
from game.reader.values import value_of

if TYPE_CHECKING:
    from game.reader.chunks import NounPhrase
    from game.reader.framing import Framer


_WITH_CAPITAL = frozenset(
    (
        "know",
        "learn",
        "understand",
        "teach",
        "write",
        "read",
        "study",
        "have",
        "pick",
        "acquire",
        "retain",
        "master",
    )
)
"""Verbs of which the language needs its capital: *she learned polish* may be another thing."""
_ALONE = frozenset(("only", "nothing", "just"))


def languages(framer: Framer, case: Case) -> list[Draft]:
    """*speaks French, answers only in Japanese*."""
    known = framer.table["languages"]
    tokens = case.tokens
    out: list[Draft] = []
    words = case.words()
    if case.lemma in _WITH_CAPITAL and not any(
        tokens[k].low in known and tokens[k].text[:1].isupper() for k in words
    ):
        return []
    if case.lemma == "understand" and not case.scope.denials and not any(t.low in _ALONE for t in tokens):
        return []  # to understand it is not to speak it
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
                    "up",
                    "of",
                    "little",
                    "enough",
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
            if tokens[k - 1].low in {"a little", "a bit of", "a tiny bit of", "a little bit of"}:
                case.scope.weigh("slight")
            if any(tokens[j].low in {"nothing", "no"} for j in words[:n]) and any(
                tokens[j].low in {"but", "except"} for j in words[:n]
            ):
                case.scope.denials -= set(words)
                case.scope.weigh("absolute")
            if any(tokens[j].low == "nothing" for j in words[n:]):
                case.scope.denials -= set(words)
                case.scope.weigh("absolute")
    return out


def speech(framer: Framer, case: Case) -> list[Draft] | None:  # noqa: ARG001, PLR0911
    """*she tells him that ...*: the words as typed."""
    lemma = case.lemma
    if lemma not in verbs.SAYING or case.passive:
        return None
    tokens = case.tokens
    nested = sorted(k for k in range(case.start, case.end) if k in case.skip)
    if nested and lemma == "say" and tokens[nested[0]].low in {"what", "whatever"}:
        return None
    if any(tokens[k].tag == "Q" for k in range(case.start, case.end)):
        return []
    manner = verbs.SPEECH_QUOTED.get(lemma)
    if nested and tokens[nested[0]].low in {
        "as if",
        "as though",
        "like",
        "because",
        "when",
        "while",
        "so that",
    }:
        return (
            [Draft("speech", manner, lemma=lemma, tail=case.words(), why=f"verb {lemma}")] if manner else None
        )
    if (
        nested
        and lemma == "ask"
        and (tokens[nested[0]].tag in "W" or tokens[nested[0]].low in {"if", "whose"})
    ):
        return [Draft("speech", "questions", lemma=lemma, tail=list(range(case.start, case.end)), why="asks")]
    if nested:
        start = next((k for k in nested if tokens[k].low == "that" and tokens[k].tag == "k"), nested[0])
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
    cried = [k for k in range(case.start, min(case.end + 2, len(tokens))) if tokens[k].tag == "!"]
    if lemma == "say" and cried and not case.words():
        return [Draft("say", "", lemma=lemma, tail=cried, noun=cried, why="says please")]
    return None


def mind(framer: Framer, case: Case, phrase: NounPhrase | None) -> list[Draft] | None:  # noqa: PLR0911
    """*knows that she was written, dreams of the sea*."""
    if case.lemma in {"wish", "hope"} and case.skip:
        return wished(case)
    value = verbs.KNOWING.get(case.lemma)
    if value is None or case.passive:
        return None
    tokens = case.tokens
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
        start += 1
    target = framer.object_of(case, start)
    if value == "dreams" and target.startswith(("become ", "be ")):
        return [
            Draft("mind", "dreams", object=target, lemma=case.lemma, tail=case.all_words(), why="dreams of")
        ]
    add_quantifiers(case.scope, tokens, list(range(start, min(start + 2, case.end))))
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
    if not target and tokens[start].low in {"it", "that", "this"}:
        target = tokens[start].low
    if not target:
        return None
    return [
        Draft("mind", value, object=target, lemma=case.lemma, tail=case.all_words(), why=f"mind {case.lemma}")
    ]


def wished(case: Case) -> list[Draft]:
    """*wishes she were real, hopes that Calvin comes home*: what is wanted."""
    tokens = case.tokens
    words = [k for k in sorted(case.skip) if case.start <= k < case.end and tokens[k].tag not in "kTWm"]
    if words and tokens[words[0]].who == case.who:
        words = words[1:]
    value = value_of(tokens, words)
    return (
        [Draft("want", value, lemma=case.lemma, tail=case.all_words(), noun=words, why=f"{case.lemma}s that")]
        if value
        else []
    )
