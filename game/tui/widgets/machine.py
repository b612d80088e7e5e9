"""The typewriter: the prompt, the sheet, the platen, what can be done with the sheet, and the ways out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Button, Static

from game.play.readback import read_back, span_to_strike
from game.tui.manners import PlainEditing
from game.tui.widgets.menu import ChoiceMenu, Item
from game.tui.widgets.pacing import PacedReading
from game.tui.widgets.platen import Platen
from game.tui.widgets.readback import ReadBackList
from game.tui.widgets.sheet import TURNED, SheetView

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

    from game.engine.turn import PageOffer
    from game.reader.claims import Reading
    from game.tui.manners import Done

NARROW: Final = 60
"""Below this many cells the handles have short names."""
SHORT: Final = 20
"""On a screen of fewer rows there is no room for both the sheet and the list of what is understood."""
LABELS: Final = {
    "pull": ("Pull the page", "Pull"),
    "turn": ("Turn it round", "Turn"),
    "turn-back": ("Turn it back", "Back"),
    "tear": ("Tear it up", "Tear"),
    "read": ("Read it back", "Read"),
}
KEYS: Final = {
    "pull": ("desk.pull", "F2"), "turn": ("desk.turn", "F3"), "tear": ("desk.tear", "F4"),
    "read": ("desk.read-back", "F7"), "choices": ("desk.choices", "F5"),
}  # fmt: skip
"""The commands of the desk by what they do: their names, and their usual keys."""


class Machine(Vertical):
    """The desk with the typewriter on it. Words that will take glow as they are typed."""

    @dataclass
    class Pulled(Message):
        """The sheet was pulled out to be read."""

        text: str
        backwards: bool

    @dataclass
    class Torn(Message):
        """The sheet was torn up."""

        text: str

    @dataclass
    class Refused(Message):
        """Something could not be done, for this reason."""

        reason: str

    @dataclass
    class ReadBackShown(Message):
        """The list of what is understood was opened or taken away."""

        shown: bool

    def __init__(
        self,
        read: Callable[[str], Reading],
        key_name: Callable[[str, str], str],
        *,
        id: str | None = None,  # noqa: A002
    ) -> None:
        """`key_name` tells what to call the key of a command that has a usual one."""
        super().__init__(id=id)
        self.keys = {what: key_name(*command) for what, command in KEYS.items()}
        self._read = read
        self.pace = PacedReading(self, self._read_sheet)
        self.backwards = False
        self.bell = False
        """Whether the terminal's bell rings where the carriage passes the platen's."""
        self._column = 0
        self._prompt = ""
        self.prompt = Static(id="prompt")
        self.view = SheetView(id="sheet")
        self.view.on_worked = self._worked
        self.platen = Platen(id="platen")
        self.ways_out = ChoiceMenu(f"{self.keys['choices']} ", id="ways-out")
        self.read_back = ReadBackList(id="read-back")
        self.read_back.display = False

    def compose(self) -> ComposeResult:
        """From the top of the sheet to the edge of the desk."""
        yield self.prompt
        yield self.view
        yield self.platen
        with Horizontal(id="handles"):
            for name in ("pull", "turn", "tear", "read"):
                yield Button(id=name, compact=True)
        yield self.ways_out
        yield self.read_back

    def set_up(
        self, page: PageOffer, ways_out: Sequence[Item], text: str, *, backwards: bool, plain: bool
    ) -> None:
        """Put a sheet in for a page, with what is on it already."""
        self.close_read_back()
        self._prompt = page.prompt
        self.ways_out.show(ways_out)
        self.ways_out.display = bool(ways_out)
        self.view.put_in(text, plain=plain, instead=page.instead)
        self._set_backwards(backwards)
        self._update()
        self.read_now()

    @property
    def text(self) -> str:
        """What is on the sheet; '' if it is only white space."""
        return self.view.text

    def pull(self) -> None:
        """Pull the page; one that types itself has to come to its end first."""
        if self.view.finish():
            return
        self.post_message(self.Pulled(self.text, self.backwards))

    def turn_round(self) -> None:
        """Put the sheet in the other way round."""
        self._set_backwards(not self.backwards)

    def tear(self) -> None:
        """Tear the sheet up, and put in a fresh one."""
        self.close_read_back()
        text = self.view.sheet.text
        self.view.put_in("", plain=self.plain, instead=self.view.instead)
        self._set_backwards(False)
        self._update()
        self.view.focus()
        self.post_message(self.Torn(text))

    @property
    def plain(self) -> bool:
        """Whether the sheet is edited as in any editor."""
        return isinstance(self.view.manner, PlainEditing)

    def read_now(self) -> None:
        """Let glow what would take of what is on the sheet."""
        self.pace.now()

    def _read_sheet(self) -> None:
        if self.view.instead is not None:
            return  # nobody wrote that
        reading = self._read(self.text)
        self.view.set_glow([claim.span for claim in reading.claims])
        if self.reading_back:
            found = read_back(reading, self.text, self.backwards)
            self.read_back.show(found, blank=not self.text, turned=self.backwards)

    # The page read back

    @property
    def reading_back(self) -> bool:
        """Whether the list of what is understood is open."""
        return self.read_back.display

    def open_read_back(self) -> None:
        """Open the list of what is understood of the sheet; the keyboard goes to it."""
        if not self.reading_back and self.view.instead is None:
            self.read_back.marked = 0
            self._show_read_back(True)
            self.read_now()
            self.read_back.focus()

    def close_read_back(self) -> None:
        """Take the list away. The sheet is as it was, but for what was struck out."""
        if self.reading_back:
            self._show_read_back(False)
            self.view.set_lit(None)
            self.view.focus()

    def _show_read_back(self, shown: bool) -> None:
        self.read_back.display = shown
        self.ways_out.display = bool(self.ways_out.items) and not shown
        self.set_class(shown, "-reading-back")
        self.post_message(self.ReadBackShown(shown))

    def on_read_back_list_marked(self, message: ReadBackList.Marked) -> None:
        """Its words light up on the sheet."""
        message.stop()
        if self.reading_back:
            self.view.set_lit(message.line.span if message.line is not None else None)

    def on_read_back_list_struck(self, message: ReadBackList.Struck) -> None:
        """Its words are typed over, and the list is made again from what is left."""
        message.stop()
        self.view.strike(span_to_strike(self.text, message.line, self.backwards, self._read))
        self.read_now()

    def on_read_back_list_left(self, message: ReadBackList.Left) -> None:
        """Back to the sheet."""
        message.stop()
        self.close_read_back()

    def _worked(self, done: Done, column: int) -> None:
        """After a key: the carriage has moved, and what is there reads otherwise."""
        self.platen.column = column
        before, self._column = self._column, column
        if self.bell and done.changed and before < self.platen.bell_column <= column:
            self.app.bell()
        if done.message:
            self.post_message(self.Refused(done.message))
        if done.changed:
            self.pace.soon()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """The handles, by mouse or enter."""
        event.stop()
        {"pull": self.pull, "turn": self.turn_round, "tear": self.tear, "read": self.open_read_back}[
            str(event.button.id)
        ]()

    def on_resize(self) -> None:
        """The platen is as long as the desk is wide, and the names of the handles have to fit."""
        self._label()
        quoting = self.size.width < NARROW or self.screen.size.height < SHORT
        self.set_class(quoting, "-quoting")
        self.read_back.set_quoting(quoting)
        self.call_after_refresh(self._update)

    def _set_backwards(self, backwards: bool) -> None:
        self.backwards = backwards
        self.prompt.update(Content(f"{self._prompt} {TURNED}" if backwards else self._prompt))
        self._label()
        self.set_class(backwards, "-turned")
        if self.reading_back:
            self.read_now()

    def _label(self) -> None:
        short = self.size.width < NARROW
        for button in self.query(Button):
            name = "turn-back" if button.id == "turn" and self.backwards else str(button.id)
            button.label = Content(f"{self.keys[str(button.id)]} {LABELS[name][short]}")

    def _update(self) -> None:
        sheet = self.view.sheet
        self.platen.columns = sheet.columns
        self.platen.margin = self.view.content_region.x - self.platen.region.x + self.view.margin
        self.platen.column = sheet.place_of(sheet.caret)[1]
