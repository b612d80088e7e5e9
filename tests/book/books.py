"""Books of the example story, and words that could be taken for something else than words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from game.book.model import Block, Book, Chapter, Revision
from game.book.road import Road, Stretch
from game.play.strikes import struck_parts

if TYPE_CHECKING:
    from game.play.playthrough import Playthrough

NASTY = (
    "</p><script>alert(1)</script>", "]]>", "<!--", "&amp; & &#60;", '"\'', "\\*not bold*", "# no heading",
    "1. no list", "- no list", "| no | table |", "~~struck~~ and not", "> no quote", "`code`", "[a](b)",
    "שלום עולם", "مرحبا", "👩‍👩‍👧‍👦 🐝", "e\u0301", "\ufffe\uffff", "http://a.example/?b=1&c=2", "{{x}} {y}",
    "    indented", "***", "===", "_a_ __b__", "\u00ad\u200b\u200d", "$x^2$ @somebody :bee:", "a  b",
)  # fmt: skip
START, END = "scene:a", "ending:b"
WORDS = st.one_of(
    st.sampled_from(NASTY),
    st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=40),
    st.text("<>&\"'`*_~#[]()!|\\-+=.:1 ab\n", min_size=1, max_size=40),
)


def type_pages(playthrough: Playthrough, *pages: str, backwards: bool = False) -> None:
    """Type these, wherever there is a sheet."""
    for page in pages:
        while playthrough.turn.page is None:
            playthrough.choose("sit" if playthrough.turn.scene == "desk" else "back")
        playthrough.type(page, backwards)


def to_the_end(playthrough: Playthrough) -> None:
    """From wherever it stands."""
    while playthrough.turn.page is not None:
        playthrough.type("So.")
    if playthrough.turn.scene == "desk":
        playthrough.choose("leave")
    playthrough.choose("stay")


def book_with(words: str, *, name: str = "", title: str = "Dark") -> Book:
    """A small book in which these words stand wherever words can."""
    line = " ".join("".join(part for _, part, _ in struck_parts(words)).split()) or "."
    return Book(
        title=title,
        author=name,
        dedication=line,
        first=words,
        chapters=(
            Chapter(
                1,
                "Paper",
                (
                    Block("prose", line, opens=True), Block("typed", words), Block("interlude", line),
                    Block("typed", words), Block("interlude", line), Block("sky", line),
                ),
            ),
        ),
        ending=title,
        hers="Ruby",
        revisions=(Revision(1, "Paper", words, False, (("Took", (line,)),)),),
        road=Road(
            (Stretch("Paper", {START: (0.0, 0.0), END: (1.0, 1.0)}, 1.0, ((START, END),), 1, 1),),
            frozenset((START, END)), ((START, END),), frozenset((END,)),
        ),
        colophon=(line,),
        ifid="00000000-0000-4000-8000-000000000000",
        begun="2026-01-01T00:00:00Z",
    )  # fmt: skip


def squeezed(text: str) -> str:
    """Text without its white space, which markup may set otherwise."""
    return re.sub(r"\s+", "", text)
