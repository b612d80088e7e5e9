"""The game's own record in the catalogues of the field: iFiction, after the Treaty of Babel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game import __version__
from game.book.quoting import quoted
from game.saves.cleaning import clean_line

if TYPE_CHECKING:
    from datetime import date

    from game.story.model import Story

NAMESPACE: Final = "http://babel.ifarchive.org/protocol/iFiction/"
_FORMAT: Final = "executable"
"""A program of its own, and no file for an interpreter that the Treaty has a name for."""
_LIMIT: Final = 240


def ifiction(story: Story, today: date) -> str:
    """The record of a story, made on this day."""
    title, author = _said(story.title) or "Untitled", _said(story.author) or "Anonymous"
    headline = f"\n<headline>{said}</headline>" if (said := _said(story.headline)) else ""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<ifindex version="1.0" xmlns="{NAMESPACE}">
<story>
<identification>
<ifid>{quoted(story.ifid)}</ifid>
<format>{_FORMAT}</format>
</identification>
<bibliographic>
<title>{title}</title>
<author>{author}</author>
<language>en</language>{headline}
</bibliographic>
<colophon>
<generator>ruby-sparks</generator>
<generatorversion>{quoted(__version__)}</generatorversion>
<originated>{today:%Y-%m-%d}</originated>
</colophon>
</story>
</ifindex>
"""


def _said(words: str) -> str:
    return quoted(clean_line(words, _LIMIT))
