from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.play.transcript import HEAD, Scribe, TranscriptError, transcript_path, whole_transcript

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.play.playthrough import Playthrough
    from game.play.session import Session


@pytest.fixture
def played(session: Callable[..., Session]) -> Playthrough:
    return session(slot="autosave", seed=7, new=True).open()[0]


def body(scribe: Scribe | Path) -> str:
    """What is in the transcript, without its dated head."""
    path = scribe if isinstance(scribe, Path) else scribe.path
    assert path is not None
    return re.sub(rf"{HEAD}.*\n", "", path.read_text(encoding="utf-8"))


def test_it_begins_with_where_one_is_and_goes_beside_the_save(played: Playthrough) -> None:
    scribe = Scribe()
    said = scribe.on(played)
    assert scribe.path == transcript_path(played) == played.saves.folder / "autosave.transcript.txt"
    assert said == f"The transcript is on. It goes to {scribe.path}."
    text = scribe.path.read_text(encoding="utf-8")
    assert re.match(
        r"==== Transcript begun \d{4}-\d\d-\d\d \d\d:\d\d \+?-?\d{4}: .* seed 7, autosave, ", text
    )
    assert "-- 1. Paper --" in text
    assert "The window is open." in text


def test_what_is_picked_typed_and_told_is_written_in_order(played: Playthrough) -> None:
    scribe = Scribe()
    scribe.on(played)
    sit = next(choice for choice in played.turn.choices if choice.id == "sit")
    played.choose("sit")
    scribe.follow(played)
    played.type("Ruby keeps ~~wasps~~ bees.\nReally.", backwards=True)
    scribe.follow(played)
    scribe.notes(["Kept."])
    text = body(scribe)
    parts = [
        f"> {sit.text}\n",
        "> In the typewriter: Who is she?\n> The sheet is in the other way round.\n",
        "    Ruby keeps ~~wasps~~ bees.\n    Really.\n",
        "[Kept.]\n",
    ]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    assert text.count("    Really.") == 1, "a page is not written twice"


def test_nothing_new_is_not_written_again(played: Playthrough) -> None:
    scribe = Scribe()
    scribe.on(played)
    before = body(scribe)
    scribe.follow(played)
    assert body(scribe) == before


def test_moves_taken_back_made_again_and_gone_to_are_followed(played: Playthrough) -> None:
    scribe = Scribe()
    scribe.on(played)
    played.choose("sit")
    played.type("Ruby sings.")
    scribe.follow(played)
    played.undo(2)
    scribe.follow(played)
    assert body(scribe).endswith("[2 moves taken back.]\n\n")
    played.redo()
    scribe.follow(played)
    assert body(scribe).count("> Sit down") == 2
    played.restart()
    scribe.follow(played)
    assert "[Another playthrough from here on.]" in body(scribe)


def test_comments_are_marked_and_change_nothing(played: Playthrough) -> None:
    scribe = Scribe()
    scribe.on(played)
    scribe.comment("a typo\nhere \x1b[2J[red]")
    assert body(scribe).endswith("* a typo\n* here [2J[red]\n\n")
    assert played.history == ()


def test_a_second_one_is_added_to_the_first(played: Playthrough) -> None:
    scribe = Scribe()
    scribe.on(played)
    first = scribe.path
    assert first is not None
    assert "It is in" in scribe.off()
    before = first.read_text(encoding="utf-8")
    scribe.on(played)
    assert first.read_text(encoding="utf-8").startswith(before)
    assert first.read_text(encoding="utf-8").count("begun") == 2


def test_what_is_no_transcript_is_left_as_it_is(played: Playthrough, tmp_path: Path) -> None:
    other = tmp_path / "letter.txt"
    other.write_text("Dear Ruby", encoding="utf-8")
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    scribe = Scribe()
    for path in (other, fifo, tmp_path, tmp_path / "\0", other / "below"):
        with pytest.raises(TranscriptError):
            scribe.on(played, path)
        assert scribe.path is None
    assert other.read_text(encoding="utf-8") == "Dear Ruby"


def test_a_transcript_that_cannot_go_on_is_off_and_says_so_once(played: Playthrough) -> None:
    scribe = Scribe()
    scribe.on(played)
    assert scribe.path is not None
    scribe.path.unlink()
    scribe.path.mkdir()
    played.choose("sit")
    trouble = scribe.follow(played)
    assert trouble is not None
    assert "The transcript is off: Is a directory" in trouble
    assert scribe.follow(played) is None
    assert scribe.comment("x") is None


def test_off_without_one_says_so() -> None:
    assert Scribe().off() == "There is no transcript on."


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=300))
def test_whatever_is_typed_no_control_reaches_the_file(played: Playthrough, text: str) -> None:
    scribe = Scribe()
    scribe.on(played)
    scribe.comment(text)
    assert scribe.path is not None
    written = scribe.path.read_bytes().decode("utf-8")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", written)


def test_a_whole_one_tells_every_move_from_the_beginning(played: Playthrough) -> None:
    played.choose("look")
    played.choose("sit")
    played.type("Ruby sings.\nReally.")
    told = whole_transcript(played)
    assert told.startswith(HEAD)
    parts = [
        "-- 1. Paper --",
        "The window is open.",
        "> Look out of the window",
        "A garden, and rain.",
        "> Sit down",
        "[In the sky: SMALL]",
        "> In the typewriter: Who is she?",
        "    Ruby sings.\n    Really.",
    ]
    places = [told.rindex(part) for part in parts]
    assert places == sorted(places)
    assert str(played.saves.folder) not in told
