from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.engine.turn import Choose, MoveError, Type
from game.play.cleaning import PAGE_LIMIT
from game.saves.errors import SaveError, SlotNameError
from game.saves.journal import recover

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.play.playthrough import Playthrough
    from game.play.session import Session

BEES = "Ruby keeps bees."


@pytest.fixture
def playthrough(session: Callable[..., Session]) -> Playthrough:
    return session(seed=7).open()[0]


def on_disk(playthrough: Playthrough) -> int:
    assert playthrough.slot is not None
    return len(recover(playthrough.saves.path(playthrough.slot).read_bytes()).journal.sealed)


def test_it_opens_in_the_first_scene(playthrough: Playthrough) -> None:
    assert playthrough.turn.scene == "desk"
    assert playthrough.turn is playthrough.opening
    assert playthrough.history == ()
    assert playthrough.seed == 7


def test_every_move_is_in_the_journal_when_its_turn_is_answered(playthrough: Playthrough) -> None:
    for count, move in enumerate(
        (
            lambda: playthrough.choose("sit"),
            lambda: playthrough.type(BEES),
            playthrough.undo,
            lambda: playthrough.type("Ruby sings."),
        ),
        1,
    ):
        move()
        assert on_disk(playthrough) == count


def test_what_was_typed_is_read_and_comes_back_as_prose(playthrough: Playthrough) -> None:
    playthrough.choose("sit")
    turn = playthrough.type(BEES)
    assert turn.passages[0].kind == "typed"
    assert turn.passages[0].text == BEES
    assert "She keeps bees." in turn.passages[1].text


def test_a_page_put_in_backwards_is_recorded_so(playthrough: Playthrough) -> None:
    playthrough.choose("sit")
    turn = playthrough.type(BEES, backwards=True)
    assert "She doesn't keep bees." in turn.passages[1].text
    assert playthrough.pages[0].backwards
    assert playthrough.pages[0].claims[0].holds  # as typed; what came true is the state's affair


def test_a_move_that_is_not_offered_changes_nothing(playthrough: Playthrough) -> None:
    before = playthrough.turn
    for move in (
        lambda: playthrough.choose("nowhere"),
        lambda: playthrough.choose("jump"),
        lambda: playthrough.type("words"),
        playthrough.undo,
    ):
        with pytest.raises(MoveError):
            move()
    assert playthrough.turn is before
    assert on_disk(playthrough) == 0


@pytest.mark.parametrize("count", [0, -1, 3, 10**9])
def test_no_more_can_be_taken_back_than_was_made(playthrough: Playthrough, count: int) -> None:
    playthrough.choose("look")
    playthrough.choose("sit")
    with pytest.raises(MoveError):
        playthrough.undo(count)
    assert len(playthrough.history) == 2


def test_going_back_is_where_one_was(playthrough: Playthrough) -> None:
    playthrough.choose("look")
    before = playthrough.turn
    playthrough.choose("sit")
    playthrough.type(BEES)
    assert playthrough.undo(2) == before
    assert playthrough.pages == ()
    assert playthrough.history == ((Choose("look"), before),)


def test_the_manuscript_holds_every_page_of_the_present_line(playthrough: Playthrough) -> None:
    playthrough.choose("sit")
    playthrough.type(BEES)
    playthrough.type("Nothing of note.")
    first, second = playthrough.pages
    assert (first.id, first.number, first.text, first.scene, first.turn) == ("who", 1, BEES, "sheet-in", 2)
    assert [claim.value for claim in first.claims] == ["keep bees"]
    assert (second.number, second.claims) == (2, ())


def test_a_page_without_words_is_passed_on_blank(playthrough: Playthrough) -> None:
    playthrough.choose("sit")
    playthrough.type(" \n\t\n ")
    assert playthrough.pages == ()
    assert playthrough.history[-1][0] == Type("")


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("Ruby\tsings", "Ruby    sings"),
        ("a\r\nb\rc\u2028d\x0be", "a\nb\nc\nd\ne"),
        ("\x1b]0;x\x07\x1b[2J\x9b5m", "]0;x[2J5m"),
        ("\u202eabc\u2066\u200f\u061c\ufeff", "abc"),
        ("e\u0301", "\xe9"),
        ("x\ud800y", "xy"),
        ("[/] [@click=app.quit]x[/] {x} %s", "[/] [@click=app.quit]x[/] {x} %s"),
    ],
)
def test_typed_text_is_cleaned_of_what_a_terminal_would_obey(
    playthrough: Playthrough, typed: str, taken: str
) -> None:
    playthrough.choose("sit")
    playthrough.type(typed)
    assert playthrough.pages[0].text == taken


def test_a_page_holds_twenty_thousand_characters_and_not_one_more(playthrough: Playthrough) -> None:
    playthrough.choose("sit")
    for too_many in ("x" * (PAGE_LIMIT + 1), "x" * 10_000_000, "\ufdfa" * PAGE_LIMIT * 5):
        with pytest.raises(MoveError, match="20,000 characters"):
            playthrough.type(too_many)
    assert on_disk(playthrough) == 1
    playthrough.type("x" * PAGE_LIMIT)
    assert len(playthrough.pages[0].text) == PAGE_LIMIT


