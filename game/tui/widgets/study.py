"""A live page in two halves: what is typed in the one, and in the other what comes of it, line by line."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from game.tui.widgets.menu import ChoiceMenu, Item
from game.tui.widgets.pacing import PacedReading
from game.tui.widgets.prose import Book
from game.tui.widgets.sheet import TURNED, SheetView

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.timer import Timer

    from game.reader.claims import Reading
    from game.tui.manners import Done
    from game.tui.typesetting import Paragraph

SECONDS_A_STROKE: Final = 0.05
LETTERS_A_STROKE: Final = 2
QUIETER: Final = (2, 4, 6, 8)
"""After so many lines the room goes quieter by a step."""


class LiveLine(SheetView):
    """The line being typed on a live page. Enter ends it."""

    class Ended(Message):
        """The line is done."""

    def on_key(self, event: events.Key) -> None:
        """Enter is nothing on the paper: it is the end of the line."""
        if event.key in ("enter", "ctrl+j", "ctrl+m"):
            event.stop()
            event.prevent_default()
            self.post_message(self.Ended())
        else:
            super().on_key(event)


class Half(VerticalScroll, can_focus=False):
    """One half: a book that is always open at its end."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.book = Book()

    def compose(self) -> ComposeResult:
        """The book alone."""
        yield self.book

    def show(self, paragraphs: Sequence[Paragraph]) -> None:
        """Have these in it."""
        self.book.show(paragraphs)
        self.to_end()

    def to_end(self) -> None:
        """Open it at the end."""
        self.call_after_refresh(self.scroll_end, animate=False, force=True)

    def on_resize(self) -> None:
        """At another width the end is elsewhere."""
        self.to_end()


class Study(Vertical):
    """The two halves, and the ways out under them, which are always there."""

    @dataclass
    class LineEnded(Message):
        """A line was typed to its end."""

        text: str
        backwards: bool

    def __init__(
        self,
        read: Callable[[str], Reading],
        choices_key: str,
        *,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self._read = read
        self._pace = PacedReading(self, self._read_line)
        self.backwards = False
        self._prompt = ""
        self._coming: list[Paragraph] = []
        self._letters = 0
        self._strokes: Timer | None = None
        self.prompt = Static(id="live-prompt")
        self.typed = Half(id="typed-lines")
        self.view = LiveLine(id="live-line")
        self.view.on_worked = self._worked
        self.happened = Half(id="happened")
        self.ways_out = ChoiceMenu(f"{choices_key} ", id="live-ways-out")

    def compose(self) -> ComposeResult:
        """What is typed, what happens, what else there is to do."""
        yield self.prompt
        with Horizontal(id="halves"):
            with Vertical(id="typing"):
                yield self.typed
                yield self.view
            yield self.happened
        yield self.ways_out

    # What is there

    def set_up(
        self,
        prompt: str,
        ways_out: Sequence[Item],
        lines: Sequence[Paragraph],
        happened: Sequence[Paragraph],
    ) -> None:
        """Be as it is after these lines, with these things having happened."""
        self.settle()
        self._prompt = prompt
        self.typed.show(lines)
        self.happened.show(happened)
        self.offer(ways_out)

    def offer(self, ways_out: Sequence[Item]) -> None:
        """Have these ways out."""
        self.ways_out.show(ways_out)
        self.ways_out.display = bool(ways_out)
        for step, lines in enumerate(QUIETER, 1):
            self.screen.set_class(len(self.typed.book.paragraphs) >= lines, f"-quiet-{step}")

    def put_in(self, text: str, *, backwards: bool, plain: bool) -> None:
        """Have this on the line."""
        self.view.put_in(text, plain=plain)
        self._set_backwards(backwards)
        self._pace.now()

    def add(self, lines: Sequence[Paragraph], happened: Sequence[Paragraph], *, at_once: bool) -> None:
        """One more line, and what comes of it: at typing speed, or at once."""
        self.settle()
        self.typed.book.add(lines)
        self.typed.to_end()
        if at_once:
            self.happened.book.add(happened)
            self.happened.to_end()
            return
        self._coming = list(happened)
        if self._coming:
            self._strokes = self.set_interval(SECONDS_A_STROKE, self._stroke)

    @property
    def text(self) -> str:
        """The line being typed; '' if it is only white space."""
        return self.view.text

    def turn_round(self) -> None:
        """Put the sheet in the other way round."""
        self._set_backwards(not self.backwards)

    def _set_backwards(self, backwards: bool) -> None:
        self.backwards = backwards
        words = " ".join(part for part in (self._prompt, TURNED if backwards else "") if part)
        self.prompt.update(Content(words))
        self.prompt.display = bool(words)

    # What happens, at typing speed

    def _stroke(self) -> None:
        if not self._coming:
            self.settle()
            return
        paragraph = self._coming[0]
        first, self._letters = self._letters == 0, self._letters + LETTERS_A_STROKE
        shown = replace(paragraph, text=paragraph.text[: self._letters])
        if first:
            self.happened.book.add([shown])
        else:
            self.happened.book.replace_last(shown)
        if self._letters >= len(paragraph.text):
            del self._coming[0]
            self._letters = 0
        self.happened.to_end()

    def settle(self) -> None:
        """Whatever is still to come is there."""
        if self._strokes is not None:
            self._strokes.stop()
            self._strokes = None
        if self._coming and self._letters:
            self.happened.book.replace_last(self._coming.pop(0))
        self.happened.book.add(self._coming)
        self._coming, self._letters = [], 0

    # Keys

    def _read_line(self) -> None:
        self.view.set_glow([claim.span for claim in self._read(self.text).claims])

    def _worked(self, done: Done, _column: int) -> None:
        """After a key: what is there reads otherwise."""
        if done.changed:
            self._pace.soon()

    def on_live_line_ended(self, message: LiveLine.Ended) -> None:
        """It happens, unless it is blank."""
        message.stop()
        if self.text:
            self.post_message(self.LineEnded(self.text, self.backwards))
