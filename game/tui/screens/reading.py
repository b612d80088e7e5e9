"""A screen with a page to read on it: the keys that turn to and fro in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.screen import Screen

if TYPE_CHECKING:
    from game.tui.settings import Arrival
    from game.tui.widgets.reading import ReadingPane


class ReadingScreen(Screen[None]):
    """Reading. `page` is where, and what derives from this says how new text arrives."""

    BINDINGS: ClassVar = [
        Binding("down", "line(1)", "Down", show=False, id="scene.down"),
        Binding("up", "line(-1)", "Up", show=False, id="scene.up"),
        Binding("pagedown", "leaf(1)", "Next page", show=False, id="scene.page-down"),
        Binding("pageup", "leaf(-1)", "Page before", show=False, id="scene.page-up"),
        Binding("home", "start", "Beginning", show=False, id="scene.home"),
        Binding("end", "finish", "All of it", show=False, id="scene.end"),
    ]
    page: ReadingPane

    @property
    def arrival(self) -> Arrival:
        """How new text comes."""
        raise NotImplementedError

    @property
    def typing(self) -> bool:
        """Whether there is something to type, so that no more text comes by a key."""
        raise NotImplementedError

    def action_go_on(self) -> None:
        """Read on."""
        self.page.go_on(self.arrival)
        self.refresh_bindings()

    def action_line(self, step: int) -> None:
        """A line up or down; down, where there is nothing below, reads on."""
        if step > 0 and self.page.at_end and not self.typing:
            self.page.go_on(self.arrival)
        else:
            self.page.scroll_relative(y=step, animate=False)

    def action_leaf(self, step: int) -> None:
        """A page up or down."""
        self.page.scroll_relative(y=step * max(1, self.page.size.height - 2), animate=False)

    def action_start(self) -> None:
        """To the first line of the playthrough."""
        self.page.scroll_home(animate=False)

    def action_finish(self) -> None:
        """To the end, all that is new included."""
        self.page.finish()
