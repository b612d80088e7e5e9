"""A question with two answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.tui.screens.leaf import LeafScreen
from game.tui.widgets.menu import ChoiceMenu, Item

if TYPE_CHECKING:
    from collections.abc import Sequence


class ConfirmScreen(LeafScreen[bool]):
    """True if it is wanted, False or nothing if it is not."""

    def __init__(self, question: str, yes: str, no: str, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._question = question
        self._answers = (yes, no)

    def title_text(self) -> str:
        """The question."""
        return self._question

    def items(self) -> Sequence[Item]:
        """The answers."""
        yes, no = self._answers
        return [Item("yes", yes), Item("no", no)]

    def on_choice_menu_picked(self, message: ChoiceMenu.Picked) -> None:
        """Answer."""
        message.stop()
        self.dismiss(message.item.id == "yes")
