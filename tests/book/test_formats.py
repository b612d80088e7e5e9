"""The same book in each format; whatever was typed in it comes out as itself."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from game.book.formats import FORMATS, file_name
from game.book.html import page
from game.book.making import book_of
from game.book.markdown import escaped, markdown
from game.book.markup import typed
from game.book.text import text
from game.play.strikes import struck_parts
from game.saves.cleaning import clean
from tests.book.books import NASTY, WORDS, book_with, squeezed, to_the_end, type_pages

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.play.session import Session

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_ELEMENTS = {
    "html", "head", "meta", "title", "style", "body", "section", "h1", "h2", "h3", "p", "nav", "ol", "li",
    "a", "main", "div", "del", "br", "span", "dl", "dt", "dd", "svg", "g", "path", "circle", "text",
}  # fmt: skip


class Read(HTMLParser):
    """The elements of a page, and the text in it, but for that of its style."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.text = ""
        self.struck: list[str] = []
        self._within: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        if tag != "meta":
            self._within.append(tag)
        if tag in ("del", "s"):
            self.struck.append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._within.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self._within:
            self.text += data
            if {"del", "s"} & set(self._within):
                self.struck[-1] += data


def expected(words: str) -> str:
    """The words as they are shown: struck-out ones without their marks, and no white space."""
    shown = "".join(part for _, part, _ in struck_parts(words))
    return squeezed(re.sub("[\ufdd0-\ufdef\ufffe\uffff]", "\N{REPLACEMENT CHARACTER}", shown))


@given(WORDS.map(clean).filter(str.strip))
@example("\n".join(NASTY))
def test_on_a_page_the_words_are_text_and_nothing_else(words: str) -> None:
    source = page(book_with(words, name=words))
    found = Read(source)
    assert set(found.elements) <= _ELEMENTS
    assert "script" not in found.elements
    assert found.elements.count("section") == 7
    assert squeezed(found.text).count(expected(words)) >= 4
    ET.fromstring(typed(words))  # the same parts make the e-book


@given(WORDS.map(clean).filter(str.strip))
@example("\n".join(NASTY))
@example("~~wasps~~ bees\n~~\nover\nlines ~~ and  ~~ x ~~")
def test_in_markdown_the_words_are_text_and_nothing_else(words: str) -> None:
    source = markdown(book_with(words))
    found = Read(MARKDOWN.render(source))
    assert set(found.elements) <= {
        "h1", "h2", "h3", "p", "blockquote", "em", "strong", "s", "ul", "li", "hr", "br",
    }  # fmt: skip
    assert found.elements.count("blockquote") == 4
    assert found.elements.count("h2") == 3
    assert squeezed(found.text.replace("\N{NO-BREAK SPACE}", " ")).count(
        squeezed("".join(part for _, part, _ in struck_parts(words)).replace("\N{NO-BREAK SPACE}", " "))
    ) >= 4  # fmt: skip


@given(st.text("*_`[]<>&#~|\\ ab", min_size=1).filter(str.strip))
def test_a_line_of_markdown_is_shown_as_it_was(words: str) -> None:
    line = " ".join(words.split())
    assert Read(MARKDOWN.render(f"x {escaped(line)} x")).text.strip() == f"x {line} x"


@given(WORDS.map(clean).filter(str.strip))
def test_in_plain_text_the_words_are_as_they_were_typed(words: str) -> None:
    source = text(book_with(words))
    lines = [f"    {line}".rstrip() for line in words.split("\n")]
    assert source.count("\n".join(lines)) >= 4


@pytest.mark.parametrize("suffix", ["html", "md"])
def test_struck_out_words_are_struck_out(suffix: str) -> None:
    source = FORMATS[suffix].write(book_with("She keeps ~~wasps\nand~~ bees.")).decode()
    found = Read(MARKDOWN.render(source) if suffix == "md" else source)
    assert found.struck == ["wasps", "and"] * 4
    assert "~~" not in found.text


def test_a_page_needs_no_network_and_runs_nothing() -> None:
    source = page(book_with("Ruby keeps bees."))
    assert not re.search(r"(?:src|href)=(?!\"#)|@import|url\(|<script|<link|\son\w+=", source)
    assert "default-src 'none'" in source
    assert "prefers-color-scheme: dark" in source
    assert "@media print" in source


@pytest.mark.parametrize("suffix", list(FORMATS))
def test_nothing_of_the_machine_is_in_a_book(
    suffix: str, session: Callable[..., Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("USER", "somebody-else")
    playthrough, _ = session(seed=7, slot="my-slot").open()
    type_pages(playthrough, "Ruby keeps bees.")
    to_the_end(playthrough)
    content = FORMATS[suffix].write(book_of(playthrough))
    for private in (b"somebody-else", b"my-slot", str(playthrough.saves.folder).encode(), b"/home", b"/tmp"):
        assert private not in content


@pytest.mark.parametrize("suffix", list(FORMATS))
def test_the_same_book_is_written_alike(suffix: str) -> None:
    book = book_with("Ruby keeps bees.", name="A. Player")
    assert FORMATS[suffix].write(book) == FORMATS[suffix].write(book)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Start Over", "start-over.md"),
        ("../../etc/passwd", "etc-passwd.md"),
        ("🐝", "book.md"),
        ("a" * 300, "a" * 60 + ".md"),
    ],
)
def test_a_file_is_called_by_the_title(title: str, name: str) -> None:
    assert file_name(book_with("So.", title=title), "md") == name
