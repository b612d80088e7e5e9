"""Frames of lexical verbs: which of the classes of verb a clause belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.reader import inflection, verbs
from game.reader.drafts import Case, Draft
from game.reader.feelings import SHOWN, accompanying, had_feeling
from game.reader.scope import EVERYTHING, NOBODY, add_quantifiers
from game.reader.values import value_of

if TYPE_CHECKING:
    from game.reader.framing import Framer

import itertools

from game.reader.acting import act, backstory, part_acts, skills
from game.reader.bearing import carried
from game.reader.having import garments, secondary, transitive
from game.reader.placing import places
from game.reader.speaking import languages, mind, speech

_KIN = frozenset({"calvin", "harry", "gertrude", "mort", "susie"})
_ACQUIRING = frozenset({"have", "pick", "acquire", "retain", "master"})
_SKILL_MODALS = frozenset({"can", "could"})


def _somewhere(case: Case) -> bool:
    """*lies under the desk, lay on her back*: no untruth."""
    words = case.words()
    return bool(words) and case.tokens[words[0]].low in {
        "on", "in", "under", "beside", "across", "beneath", "at", "by", "down", "near", "upon", "along", "flat",  # noqa: E501
    }  # fmt: skip


def lexical(framer: Framer, case: Case) -> list[Draft]:  # noqa: PLR0911, PLR0912, PLR0915
    """The drafts of a clause with a verb of its own."""
    tokens = case.tokens
    if case.part:
        return causes(framer, case, _target(framer, case)) or part_acts(framer, case)
    if not case.who:
        return causes(framer, case, _target(framer, case))
    dressed = garments(framer, case)
    if dressed:
        return [*lexical(framer, case), *dressed]
    how = secondary(framer, case)
    if how:
        return [*lexical(framer, case), *how]
    borne = carried(framer, case)
    if borne:
        return [*lexical(framer, case), *borne]
    felt = accompanying(framer, case) if case.scope.holds else []
    if felt:
        shown = case.lemma in SHOWN and case.phrase() is None
        return felt if shown else [*lexical(framer, case), *felt]
    possessed = had_feeling(framer, case)
    if possessed:
        return possessed
    lemma = case.lemma
    if lemma in verbs.STOPPING and not case.words():
        return []
    language = languages(framer, case)
    if language and (lemma in verbs.SPEAKING or lemma in _ACQUIRING):
        return language
    if (
        lemma in {"speak", "talk"}
        and not case.words()
        and not case.scope.holds
        and case.scope.degree == "absolute"
        and not case.modal
    ):
        return [Draft("speech", "silent", lemma=lemma, flips=False, why=f"never {lemma}s")]
    if lemma == "sing" and case.scope.skilled < 0 and not case.modal:
        return [Draft("skill", "sing", False, "plain", lemma=lemma, tail=case.words(), why="does it badly")]
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
    if lemma == "leave" and not case.words() and case.who in {"ruby", "calvin"}:
        return [Draft("bond", "leaves", lemma=lemma, why="leaves")]
    if framer.senses("verbs", lemma):
        add_quantifiers(
            case.scope,
            tokens,
            [
                k
                for k in case.words()[:3]
                if tokens[k].tag == "q" and (tokens[k].low.startswith("every") or k == case.first())
            ],
        )
    for aspect, value, holds, degree in framer.senses("verbs", lemma):
        low = tokens[case.at].low if case.at >= 0 else ""
        lying = lemma == "lie" and (low in {"lay", "lain"} or _somewhere(case))
        asking = lemma == "ask" and any(tokens[k].low in {"for", "after"} for k in case.words()[:1])
        able = case.modal in _SKILL_MODALS and (aspect == "speech" or (value == "gone" and case.scope.holds))
        if value == "dead" and phrase is not None and case.lemma not in {"die"}:
            continue  # *drowned the kittens*
        if aspect != "bond" and not able and not lying and not asking:
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


def _bond(framer: Framer, case: Case, target: tuple[str, ...]) -> list[Draft]:  # noqa: PLR0911
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
        if target[0] == "scotty":
            return [Draft("taste", "scotty", holds, degree, "scotty", case.lemma, tail, why=why)]
        near = "lover" if case.who in {"ruby", "calvin", "harry", "langdon", "lila"} else "friend"
        if {case.who, target[0]} <= _KIN:
            near = "family"
        return [Draft("tie", near, holds, degree, target[0], case.lemma, tail, why=why)]
    if target and value in {"hates", "resents"} and target[0] != case.who and target[0] != "other":
        return [Draft("taste", target[0], False, degree, target[0], case.lemma, tail, why=why)]
    return []


def _excepted(case: Case) -> str:
    """Whom *no one but Calvin, only me* leaves."""
    words = case.words()
    for a, b in itertools.pairwise(words):
        if (
            case.tokens[a].low in {"but", "except", "save", "but for", "besides", "other than"}
            and case.tokens[b].who
        ):
            case.scope.denials -= set(words)
            case.scope.weigh("absolute")
            return case.tokens[b].who
    return ""


def quantified(case: Case) -> str:
    """*never* where nothing and nobody does it, *always* where everything does."""
    i = case.at - 1
    while i >= 0 and case.tokens[i].tag in "Rxhmub":
        i -= 1
    if i < 0:
        return ""
    head = case.tokens[i]
    if head.tag == "q":
        return "never" if head.lemma in NOBODY else "always" if head.low in EVERYTHING else ""
    return "never" if i and head.tag in "NP" and case.tokens[i - 1].low == "no" else ""


def causes(framer: Framer, case: Case, target: tuple[str, ...]) -> list[Draft]:
    """*frightens Ruby, bores her*: what somebody else is made to feel."""
    senses = framer.senses("causes", case.lemma)
    if case.lemma in {"hurt", "harm", "wound"} and case.who in {"ruby", "calvin"} and case.scope.denials:
        return []  # *she would never hurt me* is about her
    if senses and target and target[0] != case.who and not case.passive and target[0] != "other":
        aspect, value, holds, degree = senses[0]
        whole = quantified(case)
        felt = inflection.participle(case.lemma)
        if (aspect, value, holds) not in [sense[:3] for sense in framer.senses("adjectives", felt)]:
            felt = value
        if whole:
            case.scope.weigh("absolute")
        if whole == "never":
            case.scope.denials.add(case.at)
        return [
            Draft(
                aspect,
                value,
                holds,
                degree,
                lemma="be",
                who=target[0],
                tail=[],
                tail_text=f"{whole} {felt}".strip(),
                why=f"causes {case.lemma}",
                cause=True,
            )
        ]
    return []
