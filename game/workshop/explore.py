"""Play a story at random, many times, and note what is seen of it and what fails."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from game.engine.turn import Choose
from game.saves.entries import Chosen, Typed
from game.workshop.branching import Brancher
from game.workshop.coverage import watching
from game.workshop.echo import listen
from game.workshop.goals import Goals
from game.workshop.player import Player, Run
from game.workshop.report import Failure, Report
from game.workshop.savepoints import Record, Savepoints
from game.workshop.typist import Typist
from game.workshop.uncollected import uncollected

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from game.engine.turn import Move, Turn
    from game.reader.reader import Reader
    from game.saves.entries import Entry
    from game.story.model import Story
    from game.workshop.commission import Order
    from game.workshop.coverage import Coverage


TURNING: Final = 4
"""How many of a hundred pages are put in the wrong way round, where pages are typed to order."""
AGAIN: Final = 8
"""How often more a scene that nobody came to is tried for, each time that all goals were tried for once."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do: which pages to type, how many runs, from which seed on."""

    pages: Sequence[str]
    runs: int
    seed: int
    echo: bool = False
    """Ask also how what was typed came back; keeps every turn until the end for it."""
    orders: Sequence[Order] = ()
    """What the story waits for, to be typed beside the pages; see `commission`."""
    branches: int = 0
    """How often to begin again in the middle of one of the runs, for what was not seen in them."""


@uncollected()
def explore(story: Story, reader: Reader, plan: Plan) -> Report:
    """Random playthroughs by the plan; the same for the same arguments."""
    with watching(story) as coverage:
        explorer = _Explorer(story, reader, plan, coverage)
        explorer.play()
        explorer.branch_off()
    return explorer.report


class _Explorer:
    """First whole playthroughs, then branches of them: these change nothing of what those come to."""

    def __init__(self, story: Story, reader: Reader, plan: Plan, coverage: Coverage) -> None:
        self._story = story
        self._reader = reader
        self._plan = plan
        self._coverage = coverage
        self._typist = Typist(plan.pages, plan.orders)
        self._savepoints = Savepoints(story, random.Random(f"{plan.seed}: savepoints"))
        self.report = Report(plan.seed, coverage=coverage)

    def play(self) -> None:
        """The runs of the plan."""
        plan, report = self._plan, self.report
        typist = self._typist if plan.orders else None
        player = Player(
            self._story,
            self._reader,
            plan.pages,
            typist=typist,
            turning=TURNING if typist else 0,
            coverage=self._coverage,
        )
        kept: list[list[Turn]] = []
        for number in range(plan.runs):
            run = Run(plan.seed + number)
            report.runs += 1
            try:
                player.play(run)
            except Exception as error:  # whatever a story can do is what this is here to find
                report.failures.append(_failure(run, error))
            self._note(run)
            if typist is not None:
                typist.look(lambda key: _is_covered(key, report, self._coverage))
            _add(report, self._story, run)
            if plan.echo and run.turns:
                kept.append(run.turns)
        report.echoes = listen(self._story, kept) if plan.echo else {}
        report.typed = self._typist.typed()

    def branch_off(self) -> None:
        """The branches of the plan; fewer, if nothing is left to be seen or nothing comes near to it."""
        plan, report = self._plan, self.report
        if plan.branches == 0:
            return
        chance = random.Random(f"{plan.seed}: branches")
        goals = Goals(self._story)
        brancher = Brancher(self._story, self._reader, self._typist, self._coverage, chance)
        tried: Counter[tuple[str, int]] = Counter()
        while open_ := goals.open(self._coverage, report.seen):
            fewest, before = min(tried[goal.key] for goal in open_), report.branches
            turn = [goal for goal in open_ if tried[goal.key] == fewest]
            # A whole scene that was tried for in vain is worth more than one more of the conditions.
            turn += [goal for goal in open_ if goal.key[0].startswith("scene:") and fewest] * AGAIN
            for goal in turn:
                tried[goal.key] += 1
                savepoint = self._savepoints.near(goal)
                if savepoint is None or goals.is_met(goal, self._coverage, report.seen):
                    continue
                for run, error in brancher.branches(goal, savepoint):
                    report.branches += 1
                    if error is not None:
                        report.failures.append(_failure(run, error, report.branches))
                    self._note(run)
                    if report.branches == plan.branches:
                        report.typed = self._typist.typed()
                        return
            if report.branches == before and fewest:
                break
        report.typed = self._typist.typed()

    def _note(self, run: Run) -> None:
        _note(self.report, run)
        if self._plan.branches and run.turns:
            record = Record(run.seed, [turn.scene for turn in run.turns], run.moves)
            self._savepoints.note(record, run.turns, run.asked)


