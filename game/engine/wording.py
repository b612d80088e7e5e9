"""The words of open values and objects, compared as sets: *keep bee* and *bee keep* are the same thing."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=8192)
def words_of(value: str | None) -> frozenset[str]:
    """The words of a value, whatever their case and order; none for None."""
    return frozenset((value or "").casefold().split())
