"""Saves of every version that was ever released load for ever."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.reader.reader import Reader
from game.saves.entries import Typed
from game.saves.journal import recover
from game.saves.resume import revival
from game.story.loader import load_story

ROOT = Path(__file__).parents[2]
CORPUS = sorted((Path(__file__).parent / "corpus").glob("*/*.yaml"))


@pytest.mark.parametrize("path", CORPUS, ids=[f"{path.parent.name}/{path.stem}" for path in CORPUS])
def test_a_save_of_an_older_version_goes_on(path: Path) -> None:
    story = load_story(ROOT / "story")
    reader = Reader.from_folder(ROOT / "story" / "lexicon")
    found = recover(path.read_bytes())
    assert found.damage is None
    assert found.journal.edited == []
    played, notes = revival(story, reader, found.journal)
    moves = found.journal.timeline.line
    if played.stopped is None:
        assert len(played.line) == len(moves)
    else:
        assert any(played.stopped.rstrip(".") in note for note in notes), "it stops, and does not say why"
    typed = [node.move.text for node in moves[: len(played.line)] if isinstance(node.move, Typed)]
    assert [page.text for page in played.turn.state.pages] == [text for text in typed if text.strip()]
    assert played.turn.choices or played.turn.page or played.turn.ending


def test_there_is_a_corpus() -> None:
    assert len(CORPUS) >= 3
