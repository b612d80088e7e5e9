"""Patterns of claims as functions, made of just the tests that a pattern asks for."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from game.engine.kinds import Tests
from game.engine.wording import words_of
from game.reader.claims import CLOSED_ASPECTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.reader.claims import Claim
    from game.story.patterns import ClaimPattern


@lru_cache(maxsize=16384)
def fitting(pattern: ClaimPattern) -> Callable[[Claim], bool]:
    """A function that says of a claim what `pattern.fits` says."""
    tests = Tests()
    if pattern.holds is not None:
        tests.add("c.holds" if pattern.holds else "not c.holds")
    for field in ("subject", "aspect", "degree", "time"):
        words = getattr(pattern, field)
        if words is not None:
            tests.add(tests.one_of(f"c.{field}", words))
    if pattern.value is not None:
        within = tests.within("c.value", map(words_of, sorted(pattern.value)))
        is_open = f"c.aspect not in {tests.named(CLOSED_ASPECTS)}"
        tests.add(f"({tests.one_of('c.value', pattern.value)} or ({is_open} and {within}))")
    if pattern.object is not None:
        tests.add("c.object is not None")
        if "any" not in pattern.object:
            within = tests.within("c.object", map(words_of, sorted(pattern.object)))
            tests.add(f"({tests.one_of('c.object', pattern.object)} or {within})")
    function: Callable[[Claim], bool] = tests.function("lambda c: {}")
    return function
