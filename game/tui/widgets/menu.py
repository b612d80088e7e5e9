"""The choices under a scene: by number, arrows or mouse. One that is closed says why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from game.tui.typesetting import Row, Run, wrap
from game.tui.widgets.strips import strip_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.geometry import Size
    from textual.strip import Strip

NUMBERED: Final = 10
"""Choices that have a key: 1 to 9, then 0."""
NUMBER_KEYS: Final = tuple(
    Binding(str(n % 10), f"pick({n})", f"Number {n}", show=False, id=f"pick.{n}") for n in range(1, 11)
)
"""Bindings for a screen with a menu on it, which has an action `pick`."""


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the menu and a note under it. Without `enabled` it is struck out, and the note says why."""

    id: str
    text: str
    enabled: bool = True
    note: str | None = None


class ChoiceMenu(Widget, can_focus=True):
    """Numbered choices, as wide as it is given. Nothing is marked until an arrow is used."""

    STYLES: ClassVar = ("number", "text", "closed", "note", "marked")
    COMPONENT_CLASSES: ClassVar = {f"menu--{style}" for style in STYLES}
    DEFAULT_CSS = """
    ChoiceMenu {
        width: 100%;
        height: auto;
        background: $page;
        .menu--number { color: $ruby; background: $page; text-style: bold; }
        .menu--text { color: $ink; background: $page; }
        .menu--closed { color: $faint; background: $page; text-style: strike; }
        .menu--note { color: $faint; background: $page; text-style: italic; }
        .menu--marked {
            color: $block-cursor-foreground; background: $block-cursor-background;
            text-style: $block-cursor-text-style;
        }
    }
    """
    BINDINGS: ClassVar = [
        Binding("up", "mark(-1)", "Up", show=False, id="menu.up"),
        Binding("down", "mark(1)", "Down", show=False, id="menu.down"),
        Binding("enter", "pick", "Choose", show=False, id="menu.pick"),
    ]

    marked: reactive[int | None] = reactive(None)
    """The number of the item under the arrow, from 0."""

    @dataclass
    class Picked(Message):
        """An item was picked, be it open or closed."""

        item: Item

    def __init__(
        self,
        before_number: str = "",
        *,
        id: str | None = None,  # noqa: A002 - Textual's
        whole: bool = False,
    ) -> None:
        """`before_number` is the key that has to be pressed before a number, if there is one.

        `whole` is a menu that is all there is to its screen: keys work it though its end is out of view.
        """
        super().__init__(id=id)
        self._whole = whole
        self._before_number = before_number
        self.items: tuple[Item, ...] = ()
        self._rows: list[tuple[int, Row]] = []
        self._set_width = 0

    def show(self, items: Sequence[Item]) -> None:
        """Offer these."""
        self.items = tuple(items)
        self.marked = None
        self._set_rows(self._set_width)
        self.refresh(layout=True)

    @property
    def row_count(self) -> int:
        """How many rows the items take at the present width."""
        return len(self._rows)

    def pick(self, number: int) -> None:
        """Pick an item by its number, from 0; of a number that there is not, nothing comes."""
        if 0 <= number < len(self.items):
            self.marked = number
            self.post_message(self.Picked(self.items[number]))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys work the menu while it is in view; else, and above its first item, they work the page."""
        if action == "mark":
            return self.in_view and (self._whole or not (parameters == (-1,) and self.marked is None))
        return self.in_view if action == "pick" else True

    @property
    def in_view(self) -> bool:
        """Whether there is a menu, and its end can be seen."""
        if not self.items or not self.display:
            return False
        if self._whole:
            return True
        page = self.parent
        if not isinstance(page, Widget) or not page.is_scrollable:
            return True
        return self.virtual_region.bottom <= page.scroll_offset.y + page.scrollable_content_region.height

    def action_mark(self, step: int) -> None:
        """Move the arrow; up from the first item it goes away."""
        if self.marked is None:
            self.marked = 0
        elif self.marked + step < 0:
            self.marked = 0 if self._whole else None
        else:
            self.marked = min(self.marked + step, len(self.items) - 1)
        self.bring_marked_into_view()

    def action_pick(self) -> None:
        """Pick what the arrow is on; if it is on nothing, put it on the first item."""
        if self.marked is None:
            self.action_mark(1)
        else:
            self.pick(self.marked)

    def bring_marked_into_view(self) -> None:
        """Scroll to the item under the arrow."""
        rows = [row for row, (number, _) in enumerate(self._rows) if number == self.marked]
        if not (rows and isinstance(self.parent, Widget) and self.parent.is_scrollable):
            return
        if self._whole and self.marked == 0:
            # What stands above the menu comes with its first item.
            self.parent.scroll_home(animate=False, force=True)
        else:
            region = Region(0, self.virtual_region.y + rows[0], 1, len(rows))
            self.parent.scroll_to_region(region, animate=False, force=True)

    def watch_marked(self) -> None:
        """The arrow moved."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Pick with the mouse."""
        row = event.get_content_offset_capture(self).y
        if 0 <= row < len(self._rows):
            self.pick(self._rows[row][0])

    def _set_rows(self, width: int) -> None:
        self._set_width = width
        self._rows = []
        if width:
            for number, item in enumerate(self.items):
                self._rows.extend((number, row) for row in self._rows_of(number, item, width))

    def _rows_of(self, number: int, item: Item, width: int) -> list[Row]:
        key = self._before_number + str((number + 1) % 10) if number < NUMBERED else " "
        closed = "" if item.enabled else "✗ "
        lead = f" {key}  {closed}"
        lines = [item.text[a:b].replace("\n", " ") for a, b in wrap(item.text, width - len(lead))]
        style = "text" if item.enabled else "closed"
        rows: list[Row] = [(Run(lead, "number"), Run(lines[0], style))]
        rows += [(Run(" " * len(lead), "text"), Run(line, style)) for line in lines[1:]]
        if item.note:
            spans = wrap(item.note, width - len(lead))
            rows += [(Run(" " * len(lead) + item.note[a:b].replace("\n", " "), "note"),) for a, b in spans]
        return rows

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """The rows that the items take at this width."""
        if width != self._set_width:
            self._set_rows(width)
        return len(self._rows)

    def render_line(self, y: int) -> Strip:
        """One row; of the marked item's, all in one style and with an arrow before it."""
        number, row = self._rows[y] if y < len(self._rows) else (-1, ())
        if row and number == self.marked:
            first = y == 0 or self._rows[y - 1][0] != number
            text = "".join(run.text for run in row)
            row = (Run(("›" if first else " ") + text[1:], "marked"),)
            return strip_of(self, row, self.size.width, "marked", "menu--")
        return strip_of(self, row, self.size.width, "text", "menu--")
