"""The saves screen: going on from one, another name, deleted and back, out to a file and in from one."""

from __future__ import annotations

import os
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from game.saves.slots import Saves, SlotInfo
from game.tui.screens.slots import ago, slot_item
from tests.tui.playing import app_for, at_desk, read_all, screen_of, type_text

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.pilot import Pilot

    from game.tui.app import RubySparks


@asynccontextmanager
async def saves(
    folder: Path, *names: str, size: tuple[int, int] = (80, 24), guest: bool = False
) -> AsyncIterator[tuple[RubySparks, Pilot[None]]]:
    """The screen with these saves on it, the arrow on the one that is played."""
    app = app_for(folder, guest=guest)
    async with app.run_test(size=size, notifications=True) as pilot:
        await at_desk(pilot)
        await type_text(pilot, "Ruby keeps bees \x14and sings")
        await pilot.press("f2")
        await read_all(pilot)
        for name in names:
            app.playthrough.save(name)
        for number, name in enumerate(("autosave", *names)):
            os.utime(folder / "saves" / f"{name}.yaml", (1_750_000_000 - number, 1_750_000_000 - number))
        await pilot.press("ctrl+o")
        await pilot.pause()
        yield app, pilot


def names(app: RubySparks) -> list[str]:
    return [slot.name for slot in app.session.slots()]


async def line(pilot: Pilot[None], text: str) -> None:
    """Type this on the line instead of what is there."""
    await pilot.press("ctrl+u")
    for character in text:
        await pilot.press(
            {"/": "slash", ".": "full_stop", " ": "space", "_": "underscore"}.get(character, character)
        )
    await pilot.press("enter")
    await pilot.pause()


async def test_each_says_how_much_there_is_of_it_and_which_is_played(tmp_path: Path) -> None:
    async with saves(tmp_path, "monday") as (app, _):
        shown = " ".join(screen_of(app).split())
        assert "autosave · Ink · 15 June 2025" in shown
        assert "You are here. 2 moves, 4 words typed. “Ruby keeps and sings”" in shown
        assert "ago. 2 moves, 4 words typed." in shown


async def test_the_one_that_is_played_is_neither_loaded_nor_renamed_nor_deleted(tmp_path: Path) -> None:
    async with saves(tmp_path, "monday") as (app, pilot):
        for key in ("enter", "r", "d"):
            await pilot.press(key)
            await pilot.pause()
            assert "This is the one that you are playing." in screen_of(app)
        assert names(app) == ["autosave", "monday"]
        assert app.screen is not app.scene


async def test_a_save_gets_another_name(tmp_path: Path) -> None:
    async with saves(tmp_path, "monday") as (app, pilot):
        (tmp_path / "saves" / "monday.desk.yaml").write_text("{}")
        await pilot.press("down", "r")
        await line(pilot, "a tuesday")
        assert names(app) == ["autosave", "a tuesday"]
        assert (tmp_path / "saves" / "a tuesday.desk.yaml").exists()
        assert "“monday” is called “a tuesday” now." in screen_of(app)
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen is app.scene


async def test_a_name_that_is_taken_or_none_is_refused_and_can_be_mended(tmp_path: Path) -> None:
    async with saves(tmp_path, "monday", "tuesday") as (app, pilot):
        await pilot.press("down", "r")
        await line(pilot, "tuesday")
        assert "There is a save called “tuesday” already." in " ".join(screen_of(app).split())
        await line(pilot, "con")
        assert "a device on Windows" in " ".join(screen_of(app).split())
        await line(pilot, "wednesday")
        assert names(app) == ["autosave", "wednesday", "tuesday"]


async def test_escape_leaves_the_line_then_the_screen(tmp_path: Path) -> None:
    async with saves(tmp_path, "monday") as (app, pilot):
        await pilot.press("down", "r", "x", "escape")
        await pilot.pause()
        assert app.screen is not app.scene
        assert names(app) == ["autosave", "monday"]
        await pilot.press("d")
        await pilot.pause()
        assert names(app) == ["autosave"], "the keys are the list's again"
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is app.scene


async def test_what_is_deleted_is_set_aside_and_comes_back_as_it_was(tmp_path: Path) -> None:
    async with saves(tmp_path, "monday", "tuesday") as (app, pilot):
        before = (tmp_path / "saves" / "monday.yaml").read_bytes()
        await pilot.press("u")  # nothing is deleted: nothing comes back
        await pilot.press("down", "d", "d")
        await pilot.pause()
        assert names(app) == ["autosave"]
        assert (tmp_path / "saves" / "monday.deleted-1.yaml").read_bytes() == before
        assert "u bring back" in screen_of(app)
        await pilot.press("u", "u")
        await pilot.pause()
        assert names(app) == ["autosave", "monday", "tuesday"]
        assert (tmp_path / "saves" / "monday.yaml").read_bytes() == before
        assert "u bring back" not in screen_of(app)


