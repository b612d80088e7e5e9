"""Words into markup, as words."""

from __future__ import annotations

import html
import re
from typing import Final

from game.book.typography import curled

_NO_CHARACTER: Final = re.compile("[^\n\t\x20-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")
"""What neither XML nor HTML may hold."""
_UNKNOWN: Final = "\N{REPLACEMENT CHARACTER}"


def quoted(words: str) -> str:
    """Words as markup takes them, in text and between quotation marks."""
    return html.escape(_NO_CHARACTER.sub(_UNKNOWN, words))


def printed(words: str) -> str:
    """Words of the story's as markup takes them, set as in print."""
    return quoted(curled(words))
