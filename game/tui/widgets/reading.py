"""The page that is read: the book, what can be done next under it, and the place where one is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from game.tui.widgets.menu import ChoiceMenu, Item
from game.tui.widgets.prose import Book

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

    from game.tui.settings import Arrival
    from game.tui.typesetting import Paragraph


LEADING: Final = ("chosen", "chapter", "notice")
"""What is nothing by itself: no key is needed for what follows it."""


def _nobody_told(_paragraphs: Sequence[Paragraph]) -> None:
    """What a pane does about being read, where nobody asks."""


class ReadingPane(VerticalScroll, can_focus=True, inherit_bindings=False):
    """A playthrough to scroll through. New paragraphs wait to be called; when all are there, the menu comes.

    A new scene begins at the top of the page, as a leaf is turned; within a scene the text runs on below.
    """

    DEFAULT_CSS = """
    ReadingPane {
        background: $page;
        scrollbar-size-vertical: 1;
        #more { width: 100%; height: 1; color: $faint; background: $page; text-align: center; display: none; }
        #filler { width: 100%; height: 0; background: $page; }
        ChoiceMenu { margin-top: 1; }
    }
    """

    class Finished(Message):
        """The last of what was new has been shown."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.book = Book()
        self.menu = ChoiceMenu(id="choices")
        self.menu.display = False
        self._more = Static(Content("· · ·"), id="more")
        self._filler = Static(id="filler")
        self._pending: list[Paragraph] = []
        self.on_shown: Callable[[Sequence[Paragraph]], None] = _nobody_told
        """Told of paragraphs as they come to be seen."""
        self._pausing = False
        self._page_start = 0
        self._newest = 0
        self._top = 0
        self._known_width = 0
        self._settling = 0
        self._share: float | None = None

    def compose(self) -> ComposeResult:
        """The book, a mark that there is more, the menu, and blank paper."""
        yield self.book
        yield self._more
        yield self.menu
        yield self._filler

    # What is shown

    @property
    def pending(self) -> bool:
        """Whether a key is needed before anything can be done: for more text, or to leave off reading."""
        return bool(self._pending) or self._pausing

    def show(self, paragraphs: Sequence[Paragraph], page_start: int) -> None:
        """Show a whole book, open where the page with this paragraph begins. Nothing is pending."""
        self._pending.clear()
        self._pausing = False
        self.menu.display = False
        self.book.show(paragraphs)
        self.on_shown(paragraphs)
        self._page_start = self._newest = page_start
        self._settle()

    def arrive(
        self, paragraphs: Sequence[Paragraph], arrival: Arrival, *, turn_page: bool, pause_at_end: bool
    ) -> None:
        """Add what is new, in the manner of the setting.

        With `pause_at_end` the last of it is left to be read until a key is pressed: what follows takes
        the place of the page.
        """
        self.menu.display = False
        start = len(self.book.paragraphs)
        if turn_page:
            self._page_start = start
        self._newest = start
        self._pending = list(paragraphs)
        self._pausing = pause_at_end and bool(paragraphs)
        # What was just picked is known already, and a heading is nothing by itself: no key for those.
        count = next((n for n, one in enumerate(paragraphs, 1) if one.kind not in LEADING), 0)
        if not paragraphs:
            self.post_message(self.Finished())
        self._call(len(self._pending) if arrival == "at-once" else count)
        if arrival == "screen":
            self._call_screenful(start)

    def go_on(self, arrival: Arrival) -> None:
        """Turn to what is below; if nothing is, call what comes next."""
        if not self._end_in_view:
            self.scroll_relative(y=max(1, self.size.height - 2), animate=False)
        elif self._pending:
            self._newest = len(self.book.paragraphs)
            if arrival == "screen":
                self._page_start = self._newest
                self._call(1)
                self._call_screenful(self._newest)
            else:
                self._call(1 if arrival == "paragraph" else len(self._pending))
        elif self._pausing:
            self._pausing = False
            self.post_message(self.Finished())

    def can_skip(self, known: Callable[[Paragraph], bool]) -> bool:
        """Whether what comes next is all known, as far as the next key would bring it."""
        return bool(self._pending) and known(self._pending[0])

    def skip(self, known: Callable[[Paragraph], bool]) -> None:
        """Show what is pending as far as it is known, and stop before what is new."""
        self._newest = len(self.book.paragraphs)
        count = next((n for n, one in enumerate(self._pending) if not known(one)), len(self._pending))
        if count == len(self._pending):
            self._pausing = False
        self._call(count)

    def finish(self) -> None:
        """Show all that is pending."""
        pausing, self._pausing = self._pausing, False
        if self._pending:
            self._call(len(self._pending))
        elif pausing:
            self.post_message(self.Finished())
        self._newest = len(self.book.paragraphs)
        self._settle()

    def see_end(self) -> None:
        """Have read all of it."""
        self._newest = len(self.book.paragraphs)

    def offer(self, items: Sequence[Item]) -> None:
        """Put a menu under the text; without items, none."""
        self.menu.show(items)
        self.menu.display = bool(items)
        self._settle()

    def fit_text(self, share: float) -> None:
        """Be no higher than the text of the present page, and than this share of the screen."""
        self._share = share
        self.fit_screen()

    def fill(self) -> None:
        """Take all the height that there is."""
        self._share = None
        self.styles.height = "1fr"

    def fit_screen(self) -> None:
        """Be as high as the height of the screen allows, where the text is to share it."""
        if self._share is not None:
            text = self._content_height - self.book.first_row(self._page_start)
            most = max(2, int(self.screen.size.height * self._share))
            self.styles.height = min(most, text + self.styles.gutter.height)

    def _call(self, count: int) -> None:
        now, self._pending = self._pending[:count], self._pending[count:]
        if not now:
            return
        self.book.add(now)
        self.on_shown(now)
        if not self.pending:
            self.post_message(self.Finished())
        self._settle()

    def _call_screenful(self, first: int) -> None:
        room = self.size.height - 1
        while self._pending and self.size.height:
            rows = self.book.row_count - self.book.first_row(first)
            if rows + self.book.rows_needed(self._pending[0]) > room:
                return
            self._call(1)

    # Where one is

    @property
    def _content_height(self) -> int:
        menu = self.menu.row_count + 1 if self.menu.display else 0
        return self.book.row_count + self.pending + menu

    @property
    def _end_in_view(self) -> bool:
        return self._content_height <= self.scroll_offset.y + self.size.height

    @property
    def at_end(self) -> bool:
        """Whether the end of what is shown can be seen."""
        return self._end_in_view

    @property
    def more_to_read(self) -> bool:
        """Whether there is anything below, seen or not."""
        return self.pending or not self._end_in_view

    def scroll_to_end(self) -> None:
        """Go to the end of the text."""
        self.scroll_to(y=max(0, self._content_height - self.size.height), animate=False, force=True)

    def _settle(self) -> None:
        """Lay the page so that what is newest is seen, from its beginning."""
        self._more.display = self.pending
        self._settling += 1
        self.call_after_refresh(self._settle_now)

    def _settle_now(self) -> None:
        below = self._content_height - self.book.first_row(self._page_start)
        self._filler.styles.height = max(0, self.size.height - below)
        newest = self.book.first_row(self._newest)
        end = max(self._content_height, self.book.first_row(self._page_start) + self.size.height)
        self._known_width = self.book.size.width
        self.scroll_to(y=max(0, min(newest, end - self.size.height)), animate=False, force=True)
        self.call_after_refresh(self._settled)

    def _settled(self) -> None:
        self._settling -= 1
        self._remember_top()

    def _remember_top(self) -> None:
        # While the page is being laid, what stands at the top is no choice of the reader's.
        if not self._settling and self.book.size.width == self._known_width:
            self._top = self.book.paragraph_at(self.scroll_offset.y)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Remember what stands at the top, to find it again when the page has another width."""
        super().watch_scroll_y(old_value, new_value)
        self._remember_top()

    def on_resize(self) -> None:
        """Stay where one was reading."""
        self.fit_screen()
        if self._top < self._page_start and not self._settling:
            self._known_width = self.book.size.width
            self.scroll_to(y=self.book.first_row(self._top), animate=False, force=True)
        else:
            self._settle()
