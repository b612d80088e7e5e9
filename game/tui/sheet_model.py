"""The sheet in the machine: what was typed, what was struck out, and how it falls into lines.

Pure: no screen, no clock. Lines hold a fixed number of cells and are broken at words, as on paper.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Final

from game.play.strikes import MARK, struck_parts, unmarked
from game.tui.glyphs import Glyph, compose, glyphs_of, joins_previous

if TYPE_CHECKING:
    from collections.abc import Iterable

CAPACITY: Final = 20_000
"""Characters that a page may hold, the marks of struck-out words included."""


class Sheet:
    """A page being typed. `caret` is a position between glyphs, `columns` the cells of a line.

    What changes the sheet returns the numbers of the rows that have to be drawn again.
    """

    def __init__(self, columns: int, text: str = "") -> None:
        self.columns = max(1, columns)
        self.glyphs: list[Glyph] = []
        for _, part, struck in struck_parts(text):
            self.glyphs.extend(glyphs_of(unmarked(part), struck=struck))
        self.caret = len(self.glyphs)
        self._count()
        self._starts: list[int] = [0]
        self._rewrap(0, len(self.glyphs))

    # What is on it

    @property
    def text(self) -> str:
        """The page as plain text, struck-out words between ``~~``."""
        if not self._struck:
            return "".join([glyph.text for glyph in self.glyphs])
        parts: list[str] = []
        for struck, run in groupby(self.glyphs, key=lambda glyph: glyph.struck):
            words = "".join([glyph.text for glyph in run])
            parts.append(f"{MARK}{words}{MARK}" if struck else words)
        return "".join(parts)

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing on it but white space."""
        return all(glyph.is_space for glyph in self.glyphs)

    @property
    def room(self) -> int:
        """How many characters still fit."""
        return max(0, CAPACITY - (len(self.text) if self._struck else self._characters))

    # Rows

    @property
    def row_count(self) -> int:
        """How many lines there are; at least one."""
        return len(self._starts)

    def row(self, number: int) -> tuple[int, int]:
        """The positions between which a row's glyphs are, its newline excluded."""
        start = self._starts[number]
        end = self._starts[number + 1] if number + 1 < len(self._starts) else len(self.glyphs)
        if end > start and self.glyphs[end - 1].is_newline:
            end -= 1
        return start, end

    def row_of(self, position: int) -> int:
        """The row that a position is on."""
        return bisect_right(self._starts, position) - 1

    def place_of(self, position: int) -> tuple[int, int]:
        """Row and column, in cells, of a position. Spaces hanging over the margin do not move it further."""
        row = self.row_of(position)
        start = self._starts[row]
        return row, min(self.columns, sum(glyph.width for glyph in self.glyphs[start:position]))

    def position_at(self, row: int, column: int) -> int:
        """The position nearest to a cell."""
        row = min(max(row, 0), self.row_count - 1)
        start, end = self.row(row)
        if row + 1 < self.row_count and end == self._starts[row + 1] and end > start:
            end -= 1  # the end of a row that was broken at a word is the start of the next
        at = 0
        for position in range(start, end):
            at += self.glyphs[position].width
            if at > column:
                return position
        return end

    def set_columns(self, columns: int) -> None:
        """Wrap for paper of another width."""
        if (columns := max(1, columns)) != self.columns:
            self.columns = columns
            self._starts = [0]
            self._rewrap(0, len(self.glyphs))

    # Changes

    def insert(self, text: str) -> range:
        """Type clean text at the caret, which moves behind it. More than fits is for the caller to cut."""
        if not text:
            return range(0)
        text = unmarked(text)
        before = self.caret - 1
        if before >= 0 and joins_previous(text) and not self.glyphs[before].is_newline:
            previous = self.glyphs[before]
            return self._splice(
                before, self.caret, glyphs_of(compose(previous, text), struck=previous.struck)
            )
        return self._splice(self.caret, self.caret, glyphs_of(text))

    def delete(self, start: int, end: int) -> range:
        """Take away the glyphs from one position to another."""
        return self._splice(max(0, start), min(end, len(self.glyphs)), [])

    def strike(self, start: int, end: int) -> range:
        """Type x over the glyphs from one position to another; white space stays white."""
        for position in range(start, end):
            glyph = self.glyphs[position]
            if not (glyph.is_space or glyph.struck):
                self.glyphs[position] = replace(glyph, struck=True)
                self._struck += 1
        return range(self.row_of(start), self.row_of(max(start, end - 1)) + 1)

    def restore(self, glyphs: Iterable[Glyph], caret: int) -> range:
        """Put back what was on the sheet at another time."""
        self._splice(0, len(self.glyphs), list(glyphs))
        self.caret = caret
        return range(self.row_count)

    def _count(self) -> None:
        self._characters = sum(len(glyph.text) for glyph in self.glyphs)
        self._struck = sum(glyph.struck for glyph in self.glyphs)

    def _splice(self, start: int, end: int, glyphs: list[Glyph]) -> range:
        self._characters += sum(len(one.text) for one in glyphs) - sum(
            len(one.text) for one in self.glyphs[start:end]
        )
        self._struck += sum(one.struck for one in glyphs) - sum(one.struck for one in self.glyphs[start:end])
        self.glyphs[start:end] = glyphs
        self.caret = start + len(glyphs)
        return self._rewrap(start, start + len(glyphs), len(glyphs) - (end - start))

    # Words

    def word_before(self, position: int) -> tuple[int, int] | None:
        """Where the last word before a position is that is not struck out, as far as it stands before it."""
        end = position
        while end > 0 and (self.glyphs[end - 1].is_space or self.glyphs[end - 1].struck):
            end -= 1
        start = end
        while start > 0 and not (self.glyphs[start - 1].is_space or self.glyphs[start - 1].struck):
            start -= 1
        return (start, end) if start < end else None

    def ranges_of(self, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """Spans of the page's text as ranges of positions. Spans beyond the text are cut off."""
        if not self._struck and self._characters == len(self.glyphs):
            size = len(self.glyphs)
            return [(max(0, a), min(b, size)) for a, b in spans if a < b and a < size]
        offsets = self._offsets()
        ranges: list[tuple[int, int]] = []
        for start, end in spans:
            first = bisect_right(offsets, max(0, start)) - 1
            last = bisect_right(offsets, max(0, end - 1)) - 1
            if start < end and first < len(self.glyphs):
                ranges.append((max(0, first), min(last + 1, len(self.glyphs))))
        return ranges

    def _offsets(self) -> list[int]:
        """For each position where its glyph starts in the text; one more for the end."""
        offsets: list[int] = []
        at, inside = 0, False
        for glyph in self.glyphs:
            if glyph.struck != inside:
                at += len(MARK)
                inside = glyph.struck
            offsets.append(at)
            at += len(glyph.text)
        offsets.append(at)
        return offsets

    # Wrapping

    def _rewrap(self, start: int, end: int, shift: int = 0) -> range:
        """Break lines anew where glyphs changed, from `start` to `end`; those behind moved by `shift`."""
        starts, glyphs = self._starts, self.glyphs
        row = max(0, bisect_right(starts, start) - 2)  # a shorter word may go back to the row before
        settled = {
            old + shift: index for index, old in enumerate(starts) if index > row and old + shift > end
        }
        fresh: list[int] = []
        at = starts[row]
        while at < len(glyphs):
            at, ended = self._row_end(at)
            if at in settled:
                tail = [old + shift for old in starts[settled[at] :]]
                same_length = len(tail) + len(fresh) + row + 1 == len(starts)
                self._starts = [*starts[: row + 1], *fresh, *tail]
                return range(row, row + len(fresh) + 1 if same_length else len(self._starts))
            if at < len(glyphs) or ended:
                fresh.append(at)
        self._starts = [*starts[: row + 1], *fresh]
        return range(row, max(len(starts), len(self._starts)))

    def _row_end(self, start: int) -> tuple[int, bool]:
        """Where the row that starts here ends, and whether a newline ended it."""
        width, after_space = 0, 0
        for position in range(start, len(self.glyphs)):
            glyph = self.glyphs[position]
            if glyph.is_newline:
                return position + 1, True
            if glyph.is_space:
                after_space = position + 1
            elif width + glyph.width > self.columns and position > start:
                return (after_space or position), False
            width += glyph.width
        return len(self.glyphs), False
