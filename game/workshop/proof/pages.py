"""What is typed: a page for each class of claims that anything after it tells apart, and some of several."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from game.engine.turn import Type
from game.story.patterns import ClaimPattern
from game.workshop.kinds import Kind, kinds_in
from game.workshop.proof.reads import Thing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from game.reader.reader import Reader
    from game.story.model import Page, Scene
    from game.workshop.phrases import Phrasebook
    from game.workshop.proof.live import Liveness

UNREAD: Final = "asdf jkl"
_LONGEST: Final = 6
"""Sentences on a page of several, at most."""


class Pages:
    """Chooses pages for the scenes of one story, each from its own sentences."""

    def __init__(self, live: Liveness, reader: Reader, book: Phrasebook) -> None:
        self._live = live
        self._story = live.story
        self._reader = reader
        self._book = book
        self._made: dict[str, tuple[Type, ...]] = {}
        self._spread = Counter(thing for things in live.asking.values() for thing in things)
        self.classes: dict[str, int] = {}
        """By page: into how many classes of claims what is typed falls, as far as it was tried."""
        self.unsayable: set[str] = set()
        """Kinds of claims for which no sentence was found."""
        self._turned = any(
            thing.kind == "typed" and thing.name.startswith("backwards")
            for things in live.asking.values()
            for thing in things
        )

    def moves(self, scene: Scene) -> tuple[Type, ...]:
        """The pages to be typed in a scene, what only the next scenes tell apart first."""
        if scene.id not in self._made:
            page = self._story.pages[scene.page or ""]
            self._made[scene.id] = tuple(self._pages(scene, page))
        return self._made[scene.id]

    def _pages(self, scene: Scene, page: Page) -> Iterator[Type]:
        if page.instead is not None:
            yield self._page("x")
            return
        kinds = list(dict.fromkeys(self._kinds(scene, page)))
        seen: set[frozenset[int]] = set()
        singles: list[Type] = []
        for kind in kinds:
            sentences = self._book.sentences(kind)
            if not sentences:
                self.unsayable.add(str(kind))
            for sentence in sentences:
                typed = self._page(sentence)
                class_ = frozenset(
                    number
                    for number, one in enumerate(kinds)
                    if any(one.fits(claim) for claim in typed.claims)
                )
                if class_ not in seen:
                    seen.add(class_)
                    singles.append(typed)
        self.classes[page.id] = len(seen)
        yield from singles[:1] or [self._page("Ruby sings.")]
        yield self._page(UNREAD)
        yield self._page("")
        if self._turned:
            yield Type(singles[0].text if singles else UNREAD, singles[0].claims if singles else (), True)
        yield from singles[1:]
        yield from (self._page(text) for text in dict.fromkeys(self._several(scene)))

    def _page(self, text: str) -> Type:
        return Type(text, self._reader.read(text).claims)

    def _kinds(self, scene: Scene, page: Page) -> Iterator[Kind]:
        """The kinds that are told apart, what is asked of fewest scenes first."""
        if page.beats is not None:
            yield from (
                Kind(beat.pattern)
                for beat in self._story.beats_by_place.get(page.beats, ())
                if self._matters(scene, (effect.variable for effect in beat.do))
            )
        asked = sorted(
            (thing for thing in self._live.asking[scene.id] if thing.kind == "typed"),
            key=lambda thing: (self._spread[thing], thing),
        )
        for thing in asked:
            kinds = (kind for source in self._sources(thing) for kind in kinds_in(source, {}))
            yield from (kind for kind in kinds if kind.pages is None or page.id in kind.pages)
        rules = [(one.pattern, one.do) for one in self._story.consequences]
        rules += [(one.pattern, one.do) for one in self._story.resistances.values()]
        for pattern, do in rules:
            if self._matters(scene, (effect.variable for effect in do)):
                yield Kind(pattern)

    def _sources(self, thing: Thing) -> list[str]:
        """The expressions by which a thing is asked for; of a facet, all that ask for some value of it."""
        variable = self._story.variables.get(thing.name)
        if variable is not None:
            return [way.condition.source for way in variable.derived if way.condition is not None]
        if thing.name.startswith("ruby."):
            return [source for source in self._live.steering if thing.name in source]
        return [thing.name]

    def _matters(self, scene: Scene, variables: Iterable[str]) -> bool:
        live = self._live.asking[scene.id]
        return any(Thing("variable", name) in live for name in variables)

    def _several(self, scene: Scene) -> Iterator[str]:
        """Pages that move a number far: all that does the same to it, and what contradicts itself."""
        for rule in self._story.consequences:
            if self._matters(scene, (effect.variable for effect in rule.do)):
                yield " ".join(self._book.sentences(Kind(rule.pattern))[:_LONGEST])
        for exclusion in self._story.exclusions[:2]:
            said = [
                self._book.sentences(kind)[:1]
                for kind in (_of_value(exclusion.aspect, value) for value in sorted(exclusion.values)[:4])
            ]
            yield " ".join([sentence for one in said for sentence in one] * 2)


def _of_value(aspect: str, value: str) -> Kind:
    return Kind(ClaimPattern(aspect=frozenset({aspect}), value=frozenset({value})))
