"""The manuscript: every page typed so far, with what took, and what is in the bin."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from game.tui.screens.leaves import LeavesScreen
from game.tui.typesetting import Paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.play.playthrough import Playthrough
    from game.tui.desk import Desk


class ManuscriptScreen(LeavesScreen):
    """To be read from the first page on."""

    BINDINGS: ClassVar = [Binding("f6,m", "close", "Back", show=False, id="manuscript.close")]

    def __init__(self, playthrough: Playthrough, desk: Desk) -> None:
        super().__init__()
        self._playthrough = playthrough
        self._desk = desk

    def paragraphs(self) -> Sequence[Paragraph]:
        """Pages with their numbers, then the bin."""
        chapters = self._playthrough.story.chapters
        book = [Paragraph("chapter", "Manuscript")]
        pages = self._playthrough.pages
        if not pages:
            book.append(Paragraph("notice", "Nothing has been typed yet."))
        for page in pages:
            chapter = chapters.get(page.chapter)
            parts = [f"{page.number}", chapter.title if chapter else "", _took(len(page.claims))]
            if page.backwards:
                parts.append("the sheet the other way round")
            book.append(Paragraph("heading", " · ".join(part for part in parts if part)))
            book.append(Paragraph("typed", page.text, tuple(claim.span for claim in page.claims)))
        if self._desk.bin:
            book.append(Paragraph("chapter", "In the bin"))
            for torn in self._desk.bin:
                book.append(Paragraph("heading", torn.prompt))
                book.append(Paragraph("typed", torn.text))
        return book


def _took(count: int) -> str:
    if count == 0:
        return "nothing took"
    return "one thing took" if count == 1 else f"{count} things took"
