"""What stands of what was typed, and what a new claim does to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.engine.wording import words_of
from game.reader.claims import CLOSED_ASPECTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.engine.state import CanonEntry
    from game.reader.claims import Claim
    from game.story.model import Exclusion


@dataclass(frozen=True, slots=True)
class Taken:
    """The canon after a claim was taken into it."""

    canon: tuple[CanonEntry, ...]
    former: tuple[CanonEntry, ...]
    overwrote: int
    """How many standing claims the new one contradicted. Saying a thing again contradicts nothing."""


def take(
    canon: tuple[CanonEntry, ...],
    former: tuple[CanonEntry, ...],
    entry: CanonEntry,
    exclusions: Iterable[Exclusion],
) -> Taken:
    """The canon with `entry` added: what it contradicts or says again is moved to `former`."""
    rules = tuple(exclusions)
    stands: list[CanonEntry] = []
    gone: list[CanonEntry] = []
    contradicted = 0
    for old in canon:
        restated = says_again(entry.claim, old.claim)
        contradicts = not restated and contradict(entry.claim, old.claim, rules)
        contradicted += contradicts
        (gone if restated or contradicts else stands).append(old)
    ended = tuple(old._replace(overwritten_by=entry.number) for old in gone)
    return Taken((*stands, entry), former + ended, contradicted)


def says_again(new: Claim, old: Claim) -> bool:
    """Whether `new` asserts or denies the very thing that `old` does, under the same condition."""
    return _same_thing(new, old) and new.holds == old.holds and new.when == old.when


def contradict(new: Claim, old: Claim, exclusions: Iterable[Exclusion]) -> bool:
    """Whether the two cannot both stand. Claims of different times, or under a condition, can."""
    if new.subject != old.subject or new.aspect != old.aspect:
        return False
    if new.time != old.time or new.when != old.when:
        return False
    if _same_thing(new, old):
        return new.holds != old.holds
    if new.aspect not in CLOSED_ASPECTS or not (new.holds and old.holds):
        return False
    return any(_excludes(rule, new, old) for rule in exclusions)


def _same_thing(a: Claim, b: Claim) -> bool:
    if a.aspect != b.aspect or a.subject != b.subject or a.time != b.time:
        return False
    if a.aspect in CLOSED_ASPECTS:
        return a.value == b.value and words_of(a.object) == words_of(b.object)
    return words_of(a.value) == words_of(b.value)


def _excludes(rule: Exclusion, new: Claim, old: Claim) -> bool:
    if rule.aspect != new.aspect or new.value == old.value:
        return False
    if "any" in rule.against:
        return new.value in rule.values or old.value in rule.values
    if rule.against:
        return (new.value in rule.values and old.value in rule.against) or (
            new.value in rule.against and old.value in rule.values
        )
    return new.value in rule.values and old.value in rule.values
