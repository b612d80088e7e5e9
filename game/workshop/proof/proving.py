"""Both approximations, on as many processes as are given, and what they say of each property."""

from __future__ import annotations

import time
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from typing import TYPE_CHECKING, Final

from game.reader.reader import Reader
from game.story.loader import load_story
from game.workshop.phrases import Phrasebook, examples_in
from game.workshop.proof.keys import Keys
from game.workshop.proof.live import Liveness
from game.workshop.proof.overview import Overview, Surveyor
from game.workshop.proof.pages import Pages
from game.workshop.proof.search import Found, Searcher

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.engine.turn import Turn
    from game.workshop.proof.overview import Key

BREADTH: Final = 8
"""Nodes that a scene may have in the overview before something is forgotten there."""
_ABOVE: Final = 0.45
"""The share of the time that the overview may take, where both run in one process."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How far to go: at most so many states, for so many seconds, in so many processes, from a seed on."""

    limit: int = 200_000
    seconds: float = 540
    jobs: int = 1
    seed: int = 0
    breadth: int = BREADTH


@dataclass
class Search:
    """One search from below, with what was typed in it."""

    found: Found
    classes: dict[str, int] = field(default_factory=dict)
    unsayable: set[str] = field(default_factory=set)
    exact: bool = False
    """Whether numbers were kept as they are, and no two states were taken for one that can differ."""


def survey(folder: Path, plan: Plan, until: float) -> Overview:
    """The overview of the story in a folder."""
    live = Liveness(load_story(folder), narrow=True)
    return Surveyor(live, plan.breadth, until).survey()


def search(
    folder: Path, plan: Plan, until: float, seed: int, progress: Callable[[Found], None] | None = None
) -> Search:
    """A search of the story in a folder; where all was tried, and quickly, again with numbers as they are."""
    story = load_story(folder)
    live, narrow = Liveness(story), Liveness(story, narrow=True)
    pages = _pages(live, folder / "lexicon") if story.pages else None
    surveyor = Surveyor(narrow, 0, 0)
    found = Found(seed)
    for exact in (False, True):
        searcher = Searcher(
            story,
            Keys(live, exact=exact),
            pages,
            seed,
            note=lambda turn: _node(surveyor, narrow, turn),
            progress=progress,
        )
        found = searcher.search(plan.limit, until)
        if not found.exhausted or found.sampled or not live.parts.exact_counts:
            break
    else:
        return Search(found, exact=found.exhausted)
    return Search(found, pages.classes, pages.unsayable) if pages is not None else Search(found)


def _pages(live: Liveness, lexicon: Path) -> Pages:
    reader = Reader.from_folder(lexicon)
    return Pages(live, reader, Phrasebook(reader, examples_in(lexicon)))


def _node(surveyor: Surveyor, live: Liveness, turn: Turn) -> Key:
    """The node of the overview in which a state lies, with nothing forgotten."""
    state = turn.state
    known = surveyor.layout.nothing
    for thing in live.asking[state.scene]:
        if thing.kind == "variable":
            names = list(live.story.variables)
            value: object = state.variables[names.index(thing.name)]
        elif thing.kind == "visits":
            value = state.visits.get(thing.name, 0)
        else:
            continue
        known = surveyor.layout.with_part(known, thing, live.parts.index(thing, value))
    return state.scene, tuple((back.scene, back.remaining) for back in state.returns), known


def run(
    folder: Path, plan: Plan, progress: Callable[[Found], None] | None = None
) -> tuple[Overview, list[Search]]:
    """Both approximations; with several jobs, the overview in one process and searches in the others."""
    now = time.monotonic()
    until = now + plan.seconds
    if plan.jobs == 1:
        overview = survey(folder, plan, now + plan.seconds * _ABOVE)
        return overview, [search(folder, plan, until, plan.seed, progress)]
    with ProcessPoolExecutor(plan.jobs, mp_context=get_context("spawn")) as pool:
        # The monotonic clock of another process may count from elsewhere, so it gets the time that is left.
        above = pool.submit(_survey_for, folder, plan, plan.seconds)
        below: list[Future[Search]] = [
            pool.submit(_search_for, folder, plan, plan.seconds, plan.seed + number)
            for number in range(1, plan.jobs - 1)
        ]
        first = search(folder, plan, until, plan.seed, progress)
        return above.result(), [first, *(one.result() for one in below)]


def _survey_for(folder: Path, plan: Plan, seconds: float) -> Overview:
    return survey(folder, plan, time.monotonic() + seconds)


def _search_for(folder: Path, plan: Plan, seconds: float, seed: int) -> Search:
    return search(folder, plan, time.monotonic() + seconds, seed)
