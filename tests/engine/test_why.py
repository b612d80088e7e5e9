from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.engine.step import begin, step
from game.engine.turn import Choose, Type
from game.engine.why import why_beat, why_storylet
from game.workshop.why import NothingToAsk, why
from tests.engine.claims import BEES, JOYFUL

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.engine.state import State
    from game.engine.why import Candidate
    from game.story.model import Story

DEALT = """
scenes:
  desk:
    text: "{can_deal('evening'): Something can be dealt.|Nothing can.}"
    page: who
    choices: [{id: deal, text: Deal, goto: dealing}, {id: lamp, text: Lamp, do: lamp = True, goto: desk}]
  dealing:
    deal: {deck: evening, then: desk}
storylets:
  rain: {deck: evening, text: Rain., if: fray == 0}
  dusk: {deck: evening, text: Dusk., if: fray == 0, once: false}
  moths: {deck: evening, if: lamp and closeness < 3, text: Moths.}
  vow: {deck: evening, if: lamp and vow == 'kept' and closeness > 3, text: Vow.}
pages:
  who: {prompt: Who?, beats: desk, goto: desk}
beats:
  any: {at: desk, for: {subject: any, holds: any}, text: So.}
  mood: {at: desk, for: {aspect: mood}, text: A mood.}
  lit: {at: desk, for: {aspect: mood}, if: lamp, text: A mood and a lamp.}
"""


def judged(candidates: tuple[Candidate, ...]) -> dict[str, tuple[bool, str]]:
    return {one.id: (one.chance, one.reason) for one in candidates}


def after(story: Story, *picks: str) -> State:
    state = begin(story, 1).state
    for pick in picks:
        state = step(story, state, Choose(pick)).state
    return state


def test_a_pick_and_a_non_pick_are_explained(story_of: Callable[[str], Story]) -> None:
    story = story_of(DEALT)
    assert judged(why_storylet(story, after(story, "lamp"), "evening")) == {
        "moths": (True, "the most particular of those that can be told"),
        "rain": (False, "less particular: 1, and there is one with 2"),
        "dusk": (False, "less particular: 1, and there is one with 2"),
        "vow": (False, "not so: vow == 'kept'; closeness > 3"),
    }


def test_what_was_told_and_what_chance_decides_is_said(story_of: Callable[[str], Story]) -> None:
    story = story_of(DEALT)
    before = judged(why_storylet(story, after(story), "evening"))
    assert before["rain"] == before["dusk"] == (True, "one of 2 equals, between which chance decides")
    dealt = after(story, "deal", "deal", "deal")
    found = judged(why_storylet(story, dealt, "evening"))
    assert found["rain"] == (False, "told already, and it is told once")
    assert found["dusk"] == (True, "the most particular of those that can be told")


def test_what_is_said_to_be_picked_is_picked(story_of: Callable[[str], Story]) -> None:
    story = story_of(DEALT)
    for picks in ((), ("lamp",), ("deal",), ("deal", "deal")):
        state = after(story, *picks)
        can = {one.id for one in why_storylet(story, state, "evening") if one.chance}
        told = step(story, state, Choose("deal")).state
        dealt = next(
            id_ for id_ in story.decks["evening"] if told.visits.get(id_, 0) > state.visits.get(id_, 0)
        )
        assert dealt in can


def test_asking_whether_anything_can_be_dealt_deals_nothing(story_of: Callable[[str], Story]) -> None:
    story = story_of(DEALT.replace("once: false", "once: true"))
    state = after(story, "deal", "deal")
    turn = step(story, state, Choose("lamp"))
    assert turn.passages[-1].text == "Something can be dealt."
    turn = step(story, step(story, turn.state, Choose("deal")).state, Choose("lamp"))
    assert turn.passages[-1].text == "Nothing can."


def test_a_beat_is_explained_by_its_claim(story_of: Callable[[str], Story]) -> None:
    story = story_of(DEALT)
    state = step(story, after(story), Type("words", (BEES, JOYFUL))).state
    bees, joy = state.canon
    assert judged(why_beat(story, state, "desk", bees))["mood"] == (False, "it is not about such a claim")
    assert judged(why_beat(story, state, "desk", joy)) == {
        "mood": (True, "the most particular of those that can be told"),
        "any": (False, "less particular: -2, and there is one with 1"),
        "lit": (False, "not so: lamp"),
    }


def test_asking_for_what_is_not_there_says_what_is(story_of: Callable[[str], Story]) -> None:
    story = story_of(DEALT)
    state = begin(story, 1).state
    with pytest.raises(NothingToAsk, match="did you mean `evening`"):
        list(why(story, state, "evenings"))
    with pytest.raises(NothingToAsk, match="nothing was claimed yet"):
        list(why(story, state, "desk"))
    assert list(why(story, state, "evening"))[1].startswith("> ")
