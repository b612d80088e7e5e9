"""The live page on the screen, and the page that types itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events

from game.story.loader import load_story
from game.tui.settings import Settings, save_settings
from tests.example import write_story
from tests.tui.playing import app_for, read_all, rows_of, screen_of, type_text
from tests.tui.restless import sit

if TYPE_CHECKING:
    from pathlib import Path

    from syrupy.assertion import SnapshotAssertion
    from textual.pilot import Pilot

    from game.story.model import Story
    from game.tui.app import RubySparks

CHAPTER = """
chapter: one
scenes:
  door:
    text: She stands in the door with her coat on.
    choices: [{id: sit, text: Sit down, goto: study}, {id: turn, text: Turn, goto: turned}]
  study:
    page: live
    choices: [{id: stop, text: Take your hands away, goto: after}]
  turned: {page: turned}
  after:
    text: It is quiet.
    choices: [{id: again, text: Again, goto: door}]
pages:
  live: {prompt: "", live: true, beats: at, unread: She waits., goto: study}
  turned: {prompt: "", instead: He took his hands away., goto: after}
beats:
  any: {at: at, for: {subject: any, holds: any}, text: "She {it.third}, there by the door."}
"""
STORY = """
format: 1
id: live
title: Live
ifid: 5D0A9B3C-8C1F-4F43-9C7E-5B5E0E2E5A11
version: 1.0.0
start: door
chapters: [{id: one, title: One}]
"""
WORLD = """
variables: {}
people: {ruby: {name: Ruby, pronoun: she}, calvin: {name: You, pronoun: he}}
"""


@pytest.fixture
def story(tmp_path: Path) -> Story:
    folder = write_story(tmp_path / "story", CHAPTER, STORY, WORLD)
    return load_story(folder)


def app_of(folder: Path, story: Story, **settings: object) -> RubySparks:
    save_settings(Settings(**{"reduced_motion": True, **settings}), folder / "settings.toml", "")  # type: ignore[arg-type]
    return app_for(folder, story=story)


async def at_study(pilot: Pilot[None], choice: str = "1") -> None:
    await read_all(pilot)
    await pilot.press(choice)
    await read_all(pilot)


async def line(pilot: Pilot[None], text: str) -> None:
    await type_text(pilot, f"{text}\n")
    await pilot.pause()


async def test_a_line_happens_in_the_other_half_as_it_ends(tmp_path: Path, story: Story) -> None:
    app = app_of(tmp_path, story)
    async with app.run_test(size=(100, 30)) as pilot:
        await at_study(pilot)
        assert app.scene.in_study
        await line(pilot, "Ruby keeps bees")
        rows = rows_of(app)
        typed = next(row for row in rows if "Ruby keeps bees" in row)
        happened = next(row for row in rows if "She keeps bees, there by the door." in row)
        assert typed.index("Ruby keeps bees") < happened.index("She keeps bees, there") - 20
        assert app.playthrough.pages[-1].text == "Ruby keeps bees"
        await line(pilot, "Ruby sings")
        assert app.playthrough.pages[-1].text == "Ruby keeps bees\nRuby sings"
        assert "She sings, there by the door." in screen_of(app)


async def test_at_typing_speed_the_next_line_need_not_wait(tmp_path: Path, story: Story) -> None:
    app = app_of(tmp_path, story, reduced_motion=False)
    async with app.run_test(size=(100, 30)) as pilot:
        await at_study(pilot)
        await line(pilot, "Ruby keeps bees")
        assert "She keeps bees, there by the door." not in screen_of(app)
        await line(pilot, "Ruby sings")
        assert "She keeps bees, there by the door." in screen_of(app)
        await pilot.pause(2.5)
        assert "She sings, there by the door." in screen_of(app)


async def test_an_empty_line_is_nothing(tmp_path: Path, story: Story) -> None:
    app = app_of(tmp_path, story)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_study(pilot)
        before = len(app.playthrough.history)
        await line(pilot, "")
        await line(pilot, "   ")
        assert len(app.playthrough.history) == before


async def test_words_that_take_glow_on_the_line(tmp_path: Path, story: Story) -> None:
    app = app_of(tmp_path, story)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_study(pilot)
        await type_text(pilot, "And Ruby sings")
        await pilot.pause()
        assert app.scene.study.view.glow == [(4, 14)]


@pytest.mark.parametrize("size", [(80, 24), (40, 15), (200, 60)])
async def test_it_can_be_stopped_after_any_line_and_is_then_read_on_as_ever(
    tmp_path: Path, story: Story, size: tuple[int, int]
) -> None:
    app = app_of(tmp_path, story)
    async with app.run_test(size=size) as pilot:
        await at_study(pilot)
        for number in range(9):
            await line(pilot, f"Ruby keeps bee {number}")
            assert "Take your hands away" in screen_of(app)
        await pilot.press("f5", "1")
        await read_all(pilot)
        assert not app.scene.in_study
        assert "It is quiet." in screen_of(app)
        assert not any(app.scene.has_class(f"-quiet-{step}") for step in range(1, 5))
        await pilot.press("home")
        await pilot.pause()
        everything = [one.text for one in app.scene.page.book.paragraphs]
        assert everything.count("Ruby keeps bee 3") == 1
        assert everything.count("She keeps bee 3, there by the door.") == 1


async def test_the_room_gets_quieter_line_by_line(tmp_path: Path, story: Story) -> None:
    app = app_of(tmp_path, story)
    async with app.run_test(size=(100, 30)) as pilot:
        await at_study(pilot)
        steps = []
        for number in range(9):
            await line(pilot, f"Ruby keeps bee {number}")
            steps.append(sum(app.scene.has_class(f"-quiet-{step}") for step in range(1, 5)))
        assert steps == [0, 1, 1, 2, 2, 3, 3, 4, 4]


async def test_what_was_typed_of_a_line_is_found_again(tmp_path: Path, story: Story) -> None:
    app = app_of(tmp_path, story)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_study(pilot)
        await line(pilot, "Ruby keeps bees")
        await type_text(pilot, "Ruby si")
        app.put_away()
    app.playthrough.close()
    again = app_for(tmp_path, story=story)
    async with again.run_test(size=(80, 24)) as pilot:
        await read_all(pilot)
        assert again.scene.in_study
        assert again.scene.study.text == "Ruby si"
        assert "She keeps bees, there by the door." in " ".join(screen_of(again).split())


async def test_taking_back_gives_the_line_back(tmp_path: Path, story: Story) -> None:
    app = app_of(tmp_path, story)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_study(pilot)
        await line(pilot, "Ruby keeps bees")
        await line(pilot, "Ruby sings")
        app.action_undo()
        await pilot.pause()
        assert app.scene.in_study
        assert app.scene.study.text == "Ruby sings"
        assert [one.text for one in app.scene.study.typed.book.paragraphs] == ["Ruby keeps bees"]


async def test_a_sheet_put_in_the_other_way_round_stays_so(tmp_path: Path, story: Story) -> None:
    app = app_of(tmp_path, story)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_study(pilot)
        await pilot.press("f3")
        await line(pilot, "Ruby sings")
        assert "doesn't sing" in " ".join(screen_of(app).split())
        assert app.scene.study.backwards


@pytest.mark.parametrize(
    "words", ["[red]Ruby sings", "\x1b[2JRuby sings", "Ruby has {x} %s", "Ruby has " + "w" * 9000]
)
async def test_nothing_typed_does_harm(tmp_path: Path, story: Story, words: str) -> None:
    app = app_of(tmp_path, story)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_study(pilot)
        app.scene.study.view.on_paste(_paste(words))
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert "\x1b" not in screen_of(app)
        assert app.playthrough.pages[-1].text == words.replace("\x1b", "")


async def test_whichever_keys_are_typed_other_letters_come(tmp_path: Path, story: Story) -> None:
    app = app_of(tmp_path, story)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_study(pilot, "2")
        await pilot.press("x", "backspace")
        assert app.scene.machine.text == "He took"
        await pilot.press("f2")
        assert app.scene.machine.text == "He took his hands away."
        await pilot.press("f2")
        await read_all(pilot)
        assert app.playthrough.pages[-1].text == "He took his hands away."
        assert "It is quiet." in screen_of(app)


async def test_once_it_has_begun_the_machine_goes_on_by_itself(tmp_path: Path, story: Story) -> None:
    app = app_of(tmp_path, story, reduced_motion=False)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_study(pilot, "2")
        await pilot.press(*"qwert")
        assert app.scene.machine.view.sheet.text == "He to"
        await pilot.pause(0.5)
        assert app.scene.machine.view.sheet.text == "He to"
        await pilot.press(*"yuio")
        await pilot.pause(3)
        assert app.scene.machine.text == "He took his hands away."


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 15)])
async def test_the_two_halves(
    tmp_path: Path, story: Story, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    app = app_of(tmp_path, story)
    async with app.run_test(size=size) as pilot:
        await at_study(pilot)
        await line(pilot, "Ruby keeps bees on the roof")
        await type_text(pilot, "Ruby sings to")
        await pilot.pause()
        assert screen_of(app) == snapshot(name="one line")
        app.scene.study.view.put_in("", plain=False)
        for number in range(8):
            await line(pilot, f"Ruby has {number} bees")
        assert screen_of(app) == snapshot(name="nine lines")


async def test_nothing_goes_wrong_for_somebody_restless(tmp_path: Path, story: Story) -> None:
    done = await sit(5, 11, tmp_path, least=30, story=story, first="1")
    assert done["type"] > 5
    assert done["resize"] > 1


def _paste(words: str) -> events.Paste:
    return events.Paste(words)
