"""The kinds of value that an expression can have, and what the expressions of a story can name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

Report = Callable[[str, int, str, str], None]
"""Takes a code, an offset in the expression, a message and a mend."""


@dataclass(frozen=True, slots=True)
class Type:
    """A kind of value; `values` if only certain words can come."""

    kind: str
    values: frozenset[str] | None = None


@dataclass(slots=True)
class World:
    """What expressions can name. `elsewhere` are words that files which cannot be read may declare."""

    variables: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    scenes: set[str] = field(default_factory=set)
    pages: set[str] = field(default_factory=set)
    chapters: set[str] = field(default_factory=set)
    choices: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    decks: set[str] = field(default_factory=set)
    circumstances: set[str] = field(default_factory=set)
    elsewhere: set[str] = field(default_factory=set)


UNKNOWN: Final = Type("unknown")
"""Of something that was reported already, or that only play can tell."""
CLAIM: Final = Type("claim")
COUNT: Final = Type("int")


def said(found: Type) -> str:
    """The kind in words."""
    return {
        "int": "a number", "bool": "true or false", "str": "text", "claim": "a claim", "claim?": "a claim",
        "claims": "a list of claims", "none": "None", "ruby": "ruby herself", "tuple": "a list",
    }.get(found.kind, found.kind)  # fmt: skip
