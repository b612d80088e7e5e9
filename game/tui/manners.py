"""Two ways of working at a sheet: as at a typewriter, where what is typed stays, or as in any editor.

Pure. A manner takes a key and says which rows changed, or that the bell rings because it cannot be done.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.tui.glyphs import Glyph
    from game.tui.sheet_model import Sheet

_NEXT_WORD: Final = re.compile(r"\s*\S+")
UNDO_DEPTH: Final = 200


@dataclass(frozen=True, slots=True)
class Done:
    """What a key did. `rows` are to be drawn again; `message` says why it could not be done."""

    rows: range = range(0)
    changed: bool = False
    bell: bool = False
    message: str | None = None


NOTHING: Final = Done()
REFUSED: Final = Done(bell=True)
FULL: Final = "The sheet is full. Pull it, or tear it up."


class Manner(Protocol):
    """How keys work on a sheet."""

    sheet: Sheet

    def type(self, text: str) -> Done:
        """Type clean text; of what does not fit, as much as does."""

    def key(self, name: str) -> Done | None:
        """Work a key by its name; None if it is none of the sheet's."""

    def strike(self, start: int, end: int) -> Done:
        """Type x over everything from one position to another."""


def _type(sheet: Sheet, text: str) -> Done:
    room = sheet.room
    if len(text) <= room:
        return Done(sheet.insert(text), changed=True)
    lost = len(text) - room
    message = FULL if lost == 1 else f"{FULL} {lost:,} characters did not fit."
    return Done(sheet.insert(text[:room]), changed=room > 0, bell=True, message=message)


def _strike(sheet: Sheet, start: int, end: int) -> Done:
    if sheet.room < 4:
        return Done(bell=True, message=FULL)
    return Done(sheet.strike(start, end), changed=True)


