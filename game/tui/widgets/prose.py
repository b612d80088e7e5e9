"""The book: paragraphs set in rows, drawn only where they are seen, however long the playthrough."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, ClassVar

from textual.widget import Widget

from game.tui.typesetting import Paragraph, Row, rows_of
from game.tui.widgets.strips import strip_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.geometry import Size
    from textual.strip import Strip


class Book(Widget):
    """Paragraphs one after the other, as wide as it is given, as high as they are."""

    STYLES: ClassVar = (
        "prose", "typed", "edge", "struck", "glow", "interlude", "rule", "notice", "chosen", "chapter",
        "ending", "heading", "label", "account", "gone",
    )  # fmt: skip
    COMPONENT_CLASSES: ClassVar = {f"book--{style}" for style in STYLES}
    DEFAULT_CSS = """
    Book {
        width: 100%;
        height: auto;
        .book--prose { color: $ink; background: $page; }
        .book--typed { color: $ink; background: $sheet; }
        .book--edge { color: $faint; background: $sheet; }
        .book--struck { color: $faint; background: $sheet; }
        .book--glow { color: $ruby; background: $sheet; text-style: underline; }
        .book--interlude { color: $hand; background: $page; }
        .book--rule { color: $hand; background: $page; }
        .book--notice { color: $faint; background: $page; }
        .book--chosen { color: $faint; background: $page; text-style: italic; }
        .book--chapter { color: $ink; background: $page; text-style: bold; }
        .book--heading { color: $faint; background: $page; text-style: bold; }
        .book--label { color: $faint; background: $page; }
        .book--account { color: $ink; background: $page; }
        .book--gone { color: $faint; background: $page; text-style: strike; }
        .book--ending { color: $ruby; background: $page; text-style: bold; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.paragraphs: list[Paragraph] = []
        self._rows: list[Row] = []
        self._first_rows: list[int] = []
        self._set_width = 0

    def show(self, paragraphs: Sequence[Paragraph]) -> None:
        """Show these instead of whatever was there."""
        self.paragraphs = list(paragraphs)
        self._set_rows(self._set_width)
        self.refresh(layout=True)

    def add(self, paragraphs: Sequence[Paragraph]) -> None:
        """Show these below what is there."""
        start = len(self.paragraphs)
        self.paragraphs.extend(paragraphs)
        self._set_from(start)
        self.refresh(layout=True)

    def replace_last(self, paragraph: Paragraph) -> None:
        """Show this instead of the last one."""
        start = len(self.paragraphs) - 1
        self.paragraphs[start] = paragraph
        if start < len(self._first_rows):
            previous = self.paragraphs[start - 1] if start else None
            before = rows_of(paragraph, previous, self._set_width)
            del self._rows[self._first_rows.pop() - _blank_rows(before) :]
        self._set_from(start)
        self.refresh(layout=True)

    @property
    def row_count(self) -> int:
        """How many rows there are at the present width."""
        return len(self._rows)

    def first_row(self, paragraph: int) -> int:
        """The row on which a paragraph starts, the blank ones before it left out."""
        if paragraph >= len(self._first_rows):
            return len(self._rows)
        return self._first_rows[paragraph]

    def paragraph_at(self, row: int) -> int:
        """The paragraph that a row belongs to."""
        return max(0, bisect_right(self._first_rows, row) - 1)

    def rows_needed(self, paragraph: Paragraph) -> int:
        """How many rows a paragraph would take at the end."""
        previous = self.paragraphs[-1] if self.paragraphs else None
        return len(rows_of(paragraph, previous, self._set_width))

    def _set_rows(self, width: int) -> None:
        self._set_width = width
        self._rows.clear()
        self._first_rows.clear()
        self._set_from(0)

    def _set_from(self, start: int) -> None:
        if not self._set_width:
            return  # nothing can be set before the first layout
        previous = self.paragraphs[start - 1] if start else None
        for paragraph in self.paragraphs[start:]:
            rows = rows_of(paragraph, previous, self._set_width)
            self._first_rows.append(len(self._rows) + _blank_rows(rows))
            self._rows.extend(rows)
            previous = paragraph

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """The rows that the paragraphs take at this width."""
        if width != self._set_width:
            self._set_rows(width)
        return len(self._rows)

    def render_line(self, y: int) -> Strip:
        """One row."""
        row = self._rows[y] if y < len(self._rows) else ()
        return strip_of(self, row, self.size.width, "prose", "book--")


def _blank_rows(rows: list[Row]) -> int:
    """How many rows there are before the first with words on it."""
    return next((n for n, row in enumerate(rows) if any(run.text.strip("┃ ") for run in row)), 0)
