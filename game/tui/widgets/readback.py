"""The page read back: what was understood of the sheet in the machine, a line for each thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView

from game.play.readback import ReadBack
from game.tui.typesetting import Row, Run, wrap
from game.tui.widgets.strips import strip_of

if TYPE_CHECKING:
    from textual import events
    from textual.strip import Strip

    from game.play.readback import Understood

BLANK: Final = "There is nothing on the sheet."
NOTHING: Final = "Nothing on this sheet is understood, so nothing of it will take."
UNDERSTOOD: Final = "What is understood of it"
TURNED: Final = "What is understood of it, put in the other way round"
UNREAD: Final = "Not understood"
MARK: Final = "› "
INDENT: Final = "  "


class ReadBackList(ScrollView, can_focus=True):
    """Lines to move along. Where the sheet cannot be seen, each has its words under it."""

    STYLES: ClassVar = ("head", "gloss", "words", "marked", "dark")
    COMPONENT_CLASSES: ClassVar = {f"read-back--{style}" for style in STYLES}
    DEFAULT_CSS = """
    ReadBackList {
        scrollbar-size: 0 0;
        background: $room;
        .read-back--dark { color: $on-room; background: $room; }
        .read-back--head { color: $on-room; background: $room; }
        .read-back--gloss { color: $key; background: $room; }
        .read-back--words { color: $on-room; background: $room; }
        .read-back--marked { color: $key; background: $room; text-style: bold reverse; }
    }
    """
    BINDINGS: ClassVar = [
        Binding("escape,f7", "leave", "Back to the sheet", key_display="esc", id="read-back.leave"),
        Binding("x,delete", "strike", "Strike out", key_display="x", id="read-back.strike"),
        Binding("down", "mark(1)", "Next", show=False, id="read-back.next"),
        Binding("up", "mark(-1)", "Before", show=False, id="read-back.before"),
        Binding("pagedown", "mark(5)", "Further", show=False, id="read-back.further"),
        Binding("pageup", "mark(-5)", "Further back", show=False, id="read-back.further-back"),
        Binding("home", "mark(-99999)", "First", show=False, id="read-back.first"),
        Binding("end", "mark(99999)", "Last", show=False, id="read-back.last"),
    ]

    marked: reactive[int] = reactive(0, init=False)
    """Which line the arrow is on, from 0."""

    @dataclass
    class Marked(Message):
        """The arrow is on a line, or on none."""

        line: Understood | None

    @dataclass
    class Struck(Message):
        """The words of a line are to be typed over."""

        line: Understood

    class Left(Message):
        """Back to the sheet."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.found = ReadBack()
        self._blank = True
        self._turned = False
        self._quoting = False
        self._rows: list[tuple[int | None, Row]] = []

    def show(self, found: ReadBack, *, blank: bool, turned: bool) -> None:
        """Show what was understood; the arrow stays at its place in the list, as far as there is one."""
        self.found, self._blank, self._turned = found, blank, turned
        self.set_reactive(ReadBackList.marked, min(self.marked, max(0, len(found.lines) - 1)))
        self._set_rows()
        self._told()

    @property
    def line(self) -> Understood | None:
        """What the arrow is on."""
        return self.found.lines[self.marked] if self.marked < len(self.found.lines) else None

    # Keys

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Letters are nobody else's while the list has the keyboard: *u* is not to take back a move."""
        return bool(character and character.isprintable()) and key != "x"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There has to be something to strike out."""
        return self.line is not None if action == "strike" else super().check_action(action, parameters)

    def action_leave(self) -> None:
        """Back to the sheet."""
        self.post_message(self.Left())

    def action_mark(self, step: int) -> None:
        """Move along the list."""
        if self.found.lines:
            self.marked = min(max(self.marked + step, 0), len(self.found.lines) - 1)

    def action_strike(self) -> None:
        """Strike out the words of the line."""
        if self.line is not None:
            self.post_message(self.Struck(self.line))

    def on_click(self, event: events.Click) -> None:
        """Go to the line under the mouse."""
        row = event.get_content_offset_capture(self).y + self.scroll_offset.y
        number = self._rows[row][0] if 0 <= row < len(self._rows) else None
        if number is not None:
            self.marked = number

    def watch_marked(self) -> None:
        """The arrow moved."""
        self.refresh()
        self._told()

    def _told(self) -> None:
        self._follow()
        self.post_message(self.Marked(self.line))
        self.refresh_bindings()

    # Rows

    def set_quoting(self, quoting: bool) -> None:
        """Have the words under each line, for the sheet cannot be seen."""
        if quoting != self._quoting:
            self._quoting = quoting
            self._set_rows()
            self._follow()

    def on_resize(self) -> None:
        """Break the lines anew."""
        self._set_rows()
        self._follow()

    def _set_rows(self) -> None:
        width = max(8, self.size.width)
        took, unread = self.found.took, self.found.unread
        head = TURNED if self._turned else UNDERSTOOD
        head = head + ":" if took else BLANK if self._blank else NOTHING
        self._rows = [(None, row) for row in _hung(head, width, "head", "")]
        for number, line in enumerate(took):
            self._rows += [(number, row) for row in _hung(line.gloss, width, "gloss", INDENT)]
            if self._quoting:
                self._rows += [(number, row) for row in _hung(f"“{line.words}”", width, "words", INDENT * 2)]
        if unread:
            self._rows += [(None, ()), *((None, row) for row in _hung(UNREAD + ":", width, "head", ""))]
        for number, line in enumerate(unread, len(took)):
            self._rows += [(number, row) for row in _hung(f"“{line.words}”", width, "words", INDENT)]
        self.virtual_size = Size(self.size.width, len(self._rows))
        self.refresh()

    def _follow(self) -> None:
        rows = [y for y, (number, _) in enumerate(self._rows) if number == self.marked]
        height = self.scrollable_content_region.height
        if not rows or not height:
            return
        top = self.scroll_offset.y
        first = 0 if self.marked == 0 else rows[0]
        if first < top:
            self.scroll_to(y=first, animate=False, force=True)
        elif rows[-1] >= top + height:
            self.scroll_to(y=min(rows[-1] - height + 1, rows[0]), animate=False, force=True)

    def render_line(self, y: int) -> Strip:
        """One row; of the marked line's, with the arrow before the first."""
        at = y + self.scroll_offset.y
        number, row = self._rows[at] if at < len(self._rows) else (None, ())
        if number is not None and number == self.marked and self.has_focus:
            first = self._rows[at - 1][0] != number
            text = "".join(run.text for run in row)
            lead = MARK if first else INDENT
            style = "marked" if row[-1].style == "gloss" or first else "words"
            row = (Run(lead, "gloss"), Run(text[len(lead) :], style))
        return strip_of(self, row, self.size.width, "dark", "read-back--")


def _hung(text: str, width: int, style: str, indent: str) -> list[Row]:
    """Text in rows, all of them behind an indent."""
    spans = wrap(text, width - len(indent))
    return [(Run(indent + text[a:b].replace("\n", " "), style),) for a, b in spans]
