"""Every condition and every set of alternative texts of a story, each with the place where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.story.markup import Alternatives, Conditional, Text
from game.story.model import IfBlock, TextBlock, WithBlock

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from game.story.expressions import Expression
    from game.story.markup import Node
    from game.story.model import Block, Choice, Goto, Scene, Story


@dataclass(frozen=True, slots=True)
class Place:
    """A condition or a set of alternatives, and where it stands: ``scene kitchen, choice leave``."""

    where: str
    what: Expression | Alternatives


def places(story: Story) -> Iterator[Place]:
    """All of them, in the order of the story."""
    for scene in story.scenes.values():
        yield from _scene(scene)
    for page in story.pages.values():
        where = f"page {page.id}"
        yield from _text(page.prompt, where)
        if page.instead is not None:
            yield from _text(page.instead, where)
        for blocks in (page.before, page.unread or (), page.after, page.blank or ()):
            yield from _blocks(blocks, where)
        yield from _ways((*page.goto, *page.blank_goto), where)
    for beat in story.beats:
        yield from _piece(f"beat {beat.id}", beat.condition, beat.text)
    for cost in story.costs.values():
        yield from _piece(f"cost {cost.id}", cost.condition, cost.text)
    for ending in story.endings.values():
        yield from _blocks(ending.text, f"ending {ending.id}")
    for consequence in story.consequences:
        yield from _condition(consequence.condition, f"consequence {consequence.id}")
    for resistance in story.resistances.values():
        yield from _condition(resistance.condition, f"resistance {resistance.id}")


def _piece(where: str, condition: Expression | None, text: Iterable[Block]) -> Iterator[Place]:
    yield from _condition(condition, where)
    yield from _blocks(text, where)


def _scene(scene: Scene) -> Iterator[Place]:
    where = f"scene {scene.id}"
    yield from _piece(where, scene.condition, scene.text)
    for choice in scene.choices:
        yield from _choice(choice, f"{where}, choice {choice.id}")
    yield from _ways((*scene.goto, *(scene.deal.then if scene.deal else ())), where)


def _choice(choice: Choice, where: str) -> Iterator[Place]:
    yield from _condition(choice.condition, where)
    yield from _condition(choice.needs, where)
    yield from _text(choice.text, where)
    if choice.otherwise is not None:
        yield from _text(choice.otherwise, where)
    for blocks in (choice.say, choice.forbidden):
        yield from _blocks(blocks, where)
    yield from _ways(choice.goto, where)


def _ways(ways: Iterable[Goto], where: str) -> Iterator[Place]:
    for way in ways:
        yield from _condition(way.condition, f"{where}, to {way.to}")


def _condition(condition: Expression | None, where: str) -> Iterator[Place]:
    if condition is not None:
        yield Place(where, condition)


def _blocks(blocks: Iterable[Block], where: str) -> Iterator[Place]:
    for block in blocks:
        match block:
            case TextBlock(template=template):
                yield from _text(template, where)
            case IfBlock(condition=condition, then=then, otherwise=otherwise):
                yield Place(where, condition)
                yield from _blocks((*then, *otherwise), where)
            case WithBlock(then=then, otherwise=otherwise):
                yield from _blocks((*then, *otherwise), where)


def _text(text: Text, where: str) -> Iterator[Place]:
    return _nodes(text.parts, where)


def _nodes(nodes: Iterable[Node], where: str) -> Iterator[Place]:
    for node in nodes:
        match node:
            case Conditional(expression=expression, yes=yes, no=no):
                yield Place(where, expression)
                yield from _nodes((*yes.parts, *no.parts), where)
            case Alternatives(options=options):
                yield Place(where, node)
                for option in options:
                    yield from _nodes(option.parts, where)
