"""What a book can be written to, and what its file is called."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from game.book.epub import epub
from game.book.html import page
from game.book.markdown import markdown
from game.book.text import text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from game.book.model import Book

_NAME_LIMIT: Final = 60


@dataclass(frozen=True, slots=True)
class Format:
    """A format by the ending of its files' names."""

    suffix: str
    title: str
    mime: str
    write: Callable[[Book], bytes]


FORMATS: Final[Mapping[str, Format]] = {
    one.suffix: one
    for one in (
        Format("epub", "E-book (EPUB)", "application/epub+zip", epub),
        Format("html", "A page for the browser", "text/html", lambda book: _encoded(page(book))),
        Format("md", "Markdown", "text/markdown", lambda book: _encoded(markdown(book))),
        Format("txt", "Plain text", "text/plain", lambda book: _encoded(text(book))),
    )
}


def file_name(book: Book, suffix: str) -> str:
    """What to call the file, if nobody says otherwise: by the book's title, in plain letters."""
    stem = re.sub("[^a-z0-9]+", "-", book.title.casefold()).strip("-")[:_NAME_LIMIT].strip("-")
    return f"{stem or 'book'}.{suffix}"


def _encoded(written: str) -> bytes:
    return written.encode("utf-8", "replace")
