"""The transcript on the whole screen: on, off, to a file of one's own, with notes for the testers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.playing import app_for, at_desk, read_all, screen_of, type_text

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from game.tui.app import RubySparks


async def opened(pilot: Pilot[None], app: RubySparks) -> str:
    """Open the screen; what stands on it."""
    await app.run_action("transcript")
    await pilot.pause()
    return " ".join(screen_of(app).split())


async def test_it_follows_what_is_played_and_is_ended(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    file = tmp_path / "saves" / "autosave.transcript.txt"
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await read_all(pilot)
        await opened(pilot, app)
        await pilot.press("1")
        await pilot.pause()
        assert "The transcript is on." in screen_of(app)
        await at_desk(pilot)
        await type_text(pilot, "Ruby keeps wasps \x14bees")
        await pilot.press("f2")
        await read_all(pilot)
        await app.run_action("tester_note")
        await pilot.pause()
        await pilot.press(*"typo", "enter")
        await pilot.pause()
        assert app.screen is app.scene
        await pilot.press("u")
        await pilot.pause()
        shown = await opened(pilot, app)
        assert "End the transcript" in shown
        await pilot.press("1")
        await pilot.pause()
    written = file.read_text(encoding="utf-8")
    assert "    Ruby keeps ~~wasps~~ bees\n" in written
    assert "* typo\n" in written
    assert written.index("* typo") < written.index("[1 move taken back.]")
    assert "==== Transcript ended" in written


async def test_without_one_no_note_is_taken(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await read_all(pilot)
        app.action_tester_note()
        await pilot.pause()
        await pilot.pause()
        assert app.screen is app.scene
        assert "there is none on" in screen_of(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "Note for the testers" not in screen_of(app)


async def test_a_note_is_not_made_if_one_thinks_better_of_it(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await read_all(pilot)
        await opened(pilot, app)
        await pilot.press("1")
        await pilot.pause()
        await opened(pilot, app)
        await pilot.press("2")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert "Type the note, or press escape." in screen_of(app)
        await pilot.press(*"no", "escape", "escape")
        await pilot.pause()
        assert app.screen is app.scene
        assert "no" not in (app.scribe.path.read_text().splitlines() if app.scribe.path else ())


async def test_another_file_can_be_named_and_what_is_in_it_is_left(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    (tmp_path / "letter.txt").write_text("Dear Ruby")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await read_all(pilot)
        await opened(pilot, app)
        await pilot.press("2")
        await pilot.pause()
        line = app.screen.query_one("Input")
        line.value = str(tmp_path / "letter.txt")  # type: ignore[attr-defined]
        await pilot.press("enter")
        await pilot.pause()
        assert "is no transcript" in " ".join(screen_of(app).split())
        line.value = str(tmp_path / "mine.txt")  # type: ignore[attr-defined]
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen is app.scene
        await pilot.press("ctrl+q", "ctrl+q")
        await pilot.pause()
    assert (tmp_path / "letter.txt").read_text() == "Dear Ruby"
    assert "==== Transcript ended" in (tmp_path / "mine.txt").read_text(), "leaving ends it"
