"""One file as plain data, with a place for every value and key."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from game.story.errors import MENDS, Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_FILE: Final = 4_000_000
"""How large one file may be, in bytes."""

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands: line and column from 0, the scalar's style, and its extent in the text."""

    line: int
    column: int
    style: str = ""
    start: int = 0
    end: int = 0


class Places:
    """Where the values and the keys of a file stand; looked for when it is first asked, if need be."""

    __slots__ = ("_find", "_keys", "_values")

    def __init__(self, find: Callable[[], Places] | None = None) -> None:
        self._find = find
        self._values: dict[Path, Place] = {}
        self._keys: dict[Path, Place] = {}

    @property
    def values(self) -> dict[Path, Place]:
        """Of every value."""
        self._found()
        return self._values

    @property
    def keys(self) -> dict[Path, Place]:
        """Of every key."""
        self._found()
        return self._keys

    def _found(self) -> None:
        if self._find is not None:
            found, self._find = self._find(), None
            self._values, self._keys = found.values, found.keys


@dataclass(slots=True)
class Source:
    """One file as plain data. `data` is None if it could not be read that far."""

    path: str
    text: str = ""
    data: dict[str, Any] | None = None
    broken: bool = False
    """Whether something of the file is missing from `data`."""
    sound: bool = False
    """Whether it is known that all definitions in it have their proper shapes."""
    places: Places = field(default_factory=Places)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    @property
    def values(self) -> dict[Path, Place]:
        """Where each value stands."""
        return self.places.values

    @property
    def keys(self) -> dict[Path, Place]:
        """Where each key stands."""
        return self.places.keys

    def place(self, path: Path, *, key: bool = False) -> tuple[int, int]:
        """Line and column, from 1, of the value (or its key) at a path, or of what is nearest above."""
        first, second = (self.keys, self.values) if key else (self.values, self.keys)
        while path:
            found = first.get(path) or second.get(path)
            if found:
                return found.line + 1, found.column + 1
            path, key = path[:-1], True
            first, second = self.keys, self.values
        return 1, 1

    def place_in_text(self, path: Path, offset: int) -> tuple[int, int]:
        """Line and column of a character of the text at a path; exact for `|` and for one-line texts."""
        place = self.values.get(path)
        value = self.at(path)
        if place is None or not isinstance(value, str):
            return self.place(path)
        if place.style == "|":
            return self._in_block(place, value, offset)
        raw = self.text[place.start : place.end]
        lead = 1 if place.style in ("'", '"') else 0
        if raw[lead : lead + len(value)] == value and "\n" not in value:
            return place.line + 1, place.column + 1 + lead + offset
        return self._by_words(place, raw, value, offset)

    def _in_block(self, place: Place, value: str, offset: int) -> tuple[int, int]:
        before = value[:offset]
        line = place.line + 1 + before.count("\n")
        column = offset - (before.rfind("\n") + 1)
        lines = self.text.split("\n")
        wanted = value.split("\n")[before.count("\n")]
        found = lines[line] if line < len(lines) else ""
        return line + 1, max(found.find(wanted), 0) + column + 1

    def _by_words(self, place: Place, raw: str, value: str, offset: int) -> tuple[int, int]:
        """In folded and quoted texts, look for the words themselves, as often as they came before."""
        word = re.match(r"\S{1,24}", value[offset:])
        if not word:
            return place.line + 1, place.column + 1
        at = -1
        for _ in range(value[:offset].count(word[0]) + 1):
            found = raw.find(word[0], at + 1)
            if found < 0:
                break
            at = found
        absolute = place.start + max(at, 0)
        start_of_line = self.text.rfind("\n", 0, absolute) + 1
        return self.text.count("\n", 0, absolute) + 1, absolute - start_of_line + 1

    def at(self, path: Path) -> Any:
        """The value at a path, or None."""
        value: Any = self.data
        for step in path:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    def report(
        self,
        code: str,
        place: tuple[int, int],
        message: str,
        mend: str = "",
        severity: Severity = "error",
    ) -> None:
        """Note a fault at a line and column."""
        mend = mend or MENDS.get(code, "")
        self.diagnostics.append(Diagnostic(code, severity, self.path, *place, message, mend))
