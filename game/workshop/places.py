"""Every condition and every set of alternative texts of a story, each with the place where it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from game.story.markup import Alternatives, Conditional, Text
from game.story.model import IfBlock, TextBlock, WithBlock

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from game.story.expressions import Expression
    from game.story.markup import Node
    from game.story.model import Block, Choice, Goto, Scene, Story


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something stands: the piece of the story (``scene:kitchen``), and which part of it."""

    where: str
    """In words: ``scene kitchen, choice leave``."""
    piece: str
    part: str = ""
    """Of a page: ``unread`` or ``blank``, if it stands in what is told then; else the piece at large."""
    under: Expression | None = None
    """The nearest condition that decides whether it is come to at all."""
    way: bool = True
    """How that has to come out."""


@dataclass(frozen=True, slots=True)
class Place:
    """A condition or a set of alternatives, and where it stands."""

    spot: Spot
    what: Expression | Alternatives

    @property
    def where(self) -> str:
        """In words: ``scene kitchen, choice leave``."""
        return self.spot.where


def places(story: Story) -> Iterator[Place]:
    """All of them, in the order of the story."""
    for scene in story.scenes.values():
        yield from _scene(scene)
    for page in story.pages.values():
        spot = Spot(f"page {page.id}", f"page:{page.id}")
        yield from _text(page.prompt, spot)
        if page.instead is not None:
            yield from _text(page.instead, spot)
        unread, blank = replace(spot, part="unread"), replace(spot, part="blank")
        yield from _blocks(page.before, spot)
        yield from _blocks(page.unread or (), unread)
        yield from _blocks(page.after, spot)
        yield from _blocks(page.blank or (), blank)
        yield from _ways(page.goto, spot)
        yield from _ways(page.blank_goto, blank)
    for beat in story.beats:
        yield from _piece(Spot(f"beat {beat.id}", f"beat:{beat.id}"), beat.condition, beat.text)
    for cost in story.costs.values():
        yield from _piece(Spot(f"cost {cost.id}", f"cost:{cost.id}"), cost.condition, cost.text)
    for ending in story.endings.values():
        yield from _blocks(ending.text, Spot(f"ending {ending.id}", f"ending:{ending.id}"))
    for consequence in story.consequences:
        spot = Spot(f"consequence {consequence.id}", f"consequence:{consequence.id}")
        yield from _condition(consequence.condition, spot)
    for resistance in story.resistances.values():
        spot = Spot(f"resistance {resistance.id}", f"resistance:{resistance.id}")
        yield from _condition(resistance.condition, spot)


def _piece(spot: Spot, condition: Expression | None, text: Iterable[Block]) -> Iterator[Place]:
    yield from _condition(condition, spot)
    yield from _blocks(text, spot if condition is None else replace(spot, under=condition))


def _scene(scene: Scene) -> Iterator[Place]:
    spot = Spot(f"scene {scene.id}", f"scene:{scene.id}")
    yield from _piece(spot, scene.condition, scene.text)
    for choice in scene.choices:
        yield from _choice(choice, replace(spot, where=f"{spot.where}, choice {choice.id}"))
    yield from _ways((*scene.goto, *(scene.deal.then if scene.deal else ())), spot)


def _choice(choice: Choice, spot: Spot) -> Iterator[Place]:
    yield from _condition(choice.condition, spot)
    shown = spot if choice.condition is None else replace(spot, under=choice.condition)
    yield from _condition(choice.needs, shown)
    yield from _text(choice.text, shown)
    if choice.otherwise is not None:
        yield from _text(choice.otherwise, replace(shown, under=choice.needs or shown.under, way=False))
    picked = replace(shown, piece=f"choice:{spot.piece.removeprefix('scene:')}.{choice.id}")
    for blocks in (choice.say, choice.forbidden):
        yield from _blocks(blocks, picked)
    yield from _ways(choice.goto, picked)


def _ways(ways: Iterable[Goto], spot: Spot) -> Iterator[Place]:
    for way in ways:
        yield from _condition(way.condition, replace(spot, where=f"{spot.where}, to {way.to}"))


def _condition(condition: Expression | None, spot: Spot) -> Iterator[Place]:
    if condition is not None:
        yield Place(spot, condition)


def _blocks(blocks: Iterable[Block], spot: Spot) -> Iterator[Place]:
    for block in blocks:
        match block:
            case TextBlock(template=template):
                yield from _text(template, spot)
            case IfBlock(condition=condition, then=then, otherwise=otherwise):
                yield Place(spot, condition)
                yield from _blocks(then, replace(spot, under=condition, way=True))
                yield from _blocks(otherwise, replace(spot, under=condition, way=False))
            case WithBlock(then=then, otherwise=otherwise):
                yield from _blocks((*then, *otherwise), spot)


def _text(text: Text, spot: Spot) -> Iterator[Place]:
    return _nodes(text.parts, spot)


def _nodes(nodes: Iterable[Node], spot: Spot) -> Iterator[Place]:
    for node in nodes:
        match node:
            case Conditional(expression=expression, yes=yes, no=no):
                yield Place(spot, expression)
                yield from _nodes(yes.parts, replace(spot, under=expression, way=True))
                yield from _nodes(no.parts, replace(spot, under=expression, way=False))
            case Alternatives(options=options):
                yield Place(spot, node)
                for option in options:
                    yield from _nodes(option.parts, spot)
