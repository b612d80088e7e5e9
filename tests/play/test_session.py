from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.saves.errors import SaveError, SlotNameError

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.play.session import Session


def test_a_first_session_begins_and_has_nothing_to_tell(session: Callable[..., Session]) -> None:
    playthrough, notes = session().open()
    assert notes == []
    assert playthrough.slot == "autosave"


def test_a_later_session_goes_on_where_the_first_left_off(session: Callable[..., Session]) -> None:
    playthrough, _ = session().open()
    playthrough.choose("leave")
    playthrough.close()
    again, notes = session().open()
    assert again.turn.scene == "garden"
    assert notes == ["Resumed “autosave”, in “Garden”, 1 move in."]


def test_a_new_playthrough_keeps_the_old(session: Callable[..., Session]) -> None:
    playthrough, _ = session().open()
    playthrough.choose("leave")
    playthrough.close()
    again, notes = session(new=True).open()
    assert again.turn.scene == "desk"
    assert notes == ["What was in “autosave” before is kept as “autosave-1”."]


def test_two_sessions_at_once_each_keep_their_own(session: Callable[..., Session]) -> None:
    first, _ = session().open()
    first.choose("leave")
    second, notes = session().open()
    assert second.slot == "autosave-1"
    assert any("another window" in note for note in notes)
    second.choose("back")
    first.choose("stay")
    assert {info.name: info.moves for info in session().slots()} == {"autosave": 2, "autosave-1": 2}


def test_an_unreadable_slot_is_set_aside_and_a_playthrough_begins(session: Callable[..., Session]) -> None:
    opened = session()
    opened.saves.folder.mkdir()
    opened.saves.path("autosave").write_bytes(b"\x00\xff")
    playthrough, notes = opened.open()
    assert playthrough.turn.scene == "desk"
    assert any("Nothing in autosave.yaml can be read" in note for note in notes)
    assert (opened.saves.folder / "autosave.set-aside-1.yaml").read_bytes() == b"\x00\xff"


def test_a_bad_slot_name_and_a_save_of_another_story_are_refused(session: Callable[..., Session]) -> None:
    with pytest.raises(SlotNameError):
        session(slot="../x").open()
    with pytest.raises(SlotNameError):
        session(slot="con", new=True).open()
    playthrough, _ = session().open()
    playthrough.close()
    path = session().saves.path("autosave")
    path.write_text(
        path.read_text(encoding="utf-8").replace("story: small", "story: large"), encoding="utf-8"
    )
    with pytest.raises(SaveError, match="another story"):
        session().open()


def test_slots_tell_the_chapter_and_the_first_words_of_the_last_page(session: Callable[..., Session]) -> None:
    playthrough, _ = session(slot="mine").open()
    playthrough.choose("sit")
    playthrough.type("~~Ruby~~ She keeps bees and a great many other things besides.")
    (slot,) = session().slots()
    assert (slot.name, slot.chapter, slot.moves, slot.problem) == ("mine", "Paper", 2, None)
    playthrough.type("Ruby sings.")
    assert session().slots()[0].chapter == "Garden", "where it stands, not where the last move was made"
    playthrough.undo()
    assert session().slots()[0].chapter == "Paper"
    (slot,) = session().slots()
    assert slot.words == "She keeps bees and a great many other …"
    assert slot.created.endswith("Z")
