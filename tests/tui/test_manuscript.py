"""The manuscript with what came of each page, and Ruby at two times side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from game.play.session import Session
from game.reader.claims import Claim, Frame, Reading
from game.tui.app import RubySparks
from game.tui.screens.manuscript import ManuscriptScreen
from game.tui.screens.then_and_now import ThenAndNowScreen
from game.tui.settings import Settings, save_settings
from game.tui.widgets.prose import Book
from tests.tui.playing import STORY, screen_of

if TYPE_CHECKING:
    from pathlib import Path

    from syrupy.assertion import SnapshotAssertion
    from textual.pilot import Pilot

    from game.reader.reader import Reader

SIZES = [(80, 24), (120, 40), (40, 15)]
PAGES = [
    "Ruby keeps ~~wasps~~ bees and is always happy. Blorf [/] \x1b[2J the gnar.",
    "Ruby doesn't keep bees. Harry is a coward.",
    "Ruby keeps bees. Ruby has a key [@click=app.quit]x[/].",
]
KNOWN = {
    "Ruby keeps": Claim("ruby", "act", "keep bee", frame=Frame("keep", "bees")),
    "always happy": Claim("ruby", "mood", "joyful", degree="absolute"),
    "Ruby doesn't keep bees": Claim("ruby", "act", "keep bee", holds=False, frame=Frame("keep", "bees")),
    "Harry is a coward": Claim("harry", "role", "coward"),
    "Ruby has a key [@click=app.quit]x[/]": Claim(
        "ruby", "have", "key [@click=app.quit]x[/]", frame=Frame("have", "a key [@click=app.quit]x[/]")
    ),
}


class KnowingReader:
    """Knows a few sentences by heart."""

    def read(self, text: str, typing: bool = False) -> Reading:
        found = [(text.index(words), words) for words in KNOWN if words in text]
        claims = (
            Claim(
                **{
                    name: getattr(KNOWN[words], name)
                    for name in ("subject", "aspect", "value", "holds", "degree", "frame")
                },
                span=(at, at + len(words)),
                text=words,
            )
            for at, words in sorted(found)
        )
        at = text.find("Blorf")
        return Reading(tuple(claims), ((at, text.rindex(".")),) if at >= 0 else ())


def app_with(folder: Path, *pages: str) -> RubySparks:
    """The program with these pages typed, each after going back to the machine."""
    save_settings(Settings(reduced_motion=True), folder / "settings.toml")
    session = Session(STORY, cast("Reader", KnowingReader()), folder / "saves", seed=7)
    playthrough, notes = session.open()
    playthrough.choose("sit")
    for page in pages:
        playthrough.type(page)
        playthrough.choose("again")
    return RubySparks(session, playthrough, notes, folder / "settings.toml")


async def open_manuscript(app: RubySparks, pilot: Pilot[None], *keys: str) -> None:
    await pilot.pause()
    await app.run_action("manuscript")
    await pilot.pause()
    await pilot.press(*keys)
    await pilot.pause()
    await pilot.pause()


@pytest.mark.parametrize("size", SIZES)
async def test_how_they_look(tmp_path: Path, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    app = app_with(tmp_path, *PAGES)
    async with app.run_test(size=size) as pilot:
        await open_manuscript(app, pilot)
        assert screen_of(app) == snapshot(name="manuscript")
        await pilot.press("right", "right")
        await pilot.pause()
        assert screen_of(app) == snapshot(name="manuscript, page 2")
        await pilot.press("t")
        await pilot.pause()
        await pilot.pause()
        assert screen_of(app) == snapshot(name="then and now")
        await pilot.press("left", "tab", "left")
        await pilot.pause()
        await pilot.pause()
        assert screen_of(app) == snapshot(name="before page 1, after page 2")


async def test_each_page_has_what_came_of_it(tmp_path: Path) -> None:
    app = app_with(tmp_path, *PAGES)
    async with app.run_test(size=(80, 60)) as pilot:
        await open_manuscript(app, pilot)
        shown = screen_of(app)
        for line in (
            "Ruby keeps xxxxx bees",
            "Took                she keeps bees",
            "Changed             she is content → she is joyful",
            "Since overwritten   she keeps bees (by page 2)",
            "Not understood      “Blorf [/]",
            "she doesn't keep bees\n                           Harry is a coward",
            "no longer: she keeps bees (page 1)",
        ):
            assert line in shown


async def test_a_page_of_which_nothing_took_says_so(tmp_path: Path) -> None:
    app = app_with(tmp_path, "Hm.")
    async with app.run_test(size=(80, 24)) as pilot:
        await open_manuscript(app, pilot)
        assert "Took                nothing" in screen_of(app)


async def test_arrows_go_from_page_to_page(tmp_path: Path) -> None:
    app = app_with(tmp_path, *PAGES)
    async with app.run_test(size=(80, 14)) as pilot:
        await open_manuscript(app, pilot, "right")
        assert screen_of(app).lstrip().startswith("1 · ")
        await pilot.press("right", "n")
        await pilot.pause()
        third = screen_of(app)
        await pilot.press("left")
        await pilot.pause()
        assert screen_of(app).lstrip().startswith("2 · ")
        await pilot.press("p", "p", "left")
        await pilot.pause()
        assert "Manuscript" in screen_of(app)
        await pilot.press("right", "right", "right")
        await pilot.pause()
        assert screen_of(app) == third


async def test_then_and_now_turns_to_any_two_pages_by_the_keyboard_alone(tmp_path: Path) -> None:
    app = app_with(tmp_path, *PAGES)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_manuscript(app, pilot, "t")
        assert isinstance(app.screen, ThenAndNowScreen)
        shown = screen_of(app)
        assert "Then: ‹ after page 1 ›" in shown
        assert "Now: after page 3" in shown
        await pilot.press("left", "left")
        await pilot.pause()
        assert "Then: ‹ before page 1 ›" in screen_of(app)
        assert "she is content" in screen_of(app)
        await pilot.press("tab", "left")
        await pilot.pause()
        assert "Now: ‹ after page 2 ›" in screen_of(app)
        await pilot.press("right", "right", "right", "tab", "right")
        await pilot.pause()
        assert "Then: ‹ after page 1 ›" in screen_of(app)
        assert "Now: after page 3" in screen_of(app)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, ManuscriptScreen)
        await pilot.press("t", "t", "escape")
        await pilot.pause()
        assert app.screen is app.scene


async def test_what_is_gone_is_then_and_what_is_new_is_now(tmp_path: Path) -> None:
    app = app_with(tmp_path, *PAGES)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_manuscript(app, pilot, "t", "tab", "left")
        then, now = (app.screen.query_one(f"#{side} Book", Book).paragraphs for side in ("then", "now"))
        assert [(p.label, p.text) for p in then] == [
            ("page\tstill so", "1\tshe is joyful: always"),
            ("page\tgone", "1\tshe keeps bees"),
        ]
        assert [(p.label, p.text) for p in now] == [
            ("page\tstill so", "1\tshe is joyful: always"),
            ("page\tnew", "2\tshe doesn't keep bees"),
        ]


async def test_the_heads_can_be_clicked(tmp_path: Path) -> None:
    app = app_with(tmp_path, *PAGES)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_manuscript(app, pilot, "t")
        await pilot.click("#now .moment")
        await pilot.pause()
        assert "Now: ‹ after page 3 ›" in screen_of(app)
        await pilot.click("#now .moment")
        await pilot.pause()
        assert "Now: ‹ before page 1 ›" in screen_of(app)


async def test_before_anything_is_typed_there_is_nothing_to_compare(tmp_path: Path) -> None:
    app = app_with(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_manuscript(app, pilot)
        assert "Then and now" not in screen_of(app)
        await pilot.press("t")
        await pilot.pause()
        assert isinstance(app.screen, ManuscriptScreen)


async def test_no_words_are_taken_for_anything_but_words(tmp_path: Path) -> None:
    app = app_with(tmp_path, *PAGES)
    async with app.run_test(size=(80, 60)) as pilot:
        await open_manuscript(app, pilot)
        assert "\x1b" not in screen_of(app)
        assert "she has key [@click=app.quit]x[/]" in screen_of(app)
        await pilot.press("t")
        await pilot.pause()
        await pilot.pause()
        assert "key [@click=app.quit]x[/]" in " ".join(screen_of(app).split())
        assert "\x1b" not in screen_of(app)
