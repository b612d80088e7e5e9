"""Playthroughs begun again in the middle, with something done otherwise, for what nobody has seen yet."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from game.engine.step import begin, step
from game.engine.turn import Choose, Type
from game.workshop.player import Run, Stuck, open_choices

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    from game.engine.turn import Move, Turn
    from game.reader.reader import Reader
    from game.story.model import Story
    from game.workshop.coverage import Coverage
    from game.workshop.goals import Goal
    from game.workshop.savepoints import Record, Savepoint
    from game.workshop.typist import Manner, Typist

AT_A_SAVEPOINT: Final = 4
"""So many branches leave one playthrough at one move."""
_PAGES: Final = 50
"""How often, of a hundred times, a branch leaves where a page was typed, rather than anywhere."""
_FAR: Final = 25
"""How often it leaves at any of the moves before the savepoint, rather than at one of the last."""
_BACK: Final = 45
"""How often it goes one move further back than that."""
_MANNERS: Final[tuple[Manner, ...]] = ("aimed", "aimed", "aimed", "any", "unread", "blank")
_ON: Final = (2, 4, 8, 30)
"""So many moves of its own a branch makes once none is left to be made as it was; each as likely."""
_REFUSING: Final = (0, 0, 15, 50)
"""How often, of a hundred times, it takes a choice rather than type the page beside it; each as likely."""
_STRAYING: Final = (0, 0, 10, 40)
"""How often it makes another move though it could make the one that was made; each as likely."""
_TURNING: Final = 5
"""How often it puts the page in the wrong way round."""


@dataclass(frozen=True, slots=True)
class _Way:
    """How one branch is played."""

    goal: Goal
    manner: Manner
    refusing: int
    straying: int
    on: int


class Brancher:
    """Plays branches: to where a goal was near, as it was played then, but for what is done otherwise.

    Of the choices that it picks by itself it prefers those that it picked least often.
    """

    def __init__(
        self, story: Story, reader: Reader, typist: Typist, coverage: Coverage, chance: random.Random
    ) -> None:
        self._story = story
        self._read = lru_cache(maxsize=4096)(reader.read)
        self._typist = typist
        self._coverage = coverage
        self._chance = chance
        self._picked: Counter[str] = Counter()

    def branches(self, goal: Goal, savepoint: Savepoint) -> Iterator[tuple[Run, Exception | None]]:
        """Some branches from one savepoint, or from moves before it, each with what went wrong in it."""
        record = savepoint.record
        position = self._position(savepoint)
        trunk = Run(record.seed, [begin(self._story, record.seed)])
        for move in record.moves[:position]:
            trunk.moves.append(move)
            trunk.turns.append(step(self._story, trunk.turns[-1].state, move))
        if trunk.turns[-1].ending is not None:
            return
        for _ in range(AT_A_SAVEPOINT):
            run = Run(trunk.seed, list(trunk.turns), list(trunk.moves))
            self._typist.begin(self._chance)
            try:
                self._play(run, self._way(goal), savepoint, position)
            except Exception as error:  # whatever a story can do is what this is here to find
                yield run, error
            else:
                yield run, None

    def _position(self, savepoint: Savepoint) -> int:
        """The number of the move at which the playthrough is left: the savepoint's, or one before."""
        chance, moves, last = self._chance, savepoint.record.moves, savepoint.moves
        positions = list(range(last + 1))
        if chance.randrange(100) < _PAGES:
            positions = [number for number in range(last) if isinstance(moves[number], Type)] or positions
        if chance.randrange(100) < _FAR:
            return chance.choice(positions)
        back = 1
        while back < len(positions) and chance.randrange(100) < _BACK:
            back += 1
        return positions[-back]

    def _way(self, goal: Goal) -> _Way:
        chance = self._chance
        manner = chance.choice(_MANNERS)
        if not self._typist.has_orders:
            manner = "any"
        elif goal.manner is not None and chance.randrange(3):
            manner = goal.manner
        return _Way(goal, manner, chance.choice(_REFUSING), chance.choice(_STRAYING), chance.choice(_ON))

    def _play(self, run: Run, way: _Way, savepoint: Savepoint, position: int) -> None:
        """A move of its own, then those that were made up to the savepoint, then more of its own."""
        record = savepoint.record
        self._go(run, self._own(run.turns[-1], way, _recorded(record, position, run.turns[-1])))
        position += 1
        left = way.on
        while run.turns[-1].ending is None and left > 0:
            turn = run.turns[-1]
            number = _next(record, position, savepoint.moves, turn)
            move = _recorded(record, number, turn) if number is not None else None
            if move is None or self._chance.randrange(100) < way.straying:
                move = self._own(turn, way, None)
            if number is None:
                left -= 1
            else:
                position = number + 1
            self._go(run, move)

    def _go(self, run: Run, move: Move) -> None:
        self._coverage.asked.clear()
        run.moves.append(move)
        run.turns.append(step(self._story, run.turns[-1].state, move))
        run.asked.append(set(self._coverage.asked))

    def _own(self, turn: Turn, way: _Way, recorded: Move | None) -> Move:
        """A move of the branch's own, other than the recorded one if there is another."""
        chance = self._chance
        choices = open_choices(self._story, turn)
        others = [one for one in choices if recorded != Choose(one)]
        if turn.page is not None and not (others and chance.randrange(100) < way.refusing):
            return self._typed(turn.page.id, way, recorded)
        if not choices:
            raise Stuck(f"nothing can be done in {turn.scene!r}")
        times = {one: self._picked[f"{turn.scene}.{one}"] for one in others or choices}
        fewest = min(times.values())
        picked = chance.choice([one for one in times if times[one] == fewest])
        self._picked[f"{turn.scene}.{picked}"] += 1
        return Choose(picked)

    def _typed(self, page: str, way: _Way, recorded: Move | None) -> Type:
        chance = self._chance
        text = self._typist.wrote(way.manner, way.goal, page, chance)
        if isinstance(recorded, Type) and way.manner == "aimed" and chance.randrange(3) == 0:
            text = f"{recorded.text} {text}"
        return Type(text, self._read(text).claims, chance.randrange(100) < _TURNING)


def _next(record: Record, first: int, end: int, turn: Turn) -> int | None:
    """The number of the next recorded move that was made in the scene where it stands now."""
    return next((number for number in range(first, end) if record.scenes[number] == turn.scene), None)


def _recorded(record: Record, number: int, turn: Turn) -> Move | None:
    """The recorded move, if it can be made."""
    move = record.moves[number] if number < len(record.moves) else None
    if isinstance(move, Choose):
        return move if any(one.enabled and one.id == move.choice for one in turn.choices) else None
    return move if turn.page is not None else None
