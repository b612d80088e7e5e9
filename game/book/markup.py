"""The parts of a book as XHTML that is HTML too: whatever is quoted is text, and never markup."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.book.drawing import road_svg
from game.book.model import in_hands
from game.book.quoting import printed, quoted
from game.book.text import heading, listed, scenes_seen
from game.play.strikes import struck_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.book.model import Block, Book, Chapter, Revision


_LINES: Final = 8
"""More entries than that under a label run on: a line for each would fill the page."""


def title_page(book: Book) -> str:
    """Title, name, dedication."""
    parts = [f'<h1 class="title" dir="auto">{printed(book.title)}</h1>', '<p class="kind">A novel</p>']
    if book.author:
        parts.append(f'<p class="author" dir="auto">{quoted(book.author)}</p>')
    return section("title-page", "".join(parts))


def dedication(book: Book) -> str:
    """The dedication, on a page of its own."""
    return section("dedication", f'<p dir="auto">{printed(book.dedication)}</p>', role="doc-dedication")


def first_page(book: Book) -> str:
    """The page before the first chapter."""
    return section("first", typed(book.first), role="doc-epigraph")


def chapter(book: Book, one: Chapter, level: int, ending: str = "") -> str:
    """A chapter, and after the last the ending's title; its heading is of this level."""
    number = f'<span class="number">{one.number}</span> '
    parts = [f"<h{level}>{number}{printed(one.title)}</h{level}>"]
    for is_hers, blocks in in_hands(one.blocks):
        told = "\n".join(map(_block, blocks))
        label = f' aria-label="{quoted(book.hers)}"' if book.hers else ""
        parts.append(f'<div class="hers" role="group"{label}>\n{told}\n</div>' if is_hers else told)
    if ending:
        parts.append(f'<p class="ending" dir="auto">{printed(ending)}</p>')
    return section("chapter", "\n".join(parts), role="doc-chapter")


def revisions(book: Book, level: int) -> str:
    """Every page, with what it did."""
    parts = [f"<h{level}>Revisions</h{level}>"]
    parts += (_revision(one, level + 1) for one in book.revisions)
    return section("revisions", "\n".join(parts), role="doc-appendix")


def road(book: Book, level: int) -> str:
    """The map of the road, and the same in words."""
    rows = "\n".join(
        f"<li>{printed(one.title)}: {scenes_seen(one.seen, one.scenes)}</li>" for one in book.road.stretches
    )
    head = f"<h{level}>The road taken</h{level}>"
    seen = f'<ol class="seen">\n{rows}\n</ol>'
    return section("road", f"{head}\n{road_svg(book.road, book.ending)}\n{seen}", role="doc-appendix")


def colophon(book: Book) -> str:
    """Whose all this is."""
    return section(
        "colophon", "\n".join(f"<p>{printed(one)}</p>" for one in book.colophon), role="doc-colophon"
    )


def typed(words: str) -> str:
    """What came out of the typewriter, a paragraph a line, struck-out words struck out."""
    lines = "\n".join(f'<p dir="auto">{line or "<br/>"}</p>' for line in _typed_lines(words))
    return f'<div class="typed" role="group" aria-label="Typed">\n{lines}\n</div>'


def section(kind: str, content: str, role: str = "") -> str:
    """A section of the book."""
    said = f' role="{role}"' if role else ""
    return f'<section class="{kind}"{said}>\n{content}\n</section>'


def _block(block: Block) -> str:
    match block.kind:
        case "typed":
            return typed(block.text)
        case "sky":
            return f'<p class="sky">{printed(block.text)}</p>'
        case _:
            opens = ' class="opens"' if block.opens else ""
            return f"<p{opens}>{printed(block.text)}</p>"


def _typed_lines(words: str) -> Iterator[str]:
    line = ""
    for _, part, struck in struck_parts(words):
        for number, piece in enumerate(part.split("\n")):
            if number:
                yield line
                line = ""
            line += f"<del>{quoted(piece)}</del>" if struck and piece else quoted(piece)
    yield line


def _revision(one: Revision, level: int) -> str:
    head = f"<h{level}>{quoted(heading(one))}</h{level}>"
    parts = ['<div class="revision">', head, typed(one.text), '<dl class="account">']
    for label, entries in one.account:
        parts.append(f"<dt>{quoted(label)}</dt>")
        lines = entries if len(entries) <= _LINES else [listed(entries)]
        parts += (f"<dd>{quoted(line)}</dd>" for line in lines)
    return "\n".join([*parts, "</dl>", "</div>"])
