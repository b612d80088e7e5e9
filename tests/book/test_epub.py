"""The e-book: what is in the archive, and that the words in it are words."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given

from game.book.cover import cover
from game.book.epub import epub, identifier
from game.book.making import book_of
from game.saves.cleaning import clean, clean_line
from tests.book.books import NASTY, WORDS, book_with, squeezed, to_the_end, type_pages
from tests.book.test_formats import expected

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.book.model import Book
    from game.play.session import Session

OPF = "{http://www.idpf.org/2007/opf}"
XHTML = "{http://www.w3.org/1999/xhtml}"
DC = "{http://purl.org/dc/elements/1.1/}"


def opened(book: Book) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(epub(book))) as archive:
        assert archive.testzip() is None
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}


@given(WORDS.map(clean).filter(str.strip))
@example("\n".join(NASTY))
def test_every_file_is_xml_and_the_words_are_text_in_it(words: str) -> None:
    files = opened(book_with(words, name=clean_line(words), title=clean_line(words) or "."))
    marked_up = [name for name in files if name.endswith(("ml", "opf", "svg"))]
    read = {name: ET.fromstring(files[name]) for name in marked_up}
    assert len(read) == len(files) - 2, "all but the style and the type"
    first = read["EPUB/first.xhtml"]
    assert squeezed("".join(first.itertext())).endswith(expected(words))
    known = {"html", "head", "title", "link", "body", "section", "div", "p", "del", "br"}
    assert {element.tag.removeprefix(XHTML) for element in first.iter()} <= known


def test_the_archive_begins_with_its_type_and_lists_every_file() -> None:
    book = book_with("Ruby keeps bees.", name="A. Player")
    content = epub(book)
    assert content[30:58] == b"mimetypeapplication/epub+zip", "stored, the first of all, with nothing between"
    files = opened(book)
    package = ET.fromstring(files["EPUB/package.opf"])
    listed = {f"EPUB/{item.get('href')}" for item in package.iter(f"{OPF}item")}
    assert listed == set(files) - {"mimetype", "META-INF/container.xml", "EPUB/package.opf"}
    ids = [item.get("id") for item in package.iter(f"{OPF}item")]
    read = [item.get("idref") for item in package.iter(f"{OPF}itemref")]
    assert len(set(ids)) == len(ids)
    assert read == [
        "cover",
        "title",
        "dedication",
        "first",
        "nav",
        "chapter-1",
        "revisions",
        "road",
        "colophon",
    ]
    assert [creator.text for creator in package.iter(f"{DC}creator")] == ["A. Player"]


def test_what_it_looks_like_needs_no_reader_that_is_new() -> None:
    files = opened(book_with("Ruby keeps bees."))
    assert b"var(" not in files["EPUB/style.css"], "a colour by its name"
    drawn = ET.fromstring(files["EPUB/road.xhtml"]).find(".//{http://www.w3.org/2000/svg}svg")
    assert drawn is not None
    for element in drawn:
        assert element.get("fill"), "without a style sheet, it would be black"
    entries = ET.fromstring(files["EPUB/nav.xhtml"]).iter(f"{XHTML}a")
    assert [entry.text for entry in entries][:2] == ["1 Paper", "Revisions"]


def test_a_book_has_a_number_of_its_own_and_keeps_it() -> None:
    book = book_with("Ruby keeps bees.")
    assert identifier(book) == identifier(book_with("Ruby keeps bees."))
    assert (
        len({identifier(one) for one in (book, book_with("Bees."), replace(book, author="A. Player"))}) == 3
    )


@pytest.mark.parametrize(
    ("created", "begun"),
    [
        ("2026-11-24T18:00:00Z", "2026-11-24T18:00:00Z"),
        ("2026-11-24T18:00:00+02:00", "2026-11-24T16:00:00Z"),
        ("yesterday</meta>", "2012-07-25T00:00:00Z"),
        ("2026-11-24", "2012-07-25T00:00:00Z"),
        ("0001-01-01T00:00:00+23:00", "2012-07-25T00:00:00Z"),
    ],
)
def test_its_date_is_the_playthrough_s_whatever_a_save_says(
    created: str, begun: str, session: Callable[..., Session]
) -> None:
    playthrough, _ = session(seed=7).open()
    playthrough.journal.header = replace(playthrough.journal.header, created=created)
    assert book_of(playthrough).begun == begun


def test_a_playthrough_that_has_only_begun_makes_a_book_too(session: Callable[..., Session]) -> None:
    playthrough, _ = session(seed=7).open()
    assert "EPUB/revisions.xhtml" not in opened(book_of(playthrough))
    type_pages(playthrough, "Ruby keeps bees.")
    to_the_end(playthrough)
    files = opened(book_of(playthrough))
    assert b"Ruby keeps bees." in files["EPUB/revisions.xhtml"]
    assert b'aria-label="Ruby"' in files["EPUB/chapter-2.xhtml"]


@pytest.mark.parametrize("title", ["Start Over", "I", "a" * 200, "one two " * 25, "東京" * 20])
def test_a_title_stands_within_the_sheet_of_the_cover(title: str) -> None:
    drawn = ET.fromstring(cover(clean_line(title, 200), "A. Player"))
    svg = "{http://www.w3.org/2000/svg}"
    group = next(drawn.iter(f"{svg}g"))
    size = float(group.get("font-size", "0"))
    lines = list(group)
    said = ["".join(line.itertext()) for line in lines]
    assert " ".join(said) == clean_line(title, 200)
    for line in lines:
        assert float(line.get("x", "0")) + 0.6 * size * len("".join(line.itertext())) <= 1360
        assert 600 < float(line.get("y", "0")) < 1760
