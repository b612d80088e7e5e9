"""Books of the shipped story: of playthroughs that came to an ending by whatever somebody typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.book.making import book_of
from game.book.markup import printed
from game.book.publishing import KINDS, publish
from tests.book.test_anything_typed import words_of
from tests.story.players import played

if TYPE_CHECKING:
    from game.play.playthrough import Playthrough
    from game.reader.reader import Reader
    from game.story.model import Story


@pytest.fixture(params=[0, 1, 2], scope="module")
def finished(request: pytest.FixtureRequest, story: Story, reader: Reader, corpus: list[str]) -> Playthrough:
    pages = [page for page in corpus if not set(page) & set('"“”')]
    return played(story, reader, pages, request.param)


def test_a_book_has_all_of_it_and_is_sound_in_each_format(finished: Playthrough) -> None:
    book = book_of(finished)
    assert finished.turn.ending is not None
    assert book.title == finished.turn.ending.title
    assert len(book.revisions) == len(finished.pages)
    for kind in KINDS:
        read = words_of(kind, publish(finished, kind, "A. Player").content)
        assert read.count("".join(finished.turn.ending.title.split())) >= 1


def test_the_road_passes_every_scene_that_was_come_to(finished: Playthrough) -> None:
    road = book_of(finished).road
    passed = {place for step in road.steps for place in step}
    assert passed == road.visited
    assert passed & road.endings == {f"ending:{finished.turn.ending.id}"}  # type: ignore[union-attr]


def test_quotations_are_opened_and_closed_in_turn(finished: Playthrough) -> None:
    for chapter in book_of(finished).chapters:
        for block in chapter.blocks:
            found = [mark for mark in printed(block.text) if mark in "“”"] if block.kind != "typed" else []
            assert found == ["“", "”"] * (len(found) // 2), block.text
