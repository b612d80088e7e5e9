"""The typewriter on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from textual import events

from game.engine.turn import Type
from game.tui.settings import Settings, save_settings
from game.tui.typesetting import sheet_runs
from tests.tui.playing import app_for, at_desk, read_all, rows_of, screen_of, type_text

if TYPE_CHECKING:
    from pathlib import Path

    from game.tui.app import RubySparks


KEYS = [
    "a", "世", "e", "\u0301", "👩", "\u05e9", "space", "enter", "backspace", "ctrl+t", "ctrl+w", "left", "up",
    "down", "home", "pageup", "pagedown", "delete", "f3", "f5", "tab", "f4", "ctrl+z",
]  # fmt: skip


def styles_of(app: RubySparks, words: str) -> set[str]:
    """The style names with which a stretch of the sheet is drawn."""
    view = app.scene.machine.view
    rows = (sheet_runs(view.sheet, number, view.glow) for number in range(view.sheet.row_count))
    return {run.style for row in rows for run in row if words in run.text}


def sheet_text(app: RubySparks) -> str:
    return app.scene.machine.view.sheet.text


async def test_the_prompt_stands_over_the_sheet_and_the_typed_words_on_it(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_desk(pilot)
        await type_text(pilot, "Ruby keeps bees.\nAnd more")
        rows = rows_of(app)
        prompt = next(n for n, row in enumerate(rows) if "Who is she?" in row)
        words = next(n for n, row in enumerate(rows) if "Ruby keeps bees." in row)
        assert prompt < words
        assert "And more" in rows[words + 1]
        assert "▲" in rows[words + 2]


async def test_words_that_will_take_glow_and_are_underlined_as_they_are_typed(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_desk(pilot)
        await type_text(pilot, "Ruby keep")
        assert styles_of(app, "Ruby keep") == {"typed"}
        await type_text(pilot, "s bees")
        assert styles_of(app, "Ruby keeps bees") == {"glow"}
        style = app.scene.machine.view.get_component_rich_style("sheet--glow")
        assert style.underline
        assert style.bold


async def test_backspace_mends_the_word_and_then_types_x_over_the_one_before(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_desk(pilot)
        now = 0.0
        app.scene.machine.view.clock = lambda: now
        await type_text(pilot, "She is hapy")
        for _ in range(2):
            now += 1
            await pilot.press("backspace")
        assert sheet_text(app) == "She is ha"
        for _ in range(3):
            now += 1
            await pilot.press("backspace")
        assert sheet_text(app) == "She ~~is~~ "
        assert "She xx" in screen_of(app)


async def test_a_backspace_held_down_stops_at_the_beginning_of_the_word(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_desk(pilot)
        app.scene.machine.view.clock = lambda: 5.0
        await type_text(pilot, "She is hapy" + "\b" * 30)
        assert sheet_text(app) == "She is "


async def test_plain_editing_is_a_setting(tmp_path: Path) -> None:
    save_settings(Settings(plain_editing=True), tmp_path / "settings.toml")
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_desk(pilot)
        await type_text(pilot, "abc def" + "\b" * 4)
        await pilot.press("home", "X", "ctrl+t")
        assert sheet_text(app) == "~~X~~abc"
        await pilot.press("ctrl+z", "ctrl+z")
        assert sheet_text(app) == "abc"


@pytest.mark.parametrize("key", ["f2", "ctrl+d"])
async def test_the_page_is_pulled_and_shown_with_what_took(tmp_path: Path, key: str) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_desk(pilot)
        await type_text(pilot, "Ruby keeps bees")
        await pilot.press(key)
        await pilot.pause()
        move = app.playthrough.history[-1][0]
        assert isinstance(move, Type)
        assert (move.text, move.backwards) == ("Ruby keeps bees", False)
        assert "┊ Ruby keeps bees" in screen_of(app)
        assert not app.scene.typing


async def test_the_page_is_pulled_by_the_button(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_desk(pilot)
        await type_text(pilot, "Ruby sings")
        await pilot.click("#pull")
        await pilot.pause()
        assert isinstance(app.playthrough.history[-1][0], Type)


async def test_an_empty_page_goes_on_as_nothing(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_desk(pilot)
        await type_text(pilot, " \n ")
        await pilot.press("f2")
        await pilot.pause()
        move = app.playthrough.history[-1][0]
        assert isinstance(move, Type)
        assert move.text == ""
        assert app.playthrough.turn.scene == "walk"


async def test_the_sheet_can_be_put_in_the_other_way_round(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_desk(pilot)
        await pilot.press("f3")
        await pilot.pause()
        assert "F3 Turn it back" in screen_of(app)
        await type_text(pilot, "Ruby keeps bees")
        await pilot.press("f2")
        await pilot.pause()
        move = app.playthrough.history[-1][0]
        assert isinstance(move, Type)
        assert move.backwards


async def test_a_torn_sheet_is_in_the_bin_and_a_fresh_one_in_the_machine(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_desk(pilot)
        await type_text(pilot, "Ruby has three eyes")
        await pilot.press("f3", "f4")
        await pilot.pause()
        assert sheet_text(app) == ""
        assert not app.scene.machine.backwards
        assert app.scene.machine.view.has_focus
        await pilot.press("f6")
        await pilot.pause()
        assert "In the bin" in screen_of(app)
        assert "Ruby has three eyes" in screen_of(app)
        assert len(app.playthrough.history) == 1, "tearing up is no move"


async def test_the_choices_under_the_sheet_are_ways_of_not_typing(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_desk(pilot)
        await type_text(pilot, "1")
        assert app.playthrough.turn.scene == "desk", "on the sheet a number is typed"
        await pilot.press("f5")
        assert app.scene.machine.ways_out.has_focus
        await pilot.press("f5")
        assert app.scene.machine.view.has_focus
        await pilot.press("f5", "1")
        await pilot.pause()
        assert app.playthrough.turn.scene == "walk"


async def test_tab_goes_from_the_sheet_over_the_handles_to_the_choices(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_desk(pilot)
        focused = []
        for _ in range(5):
            await pilot.press("tab")
            focused.append(app.focused.id if app.focused else None)
        assert focused == ["pull", "turn", "tear", "read", "ways-out"]


async def test_what_was_on_the_sheet_is_found_again(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_desk(pilot)
        await type_text(pilot, "Ruby keeps bees ")
        await pilot.press("ctrl+t")
        await pilot.press("escape", "escape")
        assert sheet_text(app) == "Ruby keeps ~~bees~~ ", "the menu leaves it alone"
        await pilot.press("f3", "ctrl+q", "1")
    app.playthrough.close()
    again = app_for(tmp_path)
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert sheet_text(again) == "Ruby keeps ~~bees~~ "
        assert again.scene.machine.backwards


async def test_a_page_that_is_taken_back_is_in_the_machine_again(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_desk(pilot)
        await type_text(pilot, "Ruby sings")
        await pilot.press("f2", "end")
        await pilot.pause()
        await pilot.press("u")
        await pilot.pause()
        await pilot.pause()
        assert app.scene.typing
        assert sheet_text(app) == "Ruby sings"


async def test_the_bell_before_the_margin_can_be_seen(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_desk(pilot)
        await type_text(pilot, "a" * 52)
        assert "♪" not in screen_of(app)
        await type_text(pilot, "a")
        assert "♪" in screen_of(app)


async def test_a_paste_is_cleaned_and_typed(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_desk(pilot)
        app.post_message(events.Paste("Ruby\x1b]0;x\x07 keeps\r\nbees\t\u202e[/]\x7f"))
        await pilot.pause()
        assert sheet_text(app) == "Ruby]0;x keeps\nbees    [/]"


async def test_a_paste_that_is_too_long_is_cut_and_said(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await at_desk(pilot)
        app.post_message(events.Paste("Nobody does. " * 4615 + "Nobo."))
        await pilot.pause()
        await pilot.pause()
        assert len(sheet_text(app)) == 20_000
        assert "characters did not fit" in screen_of(app)
        await pilot.press("f2")
        await pilot.pause()
        assert isinstance(app.playthrough.history[-1][0], Type)


async def test_a_slow_reading_waits_until_the_keys_pause(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_desk(pilot)
        machine = app.scene.machine
        reader = app.playthrough.reader
        machine.pace.seconds = 0.05
        before = reader.readings  # type: ignore[attr-defined]
        await type_text(pilot, "Ruby keeps bees")
        assert reader.readings < before + 15  # type: ignore[attr-defined]
        await pilot.pause(0.3)
        assert styles_of(app, "Ruby keeps bees") == {"glow"}


async def test_no_word_is_lost_when_the_terminal_changes_its_size(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    text = "Ruby keeps bees on the roof of a house that she has never seen from outside, and sings."
    async with app.run_test(size=(120, 40)) as pilot:
        await at_desk(pilot)
        await type_text(pilot, text)
        for size in ((40, 15), (24, 8), (80, 24), (10, 3), (200, 60)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert sheet_text(app) == text
        assert "and sings." in screen_of(app)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    keys=st.lists(
        st.sampled_from(KEYS),
        max_size=40,
    ),
    plain=st.booleans(),
)
async def test_any_row_of_keys_at_the_desk_does_no_harm(
    tmp_path_factory: pytest.TempPathFactory, keys: list[str], plain: bool
) -> None:
    folder = tmp_path_factory.mktemp("desk")
    save_settings(Settings(plain_editing=plain), folder / "settings.toml")
    app = app_for(folder)
    async with app.run_test(size=(50, 20)) as pilot:
        await at_desk(pilot)
        for key in keys:
            app.post_message(events.Key(key, " " if key == "space" else key if len(key) == 1 else None))
        await pilot.pause()
        await pilot.pause()
        if app.scene.typing:
            await pilot.press("f2")
        await pilot.pause()
    app.playthrough.close()


async def test_the_desk_is_there_again_when_a_window_that_was_high_is_low(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(200, 50)) as pilot:
        await at_desk(pilot)
        await type_text(pilot, "Ruby keeps bees.")
        for size in ((80, 24), (40, 15), (120, 40), (80, 20)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            shown = screen_of(app)
            assert "bees." in shown
            assert "▲" in shown
            assert "Pull" in shown


async def test_the_first_sheet_says_how_it_works_until_a_key_is_pressed(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_desk(pilot)
        assert "In plain English." in screen_of(app)
        await type_text(pilot, "R")
        assert "In plain English." not in screen_of(app)
        await type_text(pilot, "uby keeps bees.")
        await pilot.press("f2")
        await read_all(pilot)
        await pilot.press("1")
        await read_all(pilot)
        assert app.scene.typing
        assert "In plain English." not in screen_of(app)


async def test_a_sheet_that_is_turned_round_says_so(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_desk(pilot)
        await pilot.press("f3")
        await pilot.pause()
        assert "the other way round" in screen_of(app)
        await pilot.press("f3")
        await pilot.pause()
        assert "the other way round" not in screen_of(app)


async def test_page_keys_turn_the_story_while_all_of_the_sheet_is_seen_and_else_the_sheet(
    tmp_path: Path,
) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_desk(pilot)
        before = app.scene.page.scroll_offset.y
        await pilot.press("pageup")
        assert app.scene.page.scroll_offset.y < before
        await pilot.press("pagedown")
        assert app.scene.page.scroll_offset.y == before
        await type_text(pilot, "a\n" * 60)
        low = app.scene.machine.view.scroll_offset.y
        await pilot.press("pageup")
        assert app.scene.machine.view.scroll_offset.y < low
        assert app.scene.page.scroll_offset.y == before


async def test_ways_out_name_the_key_that_comes_before_their_number(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_desk(pilot)
        assert "F5 1  " in screen_of(app)
        await pilot.press("f5", "1")
        await pilot.pause()
        assert not app.scene.typing
