"""What the overview leaves open, looked at again: one property at a time, with only what matters to it.

Nothing of that is forgotten then. What matters is found by refinement: where a move may lead to what is
sure and to what is not, what is read on its way is looked at, too, and all is drawn again.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from game.workshop.proof.chances import Chances
from game.workshop.proof.live import Liveness
from game.workshop.proof.overview import ENDED, Overview
from game.workshop.proof.reads import Thing
from game.workshop.proof.routes import Routes
from game.workshop.proof.surveyor import BREADTH, Surveyor

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from game.engine.turn import Type
    from game.story.expressions import Effect, Expression
    from game.story.model import Goto, Scene, Story
    from game.workshop.proof.overview import Key, Way

_ROUNDS: Final = 12
"""How often what matters is looked for again."""
_ENOUGH: Final = 3
"""So many storylets that always suit are looked at together."""
_AT_ONCE: Final = 6
"""So many things at least are added to what matters, if there are as many."""
_WIDTH: Final = 4096
_MOST: Final = 20_000
"""Nodes that one drawing may have."""


class Focus:
    """Proves single properties of one story, until `time.monotonic()` is `until`."""

    def __init__(self, story: Story, said: Mapping[str, Sequence[Type]], until: float) -> None:
        self._story = story
        self._said = said
        self._until = until
        self._routes = Routes(story)
        self.drawn = 0
        """How many overviews were drawn."""
        self._standing = frozenset(self._unconditional())
        self._reads = Liveness(story, narrow=True, pages=True).reads

    def never_dry(self, scene: str) -> bool:
        """Whether there is always a storylet when that scene deals."""
        deal = self._story.scenes[scene].deal
        if deal is None:
            return True
        circle = self._leading(self._circle(scene))
        several = [self._story.scenes[id_] for id_ in self._story.decks.get(deal.deck, ())]
        always: list[frozenset[Thing]] = []
        for storylet in several:
            if self._is_countable(storylet) and len(always) < _ENOUGH:
                overview, _ = self._survey(circle | self._countable(storylet.condition))
                if storylet.id in overview.suited.get(scene, set()):
                    always.append(self._of_storylet(storylet))
        for number in range(1, len(always) + 1):
            overview, _ = self._survey(circle.union(*always[:number]))
            if overview.complete and scene not in overview.dry:
                return True
        return False

    def never_entered(self, scene: str) -> bool:
        """Whether a scene cannot be come to: no way leads there, or another storylet is always dealt."""
        for focus in self._rivals(self._story.scenes[scene]):
            overview, _ = self._survey(focus)
            if overview.complete and scene not in overview.entered:
                return True
        return False

    def stay_open(self, endings: Collection[str], scene: str) -> tuple[set[str], int]:
        """Which of these endings can be reached surely from all nodes before a scene, and how many these are.

        From each of them a player can come to the scene; and whatever was done till then, from there on to
        the ending.
        """
        nodes = self._sure_before(scene)
        return (self._go_on(endings, scene) if nodes else set()), nodes

    def _sure_before(self, scene: str) -> int:
        visited = Thing("visits", scene)
        kept = frozenset({visited})
        for _ in range(_ROUNDS):
            exact = frozenset(thing.name for thing in kept if thing.kind == "variable")
            live = Liveness(self._story, narrow=True, exact=exact, kept=frozenset({visited}))
            surveyor = Surveyor(live, BREADTH, self._until, kept=kept)
            overview, chances = self._draw(surveyor)
            ahead = chances.may_enter(scene)
            if not overview.complete or any(surveyor.layout.part(key[2], visited) for key in ahead):
                return 0
            sure = chances.can_reach(partial(_is_after, surveyor, visited))
            if ahead <= sure:
                return len(ahead)
            nearest = self._nearest(overview, sure, ahead - sure, scene)
            parting = self._what_parts(overview, sure, nearest, kept) - kept
            more = [thing for thing in parting if thing in surveyor.layout]
            if not more:
                return 0
            kept |= {min(more, key=lambda thing: (surveyor.spread[thing], thing))}
        return 0

    def _go_on(self, endings: Collection[str], scene: str) -> set[str]:
        """To which endings a player can come from a scene, in whatever state it is entered."""
        visited = Thing("visits", scene)
        focus, exact = frozenset({visited}), frozenset[str]()
        proved: set[str] = set()
        for _ in range(_ROUNDS):
            surveyor = self._surveyor(focus, exact, visited)
            overview, chances = self._draw(surveyor)
            if not overview.complete:
                return proved
            after = {key for key in overview.cases if _is_after(surveyor, visited, key)}
            entered = _entered(overview, after)
            more: frozenset[Thing] = frozenset()
            for ending in [one for one in endings if one not in proved]:
                sure = chances.can_reach(partial(_is_the_end, f"{ENDED}{ending}"))
                if entered and entered <= sure:
                    proved.add(ending)
                else:
                    more |= self._what_parts(overview, sure, after, focus) - focus
            if len(proved) == len(endings) or (not more and exact):
                return proved
            if not more:
                exact = frozenset(thing.name for thing in focus if thing.kind == "variable")
            nearest = sorted(more, key=lambda thing: (surveyor.spread[thing], thing))
            focus |= frozenset(nearest[: max(_AT_ONCE, len(more) // 2)])
        return proved

    def _nearest(
        self, overview: Overview, sure: frozenset[Key], others: frozenset[Key], scene: str
    ) -> set[Key]:
        """Of the nodes from which a move may lead to what is sure, those with the fewest scenes to go."""
        parting = {key for key in others if any(True for _ in _parting(overview, sure, {key}))}
        hops = {key: self._routes.hops(key[0]).get(scene, len(self._story.scenes)) for key in parting}
        least = min(hops.values(), default=0)
        return {key for key, number in hops.items() if number == least}

    def _what_parts(
        self, overview: Overview, sure: frozenset[Key], among: set[Key], set_: frozenset[Thing]
    ) -> frozenset[Thing]:
        """What is read by moves that may lead to what is sure, and elsewhere; also by what sets these."""
        found: frozenset[Thing] = frozenset()
        for key, way in _parting(overview, sure, among - sure):
            found |= self._of_scenes({key[0], *way.through}, set_)
        return found

    def _draw(self, surveyor: Surveyor) -> tuple[Overview, Chances]:
        self.drawn += 1
        overview = surveyor.survey()
        return overview, Chances(overview)

    def _survey(self, focus: frozenset[Thing]) -> tuple[Overview, Chances]:
        return self._draw(self._surveyor(focus, frozenset(), None))

    def _surveyor(self, focus: frozenset[Thing], exact: frozenset[str], since: Thing | None) -> Surveyor:
        kept = frozenset({since}) if since is not None else frozenset[Thing]()
        live = Liveness(self._story, narrow=True, pages=True, exact=exact, kept=kept)
        return Surveyor(
            live,
            _WIDTH,
            self._until,
            focus=focus | self._standing,
            said=self._said,
            since=since,
            most=_MOST,
        )

    def _rivals(self, scene: Scene) -> Iterator[frozenset[Thing]]:
        """What to look at so as to see that a scene cannot be entered, one thing after another."""
        circle = self._leading({scene.id, *self._leading_to(scene.id)})
        yield circle
        if scene.deck is not None:
            for id_ in self._story.decks[scene.deck]:
                rival = self._story.scenes[id_]
                if _terms(rival.condition) > _terms(scene.condition) and self._is_countable(rival):
                    yield self._of_storylet(rival)

    def _of_storylet(self, storylet: Scene) -> frozenset[Thing]:
        """What decides whether a storylet can be dealt."""
        once = {Thing("visits", storylet.id)} if storylet.once else set()
        return self._countable(storylet.condition) | once

    def _is_countable(self, storylet: Scene) -> bool:
        """Whether nothing that was typed decides that."""
        return all(thing.kind in ("variable", "visits") for thing in self._reads.of(storylet.condition))

    def _leading(self, scenes: set[str]) -> frozenset[Thing]:
        """What decides where these scenes lead on."""
        found = (way.condition for id_ in scenes for way in _ways(self._story.scenes[id_], self._story))
        return self._countable(*found)

    def _of_scenes(self, scenes: set[str], set_: frozenset[Thing]) -> frozenset[Thing]:
        """What decides where these scenes lead on, and what they set some things to."""
        found: frozenset[Thing] = frozenset()
        for id_ in scenes & self._story.scenes.keys():
            scene = self._story.scenes[id_]
            choices = (one for choice in scene.choices for one in (choice.condition, choice.needs))
            effects = (
                effect.expression
                for effect in _effects(scene, self._story)
                if Thing("variable", effect.variable) in set_
            )
            found |= self._countable(*choices, *effects)
        return found | self._leading(scenes & self._story.scenes.keys())

    def _countable(self, *expressions: Expression | None) -> frozenset[Thing]:
        return frozenset(
            thing for thing in self._reads.of(*expressions) if thing.kind in ("variable", "visits")
        )

    def _unconditional(self) -> Iterator[Thing]:
        """Of each deck that has one, a storylet that can always be dealt until it was."""
        for ids in self._story.decks.values():
            scenes = [self._story.scenes[id_] for id_ in ids]
            standing = [scene.id for scene in scenes if scene.condition is None and scene.once]
            if standing:
                yield Thing("visits", standing[0])

    def _leading_to(self, scene: str) -> set[str]:
        """The scenes that may come just before one."""
        return {
            id_
            for id_, one in self._story.scenes.items()
            if scene in {way.to for way in _ways(one, self._story)}
        }

    def _circle(self, scene: str) -> set[str]:
        """The scenes from which one can be come to, and that can come after it."""
        ahead: dict[str, set[str]] = {
            id_: {way.to for way in _ways(one, self._story)} for id_, one in self._story.scenes.items()
        }
        back: dict[str, set[str]] = {}
        for id_, several in ahead.items():
            for to in several:
                back.setdefault(to, set()).add(id_)
        return (_closure(scene, ahead) & _closure(scene, back)) | back.get(scene, set())


def _entered(overview: Overview, after: set[Key]) -> set[Key]:
    """The nodes at which a state may stand that was not among these before the move."""
    return {
        overview.meant.get(to, to)
        for key, cases in overview.cases.items()
        if key not in after
        for case in cases
        for way in case
        for to in way.to
    } & after


def _parting(overview: Overview, sure: frozenset[Key], among: set[Key]) -> Iterator[tuple[Key, Way]]:
    """The moves from these nodes that may lead to what is sure."""
    for key in among:
        for case in overview.cases[key]:
            for way in case:
                if any(overview.meant.get(to, to) in sure for to in way.to):
                    yield key, way


def _is_the_end(ending: str, key: Key) -> bool:
    return key[0] == ending


def _is_after(surveyor: Surveyor, visited: Thing, key: Key) -> bool:
    """Whether the scene was visited when a node stands."""
    return surveyor.layout.part(key[2], visited) == 1


def _closure(start: str, ways: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        for to in ways.get(waiting.pop(), set()) - found:
            found.add(to)
            waiting.append(to)
    return found


def _ways(scene: Scene, story: Story) -> Iterator[Goto]:
    """All ways out of a scene."""
    yield from scene.goto
    yield from scene.deal.then if scene.deal is not None else ()
    for choice in scene.choices:
        yield from choice.goto
    if scene.page is not None:
        yield from story.pages[scene.page].goto
        yield from story.pages[scene.page].blank_goto


def _effects(scene: Scene, story: Story) -> Iterator[Effect]:
    """All that a scene sets by itself, by its choices and by its page."""
    yield from scene.do
    for choice in scene.choices:
        yield from choice.do
    if scene.page is not None:
        yield from story.pages[scene.page].do


def _terms(condition: Expression | None) -> int:
    return condition.terms if condition is not None else 0
