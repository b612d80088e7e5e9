"""The parts of an author's pattern: words, slots, gaps, and what may be left out."""

from __future__ import annotations

from itertools import product

from game.reader.tokens import JOINED


def variants(elements: list[tuple[str, list[str]]]) -> list[list[tuple[str, list[str]]]]:
    """The pattern, and once more with words of its as the one token that they make (*out of*)."""
    out = [elements]
    for size in (5, 4, 3, 2):
        for i in range(len(elements) - size + 1):
            part = elements[i : i + size]
            if any(kind != "w" for kind, _ in part) or sum(len(words) > 1 for _, words in part) > 2:
                continue
            phrases = [" ".join(words) for words in product(*(words for _, words in part))]
            joined = [phrase for phrase in phrases if phrase in JOINED]
            if joined:
                merged = [*elements[:i], ("w", joined), *elements[i + size :]]
                if len(joined) == len(phrases):
                    return variants(merged)
                out.append(merged)
    return out


def element(part: str) -> tuple[str, list[str]]:
    """One part of a pattern: a word or its alternatives, a slot, a gap, or (something optional)."""
    slots = {
        "{c}": "c",
        "{p}": "p",
        "{x}": "x",
        "{r}": "r",
        "{his}": "h",
        "{own}": "s",
        "{whose}": "y",
        "{v}": "v",
        "{i}": "i",
        "*": "*",
        "$": "$",
    }
    if part in slots:
        return slots[part], []
    if part.startswith("(") and part.endswith(")"):
        return "o", part[1:-1].lower().replace("_", " ").split("|")
    return "w", part.lower().replace("_", " ").split("|")
