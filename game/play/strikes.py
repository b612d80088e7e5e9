"""Struck-out words: typed over with x on the page, given as ``~~words~~`` in its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

MARK: Final = "~~"
TILDE: Final = "\N{TILDE OPERATOR}"
"""What a typed tilde is on paper: it looks the same, and nothing typed can be taken for the mark."""
_STRUCK: Final = re.compile(r"~~(.+?)~~", re.DOTALL)


def struck_parts(text: str) -> Iterator[tuple[int, str, bool]]:
    """The stretches of a text in order: where each starts, its words without marks, whether it is struck."""
    at = 0
    for match in _STRUCK.finditer(text):
        if match.start() > at:
            yield at, text[at : match.start()], False
        yield match.start(1), match[1], True
        at = match.end()
    if at < len(text):
        yield at, text[at:], False


def unmarked(text: str) -> str:
    """Typed text in which nothing is a mark. As long as it was."""
    return text.replace("~", TILDE)
