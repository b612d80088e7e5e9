"""The book as an e-book: EPUB 3, a file for each part, in an archive that is the same for the same book."""

from __future__ import annotations

import io
import re
import uuid
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from game.book import markup
from game.book.cover import cover
from game.book.html import style
from game.book.quoting import printed, quoted
from game.book.text import text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from game.book.model import Book

_FOLDER: Final = "EPUB"
_CONTAINER: Final = f"""<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="{_FOLDER}/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
"""
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""The date of every file in the archive: the earliest that it can have."""
_NAMED: Final = re.compile(r"var\(--\w+, ([^()]+)\)")
"""A colour by its name, and the one that it is here: there are readers who know nothing of names."""
_UNIX: Final = 3
"""What every file is said to come from, so that the archive is the same wherever it was made."""
_ACCESS: Final = (
    ("accessMode", "textual"),
    ("accessMode", "visual"),
    ("accessModeSufficient", "textual"),
    ("accessibilityFeature", "tableOfContents"),
    ("accessibilityFeature", "structuralNavigation"),
    ("accessibilityFeature", "readingOrder"),
    ("accessibilityFeature", "displayTransformability"),
    ("accessibilityFeature", "alternativeText"),
    ("accessibilityHazard", "none"),
    (
        "accessibilitySummary",
        "All of it is text. The cover and the map of the road are pictures; what they show is said in words.",
    ),
)


@dataclass(frozen=True, slots=True)
class _Part:
    """A file of the book: its name without the ending, what it is called, and what stands in it."""

    name: str
    title: str
    body: str
    listed: bool = True
    """Whether it is in the table of contents."""
    properties: str = ""
    """What the manifest has to say of it."""


def epub(book: Book) -> bytes:
    """The whole book."""
    parts = list(_parts(book))
    made = {
        "META-INF/container.xml": _CONTAINER,
        f"{_FOLDER}/package.opf": _package(book, parts),
        f"{_FOLDER}/nav.xhtml": _document("Contents", _navigation(parts)),
        f"{_FOLDER}/style.css": _NAMED.sub(r"\1", style("style.css") + style("ebook.css")),
        f"{_FOLDER}/cover.svg": cover(book.title, book.author),
    }
    made |= {f"{_FOLDER}/{part.name}.xhtml": _document(part.title, part.body) for part in parts}
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        _pack(packed, "mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        for name, content in made.items():
            _pack(packed, name, content, zipfile.ZIP_DEFLATED)
    return archive.getvalue()


def identifier(book: Book) -> str:
    """A number for this book and no other; the same each time that it is made."""
    everything = f"{book.author}\n{book.begun}\n{text(book)}".encode("utf-8", "replace")
    return f"urn:uuid:{uuid.uuid5(uuid.UUID(book.ifid), everything.hex())}"


def _parts(book: Book) -> Iterator[_Part]:
    picture = f'<p class="cover"><img src="cover.svg" alt="{quoted(_cover_words(book))}"/></p>'
    yield _Part("cover", "Cover", picture, listed=False)
    yield _Part("title", book.title, markup.title_page(book), listed=False)
    if book.dedication:
        yield _Part("dedication", "Dedication", markup.dedication(book), listed=False)
    if book.first:
        yield _Part("first", "Before the first page", markup.first_page(book), listed=False)
    for number, chapter in enumerate(book.chapters, 1):
        ending = book.ending if number == len(book.chapters) else ""
        told = markup.chapter(book, chapter, 1, ending)
        yield _Part(f"chapter-{number}", f"{chapter.number} {chapter.title}", told)
    if book.revisions:
        yield _Part("revisions", "Revisions", markup.revisions(book, 1))
    yield _Part("road", "The road taken", markup.road(book, 1), properties="svg")
    yield _Part("colophon", "Colophon", markup.colophon(book), listed=False)


def _cover_words(book: Book) -> str:
    return f"{book.title}, by {book.author}" if book.author else book.title


def _document(title: str, body: str) -> str:
    return f"""<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head>
<title>{quoted(title)}</title>
<link rel="stylesheet" type="text/css" href="style.css"/>
</head>
<body>
{body}
</body>
</html>
"""


def _navigation(parts: Sequence[_Part]) -> str:
    items = "\n".join(
        f'<li><a href="{part.name}.xhtml">{printed(part.title)}</a></li>' for part in parts if part.listed
    )
    first = next(part for part in parts if part.listed)
    return f"""<nav epub:type="toc" role="doc-toc">
<h1>Contents</h1>
<ol>
{items}
</ol>
</nav>
<nav class="landmarks" epub:type="landmarks" hidden="hidden" aria-label="Landmarks">
<ol>
<li><a epub:type="titlepage" href="title.xhtml">Title page</a></li>
<li><a epub:type="toc" href="nav.xhtml">Contents</a></li>
<li><a epub:type="bodymatter" href="{first.name}.xhtml">The beginning</a></li>
</ol>
</nav>"""


def _package(book: Book, parts: Sequence[_Part]) -> str:
    creator = f"\n<dc:creator>{quoted(book.author)}</dc:creator>" if book.author else ""
    access = "\n".join(f'<meta property="schema:{name}">{value}</meta>' for name, value in _ACCESS)
    manifest = "\n".join(
        f'<item id="{part.name}" href="{part.name}.xhtml" media-type="application/xhtml+xml"'
        f"{f' properties={chr(34)}{part.properties}{chr(34)}' if part.properties else ''}/>"
        for part in parts
    )
    first = next(number for number, part in enumerate(parts) if part.listed)
    names = [part.name for part in parts]
    read = [*names[:first], "nav", *names[first:]]
    spine = "\n".join(f'<itemref idref="{name}"/>' for name in read)
    return f"""<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book-id" xml:lang="en">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="book-id">{identifier(book)}</dc:identifier>
<dc:title>{quoted(book.title)}</dc:title>{creator}
<dc:language>en</dc:language>
<meta property="dcterms:modified">{book.begun}</meta>
{access}
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="style" href="style.css" media-type="text/css"/>
<item id="cover-image" href="cover.svg" media-type="image/svg+xml" properties="cover-image"/>
{manifest}
</manifest>
<spine>
{spine}
</spine>
</package>
"""


def _pack(archive: zipfile.ZipFile, name: str, content: str, compression: int) -> None:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = compression
    entry.create_system = _UNIX
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, content.encode("utf-8", "replace"))
