"""The book, whatever it is written to: title page, chapters, typed pages, and what stands at the back.

All of it is plain text, cleaned: nothing in it is markup but the marks of struck-out words.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from game.book.road import Road

BlockKind = Literal["prose", "typed", "interlude", "sky"]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, what came out of the typewriter in one piece, or what is written in the sky.

    Only what is typed has line breaks, and struck-out words (``~~words~~``).
    """

    kind: BlockKind
    text: str
    opens: bool = False
    """Whether it is the first of a scene."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter, as it was read. `number` is the story's."""

    number: int
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Revision:
    """A page that was typed, and what it did: entries under labels."""

    number: int
    chapter: str
    text: str
    backwards: bool
    account: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Book:
    """A playthrough as a novel. '' stands for what there is not."""

    title: str
    author: str
    dedication: str
    first: str
    """The page that stands before the first chapter: typed text."""
    chapters: tuple[Chapter, ...]
    ending: str
    """The title of the ending that it comes to."""
    hers: str
    """Whose hand the interludes are in."""
    revisions: tuple[Revision, ...]
    road: Road
    colophon: tuple[str, ...]
    """Whose this is, a sentence or two a paragraph."""
    ifid: str
    begun: str
    """When the playthrough began, in UTC, as in ``2012-07-25T00:00:00Z``."""


def in_hands(blocks: Sequence[Block]) -> Iterator[tuple[bool, list[Block]]]:
    """Runs of blocks, and whether each is an interlude; what is typed in the midst of one is part of it."""
    hers: list[bool] = []
    for number, block in enumerate(blocks):
        if block.kind == "typed":
            after = next((one for one in blocks[number + 1 :] if one.kind != "typed"), None)
            hers.append(bool(hers) and hers[-1] and after is not None and after.kind == "interlude")
        else:
            hers.append(block.kind == "interlude")
    for is_hers, run in groupby(zip(hers, blocks, strict=True), key=lambda pair: pair[0]):
        yield is_hers, [block for _, block in run]
