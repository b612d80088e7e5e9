"""Every screen as text, at 80 by 24, at 120 by 40, and as small as it gets."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from game.play.about import Library
from game.tui.screens import about, slots, transcript
from game.tui.settings import Settings, save_settings
from tests.tui.playing import app_for, at_desk, read_all, screen_of, type_text

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from syrupy.assertion import SnapshotAssertion

    from game.tui.app import RubySparks

WRITTEN = 1_750_000_000
"""When the saves are said to be of."""
SIZES = [(80, 24), (120, 40), (40, 15)]
LEAVES = ["menu", "manuscript", "save", "load", "settings", "transcript", "about", "help", "restart", "quit"]
PAGE = "Ruby keeps bees on the roof. Ruby sings to them very softly \x14and nobody minds"


@pytest.fixture(autouse=True)
def _still(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    monkeypatch.setattr(transcript, "transcript_path", lambda _: Path("saves", "autosave.transcript.txt"))
    monkeypatch.setattr(about, "libraries", lambda: [Library("textual", "8.2", "MIT")])
    monkeypatch.setattr(slots, "now", lambda: WRITTEN + 86_400 * 3)
    save_settings(Settings(reduced_motion=True), tmp_path / "settings.toml")


@pytest.mark.parametrize("size", SIZES)
async def test_reading(tmp_path: Path, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert screen_of(app) == snapshot(name="first")
        await read_all(pilot)
        assert screen_of(app) == snapshot(name="choices")
        await pilot.press("2")
        await read_all(pilot)
        assert screen_of(app) == snapshot(name="sky")
        await pilot.press("1")
        await read_all(pilot)
        await pilot.pause()
        assert screen_of(app) == snapshot(name="desk, blank")
        await type_text(pilot, PAGE)
        assert screen_of(app) == snapshot(name="desk, typed on")
        await pilot.press("f2")
        await read_all(pilot)
        assert screen_of(app) == snapshot(name="all kinds of text")
        await pilot.press("2")
        await read_all(pilot)
        assert screen_of(app) == snapshot(name="ending")


@pytest.mark.parametrize("size", SIZES)
async def test_leaves(tmp_path: Path, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    async for leaf, app in opened_leaves(tmp_path, size):
        assert screen_of(app) == snapshot(name=leaf)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_leaves_without_colour(
    tmp_path: Path, size: tuple[int, int], snapshot: SnapshotAssertion, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async for leaf, app in opened_leaves(tmp_path, size):
        assert screen_of(app) == snapshot(name=leaf)
        colours = {
            colour.name
            for strip in app.screen._compositor.render_strips(app.screen.size)
            for segment in strip
            if segment.style is not None
            for colour in (segment.style.color, segment.style.bgcolor)
            if colour is not None
        }
        assert colours <= {"default"}, leaf


async def opened_leaves(folder: Path, size: tuple[int, int]) -> AsyncIterator[tuple[str, RubySparks]]:
    """Every leaf in turn, open over a playthrough with a page, a torn sheet and a save."""
    app = app_for(folder)
    async with app.run_test(size=size) as pilot:
        await at_desk(pilot)
        await type_text(pilot, PAGE)
        await pilot.press("f4")
        await type_text(pilot, PAGE)
        await pilot.press("f2")
        await read_all(pilot)
        app.playthrough.save("a morning")
        for path in (folder / "saves").glob("*.yaml"):
            os.utime(path, (WRITTEN, WRITTEN))
        for leaf in LEAVES:
            await app.run_action(leaf)
            await pilot.pause()
            await pilot.pause()
            yield leaf, app
            await pilot.press("escape")


@pytest.mark.parametrize("palette", ["paper", "night", "contrast", "none"])
async def test_no_palette_changes_a_letter(tmp_path: Path, palette: str, snapshot: SnapshotAssertion) -> None:
    save_settings(Settings(reduced_motion=True, palette=palette), tmp_path / "settings.toml")  # type: ignore[arg-type]
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await read_all(pilot)
        assert screen_of(app) == snapshot(name="in any colours")


@pytest.mark.parametrize("palette", ["contrast", "none"])
async def test_paper_without_a_colour_of_its_own_has_edges(tmp_path: Path, palette: str) -> None:
    save_settings(Settings(palette=palette), tmp_path / "settings.toml")  # type: ignore[arg-type]
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_desk(pilot)
        await type_text(pilot, "Ruby sings")
        row = next(row for row in screen_of(app).splitlines() if "Ruby sings" in row)
        assert row.count("│") == 2
        assert app.scene.machine.view.sheet.columns == 60
