"""Playtests: playthroughs written down with what must be seen on the way. A playtest is a save."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from game.engine.environment import Environment
from game.engine.step import begin
from game.saves.entries import Chosen, Continued, Expected, Typed
from game.saves.errors import SaveError
from game.saves.files import read_bounded
from game.saves.journal import Journal, new_header, recover
from game.saves.resume import go_on, replay
from game.saves.timeline import Timeline
from game.story.expressions import EvaluationError, Expression
from game.story.syntax import ExpressionError, parse_expression

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from game.engine.turn import Turn
    from game.reader.reader import Reader
    from game.saves.entries import Entry, Played
    from game.story.model import Story

_SEEN: Final = 8
"""Words that are noted to be seen after each move of a playtest that is recorded."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that was not as expected: at which document of the file (the header is 1), and what."""

    document: int
    message: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one playtest."""

    path: Path
    faults: tuple[Fault, ...]
    expectations: int
    """How many were asked."""


def playtests_in(folder: Path) -> list[Path]:
    """The playtests of the story in a folder."""
    return sorted((folder / "playtests").glob("*.yaml"))


def run(story: Story, reader: Reader, path: Path) -> Outcome:
    """Play a playtest. What it expects and is not so is a fault, and so is a move that cannot be made."""
    try:
        found = recover(read_bounded(path), by_hand=True)
    except SaveError as error:
        return Outcome(path, (Fault(1, str(error)),), 0)
    entries = [sealed.entry for sealed in found.journal.sealed]
    faults = list(_played(story, reader, found.journal, entries))
    if found.damage is not None:
        faults.append(Fault(len(entries) + 2, f"this part {found.damage}"))
    if found.journal.header.story != story.id:
        faults.insert(0, Fault(1, f"it is of another story, `{found.journal.header.story[:40]}`"))
    asked = sum(isinstance(entry, Expected) for entry in entries)
    return Outcome(path, tuple(faults), asked)


def _played(story: Story, reader: Reader, journal: Journal, entries: Sequence[Entry]) -> Iterator[Fault]:
    """Make each move, and hold what is expected against the turn that it led to."""
    turns: dict[int, Turn] = {0: begin(story, journal.header.seed)}
    timeline = Timeline()
    for number, entry in enumerate(entries, 1):
        before = timeline.present
        timeline.add(entry)
        if isinstance(entry, Chosen | Typed):
            made = go_on(story, reader, journal, turns[before], [timeline.nodes[number]])
            if made.stopped is not None:
                yield Fault(number + 1, f"the move cannot be made: {made.stopped}")
                return
            turns[number] = made.turn
        elif isinstance(entry, Expected):
            turn = turns[timeline.present]
            fault = (
                _reloaded(story, reader, journal, entries[: number - 1], turn)
                if entry.kind == "reload"
                else _lacking(story, turn, entry)
            )
            if fault:
                yield Fault(number + 1, fault)


def _lacking(story: Story, turn: Turn, expected: Expected) -> str:
    """What is not as expected; nothing, if all is."""
    match expected.kind:
        case "see" | "unseen":
            seen = _plain(expected.value) in _plain(told(turn))
            is_so, said = seen == (expected.kind == "see"), f"it {'can' if seen else 'cannot'} be seen"
        case "offered" | "closed":
            offered = expected.value in {choice.id for choice in turn.choices if choice.enabled}
            is_so, said = offered == (expected.kind == "offered"), f"it is {'' if offered else 'not '}offered"
        case "ending":
            reached = turn.ending.id if turn.ending else "none"
            is_so, said = reached == expected.value, f"the ending is {reached}"
        case _:
            return _unmet(story, turn, expected.value)
    return "" if is_so else f"{said}: {expected.value[:80]}"


def _unmet(story: Story, turn: Turn, source: str) -> str:
    try:
        parse_expression(source)
        value = Environment(story, turn.state).answer(Expression(source))
    except (ExpressionError, EvaluationError) as error:
        return f"this cannot be asked: {error}"
    return "" if value else f"this is not so: {source}"


def _reloaded(story: Story, reader: Reader, journal: Journal, entries: Sequence[Entry], turn: Turn) -> str:
    """Save here, load, and see whether it is the same."""
    kept = Journal(journal.header)
    for entry in entries:
        if not isinstance(entry, Expected | Continued):
            kept.append(entry)
    back = replay(story, reader, recover(bytes(kept.content)).journal).turn
    return "" if back == turn else "after saving and loading it does not stand where it stood"


def told(turn: Turn) -> str:
    """Everything that a turn puts on the screen."""
    parts = [passage.text for passage in turn.passages]
    parts += [choice.text for choice in turn.choices]
    if turn.page is not None:
        parts.append(turn.page.prompt)
    return "\n".join(parts)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def recorded(story: Story, reader: Reader, journal: Journal) -> str:
    """A playtest that makes the moves of a save that stand, and sees what they show.

    Raises SaveError if they cannot all be made.
    """
    played = replay(story, reader, journal)
    if played.stopped is not None:
        raise SaveError(f"The save cannot be played to its end: {played.stopped}.")
    test = Journal(new_header(story, journal.header.seed))
    for node, (_, turn) in zip(journal.timeline.line, played.line, strict=True):
        test.append(_bare(node.move))
        words = turn.passages[-1].text.split()[:_SEEN] if turn.passages else []
        if words:
            test.append(Expected("see", " ".join(words)))
        if turn.ending is not None:
            test.append(Expected("ending", turn.ending.id))
    return test.content.decode()


def _bare(move: Played) -> Played:
    """The move without its mark: what it must lead to is for the playtest to say."""
    if isinstance(move, Chosen):
        return Chosen(move.scene, move.choice)
    return Typed(move.scene, move.page, move.text, move.backwards)
