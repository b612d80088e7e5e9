"""What somebody has along: *came down from Leeds with a suitcase and a cough; waited in the wings with a thermos*."""  # noqa: E501

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.reader import verbs
from game.reader.having import had
from game.reader.wordsets import words

if TYPE_CHECKING:
    from game.reader.chunks import NounPhrase
    from game.reader.drafts import Case, Draft
    from game.reader.framing import Framer

_MOVING: Final = (
    verbs.GOING
    | verbs.STAYING
    | words(
        "leave appear depart embark board emerge descend ascend set turn show land stagger limp march stride totter "  # noqa: E501
        "parade pass cross land disembark reappear dawdle loiter saunter trudge tramp hike trek pedal cycle gallop "  # noqa: E501
        "trot canter float row paddle punt scramble clamber squeeze push barge wade glide waltz sidle shuffle perch "  # noqa: E501
        "squat crouch kneel lean recline sprawl loll lounge bolt decamp abscond elope marry retire"
    )
) - words("be work study live dwell reside sleep belong")
_MANNERS: Final = words(
    "sigh smile limp swagger stride grin nod laugh air look bow start jerk cry groan gait step grace care difficulty "  # noqa: E501
    "speed haste flourish bang crash thud bump lurch bounce shrug wink wave gesture sniff snort gasp yawn shudder "  # noqa: E501
    "whoop yell shout scream whisper murmur voice tread walk stoop swing skip hop jump leap rush roar whistle song "  # noqa: E501
    "word view purpose mission intention idea thought plan aim hope eye mind sense feeling expression frown scowl "  # noqa: E501
    "glare stare glance toss flick twist turn roll spin lilt twang accent glint gleam twinkle manner attitude bearing "  # noqa: E501
    "exception help aid permission blessing approval object result effect regard respect vengeance rest others other "  # noqa: E501
    "same ease aplomb precision zeal relish gusto abandon impunity alacrity pace crowd tide wind current flow stream "  # noqa: E501
    "sun dawn moon light first last lot half majority minute hour day week month year night morning"
)
_ABSTRACT: Final = ("ness", "ity", "tion", "sion", "ment", "ance", "ence", "ism", "ship", "hood", "cy", "ude")
_FULL: Final = words("garment document instrument ornament apartment infant pigment fragment tent cement")


def carried(framer: Framer, case: Case, *, plain: bool = False) -> list[Draft]:
    """The things of a *with* after a verb of moving or staying. Hides them from the case."""
    tokens = case.tokens
    if case.lemma not in _MOVING or not case.scope.holds or case.passive:
        return []
    for k in case.words():
        if tokens[k].low != "with" or tokens[k].tag != "i":
            continue
        if plain and tokens[k - 1].tag not in "NPn":
            return []  # *came down with a cold* may be a phrase of its own
        phrase = case.by_start.get(k + 1)
        if phrase is None or not _thing(framer, case, phrase):
            return []
        drafts: list[Draft] = []
        at = k + 1
        while phrase is not None and phrase.end <= case.end and _thing(framer, case, phrase):
            end = phrase.end
            inner = case.by_start.get(end + 1) if end < case.end and tokens[end].low == "of" else None
            end = inner.end if inner is not None else end
            more = had(framer, case, case.words(at, end), phrase)
            if tokens[phrase.start].low == "no":
                for draft in more:
                    draft.holds, draft.flips = False, False
            drafts += more
            at = end
            while at < case.end and tokens[at].tag in ",j":
                at += 1
            phrase = case.by_start.get(at) if at > end else None
        stop = at if phrase is not None else end
        if stop < case.end and tokens[stop].tag == "i" and tokens[stop].low in _PLACED:
            stop = case.end
        case.hidden = case.hidden | set(range(k, stop))
        return drafts
    return []


_PLACED: Final = words("in under on over round around about across beneath behind inside at")


def _thing(framer: Framer, case: Case, phrase: NounPhrase) -> bool:  # noqa: PLR0911
    """Whether the phrase names a thing that one may have about one."""
    tokens = case.tokens
    head, first = tokens[phrase.head], tokens[phrase.start]
    if head.tag not in "NP" or head.lemma in _MANNERS or framer.people.of(tokens, phrase).people:
        return False
    own = phrase.owner >= 0 and tokens[phrase.owner].who == case.who
    if not (own or first.low in {"a", "an", "some", "no"} or first.tag == "c" or head.tag == "P"):
        return False
    if phrase.owner >= 0 and not own:
        return False
    if head.lemma.endswith(_ABSTRACT) and head.lemma not in _FULL:
        return False
    if framer.in_list("events", head.lemma) or framer.in_list("abstract", head.lemma):
        return False
    after = tokens[phrase.end] if phrase.end < len(tokens) else None
    if framer.in_list("body_parts", head.lemma) and (after is None or after.tag not in ",.j"):
        return False
    return not any(s[0] in {"mood", "trait"} for s in framer.senses("nouns", head.lemma))
