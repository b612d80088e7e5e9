"""What is laid over the scene: menu, saves, settings, manuscript, help, questions, palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.tui.screens.help import _HELP
from game.tui.settings import Settings, load_settings
from game.tui.typesetting import SHEET_COLUMNS
from tests.tui.playing import app_for, at_desk, read_all, screen_of, type_text

if TYPE_CHECKING:
    from pathlib import Path


async def test_escape_opens_the_menu_and_takes_it_away(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await read_all(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert "›1  Go on" in screen_of(app)
        assert "✗ Take back the last move" in screen_of(app), "there is nothing to take back yet"
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is app.scene


@pytest.mark.parametrize(
    ("keys", "seen"),
    [
        (("3",), "Looking back"),
        (("4",), "Nothing has been typed yet."),
        (("down", "down", "down", "enter"), "Nothing has been typed yet."),
        (("5",), "Save under a name"),
        (("6",), "Saves"),
        (("7",), "Text arrives: by paragraph"),
        (("8",), "You are Calvin, who writes."),
        (("9",), "Begin a new playthrough?"),
        (("0",), "Leave? You go on from here next time."),
    ],
)
async def test_everything_in_the_menu_leads_where_it_says(
    tmp_path: Path, keys: tuple[str, ...], seen: str
) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await read_all(pilot)
        await pilot.press("escape", *keys)
        await pilot.pause()
        await pilot.pause()
        assert seen in screen_of(app)
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is app.scene


@pytest.mark.parametrize(
    ("key", "seen"),
    [
        ("f1", "You are Calvin, who writes."),
        ("f6", "Nothing has been typed yet."),
        ("m", "Nothing has been typed yet."),
        ("ctrl+s", "Save under a name"),
        ("ctrl+o", "Saves"),
        ("ctrl+q", "Leave?"),
        ("ctrl+c", "Leave?"),
    ],
)
async def test_keys_that_are_there_at_any_time(tmp_path: Path, key: str, seen: str) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await read_all(pilot)
        await pilot.press(key)
        await pilot.pause()
        assert seen in screen_of(app)


async def test_the_same_keys_work_at_the_desk_but_letters_are_typed(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_desk(pilot)
        await pilot.press("m", "u")
        assert app.scene.machine.text == "mu"
        await pilot.press("f6")
        await pilot.pause()
        assert "Nothing has been typed yet." in screen_of(app)
        await pilot.press("escape", "f1")
        await pilot.pause()
        assert "You are Calvin" in screen_of(app)
        await pilot.press("f1")
        await pilot.pause()
        assert app.screen is app.scene
        assert app.scene.machine.text == "mu"


async def test_a_save_can_be_loaded_again(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await read_all(pilot)
        await pilot.press("2")
        await read_all(pilot)
        await pilot.press("ctrl+s")
        await pilot.pause()
        await pilot.press(*"my walk", "enter")
        await pilot.pause()
        await pilot.pause()
        assert "Saved as “my walk”." in screen_of(app)
        await pilot.press("u")
        await pilot.pause()
        assert app.playthrough.turn.scene == "morning"
        await pilot.press("ctrl+o")
        await pilot.pause()
        shown = screen_of(app)
        assert "my walk · Blank Page" in shown
        assert "1 move." in shown
        number = next(row.split()[0].lstrip("›") for row in shown.splitlines() if "my walk ·" in row)
        await pilot.press(number)
        await pilot.pause()
        await pilot.pause()
        assert app.playthrough.turn.scene == "walk"
        assert "“my walk” goes on here." in screen_of(app)
        assert "1  Go home" in screen_of(app)


async def test_a_name_that_is_not_allowed_is_refused_with_what_is(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await read_all(pilot)
        await pilot.press("ctrl+s")
        await pilot.pause()
        await pilot.press(*"../x/", "enter")
        await pilot.pause()
        assert list(tmp_path.glob("*.yaml")) == []
        await pilot.press("backspace", *"con", "ctrl+a", "enter")
        await pilot.press("enter")
        await pilot.pause()
        assert not (tmp_path / "saves" / "con.yaml").exists()


async def test_an_empty_name_is_refused(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await read_all(pilot)
        await pilot.press("ctrl+s")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        assert "An empty name" in screen_of(app)


async def test_a_save_that_cannot_be_read_says_so_and_nothing_is_lost(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    (tmp_path / "saves").mkdir(exist_ok=True)
    (tmp_path / "saves" / "broken.yaml").write_bytes(b"\xff\xfe[/]")
    async with app.run_test(size=(80, 24)) as pilot:
        await read_all(pilot)
        await pilot.press("2")
        await read_all(pilot)
        await pilot.press("ctrl+o")
        await pilot.pause()
        row = next(row for row in screen_of(app).splitlines() if "broken" in row)
        await pilot.press(row.split()[0].lstrip("›"))
        await pilot.pause()
        assert app.screen is not app.scene
        assert app.playthrough.turn.scene == "walk"


async def test_settings_change_at_once_and_are_kept(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await read_all(pilot)
        await pilot.press("escape", "7")
        await pilot.pause()
        await pilot.press("1", "2", "3", "4")
        await pilot.pause()
        await pilot.pause()
        expected = Settings("screen", "night", plain_editing=True, reduced_motion=True)
        assert app.settings == expected
        assert load_settings(tmp_path / "settings.toml") == expected
        assert app.theme == "ruby-night"
        assert app.animation_level == "none"
        await pilot.press("1", "left", "left", "right")
        await pilot.pause()
        assert app.settings.arrival == "screen"


async def test_settings_that_cannot_be_kept_hold_for_now_and_it_is_said(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    (tmp_path / "file").write_text("")
    app.settings_file = tmp_path / "file" / "settings.toml"
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await read_all(pilot)
        await pilot.press("escape", "7", "2")
        await pilot.pause()
        await pilot.pause()
        assert app.settings.palette == "night"
        assert "could not be" in screen_of(app)


async def test_a_change_of_manner_holds_for_the_sheet_in_the_machine(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_desk(pilot)
        await type_text(pilot, "abc")
        await pilot.press("escape", "7")
        await pilot.pause()
        await pilot.press("3", "escape", "home", "X")
        await pilot.pause()
        assert app.scene.machine.text == "Xabc"


async def test_the_manuscript_has_every_page_and_what_took(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_desk(pilot)
        await type_text(pilot, "Ruby keeps bees")
        await pilot.press("f3", "f2")
        await read_all(pilot)
        await pilot.press("m")
        await pilot.pause()
        shown = screen_of(app)
        assert "1 · Blank Page · the sheet the other way round" in shown
        assert "┊ Ruby keeps bees" in shown
        assert "Took                she doesn't keep bees" in shown
        await pilot.press("space", "home", "end", "escape")
        await pilot.pause()
        assert app.screen is app.scene


async def test_a_new_playthrough_is_begun_only_if_one_is_sure_and_the_old_one_is_kept(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await read_all(pilot)
        await pilot.press("2")
        await read_all(pilot)
        await pilot.press("escape", "9")
        await pilot.pause()
        await pilot.press("2")
        await pilot.pause()
        assert app.playthrough.turn.scene == "walk"
        await pilot.press("escape", "9")
        await pilot.pause()
        await pilot.press("1")
        await pilot.pause()
        await pilot.pause()
        assert app.playthrough.history == ()
        assert "There is a sheet in the machine" in screen_of(app)
        assert "He had been sitting" not in screen_of(app), "it arrives as new text does"
        assert any(slot.moves == 1 for slot in app.session.slots())


async def test_quitting_asks_and_a_second_time_leaves(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await read_all(pilot)
        await pilot.press("ctrl+q", "2")
        await pilot.pause()
        assert app.is_running
        await pilot.press("ctrl+q", "ctrl+q")
        await pilot.pause()
    assert app.return_code == 0
    assert not app.is_running


async def test_a_playthrough_that_is_kept_nowhere_says_so_before_one_leaves(tmp_path: Path) -> None:
    app = app_for(tmp_path, slot=None)
    async with app.run_test(size=(80, 24)) as pilot:
        await read_all(pilot)
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert "not kept anywhere" in screen_of(app)


async def test_the_palette_has_every_command(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 40)) as pilot:
        await read_all(pilot)
        await pilot.press("ctrl+p")
        await pilot.pause(0.5)
        shown = screen_of(app)
        for title in (
            "Manuscript",
            "Save under a name",
            "Saves",
            "Settings",
            "Help",
            "New playthrough",
            "Quit",
        ):
            assert title in shown
        await pilot.press(*"manuscr")
        await pilot.pause(0.5)
        await pilot.press("enter")
        await pilot.pause(0.5)
        assert "Nothing has been typed yet." in screen_of(app)


async def test_a_name_is_typed_before_any_save_is_marked(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await read_all(pilot)
        await pilot.press("1")
        app.playthrough.save("monday")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "monday" in screen_of(app)
        assert "›1" not in screen_of(app)


def test_no_line_of_the_help_is_broken() -> None:
    lines = [line for kind, text in _HELP if kind == "typed" for line in text.split("\n")]
    assert max(map(len, lines)) <= SHEET_COLUMNS
