"""The book as Markdown that a forum takes: CommonMark, and GitHub's struck-out words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from game.book.text import heading, listed, scenes_seen
from game.play.strikes import MARK, struck_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.book.model import Block, Book, Revision

_INLINE: Final = re.compile(r"([\\`*_\[\]<~|$^@]|&(?=#?\w+;)|:(?=\w+:))")
"""What could be read as markup in the midst of a line, by Markdown or by what forums add to it."""
_BULLET: Final = re.compile(r"^(\s*)([-+=#>])")
_NUMBERED: Final = re.compile(r"^(\s*\d{1,9})([.)])")
_BREAK: Final = "  "
"""At the end of a line: the next one is a line of its own."""
_INDENT: Final = "&nbsp;"
_LEADING: Final = re.compile("^ +| {2,}")


def markdown(book: Book) -> str:
    """The whole book."""
    return "\n\n".join(_parts(book)) + "\n"


def escaped(words: str) -> str:
    """Words of which Markdown shows each as it is, on a line of their own."""
    words = _INLINE.sub(r"\\\1", words)
    words = _BULLET.sub(r"\1\\\2", words)
    return _NUMBERED.sub(r"\1\\\2", words)


def _parts(book: Book) -> Iterator[str]:
    yield f"# {escaped(book.title)}"
    if book.author:
        yield escaped(book.author)
    if book.dedication:
        yield f"*{escaped(book.dedication)}*"
    if book.first:
        yield _typed(book.first)
    for chapter in book.chapters:
        yield f"## {chapter.number}. {escaped(chapter.title)}"
        yield from map(_block, chapter.blocks)
    if book.ending:
        yield f"*{escaped(book.ending)}*"
    if book.revisions:
        yield "## Revisions"
    for revision in book.revisions:
        yield from _revision(revision)
    yield "## The road taken"
    yield "\n".join(
        f"- {escaped(stretch.title)}: {scenes_seen(stretch.seen, stretch.scenes)}"
        for stretch in book.road.stretches
    )
    yield "* * *"
    yield from map(escaped, book.colophon)


def _block(block: Block) -> str:
    match block.kind:
        case "typed":
            return _typed(block.text)
        case "interlude":
            return f"*{escaped(block.text)}*"
        case "sky":
            return f"**{escaped(block.text)}**"
        case _:
            return escaped(block.text)


def _typed(words: str) -> str:
    """Typed lines as a quotation: in a block of code, nothing could be struck out."""
    lines: list[str] = [""]
    for _, part, struck in struck_parts(words):
        for number, piece in enumerate(part.split("\n")):
            if number:
                lines.append("")
            lines[-1] += _struck(piece) if struck else _INLINE.sub(r"\\\1", piece)
    return "\n".join(f"> {_line(line)}".rstrip() + _BREAK for line in lines).rstrip()


def _struck(words: str) -> str:
    """Struck-out words; the marks have to touch them."""
    bare = words.strip()
    if not bare:
        return words
    before, _, after = words.partition(bare)
    return before + MARK + _INLINE.sub(r"\\\1", bare) + MARK + after


def _line(line: str) -> str:
    """A typed line, its blanks kept, and nothing at its head that could begin a list."""
    line = _NUMBERED.sub(r"\1\\\2", _BULLET.sub(r"\1\\\2", line))
    return _LEADING.sub(lambda blanks: _INDENT * len(blanks[0]), line)


def _revision(revision: Revision) -> Iterator[str]:
    yield f"### {escaped(heading(revision))}"
    yield _typed(revision.text)
    yield "\n".join(
        f"- {label}: {listed([escaped(entry) for entry in entries])}" for label, entries in revision.account
    )
