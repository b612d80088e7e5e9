"""How many states of a story are told apart in a second: by plain enumeration, and by `prove`."""

from __future__ import annotations

import time
from collections import deque
from statistics import median
from time import process_time
from typing import TYPE_CHECKING, Final

from game.engine.step import begin, step
from game.engine.turn import Choose
from game.reader.reader import Reader
from game.story.cache import StoryCache
from game.story.loader import load_story
from game.workshop.phrases import Phrasebook, examples_in
from game.workshop.proof.keys import Keys
from game.workshop.proof.live import Liveness
from game.workshop.proof.pages import Pages
from game.workshop.proof.search import Searcher
from game.workshop.proof.surveyor import BREADTH, Surveyor
from game.workshop.uncollected import uncollected
from tests.bench.engine import STORY
from tests.bench.synthetic import Shape
from tests.bench.workbench import workbench

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.story.model import Story

SHAPE: Final = Shape(600, integers=3, booleans=3, top=5)
"""Small enough for its states to be counted, some hundred thousand of them."""
SECONDS: Final = 5.0
"""How long one round of one way goes on."""
ROUNDS: Final = 3
LIMIT: Final = 10_000_000


def states() -> Iterator[tuple[str, str]]:
    """The synthetic story, then the shipped one."""
    with workbench(SHAPE, rivals=False) as folder:
        story = load_story(folder / "story", StoryCache(folder / "cache"))
        yield "synthetic story, every state", _row([_enumerated(story) for _ in range(ROUNDS)])
        yield "synthetic story, prove from below", _row([_searched(story, None) for _ in range(ROUNDS)])
        yield "synthetic story, prove from above", _row([_surveyed(story) for _ in range(ROUNDS)])
    shipped = load_story(STORY)
    reader = Reader.from_folder(STORY / "lexicon")
    phrases = Phrasebook(reader, examples_in(STORY / "lexicon"))
    pages = Pages(Liveness(shipped), reader, phrases)
    yield "shipped story, prove from below", _row([_searched(shipped, pages) for _ in range(ROUNDS)])
    yield "shipped story, prove from above", _row([_surveyed(shipped) for _ in range(ROUNDS)])


@uncollected()
def _enumerated(story: Story) -> tuple[int, int, float]:
    """Breadth first: a state is its scene and its variables, visits and texts shown left out."""
    begun = process_time()
    first = begin(story, 1)
    met = {(first.scene, first.state.variables)}
    waiting, moves = deque([first]), 0
    while waiting and process_time() < begun + SECONDS:
        turn = waiting.popleft()
        for choice in turn.choices:
            after = step(story, turn.state, Choose(choice.id))
            moves += 1
            key = (after.scene, after.state.variables)
            if key not in met:
                met.add(key)
                waiting.append(after)
    return len(met), moves, process_time() - begun


def _searched(story: Story, pages: Pages | None) -> tuple[int, int, float]:
    """The real engine on real states; numbers kept as they are where nothing is typed."""
    live = Liveness(story)
    searcher = Searcher(story, Keys(live, exact=pages is None), pages, 1)
    begun = process_time()
    found = searcher.search(LIMIT, time.monotonic() + SECONDS)
    return found.states, found.steps, process_time() - begun


def _surveyed(story: Story) -> tuple[int, int, float]:
    """The graph that has every state: its nodes."""
    surveyor = Surveyor(Liveness(story, narrow=True), BREADTH, time.monotonic() + SECONDS)
    begun = process_time()
    overview = surveyor.survey()
    return len(overview.cases), 0, process_time() - begun


def _row(rounds: list[tuple[int, int, float]]) -> str:
    seconds = median(seconds for _, _, seconds in rounds)
    found = median(states for states, _, _ in rounds)
    rate = median(states / seconds for states, _, seconds in rounds)
    told = f"{rate:,.0f} a second ({found:,.0f} in {seconds:.1f} s)"
    moves = median(moves / seconds for _, moves, seconds in rounds)
    return f"{told}, {moves:,.0f} moves a second" if moves else told
