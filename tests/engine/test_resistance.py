from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.engine.step import begin, step
from game.engine.turn import Type
from game.reader.claims import Claim, Frame

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.engine.turn import Turn
    from game.story.model import Story

STUBBORN = """
scenes:
  desk: {page: who}
  bed:
    text: "{ruby.will}, {has('will'): written|not written}, {resisted('will') is None: none|kept}."
    ending: over
pages:
  who: {prompt: Who?, beats: desk, goto: bed}
beats:
  desk-any: {at: desk, for: {subject: any, holds: any}, text: "She {it.third}."}
  unmoved-any: {at: unmoved, for: {subject: any, holds: any}, text: "She {it.third}? {it.resisted: No.|Yes.}"}
resistances:
  hers: {for: {aspect: will, value: obedient}, if: closeness == 0, at: unmoved, do: fray += 2}
consequences:
  taken: {for: {}, do: closeness += 5}
endings: {over: {title: Over}}
"""
OBEDIENT = Claim("ruby", "will", "obedient", text="Ruby obeys", span=(0, 10), frame=Frame("obey", ""))


def typed(story: Story, claim: Claim) -> Turn:
    return step(story, begin(story, 1).state, Type("Ruby obeys.", (claim,)))


def test_what_is_hers_does_not_give_way_and_is_answered_elsewhere(story_of: Callable[[str], Story]) -> None:
    turn = typed(story_of(STUBBORN), OBEDIENT)
    assert [passage.text for passage in turn.passages[1:]] == ["She obeys? No.", ", not written, kept."]
    assert (turn.state.canon, len(turn.state.resisted)) == ((), 1)
    assert turn.state.variables[:2] == (0, 2)


def test_an_absolute_moves_it(story_of: Callable[[str], Story]) -> None:
    turn = typed(story_of(STUBBORN), replace(OBEDIENT, degree="absolute"))
    assert turn.passages[1].text == "She obeys."
    assert turn.state.resisted == ()
    assert turn.state.variables[:2] == (5, 0)
