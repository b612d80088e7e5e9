from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.engine.ledger import Change, page_records, then_and_now
from game.engine.step import begin, step
from game.engine.turn import Choose, Type
from tests.engine.claims import BEES, JOYFUL, SAD

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.engine.state import State
    from game.engine.turn import Move
    from game.story.model import Story

DESK = """
scenes:
  desk: {text: [{costs: {at: town}}], page: who, choices: [{id: wait, text: Wait, goto: desk}]}
pages:
  who: {prompt: Who?, beats: desk, goto: desk}
beats:
  desk-any: {at: desk, for: {subject: any, holds: any}, text: So.}
costs:
  cleaner: {at: town, for: {aspect: mood, value: joyful}, note: laughed at the fire, text: She laughs.}
exclusions:
  joy: {aspect: mood, values: [joyful, sad]}
resistances:
  hers: {for: {aspect: have}, at: desk}
"""
ALWAYS = replace(JOYFUL, degree="absolute", text="Ruby is always happy")
KEY = replace(BEES, aspect="have", value="key", text="Ruby has a key")


def states(story: Story) -> list[State]:
    moves: list[Move] = [
        Type("Ruby keeps bees. She is always happy.", (BEES, ALWAYS)),
        Choose("wait"),
        Type("Ruby is sad. She has a key.", (SAD, KEY)),
        Type("Ruby keeps bees.", (BEES,)),
    ]
    found = [begin(story, 1).state]
    for move in moves:
        found.append(step(story, found[-1], move).state)
    return found


def test_a_page_knows_what_took_what_it_cost_and_what_became_of_it(story_of: Callable[[str], Story]) -> None:
    story = story_of(DESK)
    first, second, third = page_records(story, states(story))
    bees, joy = first.took
    assert (bees.ended_on, bees.said_again, bees.costs) == (3, True, ())
    assert (joy.ended_on, joy.said_again, joy.costs) == (2, False, ("laughed at the fire",))
    assert first.changed == (Change("mood", "content", "joyful"),)
    assert [entry.claim for entry in second.ended] == [ALWAYS]
    assert [line.entry.claim for line in second.resisted] == [KEY]
    assert second.changed == (Change("mood", "joyful", "sad"),)
    assert (third.ended, third.changed) == ((), ())


def test_ruby_at_two_times_is_told_apart(story_of: Callable[[str], Story]) -> None:
    story = story_of(DESK)
    found = states(story)
    seen = then_and_now(story, found[1], found[3])
    assert [entry.claim for entry in seen.kept] == [BEES]
    assert [entry.claim for entry in seen.gone] == [ALWAYS]
    assert [entry.claim for entry in seen.new] == [SAD]
    assert seen.facets[0] == Change("mood", "joyful", "sad")
    nobody = then_and_now(story, found[0], found[1])
    assert (nobody.kept, nobody.gone, len(nobody.new)) == ((), (), 2)
