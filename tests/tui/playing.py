"""Playing the example story on a screen, and the screen as text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual import events

from game.play.session import Session
from game.reader.claims import Claim, Frame, Reading
from game.story.loader import load_story
from game.tui.app import RubySparks, run_app

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from game.reader.reader import Reader
    from game.story.model import Story

STRIKE = "\x14"
"""In a text that is typed: the key that strikes out the word before."""
STORY = load_story(Path(__file__).parent / "story")
_CLAUSE = re.compile(r"Ruby (keeps|sings|has) ?([^.~\n]*)")
_BASE = {"keeps": "keep", "sings": "sing", "has": "have"}


class SmallReader:
    """Understands that Ruby keeps, sings or has something, not *Blorf*, and counts how often it was asked."""

    def __init__(self) -> None:
        self.readings = 0

    def read(self, text: str, typing: bool = False) -> Reading:
        self.readings += 1
        claims = (
            Claim(
                "ruby",
                "act",
                f"{_BASE[m[1]]} {m[2]}",
                span=m.span(),
                text=m[0],
                frame=Frame(_BASE[m[1]], m[2]),
            )
            for m in _CLAUSE.finditer(text)
        )
        return Reading(tuple(claims), tuple(m.span() for m in re.finditer("Blorf", text)))


def app_for(
    folder: Path,
    *,
    new: bool = False,
    slot: str | None = "autosave",
    story: Story = STORY,
    guest: bool = False,
) -> RubySparks:
    """The program with the example story, its saves and settings in a folder."""
    session = Session(story, cast("Reader", SmallReader()), folder / "saves", slot=slot, seed=7, new=new)
    playthrough, notes = session.open()
    return RubySparks(session, playthrough, notes, folder / "settings.toml", guest=guest)


def play(folder: str) -> int:
    """Play the example story on the real terminal."""
    return run_app(Session(STORY, cast("Reader", SmallReader()), Path(folder) / "saves", seed=7))


def rows_of(app: RubySparks) -> list[str]:
    """What stands on the screen, a string a row."""
    screen = app.screen
    return [strip.text for strip in screen._compositor.render_strips(screen.size)]


def screen_of(app: RubySparks) -> str:
    """The screen as text, without what is blank at the ends of rows."""
    return "\n".join(row.rstrip() for row in rows_of(app))


async def read_all(pilot: Pilot[None]) -> None:
    """Call everything that is new, and let it be drawn."""
    await pilot.pause()
    await pilot.press("end")
    await pilot.pause()


async def type_text(pilot: Pilot[None], text: str) -> None:
    """Type without waiting after every key, as fast hands do."""
    names = {"\n": "enter", "\b": "backspace", STRIKE: "ctrl+t"}
    for character in text:
        name = names.get(character)
        pilot.app.post_message(events.Key(name or character, None if name else character))
    await pilot.pause()
    await pilot.pause()


async def at_desk(pilot: Pilot[None]) -> None:
    """Sit down at the machine, ready to type."""
    await read_all(pilot)
    await pilot.press("4")
    await read_all(pilot)
    await pilot.pause()
