"""Live-variable analysis: what of a state anything after a scene can read, as far as it steers the story.

Text steers nothing, so what only text reads is not live. Read backwards: what a condition reads is live
before it; what an effect sets is not live before it, and what it computes that from is live only if
the result is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.story.model import RETURN
from game.workshop.proof.parts import Parts
from game.workshop.proof.reads import Reads, Thing
from game.workshop.proof.sides import Side, Sides

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from game.story.expressions import Effect, Expression
    from game.story.model import Choice, Goto, Page, Scene, Story

Live = frozenset[Thing]
_NOTHING: Live = frozenset()


class Liveness:
    """What is live on entering each scene, where each asks the player, and where each deals.

    `narrow`: only what decides where choices and scenes lead; and what is dealt; what a beat or a
    claim does and whether it is resisted are left open. `pages`: how often pages were typed is looked at,
    too, and what decides whether a claim takes. `exact`: numbers that are told apart one by one. `kept`:
    what is live everywhere.
    """

    def __init__(
        self,
        story: Story,
        *,
        narrow: bool = False,
        pages: bool = False,
        exact: frozenset[str] = frozenset(),
        kept: Live = _NOTHING,
    ) -> None:
        self.story = story
        self._narrow = narrow
        self._pages = pages
        self.reads = Reads(story, pages=pages)
        self.sides = Sides(story)
        self.entering: dict[str, Live] = dict.fromkeys(story.scenes, _NOTHING)
        self.asking: dict[str, Live] = dict.fromkeys(story.scenes, _NOTHING)
        self.dealing: dict[str, Live] = dict.fromkeys(story.scenes, _NOTHING)
        self.steering = tuple(dict.fromkeys(self._steering()))
        self.parts = Parts(story, self.steering, exact)
        self._dealers: dict[str, list[str]] = {}
        for scene in story.scenes.values():
            if scene.deal is not None:
                self._dealers.setdefault(scene.deal.deck, []).append(scene.id)
        self._solve()
        for by in (self.entering, self.asking, self.dealing):
            by.update((scene, things | kept) for scene, things in by.items())

    @property
    def leading(self) -> tuple[Expression, ...]:
        """The conditions of all choices and ways."""
        ways = [way for page in self.story.pages.values() for way in (*page.goto, *page.blank_goto)]
        found = []
        for scene in self.story.scenes.values():
            ways += [*scene.goto, *(scene.deal.then if scene.deal else ())]
            ways += [way for choice in scene.choices for way in choice.goto]
            found += [one for choice in scene.choices for one in (choice.condition, choice.needs)]
        found += [way.condition for way in ways]
        return tuple(one for one in found if one is not None)

    def _solve(self) -> None:
        order = list(self.story.scenes.values())[::-1]
        changed = True
        while changed:
            changed = False
            for scene in order:
                dealing, asking = self._deal(scene), self._ask(scene)
                entering = self._enter(scene, dealing, asking)
                before = self.dealing[scene.id], self.asking[scene.id], self.entering[scene.id]
                if before != (dealing, asking, entering):
                    changed = True
                    self.dealing[scene.id], self.asking[scene.id] = dealing, asking
                    self.entering[scene.id] = entering

    def _enter(self, scene: Scene, dealing: Live, asking: Live) -> Live:
        after = dealing | asking
        if scene.goto:
            after |= self._ways(scene.goto, scene)
        elif scene.deck is not None and scene.deal is None and scene.page is None:
            after |= self._returning(scene)
        after = self._side(self.sides.of_text(scene.text), after)
        after = self._effects(scene.do, after)
        return self._visit(scene.id, after)

    def _deal(self, scene: Scene) -> Live:
        if scene.deal is None:
            return _NOTHING
        found = self.reads.of_deck(scene.deal.deck) | self._ways(scene.deal.then, scene)
        return found.union(*(self.entering[id_] for id_ in self.story.decks.get(scene.deal.deck, ())))

    def _ask(self, scene: Scene) -> Live:
        found: Live = _NOTHING
        if scene.page is not None:
            found |= self._page(self.story.pages[scene.page], scene)
        for choice in scene.choices:
            found |= self._choice(choice, scene)
        return found

    def _choice(self, choice: Choice, scene: Scene) -> Live:
        staying = self.asking[scene.id]
        after = self._ways(choice.goto, scene) if choice.goto else staying
        after = self._effects(choice.do, self._side(self.sides.of_text(choice.say), after))
        after = self._visit(f"{scene.id}.{choice.id}", after)
        if choice.forbidden:
            after |= self._side(self.sides.of_text(choice.forbidden), staying)
        if choice.once:
            after |= {Thing("visits", f"{scene.id}.{choice.id}")}
        forbidding = self.reads.of(choice.forbid)
        if not self._narrow:  # of what was typed there is too much that forbids to keep all of it apart
            forbidding = frozenset(thing for thing in forbidding if thing.kind != "typed")
        return after | self.reads.of(choice.condition, choice.needs) | forbidding

    def _page(self, page: Page, scene: Scene) -> Live:
        staying = self.asking[scene.id]
        on = self._ways(page.goto, scene) if page.goto else staying
        typed = self._effects(page.do, self._side(self.sides.of_page(page), on))
        if page.instead is None:
            typed = self._side(self.sides.of_claims(), typed)
            resisting = self.reads.of(*(one.condition for one in self.story.resistances.values()))
            if not self._narrow:
                typed |= resisting
            elif self._pages:
                typed |= {thing for thing in resisting if thing.kind == "visits"}
        blank = on if page.optional else staying
        if page.blank_goto:
            blank = self._ways(page.blank_goto, scene)
        return typed | self._side(self.sides.of_text(page.blank or ()), blank)

    def _ways(self, ways: Sequence[Goto], scene: Scene) -> Live:
        found: Live = _NOTHING
        for way in ways:
            found |= self.reads.of(way.condition)
            found |= self._returning(scene) if way.to == RETURN else self.entering[way.to]
        if not ways or ways[-1].condition is not None:
            found |= self.asking[scene.id]
        return found

    def _returning(self, scene: Scene) -> Live:
        """What is live where a storylet ends: in the scenes that may have dealt it."""
        dealers = self._dealers.get(scene.deck or "", [id_ for ids in self._dealers.values() for id_ in ids])
        return _NOTHING.union(*(self.dealing[id_] for id_ in dealers), self.asking[scene.id])

    def _visit(self, key: str, after: Live) -> Live:
        """Before something is counted: where it is only asked whether there was any, that is settled."""
        thing = Thing("visits", key)
        return after - {thing} if thing in after and len(self.parts.of(thing)) <= 2 else after

    def _effects(self, effects: Sequence[Effect], after: Live) -> Live:
        for effect in reversed(effects):
            thing = Thing("variable", effect.variable)
            if thing in after:
                if effect.op == "=":
                    after -= {thing}
                after |= self.reads.of(effect.expression)
        return after

    def _side(self, sides: Iterable[Side], after: Live) -> Live:
        """Before effects that may happen, in any order and number: they settle nothing."""
        waiting = [] if self._narrow else list(sides)
        grown = True
        while grown:
            grown = False
            for side in list(waiting):
                live = [one for one in side.effects if Thing("variable", one.variable) in after]
                if live:
                    waiting.remove(side)
                    after |= self.reads.of(*side.conditions, *(one.expression for one in live))
                    grown = True
        return after

    def _steering(self) -> Iterable[str]:
        """The sources of all expressions that can steer the story."""
        story = self.story
        if not self._narrow:
            yield from _sources(one.condition for one in story.consequences)
            yield from _sources(one.condition for one in story.resistances.values())
        yield from _sources(one.condition for one in story.circumstances.values())
        for ways in (
            *(one.derived for one in story.variables.values()),
            *(one.own for one in story.facets.values()),
        ):
            yield from _sources(way.condition for way in ways)
        for scene in story.scenes.values():
            yield from _sources(self._of_scene(scene))
        for page in story.pages.values():
            yield from _sources(one.condition for one in (*page.goto, *page.blank_goto))
            if not self._narrow:
                yield from _of_effects(page.do)
                yield from self._of_sides(self.sides.of_page(page))
                yield from self._of_sides(self.sides.of_text(page.blank or ()))
        if not self._narrow:
            yield from self._of_sides(self.sides.of_claims())

    def _of_scene(self, scene: Scene) -> Iterable[Expression | str | None]:
        yield scene.condition
        yield from (way.condition for way in (*scene.goto, *(scene.deal.then if scene.deal else ())))
        for choice in scene.choices:
            yield from (choice.condition, choice.needs, choice.forbid)
            yield from (way.condition for way in choice.goto)
        if self._narrow:
            return
        yield from _of_effects(scene.do)
        yield from self._of_sides(self.sides.of_text(scene.text))
        for choice in scene.choices:
            yield from _of_effects(choice.do)
            yield from self._of_sides(self.sides.of_text((*choice.say, *choice.forbidden)))

    @staticmethod
    def _of_sides(sides: Iterable[Side]) -> Iterable[str]:
        for side in sides:
            yield from _sources(side.conditions)
            yield from _of_effects(side.effects)


def _sources(expressions: Iterable[Expression | str | None]) -> Iterable[str]:
    for one in expressions:
        if one is not None:
            yield one if isinstance(one, str) else one.source


def _of_effects(effects: Iterable[Effect]) -> Iterable[str]:
    return (effect.expression.source for effect in effects)