def test_saving_copies_it_and_goes_on_in_the_same_slot(playthrough: Playthrough) -> None:
    playthrough.choose("look")
    assert playthrough.save("mine") == []
    playthrough.choose("sit")
    assert playthrough.slot == "autosave"
    assert {info.name: info.moves for info in playthrough.saves.slots()} == {"autosave": 2, "mine": 1}


def test_loading_goes_on_from_a_copy_and_keeps_both(playthrough: Playthrough) -> None:
    playthrough.choose("look")
    saved = playthrough.turn
    playthrough.save("mine")
    playthrough.choose("sit")
    notes = playthrough.load("mine")
    assert notes == ["What was in “autosave” before is kept as “autosave-1”."]
    assert playthrough.turn == saved
    assert playthrough.slot == "autosave"
    playthrough.choose("leave")
    moves = {info.name: info.moves for info in playthrough.saves.slots()}
    assert moves == {"autosave": 2, "mine": 1, "autosave-1": 2}


def test_what_cannot_be_loaded_changes_nothing(playthrough: Playthrough) -> None:
    playthrough.choose("look")
    playthrough.save("mine")
    playthrough.saves.path("broken").write_bytes(b"junk")
    before = playthrough.turn
    with pytest.raises(SaveError, match=r"no save called “nothing”; there are .*“mine”"):
        playthrough.load("nothing")
    with pytest.raises(SaveError, match="left as it is"):
        playthrough.load("broken")
    with pytest.raises(SlotNameError):
        playthrough.load("../mine")
    assert playthrough.turn is before
    assert playthrough.saves.path("broken").read_bytes() == b"junk"
    playthrough.choose("sit")
    assert on_disk(playthrough) == 2


def test_starting_again_keeps_what_was_played(playthrough: Playthrough) -> None:
    playthrough.choose("look")
    notes = playthrough.restart(seed=8)
    assert notes == ["What was in “autosave” before is kept as “autosave-1”."]
    assert playthrough.turn.scene == "desk"
    assert playthrough.seed == 8
    assert playthrough.history == ()
    assert on_disk(playthrough) == 0


def test_the_same_seed_and_moves_give_the_same_words(session: Callable[..., Session]) -> None:
    def play(seed: int) -> list[str]:
        playthrough, _ = session(slot=None, seed=seed).open()
        playthrough.choose("look")
        return [p.text for p in playthrough.opening.passages + playthrough.turn.passages]

    assert play(7) == play(7)
    assert len({tuple(play(seed)) for seed in range(20)}) > 1


def test_a_seed_of_its_own_is_drawn_and_recorded(session: Callable[..., Session]) -> None:
    seeds = {session(slot=None).open()[0].seed for _ in range(8)}
    assert len(seeds) == 8


def test_a_seed_for_a_playthrough_that_goes_on_is_declined(session: Callable[..., Session]) -> None:
    first, _ = session(seed=7).open()
    first.choose("look")
    first.close()
    again, notes = session(seed=9).open()
    assert again.seed == 7
    assert any("The seed 9 is not used" in note for note in notes)


def test_in_memory_nothing_is_written_until_it_is_saved(session: Callable[..., Session]) -> None:
    playthrough, notes = session(slot=None).open()
    playthrough.choose("look")
    assert (playthrough.slot, notes) == (None, [])
    assert not playthrough.saves.folder.exists()
    playthrough.save("mine")
    assert [info.name for info in playthrough.saves.slots()] == ["mine"]
    playthrough.choose("sit")
    assert playthrough.load("mine") == []
    assert len(playthrough.history) == 1
    assert playthrough.slot is None


def test_moves_after_the_end_are_refused_but_it_can_be_taken_back(playthrough: Playthrough) -> None:
    playthrough.choose("leave")
    turn = playthrough.choose("stay")
    assert turn.ending is not None
    assert (turn.choices, turn.page) == ((), None)
    for move in (lambda: playthrough.choose("stay"), lambda: playthrough.type(BEES)):
        with pytest.raises(MoveError):
            move()
    assert playthrough.undo().scene == "garden"


@given(
    st.lists(
        st.one_of(st.sampled_from(["look", "jump", "sit", "stand", "leave", "back"]), st.text()), max_size=8
    )
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_whatever_is_played_comes_back_the_same(session: Callable[..., Session], moves: list[str]) -> None:
    playthrough, _ = session(new=True).open()
    for move in moves:
        try:
            playthrough.type(move) if playthrough.turn.page else playthrough.choose(move)
        except MoveError:
            continue
    playthrough.close()
    again, notes = session().open()
    again.close()
    assert again.history == playthrough.history
    assert len(notes) == bool(playthrough.history)
