"""inkcpp: ink's runtime in C++, through its Python binding, on its own compiled form beside compiled ink."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from tests.bench.drivers.driver import MODULUS, MULTIPLIER, Driver, main

if TYPE_CHECKING:
    from pathlib import Path


class InkCpp(Driver):
    """The runtime in C++. Its binding fails to restore what it saves of this story: that is not measured."""

    def __init__(self, story: Path) -> None:
        super().__init__(story)
        self._module = import_module("inkcpp_py")
        self._compiled = self.story_path.with_suffix(".bin")

    def compile(self) -> None:
        self._module.compile_json(str(self.story_path), str(self._compiled))

    def load(self) -> None:
        self.story = self._module.Story.from_file(str(self._compiled))

    def begin(self) -> None:
        self.variables = self.story.new_globals()
        self.runner = self.story.new_runner(self.variables)
        self._render()

    def play(self, turns: int, pick: int) -> int:
        for _ in range(turns):
            if menu := self.menu:
                pick = pick * MULTIPLIER % MODULUS
                self.runner.choose(pick % len(menu))
                self._render()
            else:
                self.begin()
        return pick

    def _render(self) -> None:
        self.text = self.runner.getall()
        self.menu = [choice.text() for choice in self.runner]

    def shown(self) -> tuple[str, list[str]]:
        return self.text, self.menu


if __name__ == "__main__":
    main(InkCpp)
