"""Rows of styled runs as Textual's strips."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip

if TYPE_CHECKING:
    from textual.widget import Widget

    from game.tui.typesetting import Row


def strip_of(widget: Widget, row: Row, width: int, blank: str, prefix: str) -> Strip:
    """A row as a strip of exactly `width` cells. A run's style is the component class `prefix` + its name."""
    segments = [Segment(run.text, widget.get_component_rich_style(prefix + run.style)) for run in row]
    strip = Strip(segments)
    return strip.adjust_cell_length(width, widget.get_component_rich_style(prefix + blank))
