"""A line on the terminal that says how far the reading of a story is, where that takes a while."""

from __future__ import annotations

import sys
from time import monotonic
from typing import TYPE_CHECKING, Final, TextIO, TypeVar

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from types import TracebackType
    from typing import Self

T = TypeVar("T")
AFTER: Final = 0.5
"""Seconds until there is anything to see."""
EVERY: Final = 0.1
"""Seconds from one figure to the next."""


class Progress:
    """Tells how far something is, as long as it is entered; only on a terminal, and not at once."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream if stream is not None and stream.isatty() else None
        self._due = monotonic() + AFTER
        self._shown = 0

    @classmethod
    def to_stderr(cls) -> Progress:
        """Beside what the program puts out. (There may be no such stream.)"""
        return cls(sys.stderr)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._write("")

    def through(self, what: str, things: Collection[T], unit: str) -> Iterator[T]:
        """The things one after another, while it is told how many there were."""
        if self._stream is None:
            yield from things
            return
        for number, one in enumerate(things):
            if monotonic() >= self._due:
                self._write(f"{what}: {number:,} of {len(things):,} {unit}")
                self._due = monotonic() + EVERY
            yield one

    def _write(self, line: str) -> None:
        """Put a line in place of the one before, by means that every terminal has."""
        if self._stream is None or (not line and not self._shown):
            return
        try:
            self._stream.write(f"\r{line.ljust(self._shown)}" + ("" if line else "\r"))
            self._stream.flush()
        except (OSError, ValueError):
            self._stream = None  # nobody is there to see it
        self._shown = len(line)


SILENT: Final = Progress()
"""Tells nothing."""
