"""Whole pages to read, laid over the scene: the manuscript and the help."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Footer

from game.tui.widgets.prose import Book

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from game.tui.typesetting import Paragraph


class LeavesScreen(Screen[None]):
    """Something to read, with a way back."""

    CSS_PATH = "leaves.tcss"
    AUTO_FOCUS = "#leaves"
    BINDINGS: ClassVar = [
        Binding("escape", "close", "Back", id="leaves.close"),
        Binding("space", "leaf(1)", "On", id="leaves.next"),
        Binding("home", "start", "Beginning", show=False, id="leaves.home"),
        Binding("end", "end", "End", show=False, id="leaves.end"),
    ]

    def paragraphs(self) -> Sequence[Paragraph]:
        """What there is to read."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """The page and the keys."""
        with VerticalScroll(id="leaves", can_focus=True):
            yield Book()
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """Show it."""
        self.fill()

    def fill(self) -> None:
        """Put on the page what there is to read."""
        self.query_one(Book).show(self.paragraphs())

    @property
    def leaves(self) -> VerticalScroll:
        """What is scrolled."""
        return self.query_one("#leaves", VerticalScroll)

    def action_close(self) -> None:
        """Back to the scene."""
        self.dismiss(None)

    def action_leaf(self, step: int) -> None:
        """A page on."""
        self.leaves.scroll_relative(y=step * max(1, self.leaves.size.height - 2), animate=False)

    def action_start(self) -> None:
        """To the top."""
        self.leaves.scroll_home(animate=False)

    def action_end(self) -> None:
        """To the end."""
        self.leaves.scroll_end(animate=False)
