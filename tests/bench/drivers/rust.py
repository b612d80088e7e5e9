"""bink: ink's runtime in Rust, through its Python binding, on compiled ink."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from tests.bench.drivers.driver import MODULUS, MULTIPLIER, Driver, main

if TYPE_CHECKING:
    from pathlib import Path


class Bink(Driver):
    """The runtime in Rust."""

    def __init__(self, story: Path) -> None:
        super().__init__(story)
        self._kind = import_module("bink.story").Story

    def load(self) -> None:
        self.story = self._kind(self.story_path.read_text(encoding="utf-8-sig"))

    def begin(self) -> None:
        self.story.reset_state()
        self._render()

    def play(self, turns: int, pick: int) -> int:
        story = self.story
        for _ in range(turns):
            if menu := self.menu:
                pick = pick * MULTIPLIER % MODULUS
                story.choose_choice_index(pick % len(menu))
            else:
                story.reset_state()
            self._render()
        return pick

    def _render(self) -> None:
        self.text = self.story.continue_maximally()
        self.menu = list(self.story.get_current_choices())

    def shown(self) -> tuple[str, list[str]]:
        return self.text, self.menu

    def save(self) -> str:
        return str(self.story.save_state())

    def restore(self, saved: str | bytes) -> None:
        self.story.load_state(saved)
        self.text = self.story.get_current_text()
        self.menu = list(self.story.get_current_choices())


if __name__ == "__main__":
    main(Bink)
