from __future__ import annotations

from pathlib import Path

import pytest

from game.reader.reader import Reader
from game.story.loader import load_story
from game.workshop.playtest import playtests_in, run

STORY = Path(__file__).parents[2] / "story"
PLAYTESTS = playtests_in(STORY)


@pytest.mark.parametrize("path", PLAYTESTS, ids=[path.stem for path in PLAYTESTS])
def test_a_playtest_of_the_story_holds(path: Path) -> None:
    outcome = run(load_story(STORY), Reader.from_folder(STORY / "lexicon"), path)
    assert outcome.faults == ()
    assert outcome.expectations > 0


def test_every_ending_has_a_playtest() -> None:
    told = " ".join(path.read_text(encoding="utf-8") for path in PLAYTESTS)
    for ending in load_story(STORY).endings:
        assert f"ending: {ending}\n" in told
