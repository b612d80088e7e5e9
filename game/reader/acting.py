"""Frames of acting: what she can do, has done, does, and where she goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.reader import inflection, verbs
from game.reader.drafts import Case, Draft, lows
from game.reader.having import wearing
from game.reader.parts import contained, is_many, one_of
from game.reader.scope import add_quantifiers
from game.reader.values import value_of
from game.reader.wordsets import words

if TYPE_CHECKING:
    from game.reader.framing import Framer

_UNSKILLED_VERBS = words(
    "behave sleep dress live treat go end take feel mean eat age dream sit wait lie smile laugh weep cry love die "  # noqa: E501
    "remember know marry breathe say speak hold keep listen watch nod bow work fare do"
)
_STOWED = words("carry keep hide put find leave store lose stuff slip tuck stow conceal pay bury plant write")
_SKILL_MODALS = frozenset({"can", "could"})


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
        add_quantifiers(case.scope, tokens, case.words()[:2])
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
                and (not case.past or lemma == "raise")
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


def part_acts(framer: Framer, case: Case) -> list[Draft]:
    """*her knees click, her hair is falling out*."""
    tokens = case.tokens
    part = case.part.split()[-1]
    if not framer.in_list("body_parts", part):
        held = contained(case)
        if held:
            return held
        if case.passive and framer.in_list("garments", part):
            draft = Draft("have", f"{tokens[case.at].low} {part}", lemma="have", why=f"her {part}")
            state = tokens[case.at].low
            draft.prefix = state if is_many(case) else one_of(f"{state} {part}").removesuffix(f" {part}")
            draft.tail_text = part
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
    if not case.modal:
        many = is_many(case)
        verb = case.lemma if many else inflection.third(case.lemma)
        whose = inflection.plural(part) if many else one_of(part)
        does = " ".join([verb, *[tokens[k].low for k in words]])
        draft.tail_text = draft.noun_text = f"{whose} that {does}"
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
    off = next((k for k in kept[1:] if tokens[k].tag == "i" and tokens[k - 1].tag == ","), -1)
    if off > 0 and any(tokens[k].tag in "NP" for k in kept if k < off):
        kept = [k for k in kept if k < off]  # *climbs the hill, past the chapel, to lay a wreath*
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
            and case.lemma not in _STOWED
            and not (k > case.start and tokens[k - 1].tag in "on" and tokens[k - 1].tag)
            and (p := case.by_start.get(k + 1)) is not None
            and framer.in_list("garments", tokens[p.head].lemma)
        ),
        None,
    )
    if garment is not None:
        worn = [k for k in words if k > garment]
        drafts[0].value = value_of(tokens, [*head, *[k for k in words if k < garment]])
        drafts.append(wearing(tokens, worn))
    return drafts
