"""The story played at random, with what people type: it ends, and no slot is left unfilled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.engine.program.program import watch
from tests.story.players import LEFT_OVER, own_text, play, typed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.reader.reader import Reader
    from game.story.expressions import Expression
    from game.story.markup import Alternatives
    from game.story.model import Story


class EmptySlots:
    """Notes the slots that had nothing to show, as they come up."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def condition(self, condition: Expression, value: object) -> None: ...

    def alternative(self, part: Alternatives, picked: int) -> None: ...

    def slot(self, expression: Expression, shown: str) -> None:
        if not shown.strip():
            self.found.append(expression.source)


@pytest.fixture
def empty_slots(story: Story) -> Iterator[list[str]]:
    """The slots that had nothing to show."""
    slots = EmptySlots()
    stop = watch(story, slots)
    yield slots.found
    stop()


@pytest.mark.parametrize("start", range(0, 48, 6))
def test_a_playthrough_ends_without_an_unfilled_slot(
    story: Story, reader: Reader, corpus: list[str], empty_slots: list[str], start: int
) -> None:
    for seed in range(start, start + 6):
        played = play(story, reader, corpus, seed)
        assert played.turns[-1].ending
        assert not empty_slots
        for turn in played.turns:
            for passage in turn.passages:
                if passage.kind != "typed" and not any(mark in "".join(typed(played)) for mark in "{}"):
                    assert not LEFT_OVER.search(passage.text), (seed, passage)
                assert "\n\n\n" not in passage.text or passage.kind == "typed"


def test_someone_who_writes_is_offered_fourteen_pages_and_reads_the_whole_book(
    story: Story, reader: Reader, corpus: list[str]
) -> None:
    for seed in range(6):
        played = play(story, reader, [page for page in corpus if "Ruby" in page], seed, refusing=0)
        assert played.turns[-1].ending
        assert played.turns[-1].chapter in ("revisions", "last-page")
        offers = [turn.page for turn in played.turns if turn.page is not None]
        assert sum(not offer.live for offer in offers) + any(offer.live for offer in offers) >= 14
        assert len(own_text(played).split()) >= 18_000


def test_the_same_seed_and_moves_tell_the_same_story(story: Story, reader: Reader, corpus: list[str]) -> None:
    assert play(story, reader, corpus, 11).turns == play(story, reader, corpus, 11).turns


def test_two_playthroughs_differ(story: Story, reader: Reader, corpus: list[str]) -> None:
    one, other = play(story, reader, corpus, 1), play(story, reader, corpus, 2)
    shared = set(own_text(one).split("\n\n")) & set(own_text(other).split("\n\n"))
    assert len(shared) < 0.8 * len(set(own_text(one).split("\n\n")))


def test_refusing_again_and_again_ends_in_block(story: Story, reader: Reader) -> None:
    endings = {play(story, reader, [""], seed, refusing=100).turns[-1].ending for seed in range(8)}
    assert "block" in {ending.id for ending in endings if ending}
