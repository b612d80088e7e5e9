"""When to read what is on a sheet: after every key while that is quick, else when the keys pause."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.timer import Timer
    from textual.widget import Widget

QUICK_SECONDS: Final = 0.008
"""A reading that takes no longer is made after every key; a slower one, when the keys pause."""


class PacedReading:
    """Calls `read` for a widget, no oftener than is good for its keyboard."""

    def __init__(self, widget: Widget, read: Callable[[], None]) -> None:
        self._widget = widget
        self._read = read
        self.seconds = 0.0
        """How long the last reading took."""
        self._due: Timer | None = None
        self._asked = False

    def now(self) -> None:
        """Read at once."""
        self._due = None
        self._asked = False
        start = time.perf_counter()
        self._read()
        self.seconds = time.perf_counter() - start

    def soon(self) -> None:
        """A key was typed: read as soon as that keeps neither its letter nor the next one waiting."""
        if self.seconds <= QUICK_SECONDS:
            if not self._asked:
                self._asked = True
                self._widget.call_after_refresh(self._after_key)
            return
        if self._due is not None:
            self._due.stop()
        self._due = self._widget.set_timer(min(1.0, 2 * self.seconds), self.now)

    def _after_key(self) -> None:
        if self._asked:  # else it was read meanwhile
            self.now()
