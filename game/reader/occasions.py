"""Conditions that are no clauses: *except at airports, when drunk, without coffee, at the sight of blood*.

They are taken out before the clauses are found, so that no value and no pattern sees them, and given as `when` to the
claims of the clause that they stood in. A condition that parts a subject from its verb (*Ruby, if I call, comes*) is
put in front, where the grammar looks for one.
"""  # noqa: E501

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from game.reader.moving import fronted, no_matter, plain, the_more, way_first
from game.reader.wordsets import words

if TYPE_CHECKING:
    from game.reader.claims import Claim
    from game.reader.tokens import Token

_EXCEPTING: Final = frozenset(
    ["except", "save", "apart from", "aside from", "other than", "bar", "barring", "besides", "excepting"]
)
_BARE: Final = frozenset(
    ["when", "whenever", "if", "unless", "until", "till", "once", "except when", "except if", "only when",
     "only if", "even when", "even if", "but only when", "but only if"]
)  # fmt: skip
_SIGHTS: Final = words(
    "sight sound mention thought presence absence company smell prospect idea hint sign event case"
)
_MANNERS: Final = words(
    "doubt question questions warning word hesitation exception fail delay ado sound effort fear shame mercy "
    "pity reason cause malice end purpose comment complaint thought notice result success incident "
    "explanation apology regret trace haste pause rest limit limits much him her me it them us"
)
_WHOLE: Final = frozenset({"everything", "everyone", "everybody", "everywhere", "all"})
_NOBODY: Final = frozenset({"nothing", "nobody", "no one", "none", "no-one", "noone", "anyone", "anybody"})
_DENIED: Final = frozenset(
    {"never", "not", "n't", "nothing", "nobody", "no one", "rarely", "seldom", "hardly"}
)
_FINITE: Final = "ZDbhum"
_FOCUS: Final = frozenset(
    {"only", "even", "especially", "particularly", "just", "except", "mostly", "but", "always", "and", "for"}
)
_TRIGGERS: Final = _EXCEPTING | _BARE | {"without", "at", "in", "on", "upon", "given", "but", "one"}


@dataclass(frozen=True, slots=True)
class Occasion:
    """A condition taken out: its offsets, whether it led its clause, where the clause's claims may begin."""

    start: int
    end: int
    leads: bool
    least: int
    most: int


def _lead(tokens: list[Token], i: int) -> bool:
    """Whether only conjunctions and adverbs stand before i in its clause."""
    return all(t.tag in "Rj!" and t.tag for t in tokens[:i])


def _stop(tokens: list[Token], i: int) -> int:
    """Where a phrase that begins at i ends: at a comma, or where a clause is joined on."""
    j = i + 1
    while j < len(tokens):
        tag = tokens[j].tag
        if tag == "," or (tag == "." and tag):
            return j
        if tag == "j" and j > i + 1 and any(t.tag in _FINITE and t.tag for t in tokens[j + 1 :]):
            return j
        j += 1
    return j


def _verbless(tokens: list[Token], a: int, b: int) -> bool:
    if b > a and tokens[a].tag in "ZD" and {"N", "P", "E"} & set(tokens[a].tags):
        a += 1
        return a == b or not any(t.tag in _FINITE + "Q" and t.tag for t in tokens[a:b])
    return b > a and not any(t.tag in _FINITE + "Q" and t.tag for t in tokens[a:b])


def _bare(tokens: list[Token], i: int, stop: int) -> bool:  # noqa: PLR0911
    """*when drunk, if asked, unless told otherwise, when in doubt, when swimming*."""
    j = i + 1
    if tokens[i].low == "if" and j < stop and tokens[j].tag == "x":
        return False  # *happy, if not ecstatic*
    while j < stop and tokens[j].tag in "Rx" and tokens[j].low not in {"ever", "there", "so"}:
        j += 1
    if j >= stop:
        return False
    first = tokens[j]
    participle = first.tag in "DE" and "E" in first.tags + first.tag
    adjective = first.tag == "A" or (first.tag == "N" and "A" in first.tags and j + 1 >= stop)
    if tokens[i].low in {"once", "until", "till"} and first.tag in "A" and tokens[i].low == "once":
        return j + 1 >= stop and participle
    if tokens[i].low == "once" and i and tokens[i - 1].tag in "hbmnp":
        return False
    if first.low in {"possible", "any", "anything", "necessary", "not", "only", "ever"}:
        return first.low == "necessary"
    if first.tag == "A" and j + 1 < stop and tokens[j + 1].tag in "NP":
        return False
    others = [t for t in [*tokens[:i], *tokens[j:]] if t.low in _BARE and t.tag in "kiR"]
    if others and not _lead(tokens, i):
        return False  # *kind when sober and a liar when drunk*: each has its own
    kind = participle or adjective or first.tag in {"G", "i"} or (first.tag in "NP" and "G" in first.tags)
    return kind and (_verbless(tokens, j + 1, stop) or j + 1 >= stop)


