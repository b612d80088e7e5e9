"""The time of day, for those who want to be told."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.widgets import Static

if TYPE_CHECKING:
    from textual.timer import Timer

LOOK_SECONDS: Final = 5
"""How often it is looked whether a minute is over."""


def time_of_day() -> str:
    """Hours and minutes."""
    return f"{datetime.now().astimezone():%H:%M}"


class Clock(Static):
    """Hours and minutes, drawn again when they change. While it is not shown, nothing runs."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._told = ""
        self._timer: Timer | None = None

    def run(self, *, shown: bool) -> None:
        """Show it, or not."""
        self.display = shown
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if shown:
            self._tell()
            self._timer = self.set_interval(LOOK_SECONDS, self._tell)

    def _tell(self) -> None:
        if (now := time_of_day()) != self._told:
            self._told = now
            self.update(Content(now))
