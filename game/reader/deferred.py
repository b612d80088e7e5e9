"""A reader that is loaded when there is something to read: much of a start would else be waiting for it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Self

from game.reader import lexicon

if TYPE_CHECKING:
    from pathlib import Path

    from game.reader.claims import Reading
    from game.reader.reader import Reader


class DeferredReader:
    """What a playthrough asks of a reader. The first page, even a blank one, takes the time of loading it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @classmethod
    def from_folder(cls, folder: Path) -> Self:
        """The reader of a lexicon folder. Raises LexiconError, with file:line and a mend, for a bad one."""
        deferred = cls(folder)
        if not lexicon.is_kept(folder):
            _ = deferred._reader  # what is wrong with it is said now, and not in the middle of a page
        return deferred

    def read(self, page: str, typing: bool = False) -> Reading:
        """What a page claims, as `Reader.read` has it."""
        return self._reader.read(page, typing)

    @cached_property
    def _reader(self) -> Reader:
        from game.reader.reader import Reader  # noqa: PLC0415 - this is what is put off

        return Reader.from_folder(self._folder)
