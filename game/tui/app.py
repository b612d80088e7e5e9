"""The terminal front end."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.keys import format_key

from game.engine.turn import MoveError, Type
from game.play.cleaning import clean
from game.play.read_before import FILE_NAME as READ_BEFORE
from game.play.read_before import ReadBefore
from game.play.transcript import Scribe
from game.tui.commands import COMMANDS
from game.tui.desk import Desk, load_desk, save_desk
from game.tui.looking_back import LookingBack
from game.tui.screens.scene import SceneScreen
from game.tui.settings import (
    CHOICES,
    FILE_NAME,
    Settings,
    load_keys,
    load_settings,
    save_settings,
    settings_path,
)
from game.tui.terminal import drawing_over, forgive_broken_input, on_hang_up
from game.tui.theme import THEMES, theme_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from textual import events
    from textual.screen import Screen

    from game.play.playthrough import Playthrough
    from game.play.session import Session
    from game.tui.splash import Splash


def run_app(session: Session, *, guest: bool = False, splash: Splash | None = None) -> int:
    """Play in the terminal, and return the exit status. Raises SlotNameError and SaveError beforehand.

    A guest is on this machine by way of a browser: nothing is read or written but beside their saves.
    A splash that is on the screen is drawn over.
    """
    forgive_broken_input()
    playthrough, notes = session.open()
    settings = session.saves.folder / FILE_NAME if guest else settings_path()
    app = RubySparks(session, playthrough, notes, settings, guest=guest)
    if splash is not None:
        app.driver_class = drawing_over(splash, app.driver_class)
    try:
        app.run()
    finally:
        playthrough.close()
    return app.return_code or 0


class RubySparks(LookingBack, inherit_bindings=False):
    """The program: one scene screen for the whole of a playthrough, other screens laid over it."""

    # A default screen does not load a style sheet of its own.
    CSS_PATH: ClassVar = ["app.tcss", "screens/scene.tcss", "screens/study.tcss"]
    TITLE = "Ruby Sparks"
    ALLOW_SELECT = False
    ENABLE_COMMAND_PALETTE = True
    PAUSE_GC_ON_SCROLL = True
    # Textual declares these as lists of the instance.
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-normal")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-normal-height"), (32, "-tall")]  # noqa: RUF012
    BINDINGS: ClassVar = [
        Binding("ctrl+q,ctrl+c", "quit", "Quit", show=False, priority=True, id="app.quit"),
        Binding("f1", "help", "Help", show=False, id="app.help"),
        Binding("ctrl+s", "save", "Save", show=False, id="app.save"),
        Binding("ctrl+o", "load", "Saves", show=False, id="app.load"),
    ]

    def __init__(
        self,
        session: Session,
        playthrough: Playthrough,
        notes: list[str],
        settings_file: Path,
        *,
        guest: bool = False,
    ) -> None:
        # With NO_COLOR Textual would still send greys, unless it leaves colours to the terminal.
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") else None)
        self.session = session
        self.guest = guest
        self.playthrough = playthrough
        self.settings_file = settings_file
        self.settings = load_settings(settings_file)
        self.desk = self._load_desk()
        self.read_before = ReadBefore(self._read_before_path())
        self.own_keys, refused = _own_keys(settings_file)
        self.notes = [*notes, *refused]
        self.scribe = Scribe()
        for theme in THEMES:
            self.register_theme(theme)
        # Before anything is drawn, so that the first sight of it is the right one.
        self.set_reactive(App.theme, theme_name(self.settings.palette))
        self.stylesheet.set_variables(self.get_css_variables())

    # Starting and leaving

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Colours by the names that our style sheets use, for a theme that has none of them."""
        return THEMES[0].variables

    def get_default_screen(self) -> Screen[None]:
        """The scene, from the first moment."""
        return SceneScreen(id="_default")

    def on_mount(self) -> None:
        """Dress, and be ready to be closed."""
        self._apply_settings()
        self.set_keymap(self.own_keys)
        on_hang_up(self._leave)

    def _leave(self, status: int) -> None:
        self.put_away()
        self.exit(return_code=status)

    def put_away(self) -> None:
        """Leave everything so that it is found again."""
        self.scene.leave_sheet()
        self._save_desk()
        self.scribe.off()

    def on_app_blur(self, event: events.AppBlur) -> None:
        """A page begins by saying that it is not looked at, and need not take that back."""
        if self.guest:
            event.prevent_default()

    def on_exit_app(self) -> None:
        """The page in the browser was closed, which asks nobody."""
        if self.guest:
            self.put_away()

    @property
    def scene(self) -> SceneScreen:
        """The screen that is always there."""
        screen = self.screen_stack[0]
        assert isinstance(screen, SceneScreen)
        return screen

    def tell(self, message: str) -> None:
        """A message to the player that goes away by itself."""
        self.notify(clean(message), markup=False, timeout=5)

    def key_name(self, command: str, usual: str) -> str:
        """What to call the key of a command: the player's own, or the usual one."""
        if (keys := self.own_keys.get(command)) is None:
            return usual
        key = format_key(keys.split(",")[0])
        return key.upper() if key[0] == "f" and key[1:].isdigit() else key

    def transcribe(self, notes: Sequence[str] = ()) -> None:
        """Have in the transcript, if there is one, what has happened since the last time, and notes."""
        trouble = self.scribe.follow(self.playthrough) or self.scribe.notes(notes)
        if trouble:
            self.tell(trouble)

    # The desk, written down beside the save

    def _desk_path(self) -> Path | None:
        slot = self.playthrough.slot
        # The dot keeps it from being taken for a slot.
        return None if slot is None else self.session.saves.folder / f"{slot}.desk.yaml"

    def _read_before_path(self) -> Path | None:
        return None if self.playthrough.slot is None else self.session.saves.folder / READ_BEFORE

    def _load_desk(self) -> Desk:
        path = self._desk_path()
        return Desk() if path is None else load_desk(path)

    def _save_desk(self) -> None:
        path = self._desk_path()
        if path is not None and (path.exists() or self.desk.bin or self.desk.text):
            with suppress(OSError):
                save_desk(self.desk, path)

    # Settings

    def change_settings(self, settings: Settings) -> None:
        """Have it otherwise from now on, and remember."""
        self.settings = settings
        self._apply_settings()
        self.scene.settings_changed()
        try:
            save_settings(settings, self.settings_file, _keys_comment())
        except OSError as error:
            self.tell(f"The settings hold for now, but could not be kept: {error.strerror or error}.")

    def _apply_settings(self) -> None:
        self.theme = theme_name(self.settings.palette)
        self.scene.set_class(self.settings.palette == "contrast", "-contrast")
        for cells in CHOICES["measure"]:
            self.set_class(cells == self.settings.measure, f"-measure-{cells}")
        self.animation_level = "none" if self.settings.reduced_motion else "full"

    # Commands

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:  # noqa: ARG002
        """The same commands as in the menu, for the palette."""
        for command in COMMANDS:
            yield SystemCommand(command.title, command.about, getattr(self, f"action_{command.action}"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What cannot be done now: nothing to take back, to make again, no sheet to read back."""
        if action == "undo":
            return bool(self.playthrough.history)
        if action == "redo":
            return bool(self.playthrough.timeline.ahead)
        if action == "read_back":
            return self.scene.at_machine
        if action == "tester_note":
            return self.scribe.path is not None
        return super().check_action(action, parameters)

    def action_menu(self) -> None:
        """Open the menu."""
        from game.tui.screens.menu import MenuScreen  # noqa: PLC0415 - screens are loaded when needed

        self.push_screen(MenuScreen())

    def action_undo(self) -> None:
        """Take back the last move. A page that was pulled is in the machine again."""
        self.to_scene()
        self.scene.leave_sheet()
        history = self.playthrough.history
        try:
            turn = self.playthrough.undo()
        except MoveError as error:
            self.tell(str(error))
            return
        move = history[-1][0]
        if isinstance(move, Type) and turn.page is not None:
            self.desk.leave(self.scene.sheet_key(turn), move.text, backwards=move.backwards)
        self.scene.open()

    def action_redo(self) -> None:
        """Make the move again that was taken back last. What is on the sheet is left on it."""
        self.to_scene()
        self.scene.leave_sheet()
        try:
            self.playthrough.redo()
        except MoveError as error:
            self.tell(str(error))
            return
        self.scene.open()

    def action_read_back(self) -> None:
        """Say what is understood of the sheet in the machine."""
        self.to_scene()
        if self.scene.at_machine:
            self.scene.action_read_back()
        else:
            self.tell("There is no sheet in the machine.")

    def action_save(self) -> None:
        """Save under a name."""
        from game.tui.screens.slots import SaveScreen  # noqa: PLC0415

        self.to_scene()
        self.push_screen(SaveScreen(self.session, self.playthrough), self._saved)

    def _saved(self, notes: list[str] | None) -> None:
        for note in notes or ():
            self.tell(note)

    def action_load(self) -> None:
        """Go on from a save, or put the saves in order."""
        from game.tui.screens.saves import SavesScreen  # noqa: PLC0415

        self.to_scene()
        self.scene.leave_sheet()
        self.push_screen(SavesScreen(self.session, self.playthrough), self._loaded)

    def _loaded(self, notes: list[str] | None) -> None:
        if notes is not None:
            self.scene.open(notes)

    def action_settings(self) -> None:
        """Change how it looks and works."""
        from game.tui.screens.settings import SettingsScreen  # noqa: PLC0415

        self.to_scene()
        self.push_screen(SettingsScreen())

    def action_transcript(self) -> None:
        """Turn the transcript on or off."""
        from game.tui.screens.transcript import TranscriptScreen  # noqa: PLC0415

        self.to_scene()
        self.push_screen(TranscriptScreen())

    def action_book(self) -> None:
        """Write the playthrough as a book."""
        from game.tui.screens.book import BookScreen  # noqa: PLC0415

        self.to_scene()
        self.push_screen(BookScreen(self.playthrough))

    def action_tester_note(self) -> None:
        """Take down a note for the testers."""
        from game.tui.screens.transcript import TranscriptScreen  # noqa: PLC0415

        self.to_scene()
        if self.scribe.path is None:
            self.tell("A note goes to the transcript, and there is none on.")
        else:
            self.push_screen(TranscriptScreen(noting=True))

    def action_help(self) -> None:
        """Say which keys there are."""
        from game.tui.screens.help import HelpScreen  # noqa: PLC0415

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen())

    def action_about(self) -> None:
        """Say whose this is."""
        from game.tui.screens.about import AboutScreen  # noqa: PLC0415

        self.to_scene()
        self.push_screen(AboutScreen(self.playthrough.story))

    def action_restart(self) -> None:
        """Begin again, if that is what is wanted."""
        from game.tui.screens.confirm import ConfirmScreen  # noqa: PLC0415

        self.to_scene()
        self.scene.leave_sheet()
        question = "Begin a new playthrough? This one is kept under a name of its own."
        self.push_screen(ConfirmScreen(question, "Begin again", "Go on here"), self._restart)

    def _restart(self, sure: bool | None) -> None:
        if sure:
            self.scene.open(self.playthrough.restart(), fresh=True)

    async def action_quit(self) -> None:
        """Leave, if that is what is wanted; a second time, leave."""
        from game.tui.screens.confirm import ConfirmScreen  # noqa: PLC0415

        if isinstance(self.screen, ConfirmScreen) and self.screen.id == "quit":
            self._leave(0)
            return
        trouble = self.playthrough.trouble
        question = f"Leave? {trouble}" if trouble else "Leave? You go on from here next time."
        if self.playthrough.slot is None and not trouble:
            question = "Leave? This playthrough is not kept anywhere."
        self.push_screen(ConfirmScreen(question, "Quit", "Stay", id="quit"), self._quit)

    def _quit(self, sure: bool | None) -> None:
        if sure:
            self._leave(0)


def _own_keys(settings_file: Path) -> tuple[dict[str, str], list[str]]:
    if not (wanted := load_keys(settings_file)):
        return {}, []
    from game.tui.keys import keymap  # noqa: PLC0415 - it looks through every screen

    return keymap(wanted)


def _keys_comment() -> str:
    from game.tui.keys import keys_comment  # noqa: PLC0415

    return keys_comment()
