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
from game.workshop.proof import above
from game.workshop.proof.aiming import Aim
from game.workshop.proof.keys import Keys
from game.workshop.proof.live import Liveness
from game.workshop.proof.pages import Pages
from game.workshop.proof.search import Found, Searcher
from game.workshop.proof.surveyor import BREADTH, Surveyor
from game.workshop.proof.wordings import wordings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from game.engine.turn import Move, Turn, Type
    from game.workshop.proof.above import Above
    from game.workshop.proof.overview import Key
    from game.workshop.proof.search import Goal

_BROADLY: Final = 0.5
"""The share of its time in which a search goes on everywhere, before it plays towards what is left."""
_AIMED: Final = 12_000
"""Moves that are made towards one thing, at most."""
_ABOVE: Final = 0.45
"""The share of the time that the overview may take, where both run in one process."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How far to go: at most so many states, for so many seconds, in so many processes, from a seed on."""

    limit: int = 60_000
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
    aimed: dict[Goal, tuple[int, list[Move]]] = field(default_factory=dict)
    """What was come to by playing towards it: the seed, and the moves."""
    aimed_steps: int = 0
    exact: bool = False
    """Whether numbers were kept as they are, and no two states were taken for one that can differ."""


def survey(folder: Path, plan: Plan, until: float) -> Above:
    """What is so of all states of the story in a folder."""
    story = load_story(folder)

    def said() -> Mapping[str, Sequence[Type]]:
        return wordings(story, _pages(Liveness(story), _words(folder / "lexicon"))) if story.pages else {}

    return above.survey(story, plan.breadth, until, said)


def search(
    folder: Path, plan: Plan, until: float, seed: int, progress: Callable[[Found], None] | None = None
) -> Search:
    """A search of the story in a folder; where all was tried, and quickly, again with numbers as they are.

    What it does not come to by the player's moves alone is played towards, one thing after another.
    """
    story = load_story(folder)
    live, narrow = Liveness(story), Liveness(story, narrow=True)
    words = _words(folder / "lexicon") if story.pages else None
    pages = _pages(live, words) if words is not None else None
    surveyor = Surveyor(narrow, 0, 0)
    found = Found(seed)
    now = time.monotonic()
    for exact in (False, True):
        searcher = Searcher(
            story,
            Keys(live, exact=exact),
            pages,
            seed,
            note=lambda turn: _node(surveyor, narrow, turn),
            progress=progress,
        )
        found = searcher.search(plan.limit, now + (until - now) * _BROADLY)
        if not found.exhausted or found.sampled or not live.parts.exact_counts:
            break
    else:
        return Search(found, exact=found.exhausted)
    aim = Aim(story, Keys(live), wordings(story, pages) if pages is not None else {}, words, seed)
    goals: list[Goal] = [("scene", id_) for id_ in story.scenes] + [("ending", id_) for id_ in story.endings]
    for goal in goals:
        if goal not in searcher.sure and goal not in aim.found and time.monotonic() < until:
            aim.at(goal, _AIMED, until)
    classes, unsayable = (pages.classes, pages.unsayable) if pages is not None else ({}, set())
    return Search(found, classes, unsayable, aim.found, aim.steps)


def _words(lexicon: Path) -> tuple[Reader, Phrasebook]:
    reader = Reader.from_folder(lexicon)
    return reader, Phrasebook(reader, examples_in(lexicon))


def _pages(live: Liveness, words: tuple[Reader, Phrasebook]) -> Pages:
    return Pages(live, *words)


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
) -> tuple[Above, list[Search]]:
    """Both approximations; with several jobs, the overview in one process and searches in the others."""
    now = time.monotonic()
    until = now + plan.seconds
    if plan.jobs == 1:
        every = survey(folder, plan, now + plan.seconds * _ABOVE)
        searches = [search(folder, plan, until, plan.seed, progress)]
    else:
        with ProcessPoolExecutor(plan.jobs, mp_context=get_context("spawn")) as pool:
            # The monotonic clock of another process may count from elsewhere: it gets the time that is left.
            surveyed = pool.submit(_survey_for, folder, plan, plan.seconds)
            below: list[Future[Search]] = [
                pool.submit(_search_for, folder, plan, plan.seconds, plan.seed + number)
                for number in range(1, plan.jobs - 1)
            ]
            first = search(folder, plan, until, plan.seed, progress)
            every, searches = surveyed.result(), [first, *(one.result() for one in below)]
    story = load_story(folder)
    met = {goal for one in searches for goal in (*one.found.goals, *one.aimed)}
    above.rule_out(story, every, (id_ for id_ in story.scenes if ("scene", id_) not in met), until)
    return every, searches


def _survey_for(folder: Path, plan: Plan, seconds: float) -> Above:
    return survey(folder, plan, time.monotonic() + seconds)


def _search_for(folder: Path, plan: Plan, seconds: float, seed: int) -> Search:
    return search(folder, plan, time.monotonic() + seconds, seed)
