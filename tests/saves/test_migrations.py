"""A playthrough goes on in a story that has changed: the field's own cases, and what an author declares."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from game.engine.turn import Choose
from game.play.session import Session
from game.story.loader import load_story
from tests.example import CHAPTERS, STORY, WORLD, ExampleReader, write_story

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.story.model import Story

Changed = "Callable[..., Story]"


@pytest.fixture
def changed(tmp_path: Path) -> Callable[..., Story]:
    """The example story in version 1.1.0, with these changes of its chapters, and these migrations."""

    def change(*changes: tuple[str, str], migrations: str = "", world: str = WORLD) -> Story:
        chapters = CHAPTERS
        for old, new in changes:
            assert old in chapters
            chapters = chapters.replace(old, new)
        story = STORY.replace("1.0.0", "1.1.0")
        if migrations:
            story += f"migrations:\n  1.1.0:\n{migrations}"
        folder = write_story(tmp_path / "changed", chapters, story)
        (folder / "world.yaml").write_text(world, encoding="utf-8")
        return load_story(folder)

    return change


@pytest.fixture
def played(session: Callable[..., Session]) -> Session:
    opened = session()
    playthrough, _ = opened.open()
    for choice in ("look", "sit"):
        playthrough.choose(choice)
    playthrough.type("Ruby keeps bees.")
    playthrough.type("Ruby sings.")
    playthrough.close()
    return opened


def notes_of(story: Story, played: Session, reader: ExampleReader) -> tuple[int, str, str]:
    """How many moves are kept, where it stands, and what is said of it."""
    playthrough, notes = Session(story, reader, played.saves.folder).open()
    playthrough.close()
    return len(playthrough.history), playthrough.turn.scene, " ".join(notes[1:] or notes)


def test_a_choice_that_was_added_above_never_changes_what_was_picked(
    played: Session, changed: Callable[..., Story], reader: ExampleReader
) -> None:
    story = changed(
        ("      - {id: look,", "      - {id: scold, text: Scold, goto: garden}\n      - {id: look,")
    )
    kept, scene, said = notes_of(story, played, reader)
    assert (kept, scene) == (4, "garden")
    assert "Every move you made is still there" in said


def test_a_choice_that_leads_elsewhere_now_is_not_made_without_a_word(
    played: Session, changed: Callable[..., Story], reader: ExampleReader
) -> None:
    story = changed(
        ("    page: who\n    choices:", "    page: who\n    choices:"),
        ("{id: sit, text: Sit down, goto: sheet-in}", "{id: sit, text: Sit down, goto: sheet-too}"),
        ("  second-sheet:", "  sheet-too:\n    text: The other.\n    page: who\n  second-sheet:"),
    )
    kept, scene, said = notes_of(story, played, reader)
    assert (kept, scene) == (1, "desk")
    assert "leads to “sheet-too” now, and led to “sheet-in”" in said


def test_what_stands_otherwise_than_it_did_is_said(
    played: Session, changed: Callable[..., Story], reader: ExampleReader
) -> None:
    kept, scene, said = notes_of(changed(("nerve += 1", "nerve += 2")), played, reader)
    assert (kept, scene) == (4, "garden")
    assert "from move 1 on" in said


def test_what_differs_is_said_once_and_not_again_after_going_on(
    played: Session, changed: Callable[..., Story], reader: ExampleReader
) -> None:
    story = changed(("nerve += 1", "nerve += 2"))
    playthrough, _ = Session(story, reader, played.saves.folder).open()
    playthrough.choose("back")
    playthrough.close()
    _, notes = Session(story, reader, played.saves.folder).open()
    assert notes == ["Resumed “autosave”, in “Paper”, 5 moves in."]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("The sheet is in.", "The sheet is in, straight.", "some of the words are new"),
        ("  paper-any:", "  paper-bees: {at: paper, for: {value: bees}, text: Bees.}\n  paper-any:", "new"),
    ],
    ids=["text edited", "beat added"],
)
def test_new_words_keep_everything(
    played: Session, changed: Callable[..., Story], reader: ExampleReader, old: str, new: str, said: str
) -> None:
    assert notes_of(changed((old, new)), played, reader)[:2] == (4, "garden")
    assert said in notes_of(changed((old, new)), played, reader)[2]


def test_a_variable_that_was_added_makes_no_difference(
    played: Session, changed: Callable[..., Story], reader: ExampleReader
) -> None:
    world = WORLD.replace("people:", "  courage: {type: int, min: 0, max: 10, default: 4}\npeople:")
    kept, _, said = notes_of(changed(world=world), played, reader)
    assert kept == 4
    assert said.endswith("Every move you made is still there.")


RENAMED = (("sheet-in", "first-sheet"), ("id: look", "id: look-out"), ("who", "her"))
IDS = """    scenes: {sheet-in: first-sheet}
    choices: {desk.look: look-out}
    pages: {who: her}
