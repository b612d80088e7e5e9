"""The roller under the sheet: where the carriage is, and the bell before the margin, for the eye."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.geometry import Region
from textual.reactive import reactive

from game.tui.typesetting import SHEET_COLUMNS, Row, Run
from game.tui.widgets.strips import StyleKeeper, strip_of

if TYPE_CHECKING:
    from textual.strip import Strip

BELL_COLUMNS: Final = 7
"""How many cells before the margin the bell rings."""


class Platen(StyleKeeper):
    """One row of metal: ``(━━━━━━━━▲━━━━━━━━━━┿━━━━━━━)``."""

    COMPONENT_CLASSES: ClassVar = {"platen--metal", "platen--carriage", "platen--bell", "platen--room"}
    DEFAULT_CSS = """
    Platen {
        height: 1;
        .platen--metal { color: $metal; background: $machine; }
        .platen--carriage { color: $key; background: $machine; text-style: bold; }
        .platen--bell { color: $key; background: $machine; text-style: bold; }
        .platen--room { color: $metal; background: $room; }
    }
    """

    column: reactive[int] = reactive(0, repaint=False)
    """The cell that the next letter falls on."""
    columns: reactive[int] = reactive(SHEET_COLUMNS)
    """Cells in a line."""
    margin: reactive[int] = reactive(3)
    """Cells from the left end of the platen to the first of the line."""

    @property
    def bell_column(self) -> int:
        """The cell at which the bell rings."""
        return self.columns - BELL_COLUMNS

    @property
    def ringing(self) -> bool:
        """Whether the carriage is past the bell."""
        return self.column >= self.bell_column

    def watch_column(self, before: int, now: int) -> None:
        """The carriage moved: mostly two cells change."""
        bell = range(self.columns - BELL_COLUMNS, self.columns + 1)
        if before in bell or now in bell:
            self.refresh()
            return
        left, right = sorted((before, now))
        self.refresh(Region(self.margin + left, 0, right - left + 1, 1))

    def render_line(self, y: int) -> Strip:  # noqa: ARG002
        """The only row."""
        width = max(4, self.size.width)
        metal = ["━"] * (width - 2)
        bell = self.margin - 1 + self.columns - BELL_COLUMNS
        if 0 <= bell < len(metal):
            metal[bell] = "┿"
        carriage = min(max(0, self.margin - 1 + self.column), len(metal) - 1)
        line = "".join(metal)
        row: Row = (
            Run("◖", "metal"),
            Run(line[:carriage], "metal"),
            Run("▲", "carriage"),
            Run(line[carriage + 1 :], "metal"),
            Run("♪" if self.ringing else "◗", "bell" if self.ringing else "metal"),
        )
        return strip_of(self, row, self.size.width, "metal", "platen--")
