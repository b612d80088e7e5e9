"""Prose as it is shown: one line a paragraph, one blank line between, no stray space."""

from __future__ import annotations

import re
from typing import Final

_PARAGRAPHS: Final = re.compile(r"\n[ \t]*\n\s*")
_BETWEEN: Final = "\n\n"


def tidy(text: str) -> str:
    """The text with its white space in order."""
    if _is_tidy(text) or (_BETWEEN in text and all(map(_is_tidy, text.split(_BETWEEN)))):
        return text
    paragraphs = (in_line(paragraph) for paragraph in _PARAGRAPHS.split(text))
    return _BETWEEN.join(paragraph for paragraph in paragraphs if paragraph)


def in_line(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())


def _is_tidy(paragraph: str) -> bool:
    """Whether the paragraph is in order for sure. All white space but a blank is unprintable to Python."""
    return (
        "  " not in paragraph
        and paragraph[:1] not in ("", " ")
        and paragraph[-1] != " "
        and paragraph.isprintable()
    )
