"""From a journal back to where it was left: every move made again, as far as the story still offers it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from game import __version__
from game.engine.step import begin, enter, step
from game.engine.turn import Choose, MoveError, Type
from game.saves.cleaning import clean_line, page_text
from game.saves.entries import Chosen, Continued, Entry, Jumped
from game.saves.marks import Difference, deviation, mark_of
from game.saves.migrations import Passed, migrated, old_values
from game.saves.timeline import ROOT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.engine.turn import Move, Turn
    from game.reader.reader import Reader
    from game.saves.entries import Mark, Played
    from game.saves.journal import Journal
    from game.saves.timeline import Node
    from game.story.model import Story


@dataclass(frozen=True, slots=True)
class Replay:
    """A playthrough played again: the first turn, each move with its turn, and why it went no further."""

    opening: Turn
    line: tuple[tuple[Move, Turn], ...] = ()
    numbers: tuple[int, ...] = ()
    """The numbers of these moves in the journal."""
    stopped: str | None = None
    """Why the next move could not be made, in a sentence; None if all of them were."""
    differences: tuple[Difference, ...] = ()
    """Moves that were made again, and did not leave things just as they left them when they were played."""

    @property
    def turn(self) -> Turn:
        """Where it got to."""
        return self.line[-1][1] if self.line else self.opening


def replay(story: Story, reader: Reader, journal: Journal, known: Replay | None = None) -> Replay:
    """Make the moves of a journal that stand again, by the story of now; those after what is `known`.

    It stops before the first that is not offered where it was made, or that leads to another scene now.
    """
    if known is not None:
        rest = go_on(story, reader, journal, known.turn, journal.timeline.line[len(known.line) :])
        line = (
            known.line
            if rest.opening is known.turn
            else (*known.line[:-1], (known.line[-1][0], rest.opening))
        )
        return replace(
            rest, opening=known.opening, line=(*line, *rest.line), numbers=(*known.numbers, *rest.numbers)
        )
    header = journal.header
    opening = begin(story, header.seed, old_values(header.story_version, story))
    return go_on(story, reader, journal, opening, journal.timeline.line)


def go_on(story: Story, reader: Reader, journal: Journal, opening: Turn, nodes: Sequence[Node]) -> Replay:
    """Make these moves of a journal again, from a turn on.

    What differs in moves from before a change of the story is told once, and not again when the player
    has gone on with the story as it is.
    """
    run = _Run(story, reader, opening)
    made_with = journal.made_with()
    settled = journal.content_hash == story.content_hash
    for node in nodes:
        version, content = made_with[node.number]
        move = migrated(node.move, version, story)
        if settled and content != story.content_hash and not isinstance(move, Passed):
            move = replace(move, mark=None)
        if isinstance(move, Passed):
            run.pass_over(move)
            continue
        try:
            run.make(move, node.number)
        except MoveError as error:
            return run.result(str(error))
    return run.result()


class _Run:
    """A replay that is under way."""

    def __init__(self, story: Story, reader: Reader, opening: Turn) -> None:
        self.story = story
        self.reader = reader
        self.opening = opening
        self.turn = opening
        self.line: list[tuple[Move, Turn]] = []
        self.numbers: list[int] = []
        self.differences: list[Difference] = []

    def make(self, played: Played, number: int) -> None:
        """Make one move. Raises MoveError, with nothing changed, if it cannot be or leads elsewhere."""
        move = _move(played, self.turn, self.reader)
        turn = step(self.story, self.turn.state, move)
        if played.mark is not None:
            self._compare(played.mark, mark_of(self.story, self.turn.state, turn))
        self.line.append((move, turn))
        self.numbers.append(number)
        self.turn = turn

    def _compare(self, was: Mark, now: Mark) -> None:
        how = deviation(was, now)
        if how == "elsewhere":
            raise MoveError(
                "leads-elsewhere",
                f"it leads to “{clean_line(now.reached)}” now, and led to “{clean_line(was.reached)}”",
            )
        if how is not None:
            self.differences.append(Difference(len(self.line) + 1, how, was, now))

    def pass_over(self, move: Passed) -> None:
        """Go on where the story goes on instead of a scene that is gone."""
        if self.turn.scene == move.on_at:
            return
        self.turn = enter(self.story, self.turn, move.on_at)
        if self.line:
            self.line[-1] = (self.line[-1][0], self.turn)
        else:
            self.opening = self.turn

    def result(self, stopped: str | None = None) -> Replay:
        """What came of it."""
        return Replay(self.opening, tuple(self.line), tuple(self.numbers), stopped, tuple(self.differences))


def revival(
    story: Story, reader: Reader, journal: Journal, known: Replay | None = None
) -> tuple[Replay, list[str]]:
    """Play a journal again, and say in plain words what of it could not be kept.

    The moves that the story no longer offers stay in the journal. Only when the player moves on from
    here is it written down that they were taken back.
    """
    moves = journal.timeline.line
    played = replay(story, reader, journal, known)
    changed = _change(journal, story)
    notes: list[str] = []
    if journal.edited:
        notes.append(
            f"This save was edited by hand, at {_numbers(journal.edited)}. It is played as it stands."
        )
    if changed or played.stopped or played.differences:
        notes.append(
            f"{changed or 'This save does not fit the story as it is'}. {_outcome(played, len(moves))}"
        )
    waiting: list[Entry] = []
    if played.stopped is not None:
        reached = played.numbers[-1] if played.numbers else ROOT
        waiting.append(Jumped(moves[-1].move.scene, reached))
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
    if played.stopped is not None:
        return (
            f"{len(played.line)} of {moves} moves could be made again; the next could not: "
            f"{played.stopped.rstrip('.')}. You go on from there. The save keeps the rest."
        )
    otherwise = next((one.number for one in played.differences if one.how == "otherwise"), None)
    if otherwise is not None:
        return (
            "Every move you made is still there, but things do not stand quite as they did: from move "
            f"{otherwise} on, what follows may not be what followed then."
        )
    reworded = ", and some of the words are new" if played.differences else ""
    return f"Every move you made is still there{reworded}."


def _numbers(numbers: list[int]) -> str:
    shown = ", ".join(map(str, numbers[:5]))
    return f"move{'s' if len(numbers) > 1 else ''} {shown}" + (" and more" if len(numbers) > 5 else "")
