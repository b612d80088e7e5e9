"""The book in plain text: the words that write it to a file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game.saves.errors import SaveError

if TYPE_CHECKING:
    from game.play.playthrough import Playthrough

# A page may begin with the word; with a kind of book after it, hardly.
_ORDER: Final = re.compile(r"book(?: (\w+)(?: (\S.*))?)?")
_NAME: Final = re.compile(r"book name(?: (\S.*))?")


class Publisher:
    """Writes books, and knows for the sitting whose name goes on them."""

    def __init__(self) -> None:
        self._name = ""

    def order(self, playthrough: Playthrough, line: str) -> str | None:
        """Carry out a line about the book; what to say of it, or None if it is about something else."""
        line = line.rstrip()
        if named := _NAME.fullmatch(line):
            self._name = named[1] or ""
            return "It has your name on it." if self._name else "There is no name on it."
        order = _ORDER.fullmatch(line)
        if order is None:
            return None
        # Hardly any playthrough is made into a book while it lasts, and what makes one takes long to load.
        from game.book.publishing import KINDS, keep, publish  # noqa: PLC0415

        if order[1] is None:
            return (
                f"Write book and one of {', '.join(KINDS)}, as in: book epub. A file may follow, or a folder."
            )
        if order[1] not in KINDS:
            return None
        copy = publish(playthrough, order[1], self._name)
        try:
            path = keep(copy, Path(order[2]).expanduser() if order[2] else Path(copy.file_name))
        except (SaveError, RuntimeError) as error:
            return str(error)
        return f"“{copy.title}” is written to {path}."
