"""The page read back: the list of what is understood, its light on the sheet, and striking out from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events

from game.tui.screens.confirm import ConfirmScreen
from game.tui.settings import Settings, save_settings
from game.tui.typesetting import sheet_runs
from game.tui.widgets.readback import BLANK, NOTHING
from tests.tui.playing import app_for, at_desk, read_all, screen_of, type_text

if TYPE_CHECKING:
    from pathlib import Path

    from syrupy.assertion import SnapshotAssertion

    from game.tui.app import RubySparks
    from game.tui.settings import Palette

PAGE = "Ruby keeps bees.\nBlorf.\nRuby sings to them very softly."
SIZES = [(80, 24), (120, 40), (40, 15)]


def lit(app: RubySparks) -> str:
    view = app.scene.machine.view
    rows = (sheet_runs(view.sheet, number, view.glow, view.lit) for number in range(view.sheet.row_count))
    return " ".join(run.text for row in rows for run in row if run.style == "lit")


async def open_list(app: RubySparks, pilot, text: str = PAGE) -> None:  # type: ignore[no-untyped-def]
    await at_desk(pilot)
    await type_text(pilot, text)
    await pilot.press("f7")
    await pilot.pause()
    await pilot.pause()


@pytest.mark.parametrize("size", SIZES)
async def test_how_it_looks(tmp_path: Path, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    save_settings(Settings(reduced_motion=True), tmp_path / "settings.toml")
    app = app_for(tmp_path)
    async with app.run_test(size=size) as pilot:
        await open_list(app, pilot)
        await pilot.press("down")
        await pilot.pause()
        assert screen_of(app) == snapshot(name="second of two")
        await pilot.press("x")
        await pilot.pause()
        assert screen_of(app) == snapshot(name="struck out")
        await pilot.press("up", "x", "f3")
        await pilot.pause()
        assert screen_of(app) == snapshot(name="nothing left")
        await pilot.press("escape")
        await pilot.pause()
        await pilot.pause()
        assert screen_of(app) == snapshot(name="back at the sheet")


async def test_each_line_lights_up_its_words_and_the_sheet_is_not_typed_on(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_list(app, pilot)
        assert lit(app) == "Ruby keeps bees"
        await pilot.press("down")
        assert lit(app) == "Ruby sings to them very softly"
        await pilot.press("down", "down", "pagedown", "end")
        assert lit(app) == "Blorf"
        await pilot.press("home", "q", "u", "m", "1", "space", "enter", "backspace")
        await pilot.pause()
        assert lit(app) == "Ruby keeps bees"
        assert app.scene.machine.text == PAGE
        assert app.scene.machine.reading_back
        assert len(app.playthrough.history) == 1


@pytest.mark.parametrize("key", ["x", "delete"])
async def test_a_line_is_struck_out_on_the_sheet_and_the_list_is_made_again(tmp_path: Path, key: str) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_list(app, pilot)
        await pilot.press(key)
        await pilot.pause()
        assert (
            app.scene.machine.text == "~~Ruby~~ ~~keeps~~ ~~bees~~.\nBlorf.\nRuby sings to them very softly."
        )
        assert [line.words for line in app.scene.machine.read_back.found.took] == [
            "Ruby sings to them very softly"
        ]
        assert lit(app) == "Ruby sings to them very softly"
        await pilot.press(key, key, key)
        await pilot.pause()
        assert NOTHING[:40] in screen_of(app)
        assert lit(app) == ""


async def test_escape_goes_back_to_typing_with_nothing_lost(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_list(app, pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is app.scene
        assert not app.scene.machine.reading_back
        assert lit(app) == ""
        assert app.scene.machine.ways_out.display
        await type_text(pilot, " More")
        assert app.scene.machine.text == PAGE + " More"
        await pilot.press("f7", "f7")
        await pilot.pause()
        assert not app.scene.machine.reading_back, "its own key takes it away too"


async def test_nothing_on_the_sheet_and_nothing_understood_are_each_one_sentence(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_list(app, pilot, "")
        assert BLANK in screen_of(app)
        await pilot.press("escape")
        await type_text(pilot, "Blorf.")
        await pilot.press("f7")
        await pilot.pause()
        shown = screen_of(app)
        assert NOTHING in shown
        assert "Not understood:" in shown
        assert "“Blorf”" in shown


async def test_a_sheet_turned_round_is_read_back_as_it_will_come_true(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_list(app, pilot, "Ruby keeps bees.")
        assert "she keeps bees" in screen_of(app)
        await pilot.press("f3")
        await pilot.pause()
        assert "she doesn't keep bees" in screen_of(app)
        assert "the other way round" in screen_of(app)


async def test_the_page_can_be_pulled_or_torn_up_from_the_list(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_list(app, pilot)
        await pilot.press("f4")
        await pilot.pause()
        assert not app.scene.machine.reading_back
        assert app.scene.machine.text == ""
        await type_text(pilot, "Ruby sings")
        await pilot.press("f7", "f2")
        await read_all(pilot)
        assert app.playthrough.turn.scene == "kitchen"
        assert app.scene.page.display
        assert app.scene.page.menu.has_focus


async def test_what_is_struck_out_in_plain_editing_can_be_taken_back(tmp_path: Path) -> None:
    save_settings(Settings(plain_editing=True), tmp_path / "settings.toml")
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_list(app, pilot, "Ruby sings")
        await pilot.press("x", "escape", "ctrl+z")
        await pilot.pause()
        assert app.scene.machine.text == "Ruby sings"


async def test_it_is_in_the_menu_only_where_there_is_a_sheet(
    tmp_path: Path,
) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await read_all(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert "Read the sheet back" not in screen_of(app)
        await pilot.press("escape")
        await app.run_action("read_back")
        await pilot.pause()
        assert not app.scene.machine.reading_back
        await pilot.press("4")
        await read_all(pilot)
        await pilot.pause()
        await pilot.press("escape", *["down"] * 20, "enter")
        await pilot.pause()
        await pilot.pause()
        assert app.scene.machine.reading_back
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert isinstance(app.screen, ConfirmScreen)


async def test_the_handle_and_the_mouse_do_the_same(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_desk(pilot)
        await type_text(pilot, PAGE)
        await pilot.click("#read")
        await pilot.pause()
        assert app.scene.machine.reading_back
        await pilot.click("#read-back", offset=(5, 2))
        await pilot.pause()
        assert lit(app) == "Ruby sings to them very softly"


@pytest.mark.parametrize("palette", ["paper", "contrast", "none"])
async def test_no_line_of_the_sheet_breaks_otherwise_while_it_is_read_back(
    tmp_path: Path, palette: Palette
) -> None:
    save_settings(Settings(palette=palette), tmp_path / "settings.toml")
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_desk(pilot)
        before = app.scene.machine.view.sheet.columns
        await type_text(pilot, PAGE)
        await pilot.press("f7")
        await pilot.pause()
        await pilot.pause()
        assert app.scene.machine.view.sheet.columns == before


async def test_a_window_of_another_size_keeps_the_list_and_the_arrow(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_list(app, pilot)
        await pilot.press("down")
        for size in ((40, 15), (10, 3), (120, 40), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            await pilot.pause()
            assert app.scene.machine.read_back.marked == 1
            assert app.scene.machine.read_back.has_focus
        assert lit(app) == "Ruby sings to them very softly"
        assert "› she sings to them very softly" in screen_of(app)


async def test_a_long_list_follows_the_arrow_and_the_sheet_follows_the_list(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_desk(pilot)
        app.post_message(events.Paste("\n".join(f"Ruby has thing {n}." for n in range(60))))
        await pilot.pause()
        await pilot.press("f7")
        await pilot.pause()
        await pilot.pause()
        assert screen_of(app).count("thing 0") == 2
        await pilot.press("end")
        await pilot.pause()
        assert screen_of(app).count("thing 59") == 2
        for _ in range(6):
            await pilot.press("pageup")
        await pilot.pause()
        assert screen_of(app).count("thing 29") == 2


@pytest.mark.parametrize("size", [(80, 24), (40, 15), (20, 8)])
async def test_no_words_are_taken_for_anything_but_words(tmp_path: Path, size: tuple[int, int]) -> None:
    words = "[/] [red]x[/red] [@click=app.quit]x[/] \x1b]0;x\x07y \x9b31mq {x} ~~~~ \u202eabc\u202c 世界 👩"
    app = app_for(tmp_path)
    async with app.run_test(size=size) as pilot:
        await at_desk(pilot)
        app.post_message(events.Paste(f"Ruby has {words}\nBlorf {words}. {'w' * 3000}"))
        await pilot.pause()
        await pilot.press("f7", "down", "down", "up", "x", "end", "x", "f3")
        await pilot.pause()
        shown = screen_of(app)
        assert not {"\x1b", "\x9b", "\x07", "\u202e"} & set(shown)
        assert app.is_running
        await pilot.press("escape")
        assert not app.scene.machine.reading_back
