"""The working copy of a state while one move is being told. It never leaves the engine."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, ClassVar

from game.engine.chance import draw
from game.engine.state import State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from game.engine.state import Value
    from game.engine.turn import Passage
    from game.story.model import Story


class Draft:
    """A state that may change, and the passages told so far."""

    oracle: ClassVar[Callable[[str, int], int | None] | None] = None
    """Asked before the dice are, and believed unless it answers None: for those who enumerate chances."""

    sky: str | None = None

    def __init__(self, story: Story, state: State) -> None:
        self.story = story
        self.base = state
        self.values: list[Value]
        """Of the variables, in the order in which the story declares them."""
        (
            _,
            turn,
            self.scene,
            self.chapter,
            self.ending,
            values,
            self.canon,
            self.former,
            self.resisted,
            self.paid,
            self.fresh,
            self.pages,
            self.visits,
            self.seen,
            self.shown,
            self.used,
            self.returns,
            self.draws,
        ) = state
        self.values = list(values)
        self.number = turn + 1
        """The turn's."""
        self.passages: list[Passage] = []

    @property
    def typed_so_far(self) -> int:
        """How many claims were typed, whatever became of them."""
        return len(self.canon) + len(self.former) + len(self.resisted)

    def set(self, values: Mapping[str, Value]) -> None:
        """Let variables have these values, whatever the story makes of them."""
        for place, name in enumerate(self.story.variables):
            if name in values:
                self.values[place] = values[name]

    def visit(self, key: str) -> None:
        """One more entry to a scene, or pick of a choice."""
        self.visits = self.visits.set(key, self.visits.get(key, 0) + 1)

    def show(self, number: int) -> None:
        """The words of an entry are shown once more."""
        key = str(number)
        self.shown = self.shown.set(key, self.shown.get(key, 0) + 1)

    def use(self, key: str) -> None:
        """Note that a beat or storylet is being used now, for the least recently used to come first."""
        self.draws += 1
        self.used = self.used.set(key, self.draws)

    def chance(self, salt: str, sides: int) -> int:
        """A number from 0 to `sides` - 1, out of the seed and how often it was asked before."""
        self.draws += 1
        told = Draft.oracle(salt, sides) if Draft.oracle is not None else None
        return told if told is not None else draw(self.base.seed, self.draws, salt, sides)

    # Which of several texts it is this time, by its number.

    def sequence(self, key: str, count: int) -> int:
        """One after another; the last stays."""
        times = self._see(key)
        return times if times < count else count - 1

    def cycle(self, key: str, count: int) -> int:
        """One after another, and again from the first."""
        return self._see(key) % count

    def once(self, key: str, count: int) -> int:
        """One after another; `count` itself, where none is left."""
        times = self._see(key)
        return times if times < count else count

    def shuffle(self, key: str, count: int) -> int:
        """Any of them."""
        self._see(key)
        return self.chance(key, count)

    def _see(self, key: str) -> int:
        times = self.seen.get(key, 0)
        self.seen = self.seen.set(key, times + 1)
        return times

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Text that is told in here leaves no trace: told again in the next move, it is the same."""
        before = self.seen, self.shown, self.used, self.draws
        try:
            yield
        finally:
            self.seen, self.shown, self.used, self.draws = before

    def freeze(self) -> State:
        """The state after the move."""
        fields = (
            self.base.seed,
            self.number,
            self.scene,
            self.chapter,
            self.ending,
            tuple(self.values),
            self.canon,
            self.former,
            self.resisted,
            self.paid,
            self.fresh,
            self.pages,
            self.visits,
            self.seen,
            self.shown,
            self.used,
            self.returns,
            self.draws,
        )
        return tuple.__new__(State, fields)


def first_state(story: Story, seed: int) -> State:
    """The state before anything happened."""
    return State(seed=seed, turn=-1, variables=tuple(v.default for v in story.variables.values()))
