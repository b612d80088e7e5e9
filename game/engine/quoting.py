"""The player's own words, cut out of a page to be quoted."""

from __future__ import annotations

import re

_STRUCK = re.compile(r"~~.*?(?:~~|$)", re.S)
_STOP = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|$)|\n\s*\n|\n(?=\s*[A-Z])")
_ABBREVIATION = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|vs|etc|e\.g|i\.e|[A-Z])\.$")
LONGEST_QUOTE = 400


def unstruck(text: str) -> str:
    """The page without what was typed over."""
    return _STRUCK.sub("", text)


def sentence_at(text: str, start: int, end: int) -> str:
    """The sentence of `text` that holds the span, on one line, at most `LONGEST_QUOTE` characters long.

    `text` may hold struck-out words (``~~so~~``); they are left out of the quotation.
    """
    begin, finish = 0, len(text)
    for stop in _STOP.finditer(text):
        if _ABBREVIATION.search(text[: stop.end()].rstrip()):
            continue
        if stop.end() <= start:
            begin = stop.end()
        elif stop.end() >= end:
            finish = stop.end()
            break
    sentence = " ".join(unstruck(text[begin:finish]).split())
    return shortened(sentence)


def shortened(text: str, longest: int = LONGEST_QUOTE) -> str:
    """`text`, cut at a word's end with an ellipsis if it is longer than `longest` characters."""
    if len(text) <= longest:
        return text
    return text[:longest].rsplit(" ", 1)[0].rstrip(",;:") + " …"
