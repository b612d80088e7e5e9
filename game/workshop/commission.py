"""What an explorer is asked to type: kinds of claims that a story tells apart, with sentences for each."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from game.story.expressions import Expression
from game.workshop.answering import Answering
from game.workshop.asked import askings, sources
from game.workshop.causes import Causes, compared
from game.workshop.phrases import Phrasebook
from game.workshop.places import places

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from game.reader.reader import Reader
    from game.story.model import Story
    from game.workshop.asked import Asking
    from game.workshop.kinds import Kind
    from game.workshop.phrases import Example
    from game.workshop.places import Place

Question = tuple[str, str]
"""A piece of the story (``beat:id``), and of it that it is told (``beat:id``), or a condition's number."""


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
    conditions = {
        number: place for number, place in enumerate(places(story)) if isinstance(place.what, Expression)
    }
    numbers = {id(place.what): number for number, place in conditions.items()}
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
    orders += _left_to_beats(story, book, orders)
    known = [(order, [key for _, key in order.asked_by]) for order in orders]
    orders = _for_variables(story, known + _words(story), conditions)
    return Commission(
        tuple(order for order in orders if order.sentences),
        tuple(order for order in orders if not order.sentences),
    )


def _words(story: Story) -> list[tuple[Order, list[str]]]:
    """What has to stand on a page literally, where the very words of the page are asked for."""
    pairs = dict.fromkeys(pair for source in sources(story) for pair in compared(source))
    return [
        (Order(f"the words “{string}”", _texts_with(string), frozenset({page}), ()), [f"words:{page}"])
        for page, string in pairs
    ]


def _texts_with(string: str) -> tuple[str, ...]:
    texts = (string, f"Ruby {string}", "It rained", "Ruby")
    return tuple(text for text in texts if string in text and text.strip())


def _for_variables(
    story: Story, orders: Iterable[tuple[Order, list[str]]], conditions: Mapping[int, Place]
) -> list[Order]:
    """The orders, each also for the conditions upon what is set by its keys."""
    causes = Causes(story)
    waiting: dict[str, list[Question]] = defaultdict(list)
    for number, place in conditions.items():
        source = place.what.source if isinstance(place.what, Expression) else ""
        for key in (*causes.of(source), *(f"words:{page}" for page, _ in compared(source))):
            waiting[key].append((place.spot.piece, str(number)))
    return [
        replace(
            order,
            asked_by=tuple(dict.fromkeys([*order.asked_by, *(one for key in keys for one in waiting[key])])),
        )
        for order, keys in orders
    ]


def _left_to_beats(story: Story, book: Phrasebook, orders: Iterable[Order]) -> list[Order]:
    """For each beat that others would be told before, whatever is ordered for it: what is left to it."""
    by_key = {key: order for order in orders for _, key in order.asked_by if key.startswith("beat:")}
    answering = Answering(story, book.by_aspect())
    found = []
    for beat in story.beats:
        key = f"beat:{beat.id}"
        order = by_key.get(key)
        if order is None or not order.sentences:
            continue
        if any(answering.is_first(beat, book.claims(one)) for one in order.sentences):
            continue
        by = ((key, key),)
        if texts := answering.texts(beat):
            found.append(Order(f"{order.kind} left to {beat.id}", texts, order.pages, by))
    return found


def _anywhere(kind: Kind) -> Kind:
    """The kind, wherever it is typed."""
    return replace(kind, pages=None, chapters=None)
