"""Saves: under which name to keep a copy, and from which to go on."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, Final

from textual.widgets import Input

from game.saves.errors import SaveError
from game.saves.names import AUTOSAVE, NAME_LIMIT
from game.tui.screens.leaf import LeafScreen
from game.tui.widgets.menu import ChoiceMenu, Item

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.widget import Widget

    from game.play.playthrough import Playthrough
    from game.play.session import Session
    from game.saves.slots import SlotInfo


def slot_item(slot: SlotInfo) -> Item:
    """A save as a line of a menu: name, chapter, date; under it moves and first words, or what is wrong."""
    when = datetime.fromtimestamp(slot.changed).astimezone()
    parts = [slot.name, slot.chapter, f"{when.day} {when:%B %Y, %H:%M}"]
    moves = "1 move" if slot.moves == 1 else f"{slot.moves} moves"
    words = f"{moves}. “{slot.words}”" if slot.words else f"{moves}."
    note = f"{slot.problem} {words}" if slot.problem and slot.moves else slot.problem or words
    return Item(slot.name, " · ".join(part for part in parts if part), note=note)


ALLOWED: Final = "Letters, digits, spaces, - and _"


class SlotsScreen(LeafScreen[list[str]]):
    """A list of saves. The answer is what the player should know, or None if nothing was done."""

    def __init__(self, session: Session, playthrough: Playthrough) -> None:
        super().__init__()
        self.session = session
        self.playthrough = playthrough


class LoadScreen(SlotsScreen):
    """Which save to go on from."""

    NONE = "There is no other save yet."

    def title_text(self) -> str:
        """What this is."""
        return "Load"

    def items(self) -> Sequence[Item]:
        """Every save in the folder but the one that is being played."""
        return [slot_item(slot) for slot in self.session.slots() if slot.name != self.playthrough.slot]

    def on_choice_menu_picked(self, message: ChoiceMenu.Picked) -> None:
        """Load it, or say why it cannot be."""
        message.stop()
        try:
            notes = self.playthrough.load(message.item.id)
        except SaveError as error:
            self.say(str(error))
        else:
            self.dismiss([f"“{message.item.id}” goes on here.", *notes])


class SaveScreen(SlotsScreen):
    """Under which name to keep a copy."""

    AUTO_FOCUS = "Input"
    BINDINGS: ClassVar = []

    def title_text(self) -> str:
        """What this is."""
        return "Save under a name"

    def before_menu(self) -> Iterable[Widget]:
        """A line to type the name on, above the names that there are."""
        yield Input(placeholder=ALLOWED, max_length=NAME_LIMIT, restrict=r"[A-Za-z0-9 _-]*", compact=True)

    def items(self) -> Sequence[Item]:
        """The saves that there are; what is in one that is saved under is kept under another name."""
        return [
            slot_item(slot)
            for slot in self.session.slots()
            if slot.name not in (AUTOSAVE, self.playthrough.slot)
        ]

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Save under the name typed."""
        event.stop()
        self._save(event.value.strip())

    def on_choice_menu_picked(self, message: ChoiceMenu.Picked) -> None:
        """Save under a name that there is."""
        message.stop()
        self._save(message.item.id)

    def _save(self, name: str) -> None:
        try:
            notes = self.playthrough.save(name)
        except SaveError as error:
            self.say(str(error))
        else:
            self.dismiss([f"Saved as “{name}”.", *notes])
