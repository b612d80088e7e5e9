"""What an explorer is asked to type: kinds of claims that a story tells apart, with sentences for each."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from game.story.expressions import Expression
from game.workshop.asked import askings
from game.workshop.phrases import Phrasebook
from game.workshop.places import places

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.reader.reader import Reader
    from game.story.model import Story
    from game.workshop.asked import Asking
    from game.workshop.kinds import Kind
    from game.workshop.phrases import Example

Question = tuple[str, str]
"""A part of the story (``beats:id``), and of it that it is told (``beat:id``), or a condition's number."""


@dataclass(frozen=True, slots=True)
class Order:
    """A kind that something asks for, where it is to be typed, and in which words it can be."""

    kind: str
    sentences: tuple[str, ...]
    pages: frozenset[str] | None
    """None: on any page."""
    asked_by: tuple[Question, ...]
    """What asks for it."""


@dataclass(frozen=True, slots=True)
class Commission:
    """All orders that can be carried out, and the kinds that the reader could not be made to read."""

    orders: tuple[Order, ...] = ()
    unsayable: tuple[Order, ...] = ()


def commission(story: Story, reader: Reader, examples: Iterable[Example]) -> Commission:
    """What is to be typed for the story, in words that the reader reads so."""
    numbers = {
        id(place.what): n for n, place in enumerate(places(story)) if isinstance(place.what, Expression)
    }
    asked: dict[tuple[Kind, frozenset[str] | None], list[Asking]] = defaultdict(list)
    for asking in askings(story, lambda expression: numbers.get(id(expression))):
        for kind in asking.kinds:
            asked[kind, asking.pages].append(asking)
    book = Phrasebook(reader, examples)
    said = {kind: book.sentences(kind) for kind in dict.fromkeys(_anywhere(kind) for kind, _ in asked)}
    orders = [
        Order(
            str(kind),
            said[_anywhere(kind)],
            pages,
            tuple(dict.fromkeys((one.piece, one.key) for one in by if one.key)),
        )
        for (kind, pages), by in asked.items()
    ]
    return Commission(
        tuple(order for order in orders if order.sentences),
        tuple(order for order in orders if not order.sentences),
    )


def _anywhere(kind: Kind) -> Kind:
    """The kind, wherever it is typed."""
    return replace(kind, pages=None, chapters=None)
