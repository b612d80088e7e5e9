"""The under-approximation: the real engine on real states, one kept for each abstract key.

Whatever it comes to has really been come to, by the moves that it remembers. It goes on in the scene that was
gone on from least often so far, and there first with a state that has something in it not seen there yet.
"""

from __future__ import annotations

import time
from collections import Counter, deque
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final

from game.engine.draft import Draft
from game.engine.step import begin, step
from game.engine.telling import Telling
from game.engine.turn import Choose
from game.story.map import map_of
from game.workshop.uncollected import uncollected

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from game.engine.turn import Move, Turn
    from game.story.model import Story
    from game.workshop.proof.keys import Key, Keys
    from game.workshop.proof.overview import Key as Node
    from game.workshop.proof.pages import Pages

Goal = tuple[str, str]
"""What was come to: `scene` and its id, `ending`, `dry` (who dealt), `dead` (a scene), `fails` (what)."""
_OUTCOMES: Final = 24
"""Of how many outcomes of chance a move is tried, at most."""
_PAGES: Final = 10
"""How many of the classes of claims are typed from each state, beside those of the page's own conditions."""
_DUE: Final = 6
"""How much oftener a scene is gone on from that leads to what was not come to yet."""
_KEPT: Final = 4
"""How many ways to a thing are kept of those that need chance to help."""
_EVERY: Final = 2.0
"""Seconds between two reports of progress."""


@dataclass
class State:
    """A state to go on from, until it was gone on from; `helped`: whether chance was."""

    number: int
    turn: Turn | None
    helped: bool


@dataclass
class Found:
    """What came of a search."""

    seed: int
    nodes: list[tuple[int, Move | None]] = field(default_factory=list)
    """For each state the one before it, and the move that led there."""
    scenes: list[str] = field(default_factory=list)
    """The scene of each."""
    helped: list[bool] = field(default_factory=list)
    """Whether chance was helped to come to it."""
    entering: dict[str, set[int]] = field(default_factory=dict)
    """For each watched scene, the states from which a move led into it without help."""
    goals: dict[Goal, list[tuple[int, Move | None]]] = field(default_factory=dict)
    """For each thing come to, the states from which a move led there, those without help first."""
    keys: dict[Node, int] = field(default_factory=dict)
    """For each node of the overview, the first state that lies in it."""
    steps: int = 0
    exhausted: bool = False
    """Whether nothing was left to be tried."""
    sampled: bool = False
    """Whether something was tried with some of what it could have been tried with: pages, mostly."""

    def moves(self, number: int) -> list[Move]:
        """The moves that lead to a state."""
        found = []
        while number:
            number, move = self.nodes[number]
            if move is not None:
                found.append(move)
        return found[::-1]

    def plan(self, number: int, move: Move | None) -> list[tuple[str, Move]]:
        """The moves that lead to a state, and one more, each with the scene in which it is made."""
        found = []
        while move is not None:
            found.append((self.scenes[number], move))
            number, move = self.nodes[number]
        return found[::-1]

    @property
    def states(self) -> int:
        """How many states were told apart."""
        return len(self.nodes)


