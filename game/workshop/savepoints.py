"""Playthroughs worth going back into: for each thing that was passed, some in which it was."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from game.engine.turn import Type

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Mapping

    from game.engine.state import State
    from game.engine.turn import Move, Turn
    from game.story.model import Story
    from game.workshop.goals import Goal, Mark

KEPT: Final = 6
"""So many playthroughs are kept for each thing passed: any of all in which it was, each as likely."""
FURTHER: Final = 20
"""How often, of a hundred times, one is taken that came less close."""


@dataclass(slots=True)
class Record:
    """The moves of a playthrough, each with the scene that it was made in: all it takes to play it again."""

    seed: int
    scenes: list[str] = field(default_factory=list)
    moves: list[Move] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Savepoint:
    """A playthrough after so many of its moves."""

    record: Record
    moves: int


class Savepoints:
    """Keeps playthroughs by what they passed."""

    def __init__(self, story: Story, chance: random.Random) -> None:
        self._chance = chance
        self._kept: dict[Mark, list[Savepoint]] = {}
        self._times: Counter[Mark] = Counter()
        self._places = {f"beat:{beat.id}": beat.places for beat in story.beats}
        self._places |= {f"cost:{cost.id}": cost.places for cost in story.costs.values()}

    def note(self, record: Record, turns: list[Turn], asked: list[set[int]]) -> None:
        """Keep a playthrough, or a part of one: its last turns, with the numbers that each passed."""
        first = len(turns) - len(asked)
        passed: set[Mark] = set()
        for number, numbers in enumerate(asked, first):
            before = turns[number - 1] if number else None
            marks = {
                *numbers,
                *self._passed(before, turns[number], record.moves[number - 1] if number else None),
            }
            for mark in sorted(marks - passed, key=str):
                self._keep(mark, Savepoint(record, number))
            passed |= marks

    def near(self, goal: Goal) -> Savepoint | None:
        """One that comes as close to the goal as any; None if there is none."""
        near = [mark for mark in goal.near if mark in self._kept]
        if not near:
            return None
        further = 0
        while further + 1 < len(near) and self._chance.randrange(100) < FURTHER:
            further += 1
        return self._chance.choice(self._kept[near[further]])

    def _keep(self, mark: Mark, savepoint: Savepoint) -> None:
        kept = self._kept.setdefault(mark, [])
        self._times[mark] += 1
        if len(kept) < KEPT:
            kept.append(savepoint)
        elif (place := self._chance.randrange(self._times[mark])) < KEPT:
            kept[place] = savepoint

    def _passed(self, before: Turn | None, turn: Turn, move: Move | None) -> Iterator[Mark]:
        """The pieces of the story that a move came by."""
        old = before.state if before is not None else None
        for key in _changed(old, turn.state):
            yield key
            yield from (f"at:{place}" for place in self._places.get(key, ()))
        if isinstance(move, Type) and before is not None and before.page is not None:
            yield from (f"page:{before.page.id}", "page")
        if turn.ending is not None:
            yield f"ending:{turn.ending.id}"


def _changed(old: State | None, new: State) -> Iterator[str]:
    """Scenes entered, choices picked, beats told and costs paid since."""
    for key in _counted(old.visits if old is not None else None, new.visits):
        yield f"choice:{key}" if "." in key else f"scene:{key}"
    yield from _counted(old.used if old is not None else None, new.used)
    yield from (f"cost:{paid.cost}" for paid in new.paid[len(old.paid) if old is not None else 0 :])


def _counted(old: Mapping[str, int] | None, new: Mapping[str, int]) -> list[str]:
    """What is counted otherwise than before."""
    if old is new:
        return []
    before = dict(old.items()) if old is not None else {}
    return [key for key, times in new.items() if before.get(key) != times]
