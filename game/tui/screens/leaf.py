"""A leaf of paper laid over the scene: what menus, questions and lists have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from game.play.cleaning import clean
from game.tui.widgets.menu import NUMBER_KEYS, ChoiceMenu, Item

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.app import ComposeResult
    from textual.widget import Widget

Answer = TypeVar("Answer")


class LeafScreen(ModalScreen[Answer]):
    """A title and a menu on a leaf. Escape takes it away without an answer."""

    AUTO_FOCUS = "ChoiceMenu"
    NONE: ClassVar = ""
    """What is said where there is nothing to pick."""
    HINT: ClassVar = ""
    """What is said under the menu where there is."""
    BINDINGS: ClassVar = [
        Binding("escape", "close", "Back", id="leaf.close"),
        *NUMBER_KEYS,
    ]

    def title_text(self) -> str:
        """What stands at the top."""
        raise NotImplementedError

    def items(self) -> Sequence[Item]:
        """What can be picked."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """The leaf."""
        with VerticalScroll(classes="leaf", can_focus=False):
            yield Static(Content(self.title_text()), classes="title")
            yield from self.before_menu()
            yield ChoiceMenu(whole=True)
            yield Static(id="said", classes="said")
            yield Static(id="leaf-keys", classes="said")

    def before_menu(self) -> Iterable[Widget]:
        """What stands between the title and the menu."""
        return ()

    def say(self, message: str) -> None:
        """Say something under the menu, why not, say; nothing, if it is ''."""
        said = self.query_one("#said", Static)
        said.update(Content(clean(message)))
        said.display = bool(message)
        self.call_after_refresh(said.scroll_visible, animate=False)

    def show_keys(self) -> None:
        """Say which keys there are on this leaf besides those that every leaf has."""
        shown: dict[str, str] = {}
        for key in self.active_bindings.values():
            if key.node is self and key.enabled and key.binding.show and key.binding.action != "close":
                shown.setdefault(key.binding.description, self.app.get_key_display(key.binding))
        keys = self.query_one("#leaf-keys", Static)
        keys.update(Content(" · ".join(f"{key} {words.lower()}" for words, key in shown.items())))
        keys.display = bool(shown)

    def on_mount(self) -> None:
        """Put the items on the leaf; where they are what is used first, the arrow is on the first."""
        self.menu.show(self.items())
        if self.menu.items and self.AUTO_FOCUS == LeafScreen.AUTO_FOCUS:
            self.menu.marked = self.first_marked()
            self.call_after_refresh(self.menu.bring_marked_into_view)
        if self.menu.items and self.HINT:
            self.say(self.HINT)
        if self.NONE and not self.menu.items:
            self.say(self.NONE)
        self.show_keys()
        if self.AUTO_FOCUS != LeafScreen.AUTO_FOCUS:
            # The page would go down to what is used first; what stands above is to be seen.
            self.call_after_refresh(self.query_one(".leaf").scroll_home, animate=False)

    def first_marked(self) -> int:
        """The number of the item that the arrow is on at first, from 0."""
        return 0

    @property
    def menu(self) -> ChoiceMenu:
        """The menu on the leaf."""
        return self.query_one(ChoiceMenu)

    def action_close(self) -> None:
        """Take the leaf away."""
        self.dismiss(None)

    def action_pick(self, number: int) -> None:
        """Pick by number."""
        self.menu.pick(number - 1)
