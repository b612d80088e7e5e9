"""The book: in which form, whose it is, and where to."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, cast

from game.book.making import NAME_LIMIT
from game.book.publishing import KINDS, Copy, free_name, keep, publish
from game.play.cleaning import clean_line
from game.saves.errors import SaveError
from game.tui.screens.asking import AskingScreen
from game.tui.screens.saves import path_of
from game.tui.widgets.menu import Item

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.play.playthrough import Playthrough
    from game.tui.app import RubySparks
    from game.tui.widgets.menu import ChoiceMenu

_NAME = "name"


class BookScreen(AskingScreen[None]):
    """What has been played, to be written to a file."""

    def __init__(self, playthrough: Playthrough) -> None:
        super().__init__()
        self._playthrough = playthrough
        self._author = ""

    @property
    def _game(self) -> RubySparks:
        return cast("RubySparks", self.app)

    def title_text(self) -> str:
        """What this is."""
        return "The book"

    def items(self) -> Sequence[Item]:
        """The forms that it can have, and the name on it."""
        name = f"By {self._author}." if self._author else "There is no name on it."
        return [
            *(Item(kind, title) for kind, title in KINDS.items()),
            Item(_NAME, "The name on it", note=name),
        ]

    def on_choice_menu_picked(self, message: ChoiceMenu.Picked) -> None:
        """Ask where to, or for the name."""
        message.stop()
        kind = message.item.id
        if kind == _NAME:
            self.ask("Your name, for the title page", self._called, value=self._author, limit=NAME_LIMIT)
            return
        copy = publish(self._playthrough, kind, self._author)
        if self._game.guest:
            self.app.deliver_binary(BytesIO(copy.content), save_filename=copy.file_name, mime_type=copy.mime)
        else:
            self.ask(
                f"A file to write “{copy.title}” to",
                lambda value: self._keep(copy, value),
                value=_suggested(copy),
            )

    def _called(self, name: str) -> None:
        self._author = clean_line(name, NAME_LIMIT)
        self.asked()
        self.menu.show(self.items())

    def _keep(self, copy: Copy, value: str) -> None:
        """Write it, or say why it cannot be; then the line stays, to be mended."""
        try:
            path = keep(copy, path_of(value))
        except (SaveError, OSError) as error:
            self.say(str(error))
        else:
            self.dismiss(None)
            self._game.tell(f"“{copy.title}” is written to {path}.")


def _suggested(copy: Copy) -> str:
    """A file that there is not yet in the home folder; in this one, if there is no home."""
    home = f"~{os.sep}"
    try:
        return home + free_name(copy, path_of(home))
    except SaveError:
        return free_name(copy, Path())
