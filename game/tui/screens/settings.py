"""How the player likes it. Every change is seen at once, and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual.binding import Binding

from game.tui.screens.leaf import LeafScreen
from game.tui.settings import CHOICES, cycled
from game.tui.widgets.menu import ChoiceMenu, Item

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.tui.app import RubySparks

_TITLES: Final = {
    "arrival": "Text arrives",
    "palette": "Colours",
    "plain_editing": "Typing",
    "reduced_motion": "Motion",
    "measure": "Lines",
    "bell": "Bell",
    "clock": "Clock",
    "content_notes": "Content notes",
}
_VALUES: Final[dict[tuple[str, object], tuple[str, str]]] = {
    ("arrival", "paragraph"): ("by paragraph", "A paragraph at each press of space."),
    ("arrival", "screen"): ("by screen", "As much as fits at each press of space."),
    ("arrival", "at-once"): ("at once", "All that is new, at once."),
    ("palette", "paper"): ("paper", "A white page in a dark room."),
    ("palette", "night"): ("night", "The same page with the lamp out."),
    ("palette", "contrast"): ("high contrast", "White on black."),
    ("palette", "none"): ("none", "The terminal's own colours, and no others."),
    ("plain_editing", False): ("as at a typewriter", "What is typed stays; words are typed over with x."),
    ("plain_editing", True): ("plain editing", "The caret goes anywhere; ctrl+t types a word over."),
    ("reduced_motion", False): ("on", "One thing in the game moves by itself, once."),
    ("reduced_motion", True): ("off", "Nothing moves by itself."),
    ("measure", 60): ("60 letters", "A narrow page."),
    ("measure", 66): ("66 letters", "A page as books have it."),
    ("measure", 72): ("72 letters", "A wide page."),
    ("bell", False): ("for the eye", "A note at the end of the roller, before the margin."),
    ("bell", True): ("rings", "The terminal's own bell, before the margin."),
    ("clock", False): ("none", "Nothing tells the time."),
    ("clock", True): ("shown", "The time of day, at the foot."),
    ("content_notes", "off"): ("none", "A chapter begins without a word."),
    ("content_notes", "ask"): ("before a chapter", "What is in it that some want to be told of."),
}


class SettingsScreen(LeafScreen[None]):
    """Enter, a number or the arrows change a setting."""

    BINDINGS: ClassVar = [
        Binding("right", "change(1)", "Next", show=False, id="settings.next"),
        Binding("left", "change(-1)", "Before", show=False, id="settings.before"),
    ]

    @property
    def _game(self) -> RubySparks:
        return cast("RubySparks", self.app)

    def title_text(self) -> str:
        """What this is, and how."""
        return "Settings"

    def items(self) -> Sequence[Item]:
        """A line for each setting."""
        settings = self._game.settings
        items: list[Item] = []
        for name in CHOICES:
            value, note = _VALUES[name, getattr(settings, name)]
            items.append(Item(name, f"{_TITLES[name]}: {value}", note=note))
        return items

    def on_choice_menu_picked(self, message: ChoiceMenu.Picked) -> None:
        """Change what was picked."""
        message.stop()
        self._change(message.item.id, 1)

    def action_change(self, step: int) -> None:
        """Change what the arrow is on."""
        if self.menu.marked is not None:
            self._change(self.menu.items[self.menu.marked].id, step)

    def _change(self, name: str, step: int) -> None:
        marked = self.menu.marked
        self._game.change_settings(cycled(self._game.settings, name, step))
        self.menu.show(self.items())
        self.menu.marked = marked
        self.menu.call_after_refresh(self.menu.bring_marked_into_view)
