"""How scenes lead to scenes, and what must be so for that: a guide for searches, not a proof."""

from __future__ import annotations

import ast
from collections import deque
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from game.story.model import RETURN
from game.workshop.proof.reads import tree_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from game.story.expressions import Effect, Expression
    from game.story.model import Goto, Scene, Story

Term = tuple[ast.expr, bool]
"""A condition, and how it must come out."""


@dataclass(frozen=True, slots=True, eq=False)
class Route:
    """A way from one scene to another."""

    source: str
    target: str
    terms: tuple[Term, ...]


class Routes:
    """The routes of one story."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._dealers = [scene for scene in story.scenes.values() if scene.deal is not None]
        self.out: dict[str, tuple[Route, ...]] = {
            id_: tuple(self._of(scene)) for id_, scene in story.scenes.items()
        }
        self.hops = cache(self._hops)
        """From a scene, in how many routes each other can be come to at best."""

    def _of(self, scene: Scene) -> Iterator[Route]:
        yield from self._by(scene, scene.goto, ())
        for choice in scene.choices:
            terms = (*_so(choice.condition), *_so(choice.needs), *_so(choice.forbid, wanted=False))
            yield from self._by(scene, choice.goto, terms)
        if scene.page is not None:
            page = self._story.pages[scene.page]
            yield from self._by(scene, page.goto, ())
            yield from self._by(scene, page.blank_goto, ())
        if scene.deal is not None:
            for id_ in self._story.decks.get(scene.deal.deck, ()):
                yield Route(scene.id, id_, tuple(_so(self._story.scenes[id_].condition)))
            yield from self._by(scene, scene.deal.then, ())
        elif scene.deck is not None and not scene.goto and not scene.choices:
            yield from self._back(scene, ())

    def _by(self, scene: Scene, ways: Sequence[Goto], terms: tuple[Term, ...]) -> Iterator[Route]:
        for way in ways:
            needed = (*terms, *_so(way.condition))
            if way.to == RETURN:
                yield from self._back(scene, needed)
            else:
                yield Route(scene.id, way.to, needed)
            terms = (*terms, *_so(way.condition, wanted=False))

    def _back(self, scene: Scene, terms: tuple[Term, ...]) -> Iterator[Route]:
        decks = self._decks_of(scene)
        for dealer in self._dealers:
            if dealer.deal is not None and dealer.deal.deck in decks:
                yield from (Route(scene.id, way.to, terms) for way in dealer.deal.then)

    def _decks_of(self, scene: Scene) -> set[str]:
        """The decks of the storylets that a scene belongs to."""
        decks, waiting, seen = set[str](), [scene.id], {scene.id}
        while waiting:
            here = self._story.scenes[waiting.pop()]
            if here.deck is not None:
                decks.add(here.deck)
                continue
            before = [one for one in self._story.scenes.values() if here.id in _targets(one, self._story)]
            waiting += [one.id for one in before if one.id not in seen]
            seen |= {one.id for one in before}
        return decks

    def _hops(self, start: str) -> dict[str, int]:
        found = {start: 0}
        waiting = deque([start])
        while waiting:
            here = waiting.popleft()
            for route in self.out.get(here, ()):
                if route.target not in found:
                    found[route.target] = found[here] + 1
                    waiting.append(route.target)
        return found


def _targets(scene: Scene, story: Story) -> set[str]:
    pages = (story.pages[scene.page],) if scene.page is not None else ()
    ways = [*scene.goto, *(way for choice in scene.choices for way in choice.goto)]
    ways += [way for page in pages for way in (*page.goto, *page.blank_goto)]
    return {way.to for way in ways}


def setters(story: Story) -> dict[str, list[tuple[str, Effect]]]:
    """For each variable, the scenes where something may be done to it, and what."""
    found: dict[str, list[tuple[str, Effect]]] = {}

    def note(scenes: Iterable[str], effects: Iterable[Effect]) -> None:
        for effect in effects:
            found.setdefault(effect.variable, []).extend((scene, effect) for scene in scenes)

    typing = [id_ for id_, scene in story.scenes.items() if scene.page is not None]
    for does in (*(one.do for one in story.consequences), *(one.do for one in story.resistances.values())):
        note(typing, does)
    for id_, scene in story.scenes.items():
        note([id_], scene.do)
        for choice in scene.choices:
            note([id_], choice.do)
        if scene.page is not None:
            page = story.pages[scene.page]
            note([id_], page.do)
            for beat in story.beats_by_place.get(page.beats or "", ()):
                note([id_], beat.do)
    return found


def _so(condition: Expression | None, *, wanted: bool = True) -> Iterator[Term]:
    if condition is not None:
        yield tree_of(condition.source), wanted
