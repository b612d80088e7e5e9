"""What is told to somebody back after a week reads well, whatever was typed and wherever it was left."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from game.engine.looking_back import acquaintances, recaps
from tests.story.players import LEFT_OVER, play, typed

if TYPE_CHECKING:
    from game.reader.reader import Reader
    from game.story.model import Story
    from game.workshop.player import Run

SENTENCE = re.compile(r"(?<!Dr)(?<!Mr)(?<!Mrs)[.?!][\"')]*(?= [A-Z\"]|$)")
LEAST = {"last-page": 1, "study": 2}
"""Sentences a chapter that was played through to its end; of any other, four. The last ones are short."""


def braced(run: Run) -> bool:
    """Whether the player typed braces, which then may be in what is told."""
    return any(mark in "".join(typed(run)) for mark in "{}")


def well_told(sentence: str) -> bool:
    """A capital at one end, a stop at the other, and no slot that was left empty."""
    ends = sentence[:1].isupper() and sentence.endswith((".", "?", "!", '"'))
    return ends and not LEFT_OVER.search(sentence) and "  " not in sentence and ".." not in sentence


@pytest.mark.parametrize("start", range(200, 224, 6))
def test_what_has_happened_is_told_in_whole_sentences_and_each_once(
    story: Story, reader: Reader, corpus: list[str], start: int
) -> None:
    for seed in range(start, start + 6):
        played = play(story, reader, corpus, seed, refusing=10 * (seed % 6))
        told = recaps(story, played.turns)
        sentences = [one for recap in told for one in recap.sentences]
        assert len(sentences) == len(set(sentences)), seed
        assert all("{" not in one and "}" not in one for one in sentences) or braced(played)
        for one in sentences:
            assert well_told(one) or braced(played), (seed, one)
        for recap in told:
            assert len(SENTENCE.findall(" ".join(recap.sentences))) >= LEAST.get(recap.chapter, 4), (
                seed,
                recap,
            )


def test_what_has_happened_grows_by_the_turn_and_never_changes(
    story: Story, reader: Reader, corpus: list[str]
) -> None:
    played = play(story, reader, corpus, 230)
    before: dict[str, tuple[str, ...]] = {}
    for number in range(1, len(played.turns) + 1):
        now = {recap.chapter: recap.sentences for recap in recaps(story, played.turns[:number])}
        for chapter, sentences in before.items():
            assert now[chapter][: len(sentences)] == sentences
        before = now
    assert list(before) == list(story.chapters)


def test_the_players_own_words_are_in_it(story: Story, reader: Reader) -> None:
    played = play(story, reader, ["Ruby keeps bees on the roof."], 240, refusing=0)
    told = " ".join(one for recap in recaps(story, played.turns) for one in recap.sentences)
    assert told.count("kept bees on the roof") >= 3


def test_nobody_is_listed_before_they_are_met_and_whoever_is_there_is_described(
    story: Story, reader: Reader, corpus: list[str]
) -> None:
    for seed in range(250, 262):
        played = play(story, reader, corpus, seed)
        first = {one.id for one in acquaintances(story, played.turns[0].state)}
        assert first == {"calvin", "scotty"}
        for turn in played.turns[:: max(1, len(played.turns) // 6)]:
            for one in acquaintances(story, turn.state):
                assert one.about, one.id
                assert len(one.knows) == len(set(one.knows)), one
                for said in (one.about, *one.knows):
                    assert well_told(said), (seed, one.id, said)
        assert {"ruby", "harry", "susie", "rosenthal"} <= {
            one.id for one in acquaintances(story, played.turns[-1].state)
        } or played.turns[-1].ending.id == "block"  # type: ignore[union-attr]
