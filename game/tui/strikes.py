"""Struck-out words: typed over with x on the page, given as ``~~words~~`` in its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

MARK: Final = "~~"
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


def without_struck(text: str) -> str:
    """The text without what was struck out, for first words and counts."""
    return "".join(part for _, part, struck in struck_parts(text) if not struck)