class Searcher:
    """Searches one story from one seed."""

    def __init__(  # noqa: PLR0913
        self,
        story: Story,
        keys: Keys,
        pages: Pages | None,
        seed: int,
        *,
        note: Callable[[Turn], Node] | None = None,
        progress: Callable[[Found], None] | None = None,
    ) -> None:
        self._story = story
        self._keys = keys
        self._pages = pages
        self._note = note
        self._progress = progress
        self.found = Found(seed)
        self._met: set[Key] = set()
        self._waiting: dict[str, tuple[deque[State], ...]] = {}
        self._gone_on: Counter[str] = Counter()
        self._values: set[tuple[str, object, object]] = set()
        self._watched = {one.open_until for one in story.endings.values() if one.open_until is not None}
        self._stood: Turn | None = None
        self._dealt: list[tuple[str, str | None]] = []
        self._asked: list[int] = []
        self.sure: set[Goal] = set()
        """What was come to without helping chance, so that the moves alone show it."""
        self._next_scenes = following_scenes(story)
        self._forced: list[int] | None = None

    @uncollected()
    def search(self, limit: int, until: float) -> Found:
        """Go on until nothing is left, `limit` states were found, or `time.monotonic()` is `until`."""
        Draft.oracle, Telling.watcher = self._decide, lambda *deal: self._dealt.append(deal)
        told = time.monotonic()
        try:
            self._reach(0, None, helped=False, tell=lambda: begin(self._story, self.found.seed))
            while (node := self._next()) is not None:
                now = time.monotonic()
                if self.found.states >= limit or now >= until:
                    return self.found
                if self._progress is not None and now - told > _EVERY:
                    self._progress(self.found)
                    told = now
                self._go_on(node)
            self.found.exhausted = True
            return self.found
        finally:
            Draft.oracle = Telling.watcher = None

    def _next(self) -> State | None:
        """A state to go on from: of a scene in turn what came from elsewhere and what stayed, old and new."""
        scenes = [scene for scene, several in self._waiting.items() if any(several)]
        if not scenes:
            return None
        scene = min(scenes, key=self._share)
        self._gone_on[scene] += 1
        turn = self._gone_on[scene]
        arrived, stayed = self._waiting[scene][:4], self._waiting[scene][4:]
        queue = next(queue for queue in (*arrived, *stayed, *arrived)[4 * (turn % 2) :] if queue)
        return queue.popleft() if turn // 2 % 2 else queue.pop()

    def _share(self, scene: str) -> float:
        """How much a scene had of its due: more is due to one that leads to what was not come to yet."""
        leads = any(("scene", one) not in self.found.goals for one in self._next_scenes[scene])
        return self._gone_on[scene] / (_DUE if leads else 1)

    def _go_on(self, node: State) -> None:
        turn = node.turn
        if turn is None:
            return
        self._stood = turn
        for move in self._moves(turn):
            self._reach(
                node.number, move, helped=node.helped, tell=partial(step, self._story, turn.state, move)
            )
        node.turn = None

    def _moves(self, turn: Turn) -> Iterator[Move]:
        scene = self._story.scenes[turn.scene]
        forbidden = {choice.id for choice in scene.choices if choice.forbidden}
        for choice in turn.choices:
            if choice.enabled or choice.id in forbidden:
                yield Choose(choice.id)
        if turn.page is not None and self._pages is not None:
            self.found.sampled |= turn.page.instead is None
            pages = self._pages.moves(scene)
            first, rest = pages[:_PAGES], pages[_PAGES:]
            yield from first
            if rest:
                start = self._gone_on[turn.scene] * _PAGES % len(rest)
                yield from (rest + rest)[start : start + min(_PAGES, len(rest))]

    def _reach(self, parent: int, move: Move | None, *, helped: bool, tell: Callable[[], Turn]) -> None:
        """Make a move as the dice fall, and then once for each outcome of the dealing that they decide."""
        self._forced = None
        for outcome in range(_OUTCOMES):
            self._asked, self._dealt = [], []
            turn = self._told(parent, move, helped or outcome > 0, tell)
            if turn is not None:
                self._add(parent, move, turn, helped or outcome > 0)
            if not self._asked:
                return
            self._forced = _following(self._forced, self._asked)
            if not self._forced:
                return
        self.found.sampled = True

    def _decide(self, salt: str, sides: int) -> int | None:
        """What chance says: at first nothing, so that the dice decide; then each outcome of dealing."""
        if not salt.startswith("deck:"):
            return None
        self._asked.append(sides)
        if self._forced is None:
            return None
        place = len(self._asked) - 1
        return self._forced[place] if place < len(self._forced) else 0

    def _told(self, parent: int, move: Move | None, helped: bool, tell: Callable[[], Turn]) -> Turn | None:
        self.found.steps += 1
        try:
            turn = tell()
        except Exception as error:  # whatever a story can do is what this is here to find
            self._goal(("fails", f"{type(error).__name__}: {error}"), parent, move, helped)
            return None
        for dealer, storylet in self._dealt:
            if storylet is None:
                self._goal(("dry", dealer), parent, move, helped)
        return turn

    def _goal(self, goal: Goal, parent: int, move: Move | None, helped: bool) -> None:
        if goal in self.sure:
            return
        several = self.found.goals.setdefault(goal, [])
        if not helped:
            self.sure.add(goal)
            several.insert(0, (parent, move))
        elif len(several) < _KEPT:
            several.append((parent, move))

    def _add(self, parent: int, move: Move | None, turn: Turn, helped: bool) -> None:
        state = turn.state
        for scene in sorted(state.visits):
            if scene in self._story.scenes and ("scene", scene) not in self.sure:
                self._goal(("scene", scene), parent, move, helped)
        if not helped and move is not None:  # what the opening enters never lay ahead
            for scene in self._watched:
                if state.visits.get(scene, 0) > (
                    self._stood.state.visits.get(scene, 0) if self._stood else 0
                ):
                    self.found.entering.setdefault(scene, set()).add(parent)
        if turn.ending is not None:
            self._goal(("ending", turn.ending.id), parent, move, helped)
            return
        if turn.page is None and not any(choice.enabled for choice in turn.choices):
            self._goal(("dead", turn.scene), parent, move, helped)
            return
        key = self._keys.key(state)
        if key in self._met:
            return
        self._met.add(key)
        number = len(self.found.nodes) if move is not None else 0
        self.found.nodes.append((parent, move))
        self.found.scenes.append(turn.scene)
        self.found.helped.append(helped)
        if self._note is not None:
            self.found.keys.setdefault(self._note(turn), number)
        node = State(number, turn, helped)
        queues = self._waiting.setdefault(turn.scene, tuple(deque() for _ in range(8)))
        stays = self._stood is not None and self._stood.scene == turn.scene
        queues[(0 if self._is_new(key) else 1) + 2 * helped + 4 * stays].append(node)

    def _is_new(self, key: Key) -> bool:
        """Whether a value in it, or what one condition reads together, was not yet seen in its scene."""
        scene, values = str(key[0]), key[2:]
        alone: list[tuple[str, object, object]] = [
            (scene, place, value) for place, value in enumerate(values)
        ]
        together = [
            (scene, places, tuple(values[one] for one in places)) for places in self._keys.together(scene)
        ]
        count = len(self._values)
        self._values.update((*alone, *together))
        return len(self._values) > count


def following_scenes(story: Story) -> dict[str, frozenset[str]]:
    """For each scene those that may come next, by way of its page or deck."""
    ways: dict[str, set[str]] = {}
    for edge in map_of(story).edges:
        ways.setdefault(edge.source, set()).add(edge.target)
    found = {}
    for id_ in story.scenes:
        reached, waiting = set(), [f"scene:{id_}"]
        while waiting:
            for target in ways.get(waiting.pop(), ()):
                if target.startswith("scene:"):
                    reached.add(target.removeprefix("scene:"))
                elif target not in reached:
                    waiting.append(target)
        found[id_] = frozenset(reached)
    return found


def _following(outcome: list[int] | None, sides: list[int]) -> list[int]:
    """The outcome that comes after this one, counting up from the last place; none after the last."""
    if outcome is None:
        return [0] * len(sides)
    digits = (outcome + [0] * len(sides))[: len(sides)]
    while digits and digits[-1] + 1 >= sides[len(digits) - 1]:
        digits.pop()
    return [*digits[:-1], digits[-1] + 1] if digits else []
