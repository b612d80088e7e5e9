"""A page being typed in plain text: lines, and the orders that are given on it instead of a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.engine.turn import MoveError
from game.line.showing import read_back_lines
from game.play.readback import span_to_strike, strike_out
from game.saves.cleaning import PAGE_LIMIT, page_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.play.playthrough import Playthrough


class PlainSheet:
    """The sheet in the machine. A line that is no order is typed on it."""

    def __init__(self, playthrough: Playthrough) -> None:
        self._playthrough = playthrough
        self._lines: list[str] = []
        self._length = 0
        self.backwards = False

    @property
    def text(self) -> str:
        """What was typed so far."""
        return "\n".join(self._lines)

    def take(self, line: str) -> Iterator[str]:
        """Type a line or carry out an order; what is to be said of it."""
        order, _, argument = line.rstrip().partition(" ")
        match order:
            case ".tear" if not argument:
                self._lines, self._length, self.backwards = [], 0, False
                yield "You tear it up. There is a clean sheet in the machine."
            case ".backwards" if not argument:
                self.backwards = not self.backwards
                yield f"The sheet is {'the wrong' if self.backwards else 'the right'} way round."
            case ".read" if not argument:
                yield from self._read_back()
            case ".strike":
                yield from self._strike(argument.strip())
            case _ if self._length <= 4 * PAGE_LIMIT:
                self._lines.append(line)
                self._length += len(line) + 1

    def _read_back(self) -> Iterator[str]:
        try:
            found = self._playthrough.read_back(self.text, self.backwards)
        except MoveError as error:
            yield str(error)
            return
        if self.text.strip():
            yield from read_back_lines(found, self.backwards)
        else:
            yield "There is nothing on the sheet."

    def _strike(self, number: str) -> Iterator[str]:
        """Strike out the words of a number that was read back."""
        try:
            text = page_text(self.text)
            lines = self._playthrough.read_back(text, self.backwards).lines
        except MoveError as error:
            yield str(error)
            return
        if not (
            number.isascii() and number.isdecimal() and len(number) < 7 and 1 <= int(number) <= len(lines)
        ):
            yield "Write .strike and the number of a line that .read reads back, as in: .strike 2."
            return
        line = lines[int(number) - 1]
        text = strike_out(text, span_to_strike(text, line, self.backwards, self._playthrough.read))
        self._lines, self._length = text.split("\n"), len(text)
        yield f"Struck out: “{line.words}”"
        yield from self._read_back()
