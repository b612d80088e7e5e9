from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Static

from game.preview import screen
from game.preview.screen import PreviewApp
from tests.preview.conftest import edit

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from game.workshop.rehearsal import Rehearsal

    Rehearse = Callable[..., Rehearsal]


@pytest.fixture(autouse=True)
def _often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screen, "POLL", 0.02)


async def until(pilot: Pilot[None], so: Callable[[], bool]) -> None:
    for _ in range(200):
        await pilot.pause(0.02)
        if so():
            return
    raise AssertionError("it never came to be so")


def told(app: PreviewApp) -> str:
    return "\n".join(one.text for one in app.scene.page.book.paragraphs)


def inspected(app: PreviewApp) -> str:
    return str(app.scene.query_one("#inspected", Static).content)


async def test_a_saved_file_comes_on_the_screen_where_the_player_is(
    folder: Path, tmp_path: Path, rehearse: Rehearse
) -> None:
    app = PreviewApp(rehearse(scene="sheet-in"), tmp_path / "settings.yaml")
    async with app.run_test(size=(120, 30)) as pilot:
        await until(pilot, lambda: "sheet-in, chapter one, 0 moves in" in inspected(app))
        await pilot.press("space")
        await until(pilot, lambda: app.scene.at_machine)
        await pilot.press(*"Ruby si")
        edit(folder, "The sheet is in.", "The sheet is [b]in[/b].")
        await until(pilot, lambda: "The sheet is [b]in[/b]." in told(app))
        assert "Read again in" in inspected(app)
        await until(pilot, lambda: app.scene.at_machine)
        assert app.scene.machine.text == "Ruby si"
        await pilot.press(*"ngs.", "f2")
        await until(pilot, lambda: "second-sheet, chapter one, 1 move in" in inspected(app))
        assert "+ 1. she sings (act, who)" in inspected(app)


async def test_an_error_shows_at_the_foot_and_goes_with_its_mending(
    folder: Path, tmp_path: Path, rehearse: Rehearse
) -> None:
    app = PreviewApp(rehearse(), tmp_path / "settings.yaml")
    async with app.run_test(size=(120, 30)) as pilot:
        fault = app.scene.query_one("#fault", Static)
        assert not fault.display
        edit(folder, "A desk,", "A {desk,")
        await until(pilot, lambda: bool(fault.display))
        assert "one.yaml:6:9: RS020 this { is never closed" in str(fault.content)
        assert app.playthrough.choose("look").scene == "desk"
        edit(folder, "A {desk,", "A table,")
        await until(pilot, lambda: not fault.display)
        await until(pilot, lambda: "A table," in told(app))
        assert len(app.playthrough.history) == 1


async def test_the_inspector_can_be_put_away_and_nothing_is_asked_on_leaving(
    tmp_path: Path, rehearse: Rehearse
) -> None:
    app = PreviewApp(rehearse(scene="garden"), tmp_path / "settings.yaml")
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("f9")
        assert not app.scene.query_one("#inspector").display
        await pilot.press("f9")
        assert app.scene.query_one("#inspector").display
        app.playthrough.choose("back")
        app.action_restart()
        await until(pilot, lambda: "garden, chapter two, 0 moves in" in inspected(app))
        await pilot.press("ctrl+q")
    assert app.return_code == 0
