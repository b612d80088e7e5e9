"""The one gate for text from outside: what a terminal could obey is taken out before the game sees it."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from game.engine.turn import MoveError

PAGE_LIMIT: Final = 20_000
"""The most characters that a page may hold."""

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_TAB = "    "
_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
# Cc but for the line feed; bidirectional controls; surrogates without their other half; byte order mark.
_DROPPED = re.compile(f"[\x00-\x09\x0b-\x1f\x7f-\x9f{_BIDI}\ud800-\udfff\ufeff]")


def clean(text: str) -> str:
    """The text with plain line ends and spaces for tabs, without control characters, in NFC. Idempotent."""
    text = _LINE_ENDS.sub("\n", text).replace("\t", _TAB)
    return unicodedata.normalize("NFC", _DROPPED.sub("", text))


def clean_line(text: str, limit: int = 80) -> str:
    """The text as a single line of at most `limit` characters, for a message that quotes it."""
    line = " ".join(clean(text[: limit * 4]).split())
    return line if len(line) <= limit else line[: limit - 1] + "…"


def page_text(text: str) -> str:
    """The words as a page takes them: cleaned, '' if there are none. Raises MoveError for too many."""
    # Cleaning only ever shortens a text a little: far too much is refused before that costs time.
    cleaned = clean(text) if len(text) <= 4 * PAGE_LIMIT else text
    if len(cleaned) > PAGE_LIMIT:
        raise MoveError(
            "page-too-long", f"A page holds {PAGE_LIMIT:,} characters; this has {len(cleaned):,}."
        )
    return cleaned if cleaned.strip() else ""
