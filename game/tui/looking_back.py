"""The commands by which a player looks back: each lays a screen over the scene."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App

if TYPE_CHECKING:
    from game.play.playthrough import Playthrough
    from game.tui.desk import Desk
    from game.tui.screens.scene import SceneScreen


class LookingBack(App[None]):
    """What of the program looks back. It needs to know the playthrough, the desk and the scene."""

    playthrough: Playthrough
    desk: Desk

    @property
    def scene(self) -> SceneScreen:
        """The screen that is always there."""
        raise NotImplementedError

    def to_scene(self) -> None:
        """Take away whatever is laid over the scene."""
        while len(self.screen_stack) > 1:
            self.pop_screen()

    def action_looking_back(self) -> None:
        """Ask which way to look back."""
        from game.tui.screens.looking_back import LookingBackScreen  # noqa: PLC0415 - screens are loaded when needed

        self.to_scene()
        self.push_screen(LookingBackScreen(self.playthrough), self._look_back)

    def _look_back(self, way: str | None) -> None:
        if way is not None:
            getattr(self, f"action_{way}")()

    def action_so_far(self) -> None:
        """Tell what has happened so far."""
        from game.tui.screens.looking_back import SoFarScreen  # noqa: PLC0415 - screens are loaded when needed

        self.to_scene()
        self.push_screen(SoFarScreen(self.playthrough))

    def action_people(self) -> None:
        """List the people, and what they know."""
        from game.tui.screens.looking_back import PeopleScreen  # noqa: PLC0415 - screens are loaded when needed

        self.to_scene()
        self.push_screen(PeopleScreen(self.playthrough))

    def action_endings(self) -> None:
        """List the endings that were found."""
        from game.tui.screens.looking_back import EndingsScreen  # noqa: PLC0415 - screens are loaded when needed

        self.to_scene()
        self.push_screen(EndingsScreen(self.playthrough))

    def action_then_and_now(self) -> None:
        """Put Ruby after one page beside Ruby after another."""
        from game.tui.screens.then_and_now import ThenAndNowScreen  # noqa: PLC0415 - screens are loaded when needed

        self.to_scene()
        self.push_screen(ThenAndNowScreen(self.playthrough))

    def action_timeline(self) -> None:
        """List every move that was ever made, to go to any of them."""
        from game.tui.screens.looking_back import TimelineScreen  # noqa: PLC0415 - screens are loaded when needed

        self.to_scene()
        self.scene.leave_sheet()
        self.push_screen(TimelineScreen(self.playthrough), self._jumped)

    def _jumped(self, went: bool | None) -> None:
        if went:
            self.scene.open()

    def action_manuscript(self) -> None:
        """Read the pages typed so far."""
        from game.tui.screens.manuscript import ManuscriptScreen  # noqa: PLC0415 - screens are loaded when needed

        self.to_scene()
        self.push_screen(ManuscriptScreen(self.playthrough, self.desk))
