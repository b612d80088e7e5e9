"""Patterns of claims as functions, made of just the tests that a pattern asks for."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from game.engine.kinds import within
from game.engine.wording import words_of
from game.reader.claims import CLOSED_ASPECTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.reader.claims import Claim
    from game.story.patterns import ClaimPattern


@lru_cache(maxsize=16384)
def fitting(pattern: ClaimPattern) -> Callable[[Claim], bool]:
    """A function that says of a claim what `pattern.fits` says. The sources are ours, the rest constants."""
    tests: list[str] = []
    names: dict[str, object] = {"__builtins__": {}, "within": within, "closed": CLOSED_ASPECTS}
    if pattern.holds is not None:
        tests.append("c.holds" if pattern.holds else "not c.holds")
    for field in ("subject", "aspect", "degree", "time"):
        words = getattr(pattern, field)
        if words is not None:
            names[field] = words
            tests.append(f"c.{field} in {field}")
    if pattern.value is not None:
        names |= {"value": pattern.value, "values": tuple(map(words_of, sorted(pattern.value)))}
        tests.append("(c.value in value or (c.aspect not in closed and within(values, c.value)))")
    if pattern.object is not None:
        tests.append("c.object is not None")
        if "any" not in pattern.object:
            names |= {"object": pattern.object, "objects": tuple(map(words_of, sorted(pattern.object)))}
            tests.append("(c.object in object or within(objects, c.object))")
    function: Callable[[Claim], bool] = eval(f"lambda c: {' and '.join(tests) or 'True'}", names)
    return function
