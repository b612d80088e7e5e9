"""Whatever is typed, pasted or held down comes through the whole game into each kind of copy as words."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from game.book.publishing import KINDS, publish
from game.play.strikes import struck_parts
from game.saves.cleaning import clean
from tests.book.books import NASTY, squeezed, to_the_end, type_pages
from tests.book.test_formats import Read, expected

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.play.session import Session

PIECES = (
    *NASTY, "\x00", "\x07", "\x1b[31m", "\x1b]0;title\x07", "\x9b2J", "\r\n", "\t", "\u2028",
    "\ud83d", "\udc1d", "\u202e", "\u2066", "\u2069", "\ufeff", "\ufffd", "\U0010ffff", "👩\u200d🚀",
    "~~", "\n\n", "Ruby keeps bees. ",
)  # fmt: skip
ANYTHING = st.one_of(
    st.text(st.characters(), max_size=60),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(st.characters(), max_size=4)), max_size=12).map(
        "".join
    ),
)
OBEYED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
"""What a terminal or a reader of the copy could take for an order, and what no file can hold."""


def words_of(kind: str, content: bytes) -> str:
    """What somebody reads who opens a copy, its markup being sound; without any white space."""
    if kind == "epub":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            made = {one.filename: archive.read(one) for one in archive.infolist()}
        assert not any(OBEYED.search(text.decode()) for text in made.values())
        read = {
            name: ET.fromstring(text) for name, text in made.items() if name.endswith(("ml", "opf", "svg"))
        }
        return squeezed("".join("".join(root.itertext()) for root in read.values()))
    source = content.decode("utf-8")
    assert not OBEYED.search(source)
    if kind == "html":
        found = Read(source)
        assert "script" not in found.elements
        return squeezed(found.text)
    if kind == "md":
        return squeezed(Read(MarkdownIt("commonmark").enable("strikethrough").render(source)).text)
    return squeezed(source)


@given(typed=ANYTHING)
@example(typed="".join(PIECES))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_it_comes_out_as_itself(session: Callable[..., Session], typed: str) -> None:
    playthrough, _ = session(seed=7, slot=None).open()
    type_pages(playthrough, typed, typed)
    to_the_end(playthrough)
    words = clean(typed)
    marked = squeezed(words)
    shown = squeezed("".join(part for _, part, _ in struck_parts(words)))
    wanted = {
        "epub": expected(words),
        "html": expected(words),
        "md": shown,
        "txt": marked,
        "transcript": marked,
    }
    for kind in KINDS:
        content = publish(playthrough, kind, typed).content
        assert words_of(kind, content).count(wanted[kind]) >= 2, kind


@pytest.mark.parametrize("kind", list(KINDS))
def test_the_same_save_makes_the_same_copy(
    kind: str, session: Callable[..., Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    playthrough, _ = session(seed=7, slot="mine").open()
    type_pages(playthrough, "Ruby keeps bees.")
    to_the_end(playthrough)
    made = publish(playthrough, kind, "A. Player").content
    playthrough.close()
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    again, _ = session(seed=8, slot="mine").open()
    assert publish(again, kind, "A. Player").content == made


def test_of_the_machine_there_is_nothing_in_the_archive_either(session: Callable[..., Session]) -> None:
    playthrough, _ = session(seed=7, slot="mine").open()
    type_pages(playthrough, "Ruby keeps bees.")
    with zipfile.ZipFile(io.BytesIO(publish(playthrough, "epub").content)) as archive:
        assert archive.comment == b""
        for one in archive.infolist():
            assert (one.date_time, one.create_system, one.external_attr >> 16) == (
                (1980, 1, 1, 0, 0, 0),
                3,
                0o644,
            )
            assert (one.extra, one.comment) == (b"", b"")
            assert re.fullmatch(r"mimetype|META-INF/container\.xml|EPUB/[a-z0-9-]+\.[a-z]+", one.filename)
