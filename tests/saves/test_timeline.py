from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.turn import Choose, MoveError
from game.saves.entries import Chosen, Entry, Jumped, Undone
from game.saves.timeline import ROOT, Timeline

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.play.session import Session

ONE, TWO, THREE, FOUR = (Chosen("desk", name) for name in ("one", "two", "three", "four"))


def line_of(*entries: Entry) -> list[Entry]:
    return [node.move for node in Timeline(entries).line]


def test_going_back_leads_off_a_branch_and_erases_nothing() -> None:
    timeline = Timeline([ONE, TWO, Undone("desk", 1), THREE])
    assert [node.move for node in timeline.line] == [ONE, THREE]
    assert [node.move for node in timeline.after(1)] == [TWO, THREE]
    assert line_of(ONE, Undone("desk", 99), TWO) == [TWO]


def test_what_was_taken_back_last_is_what_lies_ahead() -> None:
    timeline = Timeline([ONE, TWO, THREE, Undone("desk", 2)])
    assert [node.move for node in timeline.ahead] == [TWO, THREE]
    timeline.add(FOUR)
    assert timeline.ahead == []
    timeline.add(Undone("desk", 1))
    assert [node.move for node in timeline.ahead] == [FOUR]


def test_a_jump_leads_to_any_move_that_was_ever_made() -> None:
    entries = [ONE, TWO, Undone("desk", 1), THREE]
    assert line_of(*entries, Jumped("desk", 2)) == [ONE, TWO]
    assert line_of(*entries, Jumped("desk", ROOT)) == []
    assert line_of(*entries, Jumped("desk", 3)) == [ONE, THREE], "an entry that is no move leads nowhere"
    back = Timeline([*entries, Jumped("desk", 2), Undone("desk", 1)])
    assert [node.move for node in back.ahead] == [TWO], "the branch last stood on lies ahead"


ENTRIES = st.one_of(
    st.builds(Chosen, st.just("desk"), st.sampled_from("abc")),
    st.builds(Undone, st.just("desk"), st.integers(-1, 4)),
    st.builds(Jumped, st.just("desk"), st.integers(0, 12)),
)


@given(st.lists(ENTRIES, max_size=25))
def test_whatever_happened_every_move_can_be_reached(entries: list[Entry]) -> None:
    timeline = Timeline(entries)
    assert len(timeline.nodes) == sum(isinstance(one, Chosen) for one in entries)
    for number in timeline.nodes:
        assert timeline.path(number)[-1].number == number
        back = Timeline([*entries, Jumped("desk", number)])
        assert back.present == number
        assert [node.parent for node in back.ahead] == [number, *(n.number for n in back.ahead)][:-1]


def naive(entries: list[Entry]) -> tuple[int, dict[int, int]]:
    """Where a playthrough stands, and what lies onward of each move, told the slow and obvious way."""
    parents: dict[int, int] = {}
    onward: dict[int, int] = {}
    present = ROOT
    for number, entry in enumerate(entries, 1):
        if isinstance(entry, Chosen):
            parents[number], onward[present], present = present, number, number
        elif isinstance(entry, Undone):
            for _ in range(entry.count):
                present = parents.get(present, ROOT)
        elif isinstance(entry, Jumped) and (entry.to == ROOT or entry.to in parents):
            at = present = entry.to
            while at != ROOT:
                onward[parents[at]] = at
                at = parents[at]
    return present, onward


@given(st.lists(ENTRIES, max_size=60))
def test_it_stands_where_the_obvious_way_leads(entries: list[Entry]) -> None:
    timeline = Timeline(entries)
    assert (timeline.present, timeline.onward()) == naive(entries)


def test_no_going_back_and_forth_takes_long() -> None:
    entries = [ONE] * 50_000 + [Undone("desk", 10**9), Jumped("desk", 50_000)] * 20_000
    begun = process_time()
    timeline = Timeline(entries)
    assert len(timeline.line) == 50_000
    assert timeline.ahead == []
    assert process_time() - begun < 2


def test_moves_can_be_made_again_also_after_loading(session: Callable[..., Session]) -> None:
    playthrough, _ = session().open()
    playthrough.choose("look")
    playthrough.choose("sit")
    playthrough.type("Ruby keeps bees.")
    there = playthrough.turn
    playthrough.undo(2)
    playthrough.close()
    again, _ = session().open()
    assert again.redo(2) == there
    assert [move for move, _ in again.history][:2] == [Choose("look"), Choose("sit")]
    with pytest.raises(MoveError, match="nothing was taken back"):
        again.redo()


def test_a_branch_can_be_gone_back_to(session: Callable[..., Session]) -> None:
    playthrough, _ = session().open()
    playthrough.choose("sit")
    playthrough.type("Ruby keeps bees.")
    bees = playthrough.turn
    playthrough.undo()
    playthrough.type("Ruby sings.")
    sings = playthrough.turn
    (_, first), (_, second) = [
        (node.move, node.number)
        for node in playthrough.timeline.after(playthrough.timeline.path(2)[0].number)
    ]
    assert playthrough.jump(first) == bees
    assert playthrough.jump(second) == sings
    playthrough.close()
    again, _ = session().open()
    assert again.turn == sings
    assert again.jump(first) == bees
    assert again.jump(ROOT).number == 0
    with pytest.raises(MoveError, match="no move 77"):
        again.jump(77)
