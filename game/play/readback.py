"""The page read back before it is pulled: what was understood, in plain words, and what was not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from game.reader.gloss import gloss, words_for
from game.reader.saying import deny
from game.saves.cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from game.reader.claims import Claim, Reading

Span = tuple[int, int]

MARK: Final = "~~"
WORDS_LIMIT: Final = 400
"""Characters of a page that are quoted for one claim."""
_STRUCK: Final = re.compile(r"~~(.+?)~~", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Understood:
    """One thing that a page says: in plain words, the words it comes from, and where those are.

    Of words that were not understood, `gloss` is empty. `clause` is where the whole clause is.
    """

    gloss: str
    words: str
    span: Span
    clause: Span


@dataclass(frozen=True, slots=True)
class ReadBack:
    """A page as it was understood, in its own order."""

    took: tuple[Understood, ...] = ()
    unread: tuple[Understood, ...] = ()

    @property
    def lines(self) -> tuple[Understood, ...]:
        """All of it: what was understood, then what was not."""
        return self.took + self.unread


def read_back(reading: Reading, text: str, backwards: bool = False) -> ReadBack:
    """What a reading makes of a page; put in backwards, every claim is denied.

    Each claim has the words that are its own; where it has none apart from another's, the whole clause.
    """
    claims = sorted(reading.claims, key=lambda claim: claim.span)
    spans = _own_spans(claims, _STRUCK.sub(lambda struck: " " * len(struck[0]), text))
    took = (
        Understood(glossed(claim, backwards), quoted(text, span), span, claim.span)
        for claim, span in zip(claims, spans, strict=True)
    )
    return ReadBack(tuple(dict.fromkeys(took)), tuple(_unread(reading, text)))


def _own_spans(claims: Sequence[Claim], text: str) -> list[Span]:
    """For each claim the words of its clause that no other claim is made of: *kind* of *kind and funny*."""
    shared = [[j for j, other in enumerate(claims) if j != i and _meet(one.span, other.span)]
              for i, one in enumerate(claims)]  # fmt: skip
    found = [_candidates(one, text) if others else [] for one, others in zip(claims, shared, strict=True)]
    spans: list[Span] = []
    for one, others, candidates in zip(claims, shared, found, strict=True):
        taken = [min(found[j], key=_length) for j in others if found[j]]
        own = (span for span in candidates if not any(_meet(span, other) for other in taken))
        spans.append(next(own, one.span))
    return spans


def _candidates(claim: Claim, text: str) -> list[Span]:
    """Where in its clause the claim's own words may be: as the frame has them, and as the value has."""
    start, end = claim.span
    clause = text[start:end]
    found: list[Span] = []
    tail = claim.frame.tail.strip() if claim.frame is not None else ""
    typed = list(re.finditer(rf"(?<!\w){re.escape(tail)}(?!\w)", clause)) if tail else []
    if len(typed) == 1:
        found.append(typed[0].span())
    if (words := words_for(claim, clause)) is not None:
        found.append(words)
    return [(start + a, start + b) for a, b in found]


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _length(span: Span) -> int:
    return span[1] - span[0]


def glossed(claim: Claim, backwards: bool = False) -> str:
    """A claim in plain words, as the page is put in."""
    return gloss(deny(claim) if backwards else claim)


def quoted(text: str, span: Span) -> str:
    """The words of a span on one line, without those that are struck out."""
    start, end = span
    return clean_line("".join(text[a:b] for a, b in _standing(text, start, end)), WORDS_LIMIT)


def unread_words(reading: Reading, text: str) -> tuple[str, ...]:
    """What was not understood of a page, in its own words."""
    return tuple(one.words for one in _unread(reading, text))


def _unread(reading: Reading, text: str) -> Iterator[Understood]:
    """The spans that no claim came from, but for those that are the condition of one."""
    conditions = {_bare(claim.when) for claim in reading.claims if claim.when}
    for span in sorted(reading.unread):
        words = quoted(text, span)
        if _bare(words) and _bare(words) not in conditions:
            yield Understood("", words, span, span)


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def span_to_strike(text: str, one: Understood, backwards: bool, read: Callable[[str], Reading]) -> Span:
    """What has to be typed over for a line of the list to be gone: its words, or else its whole clause."""

    def count(page: str) -> int:
        return sum(other.gloss == one.gloss for other in read_back(read(page), page, backwards).took)

    if not one.gloss or one.span == one.clause or count(strike_out(text, one.span)) < count(text):
        return one.span
    return one.clause


def strike_out(text: str, span: Span) -> str:
    """The page with the words of a span typed over; what was struck out before stays so."""
    pieces: list[str] = []
    at = 0
    for start, end in _standing(text, *span):
        words = text[start:end].strip()
        if words:
            first = text.index(words, start)
            pieces += (text[at:first], MARK, words, MARK)
            at = first + len(words)
    return "".join((*pieces, text[at:]))


def _standing(text: str, start: int, end: int) -> Sequence[Span]:
    """The stretches of a span that are not struck out, marks left out."""
    stretches: list[Span] = []
    at = start
    for struck in _STRUCK.finditer(text):
        if struck.end() > start and struck.start() < end:
            stretches.append((at, max(at, struck.start())))
            at = min(end, struck.end())
    return [(a, b) for a, b in (*stretches, (at, end)) if a < b]
