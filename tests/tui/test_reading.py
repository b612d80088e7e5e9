"""Reading and choosing on the screen, a key at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.tui.settings import Settings, save_settings
from tests.tui.playing import app_for, at_desk, read_all, rows_of, screen_of, type_text

if TYPE_CHECKING:
    from pathlib import Path

STOVE = "stove."
MENU = "1  Look at the sheet more closely"


async def test_the_first_scene_is_there_at_once_without_a_title(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        shown = screen_of(app)
        assert "There is a sheet in the machine with one sentence on it." in shown
        assert "Ruby Sparks" not in shown
        assert "He had been sitting" not in shown


@pytest.mark.parametrize("key", ["space", "enter", "down"])
async def test_paragraphs_come_one_by_one_on_a_key_and_then_the_choices(tmp_path: Path, key: str) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press(key)
        assert "He had been sitting" in screen_of(app)
        assert STOVE not in screen_of(app)
        await pilot.press(key)
        assert STOVE in screen_of(app)
        assert MENU not in screen_of(app)
        await pilot.press(key, key)
        await pilot.pause()
        assert MENU in screen_of(app)
        assert app.playthrough.history == ()


async def test_all_of_it_comes_at_once_if_so_set(tmp_path: Path) -> None:
    save_settings(Settings(arrival="at-once"), tmp_path / "settings.toml")
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert MENU in screen_of(app)


async def test_as_much_as_fits_comes_if_so_set(tmp_path: Path) -> None:
    save_settings(Settings(arrival="screen"), tmp_path / "settings.toml")
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 11)) as pilot:
        await pilot.pause()
        assert "He had been sitting" in screen_of(app)
        assert "to the left of your" not in screen_of(app)
        await pilot.press("space")
        await pilot.pause()
        assert "to the left of your" in screen_of(app)


@pytest.mark.parametrize(
    ("keys", "picked"),
    [(("1",), "look"), (("2",), "walk"), (("down", "down", "enter"), "walk"), (("enter", "enter"), "look")],
)
async def test_choices_are_picked_by_number_and_by_arrows(
    tmp_path: Path, keys: tuple[str, ...], picked: str
) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await read_all(pilot)
        await pilot.press(*keys)
        await pilot.pause()
        assert [getattr(move, "choice", None) for move, _ in app.playthrough.history] == [picked]


async def test_choices_are_picked_with_the_mouse(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await read_all(pilot)
        row = next(n for n, text in enumerate(rows_of(app)) if "2  Take Scotty out" in text)
        await pilot.click(offset=(14, row))
        await pilot.pause()
        assert app.playthrough.turn.scene == "walk"


async def test_a_closed_choice_is_crossed_and_says_why_and_picking_it_changes_nothing(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await read_all(pilot)
        assert "3  ✗ Leave by the window" in screen_of(app)
        assert "It is painted shut." in screen_of(app)
        await pilot.press("3")
        await pilot.pause()
        assert app.playthrough.history == ()


async def test_a_number_that_is_not_offered_does_nothing(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await read_all(pilot)
        await pilot.press("9", "0", "6")
        await pilot.pause()
        assert app.playthrough.history == ()


async def test_a_number_pressed_while_text_is_still_to_come_does_nothing(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("1", "2")
        assert app.playthrough.history == ()


async def test_the_title_is_in_the_sky_of_one_scene_and_moves_nothing(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await read_all(pilot)
        top = next(n for n, text in enumerate(rows_of(app)) if "There is a sheet" in text)
        await pilot.press("2")
        await pilot.pause()
        above = rows_of(app)[:2]
        assert all(any("⠀" < letter <= "⣿" for letter in row[40:]) for row in above)
        assert "Take Scotty out" in rows_of(app)[top]
        await read_all(pilot)
        await pilot.press("1")
        await read_all(pilot)
        assert not any("⠀" < letter <= "⣿" for letter in screen_of(app))


async def test_what_was_picked_stands_in_the_text(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await read_all(pilot)
        await pilot.press("1")
        await read_all(pilot)
        assert "› Look at the sheet more closely" in screen_of(app)
        assert "The h stands a hair above the line." in screen_of(app)


async def test_that_moves_are_kept_is_said_once(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 40)) as pilot:
        await read_all(pilot)
        await pilot.press("1")
        await read_all(pilot)
        assert screen_of(app).count("Every move is kept") == 1
        await pilot.press("1")
        await read_all(pilot)
        await pilot.press("home")
        whole = "\n".join(one.text for one in app.scene.page.book.paragraphs)
        assert whole.count("Every move is kept") == 1


async def test_the_whole_playthrough_can_be_scrolled_back_to(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 15)) as pilot:
        await read_all(pilot)
        await pilot.press("2")
        await read_all(pilot)
        assert "There is a sheet" not in screen_of(app)
        await pilot.press("home")
        await pilot.pause()
        assert "There is a sheet" in screen_of(app)
        await pilot.press("pagedown", "pageup", "down", "up")
        await pilot.pause()
        assert "There is a sheet" in screen_of(app)
        await pilot.press("1")
        await pilot.pause()
        assert app.playthrough.turn.scene == "walk", "a choice that cannot be seen is not picked"
        assert "1  Go home" in screen_of(app), "but its key leads back to it"


async def test_down_reads_on_line_by_line_when_there_is_more_below(tmp_path: Path) -> None:
    save_settings(Settings(arrival="at-once"), tmp_path / "settings.toml")
    app = app_for(tmp_path)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        await pilot.pause()
        page = app.scene.page
        assert not page.at_end
        before = page.scroll_offset.y
        await pilot.press("down")
        await pilot.pause()
        assert page.scroll_offset.y == before + 1
        await pilot.press("space")
        await pilot.pause()
        assert page.scroll_offset.y > before + 2


async def test_undo_goes_back_and_says_so_when_there_is_nothing(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await read_all(pilot)
        await pilot.press("u")
        assert app.playthrough.history == ()
        await pilot.press("2")
        await read_all(pilot)
        await pilot.press("u")
        await pilot.pause()
        await pilot.pause()
        assert app.playthrough.turn.scene == "morning"
        assert MENU in screen_of(app)


async def test_what_was_taken_back_can_be_made_again(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await read_all(pilot)
        await pilot.press("r")
        assert app.playthrough.history == ()
        await pilot.press("2")
        await read_all(pilot)
        there = app.playthrough.turn
        await pilot.press("u")
        await read_all(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert "Make the move again  (r)" in screen_of(app)
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("r")
        await pilot.pause()
        assert app.playthrough.turn == there


async def test_it_goes_on_where_it_was_left(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await read_all(pilot)
        await pilot.press("2")
        await read_all(pilot)
    app.playthrough.close()
    again = app_for(tmp_path)
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert "1  Go home" in screen_of(again)
        await pilot.press("home")
        await pilot.pause()
        assert "There is a sheet" in screen_of(again)


async def test_an_ending_has_its_title_and_ways_on(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await read_all(pilot)
        await pilot.press("5")
        await read_all(pilot)
        shown = screen_of(app)
        assert "— Block —" in shown
        assert "4  New playthrough" in shown
        await pilot.press("3")
        await pilot.pause()
        await pilot.pause()
        assert app.playthrough.turn.scene == "morning"


async def test_a_new_page_of_another_width_is_open_at_the_same_place(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 15)) as pilot:
        await read_all(pilot)
        await pilot.press("2")
        await read_all(pilot)
        await pilot.press("home")
        await pilot.pause()
        await pilot.press("down", "down", "down", "down")
        await pilot.pause()
        top = next(text for text in rows_of(app) if "It is twenty past" in text)
        assert top
        await pilot.resize_terminal(44, 15)
        await pilot.pause()
        assert "It is twenty past" in screen_of(app)
        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        assert "It is twenty past" in screen_of(app)


@pytest.mark.parametrize("size", [(40, 15), (20, 6), (10, 3), (200, 60)])
async def test_any_size_will_do(tmp_path: Path, size: tuple[int, int]) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=size) as pilot:
        await read_all(pilot)
        await pilot.press("4")
        await read_all(pilot)
        await pilot.press("4")
        await read_all(pilot)
        await pilot.press("a", "b", "f2")
        await read_all(pilot)
        assert len(rows_of(app)) == size[1]
        for key in ("escape", "escape", "f1", "escape", "f6", "escape"):
            await pilot.press(key)


async def test_the_end_of_the_text_is_seen_over_the_desk_however_it_came(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 16)) as pilot:
        await read_all(pilot)
        await pilot.press("1")
        await read_all(pilot)
        await pilot.press("3")
        await read_all(pilot)
        await pilot.pause()
        assert "The machine waits." in screen_of(app)
        await pilot.press("R", "f2")
        await pilot.pause()
        assert "┊ R" in screen_of(app)
        await read_all(pilot)
        await pilot.press("1")
        await read_all(pilot)
        await pilot.pause()
        assert app.scene.typing
        assert "The machine waits." in screen_of(app)


async def test_a_fault_of_the_game_itself_is_written_down_and_the_game_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platformdirs.user_log_path", lambda _name: tmp_path / "log")
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await read_all(pilot)

        def break_down(_choice: str) -> None:
            raise RuntimeError("[/] of all things")

        with monkeypatch.context() as patch:
            patch.setattr(app.playthrough, "choose", break_down)
            await pilot.press("2")
            await pilot.pause()
            await pilot.pause()
        assert "▌ Something is wrong" in screen_of(app)
        assert "of all things" in (tmp_path / "log" / "trouble.log").read_text(encoding="utf-8")
        await pilot.press("2")
        await pilot.pause()
        assert app.playthrough.turn.scene == "walk"


async def test_a_reader_that_breaks_down_costs_no_typed_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platformdirs.user_log_path", lambda _name: tmp_path / "file" / "log")
    (tmp_path / "file").write_text("")
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_desk(pilot)
        monkeypatch.setattr(app.playthrough.reader, "read", lambda _text, typing=False: 1 / 0)
        await type_text(pilot, "Ruby keeps bees")
        assert app.scene.machine.text == "Ruby keeps bees"


async def test_the_last_paragraph_is_left_to_be_read_before_the_desk_takes_its_place(tmp_path: Path) -> None:
    save_settings(Settings(arrival="at-once"), tmp_path / "settings.toml")
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.pause()
        await pilot.press("4")
        await pilot.pause()
        assert "The machine waits." in screen_of(app)
        assert not app.scene.typing
        await pilot.press("space")
        await pilot.pause()
        assert app.scene.typing


async def test_what_is_to_be_said_of_a_playthrough_stands_in_the_text(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await read_all(pilot)
        await pilot.press("1")
        await read_all(pilot)
    app.playthrough.close()
    again = app_for(tmp_path)
    async with again.run_test(size=(80, 24)) as pilot:
        await read_all(pilot)
        assert "[Resumed" in screen_of(again)


async def test_what_was_read_before_is_skipped_as_far_as_what_is_new(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert not app.scene.check_action("skip", ()), "nothing was ever read"
        await pilot.press("space")
        await pilot.pause()
        read = [one.text for one in app.scene.page.book.paragraphs]
    app.playthrough.close()
    again = app_for(tmp_path, new=True)
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert again.scene.page.pending
        await pilot.press("s")
        await pilot.pause()
        assert [one.text for one in again.scene.page.book.paragraphs] == read
        assert not again.scene.check_action("skip", ()), "the rest is new"
        await read_all(pilot)
    again.playthrough.close()
    third = app_for(tmp_path, new=True)
    async with third.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("s")
        await pilot.pause()
        assert not third.scene.page.pending
        assert third.scene.page.menu.display
