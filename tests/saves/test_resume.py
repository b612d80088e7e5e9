from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.engine.turn import Choose, Type
from game.play.session import Session
from game.saves.entries import Chosen, Continued, Jumped, Typed
from game.saves.journal import Journal, new_header, recover
from game.saves.resume import replay
from game.story.loader import load_story
from tests.example import CHAPTERS, STORY, ExampleReader, write_story

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.story.model import Story

BEES = "Ruby keeps bees."


@pytest.fixture
def changed(tmp_path: Path) -> Callable[[str, str], Story]:
    """The example story after an author's edit, in a version of its own."""

    def change(old: str, new: str) -> Story:
        assert old in CHAPTERS
        story = STORY.replace("1.0.0", "1.1.0")
        return load_story(write_story(tmp_path / "changed", CHAPTERS.replace(old, new), story))

    return change


@pytest.fixture
def played(session: Callable[..., Session]) -> Session:
    """A session whose autosave holds: look, sit, a page, and another page put in backwards."""
    opened = session()
    playthrough, _ = opened.open()
    playthrough.choose("look")
    playthrough.choose("sit")
    playthrough.type(BEES)
    playthrough.type("Ruby sings.", backwards=True)
    playthrough.close()
    return opened


def test_the_same_story_resumes_at_the_same_turn(played: Session, session: Callable[..., Session]) -> None:
    first, _ = session().open()
    turn = first.turn
    first.close()
    again, notes = session().open()
    assert again.turn == turn
    assert again.turn.number == 4
    assert notes == ["Resumed “autosave”, in “Garden”, 4 moves in."]


def test_looking_at_a_save_does_not_change_it(
    played: Session, changed: Callable[[str, str], Story], reader: ExampleReader
) -> None:
    path = played.saves.path("autosave")
    before = path.read_bytes()
    story = changed("id: sit, text: Sit down", "id: recline, text: Sit down")
    playthrough, _ = Session(story, reader, played.saves.folder).open()
    playthrough.close()
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Look out of the window", "Look outside"),
        ("      - {id: look,", "      - {id: yawn, text: Yawn, say: You yawn.}\n      - {id: look,"),
        ("      - {id: jump, text: Jump, needs: nerve > 4, otherwise: It is too high., goto: garden}\n", ""),
        ("id: stay, text: Stay, goto", "id: stay, if: nerve > 0, text: Stay, goto"),
        ("  paper-any:", "  paper-bees: {at: paper, for: {value: bees}, text: Bees.}\n  paper-any:"),
    ],
    ids=["text edited", "choice added above", "other choice removed", "condition added", "beat added"],
)
def test_a_change_that_keeps_every_move_possible_keeps_every_move(
    played: Session, changed: Callable[[str, str], Story], reader: ExampleReader, old: str, new: str
) -> None:
    story = changed(old, new)
    playthrough, notes = Session(story, reader, played.saves.folder).open()
    assert [move for move, _ in playthrough.history][:2] == [Choose("look"), Choose("sit")]
    assert len(playthrough.history) == 4
    assert playthrough.turn.scene == "garden"
    assert any("version 1.0.0, now 1.1.0" in note and "still there" in note for note in notes)


@pytest.mark.parametrize(
    ("old", "new", "kept", "reason"),
    [
        ("id: sit, text: Sit down", "id: recline, text: Sit down", 1, "not one of the choices"),
        ("{id: look,", "{id: look, if: nerve > 3,", 0, "not one of the choices"),
        ("goto: sheet-in", "goto: garden", 1, "leads to “garden” now, and led to “sheet-in”"),
        ("    page: more", "    page: who", 3, "“more”"),
    ],
    ids=["choice removed", "condition added", "led elsewhere", "page replaced"],
)
def test_a_change_that_breaks_a_move_stops_before_it_and_says_so(
    played: Session,
    changed: Callable[[str, str], Story],
    reader: ExampleReader,
    old: str,
    new: str,
    kept: int,
    reason: str,
) -> None:
    old_pages = (
        "  more:\n    prompt: What else?\n    beats: paper\n    unread: It says that.\n    goto: garden\n"
    )
    story = changed(old, new) if "page" not in old else load_changed(changed, old, new, old_pages)
    playthrough, notes = Session(story, reader, played.saves.folder).open()
    assert len(playthrough.history) == kept
    assert any(f"{kept} of 4 moves" in note and reason in note for note in notes)


def load_changed(changed: Callable[[str, str], Story], old: str, new: str, without: str) -> Story:
    """A page goes out of the story, with the scene that offered it offering another."""
    return changed(
        "  second-sheet:\n    text: Another sheet.\n" + old, "  second-sheet:\n    text: One.\n" + new
    )


def test_going_on_after_a_change_keeps_the_lost_moves_in_the_file(
    played: Session, changed: Callable[[str, str], Story], reader: ExampleReader
) -> None:
    before = played.saves.path("autosave").read_bytes()
    story = changed("id: sit, text: Sit down", "id: recline, text: Sit down")
    playthrough, _ = Session(story, reader, played.saves.folder).open()
    playthrough.choose("recline")
    playthrough.close()
    after = played.saves.path("autosave").read_bytes()
    assert after.startswith(before)
    entries = [sealed.entry for sealed in recover(after).journal.sealed]
    assert entries[4] == Jumped("second-sheet", 1)
    assert entries[5] == Continued("desk", "1.1.0", story.content_hash, "0.1.0")
    assert entries[6] == Chosen("desk", "recline")
    again, notes = Session(story, reader, played.saves.folder).open()
    assert [move for move, _ in again.history] == [Choose("look"), Choose("recline")]
    assert notes == ["Resumed “autosave”, in “Paper”, 2 moves in."]


def test_undone_moves_are_not_played_again(story: Story, session: Callable[..., Session]) -> None:
    playthrough, _ = session().open()
    playthrough.choose("sit")
    playthrough.type(BEES)
    playthrough.undo(2)
    playthrough.choose("look")
    playthrough.close()
    again, _ = session().open()
    assert [move for move, _ in again.history] == [Choose("look")]
    assert again.pages == ()


def test_a_save_edited_by_hand_is_played_as_it_stands_and_says_so(
    played: Session, session: Callable[..., Session]
) -> None:
    path = played.saves.path("autosave")
    path.write_text(path.read_text(encoding="utf-8").replace("keeps bees", "juggles ants"), encoding="utf-8")
    playthrough, notes = session().open()
    assert playthrough.pages[0].text == "Ruby juggles ants."
    assert playthrough.pages[0].claims[0].value == "juggle ants"
    assert any("edited by hand, at move 3" in note for note in notes)


def journal_of(story: Story, typed: str) -> Journal:
    journal = Journal(new_header(story, 7))
    journal.append(Chosen("desk", "sit"))
    journal.append(Typed("sheet-in", "who", typed))
    return journal


def test_what_an_edited_save_holds_is_cleaned_before_it_is_played(
    story: Story, reader: ExampleReader
) -> None:
    replayed = replay(story, reader, journal_of(story, "Ruby sings\x1b[2J\u202e."))
    assert replayed.line[1][0] == Type("Ruby sings[2J.", replayed.line[1][0].claims)  # type: ignore[union-attr]


def test_a_page_that_was_made_too_long_by_hand_stops_the_replay(story: Story, reader: ExampleReader) -> None:
    replayed = replay(story, reader, journal_of(story, "x" * 20_001))
    assert len(replayed.line) == 1
    assert replayed.stopped is not None
    assert "20,000" in replayed.stopped
