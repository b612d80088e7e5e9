from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.engine.state import Paid
from game.engine.step import begin, step
from game.engine.turn import Choose, Type
from tests.engine.claims import JOYFUL, SAD

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.engine.turn import Turn
    from game.reader.claims import Claim
    from game.story.model import Story

DEAR = """
scenes:
  desk: {page: who}
  street:
    text: [The street., {costs: {at: town}}]
    choices:
      - {id: on, text: On, goto: street}
      - {id: write, text: Write, goto: desk}
  hall: {choices: [{id: on, text: On, goto: street}, {id: write, text: Write, goto: desk}]}
pages:
  who: {prompt: Who?, beats: desk, after: [{costs: {at: town}}], goto: hall}
beats:
  desk-any: {at: desk, for: {subject: any, holds: any}, text: So.}
costs:
  cleaner:
    at: town
    for: {aspect: mood, value: joyful}
    note: laughed at the fire
    do: fray += 1
    text: "She {it.third}, now."
  funeral: {at: town, for: {aspect: mood}, note: hummed, text: A funeral.}
"""
ALWAYS = replace(JOYFUL, degree="absolute", text="Ruby is always happy")


def after(story: Story, *moves: Claim | str) -> list[Turn]:
    turns = [begin(story, 1)]
    for move in moves:
        done = Choose(move) if isinstance(move, str) else Type(move.text, (move,))
        turns.append(step(story, turns[-1].state, done))
    return turns


def said(turn: Turn) -> str:
    return "\n\n".join(passage.text for passage in turn.passages)


def test_an_absolute_is_charged_in_a_later_turn_and_what_it_cost_is_kept(
    story_of: Callable[[str], Story],
) -> None:
    *_, typed, later = after(story_of(DEAR), ALWAYS, "on")
    assert "now." not in said(typed)
    assert "She is always happy, now." in said(later)
    assert later.state.paid == (Paid("cleaner", 1, 2, "laughed at the fire"),)
    assert later.state.variables[1] == 1


def test_each_cost_falls_due_once(story_of: Callable[[str], Story]) -> None:
    *_, second, third = after(story_of(DEAR), ALWAYS, "on", "on", "on")
    assert said(second) == "The street.\n\nA funeral."
    assert said(third) == "The street."


def test_what_is_not_absolute_costs_nothing(story_of: Callable[[str], Story]) -> None:
    for free in (JOYFUL, replace(ALWAYS, time="before"), replace(ALWAYS, subject="harry")):
        assert after(story_of(DEAR), free, "on")[-1].state.paid == ()


def test_what_no_longer_stands_costs_nothing(story_of: Callable[[str], Story]) -> None:
    denied = replace(JOYFUL, holds=False, text="Ruby is not happy")
    assert after(story_of(DEAR), ALWAYS, "write", denied, "on")[-1].state.paid == ()


def test_the_claim_that_paid_least_is_charged(story_of: Callable[[str], Story]) -> None:
    sad = replace(SAD, degree="absolute", text="Ruby is always sad")
    story = story_of(DEAR.replace(", after: [{costs: {at: town}}]", ""))
    turns = after(story, ALWAYS, "on", "write", sad, "on")
    assert [paid.entry for paid in turns[-1].state.paid] == [1, 2]
