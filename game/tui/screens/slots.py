"""What a save is in a list of them, and the name under which to keep a copy."""

from __future__ import annotations

import time
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, Final

from game.saves.errors import SaveError
from game.saves.names import AUTOSAVE, NAME_LIMIT
from game.tui.screens.leaf import LeafScreen
from game.tui.widgets.line import Line
from game.tui.widgets.menu import ChoiceMenu, Item

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.widget import Widget
    from textual.widgets import Input

    from game.play.playthrough import Playthrough
    from game.play.session import Session
    from game.saves.slots import SlotInfo

ALLOWED: Final = "Letters, digits, spaces, - and _"
NAME_CHARACTERS: Final = r"[A-Za-z0-9 _-]*"
HERE: Final = "you are here"
_DAY: Final = 86_400
_AGES: Final = ((365 * _DAY, "year"), (30 * _DAY, "month"), (_DAY, "day"), (3600, "hour"), (60, "minute"))


def now() -> float:
    """The time, in seconds since the epoch."""
    return time.time()


def ago(then: float, at: float) -> str:
    """How long before `at` something was, in words; '' if it was not before."""
    if then > at:
        return ""
    for seconds, unit in _AGES:
        if (count := int((at - then) / seconds)) > 0:
            return f"{count} {unit}{'' if count == 1 else 's'} ago"
    return "just now"


def slot_item(slot: SlotInfo, *, here: bool = False) -> Item:
    """A save as a line of a menu: name, chapter, date; under it how much there is of it, or what is wrong.

    `here` says that it is the one being played.
    """
    when = datetime.fromtimestamp(slot.changed).astimezone()
    parts = [slot.name, slot.chapter, f"{when.day} {when:%B %Y, %H:%M}"]
    age = HERE if here else ago(slot.changed, now())
    words = ". ".join(part for part in (age, _extent(slot)) if part) + "."
    words = f"{words[0].upper()}{words[1:]}"
    if slot.words:
        words += f" “{slot.words}”"
    note = f"{slot.problem} {words}" if slot.problem and slot.moves else slot.problem or words
    return Item(slot.name, " · ".join(part for part in parts if part), note=note)


def _extent(slot: SlotInfo) -> str:
    moves = "1 move" if slot.moves == 1 else f"{slot.moves:,} moves"
    if not slot.typed:
        return moves
    return f"{moves}, {'1 word' if slot.typed == 1 else f'{slot.typed:,} words'} typed"


class SaveScreen(LeafScreen[list[str]]):
    """Under which name to keep a copy. The answer is what the player should know, or None."""

    AUTO_FOCUS = "Input"
    BINDINGS: ClassVar = []

    def __init__(self, session: Session, playthrough: Playthrough) -> None:
        super().__init__()
        self.session = session
        self.playthrough = playthrough

    def title_text(self) -> str:
        """What this is."""
        return "Save under a name"

    def before_menu(self) -> Iterable[Widget]:
        """A line to type the name on, above the names that there are."""
        yield Line(placeholder=ALLOWED, max_length=NAME_LIMIT, restrict=NAME_CHARACTERS, compact=True)

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
