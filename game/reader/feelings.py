"""Feelings that stand beside a verb: *wept with relief, pale with rage, fled in terror, in a black mood*."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.reader.drafts import Case, Draft
from game.reader.wordsets import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.reader.chunks import NounPhrase
    from game.reader.framing import Framer
    from game.reader.tokens import Token

Sense = tuple[str, str, bool, str]

PARTS_OF: Final = words(
    "pang stab twinge surge wave flicker flash rush burst fit thrill shiver tremor prick spasm flood gust "
    "spark glimmer ray touch hint trace ounce shred sense feeling state frenzy fever paroxysm rapture "
    "ecstasy agony access transport passion wealth world sea ocean tide torrent excess stirring tinge jolt "
    "bolt knot glow ball lump flutter whiff weight burden storm riot swell upsurge outburst mixture mist "
    "cloud pit well slough trough bout attack spell orgy welter flush tingle current undercurrent ripple "
    "scrap grain vestige particle mood delirium fury madness blaze depth height throe"
)
"""Nouns that only measure the feeling which their *of* names."""

SHOWN: Final = words(
    "tremble shake shiver quiver quake shudder burn boil seethe glow beam blush flush pale whiten redden "
    "choke swell brim fill radiate writhe smoulder smolder bristle tingle thrill ache throb die sicken "
    "burst bubble overflow froth foam go turn grow flare blaze fizz hum buzz vibrate prickle stiffen "
    "freeze melt faint reel "
    "simmer expire perish rage drown wallow bask sink flame sparkle shine twinkle light gleam glitter dance "
    "flash glisten crack break darken cloud droop sag drip ooze exude pulse pulsate twitch crumple contort "
    "curdle "
    "tighten clench flutter pound hammer race leap soar glower live exult"
)
"""Verbs that only show what is felt: of *trembled with rage* the rage is what is claimed."""

FEELING: Final = words(
    "know feel experience suffer nurse harbour harbor bear carry hide taste nourish conceal contain control "
    "fight show betray find have"
)
_HIDING: Final = words("hide conceal contain control master")
_UNFEELING: Final = words("lose overcome conquer forget master shed outgrow banish vanquish")
_ENTERING: Final = words(
    "fall sink plunge lapse slip slide fly get go work burst descend retreat relapse spiral"
)
_YIELDING: Final = words("give yield succumb surrender abandon")

_FROM: Final = frozenset({"with", "in", "from", "out of", "for", "without", "of"})
_DONE_BY: Final = frozenset({"with", "by", "under", "from"})
_FOR: Final = words("joy happiness delight glee shame grief sorrow fear rage")
_OF: Final = words("die sick perish sicken expire ill")
UNLIKE: Final = words(
    "hope peace calm pride laughter tears cheer concern interest stress regret tension comfort"
)
"""Feelings that *in* and *for* do not make felt: *in hope, in tears*, which the lexicon has."""
_MOODS: Final = frozenset(
    {"mood", "humour", "humor", "temper", "spirits", "spirit", "frame", "state", "fettle"}
)


def sense_of(
    framer: Framer, tokens: list[Token], by_start: Mapping[int, NounPhrase], phrase: NounPhrase
) -> tuple[Sense, int] | None:
    """The mood that a noun phrase names (*grief, a pang of grief*), and where the phrase ends."""
    head = tokens[phrase.head]
    if head.tag not in "NP":
        return None
    end = phrase.end
    if head.lemma in PARTS_OF and end < len(tokens) and tokens[end].low == "of":
        inner = by_start.get(end + 1)
        if inner is not None:
            return sense_of(framer, tokens, by_start, inner)
    two = f"{tokens[phrase.head - 1].low} {head.lemma}" if phrase.head > phrase.start else ""
    senses = (
        framer.senses("nouns", two)
        or (framer.senses("nouns", f"{tokens[phrase.head - 1].low} {head.low}") if two else [])
        or framer.senses("nouns", head.lemma)
        or framer.senses("nouns", head.low)
    )
    for sense in senses:
        if sense[0] == "mood":
            return sense, end
    return None


def accompanying(framer: Framer, case: Case, *, passive: bool = False) -> list[Draft]:
    """*(wept) with relief, (fled) in terror, (was torn) by envy*: the mood. Hides its words from the case."""
    tokens = case.tokens
    if not case.who:
        return []
    stop = case.end
    for k in case.words():
        low = tokens[k].low
        if low not in (_DONE_BY if passive else _FROM):
            continue
        phrase = case.by_start.get(k + 1)
        if phrase is None or phrase.end > stop:
            continue
        head = tokens[phrase.head].lemma
        if phrase.owner >= 0 and tokens[phrase.owner].who != case.who:
            continue
        if (low == "for" and head not in _FOR) or (low in {"in", "for"} and head in UNLIKE):
            continue
        if low == "of" and case.lemma not in _OF:
            continue
        found = sense_of(framer, tokens, case.by_start, phrase)
        if found is None:
            continue
        (aspect, value, holds, degree), end = found
        if low == "without" or tokens[phrase.start].low == "no":
            holds = not holds
        hidden = set(range(k, end))
        drafts = [Draft(aspect, value, holds, degree, lemma="be", tail_text=value, why=f"{low} {head}")]
        if end + 1 < stop and tokens[end].low in {"and", "or"}:
            second = case.by_start.get(end + 1)
            more = sense_of(framer, tokens, case.by_start, second) if second is not None else None
            if more is not None and more[0][1] != value:
                other = more[0]
                drafts.append(
                    Draft(
                        other[0], other[1], other[2] == (low != "without"), other[3], lemma="be",
                        tail_text=other[1], why=f"{low} {other[1]}",
                    )
                )  # fmt: skip
                hidden |= set(range(end, more[1]))
        case.hidden = case.hidden | hidden
        return drafts
    return []


def had_feeling(framer: Framer, case: Case) -> list[Draft]:
    """*knew joy, nursed her anger, overcame her fear, sank into gloom, gave way to despair*."""
    tokens = case.tokens
    if not case.who or case.passive:
        return []
    phrase, gone = case.phrase(), False
    if case.lemma in FEELING or case.lemma in _UNFEELING:
        gone = case.lemma in _UNFEELING
    elif case.lemma in _ENTERING or case.lemma in _YIELDING:
        into = ("into",) if case.lemma in _ENTERING else ("to",)
        at = next((k for k in case.words() if tokens[k].low in into), -1)
        phrase = case.by_start.get(at + 1) if at >= 0 else None
    else:
        return []
    if phrase is None or (phrase.owner >= 0 and tokens[phrase.owner].who != case.who):
        return []
    found = sense_of(framer, tokens, case.by_start, phrase)
    if found is None:
        return []
    (aspect, value, holds, degree), _ = found
    if case.lemma in _HIDING and case.modal in {"can", "could"}:
        case.scope.denials = set()  # *could not hide her joy*
    draft = Draft(aspect, value, holds, degree, lemma="be", tail_text=value, why=f"{case.lemma} a feeling")
    if gone != (tokens[phrase.start].low in {"no", "little", "neither"}):
        draft.holds = not holds
        case.scope.denials -= set(range(phrase.start, phrase.end))
    return [draft]


def disposed(framer: Framer, case: Case, phrase: NounPhrase) -> list[Draft]:
    """*(is) in a black mood, in good spirits, in a fit of rage, in a state of bliss*."""
    tokens = case.tokens
    head = tokens[phrase.head]
    found = sense_of(framer, tokens, case.by_start, phrase)
    if found is not None and (phrase.owner < 0 or tokens[phrase.owner].who == case.who):
        aspect, value, holds, degree = found[0]
        return [Draft(aspect, value, holds, degree, lemma="be", tail_text=value, why=f"in {head.lemma}")]
    if head.low not in _MOODS and head.lemma not in _MOODS:
        return []
    for k in range(phrase.start, phrase.head):
        if tokens[k].tag not in "AEGN":
            continue
        for aspect, value, holds, degree in framer.senses("adjectives", tokens[k].low):
            if aspect == "mood":
                why = f"in a {tokens[k].low} mood"
                return [Draft(aspect, value, holds, degree, lemma="be", tail_text=value, why=why)]
    return []
