from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.play.chronicle import decisions, people, so_far
from game.play.session import Session
from game.saves.endings import FILE_NAME, endings_found, note_ending
from game.story.loader import load_story
from tests.example import CHAPTERS, STORY, WORLD, ExampleReader, write_story

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.story.model import Story

PEOPLE = WORLD.replace(
    "  calvin: {name: Calvin, pronoun: he}",
    """  calvin: {name: Calvin, pronoun: he, about: You., knows: [{if: nerve > 0, text: 'There is rain.'}]}
  harry: {name: Harry, pronoun: he, about: Your brother., if: visits('garden') > 0}""",
)
RECAPS = CHAPTERS.replace(
    "  desk:\n", "  desk:\n    recap: 'There was a desk{nerve > 0: , and rain}.'\n"
).replace("  garden:\n", "  garden:\n    recap: You were in the garden.\n")


@pytest.fixture
def told(tmp_path: Path) -> Story:
    folder = write_story(tmp_path / "story", RECAPS, STORY)
    (folder / "world.yaml").write_text(PEOPLE, encoding="utf-8")
    return load_story(folder)


def test_what_happened_is_told_by_chapter_each_scene_once_as_it_was_then(
    told: Story, reader: ExampleReader, tmp_path: Path
) -> None:
    playthrough, _ = Session(told, reader, tmp_path / "saves").open()
    for choice in ("look", "leave", "back"):
        playthrough.choose(choice)
    assert [(recap.chapter, recap.sentences) for recap in so_far(playthrough)] == [
        ("one", ("There was a desk.",)),
        ("two", ("You were in the garden.",)),
    ]


def test_people_come_into_the_list_and_know_what_they_know(
    told: Story, reader: ExampleReader, tmp_path: Path
) -> None:
    playthrough, _ = Session(told, reader, tmp_path / "saves").open()
    assert [(one.person.name, one.person.knows) for one in people(playthrough)] == [("Calvin", ())]
    playthrough.choose("look")
    playthrough.choose("leave")
    assert [(one.person.name, one.person.knows) for one in people(playthrough)] == [
        ("Calvin", ("There is rain.",)),
        ("Harry", ()),
    ]


def test_every_move_is_told_with_what_it_changed_and_where_it_stands(
    session: Callable[..., Session],
) -> None:
    playthrough, _ = session().open()
    playthrough.choose("sit")
    playthrough.type("Ruby keeps bees.")
    playthrough.undo()
    playthrough.type("Ruby sings.")
    found = list(decisions(playthrough))
    assert [(one.words, one.depth, one.stands, one.here) for one in found] == [
        ("The beginning", 0, True, False),
        ("Sit down", 0, True, False),
        ("“Ruby keeps bees.”", 1, False, False),
        ("“Ruby sings.”", 0, True, True),
    ]
    assert found[0].chapter == "Paper"
    for one in found:
        playthrough.jump(one.number)


def test_a_branch_that_was_not_played_again_is_told_by_its_ids(session: Callable[..., Session]) -> None:
    playthrough, _ = session().open()
    playthrough.choose("leave")
    playthrough.choose("back")
    playthrough.jump(0)
    playthrough.choose("look")
    playthrough.close()
    again, _ = session().open()
    assert [one.words for one in decisions(again)] == [
        "The beginning",
        "Leave",
        "Back",
        "Look out of the window",
    ]


def test_an_ending_once_come_to_is_known_in_every_playthrough_of_the_folder(
    session: Callable[..., Session],
) -> None:
    playthrough, _ = session().open()
    assert playthrough.endings_found == ()
    playthrough.choose("leave")
    playthrough.choose("stay")
    playthrough.close()
    again, _ = session(new=True).open()
    assert again.endings_found == ("Dark",)


@pytest.mark.parametrize("junk", ["", "[]", '{"small": 3}', '{"small": [1, {}]}', "{" * 5000, "\x00"])
def test_a_file_of_endings_that_makes_no_sense_holds_none_and_is_made_good(tmp_path: Path, junk: str) -> None:
    (tmp_path / FILE_NAME).write_text(junk)
    assert endings_found(tmp_path, "small") == set()
    note_ending(tmp_path, "small", "dark")
    assert endings_found(tmp_path, "small") == {"dark"}


def test_where_nothing_can_be_written_an_ending_is_only_not_noted(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    note_ending(tmp_path / "file", "small", "dark")
    assert endings_found(tmp_path / "file", "small") == set()
