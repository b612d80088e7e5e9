"""What each page did: what took, what it changed, what it cost so far, and what became of it since."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from game.engine.canon import says_again
from game.engine.environment import Environment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.engine.state import CanonEntry, State, TypedPage
    from game.story.model import Story

FACETS: Final = ("mood", "bond", "will", "speech", "mind", "being")
"""The aspects of which she is one thing at a time."""


@dataclass(frozen=True, slots=True)
class Change:
    """What she was in one aspect, and what she is. An empty word: nothing in particular."""

    aspect: str
    then: str
    now: str


@dataclass(frozen=True, slots=True)
class Line:
    """A claim of a page, and what became of it."""

    entry: CanonEntry
    costs: tuple[str, ...] = ()
    """What it cost so far, each for after *She*."""
    ended_on: int | None = None
    """The number of the page that put an end to it; None if it stands, or never took."""
    said_again: bool = False
    """Whether that page said the same again, so that nothing was lost."""


@dataclass(frozen=True, slots=True)
class PageRecord:
    """A page, and all that came of it."""

    page: TypedPage
    took: tuple[Line, ...]
    resisted: tuple[Line, ...]
    """What was understood and did not take, for it was hers."""
    changed: tuple[Change, ...]
    """Her facets before the page and after it, where they differ."""
    ended: tuple[CanonEntry, ...]
    """Of earlier pages, what it contradicted."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Ruby at two times: her facets, and the claims about her."""

    facets: tuple[Change, ...]
    kept: tuple[CanonEntry, ...]
    gone: tuple[CanonEntry, ...]
    new: tuple[CanonEntry, ...]


def page_records(story: Story, states: Sequence[State]) -> tuple[PageRecord, ...]:
    """What each page did, as of the last state. `states` are all of the playthrough, the first first."""
    final = states[-1]
    by_turn = {state.turn: state for state in states}
    everything = {entry.number: entry for entry in (*final.canon, *final.former, *final.resisted)}
    return tuple(
        PageRecord(
            page=page,
            took=_lines(page, final, (*final.canon, *final.former), everything),
            resisted=_lines(page, final, final.resisted, everything),
            changed=changes(story, by_turn[page.turn - 1], by_turn[page.through]),
            ended=tuple(_contradicted_by(page, final, everything)),
        )
        for page in final.pages
    )


def then_and_now(story: Story, then: State, now: State) -> Comparison:
    """What holds of Ruby at both times, what is gone, and what is new. Neither need be the earlier."""
    was = {entry.number: entry for entry in then.canon if entry.claim.subject == "ruby"}
    is_ = {entry.number: entry for entry in now.canon if entry.claim.subject == "ruby"}
    return Comparison(
        facets=tuple(
            Change(aspect, before, after)
            for aspect, before, after in zip(FACETS, facets(story, then), facets(story, now), strict=True)
        ),
        kept=tuple(entry for number, entry in is_.items() if number in was),
        gone=tuple(entry for number, entry in was.items() if number not in is_),
        new=tuple(entry for number, entry in is_.items() if number not in was),
    )


def facets(story: Story, state: State) -> tuple[str, ...]:
    """What she is in each of `FACETS`, in the scene where the state stands."""
    environment = Environment(story, state)
    return tuple(map(environment.facet, FACETS))


def changes(story: Story, before: State, after: State) -> tuple[Change, ...]:
    """The facets in which she differs."""
    pairs = zip(FACETS, facets(story, before), facets(story, after), strict=True)
    return tuple(Change(aspect, then, now) for aspect, then, now in pairs if then != now)


def _lines(
    page: TypedPage, state: State, entries: Sequence[CanonEntry], everything: dict[int, CanonEntry]
) -> tuple[Line, ...]:
    own = sorted((e for e in entries if e.page_number == page.number), key=lambda e: e.number)
    return tuple(_line(entry, state, everything) for entry in own)


def _line(entry: CanonEntry, state: State, everything: dict[int, CanonEntry]) -> Line:
    costs = tuple(paid.note for paid in state.paid if paid.entry == entry.number)
    if entry.overwritten_by is None:
        return Line(entry, costs)
    ender = everything[entry.overwritten_by]
    return Line(entry, costs, ender.page_number, says_again(ender.claim, entry.claim))


def _contradicted_by(page: TypedPage, state: State, everything: dict[int, CanonEntry]) -> list[CanonEntry]:
    return [
        entry
        for entry in state.former
        if entry.page_number < page.number
        and entry.overwritten_by is not None
        and (ender := everything[entry.overwritten_by]).page_number == page.number
        and not says_again(ender.claim, entry.claim)
    ]
