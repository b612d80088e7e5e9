"""The book as plain text: a paragraph a line, so that it can be pasted anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from game.book.model import Block, Book, Revision

TYPED: Final = "    "
"""Stands before every line that came out of the typewriter."""
HERS: Final = "| "
"""Stands before every paragraph of an interlude."""


def text(book: Book) -> str:
    """The whole book."""
    return "\n".join(_lines(book)).rstrip("\n") + "\n"


def _lines(book: Book) -> Iterator[str]:
    yield from (book.title.upper(), "")
    if book.author:
        yield from (book.author, "")
    if book.dedication:
        yield from ("", book.dedication, "")
    if book.first:
        yield from ("", *_typed(book.first), "")
    for chapter in book.chapters:
        yield from ("", f"{chapter.number}. {chapter.title.upper()}", "")
        for number, block in enumerate(chapter.blocks):
            if block.opens and number:
                yield ""
            yield from (*_block(block), "")
    if book.ending:
        yield from ("", f"-- {book.ending} --", "")
    yield from _back(book)


def _block(block: Block) -> Iterator[str]:
    match block.kind:
        case "typed":
            yield from _typed(block.text)
        case "interlude":
            yield HERS + block.text
        case "sky":
            yield f"[In the sky: {block.text}]"
        case _:
            yield block.text


def _typed(words: str) -> Iterator[str]:
    yield from ((TYPED + line).rstrip() for line in words.split("\n"))


def _back(book: Book) -> Iterator[str]:
    if book.revisions:
        yield from ("", "REVISIONS", "")
    for revision in book.revisions:
        yield from _revision(revision)
    yield from ("", "THE ROAD TAKEN", "")
    for stretch in book.road.stretches:
        yield f"{stretch.title}: {scenes_seen(stretch.seen, stretch.scenes)}"
    yield from ("", "")
    for paragraph in book.colophon:
        yield from (paragraph, "")


def _revision(revision: Revision) -> Iterator[str]:
    yield from (f"{heading(revision)}", "", *_typed(revision.text), "")
    for label, entries in revision.account:
        yield f"{label}: {listed(entries)}"
    yield ""


def listed(entries: Sequence[str]) -> str:
    """What came of a page, in a line."""
    return (" " if all(entry.endswith(".") for entry in entries) else "; ").join(entries)


def heading(revision: Revision) -> str:
    """What stands over a page among the revisions."""
    turned = "put in the other way round" if revision.backwards else ""
    return ", ".join(part for part in (f"Page {revision.number}", revision.chapter, turned) if part)


def scenes_seen(seen: int, scenes: int) -> str:
    """How much of a chapter was come to."""
    return f"{seen} of {scenes} scenes"
