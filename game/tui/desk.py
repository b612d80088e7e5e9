"""What lies on the desk apart from the machine: sheets torn up, and words that were not finished."""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Final

from game.play.cleaning import PAGE_LIMIT, clean

FORMAT: Final = 1
SIZE_LIMIT: Final = 4_000_000
BIN_LIMIT: Final = 50
"""Sheets that the bin holds; the oldest go first."""


@dataclass(frozen=True, slots=True)
class Torn:
    """A sheet that was torn up: what it was for, and its words."""

    prompt: str
    text: str


@dataclass
class Desk:
    """The bin, and the sheet in the machine as it was left: what it was for, and its words."""

    bin: list[Torn] = field(default_factory=list)
    sheet: str = ""
    """Which page of which turn of which playthrough the words in the machine are for."""
    text: str = ""
    backwards: bool = False

    def throw_away(self, prompt: str, text: str) -> None:
        """Put a sheet into the bin, unless there is nothing on it."""
        if text.strip():
            self.bin.append(Torn(prompt, text))
            del self.bin[:-BIN_LIMIT]

    def leave(self, sheet: str, text: str, *, backwards: bool) -> None:
        """Leave a sheet in the machine."""
        self.sheet, self.text, self.backwards = sheet, text, backwards

    def clear(self) -> None:
        """Take the sheet out of the machine."""
        self.leave("", "", backwards=False)

    def left_for(self, sheet: str) -> tuple[str, bool]:
        """The words left in the machine for this sheet, and which way round; none if it is another."""
        return (self.text, self.backwards) if sheet == self.sheet else ("", False)


def load_desk(path: Path) -> Desk:
    """The desk as it was left. Whatever in the file makes no sense is passed over."""
    try:
        with path.open("rb") as file:
            found = json.loads(file.read(SIZE_LIMIT).decode("utf-8"))
    except (OSError, ValueError, RecursionError):
        return Desk()
    desk = Desk()
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        return desk
    torn = found.get("bin")
    for one in torn[-BIN_LIMIT:] if isinstance(torn, list) else ():
        if isinstance(one, dict):
            desk.throw_away(_text(one, "prompt"), _text(one, "text"))
    desk.leave(_text(found, "sheet"), _text(found, "text"), backwards=found.get("backwards") is True)
    return desk


def _text(found: dict[object, object], name: str) -> str:
    value = found.get(name)
    return clean(value[:PAGE_LIMIT]) if isinstance(value, str) else ""


def save_desk(desk: Desk, path: Path) -> None:
    """Write the desk down, whole or not at all. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump({"format": FORMAT, **asdict(desk)}, file, ensure_ascii=False, indent=1)
        Path(name).replace(path)
    except OSError:
        with suppress(OSError):
            Path(name).unlink()
        raise
