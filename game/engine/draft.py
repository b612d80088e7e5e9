"""The working copy of a state while one move is being told. It never leaves the engine."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from game.engine.chance import draw
from game.engine.state import State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from game.engine.counts import Counts
    from game.engine.state import CanonEntry, Paid, Return, TypedPage, Value
    from game.engine.turn import Passage
    from game.story.expressions import Effect
    from game.story.model import Story, Variable


class Tally:
    """Counts that are changing: what was there before, with the changes of this move over it."""

    __slots__ = ("_before", "_changes")

    def __init__(self, before: Counts) -> None:
        self._before = before
        self._changes: dict[str, int] = {}

    def __getitem__(self, key: str) -> int:
        value = self._changes.get(key)
        return self._before[key] if value is None else value

    def __setitem__(self, key: str, value: int) -> None:
        self._changes[key] = value

    def add(self, key: str) -> int:
        """One more of `key`; answers how many there were before."""
        before = self[key]
        self._changes[key] = before + 1
        return before

    def copy(self) -> Tally:
        """Another that counts on from here by itself."""
        other = Tally(self._before)
        other._changes = dict(self._changes)
        return other

    def frozen(self) -> Counts:
        """The counts as they are now."""
        return self._before.updated(self._changes)


class Draft:
    """A state that may change, and the passages told so far."""

    oracle: ClassVar[Callable[[str, int], int | None] | None] = None
    """Asked before the dice are, and believed unless it answers None: for those who enumerate chances."""

    def __init__(self, story: Story, state: State) -> None:
        self.story = story
        self.base = state
        self.scene = state.scene
        self.chapter = state.chapter
        self.ending = state.ending
        self.variables: dict[str, Value] = dict(zip(story.variables, state.variables, strict=True))
        self.canon: tuple[CanonEntry, ...] = state.canon
        self.former: tuple[CanonEntry, ...] = state.former
        self.resisted: tuple[CanonEntry, ...] = state.resisted
        self.paid: tuple[Paid, ...] = state.paid
        self.fresh: tuple[int, ...] = state.fresh
        self.pages: tuple[TypedPage, ...] = state.pages
        self.visits = Tally(state.visits)
        self.seen = Tally(state.seen)
        self.shown = Tally(state.shown)
        self.used = Tally(state.used)
        self.returns: list[Return] = list(state.returns)
        self.draws = state.draws
        self.turn = state.turn + 1
        self.passages: list[Passage] = []
        self.sky: str | None = None

    @property
    def typed_so_far(self) -> int:
        """How many claims were typed, whatever became of them."""
        return len(self.canon) + len(self.former) + len(self.resisted)

    def chance(self, salt: str, sides: int) -> int:
        """A number from 0 to `sides` - 1, out of the seed and how often it was asked before."""
        self.draws += 1
        told = Draft.oracle(salt, sides) if Draft.oracle is not None else None
        return told if told is not None else draw(self.base.seed, self.draws, salt, sides)

    def use(self, key: str) -> None:
        """Note that a beat or storylet is being used now, for the least recently used to come first."""
        self.draws += 1
        self.used[key] = self.draws

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Text that is told in here leaves no trace: told again in the next move, it is the same."""
        before = self.seen, self.shown, self.used, self.draws
        self.seen, self.shown, self.used = self.seen.copy(), self.shown.copy(), self.used.copy()
        try:
            yield
        finally:
            self.seen, self.shown, self.used, self.draws = before

    def assign(self, effects: Iterable[Effect], environment: Mapping[str, object]) -> None:
        """Carry out effects in order. Whole numbers stay within their variable's range."""
        for effect in effects:
            variable = self.story.variables[effect.variable]
            value = effect.expression.evaluate(environment)
            self.variables[variable.name] = _result(variable, self.variables[variable.name], effect.op, value)

    def freeze(self) -> State:
        """The state after the move."""
        return replace(
            self.base,
            turn=self.turn,
            scene=self.scene,
            chapter=self.chapter,
            ending=self.ending,
            variables=tuple(self.variables.values()),
            canon=self.canon,
            former=self.former,
            resisted=self.resisted,
            paid=self.paid,
            fresh=self.fresh,
            pages=self.pages,
            visits=self.visits.frozen(),
            seen=self.seen.frozen(),
            shown=self.shown.frozen(),
            used=self.used.frozen(),
            returns=tuple(self.returns),
            draws=self.draws,
        )


def _result(variable: Variable, before: Value, op: str, value: object) -> Value:
    """What an assignment leaves in the variable, whatever the expression gave."""
    if variable.type == "bool":
        return bool(value)
    if variable.type == "enum":
        return value if isinstance(value, str) and value in variable.values else before
    amount = int(value) if isinstance(value, int | float) else 0
    if op == "+=":
        amount = int(before) + amount
    elif op == "-=":
        amount = int(before) - amount
    return max(variable.minimum, min(variable.maximum, amount))


def first_state(story: Story, seed: int) -> State:
    """The state before anything happened."""
    return State(seed=seed, turn=-1, variables=tuple(v.default for v in story.variables.values()))
