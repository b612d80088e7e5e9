"""Playing towards one thing: from the beginning, the state that is nearest to it first.

Of each state one move after another is made until one leads nearer. What is typed is what is asked for on
the way that is the nearest, and what moves numbers far.
"""

from __future__ import annotations

import ast
import heapq
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from game.engine.step import begin, step
from game.engine.turn import Choose, Type
from game.workshop.kinds import Kind, kinds_in
from game.workshop.proof.distance import Distance
from game.workshop.proof.reads import tree_of
from game.workshop.uncollected import uncollected

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from game.engine.turn import Move, Turn
    from game.reader.reader import Reader
    from game.story.model import Page, Story
    from game.workshop.phrases import Phrasebook
    from game.workshop.proof.distance import Leaf
    from game.workshop.proof.keys import Key, Keys
    from game.workshop.proof.search import Goal

_SEEDS: Final = 4
"""From so many seeds at once."""
_ASKED: Final = 2
"""So many sentences of each kind that is asked for."""
_PAGES: Final = 24
"""So many pages are typed in one state, at most."""
NEUTRAL: Final = ("asdf jkl", "Ruby sings.", "")
"""Words that claim nothing, that claim little, and none."""


@dataclass(slots=True)
class Stand:
    """A state that was come to: from which seed, by which moves, and what can still be tried from it."""

    seed: int
    turn: Turn
    before: Stand | None
    move: Move | None
    far: float
    left: Iterator[Move]

    def moves(self) -> list[Move]:
        """The moves that lead here."""
        found: list[Move] = []
        here: Stand | None = self
        while here is not None:
            found += [here.move] if here.move is not None else []
            here = here.before
        return found[::-1]


