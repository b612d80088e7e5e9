"""A sentence that takes the last one back: *Not! Just kidding. No, scratch that, she is cruel.*"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final, cast

from game.reader.claims import Frame

if TYPE_CHECKING:
    from game.reader.claims import Claim, Degree

_LEAD: Final = r"(?:(?:oh|no|nope|wait|ha|haha|well|actually|sorry|yeah|hang on|hold on),?\s+)*"
_TURNED: Final = (
    r"(?:not|as if|yeah,? right|my (?:foot|arse|eye)|psych|sike|false|untrue|wrong|lies|all lies|nonsense|rubbish|"  # noqa: E501
    r"not really|not at all|hardly|far from it|like hell(?: she is)?|that(?: is|'s) (?:a lie|false|untrue|not true|"  # noqa: E501
    r"nonsense|rubbish)|that (?:isn't|was never|is no longer|wasn't) true|none of (?:that|this|it) is true|"
    r"if only|in your dreams|in my dreams|fat chance|no chance|no way|not a chance)"
)
_BACK: Final = (
    r"(?:(?:i'?m |i am |i was |just |only )*(?:kidding|joking|messing|teasing)|jk|j/k|i jest|(?:scratch|strike|delete|"  # noqa: E501
    r"ignore|forget|unsay|undo|erase) (?:that|it|all that|i said that)|never ?mind|i take (?:it|that) (?:all )?back|"  # noqa: E501
    r"i made (?:that|it) up|april fools?|i lied|correction|cross that out|cut that)"
)
_MAYBE: Final = re.compile(
    r"not|as |yeah|my |psych|sike|false|untrue|wrong|lies|all lies|nonsense|rubbish|hardly|far |like hell|that|none|"  # noqa: E501
    r"if only|in (?:my|your) |fat|no|jk|j/|i |i'?m|just|only|kidding|joking|scratch|strike|delete|ignore|forget|unsay|"  # noqa: E501
    r"undo|erase|never|april|correction|cross|cut|oh|wait|ha|well|actually|sorry|hang|hold",
    re.IGNORECASE,
)


@cache
def _forms() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    end = r"[\s.!;…—-]*$"
    return (
        re.compile(_LEAD + _TURNED + end, re.IGNORECASE),
        re.compile(_LEAD + _BACK + end, re.IGNORECASE),
        re.compile(_LEAD + _BACK + r"\s*[,:—-]\s*\w", re.IGNORECASE),
    )


def taken_back(sentence: str) -> str:
    """*turned*, *back* (the last sentence is not so, or was not said), *read on* (and this one goes on), or nothing."""  # noqa: E501
    if _MAYBE.match(sentence) is None:
        return ""
    turned_round, back, on = _forms()
    if turned_round.match(sentence):
        return "turned"
    if back.match(sentence):
        return "back"
    return "read on" if on.match(sentence) else ""


_WEIGHTS: Final = {
    "absolute": re.compile(
        r"(?:not (?:even )?once|not ever|never|always|ever|not a single time|no exceptions|"
        r"without exception|completely|utterly|totally|for ?ever|at all|constantly|all the time|"
        r"every (?:single )?(?:time|day|night))",
        re.IGNORECASE,
    ),
    "strong": re.compile(
        r"(?:very|deeply|madly|wildly|badly|terribly|a lot|so much|very much|desperately|"
        r"beyond measure|to bits)",
        re.IGNORECASE,
    ),
    "slight": re.compile(
        r"(?:(?:just |only )?(?:a little(?: bit)?|a bit|slightly|sometimes|now and then|"
        r"occasionally)|at times)",
        re.IGNORECASE,
    ),
}


def reweighed(sentence: str, claims: list[Claim]) -> list[Claim] | None:
    """*She doesn't flirt. Not once. He is vain. Very.*: the degree that was said after the claims."""
    words = sentence.strip(" .!;,—")
    if len(words) > 24 or not claims:
        return None
    for degree, pattern in _WEIGHTS.items():
        if pattern.fullmatch(words):
            denies = words.lower().startswith(("not", "never"))
            if denies and any(c.holds for c in claims):
                return None
            return [replace(c, degree=cast("Degree", degree)) for c in claims]
    return None


