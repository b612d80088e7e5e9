"""What telling a text may change: the effects of the beats and costs in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.story.model import BeatsBlock, CostsBlock, IfBlock, WithBlock

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from game.reader.claims import Claim
    from game.story.expressions import Effect, Expression
    from game.story.model import Beat, Block, Cost, Page, Story


@dataclass(frozen=True, slots=True)
class Side:
    """Effects that may be carried out, any number of times, if the conditions are so."""

    conditions: tuple[Expression, ...]
    effects: tuple[Effect, ...]


class Sides:
    """The side effects of texts and pages of one story."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._at: dict[str, tuple[Side, ...]] = {}
        self._resisted = frozenset(one.place for one in story.resistances.values())

    def of_text(self, blocks: Iterable[Block], under: tuple[Expression, ...] = ()) -> tuple[Side, ...]:
        """What telling these blocks may do."""
        return tuple(dict.fromkeys(self._blocks(blocks, under)))

    def of_claims(self) -> tuple[Side, ...]:
        """What claims do wherever they are typed: consequences, and resistances."""
        rules = [(one.condition, one.do) for one in self._story.consequences]
        rules += [(one.condition, one.do) for one in self._story.resistances.values()]
        return tuple(Side(_given(condition), do) for condition, do in rules if do)

    def of_page(self, page: Page) -> tuple[Side, ...]:
        """What telling a typed page may do after its own `do`."""
        found = self.of_text((*page.before, *(page.unread or ()), *page.after))
        return (*found, *self._answers(page.beats)) if page.beats is not None else found

    def of_said(self, page: Page, claims: Sequence[Claim]) -> tuple[Side, ...]:
        """What telling a page that makes these claims, all of which take, may do after its own `do`."""
        blocks = (*page.before, *page.after, *(() if claims else page.unread or ()))
        found = list(self.of_text(blocks))
        for beat in self._beats(page.beats) if page.beats is not None else ():
            if any(beat.pattern.fits(claim) for claim in claims):
                found += self._of_piece(beat)
        return tuple(dict.fromkeys(found))

    def _blocks(self, blocks: Iterable[Block], under: tuple[Expression, ...]) -> Iterator[Side]:
        for block in blocks:
            match block:
                case IfBlock(condition=condition, then=then, otherwise=otherwise):
                    yield from self._blocks((*then, *otherwise), (*under, condition))
                case WithBlock(bindings=bindings, then=then, otherwise=otherwise):
                    bound = tuple(expression for _, expression in bindings)
                    yield from self._blocks((*then, *otherwise), (*under, *bound))
                case BeatsBlock(place=place, claims=claims):
                    yield from _under((*under, claims), self._answers(place))
                case CostsBlock(place=place):
                    yield from _under(under, self._told(f"cost {place}", self._costs(place)))

    def _answers(self, place: str) -> tuple[Side, ...]:
        """What the beats of a place do; claims that did not take are answered at places of their own."""
        places = dict.fromkeys((place, *sorted(self._resisted)))
        return tuple(side for one in places for side in self._told(f"beat {one}", self._beats(one)))

    def _beats(self, place: str) -> Sequence[Beat]:
        return self._story.beats_by_place.get(place, ())

    def _costs(self, place: str) -> Sequence[Cost]:
        return [cost for cost in self._story.costs.values() if place in cost.places]

    def _told(self, key: str, pieces: Sequence[Beat | Cost]) -> tuple[Side, ...]:
        if key not in self._at:
            self._at[key] = ()  # beats that lead to their own place add nothing more
            self._at[key] = tuple(dict.fromkeys(side for one in pieces for side in self._of_piece(one)))
        return self._at[key]

    def _of_piece(self, piece: Beat | Cost) -> Iterator[Side]:
        if piece.do:
            yield Side(_given(piece.condition), piece.do)
        yield from self._blocks(piece.text, _given(piece.condition))


def _given(condition: Expression | None) -> tuple[Expression, ...]:
    return () if condition is None else (condition,)


def _under(conditions: tuple[Expression, ...], sides: Iterable[Side]) -> Iterator[Side]:
    return (Side((*conditions, *side.conditions), side.effects) for side in sides)
