"""Rows of styled runs as Textual's strips."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from rich.cells import get_character_cell_size
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from rich.style import Style

    from game.tui.typesetting import Row


_JOINS: Final = re.compile("[\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff]")
"""Letters of flags, shades of skin: the characters that have a width and yet join others."""


class StyleKeeper(Widget):
    """A widget that works its component styles out when they change, and not for every repaint."""

    _kept_styles: dict[str, Style] | None = None

    def component_style(self, name: str) -> Style:
        """The style of a component class."""
        if self._kept_styles is None:
            self._kept_styles = {}
        if (style := self._kept_styles.get(name)) is None:
            style = self._kept_styles[name] = self.get_component_rich_style(name)
        return style

    def notify_style_update(self) -> None:
        """The styles are others now."""
        self._kept_styles = None
        super().notify_style_update()


def strip_of(widget: Widget, row: Row, width: int, blank: str, prefix: str) -> Strip:
    """A row as a strip of exactly `width` cells. A run's style is the component class `prefix` + its name."""
    style = widget.component_style if isinstance(widget, StyleKeeper) else widget.get_component_rich_style
    strip = Strip([Segment(run.text, style(prefix + run.style)) for run in row])
    return strip.adjust_cell_length(width, style(prefix + blank))


def changed_cells(before: Strip, after: Strip) -> range:
    """The cells from the first to the last in which two strips differ; all of them, if their widths do, or
    if characters join in one of them: then it is not known which cell is whose.
    """
    old, new = _cells(before), _cells(after)
    if old is None or new is None or len(old) != len(new):
        return range(max(before.cell_length, after.cell_length))
    changed = [at for at, (one, other) in enumerate(zip(old, new, strict=True)) if one != other]
    return range(changed[0], changed[-1] + 1) if changed else range(0)


def _cells(strip: Strip) -> list[tuple[str, Style | None]] | None:
    """What is in every cell. The second half of a wide character is it twice: no half changes alone.

    None for a strip in which characters join: accents of their own, the parts of an emoji.
    """
    cells: list[tuple[str, Style | None]] = []
    for text, style, _ in strip:
        for character in text:
            width = get_character_cell_size(character)
            if not width or _JOINS.match(character):
                return None
            cells += [(character * half, style) for half in range(1, width + 1)]
    return cells
