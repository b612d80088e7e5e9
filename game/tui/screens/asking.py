"""A leaf with a line to type on that is there only where something is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from textual.content import Content
from textual.widgets import Input, Static

from game.play.cleaning import clean
from game.tui.screens.leaf import LeafScreen
from game.tui.widgets.line import Line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.widget import Widget

Answer = TypeVar("Answer")


class AskingScreen(LeafScreen[Answer]):
    """A leaf whose keys may ask for a line. Enter on the line answers, escape leaves it."""

    def __init__(self) -> None:
        super().__init__()
        self._answer: Callable[[str], None] | None = None

    def before_menu(self) -> Iterable[Widget]:
        """The line, and under it what is asked, and why an answer will not do."""
        line = Line(compact=True, select_on_focus=False)
        question = Static(id="question", classes="question")
        line.display = question.display = False
        yield line
        yield question

    def ask(
        self,
        question: str,
        answer: Callable[[str], None],
        *,
        value: str = "",
        limit: int = 4096,
        restrict: str | None = None,
    ) -> None:
        """Ask for a line of at most `limit` characters that match `restrict`, and call `answer` with it."""
        self._answer = answer
        line = self.query_one(Input)
        line.restrict, line.max_length = restrict, limit
        line.value = value
        line.cursor_position = len(value)
        line.display = True
        self.say(f"{question}. Enter does it, escape leaves it.")
        line.focus()

    def say(self, message: str) -> None:
        """Say it beside the line, while there is one: the foot of the leaf may be out of view."""
        if self._answer is None:
            super().say(message)
            return
        question = self.query_one("#question", Static)
        question.update(Content(clean(message)))
        question.display = True

    def asked(self) -> None:
        """Take the line away; the keyboard goes back to the menu."""
        self._answer = None
        self.query_one(Input).display = self.query_one("#question").display = False
        self.menu.focus()

    def action_close(self) -> None:
        """Take the line away, if one is asked for; else, the leaf."""
        if self._answer is None:
            super().action_close()
        else:
            self.asked()
            self.say("")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer."""
        event.stop()
        if self._answer is not None:
            self._answer(event.value.strip())
