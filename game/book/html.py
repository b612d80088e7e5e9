"""The book as a page for a browser: one file, nothing to fetch, nothing to run."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from game.book import markup
from game.book.quoting import printed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.book.model import Book

POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def page(book: Book) -> str:
    """The whole book."""
    by = f'\n<meta name="author" content="{quoted(book.author)}">' if book.author else ""
    body = "\n".join(_sections(book))
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{quoted(book.title)}</title>{by}
<style>
{style("style.css")}{style("page.css")}</style>
</head>
<body>
{body}
</body>
</html>
"""


def style(name: str) -> str:
    """A style sheet of ours."""
    return (files("game.book") / name).read_text(encoding="utf-8")


def _sections(book: Book) -> Iterator[str]:
    yield markup.title_page(book)
    if book.dedication:
        yield markup.dedication(book)
    if book.first:
        yield markup.first_page(book)
    yield _contents(book)
    yield "<main>"
    for number, chapter in enumerate(book.chapters):
        last = number == len(book.chapters) - 1
        told = markup.chapter(book, chapter, 2, book.ending if last else "")
        yield _named(told, f"chapter-{number + 1}")
    yield "</main>"
    if book.revisions:
        yield _named(markup.revisions(book, 2), "revisions")
    yield _named(markup.road(book, 2), "road")
    yield markup.colophon(book)


def _contents(book: Book) -> str:
    entries = [
        (f"chapter-{number}", f'<span class="no">{one.number}</span> {printed(one.title)}')
        for number, one in enumerate(book.chapters, 1)
    ]
    if book.revisions:
        entries.append(("revisions", "Revisions"))
    entries.append(("road", "The road taken"))
    items = "\n".join(f'<li><a href="#{id_}">{title}</a></li>' for id_, title in entries)
    return f'<nav aria-label="Contents">\n<ol>\n{items}\n</ol>\n</nav>'


def _named(section: str, id_: str) -> str:
    return section.replace("<section ", f'<section id="{id_}" ', 1)
