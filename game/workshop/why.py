"""Why a storylet or a beat is picked where a playthrough stands, and why the others are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.engine.why import why_beat, why_storylet
from game.story.syntax import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.engine.state import CanonEntry, State
    from game.engine.why import Candidate
    from game.story.model import Story


class NothingToAsk(ValueError):
    """There is no such deck or place, or no such claim. The message says which there are."""


def why(story: Story, state: State, name: str, claim: int | None = None) -> Iterator[str]:
    """Lines on what would be picked from a deck, or at a place for a claim (by its number; else the last).

    Raises NothingToAsk.
    """
    if name in story.decks:
        yield f"From the deck `{name}`, as things stand:"
        yield from _table(why_storylet(story, state, name))
    elif name in story.beats_by_place:
        entry = _entry(state, claim)
        yield f"At `{name}`, for claim {entry.number} ({entry.claim.text or entry.sentence}):"
        yield from _table(why_beat(story, state, name, entry))
    else:
        known = {*story.decks, *story.beats_by_place}
        there_are = f"There are: {', '.join(sorted(known))}."
        raise NothingToAsk(f"There is no deck or place `{name[:60]}`. {suggestion(name, known, there_are)}")


def _entry(state: State, number: int | None) -> CanonEntry:
    entries = {one.number: one for one in (*state.canon, *state.former, *state.resisted)}
    if not entries:
        raise NothingToAsk("Beats answer claims, and in this playthrough nothing was claimed yet.")
    if number is not None and number not in entries:
        raise NothingToAsk(f"There is no claim {number}: they go from 1 to {max(entries)}.")
    return entries[number if number is not None else max(entries)]


def _table(candidates: tuple[Candidate, ...]) -> Iterator[str]:
    width = max((len(one.id) for one in candidates), default=0)
    for one in candidates:
        yield f"{'>' if one.chance else ' '} {one.id:{width}}  {one.reason}"