def explore_in_parallel(folder: Path, plan: Plan, jobs: int) -> Report:
    """The same by several processes, each with its share of the runs; the same for as many of them."""
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 (only where it is asked for)
    from multiprocessing import get_context  # noqa: PLC0415

    shares = [plan.runs // jobs + (number < plan.runs % jobs) for number in range(jobs)]
    starts = [plan.seed + sum(shares[:number]) for number in range(jobs)]
    branches = [plan.branches // jobs + (number < plan.branches % jobs) for number in range(jobs)]
    plans = [
        replace(plan, runs=runs, seed=seed, branches=some)
        for runs, seed, some in zip(shares, starts, branches, strict=True)
        if runs
    ]
    report = Report(plan.seed)
    with ProcessPoolExecutor(len(plans), mp_context=get_context("spawn")) as pool:
        for found in pool.map(_explore_folder, [folder] * len(plans), plans):
            report.add(found)
    return report


def _explore_folder(folder: Path, plan: Plan) -> Report:
    from game.reader.reader import Reader  # noqa: PLC0415
    from game.story.loader import load_story  # noqa: PLC0415

    return explore(load_story(folder), Reader.from_folder(folder / "lexicon"), plan)


def _add(report: Report, story: Story, run: Run) -> None:
    ending = run.turns[-1].ending if run.turns else None
    if ending is None:
        return
    report.ended += 1
    report.endings[ending.id] += 1
    report.words.append(run.words)
    state = run.turns[-1].state
    report.pages.append(len(state.pages))
    for (name, variable), value in zip(story.variables.items(), state.variables, strict=True):
        if variable.type == "int":
            report.meters.setdefault(name, []).append(int(value))


def _note(report: Report, run: Run) -> None:
    """Count what was reached in a run; of a branch, since it left."""
    if not run.turns:
        return
    first = len(run.turns) - len(run.asked)
    old, new, seen = run.turns[first - 1].state if first else None, run.turns[-1].state, report.seen
    for key, times in new.visits.items():
        since = times - (old.visits.get(key, 0) if old is not None else 0)
        if since > 0 and ":" not in key:
            seen["choices" if "." in key else "scenes"][key] += since
    seen["pages"].update(page.id for page in new.pages[len(old.pages) if old is not None else 0 :])
    used = (key for key, when in new.used.items() if old is None or when != old.used.get(key))
    seen["beats"].update(key.removeprefix("beat:") for key in used if key.startswith("beat:"))
    seen["costs"].update(paid.cost for paid in new.paid[len(old.paid) if old is not None else 0 :])
    if new.ending:
        seen["endings"][new.ending] += 1


def _is_covered(key: str, report: Report, coverage: Coverage) -> bool:
    """Whether a beat or cost was told, a condition seen both ways. Resistances and the like wait for none."""
    if key.isdigit():
        return all(coverage.seen[int(key), way] for way in (0, 1))
    section, _, id_ = key.partition(":")
    return section not in ("beat", "cost") or report.seen[f"{section}s"][id_] > 0


def _failure(run: Run, error: Exception, branch: int = 0) -> Failure:
    """The moves of a run that failed, as a save has them."""
    moves = tuple(_entry(move, turn) for turn, move in run.made)
    return Failure(run.seed, f"{type(error).__name__}: {error}", moves, branch)


def _entry(move: Move, turn: Turn) -> Entry:
    if isinstance(move, Choose):
        return Chosen(turn.scene, move.choice)
    return Typed(turn.scene, turn.page.id if turn.page else "", move.text, move.backwards)