async def test_what_is_deleted_comes_back_beside_another_of_its_name(tmp_path: Path) -> None:
    async with saves(tmp_path, "monday") as (app, pilot):
        await pilot.press("down", "d")
        await pilot.pause()
        app.playthrough.save("monday")
        await pilot.press("u")
        await pilot.pause()
        assert sorted(names(app)) == ["autosave", "monday", "monday-1"]
        assert "as “monday-1”" in screen_of(app)
        assert not list((tmp_path / "saves").glob("*.deleted-*"))


async def test_a_save_played_elsewhere_is_left_alone(tmp_path: Path) -> None:
    async with saves(tmp_path, "monday") as (app, pilot):
        lock = Saves(tmp_path / "saves").lock("monday")
        await pilot.press("down", "d")
        await pilot.pause()
        assert "being played in another window" in screen_of(app)
        assert names(app) == ["autosave", "monday"]
        lock.release()


async def test_a_save_goes_out_to_a_file_and_never_over_one(tmp_path: Path) -> None:
    async with saves(tmp_path, "monday") as (app, pilot):
        await pilot.press("down", "e")
        await line(pilot, str(tmp_path / "out.yaml"))
        assert "“monday” is written to" in screen_of(app)
        assert (tmp_path / "out.yaml").read_bytes() == (tmp_path / "saves" / "monday.yaml").read_bytes()
        await pilot.press("e")
        await line(pilot, str(tmp_path / "out.yaml"))
        assert "already. Choose another name." in " ".join(screen_of(app).split())
        await line(pilot, str(tmp_path))
        assert (tmp_path / "monday.yaml").exists(), "into a folder under its own name"


async def test_a_file_comes_in_beside_what_there_is(tmp_path: Path) -> None:
    async with saves(tmp_path, "monday") as (app, pilot):
        other = (tmp_path / "saves" / "autosave.yaml").read_bytes()
        (tmp_path / "monday.yaml").write_bytes(other.replace(b"seed: 7", b"seed: 8", 1))
        (tmp_path / "wednesday.yaml").write_bytes(other)
        await pilot.press("i")
        await line(pilot, f"{tmp_path}/wednesday.yaml")
        assert "It is here as “wednesday”." in screen_of(app)
        assert "wednesday" in names(app)
        await pilot.press("i")
        await line(pilot, f"{tmp_path}/none.yaml")
        assert "cannot be read: No such file" in " ".join(screen_of(app).split())
        (tmp_path / "bad.yaml").write_bytes(b"\xff[red]\x1b[2J")
        await line(pilot, f"{tmp_path}/bad.yaml")
        assert "bad" not in names(app)
        await line(pilot, "")
        assert "Type the path of a file." in screen_of(app)


async def test_the_arrow_works_where_the_list_is_longer_than_the_screen(tmp_path: Path) -> None:
    async with saves(tmp_path, "monday", "tuesday", size=(40, 15)) as (app, pilot):
        await pilot.pause()
        assert "Saves" in screen_of(app)
        await pilot.press("down", "down")
        await pilot.pause()
        assert "›3  tuesday" in screen_of(app)
        await pilot.press("up", "up", "up")
        await pilot.pause()
        assert "Saves" in screen_of(app)
        assert "›1  autosave" in screen_of(app)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "just now"), (59, "just now"), (60, "1 minute ago"), (7200, "2 hours ago"),
        (86_400, "1 day ago"), (86_400 * 65, "2 months ago"), (86_400 * 800, "2 years ago"), (-5, ""),
    ],
)  # fmt: skip
def test_how_long_ago_is_said_in_words(seconds: int, words: str) -> None:
    assert ago(1_000_000_000, 1_000_000_000 + seconds) == words


def test_of_a_save_from_the_future_no_age_is_told() -> None:
    item = slot_item(SlotInfo("monday", Path("monday.yaml"), 4e9, moves=1))
    assert item.note == "1 move."


async def test_a_guest_is_given_the_file_and_reaches_none_of_this_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with saves(tmp_path, "monday", guest=True) as (app, pilot):
        given: dict[str, bytes] = {}
        monkeypatch.setattr(
            app, "deliver_binary", lambda file, save_filename, **_: given.update({save_filename: file.read()})
        )
        await pilot.press("down", "e", "i")
        await pilot.pause()
        assert given == {"monday.yaml": (tmp_path / "saves" / "monday.yaml").read_bytes()}
        assert "i import" not in screen_of(app)
        assert not app.screen.query_one("Input").display
        await pilot.press("escape")
        await app.run_action("transcript")
        await pilot.pause()
        assert "Begin a transcript" in screen_of(app)
        assert "another file" not in screen_of(app)
