"""The saves: to go on from one, and to put them in order."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding

from game.saves.errors import SaveError
from game.saves.exchange import bring_in, slot_for, write_out
from game.saves.files import read_bounded
from game.saves.names import NAME_LIMIT
from game.saves.shelf import Deleted, bring_back, delete, rename
from game.tui.screens.asking import AskingScreen
from game.tui.screens.slots import ALLOWED, NAME_CHARACTERS, slot_item

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.play.playthrough import Playthrough
    from game.play.session import Session
    from game.tui.app import RubySparks
    from game.tui.widgets.menu import ChoiceMenu, Item


class SavesScreen(AskingScreen[list[str]]):
    """Every save. Enter or a number goes on from one; other keys put the one under the arrow in order.

    The answer is what the player should know, or None if none was loaded.
    """

    BINDINGS: ClassVar = [
        Binding("r", "rename", "Rename", id="saves.rename"),
        Binding("d,delete", "delete", "Delete", key_display="d", id="saves.delete"),
        Binding("u", "bring_back", "Bring back", id="saves.bring-back"),
        Binding("e", "export", "Export", id="saves.export"),
        Binding("i", "import", "Import", id="saves.import"),
    ]
    NONE = "There is no save yet."

    def __init__(self, session: Session, playthrough: Playthrough) -> None:
        super().__init__()
        self.session = session
        self.playthrough = playthrough
        self._deleted: list[Deleted] = []

    def title_text(self) -> str:
        """What this is."""
        return "Saves"

    def items(self) -> Sequence[Item]:
        """Every save in the folder."""
        return [slot_item(slot, here=slot.name == self.playthrough.slot) for slot in self.session.slots()]

    @property
    def _game(self) -> RubySparks:
        return cast("RubySparks", self.app)

    @property
    def _marked(self) -> str | None:
        """The save under the arrow."""
        number = self.menu.marked
        return None if number is None else self.menu.items[number].id

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done now."""
        if action == "bring_back":
            return bool(self._deleted)
        if action == "import" and self._game.guest:
            return False  # their files are on another machine
        if action in ("rename", "delete", "export"):
            return bool(self.menu.items)
        return super().check_action(action, parameters)

    # Going on from one

    def on_choice_menu_picked(self, message: ChoiceMenu.Picked) -> None:
        """Load it, or say why it cannot be."""
        message.stop()
        name = message.item.id
        if name == self.playthrough.slot:
            self.say("This is the one that you are playing.")
            return
        try:
            notes = self.playthrough.load(name)
        except SaveError as error:
            self.say(str(error))
        else:
            self.dismiss([f"“{name}” goes on here.", *notes])

    # Putting them in order

    def action_rename(self) -> None:
        """Ask for another name."""
        if (name := self._of_another("It cannot be given another name meanwhile.")) is not None:
            self.ask(
                f"Another name for “{name}”. {ALLOWED}",
                self._or_why(lambda value: self._rename(name, value)),
                value=name,
                limit=NAME_LIMIT,
                restrict=NAME_CHARACTERS,
            )

    def action_delete(self) -> None:
        """Set it aside."""
        if (name := self._of_another("It cannot be deleted meanwhile.")) is None:
            return
        try:
            deleted = delete(self.session.saves, name)
        except SaveError as error:
            self.say(str(error))
            return
        self._deleted.append(deleted)
        self._show_again()
        self.say(f"“{name}” is deleted. u brings it back; later, its file is {deleted.path.name}.")

    def action_bring_back(self) -> None:
        """Undo what was deleted last."""
        deleted = self._deleted[-1]
        try:
            name = bring_back(self.session.saves, deleted)
        except SaveError as error:
            self.say(str(error))
            return
        self._deleted.pop()
        self._show_again(name)
        self.say(f"“{deleted.slot}” is here again{f', as “{name}”' if name != deleted.slot else ''}.")

    def action_export(self) -> None:
        """Ask for a file to write it to."""
        if (name := self._marked) is None:
            return
        if self._game.guest:
            self._hand_over(name)
        else:
            self.ask(
                f"A file to write “{name}” to",
                self._or_why(lambda value: self._export(name, value)),
                value=f"~{os.sep}{name}.yaml",
            )

    def action_import(self) -> None:
        """Ask for a file to take in."""
        self.ask("A save's file to take in, as in ~/Downloads/monday.yaml", self._or_why(self._import))

    def _of_another(self, why_not: str) -> str | None:
        name = self._marked
        if name is not None and name == self.playthrough.slot:
            self.say(f"This is the one that you are playing. {why_not}")
            return None
        return name

    # The line

    def _done(self, said: str, name: str) -> None:
        self.asked()
        self._show_again(name)
        self.say(said)

    def _rename(self, name: str, value: str) -> None:
        rename(self.session.saves, name, value)
        self._done(f"“{name}” is called “{value}” now.", value)

    def _export(self, name: str, value: str) -> None:
        path = path_of(value)
        if path.is_dir():
            path /= f"{name}.yaml"
        if os.path.lexists(path):
            raise SaveError(f"There is a file {path} already. Choose another name.")
        write_out(path, read_bounded(self.session.saves.path(name)), force=False)
        self._done(f"“{name}” is written to {path}.", name)

    def _hand_over(self, name: str) -> None:
        """Give a save to the browser."""
        try:
            content = read_bounded(self.session.saves.path(name))
        except SaveError as error:
            self.say(str(error))
        else:
            self.app.deliver_binary(BytesIO(content), save_filename=f"{name}.yaml", mime_type="text/yaml")

    def _import(self, value: str) -> None:
        path = path_of(value)
        slot, notes = bring_in(
            self.session.saves, read_bounded(path), slot_for(str(path)), self.session.story.id
        )
        self._done(" ".join([*notes, f"It is here as “{slot}”."]), slot)

    def _or_why(self, do: Callable[[str], None]) -> Callable[[str], None]:
        """Do it, or say why it cannot be done; then the line stays, to be mended."""

        def answer(value: str) -> None:
            try:
                do(value)
            except (SaveError, OSError) as error:
                self.say(str(error))

        return answer

    def _show_again(self, name: str | None = None) -> None:
        """Show the saves as they are now, the arrow on this one, or where it was."""
        marked = self.menu.marked or 0
        self.menu.show(self.items())
        names = [item.id for item in self.menu.items]
        if names:
            self.menu.marked = names.index(name) if name in names else min(marked, len(names) - 1)
        self.refresh_bindings()
        self.show_keys()


def path_of(value: str) -> Path:
    """The path that was typed, or dropped on the window between quotes. Raises SaveError."""
    value = value.strip("'\"")
    if not value or "\0" in value:
        raise SaveError("Type the path of a file.")
    try:
        return Path(value).expanduser()
    except RuntimeError as error:
        raise SaveError(f"There is no such home folder: {value}.") from error
