"""Whether the condition under which something was claimed is so in the present scene."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.story.build import words_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.engine.draft import Draft
    from game.reader.claims import Claim
    from game.story.model import Circumstance

_EXCEPT: Final = ("unless", "except", "save", "apart from", "other than", "but for", "until", "till")
"""What begins a condition that says when a thing is not so."""


def is_so(circumstance: Circumstance, draft: Draft, environment: Mapping[str, object]) -> bool:
    """Whether the scene names the circumstance, or the circumstance's own condition holds."""
    if circumstance.id in draft.story.scenes[draft.scene].during:
        return True
    condition = circumstance.condition
    return condition is not None and bool(condition.evaluate(environment))


def is_met(claim: Claim, draft: Draft, environment: Mapping[str, object]) -> bool:
    """Whether the claim is in force now. One under a condition that no circumstance speaks of never is,
    and one that is so *except* under a condition is in force unless that is so.
    """
    when = (claim.when or "").strip().casefold()
    if not when:
        return True
    words = words_in(when)
    so = any(
        any(wording <= words for wording in one.wordings) and is_so(one, draft, environment)
        for one in draft.story.circumstances.values()
    )
    return so != when.startswith(_EXCEPT)
