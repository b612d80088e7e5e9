"""The good months: a job, two summers, Big Sur, and what of them is left in September."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.story.players import play

if TYPE_CHECKING:
    from game.reader.reader import Reader
    from game.story.model import Story
    from game.workshop.player import Run

SEEDS = range(300, 330)


def shown(run: Run) -> set[str]:
    """The scenes of which something was shown."""
    return {passage.id.split(".")[0] for turn in run.turns for passage in turn.passages}


def to_september(story: Story, reader: Reader, corpus: list[str]) -> list[Run]:
    runs = [play(story, reader, corpus, seed) for seed in SEEDS]
    return [run for run in runs if "mondays-ask" in shown(run)]


def test_a_summer_is_a_job_two_storylets_and_one_way_to_spend_the_afternoon(
    story: Story, reader: Reader, corpus: list[str]
) -> None:
    deck = {scene.id for scene in story.scenes.values() if scene.deck == "weather"}
    for run in to_september(story, reader, corpus):
        seen = shown(run)
        assert len(seen & deck) == 2, seen & deck
        assert len(seen & {"job-signs", "job-daycare", "job-framer"}) == 1
        assert len(seen & {"sur-table", "sur-tree", "sur-walk"}) == 1


def test_whoever_was_told_in_the_dark_knows_in_september(
    story: Story, reader: Reader, corpus: list[str]
) -> None:
    told = [run for run in to_september(story, reader, corpus) if "weather-dark-told" in shown(run)]
    assert told
    for run in told:
        assert dict(zip(story.variables, run.turns[-1].state.variables, strict=True))["told_early"] is True
