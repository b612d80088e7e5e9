"""Whatever is typed, in whatever order, leaves a state that holds together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.engine.canon import contradict
from game.engine.describe import describe_state
from game.engine.step import begin, step
from game.engine.turn import Choose, Type
from game.reader.claims import ASPECTS, SUBJECTS, Claim, Frame
from game.story.loader import load_story
from game.story.vocabulary import CLOSED_VALUES

if TYPE_CHECKING:
    from game.engine.turn import Turn
    from game.story.model import Story

WORDS = st.text(alphabet="abc xyz'{}[]|~%\\\n\x1b🔥é", min_size=0, max_size=30)


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    aspect = draw(st.sampled_from(ASPECTS))
    values = sorted(CLOSED_VALUES.get(aspect, ()))
    return Claim(
        subject=draw(st.sampled_from(SUBJECTS)),
        aspect=aspect,
        value=draw(st.sampled_from(values)) if values else draw(WORDS),
        holds=draw(st.booleans()),
        degree=draw(st.sampled_from(["slight", "plain", "strong", "absolute"])),
        time=draw(st.sampled_from(["now", "before", "later"])),
        when=draw(st.none() | WORDS),
        object=draw(st.none() | st.sampled_from(["harry", "written", "langdon"]) | WORDS),
        span=(0, draw(st.integers(0, 40))),
        text=draw(WORDS),
        frame=draw(st.none() | st.builds(Frame, lemma=WORDS, tail=WORDS, noun=WORDS)),
    )


PAGES = st.builds(
    Type,
    text=st.text(max_size=60),
    claims=st.lists(claims(), max_size=6).map(tuple),
    backwards=st.booleans(),
)


@pytest.fixture(scope="module")
def story() -> Story:
    return load_story(Path(__file__).parents[2] / "story")


def play(story: Story, seed: int, pages: list[Type], picks: list[int]) -> list[Turn]:
    """Type the pages wherever one is offered, pick by number wherever not, until either runs out."""
    turns = [begin(story, seed)]
    pages, picks = [*pages], [*picks]
    while turns[-1].ending is None:
        turn = turns[-1]
        enabled = [choice for choice in turn.choices if choice.enabled]
        if turn.page and pages:
            turns.append(step(story, turn.state, pages.pop()))
        elif enabled and picks:
            turns.append(step(story, turn.state, Choose(enabled[picks.pop() % len(enabled)].id)))
        else:
            return turns
    return turns


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    seed=st.integers(0, 2**40),
    pages=st.lists(PAGES, max_size=8),
    picks=st.lists(st.integers(0, 9), min_size=20, max_size=60),
)
def test_any_pages_and_choices_leave_a_valid_state_and_can_be_told_again(
    story: Story, seed: int, pages: list[Type], picks: list[int]
) -> None:
    turns = play(story, seed, pages, picks)
    state = turns[-1].state
    for variable, value in zip(story.variables.values(), state.variables, strict=True):
        if variable.type == "int":
            assert variable.minimum <= int(value) <= variable.maximum
        elif variable.type == "enum":
            assert value in variable.values
    numbers = [entry.number for entry in (*state.canon, *state.former, *state.resisted)]
    assert sorted(numbers) == list(range(1, len(numbers) + 1))
    assert all(entry.overwritten_by for entry in state.former)
    assert all(entry.resisted and entry.claim.degree != "absolute" for entry in state.resisted)
    assert len({paid.cost for paid in state.paid}) == len(state.paid)
    assert {paid.entry for paid in state.paid} <= set(numbers)
    for new in state.canon:
        for old in state.canon:
            if old.number < new.number:
                assert not contradict(new.claim, old.claim, story.exclusions)
    assert describe_state(story, state)
    again = play(story, seed, pages, picks)
    assert again == turns
    assert hash(again[-1].state) == hash(state)
