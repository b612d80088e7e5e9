"""The player's own words, cut out of a page to be quoted."""

from __future__ import annotations

import re
from bisect import bisect_right

_STRUCK = re.compile(r"~~.*?(?:~~|$)", re.S)
_STOP = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|$)|\n\s*\n|\n(?=\s*[A-Z])")
_ABBREVIATION = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|vs|etc|e\.g|i\.e|[A-Z])\.$")
_LONGEST_ABBREVIATION = 5
LONGEST_QUOTE = 400


def unstruck(text: str) -> str:
    """The page without what was typed over."""
    return _STRUCK.sub("", text)


class Sentences:
    """A page's sentences, found once and quoted as often as there are claims in them.

    The page may hold struck-out words (``~~so~~``); they are left out of a quotation.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._ends = [stop.end() for stop in _STOP.finditer(text) if not _is_abbreviation(text, stop.end())]

    def at(self, start: int, end: int) -> str:
        """The sentence (or sentences) round a span, on one line, at most `LONGEST_QUOTE` characters long."""
        first = bisect_right(self._ends, start)
        last = bisect_right(self._ends, max(start, end - 1))
        begin = self._ends[first - 1] if first else 0
        finish = self._ends[last] if last < len(self._ends) else len(self._text)
        return shortened(" ".join(unstruck(self._text[begin:finish]).split()))


def _is_abbreviation(text: str, end: int) -> bool:
    return _ABBREVIATION.search(text[max(0, end - _LONGEST_ABBREVIATION) : end]) is not None


def shortened(text: str, longest: int = LONGEST_QUOTE) -> str:
    """`text`, cut at a word's end with an ellipsis if it is longer than `longest` characters."""
    if len(text) <= longest:
        return text
    return text[:longest].rsplit(" ", 1)[0].rstrip(",;:") + " …"
