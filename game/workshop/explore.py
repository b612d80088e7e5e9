"""Play a story at random, many times, and note what is seen of it and what fails."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from game.engine.turn import Choose
from game.saves.entries import Chosen, Typed
from game.workshop.coverage import watching
from game.workshop.echo import listen
from game.workshop.player import Player, Run
from game.workshop.report import Failure, Report
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


TURNING = 4
"""How many of a hundred pages are put in the wrong way round, where pages are typed to order."""


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


@uncollected()
def explore(story: Story, reader: Reader, plan: Plan) -> Report:
    """Random playthroughs by the plan; the same for the same arguments."""
    report = Report(plan.seed)
    typist = Typist(plan.pages, plan.orders) if plan.orders else None
    player = Player(story, reader, plan.pages, typist=typist, turning=TURNING if typist else 0)
    kept: list[list[Turn]] = []
    with watching(story) as coverage:
        for number in range(plan.runs):
            run = Run(plan.seed + number)
            report.runs += 1
            try:
                player.play(run)
            except Exception as error:  # whatever a story can do is what this is here to find
                report.failures.append(Failure(run.seed, f"{type(error).__name__}: {error}", _entries(run)))
            _note(report, run)
            if typist is not None:
                typist.look(lambda key: _is_covered(key, report, coverage))
            _add(report, story, run)
            if plan.echo and run.turns:
                kept.append(run.turns)
    report.coverage = coverage
    report.echoes = listen(story, kept) if plan.echo else {}
    report.seen["choices"] = player.picked
    report.typed = typist.typed() if typist is not None else Counter()
    return report


def explore_in_parallel(folder: Path, plan: Plan, jobs: int) -> Report:
    """The same by several processes, each with its share of the runs; the same for as many of them."""
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 (only where it is asked for)
    from multiprocessing import get_context  # noqa: PLC0415

    shares = [plan.runs // jobs + (number < plan.runs % jobs) for number in range(jobs)]
    starts = [plan.seed + sum(shares[:number]) for number in range(jobs)]
    plans = [replace(plan, runs=runs, seed=seed) for runs, seed in zip(shares, starts, strict=True) if runs]
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
    if not run.turns:
        return
    state, seen = run.turns[-1].state, report.seen
    seen["scenes"].update(dict(state.visits))
    seen["pages"].update(page.id for page in state.pages)
    seen["beats"].update(key.removeprefix("beat:") for key in state.used if key.startswith("beat:"))
    seen["costs"].update(paid.cost for paid in state.paid)
    if state.ending:
        seen["endings"][state.ending] += 1


def _is_covered(key: str, report: Report, coverage: Coverage) -> bool:
    """Whether a beat or cost was told, a condition seen both ways. Resistances and the like wait for none."""
    if key.isdigit():
        return all(coverage.seen[int(key), way] for way in (0, 1))
    section, _, id_ = key.partition(":")
    return section not in ("beat", "cost") or report.seen[f"{section}s"][id_] > 0


def _entries(run: Run) -> tuple[Entry, ...]:
    """The moves of a run, as a save has them."""
    return tuple(_entry(move, turn) for move, turn in zip(run.moves, run.turns, strict=False))


def _entry(move: Move, turn: Turn) -> Entry:
    if isinstance(move, Choose):
        return Chosen(turn.scene, move.choice)
    return Typed(turn.scene, turn.page.id if turn.page else "", move.text, move.backwards)
