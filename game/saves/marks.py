"""What a move led to, short enough to be kept with it, and whether it leads there still."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Final, Literal

from game.saves.entries import CHECK_LENGTH, Mark

if TYPE_CHECKING:
    from game.engine.state import CanonEntry, State, Value
    from game.engine.turn import Turn
    from game.story.model import Story

Deviation = Literal["elsewhere", "otherwise", "reworded"]
"""How a move made again differs: it leads to another scene; things stand otherwise there; only words do."""
_CHANGED_LIMIT: Final = 400


def mark_of(story: Story, before: State, turn: Turn) -> Mark:
    """The mark of the move that led from `before` to `turn`."""
    return Mark(
        turn.scene,
        _changed(story, before, turn.state),
        _state_digest(story, before, turn),
        _told_digest(turn),
    )


def deviation(mark: Mark, now: Mark) -> Deviation | None:
    """How a move differs that left `mark` when it was played and leaves `now`; None if it does not.

    What is not there (``''``) says nothing.
    """
    if mark.reached not in ("", now.reached):
        return "elsewhere"
    if mark.state not in ("", now.state):
        return "otherwise"
    return "reworded" if mark.told not in ("", now.told) else None


@dataclass(frozen=True, slots=True)
class Difference:
    """A move that does not lead to what it led to when it was played."""

    number: int
    """The move's, on the present line, from 1."""
    how: Deviation
    was: Mark
    now: Mark


def changed_values(story: Story, before: State, after: State) -> dict[str, Value]:
    """The variables that are not what they were, with what they are."""
    pairs = zip(story.variables, before.variables, after.variables, strict=True)
    return {name: now for name, then, now in pairs if then != now}


def _changed(story: Story, before: State, after: State) -> str:
    """Variables with what they became, cut off if there are very many."""
    told = ", ".join(f"{name} {_word(now)}" for name, now in changed_values(story, before, after).items())
    return told if len(told) <= _CHANGED_LIMIT else told[:_CHANGED_LIMIT].rpartition(", ")[0] + ", ..."


def _word(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _state_digest(story: Story, before: State, turn: Turn) -> str:
    """Of where the move led and what it changed. A variable that is new and untouched changes nothing."""
    after = turn.state
    said = before.typed_so_far
    fallen = len(before.former)
    return _digest(
        [
            after.scene,
            after.ending,
            turn.page.id if turn.page is not None else None,
            [choice.id for choice in turn.choices if choice.enabled],
            sorted(changed_values(story, before, after).items()),
            [_entry(one) for one in (*after.canon, *after.former, *after.resisted) if one.number > said],
            [[one.number, one.overwritten_by] for one in after.former[fallen:]],
            [[paid.cost, paid.entry] for paid in after.paid[len(before.paid) :]],
        ]
    )


def _entry(entry: CanonEntry) -> list[object]:
    claim = entry.claim
    return [
        entry.number, claim.subject, claim.aspect, claim.value, claim.holds, claim.degree, claim.time,
        claim.when, claim.object, entry.overwritten_by, entry.resisted,
    ]  # fmt: skip


def _told_digest(turn: Turn) -> str:
    return _digest(
        [
            [[passage.kind, passage.text] for passage in turn.passages],
            [[choice.text, choice.forbidden_by] for choice in turn.choices],
            turn.page.prompt if turn.page is not None else None,
        ]
    )


def _digest(value: object) -> str:
    canonical = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    return blake2b(canonical.encode("ascii"), digest_size=CHECK_LENGTH // 2).hexdigest()
