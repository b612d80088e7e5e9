"""The transcript: on or off, to which file, and a note for the testers."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from game.play.transcript import TranscriptError, transcript_path
from game.saves.errors import SaveError
from game.tui.screens.asking import AskingScreen
from game.tui.screens.saves import path_of
from game.tui.widgets.menu import Item

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.tui.app import RubySparks
    from game.tui.widgets.menu import ChoiceMenu

NOTE_LIMIT = 2000
"""Characters of a note."""


class TranscriptScreen(AskingScreen[None]):
    """`noting` asks for a note at once, and goes away when it is made."""

    def __init__(self, *, noting: bool = False) -> None:
        super().__init__()
        self._noting = noting

    @property
    def _game(self) -> RubySparks:
        return cast("RubySparks", self.app)

    def title_text(self) -> str:
        """What this is."""
        return "Note for the testers" if self._noting else "Transcript"

    def items(self) -> Sequence[Item]:
        """To begin it or to end it; a note, while it is on."""
        if self._noting:
            return ()
        path = self._game.scribe.path
        if path is not None:
            return [
                Item("off", "End the transcript", note=f"It is written to {path}."),
                Item("note", "Note for the testers", note="A line that goes into the transcript only."),
            ]
        usual = [
            Item(
                "on",
                "Begin a transcript",
                note=f"What is told, picked and typed from now on, added to {self._usual}.",
            )
        ]
        return usual if self._game.guest else [*usual, Item("on-in", "Begin it in another file")]

    @property
    def _usual(self) -> str:
        return str(transcript_path(self._game.playthrough))

    def on_mount(self) -> None:
        """Ask for the note, if that is what this is for."""
        super().on_mount()
        if self._noting:
            self._ask_note()

    def on_choice_menu_picked(self, message: ChoiceMenu.Picked) -> None:
        """Do it."""
        message.stop()
        match message.item.id:
            case "on":
                self._on(self._usual)
            case "on-in":
                self.ask("A file to write the transcript to", self._on, value=self._usual)
            case "off":
                self._leave(self._game.scribe.off())
            case "note":
                self._ask_note()

    def _on(self, file: str) -> None:
        try:
            said = self._game.scribe.on(self._game.playthrough, path_of(file))
        except (TranscriptError, SaveError) as error:
            self.say(str(error))
        else:
            self._leave(said)

    def _ask_note(self) -> None:
        self.ask("What the testers should know", self._note, limit=NOTE_LIMIT)

    def _note(self, text: str) -> None:
        if text:
            self._leave(self._game.scribe.comment(text) or "Noted.")
        else:
            self.say("Type the note, or press escape.")

    def _leave(self, said: str) -> None:
        self.dismiss(None)
        self._game.tell(said)

    def action_close(self) -> None:
        """Where only a note is asked for, there is nothing behind the line."""
        if self._noting:
            self.dismiss(None)
        else:
            super().action_close()
