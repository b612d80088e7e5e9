"""What has happened so far, every move and the way back to it, the people, the endings found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.tui.screens.looking_back import LookingBackScreen, TimelineScreen
from game.tui.settings import Settings, save_settings
from tests.tui.playing import app_for, read_all, screen_of

if TYPE_CHECKING:
    from pathlib import Path

    from syrupy.assertion import SnapshotAssertion
    from textual.pilot import Pilot

    from game.tui.app import RubySparks

SIZES = [(80, 24), (120, 40), (40, 15)]
WILD = "Ruby keeps [red]bees[/] \x1b[2J {x} %s and Harry."


def played(folder: Path) -> RubySparks:
    """The example with a page, and another in its place."""
    save_settings(Settings(reduced_motion=True), folder / "settings.toml")
    app = app_for(folder)
    playthrough = app.playthrough
    playthrough.choose("look")
    playthrough.choose("sit")
    playthrough.type(WILD)
    playthrough.undo()
    playthrough.type("Ruby sings.")
    return app


async def look_back(app: RubySparks, pilot: Pilot[None], way: str) -> None:
    await read_all(pilot)
    await app.run_action(way)
    await pilot.pause()
    await pilot.pause()


@pytest.mark.parametrize("size", SIZES)
async def test_how_they_look(tmp_path: Path, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    app = played(tmp_path)
    async with app.run_test(size=size) as pilot:
        for way in ("looking_back", "so_far", "timeline", "people", "endings"):
            await look_back(app, pilot, way)
            assert screen_of(app) == snapshot(name=way)


async def test_f8_asks_which_way_and_goes_it(tmp_path: Path) -> None:
    app = played(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await read_all(pilot)
        await pilot.press("f8")
        await pilot.pause()
        assert isinstance(app.screen, LookingBackScreen)
        await pilot.press("1")
        await pilot.pause()
        await pilot.pause()
        assert "On a Tuesday there was a sentence in the machine." in screen_of(app)
        await pilot.press("escape")
        await pilot.pause()
        assert len(app.screen_stack) == 1


async def test_one_can_go_to_any_move_and_back_again(tmp_path: Path) -> None:
    app = played(tmp_path)
    there = app.playthrough.turn
    async with app.run_test(size=(80, 24)) as pilot:
        await look_back(app, pilot, "timeline")
        assert isinstance(app.screen, TimelineScreen)
        await pilot.press("2")
        await pilot.pause()
        await pilot.pause()
        assert len(app.screen_stack) == 1
        assert [turn.scene for _, turn in app.playthrough.history] == ["morning"]
        await look_back(app, pilot, "timeline")
        last = next(number for number in app.playthrough.timeline.nodes if number == 5)
        await pilot.press("end" if last is None else "5")
        await pilot.pause()
        await pilot.pause()
        assert app.playthrough.turn == there


async def test_words_that_were_not_finished_are_still_in_the_machine(tmp_path: Path) -> None:
    app = played(tmp_path)
    app.playthrough.choose("again")
    async with app.run_test(size=(80, 24)) as pilot:
        await read_all(pilot)
        await pilot.press("R", "u", "b")
        await app.run_action("timeline")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert "Rub" in screen_of(app)
