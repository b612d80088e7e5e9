"""How soon, and how often, what was typed is seen: in its own words, or in what was written for it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING, Final

from game.engine.canon import says_again

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.engine.state import CanonEntry
    from game.engine.turn import Turn
    from game.story.model import Story

SOON: Final = 2
"""In so many chapters after its own a claim should be seen again."""


@dataclass
class Echo:
    """Claims of one aspect: how many there were, and of how many something was seen."""

    claims: int = 0
    at_once: int = 0
    """In the turn that answered the page."""
    again: int = 0
    """In some later turn of its own chapter or the next `SOON`."""
    after: list[int] = field(default_factory=list)
    """How many turns after its page a claim was seen again, for those that were."""
    could_come_again: int = 0
    """Those after which the playthrough went on into another chapter: what `again` is to be held against."""
    never: int = 0
    times: Counter[int] = field(default_factory=Counter)
    """How many claims were seen in this many turns."""

    def add(self, other: Echo) -> None:
        """Count in other claims."""
        self.claims += other.claims
        self.at_once += other.at_once
        self.again += other.again
        self.after += other.after
        self.could_come_again += other.could_come_again
        self.never += other.never
        self.times.update(other.times)


def listen(story: Story, playthroughs: Iterable[list[Turn]]) -> dict[str, Echo]:
    """The echoes by aspect, `all` first, of claims about Ruby, over whole playthroughs."""
    echoes: dict[str, Echo] = {"all": Echo()}
    for turns in playthroughs:
        for entry, seen_in in _sightings(turns):
            went_on = turns[-1].chapter != entry.chapter
            until = story.chapters[entry.chapter].number + SOON
            soon = [turn for turn in seen_in if story.chapters[turn.chapter].number <= until]
            for name in ("all", entry.claim.aspect):
                _add(echoes.setdefault(name, Echo()), entry, soon, went_on)
    return echoes


def _sightings(turns: list[Turn]) -> Iterable[tuple[CanonEntry, list[Turn]]]:
    """Each claim about Ruby with the turns in which it was shown; one said again, also in the new words."""
    final = turns[-1].state
    entries = {one.number: one for one in (*final.canon, *final.former, *final.resisted)}
    for entry in entries.values():
        if entry.claim.subject == "ruby":
            keys = [str(one.number) for one in _said_again(entry, entries)]
            yield entry, _turns_that_showed(keys, turns)


def _said_again(entry: CanonEntry, entries: dict[int, CanonEntry]) -> Iterable[CanonEntry]:
    """The entry, and those that only say it again."""
    yield entry
    while entry.overwritten_by is not None:
        old, entry = entry, entries[entry.overwritten_by]
        if not says_again(entry.claim, old.claim):
            return
        yield entry


def _turns_that_showed(keys: list[str], turns: list[Turn]) -> list[Turn]:
    before, found = 0, []
    for turn in turns:
        shown = sum(turn.state.shown.get(key, 0) for key in keys)
        if shown > before:
            found.append(turn)
        before = shown
    return found


def _add(echo: Echo, entry: CanonEntry, seen_in: list[Turn], went_on: bool) -> None:
    later = [turn.number - entry.turn for turn in seen_in if turn.number > entry.turn]
    echo.claims += 1
    echo.at_once += any(turn.number == entry.turn for turn in seen_in)
    echo.could_come_again += went_on
    echo.again += went_on and bool(later)
    echo.after += later[:1]
    echo.never += not seen_in
    echo.times[len(seen_in)] += 1


def lines(echoes: dict[str, Echo]) -> Iterable[str]:
    """The echoes as a table for a person."""
    yield (
        f"{'of her':8} {'claims':>7} {'at once':>8} {'again':>8} {'after':>6} {'never':>6} {'turns':>6}"
        "   (after: moves until it is seen again; turns: moves in which it is seen; medians)"
    )
    for name, echo in sorted(echoes.items(), key=lambda item: -item[1].claims):
        middle = sorted(echo.times.elements())[echo.claims // 2] if echo.claims else 0
        yield (
            f"{name:8} {echo.claims:7} {_share(echo.at_once, echo.claims):>8} "
            f"{_share(echo.again, echo.could_come_again):>8} {_middle(echo.after):>6} "
            f"{echo.never:6} {middle:6}"
        )


def _middle(values: list[int]) -> str:
    return f"{median(values):.0f}" if values else "-"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "-"
