"""Everything in a story that hangs on what was typed, with the kinds of claims that it tells apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from game.story.expressions import Effect, Expression
from game.story.markup import Alternatives, Conditional, Show, Text
from game.story.model import Beat, BeatsBlock, Consequence, Cost, Resistance, WithBlock
from game.workshop.kinds import Kind, kind_answered, kinds_called, kinds_in, names_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from game.story.model import Story

Names = Mapping[str, tuple[Kind, ...]]
_SECTIONS: Final = {
    "scenes": "scene", "pages": "page", "beats": "beat", "costs": "cost", "endings": "ending",
    "consequences": "consequence", "resistances": "resistance", "circumstances": "circumstance",
    "variables": "variable", "facets": "facet", "people": "person",
}  # fmt: skip
"""The parts of a story, and what a piece of each is called."""

_ANSWERS: Final = (Beat, Cost, Consequence, Resistance)
"""What is about claims of a pattern."""
_COUNTED: Final = frozenset({"index", "total"})


@dataclass(frozen=True, slots=True)
class Asking:
    """Kinds that one thing tells apart: `key` is ``beat:id``, ``cost:id`` or a condition's number."""

    key: str
    kinds: tuple[Kind, ...]
    piece: str
    """The scene, page, beat or other part that it stands in: ``scene:kitchen``."""
    pages: frozenset[str] | None = None
    """The pages on which they are asked for; None for all."""


def askings(story: Story, number_of: Callable[[Expression], int | None]) -> Iterator[Asking]:
    """All of them, in the order of the story. `number_of` gives the number of a condition."""
    for section, called in _SECTIONS.items():
        held = getattr(story, section)
        for one in held.values() if isinstance(held, Mapping) else held:
            yield from _Walk(story, number_of, one, called).whole()


def sources(story: Story) -> Iterator[str]:
    """Every expression in what can be told, asked or done."""
    waiting: list[Any] = [getattr(story, section) for section in _SECTIONS]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Expression):
            yield one.source
        elif isinstance(one, Text):
            waiting += one.parts
        elif isinstance(one, Mapping):
            waiting += one.values()
        elif isinstance(one, tuple):
            waiting += one
        elif is_dataclass(one):
            waiting += (getattr(one, field.name) for field in fields(one))


class _Walk:
    """One piece of the story, with where it is asked."""

    def __init__(
        self, story: Story, number_of: Callable[[Expression], int | None], piece: Any, called: str
    ) -> None:
        self._id = f"{called}:{getattr(piece, 'id', getattr(piece, 'name', ''))}"
        self._number_of = number_of
        self._variables = story.variables
        self._piece = piece
        self._pages = _pages_of(story, piece)
        self._chapters: dict[str, set[str]] = {}
        for scene in story.scenes.values():
            if scene.page is not None:
                self._chapters.setdefault(scene.chapter, set()).add(scene.page)

    def whole(self) -> Iterator[Asking]:
        """What the piece asks, itself and in its texts."""
        names: Names = {}
        if isinstance(self._piece, _ANSWERS):
            names = {"it": (Kind(self._piece.pattern),)}
            condition = self._piece.condition
            kind = kind_answered(self._piece.pattern, condition.source if condition is not None else None)
            yield Asking(
                f"{type(self._piece).__name__.lower()}:{self._piece.id}", (kind,), self._id, self._pages
            )
        yield from self._inside(self._piece, names)

    def _inside(self, value: Any, names: Names) -> Iterator[Asking]:
        match value:
            case Expression():
                yield from self._asked(value, kinds_in(value.source, names))
            case Text():
                yield from self._each(value.parts, names)
            case Show(expression) | Effect(expression=expression) | BeatsBlock(claims=expression):
                yield from self._asked(expression, kinds_called(expression.source))
            case Conditional(expression, yes, no):
                yield from self._asked(expression, kinds_in(expression.source, names))
                yield from self._each((*yes.parts, *no.parts), names)
            case Alternatives(options=options):
                for option in options:
                    yield from self._each(option.parts, names)
            case WithBlock(bindings=bindings, then=then, otherwise=otherwise):
                bound = dict(names)
                for name, expression in bindings:
                    kinds = tuple(dict.fromkeys(kinds_called(expression.source)))
                    yield from self._asked(expression, kinds)
                    bound[name] = kinds
                yield from self._each(then, bound)
                yield from self._each(otherwise, names)
            case tuple():
                yield from self._each(value, names)
            case _ if is_dataclass(value):
                yield from self._each((getattr(value, field.name) for field in fields(value)), names)

    def _each(self, values: Iterable[Any], names: Names) -> Iterator[Asking]:
        for value in values:
            yield from self._inside(value, names)

    def _asked(self, expression: Expression, kinds: Iterable[Kind]) -> Iterator[Asking]:
        number = self._number_of(expression)
        key = str(number) if number is not None else ""
        found: dict[frozenset[str] | None, list[Kind]] = {}
        own = self._own(expression) if key and isinstance(self._piece, _ANSWERS) else ()
        for kind in dict.fromkeys((*own, *kinds, *self._derived(expression))):
            found.setdefault(self._where(kind), []).append(kind)
        for pages, those in found.items():
            yield Asking(key, tuple(those), self._id, pages)

    def _own(self, expression: Expression) -> Iterator[Kind]:
        """What the piece answers; and any of that aspect, where it matters how many there are of it."""
        pattern = self._piece.pattern
        yield Kind(pattern)
        if _COUNTED & set(names_in(expression.source)):
            yield Kind(replace(pattern, value=None, degree=None, time=None, object=None))

    def _derived(self, expression: Expression) -> Iterator[Kind]:
        """What the derived variables hang on of which an expression asks."""
        for name in names_in(expression.source):
            variable = self._variables.get(name)
            ways = variable.derived if variable is not None else ()
            named = [way for way in ways if repr(way.value) in expression.source]
            for way in named or ways:
                if way.condition is not None:
                    yield from kinds_in(way.condition.source, {})

    def _where(self, kind: Kind) -> frozenset[str] | None:
        if kind.pages is not None:
            return kind.pages
        if kind.chapters is not None:
            return frozenset().union(*(self._chapters.get(chapter, set()) for chapter in kind.chapters))
        is_own = isinstance(self._piece, _ANSWERS) and kind.pattern.aspect == self._piece.pattern.aspect
        return self._pages if is_own and kind.pattern.subject == self._piece.pattern.subject else None


def _pages_of(story: Story, piece: Any) -> frozenset[str] | None:
    """The pages on which a beat answers at once; None if it can answer elsewhere, or is no beat."""
    if not isinstance(piece, Beat):
        return None
    answered = {page.beats: page.id for page in story.pages.values() if page.beats is not None}
    if not all(place in answered for place in piece.places):
        return None
    pages = {page.id for page in story.pages.values() if page.beats in piece.places}
    return frozenset(pages)
