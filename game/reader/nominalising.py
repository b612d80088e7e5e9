"""What a noun says that a verb could have said: *her love of thunder, a gift for mimicry, a habit of humming*."""  # noqa: E501

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.reader.drafts import Case, Draft
from game.reader.values import value_of
from game.reader.wordsets import words

if TYPE_CHECKING:
    from game.reader.chunks import NounPhrase
    from game.reader.framing import Framer

LIKED: Final = words(
    "love fondness passion taste weakness liking appetite enthusiasm penchant partiality craving relish "
    "predilection mania obsession addiction adoration worship delight yen soft-spot"
)
DISLIKED: Final = words(
    "detestation hatred loathing dislike aversion distaste abhorrence contempt disdain disgust hate antipathy scorn allergy"  # noqa: E501
)
TALENT: Final = words(
    "gift talent flair genius knack aptitude ability skill facility eye ear head way nose feel capacity "
    "instinct"
)
HABIT: Final = words("habit custom practice")
WISHED: Final = words(
    "longing desire yearning ambition wish urge hunger thirst itch hankering dream determination lust need"
)
MEMORY: Final = words("memory recollection remembrance")
BELIEF: Final = words("belief faith conviction certainty trust suspicion")
COMMAND: Final = words("command smattering knowledge grasp mastery")
LACK: Final = frozenset(["inability"])
HELD_AS: Final = words(
    "air streak touch hint trace vein core note look sense shred scrap ounce spark trickle glimmer grain "
    "drop dash strain seam reserve reservoir surfeit excess degree measure sort kind speck whiff"
)
"""What there is of a feeling or a trait: *an air of melancholy, a streak of cruelty*."""


def nominalised(framer: Framer, case: Case, phrase: NounPhrase, end: int) -> list[Draft] | None:  # noqa: PLR0911, PLR0912
    """The drafts of a noun with what hangs on it, or None where it is only a thing."""
    tokens = case.tokens
    lemma = tokens[phrase.head].lemma
    at = phrase.end
    if at + 1 >= end:
        return None
    joint = tokens[at]
    rest = [k for k in range(at + 1, end) if k not in case.skip and tokens[k].tag not in ".,"]
    inner = case.by_start.get(at + 1)
    stop = next((k for k in range(at + 1, end) if tokens[k].tag in ",j"), end)
    rest = [k for k in rest if k < stop] or rest
    ing = tokens[at + 1].tag == "G" and inner is None
    whole = list(range(phrase.start, end))
    people = framer.people.of(tokens, inner).people if inner is not None else ()
    partner = bool(people) and people[0] == case.partner
    value = value_of(tokens, rest)
    if not value and not people:
        return None
    aspect, holds, obj = "", True, None
    if joint.low in {"of", "for", "to", "towards", "with"} and lemma in LIKED:
        if partner:
            return [_draft("bond", "loves", whole)]
        aspect = "taste"
    elif joint.low in {"of", "for", "to"} and lemma in DISLIKED:
        if partner:
            return [_draft("bond", "hates", whole)]
        aspect, holds = "taste", False
    elif joint.low in {"of", "for"} and lemma in {"need"} and partner:
        return [_draft("bond", "needs", whole)]
    elif joint.low in {"of", "for", "to"} and lemma in WISHED:
        if partner:
            return [_draft("bond", "desires", whole)]
        aspect = "want"
    elif (
        (joint.low in {"for", "with", "at"} and lemma in TALENT)
        or (joint.low == "at" and lemma == "hand")
        or (ing and joint.low == "of" and lemma == "knack")
        or (joint.tag == "t" and lemma in {"ability", "capacity"} and tokens[at + 1].tag == "V")
    ):
        if partner or people:
            return None
        aspect = "skill"
    elif joint.tag == "t" and lemma in LACK:
        aspect, holds = "skill", False
    elif joint.low == "of" and lemma in HABIT and ing:
        aspect = "act"
    elif joint.low == "of" and lemma in MEMORY:
        aspect, obj, value = "mind", people[0] if people and people[0] != "other" else value, "remembers"
    elif joint.low in {"in", "that"} and lemma in BELIEF:
        if partner:
            return [_draft("bond", "trusts", whole)]
        aspect, obj, value = "mind", people[0] if people and people[0] != "other" else value, "believes"
    elif joint.low == "of" and lemma in COMMAND and tokens[at + 1].low in framer.table["languages"]:
        draft = _draft("speech", framer.table["languages"][tokens[at + 1].low], whole)
        draft.degree = "slight" if lemma == "smattering" else ""
        return [draft]
    elif joint.low == "of" and lemma in HELD_AS and inner is not None:
        sense = next(
            (s for s in framer.senses("nouns", tokens[inner.head].lemma) if s[0] in {"trait", "mood"}), None
        )
        if sense is None:
            return None
        return [
            Draft(sense[0], sense[1], sense[2], sense[3], lemma="have", tail=whole, noun=whole, why=lemma)
        ]
    if not aspect:
        return None
    draft = _draft(aspect, value, whole)
    draft.holds, draft.object = holds, obj
    return [draft]


def _draft(aspect: str, value: str, whole: list[int]) -> Draft:
    return Draft(aspect, value, lemma="have", tail=whole, noun=whole, why=f"a noun that says it: {aspect}")
