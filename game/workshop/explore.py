"""Play a story at random, many times, and say what was seen of it and what failed."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass, field
from statistics import median
from typing import TYPE_CHECKING, TextIO

from game.engine.turn import Choose
from game.workshop.echo import Echo, lines, listen
from game.workshop.player import Player, Run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.engine.turn import Move, Turn
    from game.reader.reader import Reader
    from game.story.model import Story

LISTED = 20
"""How many unseen ids of a kind the printed report names; the JSON report has them all."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do: which pages to type, how many runs, from which seed on."""

    pages: Sequence[str]
    runs: int
    seed: int
    echo: bool = False
    """Ask also how what was typed came back; keeps every turn until the end for it."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A run that did not end: its seed, why, and the moves that lead there, as `play --json` takes them."""

    seed: int
    reason: str
    moves: tuple[dict[str, object], ...]


@dataclass
class Report:
    """What came of the runs. Ids that nothing reached are under `unseen`, by kind."""

    seed: int
    runs: int = 0
    ended: int = 0
    endings: Counter[str] = field(default_factory=Counter)
    words: list[int] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)
    seen: dict[str, Counter[str]] = field(default_factory=dict)
    unseen: dict[str, list[str]] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)
    echoes: dict[str, Echo] = field(default_factory=dict)
    """How what was typed came back, by aspect; empty unless it was asked for."""


def explore(story: Story, reader: Reader, plan: Plan) -> Report:
    """Random playthroughs by the plan; the same for the same arguments."""
    report = Report(plan.seed)
    player = Player(story, reader, plan.pages)
    kept: list[list[Turn]] = []
    kinds = ("scenes", "pages", "beats", "costs", "endings")
    seen: dict[str, Counter[str]] = {kind: Counter() for kind in kinds}
    for number in range(plan.runs):
        run = Run(plan.seed + number)
        report.runs += 1
        try:
            player.play(run)
        except Exception as error:  # whatever a story can do is what this is here to find
            moves = tuple(_as_order(move) for move in run.moves)
            report.failures.append(Failure(run.seed, f"{type(error).__name__}: {error}", moves))
        _note(run, seen)
        _add(report, run)
        if plan.echo and run.turns:
            kept.append(run.turns)
    report.echoes = listen(story, kept) if plan.echo else {}
    report.seen = seen | {"choices": player.picked}
    report.unseen = {
        kind: [one for one in ids if not report.seen[kind][one]] for kind, ids in _ids(story).items()
    }
    return report


def _add(report: Report, run: Run) -> None:
    ending = run.turns[-1].ending if run.turns else None
    if ending is None:
        return
    report.ended += 1
    report.endings[ending.id] += 1
    report.words.append(run.words)
    report.pages.append(len(run.turns[-1].state.pages))


def _note(run: Run, seen: dict[str, Counter[str]]) -> None:
    if not run.turns:
        return
    state = run.turns[-1].state
    seen["scenes"].update(dict(state.visits))
    seen["pages"].update(page.id for page in state.pages)
    seen["beats"].update(key.removeprefix("beat:") for key in state.used if key.startswith("beat:"))
    seen["costs"].update(paid.cost for paid in state.paid)
    if state.ending:
        seen["endings"][state.ending] += 1


def _ids(story: Story) -> dict[str, list[str]]:
    return {
        "scenes": list(story.scenes),
        "choices": [f"{scene.id}.{choice.id}" for scene in story.scenes.values() for choice in scene.choices],
        "pages": list(story.pages),
        "beats": [beat.id for beat in story.beats],
        "costs": list(story.costs),
        "endings": list(story.endings),
    }


def _as_order(move: Move) -> dict[str, object]:
    if isinstance(move, Choose):
        return {"choose": move.choice}
    return {"type": move.text, "backwards": move.backwards}


def show(report: Report, story: Story, stream: TextIO) -> int:
    """Print the report for a person; 1 if a run failed or did not end, else 0."""
    say = stream.write
    say(f"{report.ended} of {report.runs} playthroughs ended (seeds {report.seed} to ")
    say(f"{report.seed + report.runs - 1}).\n")
    for ending, times in report.endings.most_common():
        say(f"  {times:5}  {ending}\n")
    for what, counts in (("Words shown", report.words), ("Pages typed", report.pages)):
        if counts:
            say(f"{what}: {min(counts)} to {max(counts)}, half under {median(counts):.0f}.\n")
    for kind, ids in _ids(story).items():
        if not ids:
            continue
        missing = report.unseen[kind]
        say(f"{kind.capitalize()}: {len(ids) - len(missing)} of {len(ids)} seen.\n")
        if missing:
            more = f" and {len(missing) - LISTED} more" if len(missing) > LISTED else ""
            say(f"  not seen: {', '.join(missing[:LISTED])}{more}\n")
    for line in lines(report.echoes) if report.echoes else ():
        say(f"{line}\n")
    for failure in report.failures:
        say(f"seed {failure.seed} failed after {len(failure.moves)} moves: {failure.reason}\n")
        say("".join(f"  {json.dumps(move)}\n" for move in failure.moves))
    return 0 if report.ended == report.runs else 1


def as_json(report: Report) -> str:
    """The report for a program."""
    return json.dumps(
        {
            "seed": report.seed,
            "runs": report.runs,
            "ended": report.ended,
            "endings": dict(report.endings),
            "words": report.words,
            "pages": report.pages,
            "seen": {kind: dict(counts) for kind, counts in report.seen.items()},
            "unseen": report.unseen,
            "echoes": {name: asdict(echo) for name, echo in report.echoes.items()},
            "failures": [
                {"seed": one.seed, "reason": one.reason, "moves": list(one.moves)} for one in report.failures
            ],
        }
    )
