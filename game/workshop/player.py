"""Somebody who plays at random, and would rather do what nobody has done yet."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from game.engine.step import begin, step
from game.engine.turn import Choose, Type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.engine.turn import Move, Turn
    from game.reader.reader import Reader
    from game.story.model import Story
    from game.workshop.coverage import Coverage
    from game.workshop.typist import Typist

MOVES = 1000
"""More moves than this without an ending, and the playthrough is taken to go round in circles."""


REFUSING = (10, 10, 10, 10, 10, 10, 40, 40, 80, 100)
"""How often, of a hundred times, a run refuses to type: most seldom, and one in ten always."""


def open_choices(story: Story, turn: Turn) -> list[str]:
    """The choices that can be picked; those that a claim forbids, if something is said to whoever tries."""
    choices = story.scenes[turn.scene].choices
    answered = {one.id for one in choices if one.forbidden and one.needs is None}
    return [one.id for one in turn.choices if one.enabled or (one.forbidden_by and one.id in answered)]


class Stuck(Exception):
    """A playthrough that cannot go on: nothing is offered, or it never ends."""


@dataclass
class Run:
    """One random playthrough: what was done, and what was shown for it."""

    seed: int
    turns: list[Turn] = field(default_factory=list)
    moves: list[Move] = field(default_factory=list)
    asked: list[set[int]] = field(default_factory=list)
    """What each turn passed, by its number (see `coverage`), if it is watched; of a branch, since it left."""

    @property
    def made(self) -> list[tuple[Turn, Move]]:
        """Each move with the turn that it was made in; also one that came to nothing."""
        return list(zip(self.turns, self.moves, strict=False))

    @property
    def words(self) -> int:
        """How many words were shown, the player's own pages not counted."""
        return sum(
            len(passage.text.split())
            for turn in self.turns
            for passage in turn.passages
            if passage.kind != "typed"
        )


class Player:
    """Plays run after run. Of the choices offered it picks among those picked least often so far.

    `refusing` is how often, of a hundred times, it takes a choice rather than type the page beside it;
    `turning`, how often it puts the page in the wrong way round. With a `typist`, the pages are theirs,
    and some runs refuse more often than others.
    """

    def __init__(  # noqa: PLR0913
        self,
        story: Story,
        reader: Reader,
        pages: Sequence[str],
        *,
        refusing: int = 15,
        turning: int = 0,
        typist: Typist | None = None,
        coverage: Coverage | None = None,
    ) -> None:
        self._story = story
        self._read = lru_cache(maxsize=4096)(reader.read)
        self._pages = pages
        self._refusing = refusing
        self._turning = turning
        self._typist = typist
        self._coverage = coverage
        self.picked: Counter[str] = Counter()
        """How often each choice was picked, by `scene.choice`, in all runs."""

    def play(self, run: Run) -> None:
        """Play from the beginning to an ending, adding to `run`. Raises Stuck, and what the story raises."""
        chance = random.Random(run.seed)
        if self._coverage is not None:
            self._coverage.asked.clear()
        if self._typist is not None:
            self._typist.begin(chance)
            self._refusing = chance.choice(REFUSING)
        self._add(run, begin(self._story, run.seed))
        while (turn := run.turns[-1]).ending is None:
            if len(run.moves) >= MOVES:
                raise Stuck(f"no ending after {MOVES} moves; it stands in {turn.scene!r}")
            move = self._move(turn, chance)
            run.moves.append(move)
            self._add(run, step(self._story, turn.state, move))

    def _add(self, run: Run, turn: Turn) -> None:
        run.turns.append(turn)
        if self._coverage is not None:
            run.asked.append(set(self._coverage.asked))
            self._coverage.asked.clear()

    def _move(self, turn: Turn, chance: random.Random) -> Move:
        choices = open_choices(self._story, turn)
        if turn.page is not None and not (choices and chance.randrange(100) < self._refusing):
            text = self._typist.page(turn.page.id, chance) if self._typist else chance.choice(self._pages)
            backwards = self._turning > 0 and chance.randrange(100) < self._turning
            return Type(text, self._read(text).claims, backwards)
        if not choices:
            raise Stuck(f"nothing can be done in {turn.scene!r}")
        fewest = min(self.picked[f"{turn.scene}.{choice}"] for choice in choices)
        picked = chance.choice([c for c in choices if self.picked[f"{turn.scene}.{c}"] == fewest])
        self.picked[f"{turn.scene}.{picked}"] += 1
        return Choose(picked)
