"""Every closed value is written for: plain, strong and absolute, and what its absolute costs."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.story.loader import load_story
from game.story.vocabulary import CLOSED_VALUES, OPEN

STORY = load_story(Path(__file__).parents[2] / "story")
VALUES = [
    (aspect, value)
    for aspect in ("mood", "bond", "will", "speech", "mind", "being")
    for value in sorted(CLOSED_VALUES[aspect])
]


@pytest.mark.parametrize("degree", ["plain", "strong", "absolute"])
@pytest.mark.parametrize(("aspect", "value"), VALUES, ids=[f"{a}-{v}" for a, v in VALUES])
def test_a_value_has_beats_of_its_own_for_each_degree(aspect: str, value: str, degree: str) -> None:
    beats = [
        beat
        for beat in STORY.beats_by_place["next-room"]
        if beat.pattern.aspect is not None
        and aspect in beat.pattern.aspect
        and beat.pattern.value is not None
        and value in beat.pattern.value
        and beat.pattern.holds is not False
    ]
    if degree == "plain":
        assert any(one.pattern.degree is None or "plain" in one.pattern.degree for one in beats)
    else:
        assert any(one.pattern.degree is not None and degree in one.pattern.degree for one in beats)


@pytest.mark.parametrize(("aspect", "value"), VALUES, ids=[f"{a}-{v}" for a, v in VALUES])
def test_an_absolute_costs_something_in_two_scenes(aspect: str, value: str) -> None:
    places = {
        place
        for cost in STORY.costs.values()
        for place in cost.places
        if (cost.pattern.aspect is None or aspect in cost.pattern.aspect)
        and (cost.pattern.value is None or value in cost.pattern.value)
        and cost.pattern.holds is not False
    }
    assert len(places) >= 2


@pytest.mark.parametrize("aspect", sorted(OPEN))
def test_what_is_open_has_eight_sentence_patterns_or_more(aspect: str) -> None:
    patterns = {
        beat.id
        for beat in STORY.beats
        if beat.pattern.aspect is not None
        and aspect in beat.pattern.aspect
        and beat.pattern.holds is not False
    }
    assert len(patterns) >= 8
