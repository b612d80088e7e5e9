"""A playthrough into a file that somebody keeps: its book, in one of the formats, or its transcript."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from game.book.formats import FORMATS, file_name
from game.book.making import book_of
from game.play.transcript import whole_transcript
from game.saves.errors import SaveError
from game.saves.exchange import write_out

if TYPE_CHECKING:
    from pathlib import Path

    from game.play.playthrough import Playthrough

TRANSCRIPT: Final = "transcript"
KINDS: Final = {
    **{suffix: one.title for suffix, one in FORMATS.items()},
    TRANSCRIPT: "Transcript (moves and answers)",
}
"""What there is, and what it is called."""


@dataclass(frozen=True, slots=True)
class Copy:
    """What is to be written: the book's title, what its file may be called, and what is in it."""

    title: str
    file_name: str
    mime: str
    content: bytes


def publish(playthrough: Playthrough, kind: str, name: str = "") -> Copy:
    """One of `KINDS` of a playthrough as it stands; `name` is whose novel it is."""
    book = book_of(playthrough, name)
    if kind == TRANSCRIPT:
        content = whole_transcript(playthrough).encode("utf-8", "replace")
        return Copy(book.title, file_name(book, "transcript.txt"), "text/plain", content)
    made = FORMATS[kind]
    return Copy(book.title, file_name(book, kind), made.mime, made.write(book))


def place_of(copy: Copy, path: Path) -> Path:
    """The file to write it to: in a folder, one of its own name."""
    return path / copy.file_name if os.path.isdir(path) else path


def free_name(copy: Copy, folder: Path) -> str:
    """What its file can be called in a folder, so that it is not over another."""
    stem, _, rest = copy.file_name.partition(".")
    name, number = copy.file_name, 1
    while os.path.lexists(folder / name):
        number += 1
        name = f"{stem}-{number}.{rest}"
    return name


def keep(copy: Copy, path: Path) -> Path:
    """Write it to a file that there is not yet, or into a folder; where it went. Raises SaveError."""
    try:
        path = place_of(copy, path)
        if os.path.lexists(path):
            raise SaveError(f"There is a file {path} already. Choose another name.")
        write_out(path, copy.content, force=False)
    except SaveError:
        raise
    except ValueError as error:  # a NUL, or half of a character
        raise SaveError("That is no name for a file. Choose another.") from error
    return path
