"""`ruby-sparks preview`: the game as players have it, and beside it what only its author wants to see."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from game.play.cleaning import clean
from game.play.session import Session
from game.tui import app
from game.tui.app import RubySparks
from game.tui.screens.scene import SceneScreen
from game.tui.settings import settings_path
from game.tui.terminal import forgive_broken_input
from game.workshop.inspection import inspect
from game.workshop.rehearsal import NOT_KEPT

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.screen import Screen

    from game.workshop.rehearsal import Merged, Rehearsal

POLL: Final = 0.3
"""Seconds between two looks at the files."""


def run_preview(rehearsal: Rehearsal) -> int:
    """Play in the terminal while the story is edited, and return the exit status."""
    forgive_broken_input()
    preview = PreviewApp(rehearsal, settings_path())
    preview.run()
    return preview.return_code or 0


class PreviewScreen(SceneScreen):
    """The scene, with the inspector at its right and what is wrong at its foot."""

    def compose(self) -> ComposeResult:
        """What players see, and the author's part."""
        with VerticalScroll(id="inspector", can_focus=False):
            yield Static(id="inspected")
        yield Static(id="fault")
        yield from super().compose()


class PreviewApp(RubySparks, inherit_bindings=False):
    """The game on a rehearsal, which keeps nothing."""

    # A style sheet's path counts from the file of the class that names it.
    CSS_PATH: ClassVar = [Path(app.__file__).parent / sheet for sheet in RubySparks.CSS_PATH]
    CSS: ClassVar = """
    #inspector { dock: right; width: 38%; min-width: 30; max-width: 60; padding: 1 2; background: $sheet; }
    #inspected { color: $ink; width: 100%; height: auto; }
    #fault { dock: bottom; display: none; height: auto; max-height: 60%; padding: 1 2;
             background: $sheet; color: $ink; border-top: heavy $ruby; }
    PreviewScreen.-alone #inspector { display: none; }
    """
    BINDINGS: ClassVar = [
        Binding("f9", "inspector", "Inspector", show=False, id="preview.inspector"),
        *RubySparks.BINDINGS,
    ]

    def __init__(self, rehearsal: Rehearsal, settings_file: Path) -> None:
        session = Session(rehearsal.story, rehearsal.reader, rehearsal.playthrough.saves.folder, slot=None)
        super().__init__(session, rehearsal.playthrough, [], settings_file)
        self.rehearsal = rehearsal
        self.merged: Merged | None = None
        self._inspected: object = None

    def get_default_screen(self) -> Screen[None]:
        """The scene with what belongs to it here."""
        return PreviewScreen(id="_default")

    def on_mount(self) -> None:
        """Look at the files from now on."""
        self.set_interval(POLL, self._look)
        self.set_interval(POLL, self._inspect)
        self.call_after_refresh(self._inspect)

    def action_inspector(self) -> None:
        """Show the inspector, or hide it."""
        self.scene.toggle_class("-alone")

    def _look(self) -> None:
        """Merge what was saved into the playthrough, at the same place."""
        # What was done in the meantime, a load for one, belongs to the rehearsal as well.
        self.rehearsal.playthrough = self.playthrough
        merged = self.rehearsal.look()
        if merged is None:
            return
        self.merged = merged
        fault = self.scene.query_one("#fault", Static)
        fault.display = bool(merged.fault)
        if merged.fault:
            fault.update(Content("\n".join(map(clean, merged.fault))))
            return
        self.to_scene()
        self.scene.leave_sheet()
        self.session.story, self.session.reader = self.rehearsal.story, self.rehearsal.reader
        self.playthrough = self.rehearsal.playthrough
        self.scene.open(merged.notes)
        self._inspect()

    def _inspect(self) -> None:
        """Show the state as it stands, if it is not the one that is shown."""
        shown = (self.playthrough, self.playthrough.turn, self.merged)
        if shown == self._inspected:
            return
        self._inspected = shown
        self.rehearsal.playthrough = self.playthrough
        parts: list[Content] = []
        for section in inspect(self.rehearsal):
            parts += [Content(section.title).stylize("bold"), *map(Content, section.lines), Content("")]
        if self.merged is not None and not self.merged.fault:
            parts.append(Content(f"Read again in {self.merged.seconds:.2f} s"))
        self.scene.query_one("#inspected", Static).update(Content("\n").join(parts))

    def action_save(self) -> None:
        """Nothing is kept."""
        self.tell(NOT_KEPT)

    def action_load(self) -> None:
        """Nothing else is played."""
        self.tell(NOT_KEPT)

    def action_restart(self) -> None:
        """Begin again where this began, without asking."""
        self.to_scene()
        self.scene.leave_sheet()
        self.playthrough = self.rehearsal.begin_again()
        self.scene.open(fresh=True)
        self._inspect()

    async def action_quit(self) -> None:
        """Leave at once: there is nothing to be kept."""
        self._leave(0)