"""


def test_what_was_renamed_is_found_by_its_new_name_if_it_is_declared(
    played: Session, changed: Callable[..., Story], reader: ExampleReader
) -> None:
    changes = (*RENAMED[:2], ("page: who", "page: her"), ("  who:\n", "  her:\n"))
    assert notes_of(changed(*changes, migrations=IDS), played, reader)[:2] == (4, "garden")
    assert notes_of(changed(*changes), played, reader)[0] == 0


def test_what_was_done_in_a_scene_that_is_gone_is_passed_over(
    played: Session, changed: Callable[..., Story], reader: ExampleReader
) -> None:
    gone = CHAPTERS[CHAPTERS.index("  second-sheet:") : CHAPTERS.index("  garden:")]
    more = CHAPTERS[CHAPTERS.index("  more:") : CHAPTERS.index("beats:")]
    changes = ((gone, ""), ("goto: second-sheet", "goto: garden"), (more, ""))
    kept, scene, _ = notes_of(
        changed(*changes, migrations="    removed: {second-sheet: garden}\n"), played, reader
    )
    assert (kept, scene) == (3, "garden")


def test_a_new_variable_can_start_otherwise_in_an_old_playthrough(
    played: Session, changed: Callable[..., Story], reader: ExampleReader
) -> None:
    world = WORLD.replace("people:", "  courage: {type: int, min: 0, max: 10, default: 4}\npeople:")
    story = changed(world=world, migrations="    variables: {courage: 9}\n")
    playthrough, _ = Session(story, reader, played.saves.folder).open()
    assert playthrough.turn.state.variables[-1] == 9
    fresh, _ = Session(story, reader, played.saves.folder, slot="new").open()
    assert fresh.turn.state.variables[-1] == 4


def test_a_playthrough_of_now_is_not_migrated(
    played: Session, changed: Callable[..., Story], reader: ExampleReader
) -> None:
    changes = (("{id: look,", "{id: look-out,"), ("{id: leave,", "{id: look,"))
    story = changed(*changes, migrations="    choices: {desk.look: look-out}\n")
    playthrough, _ = Session(story, reader, played.saves.folder).open()
    assert playthrough.history[0][0] == Choose("look-out")
    playthrough.choose("back")
    playthrough.choose("look")
    assert playthrough.turn.scene == "garden"
    playthrough.close()
    again, _ = Session(story, reader, played.saves.folder).open()
    assert [move for move, _ in again.history][-1] == Choose("look")


OLD = """
chapter: one
scenes:
  desk:
    choices: [{id: in, text: In, goto: kitchen}]
  kitchen:
    choices: [{id: tea, text: Tea, goto: sheet}, {id: out, text: Out, goto: sheet}]
  sheet: {page: flaw}
  porch:
    choices: [{id: down, text: Down, goto: garden}]
  garden:
    choices: [{id: on, text: On, goto: over}]
  over: {ending: dark}
pages:
  flaw:
    prompt: Her flaw?
    beats: paper
    unread: It says so.
    goto: porch
""" + CHAPTERS[CHAPTERS.index("\nbeats:") :]
NEW = (
    OLD.replace("  porch:\n    choices: [{id: down, text: Down, goto: garden}]\n", "")
    .replace("goto: porch", "goto: garden")
    .replace("kitchen", "kitchen-morning")
    .replace("id: tea", "id: make-coffee")
    .replace("flaw", "her-flaw")
)


def test_the_guide_s_migrations_do_what_it_says(tmp_path: Path, reader: ExampleReader) -> None:
    guide = (Path(__file__).parents[2] / "story" / "README.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```yaml\n(migrations:.*?)```", guide, re.DOTALL)
    courage = "variables:\n  courage: {type: int, min: 0, max: 10, default: 0}\n"
    old = load_story(write_story(tmp_path / "old", OLD))
    playthrough, _ = Session(old, reader, tmp_path / "saves").open()  # type: ignore[arg-type]
    playthrough.choose("in")
    playthrough.choose("tea")
    playthrough.type("Ruby keeps bees.")
    playthrough.choose("down")
    playthrough.choose("on")
    playthrough.close()
    new = load_story(write_story(tmp_path / "new", courage + NEW, STORY.replace("1.0.0", "1.1.0") + example))
    again, notes = Session(new, reader, tmp_path / "saves").open()  # type: ignore[arg-type]
    assert [move.choice for move, _ in again.history if isinstance(move, Choose)] == [
        "in",
        "make-coffee",
        "on",
    ]
    assert [page.id for page in again.pages] == ["her-flaw"]
    assert again.turn.ending is not None
    assert dict(zip(new.variables, again.turn.state.variables, strict=True))["courage"] == 3
    assert "Every move you made is still there" in notes[-1]
