"""The menu: everything that can be done at any time."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from game.tui.commands import AT_TIMES, COMMANDS
from game.tui.screens.leaf import LeafScreen
from game.tui.widgets.menu import ChoiceMenu, Item

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.tui.app import RubySparks
    from game.tui.commands import Command

GO_ON = "go-on"


class MenuScreen(LeafScreen[None]):
    """Laid over the scene by escape, taken away by it."""

    def title_text(self) -> str:
        """The story's name; nowhere else is it written but in the sky."""
        return "Menu"

    def items(self) -> Sequence[Item]:
        """To go on, and the commands. Those that have a key say so."""
        yes = {command.action: bool(self.app.check_action(command.action, ())) for command in COMMANDS}
        return [
            Item(GO_ON, "Go on"),
            *(
                Item(one.action, self._titled(one), yes[one.action])
                for one in COMMANDS
                if one.action not in AT_TIMES or yes[one.action]
            ),
        ]

    def _titled(self, command: Command) -> str:
        if command.key is None:
            return command.title
        key = cast("RubySparks", self.app).key_name(command.binding, command.key)
        return f"{command.title}  ({key})"

    def on_choice_menu_picked(self, message: ChoiceMenu.Picked) -> None:
        """Do it."""
        message.stop()
        if not message.item.enabled:
            return
        self.dismiss(None)
        if message.item.id != GO_ON:
            self.app.call_later(self.app.run_action, f"app.{message.item.id}")