class Aim:
    """Plays towards scenes and endings of one story."""

    def __init__(
        self,
        story: Story,
        keys: Keys,
        said: Mapping[str, Sequence[Type]],
        words: tuple[Reader, Phrasebook] | None,
        seed: int,
    ) -> None:
        self._story = story
        self._keys = keys
        self._said = said
        self._words = words
        self._seed = seed
        self._distance = Distance(story)
        self._typed: dict[str, Type] = {}
        self.found: dict[Goal, tuple[int, list[Move]]] = {}
        """For each thing come to, the seed and the moves that led there; also what was only passed."""
        self.steps = 0

    @uncollected()
    def at(self, goal: Goal, limit: int, until: float) -> bool:
        """Play towards a goal, `limit` moves at most; whether it was come to."""
        goals = self._scenes_of(goal)
        waiting: list[tuple[float, int, Stand]] = []
        met: dict[Key, float] = {}
        for number in range(_SEEDS):
            seed = self._seed + number
            self._put(waiting, met, Stand(seed, begin(self._story, seed), None, None, 0, iter(())), goals)
        last = self.steps + limit
        while waiting and goal not in self.found and self.steps < last and time.monotonic() < until:
            _, order, stand = heapq.heappop(waiting)
            for move in stand.left:
                nearer = self._make(stand, move, waiting, met, goals)
                if nearer or goal in self.found or self.steps >= last:
                    heapq.heappush(waiting, (stand.far, order, stand))
                    break
        return goal in self.found

    def _make(
        self,
        stand: Stand,
        move: Move,
        waiting: list[tuple[float, int, Stand]],
        met: dict[Key, float],
        goals: frozenset[str],
    ) -> bool:
        """Make a move; whether it leads nearer."""
        self.steps += 1
        try:
            turn = step(self._story, stand.turn.state, move)
        except (ValueError, RuntimeError):
            return False
        there = Stand(stand.seed, turn, stand, move, 0, iter(()))
        self._note(there, stand.turn)
        if turn.ending is not None:
            return False
        return self._put(waiting, met, there, goals) and there.far < stand.far

    def _put(
        self,
        waiting: list[tuple[float, int, Stand]],
        met: dict[Key, float],
        stand: Stand,
        goals: frozenset[str],
    ) -> bool:
        """Let it wait, unless a state with the same key that is as near did; whether it waits."""
        far, leaves = self._distance.to(goals, stand.turn.state)
        key = self._keys.key(stand.turn.state)
        if met.get(key, far + 1) <= far:
            return False
        met[key] = stand.far = far
        stand.left = self._moves(stand.turn, leaves)
        heapq.heappush(waiting, (far, -self.steps, stand))
        return True

    def _note(self, stand: Stand, before: Turn) -> None:
        state = stand.turn.state
        goals: list[Goal] = [
            ("scene", scene)
            for scene in sorted(state.visits)
            if not before.state.visits.get(scene, 0) and scene in self._story.scenes
        ]
        if stand.turn.ending is not None:
            goals.append(("ending", stand.turn.ending.id))
        for goal in goals:
            if goal not in self.found:
                self.found[goal] = stand.seed, stand.moves()

    def _scenes_of(self, goal: Goal) -> frozenset[str]:
        kind, name = goal
        if kind == "scene":
            return frozenset({name})
        return frozenset(id_ for id_, scene in self._story.scenes.items() if scene.ending == name)

    def _moves(self, turn: Turn, leaves: Sequence[Leaf]) -> Iterator[Move]:
        if turn.page is not None:
            scene = self._story.scenes[turn.scene]
            page = self._story.pages[turn.page.id]
            asked = list(dict.fromkeys(self._asked(leaves, page)))[:_PAGES]
            yield from (self._type(text) for text in asked)
            yield from self._choices(turn)
            yield from (self._type(text) for text in NEUTRAL if page.instead is None or text)
            yield from self._said.get(scene.id, ()) if leaves else ()
        else:
            yield from self._choices(turn)

    @staticmethod
    def _choices(turn: Turn) -> Iterator[Move]:
        return (Choose(choice.id) for choice in turn.choices if choice.enabled)

    def _type(self, text: str) -> Type:
        if text not in self._typed:
            claims = self._words[0].read(text).claims if self._words is not None else ()
            self._typed[text] = Type(text, claims)
        return self._typed[text]

    def _asked(self, leaves: Iterable[Leaf], page: Page) -> Iterator[str]:
        """What can be typed on a page to make so what is not so yet."""
        if self._words is None or page.instead is not None:
            return
        book = self._words[1]
        for node, *_ in leaves:
            for source in self._sources(node, page):
                yield from _quoted(tree_of(source))
                for kind in kinds_in(source, {}):
                    if kind.pages is None or page.id in kind.pages:
                        yield from book.sentences(kind)[:_ASKED]
            for name in _names(node):
                for pattern_of in self._answering(name, page):
                    yield from book.sentences(pattern_of)[:_ASKED]

    def _sources(self, node: ast.expr, page: Page) -> Iterator[str]:
        """What decides on a part of a condition when the page is typed."""
        yield ast.unparse(node)
        for name in _names(node):
            variable = self._story.variables.get(name)
            if variable is not None:
                yield from (way.condition.source for way in variable.derived if way.condition is not None)
                yield from (one.expression.source for one in page.do if one.variable == name)

    def _answering(self, name: str, page: Page) -> Iterator[Kind]:
        """What is typed so that a variable is set."""
        for rule in self._story.consequences:
            if any(effect.variable == name for effect in rule.do):
                yield Kind(rule.pattern)
        for beat in self._story.beats_by_place.get(page.beats or "", ()):
            if any(effect.variable == name for effect in beat.do):
                yield Kind(beat.pattern)


def _names(node: ast.expr) -> Iterator[str]:
    return (one.id for one in ast.walk(node) if isinstance(one, ast.Name))


def _quoted(node: ast.expr) -> Iterator[str]:
    """The texts that the words of a page are compared with."""
    for one in ast.walk(node):
        if isinstance(one, ast.Compare) and any(
            isinstance(part, ast.Name) and part.id == "words" for part in ast.walk(one)
        ):
            called = {id(arg) for part in ast.walk(one) if isinstance(part, ast.Call) for arg in part.args}
            for part in ast.walk(one):
                if isinstance(part, ast.Constant) and isinstance(part.value, str) and id(part) not in called:
                    yield part.value
