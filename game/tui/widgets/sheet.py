"""The sheet in the machine, drawn a row at a time: a key repaints the line it is typed on and no other."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, ClassVar, Final

from rich.segment import Segment
from textual.geometry import Offset, Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from game.play.cleaning import clean
from game.tui.manners import Done, Manner, PlainEditing, Turned, Typewriter
from game.tui.sheet_model import Sheet
from game.tui.typesetting import SHEET_COLUMNS, Row, Run, Span, sheet_runs, wrap
from game.tui.widgets.strips import StyleKeeper, changed_cells, strip_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.timer import Timer

_KEYS: Final = {
    "ctrl+h": "backspace",
    "ctrl+j": "enter",
    "shift+enter": "enter",
    "shift+backspace": "backspace",
}
_SCROLLING: Final = {"pageup": -1, "pagedown": 1, "up": 0, "down": 0}
PASTE_LIMIT: Final = 2_000_000
"""Characters of a paste that are looked at; the sheet takes as many of them as fit."""
LETTERS_ASKED: Final = 9
"""So many letters of a page that types itself come one a key; then it has the way of it."""
SECONDS_A_LETTER: Final = 0.07
REPEAT_SECONDS: Final = 0.25
"""A backspace held down mends the word and stops: within this time of the last it strikes nothing out."""


TURNED: Final = "(The sheet is in the other way round.)"
"""Stands after the prompt, where it is so."""


class SheetView(ScrollView, StyleKeeper, can_focus=True):
    """Paper standing in a typewriter: the lowest line is the one being typed, and the others rise from it."""

    STYLES: ClassVar = ("typed", "glow", "lit", "struck", "caret", "paper", "hint")
    COMPONENT_CLASSES: ClassVar = {f"sheet--{style}" for style in STYLES}
    DEFAULT_CSS = """
    SheetView {
        scrollbar-size: 0 0;
        background: $sheet;
        .sheet--typed { color: $ink; background: $sheet; }
        .sheet--paper { color: $ink; background: $sheet; }
        .sheet--glow { color: $ruby; background: $sheet; text-style: bold underline; }
        .sheet--lit { color: $ruby; background: $sheet; text-style: bold reverse; }
        .sheet--struck { color: $faint; background: $sheet; }
        .sheet--hint { color: $faint; background: $sheet; text-style: italic; }
        .sheet--caret { color: $ink; background: $sheet; text-style: reverse; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.sheet = Sheet(SHEET_COLUMNS)
        self.manner: Manner = Typewriter(self.sheet)
        self.glow: list[Span] = []
        self.lit: Span | None = None
        self.instead: str | None = None
        """What comes on the sheet, whichever keys are typed."""
        self._by_itself: Timer | None = None
        self.hint = ""
        """Words that stand on the sheet as long as nothing else does; set before it is put in."""
        self._untouched = True
        self.clock = time.monotonic
        self._last_backspace = 0.0
        self._drawn: dict[int, Strip] = {}
        self.on_worked: Callable[[Done, int], None] = _nobody_told
        """Told what a key did to the sheet, or could not, and the cell that the carriage came to.

        No message: what is changed on account of it is to be painted together with the key.
        """

    # What is in the machine

    @property
    def text(self) -> str:
        """What is on the sheet; '' if it is only white space."""
        return "" if self.sheet.is_blank else self.sheet.text

    def put_in(self, text: str, *, plain: bool, instead: str | None = None) -> None:
        """Put in a sheet with these words on it, and perhaps with others still to come of themselves."""
        self._rest()
        self.instead = instead
        if instead is not None and not instead.startswith(text):
            text = ""
        self.sheet = Sheet(self.sheet.columns, text)
        self.glow, self.lit = [], None
        self._untouched = not self.sheet.glyphs
        self.set_manner(plain=plain)
        self._fit()
        self.refresh()

    def set_manner(self, *, plain: bool) -> None:
        """Work as in an editor, or as at a typewriter, or as the machine likes."""
        if self.instead is not None:
            still = self.app.animation_level == "none"
            self.manner = Turned(self.sheet, self.instead, words=still)
            return
        self.manner = PlainEditing(self.sheet) if plain else Typewriter(self.sheet)

    def set_glow(self, spans: Sequence[Span]) -> None:
        """Let these spans of the text glow, and no others."""
        before, self.glow = self.glow, self.sheet.ranges_of(spans)
        top = max(0, self.scroll_offset.y - self._blank_rows)
        for row in range(top, min(top + self._view_height + 1, self.sheet.row_count)):
            start, end = self.sheet.row(row)
            if _within(before, start, end) != _within(self.glow, start, end):
                self._repaint(range(row, row + 1))

    def set_lit(self, span: Span | None) -> None:
        """Point out a span of the text, in view; None points out nothing."""
        found = self.sheet.ranges_of([span]) if span is not None else []
        self.lit = found[0] if found else None
        self.refresh()
        if self.lit is None:
            self._follow_caret()
            return
        first, last = (self.sheet.row_of(at) + self._blank_rows for at in (self.lit[0], self.lit[1] - 1))
        top, height = self.scroll_offset.y, self._view_height
        if first < top or last >= top + height:
            self.scroll_to(
                y=first if first < top else min(first, last - height + 1), animate=False, force=True
            )

    def strike(self, span: Span) -> None:
        """Type x over a span of the text."""
        for start, end in self.sheet.ranges_of([span]):
            self._show(self.manner.strike(start, end))

    # Keys

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether a key is typed, so that it is nobody else's."""
        return self._typed(character) is not None or key in ("enter", "backspace", "ctrl+t", "ctrl+w")

    @staticmethod
    def _typed(character: str | None) -> str | None:
        return character if character and character.isprintable() else None

    def on_key(self, event: events.Key) -> None:
        """Type, mend, strike out; scroll where a typewriter has no use for the key."""
        name = _KEYS.get(event.key, event.key)
        if character := self._typed(event.character):
            done: Done | None = self.manner.type(clean(character))
        elif name == "backspace":
            done = self._backspace()
        else:
            done = self.manner.key(name)
        if done is None and name in _SCROLLING and self.max_scroll_y:
            step = _SCROLLING[name] * max(1, self.size.height - 1) or (-1 if name == "up" else 1)
            self.scroll_relative(y=step, animate=False)
            done = Done()
        if done is not None:
            event.stop()
            event.prevent_default()
            if name not in _SCROLLING or done.rows:
                self._show(done)

    # What the machine does by itself

    def finish(self) -> bool:
        """Have all of it on the sheet, of a page that types itself; whether any was wanting."""
        self._rest()
        if not isinstance(self.manner, Turned) or self.manner.at_end:
            return False
        self._show(self.manner.finish())
        return True

    def _rest(self) -> None:
        if self._by_itself is not None:
            self._by_itself.stop()
            self._by_itself = None

    def _carry_on(self) -> None:
        """Once some keys were pressed, none are needed."""
        if (
            isinstance(self.manner, Turned)
            and self._by_itself is None
            and len(self.sheet.glyphs) >= LETTERS_ASKED
            and self.app.animation_level != "none"
        ):
            self._by_itself = self.set_interval(SECONDS_A_LETTER, self._type_itself)

    def _type_itself(self) -> None:
        if isinstance(self.manner, Turned) and not self.manner.at_end:
            self._show(self.manner.type("h"))
        else:
            self._rest()

    def _backspace(self) -> Done | None:
        now = self.clock()
        held = now - self._last_backspace < REPEAT_SECONDS
        self._last_backspace = now
        if held and isinstance(self.manner, Typewriter) and not self.manner.mending:
            return Done()
        return self.manner.key("backspace")

    def on_paste(self, event: events.Paste) -> None:
        """Type what is pasted, cleaned."""
        event.stop()
        event.prevent_default()
        if text := clean(event.text[:PASTE_LIMIT]):
            self._show(self.manner.type(text))

    def on_click(self, event: events.Click) -> None:
        """In plain editing, put the caret where the mouse points."""
        if isinstance(self.manner, PlainEditing):
            place = event.get_content_offset_capture(self)
            row = place.y + self.scroll_offset.y - self._blank_rows
            before = self.sheet.row_of(self.sheet.caret)
            self.sheet.caret = self.sheet.position_at(row, place.x - self.margin)
            after = self.sheet.row_of(self.sheet.caret)
            self._show(Done(range(min(before, after), max(before, after) + 1)))

    def _show(self, done: Done) -> None:
        before = (self.virtual_size.height, self._blank_rows, self._untouched)
        self._untouched = not self.sheet.glyphs
        self._fit()
        if before != (self.virtual_size.height, self._blank_rows, self._untouched):
            self.refresh()
        else:
            self._repaint(done.rows)
        self._follow_caret()
        self._carry_on()
        self.on_worked(done, self.sheet.place_of(self.sheet.caret)[1])

    # Paper

    @property
    def margin(self) -> int:
        """Cells of paper to the left of the line, and to the right."""
        return 1 if self.size.width < 50 else 3

    @property
    def _blank_rows(self) -> int:
        """Rows of paper above the first line."""
        return max(1, self._view_height - self.sheet.row_count)

    @property
    def _hint_rows(self) -> list[Row]:
        """The hint, on a sheet with nothing on it yet, if there is room for all of it above the line."""
        if not self.hint or self.sheet.glyphs:
            return []
        indent = " " * self.margin
        lines = [self.hint[start:end] for start, end in wrap(self.hint, self.sheet.columns)]
        return [(Run(indent + line, "hint"),) for line in lines] if len(lines) <= self._blank_rows else []

    @property
    def _view_height(self) -> int:
        return self.scrollable_content_region.height

    def _fit(self) -> None:
        height = max(self._view_height, self.sheet.row_count + 1)
        if self.virtual_size != (size := Size(self.size.width, height)):
            self.virtual_size = size

    def on_resize(self) -> None:
        """Take paper of the width that there is; no word is lost."""
        self.sheet.set_columns(min(SHEET_COLUMNS, self.size.width - 2 * self.margin))
        self._fit()
        self._follow_caret()
        self.refresh()

    def on_focus(self) -> None:
        """Show the caret."""
        self._follow_caret()
        self._repaint(range(self.sheet.row_of(self.sheet.caret), self.sheet.row_count))

    def on_blur(self) -> None:
        """Hide the caret."""
        self._repaint(range(self.sheet.row_of(self.sheet.caret), self.sheet.row_count))

    def _follow_caret(self) -> None:
        row, column = self.sheet.place_of(self.sheet.caret)
        y = row + self._blank_rows
        top = self.scroll_offset.y
        if not top <= y < top + self._view_height:
            top = y if y < top else y - self._view_height + 1
            self.scroll_to(y=top, animate=False, force=True)
        if self.has_focus:
            # Input methods and magnifiers follow the terminal's own cursor.
            place = Offset(min(column + self.margin, self.size.width - 1), y - top)
            self.app.cursor_position = self.content_region.offset + place

    def _repaint(self, rows: range) -> None:
        """Have these rows drawn again where they are not as they were: mostly that is a cell or two."""
        for row in rows:
            y = row + self._blank_rows - self.scroll_offset.y
            before = self._drawn.get(y)
            if before is None or not 0 <= y < self._view_height:
                self.refresh_line(row + self._blank_rows)
            elif changed := changed_cells(before, self._draw(y)):
                self.refresh(Region(changed.start, y, len(changed), 1))

    def render_line(self, y: int) -> Strip:
        """One row of paper."""
        strip = self._drawn[y] = self._draw(y)
        return strip

    def _draw(self, y: int) -> Strip:
        width = self.size.width
        number = y + self.scroll_offset.y - self._blank_rows
        if not 0 <= number < self.sheet.row_count:
            hint = self._hint_rows
            words = hint[number] if -len(hint) <= number < 0 else ()
            return strip_of(self, words, width, "paper", "sheet--")
        strip = strip_of(
            self, tuple(sheet_runs(self.sheet, number, self.glow, self.lit)), width, "paper", "sheet--"
        )
        row, column = self.sheet.place_of(self.sheet.caret)
        if row == number and self.has_focus:
            strip = self._with_caret(strip, column)
        margin = Strip([Segment(" " * self.margin, self.component_style("sheet--paper"))])
        return Strip.join([margin, strip]).crop(0, width)

    def _with_caret(self, strip: Strip, column: int) -> Strip:
        sheet = self.sheet
        under = sheet.glyphs[sheet.caret] if sheet.caret < len(sheet.glyphs) else None
        text = " " if under is None or under.is_newline or not under.width else under.text
        width = 2 if under is not None and under.width == 2 else 1
        if under is not None and under.struck:
            text = "x" * width
        caret = Strip([Segment(text, self.component_style("sheet--caret"))])
        return Strip.join([strip.crop(0, column), caret, strip.crop(column + width)])


def _nobody_told(_done: Done, _column: int) -> None:
    """What a sheet does about a key, where nobody asks."""


def _within(ranges: list[Span], start: int, end: int) -> list[Span]:
    return [(max(a, start), min(b, end)) for a, b in ranges if a < end and b > start]
