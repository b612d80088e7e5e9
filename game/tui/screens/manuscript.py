"""The manuscript: every page typed so far, what came of each, and what is in the bin."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from game.play.account import account_entries, page_accounts
from game.tui.screens.leaves import LeavesScreen
from game.tui.typesetting import Paragraph
from game.tui.widgets.prose import Book

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from game.play.account import PageAccount
    from game.play.playthrough import Playthrough
    from game.tui.desk import Desk


class ManuscriptScreen(LeavesScreen):
    """To be read from the first page on."""

    BINDINGS: ClassVar = [
        Binding("t", "then_and_now", "Then and now", id="manuscript.then-and-now"),
        Binding("right,n", "page(1)", "Page after", show=False, priority=True, id="manuscript.next"),
        Binding("left,p", "page(-1)", "Page before", show=False, priority=True, id="manuscript.before"),
        Binding("f6,m", "close", "Back", show=False, id="manuscript.close"),
    ]

    def __init__(self, playthrough: Playthrough, desk: Desk) -> None:
        super().__init__()
        self._playthrough = playthrough
        self._desk = desk
        self._heads: list[int] = []

    def paragraphs(self) -> Sequence[Paragraph]:
        """Pages with their numbers and accounts, then the bin."""
        book = [Paragraph("chapter", "Manuscript")]
        accounts = page_accounts(self._playthrough)
        if not accounts:
            book.append(Paragraph("notice", "Nothing has been typed yet."))
        for account in accounts:
            self._heads.append(len(book))
            book.extend(self._page(account))
        if self._desk.bin:
            self._heads.append(len(book))
            book.append(Paragraph("chapter", "In the bin"))
            for torn in self._desk.bin:
                book.append(Paragraph("heading", torn.prompt))
                book.append(Paragraph("typed", torn.text))
        return book

    def _page(self, account: PageAccount) -> Iterator[Paragraph]:
        page = account.page
        chapter = self._playthrough.story.chapters.get(page.chapter)
        parts = [f"{page.number}", chapter.title if chapter else ""]
        if page.backwards:
            parts.append("the sheet the other way round")
        yield Paragraph("heading", " · ".join(part for part in parts if part))
        yield Paragraph("typed", page.text, tuple(claim.span for claim in page.claims))
        for label, entries in account_entries(account, " → "):
            yield Paragraph("account", "\n".join(entries), label=label)

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without a page there is nothing to compare."""
        if action == "then_and_now":
            return bool(self._playthrough.pages)
        return super().check_action(action, parameters)

    def action_then_and_now(self) -> None:
        """Put Ruby after one page beside Ruby after another."""
        from game.tui.screens.then_and_now import ThenAndNowScreen  # noqa: PLC0415 - loaded when needed

        self.app.push_screen(ThenAndNowScreen(self._playthrough))

    def action_page(self, step: int) -> None:
        """To the head of the page after, or before."""
        book, leaves = self.query_one(Book), self.leaves
        top = leaves.scroll_offset.y
        heads = [book.first_row(head) for head in self._heads]
        if step > 0:
            to = next((row for row in heads if row > top), None)
        else:
            to = next((row for row in reversed(heads) if row < top), 0)
        if to is not None:
            leaves.scroll_to(y=to, animate=False, force=True)
