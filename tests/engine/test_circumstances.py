from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from game.engine.step import begin, step
from game.engine.turn import Choose, Type
from tests.engine.claims import BEES, JOYFUL, SAD

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.reader.claims import Claim
    from game.story.model import Story

WEATHER = """
scenes:
  desk: {page: who}
  wet:
    during: [rain]
    text: "{ruby.mood}, {count(when='met')}, {count(when='unmet')}, {has('mood', when='met'): wet|dry}."
    choices:
      - {id: on, text: On, goto: dry}
      - {id: lamp, text: Lamp, do: lamp = True, goto: dry}
  dry:
    text: "{ruby.mood}, {during('rain'): rain|none}, {during('light'): light|dark}."
    choices: [{id: on, text: On, goto: wet}]
pages:
  who: {prompt: Who?, beats: desk, goto: wet}
beats:
  desk-any: {at: desk, for: {subject: any, holds: any}, text: "{it.met: now|not now}"}
circumstances:
  rain: {words: [it rains, raining]}
  light: {words: [lamp], if: lamp}
"""


def texts(story: Story, claims: tuple[Claim, ...], *picks: str) -> list[str]:
    turn = step(story, begin(story, 1).state, Type("words", claims))
    told = [turn.passages[-1].text]
    for pick in picks:
        turn = step(story, turn.state, Choose(pick))
        told.append(turn.passages[-1].text)
    return told


@pytest.mark.parametrize(
    ("when", "wet", "dry"),
    [
        ("whenever it rains", "joyful, 1, 0, wet.", "content, none, dark."),
        ("when, outside, it's raining", "joyful, 1, 0, wet.", "content, none, dark."),
        ("unless it rains", "content, 0, 1, dry.", "joyful, none, dark."),
        ("if pigs fly", "content, 0, 1, dry.", "content, none, dark."),
        ("when it is not raining", "content, 0, 1, dry.", "joyful, none, dark."),
        ("unless it isn't raining", "joyful, 1, 0, wet.", "content, none, dark."),
    ],
)
def test_a_claim_under_a_condition_is_so_where_its_condition_is(
    story_of: Callable[[str], Story], when: str, wet: str, dry: str
) -> None:
    assert texts(story_of(WEATHER), (replace(JOYFUL, when=when),), "on") == [wet, dry]


def test_what_was_written_last_and_is_in_force_is_what_she_is(story_of: Callable[[str], Story]) -> None:
    claims = (SAD, replace(JOYFUL, when="whenever it rains"))
    assert [text.split(",")[0] for text in texts(story_of(WEATHER), claims, "on")] == ["joyful", "sad"]


def test_a_circumstance_can_hang_on_a_variable(story_of: Callable[[str], Story]) -> None:
    assert texts(story_of(WEATHER), (BEES,), "lamp")[-1] == "content, none, light."


LOOKING_BACK = """
scenes:
  desk: {page: who}
  again: {page: more}
  bed:
    text: "{listing(claims(before='more'), 'words')} then, {listing(claims(), 'words')} now."
    choices: [{id: a, text: A, goto: bed}]
pages:
  who: {prompt: Who?, beats: desk, goto: again}
  more: {prompt: More?, beats: desk, goto: bed}
beats:
  desk-any: {at: desk, for: {subject: any, holds: any}, text: So.}
exclusions:
  joy: {aspect: mood, values: [joyful, sad]}
"""


def test_a_scene_can_ask_what_stood_before_a_page(story_of: Callable[[str], Story]) -> None:
    story = story_of(LOOKING_BACK)
    turn = step(story, begin(story, 1).state, Type("a", (JOYFUL, BEES)))
    turn = step(story, turn.state, Type("b", (SAD,)))
    assert turn.passages[-1].text == (
        "Ruby is happy and Ruby keeps bees then, Ruby keeps bees and Ruby is sad now."
    )