def _exception(tokens: list[Token], i: int, stop: int) -> bool:  # noqa: PLR0911
    low = tokens[i].low
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is None:
        return False
    if low in {"save", "bar"} and tokens[i].tag in "VZN" and (
        after.tag not in "ik" and after.low not in {"for", "on", "in", "at", "when"}
    ):  # fmt: skip
        quantified = any(t.low in _WHOLE | _NOBODY for t in tokens[max(0, i - 4) : i])
        if not quantified:
            return False
    if low in {"besides", "other than", "bar"} and not any(
        t.low in _WHOLE | _NOBODY | _DENIED | {"always", "no"} for t in tokens[:i]
    ):
        return False
    if low == "apart from" and i and (tokens[i - 1].tag in "bVZDG" or tokens[i - 1].low in {"far", "keep"}):
        return False
    if stop + 1 < len(tokens) and tokens[stop + 1].low in {"who", "whose", "which"}:
        return False
    if i and tokens[i - 1].low in _NOBODY and after.tag in "on":
        return False  # *trusts nobody except me*: the lexicon's
    if i and low == "other than" and tokens[i - 1].low in {"nothing", "something", "anything"}:
        return False
    return _verbless(tokens, i + 1, stop)


def _without(tokens: list[Token], i: int, stop: int, leads: bool) -> bool:
    after = next((t for t in tokens[i + 1 : stop] if t.tag not in "Rds"), None)
    if after is None or after.low in _MANNERS or after.tag in "onp" or not _verbless(tokens, i + 1, stop):
        return False
    if any(t.who for t in tokens[i + 1 : stop] if t.tag in "on"):
        return False
    if leads:
        return after.tag in "NPG" and bool(after.tag)
    verb = next((t for t in reversed(tokens[:i]) if t.tag not in "Rx!"), None)
    if verb is not None and verb.tag == "b":
        return False  # *she is never without her umbrella*
    denied = any(t.low in _DENIED or t.low in {"no", "unable"} for t in tokens[:i])
    state = any(t.tag == "b" for t in tokens[:i]) and tokens[i - 1].tag in "AE"
    return (denied or state) and after.tag in "NPGA"


def _sight(tokens: list[Token], i: int, stop: int) -> int:  # noqa: PLR0911
    """*at the sight of blood, in my presence, in case of fire*: where it ends, or -1."""
    j = i + 1
    while j < stop and (tokens[j].tag in "dsHnA" and tokens[j].tag) and tokens[j].low not in _SIGHTS:
        j += 1
    if (
        tokens[i].low == "at"
        and j < stop
        and j > i + 2
        and tokens[j - 1].low in {"slightest", "mere", "merest", "first"}
    ):
        return (
            next((k for k in range(j + 1, stop) if tokens[k].tag not in "NPi"), stop)
            if tokens[j].tag in "NP"
            else -1
        )
    if j >= stop or tokens[j].low not in _SIGHTS or tokens[j].tag not in "NPV":
        return -1
    slight = any(t.low in {"slightest", "mere", "very", "first"} for t in tokens[i:j])
    owned = any(t.tag in "sH" for t in tokens[i + 1 : j])
    of = j + 1 < stop and tokens[j + 1].low in {"of", "from"}
    if tokens[j].low in {"case", "event"} and not (of and tokens[i].low == "in"):
        return -1
    if not (of or owned or slight):
        return -1
    if tokens[j].low in {"idea", "sign", "hint"} and not (of and tokens[i].low == "at"):
        return -1
    if not of:
        return j + 1
    if tokens[j].low == "company" and not owned:
        return -1
    k = j + 2
    while k < stop and tokens[k].tag and tokens[k].tag in "dsHnNPAEGocR":
        if k > j + 2 and tokens[k].tag == "n" and tokens[k - 1].tag in "nNP":
            break
        k += 1
    return k if k > j + 2 else -1


def _span(tokens: list[Token], i: int) -> tuple[int, bool] | None:  # noqa: PLR0911
    """Where the condition that begins at i ends, and whether it leads; None where none begins."""
    low = tokens[i].low
    leads = _lead(tokens, i)
    stop = _stop(tokens, i)
    if leads and not (stop < len(tokens) and tokens[stop].tag == ",") and low not in {"at", "in"}:
        return None
    if low in _EXCEPTING and _exception(tokens, i, stop):
        return stop, leads
    if low in _BARE and tokens[i].tag in "kiR" and _bare(tokens, i, stop):
        return stop, leads
    if low == "without" and _without(tokens, i, stop, leads):
        return stop, leads
    if low in {"at", "in"}:
        end = _sight(tokens, i, stop)
        if end > 0 and not (leads and end >= len(tokens)):
            return end, leads
    if (
        low in {"on", "upon"}
        and leads
        and "G" in tokens[i + 1].tag + tokens[i + 1].tags
        and not _told(tokens)
    ):
        return stop, True
    if low == "given" and leads and tokens[i + 1].tag in "dNPHn" and not _told(tokens):
        thing = [t for t in tokens[i + 1 : stop] if t.tag in "NP"]
        chance = any(t.low in {"chance", "choice", "opportunity", "excuse", "half"} for t in thing)
        if _verbless(tokens, i + 1, stop) and (chance or len(thing) == stop - i - 1):
            return stop, True
    if low == "but" and i and tokens[i - 1].low in _WHOLE - {"all"} and tokens[i].tag in "ij":
        return (stop, False) if _verbless(tokens, i + 1, stop) else None
    return None


