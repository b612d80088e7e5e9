"""Somebody restless: types, pastes, opens and closes everything, and pulls at the window, at random.

    python -m tests.tui.restless --seconds 300 --seed 7

No word is to be lost by any of it, and nothing is to go wrong. It says what was done.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events

from game.tui.manners import PlainEditing
from tests.tui.playing import STORY, app_for, read_all, rows_of

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from game.story.model import Story
    from game.tui.app import RubySparks
    from game.tui.widgets.sheet import SheetView

WORDS = [
    "Ruby keeps bees", "Ruby sings", "and", "[red]", "{x}", "%s", "~~x~~", "世界", "שלום", "e\u0301\u0301",
    "\N{FAMILY}", "👩\u200d🎨", "a" * 90, ".", "\x1b[2J", "\u202eabc\u202c", "\ud83d", "\0",
]  # fmt: skip
KEYS = ["backspace", "ctrl+t", "ctrl+w", "enter", "left", "right", "up", "down", "home", "end", "delete",
        "pageup", "pagedown", "ctrl+z", "tab", "f3", "space"]  # fmt: skip
LEAVES = ["f6", "f1", "f8", "f7", "escape", "ctrl+s", "ctrl+o", "ctrl+p", "ctrl+q"]
SIZES = [(80, 24), (40, 15), (120, 40), (200, 60), (20, 6), (10, 3), (1, 1), (61, 17), (300, 12)]


class Restless:
    """One sitting. `done` counts what was done."""

    def __init__(self, app: RubySparks, pilot: Pilot[None], dice: random.Random) -> None:
        self.app = app
        self.pilot = pilot
        self.dice = dice
        self.done: Counter[str] = Counter()

    async def turn(self) -> None:
        """Do one thing, and see that nothing is lost."""
        what = self.dice.choices(
            [self.type, self.press, self.paste, self.resize, self.leaf, self.pull, self.change],
            [40, 15, 4, 20, 8, 2, 3],
        )[0]
        self.done[what.__name__] += 1
        await what()
        assert self.app.is_running
        assert all("\x1b" not in row and "\x9b" not in row for row in rows_of(self.app))

    async def type(self) -> None:
        """A word, as fast as keys can be."""
        for character in self.dice.choice(WORDS) + self.dice.choice(" \n "):
            named = {"\n": "enter", " ": "space"}.get(character, character)
            self.app.post_message(events.Key(named, None if character == "\n" else character))
        await self.pilot.pause()

    async def press(self) -> None:
        """A key that is none of a letter's."""
        await self.pilot.press(self.dice.choice(KEYS))

    async def paste(self) -> None:
        """Something long."""
        self.app.post_message(events.Paste(" ".join(self.dice.choices(WORDS, k=self.dice.randint(1, 200)))))
        await self.pilot.pause()

    async def resize(self) -> None:
        """Pull at the window, while letters are still on their way."""
        sheet = self.view.sheet
        before = self.text()
        for _ in range(self.dice.randint(1, 4)):
            if self.dice.random() < 0.5:
                size = self.dice.choice(SIZES)
            else:
                size = self.dice.randint(1, 220), self.dice.randint(1, 70)
            await self.pilot.resize_terminal(*size)
        await self.pilot.pause()
        after = self.text()
        assert after[1:] == before[1:], "a word was lost"
        assert after[0].startswith(before[0]), "a word was lost from the sheet"
        assert after[0] == before[0] or self.view.instead is not None, "a word came by itself"
        rows = [sheet.row(number) for number in range(sheet.row_count)]
        shown = "".join(glyph.text for start, end in rows for glyph in sheet.glyphs[start:end])
        assert shown == "".join(glyph.text for glyph in sheet.glyphs if not glyph.is_newline)

    def text(self) -> tuple[str, ...]:
        """Every word that there is: in the machine, and in the book."""
        scene = self.app.scene
        books = [scene.page.book]
        if scene.in_study:
            scene.study.settle()
            books += [scene.study.typed.book, scene.study.happened.book]
        return (self.view.sheet.text, *(paragraph.text for book in books for paragraph in book.paragraphs))

    @property
    def view(self) -> SheetView:
        """The sheet that is typed on."""
        scene = self.app.scene
        return scene.study.view if scene.in_study else scene.machine.view

    async def leaf(self) -> None:
        """Open something, do something there, and put it away."""
        await self.pilot.press(self.dice.choice(LEAVES))
        await self.pilot.pause()
        for _ in range(self.dice.randint(0, 3)):
            await self.pilot.press(self.dice.choice(["down", "up", "space", "end", "t", "tab", "right", "x"]))
        if self.dice.random() < 0.5:
            await self.resize()
        for _ in range(4):
            if self.app.screen is not self.app.scene:
                await self.pilot.press("escape")
                await self.pilot.pause()
        if self.app.screen is not self.app.scene:  # a list of commands has an escape of its own
            self.app.to_scene()
            await self.pilot.pause()

    async def pull(self) -> None:
        """Pull the page or tear it up, and go on to the next."""
        if not self.app.scene.typing:
            await read_all(self.pilot)
            await self.pilot.press(self.dice.choice("12345"))
        elif self.app.scene.in_study:
            await self.pilot.press(*self.dice.choice([["enter"], ["f3"], ["f5", "1"]]))
        else:
            await self.pilot.press(self.dice.choice(["f2", "f4"]))
        await read_all(self.pilot)
        if not self.app.playthrough.turn.choices and not self.app.scene.typing:
            await self.pilot.press("u")
        await self.pilot.pause()

    async def change(self) -> None:
        """Edit as in any editor, or as at a typewriter."""
        view = self.view
        view.set_manner(plain=not isinstance(view.manner, PlainEditing))


async def sit(
    seconds: float, seed: int, folder: Path, *, least: int = 1, story: Story = STORY, first: str = "4"
) -> Counter[str]:
    """Sit at a story for so long, after its `first` choice; what was done. Raises whatever goes wrong.

    However slow the machine, at least `least` things are done.
    """
    app = app_for(folder, story=story)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await read_all(pilot)
        await pilot.press(first)
        await read_all(pilot)
        restless = Restless(app, pilot, random.Random(seed))
        end = time.monotonic() + seconds
        while time.monotonic() < end or restless.done.total() < least:
            await restless.turn()
    return restless.done


def main() -> None:
    """From the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=180)
    parser.add_argument("--seed", type=int, default=None)
    options = parser.parse_args()
    seed = options.seed if options.seed is not None else random.randrange(10**6)
    print(f"seed {seed}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        done = asyncio.run(sit(options.seconds, seed, Path(folder)))
    print(
        f"{sum(done.values())} turns, nothing went wrong:",
        ", ".join(f"{n} {what}" for what, n in done.items()),
    )


if __name__ == "__main__":
    main()
