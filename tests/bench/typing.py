"""From a key to the last byte of its repaint, on a full page that is read as it is typed."""

from __future__ import annotations

import tempfile
from itertools import islice
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Final

from tests.bench.reading import long_pages
from tests.bench.terminal import BLANK_LINE, GAME, Repaint, Terminal, can_measure, environment, to_the_machine

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FLOOR: Final = """
from textual.app import App
from textual.widget import Widget

class Echo(Widget, can_focus=True):
    DEFAULT_CSS = "Echo { height: 1; }"
    typed = "Nothing but this."

    def on_key(self, event):
        if event.is_printable:
            self.typed = (self.typed + event.character)[-60:]
            self.refresh()

    def render(self):
        return self.typed

class Floor(App):
    def compose(self):
        yield Echo()

    def on_mount(self):
        self.query_one(Echo).focus()

Floor().run()
"""
"""The least that Textual can do with a key: a widget of one row that says which."""
ON_THE_PAGE: Final = 250
"""Words that there are already: a typewritten page full."""
BLOCKS: Final = 6
KEYS: Final = 50
"""How many are timed in a block; the programs take blocks turn about."""


def keys() -> Iterator[tuple[str, str]]:
    """A page being typed, against the floor."""
    if not can_measure():
        yield "keystroke to paint", "not measured on this system"
        return
    page, rest = _page()
    letters = iter(rest)
    floor: list[Repaint] = []
    game: list[Repaint] = []
    with tempfile.TemporaryDirectory() as name:
        environ = environment(Path(name))
        saves = ["--saves", f"{name}/saves"]
        with Terminal(FLOOR, [], environ) as echo, Terminal(GAME, saves, environ) as machine:
            echo.wait_for(BLANK_LINE)
            to_the_machine(machine)
            for start in range(0, len(page), 200):
                machine.press(page[start : start + 200].encode())
                machine.settle(0.3)
            for block in range(BLOCKS + 1):  # the first block only warms up
                typed = [letter.encode() for letter in islice(letters, KEYS)]
                floor_now = [echo.timed(letter) for letter in typed]
                game_now = [machine.timed(letter) for letter in typed]
                if block:
                    floor += floor_now
                    game += game_now
    yield "key on a widget of one row, to its repaint", _told(floor)
    least = median(one.last for one in floor)
    now = median(one.last for one in game)
    yield f"key on a page of {ON_THE_PAGE} words, to its repaint", f"{_told(game)}: {now / least:.2f} of that"
    letter, on_the_widget = (median(one.first for one in timed) for timed in (game, floor))
    told = f"median {letter * 1000:.2f} ms: {letter / on_the_widget:.2f} of that on the widget"
    yield "the same, to the letter, what glows after it left out", told


def _page() -> tuple[str, str]:
    """What is on the page already, and what is typed on."""
    words = " ".join(long_pages()).split()
    on_it, on = words[:ON_THE_PAGE], words[ON_THE_PAGE:]
    return " ".join(on_it) + " ", " ".join(on)


def _told(timed: Sequence[Repaint]) -> str:
    seconds = sorted(one.last for one in timed)
    late = seconds[round(0.95 * (len(seconds) - 1))]
    return (
        f"median {median(seconds) * 1000:.2f} ms, 95th percentile {late * 1000:.2f} ms, "
        f"{median(one.sent for one in timed):.0f} bytes (n = {len(timed)})"
    )
