"""Sets of words, written as prose."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of the text as a set."""
    return frozenset(text.split())


def phrases(text: str) -> frozenset[str]:
    """The phrases of the text, parted by commas, as a set."""
    return frozenset(text.split(","))
