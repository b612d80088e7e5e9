"""Saves that show something: made of moves, and played again from the beginning before they are believed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from game.engine.step import begin, step
from game.engine.telling import Telling
from game.engine.turn import Choose
from game.saves.entries import Chosen, Expected, Typed
from game.saves.journal import Journal, new_header

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.engine.turn import Move, Turn
    from game.saves.entries import Played
    from game.story.model import Story
    from game.workshop.proof.search import Goal

_LONGEST: Final = 500
"""Moves of a playthrough that is made up on the way, at most."""
SEEDS: Final = 200
"""How many seeds are tried where a playthrough hangs on chance."""


@dataclass(frozen=True, slots=True)
class Witness:
    """Moves from a seed that lead to something."""

    seed: int
    entries: tuple[Played, ...]

    def save(self, story: Story) -> str:
        """The playthrough as a save that can be loaded."""
        return self._journal(story).content.decode()

    def walkthrough(self, story: Story, ending: str) -> str:
        """The playthrough as a playtest that comes to an ending."""
        journal = self._journal(story)
        journal.append(Expected("ending", ending))
        return journal.content.decode()

    def _journal(self, story: Story) -> Journal:
        journal = Journal(new_header(story, self.seed))
        for entry in self.entries:
            journal.append(entry)
        return journal


def witness(story: Story, seed: int, moves: Sequence[Move], goal: Goal) -> Witness | None:
    """The moves from this seed, if they do lead to the goal. They may lead to it sooner."""
    return _played(story, seed, moves, goal)


def guided(story: Story, seed: int, plan: Sequence[tuple[str, Move]], goal: Goal) -> Witness | None:
    """From another seed the planned moves, each in its scene, and any choice where chance leads elsewhere."""
    moves: list[Move] = []
    at = 0
    try:
        turn = begin(story, seed)
        while not _is_there(turn, (), goal) and at < len(plan) and len(moves) < _LONGEST:
            at = next((n for n in range(at, len(plan)) if plan[n][0] == turn.scene), at)
            planned = plan[at][1] if at < len(plan) and plan[at][0] == turn.scene else None
            move = planned if planned is not None else _any(turn, len(moves))
            at += planned is not None
            if move is None:
                return None
            moves.append(move)
            turn = step(story, turn.state, move)
    except (ValueError, RuntimeError):
        return None
    return _played(story, seed, moves, goal)


def _any(turn: Turn, number: int) -> Move | None:
    open_ = [choice.id for choice in turn.choices if choice.enabled]
    return Choose(open_[number % len(open_)]) if open_ else None


def _played(story: Story, seed: int, moves: Sequence[Move], goal: Goal) -> Witness | None:
    entries: list[Played] = []
    turn: Turn | None = None
    for move in (None, *moves):
        dealt: list[tuple[str, str | None]] = []
        Telling.watcher = lambda *deal, told=dealt: told.append(deal)
        try:
            if move is None or turn is None:
                turn = begin(story, seed)
            else:
                entries.append(_entry(move, turn))
                turn = step(story, turn.state, move)
        except Exception as error:  # what fails is what is asked for here
            if goal == ("fails", f"{type(error).__name__}: {error}"):
                return Witness(seed, tuple(entries))
            return None
        finally:
            Telling.watcher = None
        if _is_there(turn, dealt, goal):
            return Witness(seed, tuple(entries))
    return None


def _is_there(turn: Turn, dealt: Sequence[tuple[str, str | None]], goal: Goal) -> bool:
    kind, name = goal
    match kind:
        case "scene":
            return turn.state.visits.get(name, 0) > 0
        case "ending":
            return turn.ending is not None and turn.ending.id == name
        case "dry":
            return (name, None) in dealt
        case "dead":
            is_open = turn.page is not None or any(choice.enabled for choice in turn.choices)
            return turn.scene == name and turn.ending is None and not is_open
    return False


def entries_of(story: Story, seed: int, moves: Sequence[Move]) -> tuple[Played, ...]:
    """The moves as a save has them. They can all be made."""
    entries: list[Played] = []
    turn = begin(story, seed)
    for move in moves:
        entries.append(_entry(move, turn))
        turn = step(story, turn.state, move)
    return tuple(entries)


def _entry(move: Move, turn: Turn) -> Played:
    if isinstance(move, Choose):
        return Chosen(turn.scene, move.choice)
    return Typed(turn.scene, turn.page.id if turn.page else "", move.text, move.backwards)
