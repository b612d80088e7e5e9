"""What the two approximations say of each property of a story."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from game.workshop.proof.above import a_storylet_for, is_open_until
from game.workshop.proof.chances import Chances
from game.workshop.proof.overview import ENDED
from game.workshop.proof.witness import SEEDS, Witness, entries_of, guided, witness

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from game.engine.turn import Move
    from game.story.model import Story
    from game.workshop.proof.above import Above
    from game.workshop.proof.overview import Key
    from game.workshop.proof.proving import Search
    from game.workshop.proof.search import Found, Goal

Status = Literal["proved", "shown", "refuted", "open"]
_STUCK_TRIED: Final = 40


@dataclass(frozen=True, slots=True)
class Verdict:
    """A property, what is said of it, and the playthrough that shows it, if there is one."""

    property: str
    """``scene kitchen``, ``ending block``, ``no dead menu`` and so on."""
    status: Status
    why: str = ""
    witness: Witness | None = None


class Judge:
    """Holds the properties of a story against what was found."""

    def __init__(self, story: Story, above: Above, searches: Sequence[Search]) -> None:
        self._story = story
        self._above = above
        self._overview = overview = above.overview
        self._searches = searches
        self._chances = Chances(overview)
        self._at: dict[str, list[Key]] = {}
        for key in overview.cases:
            self._at.setdefault(key[0], []).append(key)
        self._all_tried = any(one.exact for one in searches)
        self.states = sum(one.found.states for one in searches)

    def verdicts(self) -> list[Verdict]:
        """All of them, in the order of the story."""
        return [
            *(self._reached(("scene", id_), id_ in self._overview.entered) for id_ in self._story.scenes),
            *(self._reached(("ending", id_), f"{ENDED}{id_}" in self._at) for id_ in self._story.endings),
            self._no_dead_menu(),
            self._nothing_fails(),
            self._an_end_in_reach(),
            *(self._not_dry(id_) for id_, scene in self._story.scenes.items() if scene.deal is not None),
            *(self._open_until(id_) for id_, one in self._story.endings.items() if one.open_until),
        ]

    def _reached(self, goal: Goal, may_be: bool) -> Verdict:
        name = " ".join(goal)
        shown = self._witness(goal)
        if shown is not None:
            return Verdict(name, "shown", f"in {len(shown.entries)} moves", shown)
        if self._overview.complete and not may_be:
            return Verdict(name, "refuted", "no way leads there that can be open")
        if goal[0] == "scene" and goal[1] in self._above.never:
            return Verdict(name, "refuted", "no way leads there that can be open when another is not")
        if self._all_tried and not self._is_found(goal):
            return Verdict(name, "refuted", "every state was tried, and none leads there")
        if self._is_found(goal):
            return Verdict(name, "open", "reached where chance is helped; no seed was found that leads there")
        return Verdict(name, "open", f"not among {self.states:,} states")

    def _no_dead_menu(self) -> Verdict:
        name = "no dead menu"
        for goal in self._goals("dead"):
            shown = self._witness(goal)
            if shown is not None:
                return Verdict(name, "refuted", f"in the scene {goal[1]} nothing can be done", shown)
        doubtful = sorted({key[0] for key in self._chances.may_be_dead()})
        if unseeded := [goal[1] for goal in self._goals("dead")]:
            return self._left_open(name, unseeded)
        if (self._overview.complete and not doubtful) or self._all_tried:
            return Verdict(
                name, "proved", f"at {len(self._overview.cases):,} nodes there is a way on for sure"
            )
        return self._left_open(name, doubtful)

    def _nothing_fails(self) -> Verdict:
        name = "no circle and no failure"
        for goal in self._goals("fails"):
            shown = self._witness(goal)
            if shown is not None:
                return Verdict(name, "refuted", goal[1], shown)
        loops = sorted(self._overview.loops)
        if unseeded := [goal[1] for goal in self._goals("fails")]:
            return self._left_open(name, unseeded)
        if (self._overview.complete and not loops) or self._all_tried:
            return Verdict(name, "proved", "no scenes lead into one another for ever")
        return self._left_open(name, loops)

    def _an_end_in_reach(self) -> Verdict:
        """From everywhere some ending can be reached: no page or menu that cannot be left for good."""
        name = "an ending in reach"
        for goal in self._goals("dead"):
            shown = self._witness(goal)
            if shown is not None:
                return Verdict(name, "refuted", f"from the scene {goal[1]} no ending can be reached", shown)
        if not self._overview.complete:
            return self._left_open(name, [])
        lost = self._lost(_is_end)
        if lost is not None:
            return Verdict(name, "refuted", f"from the scene {lost[0]} no ending can be reached", lost[1])
        sure = self._chances.can_reach(_is_end)
        doubtful = sorted({key[0] for key in self._overview.cases if key not in sure})
        if not doubtful:
            return Verdict(name, "proved", f"from each of {len(sure):,} nodes one can be reached for sure")
        return self._left_open(name, doubtful)

    def _not_dry(self, scene: str) -> Verdict:
        name = a_storylet_for(scene)
        shown = self._witness(("dry", scene))
        if shown is not None:
            return Verdict(name, "refuted", "it deals, and nothing can be dealt", shown)
        if ("dry", scene) in self._goals("dry"):
            return Verdict(name, "open", "chance may leave it without one; no seed was found that does")
        if (self._overview.complete and scene not in self._overview.dry) or self._all_tried:
            return Verdict(name, "proved", "one can always be dealt")
        if name in self._above.settled:
            return Verdict(name, "proved", self._above.settled[name])
        return Verdict(name, "open", f"there was one in each of {self.states:,} states")

    def _open_until(self, ending: str) -> Verdict:
        scene = self._story.endings[ending].open_until or ""
        name = is_open_until(ending, scene)
        if name in self._above.settled:
            return Verdict(name, "proved", self._above.settled[name])
        if not self._overview.complete:
            return self._left_open(name, [])
        is_it = f"{ENDED}{ending}"
        lost = self._lost(lambda key: key[0] == is_it, scene)
        if lost is not None:
            return Verdict(name, "refuted", f"closed in the scene {lost[0]}, before {scene}", lost[1])
        ahead = self._ahead(scene)
        sure = self._chances.can_reach(lambda key: key[0] == is_it)
        doubtful = sorted({key[0] for key in ahead if key not in sure})
        if not doubtful:
            return Verdict(name, "proved", f"from each of {len(ahead):,} nodes before it")
        return self._left_open(name, doubtful)

    def _ahead(self, scene: str) -> frozenset[Key]:
        """The nodes from which the scene may be reached by a move."""
        return self._chances.may_enter(scene)

    def _lost(self, goal: Callable[[Key], bool], before: str | None = None) -> tuple[str, Witness] | None:
        """A real state from which a goal cannot be reached, though a scene was reached from it."""
        may = self._chances.may_reach(goal)
        lost_at = {key[0] for key in self._overview.cases if key not in may}
        for one in self._searches:
            leading = _before(one.found, before) if before is not None else None
            tried = 0
            for key, number in one.found.keys.items():
                if key[0] not in lost_at or tried > _STUCK_TRIED:
                    continue
                if leading is not None and number not in leading:
                    continue
                if all(node in may for node in self._covering(key)):
                    continue
                tried += 1
                moves = one.found.moves(number)
                shown = _stands_in(self._story, one.found.seed, moves, key[0])
                if shown is not None:
                    return key[0], shown
        return None

    def _covering(self, key: Key) -> Iterator[Key]:
        """The nodes of the overview in which a state lies."""
        for node in self._at.get(key[0], ()):
            if node[1] == key[1] and _covers(node[2], key[2]):
                yield node

    def _left_open(self, name: str, doubtful: Sequence[str]) -> Verdict:
        named = f": {', '.join(doubtful[:12])}{' …' if len(doubtful) > 12 else ''}" if doubtful else ""
        return Verdict(name, "open", f"held in {self.states:,} states; not proved{named}")

    def _is_found(self, goal: Goal) -> bool:
        return any(goal in one.found.goals for one in self._searches)

    def _goals(self, kind: str) -> Iterator[Goal]:
        return (goal for one in self._searches for goal in one.found.goals if goal[0] == kind)

    def _witness(self, goal: Goal) -> Witness | None:
        """A playthrough that comes to a goal, played again from its moves."""
        for one in self._searches:
            if goal in one.aimed:
                shown = witness(self._story, *one.aimed[goal], goal)
                if shown is not None:
                    return shown
        ways = [(one.found, way) for one in self._searches for way in one.found.goals.get(goal, ())]
        for found, (parent, move) in ways:
            moves: list[Move] = [*found.moves(parent), *([move] if move is not None else [])]
            shown = witness(self._story, found.seed, moves, goal)
            if shown is not None:
                return shown
        for seed in range(SEEDS):
            for found, (parent, move) in ways[:2]:
                shown = guided(self._story, found.seed + seed, found.plan(parent, move), goal)
                if shown is not None:
                    return shown
        return None


def _is_end(key: Key) -> bool:
    return key[0].startswith(ENDED)


def _before(found: Found, scene: str) -> set[int]:
    """The states from which the scene was come to, by moves that were really made one after another."""
    leading: set[int] = set()
    for number in sorted(found.entering.get(scene, ())):
        while number not in leading:
            leading.add(number)
            number = found.nodes[number][0]  # noqa: PLW2901 (back along the moves)
    return leading


def _stands_in(story: Story, seed: int, moves: Sequence[Move], scene: str) -> Witness | None:
    try:
        entries = entries_of(story, seed, moves)
    except ValueError:
        return None
    shown = witness(story, seed, moves, ("scene", scene))
    return Witness(seed, entries) if shown is not None else None


def _covers(node: int, known: int) -> bool:
    """Whether all that a node knows is so in a state."""
    differing = node ^ known
    while differing:
        shift = (differing & -differing).bit_length() - 1 & ~7
        if node >> shift & 255 != 255:
            return False
        differing &= ~(255 << shift)
    return True
