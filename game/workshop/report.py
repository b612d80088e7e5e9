"""What came of many random playthroughs, for a person and for a program."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass, field
from statistics import median
from typing import TYPE_CHECKING, TextIO

from game.saves.journal import Journal, new_header
from game.workshop.coverage import Coverage, Summary, summaries
from game.workshop.echo import Echo, lines

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.saves.entries import Entry
    from game.story.model import Story

LISTED = 20
"""How many unseen ids of a kind the printed report names; the JSON report has them all."""
KINDS = ("scenes", "choices", "pages", "beats", "costs", "endings")


@dataclass(frozen=True, slots=True)
class Failure:
    """A run that did not end: its seed, why, and the moves that lead there."""

    seed: int
    reason: str
    moves: tuple[Entry, ...]
    branch: int = 0
    """The number of the branch, for one that was begun in the middle of another run; else 0."""

    @property
    def name(self) -> str:
        """Which it was: ``seed 7``, ``seed 7, branch 12``."""
        return f"seed {self.seed}" + (f", branch {self.branch}" if self.branch else "")


@dataclass
class Report:
    """What came of the runs."""

    seed: int
    runs: int = 0
    ended: int = 0
    branches: int = 0
    """How often a run was begun again in its middle. That counts for what was seen, and for nothing else."""
    endings: Counter[str] = field(default_factory=Counter)
    words: list[int] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)
    seen: dict[str, Counter[str]] = field(default_factory=lambda: {kind: Counter() for kind in KINDS})
    """How often each id was reached, by kind."""
    failures: list[Failure] = field(default_factory=list)
    echoes: dict[str, Echo] = field(default_factory=dict)
    """How what was typed came back, by aspect; empty unless it was asked for."""
    coverage: Coverage = field(default_factory=Coverage)
    typed: Counter[str] = field(default_factory=Counter)
    """How often each kind of claim was typed to order."""
    meters: dict[str, list[int]] = field(default_factory=dict)
    """What each whole number was at the end of each playthrough that ended."""

    def add(self, other: Report) -> None:
        """Count in what came of other runs."""
        self.runs += other.runs
        self.ended += other.ended
        self.branches += other.branches
        self.endings.update(other.endings)
        self.words += other.words
        self.pages += other.pages
        self.failures += other.failures
        self.coverage.add(other.coverage)
        self.typed.update(other.typed)
        for kind, counts in other.seen.items():
            self.seen[kind].update(counts)
        for name, values in other.meters.items():
            self.meters.setdefault(name, []).extend(values)
        for name, echo in other.echoes.items():
            self.echoes.setdefault(name, Echo()).add(echo)

    @property
    def is_clean(self) -> bool:
        """Whether every run ended, and no branch failed."""
        return self.ended == self.runs and not self.failures

    def unseen(self, story: Story) -> dict[str, list[str]]:
        """The ids of the story that nothing reached, by kind."""
        return {kind: [one for one in ids if not self.seen[kind][one]] for kind, ids in ids_of(story).items()}


def ids_of(story: Story) -> dict[str, list[str]]:
    """Every id that can be reached, by kind; kinds of which the story has none are left out."""
    ids = {
        "scenes": list(story.scenes),
        "choices": [f"{scene.id}.{choice.id}" for scene in story.scenes.values() for choice in scene.choices],
        "pages": list(story.pages),
        "beats": [beat.id for beat in story.beats],
        "costs": list(story.costs),
        "endings": list(story.endings),
    }
    return {kind: found for kind, found in ids.items() if found}


def save_of(story: Story, failure: Failure) -> str:
    """The playthrough that failed, as a save that can be loaded."""
    journal = Journal(new_header(story, failure.seed))
    for entry in failure.moves:
        journal.append(entry)
    return journal.content.decode()


class ReportError(ValueError):
    """A file that is not what `explore --json` writes. The message names it."""


def reached_in(path: Path) -> dict[str, int]:
    """How often each place of the map was reached in a report. Raises ReportError, and OSError."""
    try:
        seen = json.loads(path.read_bytes())["seen"]
        found = {
            f"{kind}:{id_}": int(times)
            for kind, section in (("scene", "scenes"), ("page", "pages"), ("ending", "endings"))
            for id_, times in seen[section].items()
        }
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise ReportError(
            f"{path} is no report. Write one: ruby-sparks explore --json > {path.name}"
        ) from error
    return found


def keep_failures(report: Report, story: Story, folder: Path) -> list[Path]:
    """Write a save of every playthrough that failed into a folder. Raises OSError."""
    paths = []
    for failure in report.failures:
        path = folder / f"{failure.name.replace(', ', '-').replace(' ', '-')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(save_of(story, failure), encoding="utf-8")
        paths.append(path)
    return paths


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
    if report.branches:
        say(
            f"{report.branches} times one was begun again in its middle, for what none had seen. That counts "
        )
        say("for what was seen, and not for endings, words, pages and numbers at the end.\n")
    unseen = report.unseen(story)
    for kind, ids in ids_of(story).items():
        missing = unseen[kind]
        say(f"{kind.capitalize()}: {len(ids) - len(missing)} of {len(ids)} seen.\n")
        if missing:
            more = f" and {len(missing) - LISTED} more" if len(missing) > LISTED else ""
            say(f"  not seen: {', '.join(missing[:LISTED])}{more}\n")
    for summary in summaries(story, report.coverage):
        _show_covered(summary, say)
    for name, values in report.meters.items():
        say(f"{name} at the end: {min(values)} to {max(values)}, half under {median(values):.0f}.\n")
    for line in lines(report.echoes) if report.echoes else ():
        say(f"{line}\n")
    for failure in report.failures:
        say(f"{failure.name} failed after {len(failure.moves)} moves: {failure.reason}\n")
    return 0 if report.is_clean else 1


def _show_covered(summary: Summary, say: Callable[[str], object]) -> None:
    if not summary.total:
        return
    share = 100 * summary.covered / summary.total
    say(f"{summary.name.capitalize()}: {summary.covered} of {summary.total} ({share:.1f} %).\n")
    for gap in summary.gaps[:LISTED]:
        say(f"  {gap.where}: {gap.lacking}: {gap.what[:100]}\n")
    if len(summary.gaps) > LISTED:
        say(f"  and {len(summary.gaps) - LISTED} more\n")


def as_json(report: Report, story: Story) -> str:
    """The report for a program."""
    return json.dumps(
        {
            "seed": report.seed,
            "runs": report.runs,
            "ended": report.ended,
            "branches": report.branches,
            "endings": dict(report.endings),
            "words": report.words,
            "pages": report.pages,
            "seen": {kind: dict(sorted(counts.items())) for kind, counts in report.seen.items()},
            "unseen": report.unseen(story),
            "covered": [asdict(summary) for summary in summaries(story, report.coverage)],
            "typed": dict(report.typed),
            "meters": report.meters,
            "echoes": {name: asdict(echo) for name, echo in report.echoes.items()},
            "failures": [
                {"seed": one.seed, "branch": one.branch, "reason": one.reason, "save": save_of(story, one)}
                for one in report.failures
            ],
        }
    )
