"""What was seen one way only, for an author to see what is dead: by lack, with what was typed for it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from game.workshop.coverage import gaps_of_conditions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from game.story.model import Story
    from game.workshop.commission import Commission, Order
    from game.workshop.report import Report

_LACKS: Final = ("never true", "never false", "never asked")
_SHOWN: Final = 3
"""So many sentences, and so many places of one condition, are named."""


def missing(story: Story, report: Report, asked: Commission) -> Iterator[str]:
    """The list: conditions by what they lack, beats and costs never told, kinds without words."""
    by_key = _by_key(asked)
    gaps = gaps_of_conditions(story, report.coverage)
    yield f"# Seen one way only in {report.runs} playthroughs from seed {report.seed}: {len(gaps)} conditions"
    for lack in _LACKS:
        alike: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for number, gap in gaps:
            if gap.lacking == lack:
                alike[gap.what].append((number, gap.where))
        yield from ("", f"## {lack.capitalize()}: {sum(map(len, alike.values()))}")
        for source, places in sorted(alike.items(), key=lambda item: -len(item[1])):
            yield from ("", source, f"    {len(places)}: {_some([where for _, where in places])}")
            orders = {order.kind: order for number, _ in places for order in by_key.get(str(number), ())}
            yield from _typed(orders.values(), report)
    for section in ("beats", "costs"):
        unseen = report.unseen(story).get(section, [])
        yield from ("", f"## {section.capitalize()} never told: {len(unseen)}", "")
        for id_ in unseen:
            yield id_
            yield from _typed(by_key.get(f"{section[:-1]}:{id_}", ()), report)
    yield from ("", f"## Kinds of claims for which no sentence was found: {len(asked.unsayable)}", "")
    for order in asked.unsayable:
        yield f"{order.kind}: {_some([piece for piece, _ in order.asked_by]) or 'asked for in passing'}"


def _by_key(asked: Commission) -> dict[str, list[Order]]:
    found: dict[str, list[Order]] = defaultdict(list)
    for order in (*asked.orders, *asked.unsayable):
        for _, key in order.asked_by:
            found[key].append(order)
    return found


def _typed(orders: Iterable[Order], report: Report) -> Iterator[str]:
    for order in orders:
        words = _some(list(order.sentences), " ") or "no sentence was found that is read so"
        yield f"    {order.kind}: typed {report.typed[order.kind]} times: {words}"


def _some(all_: list[str], join: str = "; ") -> str:
    several = list(dict.fromkeys(all_))
    more = f" and {len(several) - _SHOWN} more" if len(several) > _SHOWN else ""
    return join.join(several[:_SHOWN]) + more
