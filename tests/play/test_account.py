"""What is told of each page, and of Ruby at two times."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.play.account import (
    From,
    change_words,
    default_pages,
    moment_words,
    overwritten_words,
    page_accounts,
    portrait,
)
from game.play.session import Session
from game.reader.claims import Claim, Reading
from game.story.loader import load_story
from tests.example import ExampleReader, write_story

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.play.playthrough import Playthrough
    from game.story.model import Story

CLAIMS = {
    "Always happy.": Claim("ruby", "mood", "joyful", degree="absolute", span=(0, 12), text="Always happy"),
    "Sad.": Claim("ruby", "mood", "sad", span=(0, 3), text="Sad"),
    "Not happy.": Claim("ruby", "mood", "joyful", holds=False, span=(0, 9), text="Not happy"),
    "Bees.": Claim("ruby", "act", "keep bee", span=(0, 4), text="Bees"),
    "Coward.": Claim("harry", "role", "coward", span=(0, 6), text="Coward"),
}


@pytest.fixture
def playthrough(
    session: Callable[..., Session], monkeypatch: pytest.MonkeyPatch, reader: ExampleReader
) -> Playthrough:
    def read(page: str, typing: bool = False) -> Reading:
        claims = tuple(claim for words, claim in CLAIMS.items() if words == page)
        return Reading(claims, () if claims else ((0, len(page)),))

    monkeypatch.setattr(reader, "read", read)
    playthrough, _ = session(seed=7).open()
    return playthrough


def type_pages(playthrough: Playthrough, *pages: str) -> None:
    for page in pages:
        while playthrough.turn.page is None:
            playthrough.choose("sit" if playthrough.turn.scene == "desk" else "back")
        playthrough.type(page)


def test_nothing_typed_is_no_account_and_she_is_as_she_was(playthrough: Playthrough) -> None:
    assert page_accounts(playthrough) == ()
    assert default_pages(playthrough) == (0, 0)
    found = portrait(playthrough, 0, 0)
    assert (found.kept, found.gone, found.new) == ((From("she is content", 0),), (), ())


def test_a_page_tells_what_took_what_changed_and_what_was_not_understood(playthrough: Playthrough) -> None:
    type_pages(playthrough, "Always happy.", "Blorf.")
    first, second = page_accounts(playthrough)
    assert first.took == ("she is joyful: always",)
    assert change_words(first, " → ") == ["she is content → she is joyful"]
    assert first.unread == ()
    assert second.took == ()
    assert second.unread == ("Blorf.",)
    assert change_words(second, " → ") == []


def test_what_a_page_put_an_end_to_and_what_ended_it(playthrough: Playthrough) -> None:
    type_pages(playthrough, "Always happy.", "Not happy.", "Bees.", "Bees.")
    first, second, third, _ = page_accounts(playthrough)
    assert overwritten_words(first) == ["she is joyful: always (by page 2)"]
    assert "no longer: she is joyful: always (page 1)" in change_words(second, " → ")
    assert overwritten_words(third) == ["she keeps bees (said again on page 4)"]


def test_then_and_now_is_the_first_page_and_the_last(playthrough: Playthrough) -> None:
    type_pages(playthrough, "Bees.", "Always happy.", "Bees.")
    assert default_pages(playthrough) == (1, 3)
    found = portrait(playthrough, 1, 3)
    assert found.kept == (From("she keeps bees", 1),), "said again is not new"
    assert found.gone == (From("she is content", 0),)
    assert found.new == (From("she is joyful: always", 2),)
    back = portrait(playthrough, 3, 1)
    assert (back.gone, back.new) == (found.new, found.gone)


def test_what_is_written_of_others_is_in_the_account_and_not_in_her_portrait(
    playthrough: Playthrough,
) -> None:
    type_pages(playthrough, "Coward.")
    (account,) = page_accounts(playthrough)
    assert account.took == ("Harry is a coward",)
    assert portrait(playthrough, 0, 1).new == ()


def test_pages_that_there_are_not_are_refused(playthrough: Playthrough) -> None:
    type_pages(playthrough, "Bees.")
    for then, now in ((0, 2), (-1, 0), (2, 2)):
        with pytest.raises(IndexError):
            portrait(playthrough, then, now)
    assert (moment_words(0), moment_words(2)) == ("before page 1", "after page 2")


def test_what_was_taken_back_is_in_no_account(playthrough: Playthrough) -> None:
    type_pages(playthrough, "Bees.", "Always happy.")
    playthrough.undo()
    assert [account.took for account in page_accounts(playthrough)] == [("she keeps bees",)]
    assert portrait(playthrough, *default_pages(playthrough)).new == (From("she keeps bees", 1),)


def test_costs_are_told_in_sentences(story_with_cost: Story, tmp_path: Path, reader: ExampleReader) -> None:
    reader.read = lambda page, typing=False: Reading((CLAIMS["Always happy."],))  # type: ignore[method-assign]
    playthrough, _ = Session(story_with_cost, reader, tmp_path, seed=7).open()  # type: ignore[arg-type]
    playthrough.type("Always happy.")
    playthrough.choose("wait")
    (account,) = page_accounts(playthrough)
    assert account.cost == ("She laughed at the fire.",)


@pytest.fixture
def story_with_cost(tmp_path: Path) -> Story:
    chapters = """
chapter: one
scenes:
  desk:
    text: [{costs: {at: town}}, So.]
    page: who
    choices: [{id: wait, text: Wait, goto: desk}, {id: leave, text: Leave, goto: away}]
  away: {chapter: two, text: Away., ending: dark}
pages:
  who: {prompt: Who?, beats: desk, goto: desk}
beats:
  desk-any: {at: desk, for: {subject: any, holds: any}, text: So.}
costs:
  cleaner: {at: town, for: {aspect: mood, value: joyful}, note: laughed at the fire, text: She laughs.}
endings:
  dark: {title: Dark, text: The end.}
"""
    return load_story(write_story(tmp_path / "story", chapters))
