"""The player's words through every place that shows them come out as themselves, and nothing obeys them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events
from textual.widgets import Input

from game.play.cleaning import clean
from game.play.strikes import TILDE
from tests.tui.playing import app_for, at_desk, read_all, screen_of

if TYPE_CHECKING:
    from pathlib import Path

    from game.tui.app import RubySparks

TEXTS = [
    "[/]",
    "[/nope]",
    "[red]x[/red]",
    "[@click=app.quit]x[/]",
    "[type=x, v={'a[0]'}]",
    "\x1b]0;x\x07y",
    "\x1b[2Jz",
    "\x9b31mq",
    "{x} %s $ink \\n",
    "\u202eabc\u202c \u05e9\u05dc\u05d5\u05dd",
    "\N{FAMILY} 👩\u200d🎨 👍🏽 🇫🇷",
    "e\u0301\u0301\u0301 x\u0336",
    "~~~~ ~~x~~ ~~",
    "&#27;[31m <b>",
]
PAGES = [TEXTS[:4], TEXTS[4:8], TEXTS[8:12], TEXTS[12:], ["世界" * 200], ["w" * 10_000]]
"""What stands on a page together, a text a line; all of it can be seen at once, but for the long ones."""


def words_on(app: RubySparks) -> str:
    """What is on the screen, as one line without spaces, so that wrapping does not matter."""
    shown = screen_of(app)
    assert "\x1b" not in shown
    assert "\x9b" not in shown
    assert "\x07" not in shown
    return "".join(shown.replace("┊", "").split())


@pytest.mark.parametrize("texts", PAGES)
async def test_typed_words_come_out_as_themselves_everywhere(tmp_path: Path, texts: list[str]) -> None:
    app = app_for(tmp_path)
    page = "\n".join(f"Ruby has {text}" for text in texts)

    def all_on() -> bool:
        shown = words_on(app)
        return all("".join(clean(text).replace("~", TILDE).split())[:40] in shown for text in texts)

    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await at_desk(pilot)
        app.post_message(events.Paste(page))
        await pilot.pause()
        await pilot.pause()
        assert len(page) > 400 or all_on(), "on the sheet"
        await pilot.press("f4")
        await pilot.pause()
        app.post_message(events.Paste(page))
        await pilot.pause()
        await pilot.press("f2")
        await pilot.pause()
        assert all_on(), "on the page, and in what is made of it"
        await read_all(pilot)
        await pilot.press("m")
        await pilot.pause()
        assert all_on(), "in the manuscript"
        await pilot.press("end")
        await pilot.pause()
        words_on(app)
        await pilot.press("escape", "ctrl+o")
        await pilot.pause()
        words_on(app)
        await pilot.press("escape")
    app.playthrough.close()
    again = app_for(tmp_path)
    async with again.run_test(size=(60, 30)) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert again.playthrough.turn.scene == "kitchen"
        words_on(again)


async def test_typed_one_key_at_a_time_they_do_no_harm_either(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_desk(pilot)
        for text in TEXTS:
            for character in text:
                app.post_message(events.Key(character if character.isprintable() else "ctrl+x", character))
            await pilot.pause()
            await pilot.pause()
            words_on(app)
            assert app.is_running


async def test_what_is_pasted_on_a_line_that_is_asked_for_is_one_line_of_words(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await read_all(pilot)
        await pilot.press("ctrl+o", "i")
        await pilot.pause()
        app.post_message(events.Paste("~/a\x1b[2J\n\u202eb\t.yaml"))
        await pilot.pause()
        await pilot.pause()
        assert app.screen.query_one(Input).value == "~/a[2J b .yaml"


@pytest.mark.parametrize("text", ["[/]", "[@click=app.quit]x[/]", "\x1b]0;x\x07"])
async def test_messages_are_no_markup(tmp_path: Path, text: str) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await read_all(pilot)
        app.tell(f"About {text}")
        await pilot.pause()
        await pilot.pause()
        assert "".join(clean(text).split()) in words_on(app)


EVERYWHERE = ["[red]", "\x1b[2J", "{x}", "%s", "w" * 10_000]
"""What is taken through every place that shows what the player has typed."""
LOOKS = dict.fromkeys(("manuscript", "then_and_now", "timeline", "load"), True) | dict.fromkeys(
    (
        "people",
        "so_far",
        "looking_back",
        "endings",
        "save",
        "transcript",
        "menu",
        "settings",
        "help",
        "about",
    ),
    False,
)
"""What can be opened, and whether the words are sure to be there."""


@pytest.mark.parametrize("text", EVERYWHERE)
@pytest.mark.parametrize("size", [(80, 24), (40, 15)])
async def test_wherever_one_looks_back_words_are_words(
    tmp_path: Path, text: str, size: tuple[int, int]
) -> None:
    app = app_for(tmp_path)
    wanted = clean(text)[:12]

    async def look(action: str) -> str:
        await app.run_action(action)
        await pilot.pause()
        await pilot.pause()
        return words_on(app)

    async with app.run_test(size=size) as pilot:
        await at_desk(pilot)
        await look("transcript")
        await pilot.press("1")
        await pilot.pause()
        app.post_message(events.Paste(f"Ruby has {text}"))
        await pilot.pause()
        await pilot.pause()
        await pilot.press("f7")
        await pilot.pause()
        assert wanted in words_on(app), "read back"
        await pilot.press("escape", "f4")
        await pilot.pause()
        app.post_message(events.Paste(f"Ruby has {text}"))
        await pilot.pause()
        await pilot.press("f2")
        await pilot.pause()
        await pilot.pause()
        assert wanted in words_on(app), "in the scene"
        await read_all(pilot)
        app.scribe.comment(text)
        for action, shown in LOOKS.items():
            seen = await look(action)
            await pilot.press("end")
            await pilot.pause()
            assert wanted in seen + words_on(app) or not shown, action
        app.action_tester_note()
        await pilot.pause()
        app.post_message(events.Paste(text))
        await pilot.pause()
        assert wanted in words_on(app), "on a line that is asked for"
        await pilot.press("enter")
        await pilot.pause()
        assert app.is_running
    (transcript,) = tmp_path.rglob("*.transcript.txt")
    written = transcript.read_text(encoding="utf-8")
    assert written.count(clean(text)) >= 2
    assert "\x1b" not in written
