"""What of a playthrough comes into its book."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.book.making import NAME_LIMIT, book_of
from game.book.markup import revisions
from game.book.model import Block, Revision, in_hands
from game.play.session import Session
from game.story.loader import load_story
from tests.book.books import book_with, to_the_end, type_pages
from tests.example import STORY, ExampleReader, write_story

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_it_has_chapters_as_they_were_read_and_is_called_by_its_ending(
    session: Callable[..., Session],
) -> None:
    playthrough, _ = session(seed=7).open()
    playthrough.choose("look")
    type_pages(playthrough, "Ruby keeps ~~wasps~~ bees.\n\n  So there.")
    to_the_end(playthrough)
    book = book_of(playthrough, "  A. \x1b[31mPlayer\n ")
    assert (book.title, book.ending, book.author) == ("Dark", "Dark", "A. [31mPlayer")
    assert [(one.number, one.title) for one in book.chapters] == [(1, "Paper"), (2, "Garden")]
    desk, garden = book.chapters
    assert [block.kind for block in desk.blocks if block.kind != "prose"] == ["sky", "typed", "typed"]
    assert Block("typed", "Ruby keeps ~~wasps~~ bees.\n\n  So there.") in desk.blocks
    assert garden.blocks[0] == Block("interlude", "I am in the garden.", opens=True)
    assert garden.blocks[-1].text == "The end of the day."
    told = " ".join(block.text for one in book.chapters for block in one.blocks)
    assert "A garden, and rain." in told
    assert "Look out of the window" not in told, "what is picked is no part of a novel"
    assert book.hers == "Ruby"


def test_revisions_are_the_pages_with_what_they_did(session: Callable[..., Session]) -> None:
    playthrough, _ = session(seed=7).open()
    type_pages(playthrough, "Ruby keeps bees.")
    type_pages(playthrough, "Ruby sings tenor.", backwards=True)
    book = book_of(playthrough)
    assert [(one.number, one.chapter, one.backwards) for one in book.revisions] == [
        (1, "Paper", False),
        (2, "Paper", True),
    ]
    assert book.revisions[0].account == (("Took", ("she keeps bees",)),)


def test_a_long_account_runs_on() -> None:
    few, many = (("Took", tuple(f"she keeps {kind}" for kind in "abcdefghi"[:count])) for count in (8, 9))
    book = replace(book_with("."), revisions=(Revision(1, "Paper", ".", False, (few, many)),))
    written = revisions(book, 2)
    assert written.count("<dd>she keeps a</dd>") == 1
    assert "<dd>she keeps a; she keeps b; she keeps c;" in written


def test_without_an_ending_it_goes_as_far_as_the_playthrough(session: Callable[..., Session]) -> None:
    playthrough, _ = session(seed=7).open()
    book = book_of(playthrough)
    assert (book.title, book.ending, book.author, book.dedication, book.first) == ("Small", "", "", "", "")
    assert [one.title for one in book.chapters] == ["Paper"]
    assert book.revisions == ()


TALK = """
chapter: one
scenes:
  desk:
    text: A desk.
    choices:
      - {id: ask, text: '"May I see it?"', goto: shown}
      - {id: look, text: Look at it, goto: shown}
  shown: {text: She turns it round., page: who}
  hers: {kind: interlude, text: I have it., choices: [{id: say, text: '"No," I say.', goto: over}]}
  over: {text: So., ending: dark}
pages:
  who: {prompt: Who?, unread: It says so., goto: hers}
endings:
  dark: {title: Dark, text: The end.}
"""


def test_of_what_is_picked_what_is_said_is_told(tmp_path: Path, reader: ExampleReader) -> None:
    head = f"{STORY}book: {{title: Desks, dedication: 'To {{you}}.', first: who}}\n"
    head = head.replace("  - {id: two, title: Garden}\n", "")
    story = load_story(write_story(tmp_path / "story", TALK, head))
    playthrough, _ = Session(story, reader, tmp_path, seed=7).open()  # type: ignore[arg-type]
    assert book_of(playthrough).title == "Desks", "there is no ending yet"
    playthrough.choose("ask")
    playthrough.type("I am ~~not~~ sorry.")
    playthrough.choose("say")
    book = book_of(playthrough)
    assert (book.title, book.dedication, book.first) == ("Dark", "To {you}.", "I am ~~not~~ sorry.")
    assert [(block.kind, block.text) for block in book.chapters[0].blocks] == [
        ("prose", "A desk."),
        ("prose", '"May I see it?"'),
        ("prose", "She turns it round."),
        ("typed", "I am ~~not~~ sorry."),
        ("prose", "It says so."),
        ("interlude", "I have it."),
        ("interlude", '"No," I say.'),
        ("prose", "So."),
        ("prose", "The end."),
    ]
    playthrough.undo(3)
    playthrough.choose("look")
    blocks = book_of(playthrough).chapters[0].blocks
    assert [block.text for block in blocks] == [
        "A desk.",
        "She turns it round.",
    ]


def test_a_name_is_kept_short(session: Callable[..., Session]) -> None:
    playthrough, _ = session(seed=7).open()
    assert len(book_of(playthrough, "x" * 1000).author) == NAME_LIMIT


def test_what_is_typed_in_the_midst_of_an_interlude_is_part_of_it() -> None:
    blocks = [Block("prose", "a"), Block("typed", "b"), Block("interlude", "c"), Block("typed", "d")]
    blocks += [Block("interlude", "e"), Block("typed", "f"), Block("prose", "g")]
    runs = [(hers, "".join(block.text for block in run)) for hers, run in in_hands(blocks)]
    assert runs == [(False, "ab"), (True, "cde"), (False, "fg")]


def test_the_road_goes_through_every_scene_that_was_come_to(session: Callable[..., Session]) -> None:
    playthrough, _ = session(seed=7).open()
    type_pages(playthrough, "Ruby keeps bees.", "Ruby sings tenor.")
    to_the_end(playthrough)
    road = book_of(playthrough).road
    assert road.steps == (
        ("scene:desk", "scene:sheet-in"),
        ("scene:sheet-in", "scene:second-sheet"),
        ("scene:second-sheet", "scene:garden"),
        ("scene:garden", "scene:over"),
        ("scene:over", "ending:dark"),
    )
    assert [(one.title, one.seen, one.scenes) for one in road.stretches] == [
        ("Paper", 3, 3),
        ("Garden", 2, 2),
    ]
    for stretch in road.stretches:
        assert len(set(stretch.places.values())) == len(stretch.places), "no place lies on another"
        assert all(0 <= along <= 1 and 0 <= row <= stretch.rows for along, row in stretch.places.values())


def test_the_road_of_a_playthrough_that_has_not_begun_is_where_it_starts(
    session: Callable[..., Session],
) -> None:
    playthrough, _ = session(seed=7).open()
    road = book_of(playthrough).road
    assert (road.steps, road.visited) == ((), {"scene:desk"})
    assert [one.seen for one in road.stretches] == [1, 0]
