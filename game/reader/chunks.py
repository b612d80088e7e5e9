"""Stage 6: verb groups and noun phrases."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from game.reader.vocabulary import TIME_NOUNS
from game.reader.wordsets import words

if TYPE_CHECKING:
    from game.reader.tokens import Token

_PLURAL_FIRST = words(
    "sports arms clothes savings glasses women men news sales antiques customs goods arts games"
)
_NUMBERED = words(
    "bed room chapter page number table line ward floor platform gate act scene flat apartment seat"
)
_STATIVE: Final = words("be feel get become look seem grow turn remain stay")
_NAMED_SO: Final = words("make crown elect appoint name declare call christen dub vote proclaim")
_FINITE_BE: Final = words("am is are was were 's 're 'm s re m")


@dataclass(slots=True)
class VerbGroup:
    """A verb with its auxiliaries: *had never been loved*."""

    start: int
    end: int
    head: int
    lemma: str
    form: str
    """Tag of the head: V Z D E G b h u m."""
    finite: bool = True
    negated: bool = False
    modal: str = ""
    perfect: bool = False
    passive: bool = False
    progressive: bool = False
    past: bool = False
    adverbs: list[int] = field(default_factory=list)


@dataclass(slots=True)
class NounPhrase:
    """A noun phrase's tokens; `head` is its noun."""

    start: int
    end: int
    head: int
    owner: int = -1
    """The token that owns it: *her* or the name before *'s*; -1 for none."""


def verb_group(tokens: list[Token], i: int) -> VerbGroup | None:
    """The verb group that starts at i, if one does. Adverbs and *not* inside it are noted, not skipped over."""  # noqa: E501
    first = tokens[i]
    if first.tag not in "bhumVZDEG" or not first.tag:
        return None
    group = VerbGroup(i, i + 1, i, first.lemma, first.tag)
    group.finite = first.tag in "humZD" or (first.tag == "b" and first.low in _FINITE_BE) or first.tag == "V"
    if first.tag == "h" and first.low == "having":
        group.finite = False
    group.past = first.tag == "D" or first.low in {"was", "were", "had", "did"}
    j = i + 1
    last = first
    while j < len(tokens):
        token = tokens[j]
        if token.tag == "x":
            group.negated = True
        elif token.tag == "R":
            group.adverbs.append(j)
        elif token.tag == "!" and last.tag in "bhmu" and j + 1 < len(tokens):
            pass
        elif (last.tag == "m" and token.tag in "Vbhu" and token.tag) or (
            last.tag == "u" and token.tag in "Vhb"
        ):
            _extend(group, last, token, j)
            last = token
        elif last.tag == "h" and (token.tag in "Eb" or token.tag == "h") and token.low not in _FINITE_BE:
            group.perfect = True
            _extend(group, last, token, j)
            last = token
        elif (last.tag == "b" and token.tag in "GE") or (
            last.tag == "b" and token.low in {"being", "having"}
        ):
            group.progressive = group.progressive or token.tag in "Gh"
            group.passive = group.passive or token.tag == "E"
            _extend(group, last, token, j)
            last = token
        else:
            break
        j += 1
    while group.adverbs and group.adverbs[-1] >= group.end:
        group.adverbs.pop()
    return group


def _extend(group: VerbGroup, last: Token, token: Token, at: int) -> None:
    if last.tag == "m":
        group.modal = last.lemma if last.lemma != "'d" else "would"
    group.head, group.lemma, group.form, group.end = at, token.lemma, token.tag, at + 1


def noun_phrases(tokens: list[Token]) -> list[NounPhrase]:
    """Every base noun phrase, left to right, not overlapping."""
    out: list[NounPhrase] = []
    i = 0
    while i < len(tokens):
        phrase = noun_phrase(tokens, i)
        if phrase:
            out.append(phrase)
            i = phrase.end
        else:
            i += 1
    return out


