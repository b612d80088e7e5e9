"""From a journal back to where it was left: every move made again, as far as the story still offers it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game import __version__
from game.engine.step import begin, step
from game.engine.turn import Choose, MoveError, Type
from game.saves.cleaning import clean_line, page_text
from game.saves.entries import Chosen, Continued, Entry, Undone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.engine.turn import Move, Turn
    from game.reader.reader import Reader
    from game.saves.entries import Played
    from game.saves.journal import Journal
    from game.story.model import Story


@dataclass(frozen=True, slots=True)
class Replay:
    """A playthrough played again: the first turn, each move with its turn, and why it went no further."""

    opening: Turn
    line: tuple[tuple[Move, Turn], ...] = ()
    stopped: str | None = None
    """Why the next move could not be made, in a sentence; None if all of them were."""

    @property
    def turn(self) -> Turn:
        """Where it got to."""
        return self.line[-1][1] if self.line else self.opening


def replay(story: Story, reader: Reader, seed: int, moves: Sequence[Played]) -> Replay:
    """Make the moves again, up to the first that is not offered where it was made before."""
    opening = turn = begin(story, seed)
    line: list[tuple[Move, Turn]] = []
    for played in moves:
        try:
            move = _move(played, turn, reader)
            turn = step(story, turn.state, move)
        except MoveError as error:
            return Replay(opening, tuple(line), str(error))
        line.append((move, turn))
    return Replay(opening, tuple(line))


def revival(story: Story, reader: Reader, journal: Journal) -> tuple[Replay, list[str]]:
    """Play a journal again, and say in plain words what of it could not be kept.

    The moves that the story no longer offers stay in the journal. Only when the player moves on from
    here is it written down that they were taken back.
    """
    moves = journal.line
    played = replay(story, reader, journal.header.seed, moves)
    changed = _change(journal, story)
    lost = len(moves) - len(played.line)
    notes: list[str] = []
    if journal.edited:
        notes.append(
            f"This save was edited by hand, at {_numbers(journal.edited)}. It is played as it stands."
        )
    if changed or lost:
        notes.append(
            f"{changed or 'This save does not fit the story as it is'}. {_outcome(played, len(moves))}"
        )
    waiting: list[Entry] = []
    if lost:
        waiting.append(Undone(moves[-1].scene, lost))
    if changed:
        waiting.append(Continued(played.turn.scene, story.version, story.content_hash, __version__))
    journal.wait_with(waiting)
    return played, notes


def _move(played: Played, turn: Turn, reader: Reader) -> Move:
    """The move as the engine takes it. Raises MoveError if it was made somewhere else than here."""
    if turn.scene != played.scene:
        raise MoveError(
            "elsewhere", f"it was made in “{clean_line(played.scene)}”, and this is “{turn.scene}”"
        )
    if isinstance(played, Chosen):
        return Choose(played.choice)
    offered = turn.page.id if turn.page is not None else None
    if offered != played.page:
        raise MoveError("other-page", f"the sheet “{clean_line(played.page)}” is not in the machine there")
    text = page_text(played.text)
    return Type(text, reader.read(text).claims if text else (), played.backwards)


def _change(journal: Journal, story: Story) -> str | None:
    """How the story differs from the one that was played; None if it does not."""
    if journal.content_hash == story.content_hash:
        return None
    if journal.story_version == story.version:
        return "The story has changed since this was played"
    was = clean_line(journal.story_version, 20)
    return f"The story has changed since this was played (version {was}, now {story.version})"


def _outcome(played: Replay, moves: int) -> str:
    if played.stopped is None:
        return "Every move you made is still there."
    return (
        f"{len(played.line)} of {moves} moves could be made again; the next could not: "
        f"{played.stopped.rstrip('.')}. You go on from there. The save keeps the rest."
    )


def _numbers(numbers: list[int]) -> str:
    shown = ", ".join(map(str, numbers[:5]))
    return f"move{'s' if len(numbers) > 1 else ''} {shown}" + (" and more" if len(numbers) > 5 else "")
