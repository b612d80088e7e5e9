"""The title, as an aeroplane writes it: small, faint, in dots that drift apart. It can be missed."""

from __future__ import annotations

import os
import random
from typing import TYPE_CHECKING, ClassVar, Final

from textual.reactive import reactive
from textual.widget import Widget

from game.tui.typesetting import Row, Run
from game.tui.widgets.strips import strip_of

if TYPE_CHECKING:
    from textual.geometry import Size
    from textual.strip import Strip
    from textual.timer import Timer

# Letters of three by five dots, a row a digit in octal: RUBY SPARKS and whatever else a story writes.
_FONT: Final = {
    "A": "25755", "B": "65656", "C": "34443", "D": "65556", "E": "74647", "F": "74644", "G": "34553",
    "H": "55755", "I": "72227", "J": "11152", "K": "55655", "L": "44447", "M": "57755", "N": "65555",
    "O": "25552", "P": "65644", "Q": "25563", "R": "65655", "S": "34216", "T": "72222", "U": "55557",
    "V": "55552", "W": "55775", "X": "55255", "Y": "55222", "Z": "71247", "0": "75557", "1": "26227",
    "2": "61247", "3": "61216", "4": "55711", "5": "74616", "6": "34652", "7": "71222", "8": "25252",
    "9": "25316", "'": "22000", "-": "00700", ".": "00002", "?": "61202", "!": "22202",
}  # fmt: skip
_DOTS: Final = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
HEIGHT: Final = 2
"""Rows that it takes."""
LAST_AGE: Final = 14
"""When nothing is left of it."""
_AGE_SECONDS: Final = 3.0
_STILL: Final = 3
"""Ages at which it only hangs there."""


def dots_of(text: str) -> list[tuple[int, int]]:
    """Where the dots of a text are: x to the right, y down. Letters without a shape leave a gap."""
    return [
        (4 * place + x, y + 1)
        for place, letter in enumerate(text.upper())
        for y, line in enumerate(_FONT.get(letter, "00000"))
        for x in range(3)
        if int(line, 8) & (4 >> x)
    ]


def drifted(dots: list[tuple[int, int]], age: int) -> list[tuple[int, int]]:
    """The dots at an age: fewer, and each blown somewhat to the right."""
    wind = random.Random(7)
    left: list[tuple[int, int]] = []
    for x, y in dots:
        fades, drift, sink = wind.random(), wind.random(), wind.choice((-1, 0, 0, 1))
        blown = max(0, age - _STILL)
        if fades * (LAST_AGE - _STILL) > blown:
            left.append((x + int(drift * blown * 0.7), y + (sink if drift * blown > 2 else 0)))
    return left


def braille(dots: list[tuple[int, int]], width: int) -> list[str]:
    """Dots as rows of braille, `width` cells each; dots beyond the edge are gone."""
    cells = [[0] * width for _ in range(HEIGHT)]
    for x, y in dots:
        if 0 <= x // 2 < width and 0 <= y // 4 < HEIGHT:
            cells[y // 4][x // 2] |= _DOTS[y % 4][x % 2]
    return ["".join(chr(0x2800 + cell) if cell else " " for cell in row) for row in cells]


def draws_braille() -> bool:
    """Whether the terminal is likely to have braille; the Linux console has not."""
    return os.environ.get("TERM") != "linux"


class Sky(Widget):
    """A strip of sky with writing in it, or none."""

    COMPONENT_CLASSES: ClassVar = {"sky--writing", "sky--clear"}
    DEFAULT_CSS = """
    Sky {
        width: auto;
        height: 2;
        .sky--writing { color: $sky; background: $room; }
        .sky--clear { color: $sky; background: $room; }
    }
    """

    age: reactive[int] = reactive(0)
    """How long the writing has been there: it fades from the third to the last age."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.writing = ""
        self._timer: Timer | None = None

    def write(self, text: str | None, *, moving: bool) -> None:
        """Have words written, or a clear sky. Without `moving` they stay as they are until then."""
        if text == self.writing:
            return
        self.writing = text or ""
        self.age = 0
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if text and moving:
            self._timer = self.set_interval(_AGE_SECONDS, self._grow_older, repeat=LAST_AGE)
        self.refresh(layout=True)

    def hold_still(self) -> None:
        """Stay as it is from now on."""
        if self._timer is not None:
            self._timer.stop()

    def _grow_older(self) -> None:
        self.age += 1

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002
        """As wide as the writing, with room to drift."""
        return 2 * len(self.writing) + 3 if self.writing else 0

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Always the same, so that nothing below ever moves."""
        return HEIGHT

    def render_line(self, y: int) -> Strip:
        """A row of dots; where there is no braille, of spaced letters."""
        row: Row = ()
        if self.writing and draws_braille():
            row = (Run(braille(drifted(dots_of(self.writing), self.age), self.size.width)[y], "writing"),)
        elif self.writing and y == 0 and self.age < LAST_AGE:
            row = (Run(" ".join(self.writing), "writing"),)
        return strip_of(self, row, self.size.width, "clear", "sky--")
