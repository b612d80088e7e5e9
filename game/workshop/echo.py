"""How soon, and how often, what was typed is seen: in its own words, or in what was written for it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.engine.state import CanonEntry
    from game.engine.turn import Turn


@dataclass
class Echo:
    """Claims of one aspect: how many there were, and of how many something was seen."""

    claims: int = 0
    at_once: int = 0
    """In the turn that answered the page."""
    again: int = 0
    """In some later turn."""
    could_come_again: int = 0
    """Those after which the playthrough went on into another chapter: what `again` is to be held against."""
    never: int = 0
    times: Counter[int] = field(default_factory=Counter)
    """How many claims were seen in this many turns."""


def listen(playthroughs: Iterable[list[Turn]]) -> dict[str, Echo]:
    """The echoes by aspect, `all` first, of claims about Ruby, over whole playthroughs."""
    echoes: dict[str, Echo] = {"all": Echo()}
    for turns in playthroughs:
        for entry, seen_in in _sightings(turns):
            went_on = turns[-1].chapter != entry.chapter
            for name in ("all", entry.claim.aspect):
                _add(echoes.setdefault(name, Echo()), entry, seen_in, went_on)
    return echoes


def _sightings(turns: list[Turn]) -> Iterable[tuple[CanonEntry, list[int]]]:
    """Each claim about Ruby with the numbers of the turns in which it was shown."""
    final = turns[-1].state
    for entry in (*final.canon, *final.former):
        if entry.claim.subject != "ruby":
            continue
        key, before, seen_in = str(entry.number), 0, []
        for turn in turns:
            shown = turn.state.shown[key]
            if shown > before:
                seen_in.append(turn.number)
            before = shown
        yield entry, seen_in


def _add(echo: Echo, entry: CanonEntry, seen_in: list[int], went_on: bool) -> None:
    echo.claims += 1
    echo.at_once += entry.turn in seen_in
    echo.could_come_again += went_on
    echo.again += went_on and any(turn > entry.turn for turn in seen_in)
    echo.never += not seen_in
    echo.times[len(seen_in)] += 1


def lines(echoes: dict[str, Echo]) -> Iterable[str]:
    """The echoes as a table for a person."""
    yield f"{'of her':8} {'claims':>7} {'at once':>8} {'again':>8} {'never':>6}  turns seen in (median)"
    for name, echo in sorted(echoes.items(), key=lambda item: -item[1].claims):
        middle = sorted(echo.times.elements())[echo.claims // 2] if echo.claims else 0
        yield (
            f"{name:8} {echo.claims:7} {_share(echo.at_once, echo.claims):>8} "
            f"{_share(echo.again, echo.could_come_again):>8} {echo.never:6}  {middle}"
        )


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "-"
