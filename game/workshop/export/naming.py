"""Names that another language takes, each unlike all others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from game.workshop.export.script import Script

_RESERVED: Final = frozenset((
    "and", "or", "not", "mod", "has", "hasnt", "true", "false", "else", "return", "function", "temp",
    "ref", "var", "const", "list", "include", "external", "end", "done", "todo", "min", "max", "pow",
    "int", "float", "floor", "random", "seed_random", "turns", "turns_since", "read_count",
    "choice_count", "list_value", "list_count", "list_min", "list_max", "list_all", "list_invert",
    "list_random", "list_range", "string_min", "is", "eq", "neq", "gt", "gte", "lt", "lte", "to",
    "def", "ndef", "typeof",
))  # fmt: skip


def names_of(script: Script) -> Mapping[str, str]:
    """A name for each variable (by its own) and passage (by ``-> id``)."""
    return _named([*script.variables, *(f"-> {passage.id}" for passage in script.passages)])


def _named(ids: Iterable[str]) -> dict[str, str]:
    names: dict[str, str] = {}
    taken: set[str] = set(_RESERVED)
    for id_ in ids:
        name = re.sub(r"\W+", "_", id_.removeprefix("-> "), flags=re.ASCII).strip("_") or "it"
        name = f"n{name}" if name[0].isdigit() else name
        while name.casefold() in taken:
            name += "_"
        taken.add(name.casefold())
        names[id_] = name
    return names