_CONDITION: Final = re.compile(
    r"\W*(?:if|when|whenever|unless|every time|each time|as long as|as soon as|the moment|the minute)\b",
    re.IGNORECASE,
)


def carried(last: str, sentence: str, before: list[Claim], now: list[Claim]) -> str | None:
    """*If he shouts, Ruby doesn't cry; she laughs*: the condition that holds on past a semicolon."""
    if not last.rstrip().endswith(";") or not before or not now or not _CONDITION.match(last):
        return None
    when = before[0].when
    denied = not any(c.holds for c in before)
    same = all(c.subject == before[0].subject for c in [*before, *now])
    goes_on = re.match(r"\W*(?:she|he|i|instead|rather)\b", sentence, re.IGNORECASE)
    free = not any(c.when for c in now) and all(c.when == when for c in before)
    return when if when and denied and same and goes_on and free else None


_LITERAL: Final = re.compile(
    r"\b(?P<verb>kick|spill|break|hit|bite|pull|blow|let|hold|bring|beat|throw)(?:s|ed|ing)?\b.*?"
    r"\b(?P<noun>bucket|beans|ice|roof|sack|hay|dust|leg|top|cat|horses|towel|bush|road|deck)\b[.!;\s]*$",
    re.IGNORECASE,
)


def meant_literally(last: str, sentence: str, claims: list[Claim]) -> list[Claim] | None:
    """*Ruby kicked the bucket. It rolled into the ditch*: the bucket is one."""
    match = _LITERAL.search(last)
    if match is None or len(claims) != 1 or claims[0].aspect == "act":
        return None
    noun = match["noun"].lower()
    if not re.match(
        rf"\W*(?:(?:no|really|yes|actually|literally|then|and|i mean)\b\W*)*(?:it|literally|there (?:was|is) (?:a|the|some)|the {noun}|they)\b",  # noqa: E501
        sentence,
        re.IGNORECASE,
    ):
        return None
    noun = noun.rstrip("s")
    verb = match["verb"].lower()
    frame = Frame(verb, last[match.end("verb") :].strip(" .!;").partition(" ")[2] or f"the {noun}")
    return [replace(claims[0], aspect="act", value=f"{verb} {noun}", object=None, frame=frame)]


_BECAUSE: Final = re.compile(r"(?:n't|n’t|nt|\bnot|\bnever)\b[^.,;]*?\b(because|cos|cuz)\b", re.IGNORECASE)


def reasons(last: str, offset: int, before: list[Claim], now: list[Claim]) -> list[Claim] | None:
    """*She doesn't waltz because she is happy; she waltzes because she must*: what is denied is the reason.

    The claims of the last sentence anew, where the next one shows that; otherwise nothing.
    """
    match = _BECAUSE.search(last)
    if match is None:
        return None
    hinge = match.start(1) + offset
    main = [c for c in before if c.span[0] < hinge and c.span[1] <= hinge + 1]
    cause = [c for c in before if c not in main]

    def key(claim: Claim) -> tuple[object, ...]:
        return (claim.subject, claim.aspect, claim.value, claim.object, claim.holds)

    said = {key(c) for c in now}
    if any((*key(c)[:4], not c.holds) in said for c in main):
        return []
    if any((*key(c)[:4], not c.holds) in said for c in cause):
        return turned(main)
    return None


def turned(claims: list[Claim]) -> list[Claim]:
    """The claims denied."""
    return [
        replace(
            c, holds=not c.holds, frame=replace(c.frame, negated=not c.frame.negated) if c.frame else None
        )
        for c in claims
    ]
