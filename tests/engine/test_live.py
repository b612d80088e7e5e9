"""Pages of which each line happens as it ends, and pages on which the machine types for itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from game.play.account import page_accounts
from game.play.session import Session
from game.story.loader import load_story
from tests.engine.conftest import STORY, WORLD
from tests.example import ExampleReader, write_story

if TYPE_CHECKING:
    from pathlib import Path

    from game.play.playthrough import Playthrough
    from game.reader.reader import Reader

STUDY = """
chapter: one
scenes:
  desk: {page: who}
  study:
    text: "{!She stands by the door.}"
    page: live
    choices: [{id: stop, text: Stop, goto: desk}, {id: turn, text: Turn, goto: turned}]
  turned: {page: turned}
pages:
  who: {prompt: Who?, beats: at, goto: study}
  live: {prompt: "", live: true, beats: at, unread: Nothing., goto: study}
  turned:
    prompt: ""
    instead: "{count() > 1: He {claim().third}, and she let him.|He sat.}"
    after: It stops.
    goto: desk
beats:
  any: {at: at, for: {subject: any, holds: any}, text: "She {it.third}."}
"""


@pytest.fixture
def playthrough(tmp_path: Path) -> Playthrough:
    folder = write_story(tmp_path / "story", STUDY, STORY, WORLD)
    reader = cast("Reader", ExampleReader())
    opened, _ = Session(load_story(folder), reader, tmp_path / "saves").open()
    opened.type("Ruby keeps bees.")
    return opened


def test_each_line_is_answered_at_once(playthrough: Playthrough) -> None:
    said = [playthrough.type(line).passages[-1].text for line in ("Ruby sings.", "Blorf.", "Ruby juggles.")]
    assert said == ["She sings.", "Nothing.", "She juggles."]
    assert playthrough.turn.page is not None
    assert playthrough.turn.page.live


def test_the_lines_are_one_page_of_the_manuscript_with_what_each_did(playthrough: Playthrough) -> None:
    for line in ("Ruby sings.", "Blorf.", "Ruby juggles ants."):
        playthrough.type(line)
    first, live = playthrough.pages
    assert first.text == "Ruby keeps bees."
    assert live.text == "Ruby sings.\nBlorf.\nRuby juggles ants."
    assert [live.text[slice(*claim.span)] for claim in live.claims] == ["Ruby sings", "Ruby juggles ants"]
    assert [entry.page_number for entry in playthrough.turn.state.canon] == [1, 2, 2]
    account = page_accounts(playthrough)[1]
    assert account.took == ("she sings", "she juggles ants")


def test_leaving_it_and_coming_back_another_page_begins(playthrough: Playthrough) -> None:
    playthrough.type("Ruby sings.")
    playthrough.choose("stop")
    playthrough.type("Ruby keeps ants.")
    playthrough.type("Ruby juggles.")
    assert [page.number for page in playthrough.pages] == [1, 2, 3, 4]


def test_a_line_can_be_taken_back_by_itself(playthrough: Playthrough) -> None:
    playthrough.type("Ruby sings.")
    before = playthrough.turn
    playthrough.type("Ruby juggles.")
    assert playthrough.undo() == before
    assert playthrough.pages[-1].text == "Ruby sings."


@pytest.mark.parametrize("text", ["Ruby flies.", "", "  "])
def test_what_comes_out_of_a_page_that_types_itself_is_not_what_was_typed(
    playthrough: Playthrough, text: str
) -> None:
    playthrough.type("Ruby sings.")
    canon = playthrough.turn.state.canon
    offer = playthrough.choose("turn").page
    assert offer is not None
    assert offer.instead == "He sings, and she let him."
    turn = playthrough.type(text)
    assert [(one.kind, one.text) for one in turn.passages] == [
        ("typed", offer.instead), ("prose", "It stops."),
    ]  # fmt: skip
    assert turn.scene == "desk"
    assert turn.state.canon == canon
    page = playthrough.pages[-1]
    assert (page.text, page.claims) == (offer.instead, ())
