"""What a key leaves on paper: a character with whatever combines with it, and its width in cells.

Widths are those that Textual measures rows by (Rich's), so that a sheet and its screen never disagree.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from rich.cells import cell_len, split_graphemes


@dataclass(frozen=True, slots=True)
class Glyph:
    """One typed character. `width` is in cells: 0, 1 or 2."""

    text: str
    width: int
    struck: bool = False

    @property
    def is_newline(self) -> bool:
        """Whether it ends its line."""
        return self.text == "\n"

    @property
    def is_space(self) -> bool:
        """Whether a line may be broken after it."""
        return self.text.isspace()


NEWLINE = Glyph("\n", 0)
_COMMON = {chr(code): Glyph(chr(code), 1) for code in range(32, 127)} | {"\n": NEWLINE}


def glyphs_of(text: str, *, struck: bool = False) -> list[Glyph]:
    """Clean text as glyphs, in order."""
    glyphs: list[Glyph] = []
    for number, line in enumerate(text.split("\n")):
        if number:
            glyphs.append(NEWLINE)
        if line.isascii() and not struck:
            glyphs.extend(_COMMON.get(character) or Glyph(character, 1) for character in line)
        else:
            glyphs.extend(Glyph(line[a:b], width, struck) for a, b, width in split_graphemes(line)[0])
    return glyphs


def joins_previous(text: str) -> bool:
    """Whether the first character of the text is written onto the one before it."""
    return text != "\n" and cell_len(text[0]) == 0


def compose(glyph: Glyph, text: str) -> str:
    """The glyph's text with more typed onto it, in composed form."""
    return unicodedata.normalize("NFC", glyph.text + text)
