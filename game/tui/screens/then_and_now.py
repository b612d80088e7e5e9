"""Then and now: Ruby after one page and after another, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Footer, Static

from game.play.account import default_pages, moment_words, portrait
from game.tui.screens.leaves import LeavesScreen
from game.tui.typesetting import Paragraph
from game.tui.widgets.prose import Book

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual import events
    from textual.app import ComposeResult

    from game.play.account import From, Portrait
    from game.play.playthrough import Playthrough

SIDES = ("then", "now")


class ThenAndNowScreen(LeavesScreen):
    """Two columns; on narrow screens, one under the other. Arrows turn the pages of one of them."""

    BINDINGS: ClassVar = [
        Binding("left", "turn(-1)", "Other page", key_display="← →", priority=True, id="then-now.before"),
        Binding("right", "turn(1)", "Page after", show=False, priority=True, id="then-now.after"),
        Binding("tab,shift+tab", "side", "Other side", key_display="tab", priority=True, id="then-now.side"),
        Binding("t", "close", "Back", show=False, id="then-now.close"),
    ]

    def __init__(self, playthrough: Playthrough) -> None:
        super().__init__()
        self._playthrough = playthrough
        self._last = len(playthrough.turn.state.pages)
        self._pages = dict(zip(SIDES, default_pages(playthrough), strict=True))
        self._side = "then"

    def compose(self) -> ComposeResult:
        """Two sides, and the keys."""
        with VerticalScroll(id="leaves", can_focus=True), Horizontal(id="sides"):
            for side in SIDES:
                with Vertical(id=side, classes="side"):
                    yield Static(classes="moment")
                    yield Book()
        yield Footer(compact=True, show_command_palette=False)

    def fill(self) -> None:
        """Show the two pages that were asked for."""
        found = portrait(self._playthrough, self._pages["then"], self._pages["now"])
        for side, paragraphs in (("then", _then(found)), ("now", _now(found))):
            words = moment_words(self._pages[side])
            active = side == self._side
            head = self.query_one(f"#{side} .moment", Static)
            head.update(Content(f"{side.capitalize()}: {f'‹ {words} ›' if active else words}"))
            head.set_class(active, "-active")
            self.query_one(f"#{side} Book", Book).show(paragraphs)

    # Keys

    def action_turn(self, step: int) -> None:
        """Another page on the side that has the arrows."""
        self._pages[self._side] = min(max(self._pages[self._side] + step, 0), self._last)
        self.fill()

    def action_side(self) -> None:
        """The arrows go to the other side."""
        self._side = SIDES[1 - SIDES.index(self._side)]
        self.fill()

    def on_click(self, event: events.Click) -> None:
        """A side's head, clicked on, has the arrows; clicked on again, it turns to the next page."""
        side = (
            event.widget.parent.id if event.widget is not None and event.widget.parent is not None else None
        )
        if side not in SIDES or not isinstance(event.widget, Static):
            return
        if side != self._side:
            self.action_side()
        else:
            self._pages[side] = (self._pages[side] + 1) % (self._last + 1)
            self.fill()


def _then(found: Portrait) -> Sequence[Paragraph]:
    return _column(found.kept, "gone", found.gone, "gone")


def _now(found: Portrait) -> Sequence[Paragraph]:
    return _column(found.kept, "new", found.new, "account")


def _column(kept: Iterable[From], label: str, others: Iterable[From], style: str) -> list[Paragraph]:
    column = [
        Paragraph("ledger", "\n".join(map(_entry, some)), label=f"page\t{name}", style=how)
        for name, some, how in (("still so", tuple(kept), "label"), (label, tuple(others), style))
        if some
    ]
    return column or [Paragraph("notice", "Nothing is written of her.")]


def _entry(one: From) -> str:
    """What stands behind the number of its page; what is her own has none."""
    return f"{one.page or '–'}\t{one.gloss}"