class Typewriter:
    """What is typed stays. Backspace mends the word being typed; beyond it, words are typed over with x."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        sheet.caret = len(sheet.glyphs)

    def type(self, text: str) -> Done:
        """Type at the end of what is there."""
        return _type(self.sheet, text)

    def strike(self, start: int, end: int) -> Done:
        """Type x over it, wherever it is."""
        return _strike(self.sheet, start, end)

    @property
    def mending(self) -> bool:
        """Whether backspace would take back a letter, rather than strike out a word."""
        glyphs = self.sheet.glyphs
        return bool(glyphs) and not (glyphs[-1].is_space or glyphs[-1].struck)

    def key(self, name: str) -> Done | None:
        """Backspace, and striking out a word at once."""
        sheet = self.sheet
        match name:
            case "enter":
                return self.type("\n")
            case "backspace" if self.mending:
                return Done(sheet.delete(len(sheet.glyphs) - 1, len(sheet.glyphs)), changed=True)
            case "backspace" | "ctrl+w" | "ctrl+t":
                word = sheet.word_before(len(sheet.glyphs))
                return _strike(sheet, *word) if word else REFUSED
            case "left" | "right" | "home" | "end" | "delete" | "ctrl+z":
                return REFUSED
        return None


class Turned:
    """Whichever key is typed, the next letter of other words comes; or the next word of them."""

    def __init__(self, sheet: Sheet, text: str, *, words: bool) -> None:
        self.sheet = sheet
        self._text = text
        self._words = words
        sheet.caret = len(sheet.glyphs)

    @property
    def at_end(self) -> bool:
        """Whether all of it is there."""
        return len(self.sheet.text) >= len(self._text)

    def type(self, text: str) -> Done:
        """Have the next of it come."""
        rest = self._text[len(self.sheet.text) :]
        if not text or not rest:
            return REFUSED
        word = _NEXT_WORD.match(rest) if self._words else None
        return _type(self.sheet, word[0] if word else rest[0])

    def finish(self) -> Done:
        """Have all of it come."""
        return _type(self.sheet, self._text[len(self.sheet.text) :])

    def strike(self, start: int, end: int) -> Done:  # noqa: ARG002
        """It does not take anything back."""
        return REFUSED

    def key(self, name: str) -> Done | None:
        """Every key is a key."""
        return self.type("h") if name in ("enter", "backspace", "delete", "ctrl+t", "ctrl+w") else None


class PlainEditing:
    """The caret goes anywhere and letters can be taken out. Striking out is ctrl+t, as at a typewriter."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self._undone: list[tuple[tuple[Glyph, ...], int]] = []
        self._group = ""
        self._goal: int | None = None
        self._keys: dict[str, Callable[[], Done]] = {
            "enter": lambda: self.type("\n"),
            "backspace": lambda: self._delete("back", sheet.caret - 1, sheet.caret),
            "delete": lambda: self._delete("forward", sheet.caret, sheet.caret + 1),
            "ctrl+w": lambda: self._delete("word", self._word_left(), sheet.caret),
            "left": lambda: self._move(sheet.caret - 1),
            "right": lambda: self._move(sheet.caret + 1),
            "ctrl+left": lambda: self._move(self._word_left()),
            "ctrl+right": lambda: self._move(self._word_right()),
            "home": lambda: self._move(sheet.row(sheet.row_of(sheet.caret))[0]),
            "end": lambda: self._move(sheet.position_at(sheet.row_of(sheet.caret), sheet.columns)),
            "ctrl+home": lambda: self._move(0),
            "ctrl+end": lambda: self._move(len(sheet.glyphs)),
            "up": lambda: self._move_row(-1),
            "down": lambda: self._move_row(1),
            "ctrl+t": self._strike_word,
            "ctrl+z": self._undo,
        }

    def type(self, text: str) -> Done:
        """Type at the caret."""
        self._remember("type" if len(text) == 1 and not text.isspace() else "")
        return _type(self.sheet, text)

    def strike(self, start: int, end: int) -> Done:
        """Type x over it; ctrl+z takes that back."""
        self._remember("")
        return _strike(self.sheet, start, end)

    def key(self, name: str) -> Done | None:
        """Editing keys, by the names that Textual gives them."""
        if (work := self._keys.get(name)) is None:
            return None
        if name not in ("up", "down"):
            self._goal = None
        return work()

    def _remember(self, group: str) -> None:
        """Keep the sheet as it is for undo, once for a run of keys of one group."""
        if not group or group != self._group:
            self._undone.append((tuple(self.sheet.glyphs), self.sheet.caret))
            del self._undone[:-UNDO_DEPTH]
        self._group = group

    def _undo(self) -> Done:
        if not self._undone:
            return REFUSED
        self._group = ""
        return Done(self.sheet.restore(*self._undone.pop()), changed=True)

    def _delete(self, group: str, start: int, end: int) -> Done:
        if start < 0 or start >= end or end > len(self.sheet.glyphs):
            return NOTHING
        self._remember(group)
        return Done(self.sheet.delete(start, end), changed=True)

    def _strike_word(self) -> Done:
        if (word := self.sheet.word_before(self.sheet.caret)) is None:
            return REFUSED
        self._remember("")
        return _strike(self.sheet, *word)

    def _move(self, position: int) -> Done:
        sheet = self.sheet
        before = sheet.row_of(sheet.caret)
        sheet.caret = min(max(position, 0), len(sheet.glyphs))
        self._group = ""
        after = sheet.row_of(sheet.caret)
        return Done(range(min(before, after), max(before, after) + 1))

    def _move_row(self, step: int) -> Done:
        row, column = self.sheet.place_of(self.sheet.caret)
        if not 0 <= row + step < self.sheet.row_count:
            return NOTHING
        if self._goal is None:
            self._goal = column
        return self._move(self.sheet.position_at(row + step, self._goal))

    def _word_left(self) -> int:
        glyphs, at = self.sheet.glyphs, self.sheet.caret
        while at > 0 and glyphs[at - 1].is_space:
            at -= 1
        while at > 0 and not glyphs[at - 1].is_space:
            at -= 1
        return at

    def _word_right(self) -> int:
        glyphs, at = self.sheet.glyphs, self.sheet.caret
        while at < len(glyphs) and not glyphs[at].is_space:
            at += 1
        while at < len(glyphs) and glyphs[at].is_space:
            at += 1
        return at
