"""A line to type on, of which nothing pasted reaches the terminal but words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from game.play.cleaning import clean_line

if TYPE_CHECKING:
    from textual import events

PASTE_LIMIT = 10_000
"""Characters of a paste that are looked at."""


class Line(Input):
    """An input that cleans what is pasted; Textual's own takes it as it comes, escape sequences and all."""

    def on_paste(self, event: events.Paste) -> None:
        """Make one clean line of it, as long as there is room for, before it is taken."""
        text = clean_line(event.text, PASTE_LIMIT)
        if self.max_length:
            text = text[: max(0, self.max_length - len(self.value) + len(self.selected_text))]
        event.text = text
