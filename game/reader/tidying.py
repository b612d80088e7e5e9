"""Make typed words fit to stand in a line of prose: one line, safe anywhere, not shouted, not too long."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

LIMIT: Final = 160
"""Characters that a line may have; a longer one ends at a word, with an ellipsis."""

_CAPITALISED: Final = """
ruby calvin harry langdon lila gertrude mort rosenthal susie scotty mabel cyrus saul imke okafor weir
fields tharp dr mr mrs ms monday tuesday wednesday thursday friday saturday sunday january february april
june july august september october november december french spanish italian german english russian
japanese chinese portuguese latin greek arabic american british dutch swedish polish hindi korean
christmas god paris london ohio dayton california mexico italy france spain los angeles york hollywood
berlin rome tokyo america europe sparks lisbon vienna prague
"""
_NAMES: Final = frozenset(_CAPITALISED.split())


def tidy(text: str, *, shouted: bool = False) -> str:
    """The text on one line, without control characters, struck-out words or punctuation at its ends."""
    text = re.sub(r"~~.*?~~", " ", text[: 8 * LIMIT])
    text = "".join(char if unicodedata.category(char)[0] != "C" else " " for char in text)
    text = re.sub(r" ([,.;:!?])", r"\1", " ".join(text.split())).strip(" .,;:!?…–—~")
    text = re.sub(r"[,;:](?=[\"”]$)", "", text)
    if shouted:
        text = quiet(text)
    if len(text) <= LIMIT:
        return text
    head = text[: LIMIT - 1]
    return (head.rpartition(" ")[0] or head).rstrip(" .,;:!?…–—") + "…"


def is_shouted(text: str) -> bool:
    """Whether it is all in capitals, and too long for an abbreviation."""
    return sum(char.isalpha() for char in text[:LIMIT]) > 5 and text.upper() == text and text.lower() != text


def quiet(text: str) -> str:
    """The text in small letters, but for names and *I*."""
    return named(text.lower())


def named(text: str) -> str:
    """The text with the capitals that well-known names take, and *I*'s."""

    def capital(match: re.Match[str]) -> str:
        word = match[0]
        return word.capitalize() if word in _NAMES or word == "i" else word

    return re.sub(r"[^\W\d_]+", capital, text)