def noun_phrase(tokens: list[Token], i: int) -> NounPhrase | None:  # noqa: PLR0911, PLR0912, PLR0915
    """The noun phrase that starts at i, if one does."""
    n = len(tokens)
    owner = -1
    j = i
    tag = tokens[i].tag
    if tag in "pyofw" and tag:
        return NounPhrase(i, i + 1, i)
    if tag == "q":
        end = i + 2 if i + 1 < n and tokens[i + 1].low == "else" else i + 1
        return NounPhrase(i, end, i)
    if tag == "W" and tokens[i].low in {"whatever", "whoever", "what"}:
        return NounPhrase(i, i + 1, i)
    start = i
    seen_noun = False
    head = -1
    while j < n:
        token = tokens[j]
        tag = token.tag
        if seen_noun and token.low == "other":
            break
        if tag == "n" and j > start and not seen_noun and all(t.tag == "c" for t in tokens[start:j]):
            break
        if tag == "n":
            if (
                seen_noun
                and tokens[j - 1].low not in {"dr", "mr", "mrs", "ms", "miss", "doctor"}
                and tokens[j - 1].tag != "n"
            ):
                break
            head, seen_noun = j, True
        elif tag in "NP" and tag:
            if seen_noun and tokens[head].tag == "n":
                break
            if seen_noun and tokens[j - 1].tag == "P" and tokens[j - 1].low not in _PLURAL_FIRST:
                break
            if seen_noun and token.low in TIME_NOUNS and token.low.endswith("day"):
                break
            head, seen_noun = j, True
        elif tag == "s" and token.low == "'s":
            if not seen_noun:
                break
            owner, seen_noun, head = head, False, -1
            if j + 1 >= n or tokens[j + 1].tag not in "NPAEGRdc":
                return NounPhrase(start, j + 1, owner, owner)
        elif tag == "s":
            if j > start and tokens[j - 1].tag != "d":
                break
            owner = j
        elif tag in "dc" and tag:
            if tag == "d" and j > start and tokens[j - 1].tag in {"c", "A", "E", "G"}:
                break  # *wakes up happy every morning*
            if tag == "c" and seen_noun and tokens[j - 1].lemma in _NUMBERED:
                j += 1
                return NounPhrase(start, j, head, owner)
            if seen_noun:
                break
            head = j if head < 0 else head
        elif tag in "AEG" and tag:
            if seen_noun:
                break
            if j == start and i > 0 and tokens[i - 1].lemma in _STATIVE and _then_name(tokens, j):
                return None
            if tag in "EG" and j == start and (not _noun_next(tokens, j) or token.low in {"called", "named"}):
                return None
            if tag == "E" and j == start and i > 0 and tokens[i - 1].tag in "bh" and token.lemma in _NAMED_SO:
                return None
            if tag == "G" and j == start and i > 0 and tokens[i - 1].tag in "VZDbhjiEG,oR":
                return None
        elif tag == "R":
            if (
                seen_noun
                or not (j + 1 < n and tokens[j + 1].tag in "AERG")
                or (j == start and not _noun_ahead(tokens, j))
            ):
                break
        elif tag in {",", "j"}:
            if (
                seen_noun
                or j == start
                or tokens[j - 1].tag not in "AE"
                or not _adjective_then_noun(tokens, j)
            ):
                break
        else:
            break
        j += 1
    if not seen_noun and head < 0:
        return None
    if not seen_noun:
        return NounPhrase(start, head + 1, head, owner) if tokens[head].tag in "dcn" else None
    return NounPhrase(start, head + 1, head, owner)


def _then_name(tokens: list[Token], i: int) -> bool:
    """*unless she is hungry Ruby is kind*: the name begins another clause."""
    return i + 2 < len(tokens) and tokens[i + 1].tag == "n" and tokens[i + 2].tag in "ZDbhumR"


def _noun_next(tokens: list[Token], i: int) -> bool:
    return i + 1 < len(tokens) and tokens[i + 1].tag in "NPA"


def _noun_ahead(tokens: list[Token], i: int) -> bool:
    for j in range(i + 1, min(i + 5, len(tokens))):
        if tokens[j].tag in "NP":
            return True
        if tokens[j].tag not in "AERG":
            return False
    return False


def _adjective_then_noun(tokens: list[Token], i: int) -> bool:
    j = i + 1
    adjective = False
    while j < len(tokens) and tokens[j].tag in "AERG,j" and tokens[j].tag:
        adjective = adjective or tokens[j].tag in "AEG"
        j += 1
    return adjective and j < len(tokens) and tokens[j].tag in "NP" and tokens[j - 1].tag in "AEG"


def is_time(tokens: list[Token], phrase: NounPhrase) -> bool:
    """Whether the phrase is a time: *every night, one morning*."""
    return tokens[phrase.head].low in TIME_NOUNS


def bare_be(tokens: list[Token], group: VerbGroup) -> bool:
    """*Ruby, be nice. Be happy, Ruby.* Marks the group as an order."""
    if tokens[group.start].low != "be":
        return False
    j = group.start - 1
    while j >= 0 and tokens[j].tag in "Rx!":
        j -= 1
    if j < 0 or (tokens[j].tag == "," and j > 0 and tokens[j - 1].tag == "n"):
        group.form = "V"
        return True
    return False
