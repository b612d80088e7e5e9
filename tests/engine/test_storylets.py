from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.engine.saliency import most_salient
from game.engine.step import begin, step
from game.engine.telling import StoryLoop
from game.engine.turn import Choose

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.story.model import Story

DEALT = """
scenes:
  desk:
    text: Evening.
    choices: [{id: on, text: On, goto: dealing}, {id: lamp, text: Lamp, do: lamp = True, goto: dealing}]
  dealing:
    deal: {deck: evening, count: 2, then: bed}
  bed: {text: Bed., ending: over}
storylets:
  rain: {deck: evening, text: Rain.}
  moths: {deck: evening, if: lamp, text: Moths.}
  never: {deck: evening, if: "vow == 'kept'", text: Never.}
endings:
  over: {title: Over}
"""


def told(story: Story, choice: str) -> list[str]:
    turn = step(story, begin(story, 3).state, Choose(choice))
    return [text for passage in turn.passages for text in passage.text.split("\n\n")]


def test_eligible_storylets_are_dealt_and_then_the_scene_goes_on(story_of: Callable[[str], Story]) -> None:
    assert told(story_of(DEALT), "on") == ["Rain.", "Bed."]


def test_the_most_particular_storylet_comes_first(story_of: Callable[[str], Story]) -> None:
    assert told(story_of(DEALT), "lamp") == ["Moths.", "Rain.", "Bed."]


def test_scenes_that_lead_into_one_another_for_ever_are_named(story_of: Callable[[str], Story]) -> None:
    story = story_of(
        "scenes:\n"
        "  desk: {text: A., choices: [{id: on, text: On, goto: left}, {id: end, text: End, goto: over}]}\n"
        "  left: {goto: right}\n  right: {goto: [{if: lamp, to: over}, {to: left}]}\n"
        "  over: {ending: over}\nendings: {over: {title: Over}}\n"
    )
    with pytest.raises(StoryLoop, match="left"):
        step(story, begin(story, 1).state, Choose("on"))


def test_particularity_goes_before_recency_and_recency_before_chance() -> None:
    pieces = [("plain", 1, 0), ("old", 2, 5), ("fresh", 2, 9)]
    picked = most_salient(pieces, lambda p: p[1], lambda p: p[2], lambda sides: sides - 1)
    assert picked == ("old", 2, 5)


def test_chance_decides_between_equals_only() -> None:
    pieces = [("one", 1, 0), ("two", 1, 0)]
    assert most_salient(pieces, lambda p: p[1], lambda p: p[2], lambda sides: sides - 1) == ("two", 1, 0)
    assert most_salient([], lambda p: 0, lambda p: 0, lambda sides: 0) is None
