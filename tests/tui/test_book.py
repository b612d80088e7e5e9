"""The book from the whole screen: in which form, whose it is, where to."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from unittest.mock import patch

from textual.widgets import Input

from game.tui.commands import AFTER_ENDING
from tests.tui.playing import app_for, at_desk, read_all, screen_of, type_text

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from textual.pilot import Pilot

    from game.tui.app import RubySparks


async def opened(pilot: Pilot[None], app: RubySparks) -> str:
    """Open the screen; what stands on it."""
    await app.run_action("book")
    await pilot.pause()
    return " ".join(screen_of(app).split())


def line_of(app: RubySparks) -> Input:
    return app.screen.query_one(Input)


async def test_it_has_a_name_on_it_and_goes_to_a_file(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await at_desk(pilot)
        await type_text(pilot, "Ruby keeps wasps \x14bees")
        await pilot.press("f2")
        await read_all(pilot)
        shown = await opened(pilot, app)
        assert "E-book (EPUB)" in shown
        assert "There is no name on it." in shown
        await pilot.press("6")
        await pilot.pause()
        line_of(app).value = "  A. [b]Player[/b] "
        await pilot.press("enter")
        await pilot.pause()
        assert "By A. [b]Player[/b]." in screen_of(app)
        await pilot.press("2")
        await pilot.pause()
        assert line_of(app).value.endswith(".html")
        line_of(app).value = str(tmp_path)
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen is app.scene
        assert "is written to" in " ".join(screen_of(app).split())
    (written,) = tmp_path.glob("*.html")
    page = written.read_text(encoding="utf-8")
    assert "A. [b]Player[/b]</p>" in page
    assert "Ruby keeps <del>wasps</del> bees" in page


async def test_what_is_there_is_left_and_the_line_stays(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    (tmp_path / "letter.txt").write_text("Dear Ruby")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await read_all(pilot)
        await opened(pilot, app)
        await pilot.press("4")
        await pilot.pause()
        for value, said in (
            (str(tmp_path / "letter.txt"), "There is a file"),
            ("", "Type the path of a file."),
            (str(tmp_path / "no" / "where.txt"), "Not written"),
        ):
            line_of(app).value = value
            await pilot.press("enter")
            await pilot.pause()
            assert said in " ".join(screen_of(app).split())
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert app.screen is app.scene
    assert (tmp_path / "letter.txt").read_text() == "Dear Ruby"


async def test_the_name_that_stands_there_is_free(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await read_all(pilot)
        for name in (f"ruby-sparks{number}.transcript.txt" for number in ("", "-2", "-3")):
            await opened(pilot, app)
            await pilot.press("5")
            await pilot.pause()
            assert line_of(app).value == f"~{os.sep}{name}"
            await pilot.press("enter")
            await pilot.pause()
            assert (tmp_path / name).exists()


async def test_a_guest_has_it_from_the_browser(tmp_path: Path) -> None:
    app = app_for(tmp_path, guest=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await read_all(pilot)
        await opened(pilot, app)
        with patch.object(app, "deliver_binary") as deliver:
            await pilot.press("1")
            await pilot.pause()
        (content,) = deliver.call_args.args
        assert content.getvalue().startswith(b"PK")
        assert deliver.call_args.kwargs["mime_type"] == "application/epub+zip"
        assert deliver.call_args.kwargs["save_filename"].endswith(".epub")


def test_it_is_offered_at_the_end() -> None:
    assert "book" in {command.action for command in AFTER_ENDING}