def _told(tokens: list[Token]) -> bool:
    """Whether the sentence tells of what once happened."""
    return any(t.tag == "D" or t.low in {"was", "were", "had", "did"} for t in tokens)


def _one_more(tokens: list[Token]) -> int:
    """*One more word and Ruby leaves*: where the condition ends, or -1."""
    if len(tokens) < 5 or tokens[0].low not in {"one", "another"}:
        return -1
    for i in range(1, min(6, len(tokens) - 2)):
        if tokens[i].low in {"and", ","} and tokens[i].tag in "j,":
            joined = tokens[i].low == "and" or tokens[i + 1].low == "and"
            return i if joined and tokens[i - 1].tag in "NP" and not _told(tokens) else -1
        if tokens[i].tag not in "NPAdc" and tokens[i].low != "more":
            return -1
    return -1


def _focus(tokens: list[Token], i: int) -> bool:
    """Whether the word belongs to the condition after it: *only, even, but (not)*."""
    low = tokens[i].low
    joins = low == "and" or (low == "but" and i > 0 and tokens[i - 1].tag != ",")
    return low in _FOCUS and not joins


def part(tokens: list[Token]) -> tuple[list[Token], list[Occasion]]:
    """The tokens without their verbless conditions, and those conditions."""
    found: list[Occasion] = []
    last = tokens[-1].end + 1 if tokens else 0
    tokens, less = the_more(no_matter(plain(way_first(tokens))))
    if less is not None:
        found.append(Occasion(less[0], less[1], True, less[2], last))
    more = _one_more(tokens)
    if more > 0:
        found.append(Occasion(tokens[0].start, tokens[more - 1].end, True, tokens[more].start, last))
        tokens = tokens[more + 1 :] if tokens[more].low == "and" else tokens[more + 2 :]
    i = 0
    while i < len(tokens):
        if tokens[i].low not in _TRIGGERS or len(tokens) < 3:
            i += 1
            continue
        hit = _span(tokens, i)
        if hit is None:
            i += 1
            continue
        stop, leads = hit
        first = i
        while first and _focus(tokens, first - 1):
            first -= 1
        parts = (
            first > 1
            and tokens[first - 1].tag == ","
            and stop < len(tokens) - 1
            and tokens[stop].tag == ","
            and any(t.tag in "np" for t in tokens[: first - 1])
        )
        if not leads and not parts and not any(t.tag in _FINITE + "V" and t.tag for t in tokens[:first]):
            i += 1
            continue
        start, end = tokens[first].start, tokens[stop - 1].end
        if tokens[first].low == "but" and tokens[first + 1].low in {"only", "even", "always"}:
            start = tokens[first + 1].start
        if leads:
            found.append(Occasion(start, end, True, start, last))
            cut = stop + 1 if stop < len(tokens) and tokens[stop].tag == "," else stop
            del tokens[first:cut]
        else:
            least = max((t.start for t in tokens[:first] if t.low == ";"), default=0)
            told = any(t.tag in _FINITE + "V" and t.tag for t in tokens[:first])
            found.append(Occasion(start, end, not told, least, start if told else last))
            comma = first > 0 and tokens[first - 1].tag == ","
            if comma and stop < len(tokens) and tokens[stop].tag == ",":
                stop += 1
            del tokens[first - int(comma) : stop]
        i = max(0, first - 1)
    return fronted(tokens), found


def attach(claims: list[Claim], found: list[Occasion], raw: str) -> list[Claim]:
    """The claims with the conditions that stood in their clauses."""
    for occasion in found:
        inside = [c for c in claims if occasion.least <= c.span[0] < occasion.most]
        if not inside:
            continue
        words = " ".join(raw[occasion.start : occasion.end].split())
        latest = max(c.span[0] for c in inside)
        for n, claim in enumerate(claims):
            if claim.when or claim not in inside or claim.aspect in {"say"}:
                continue
            if not occasion.leads and claim.span[0] != latest:
                continue
            end = max(claim.span[1], occasion.end) if not occasion.leads else claim.span[1]
            claims[n] = replace(claim, when=words, span=(claim.span[0], end), text=raw[claim.span[0] : end])
    return claims
