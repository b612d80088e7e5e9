"""Whether the condition under which something was claimed is so in the present scene."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.story.build import words_in

if TYPE_CHECKING:
    from game.engine.environment import Environment
    from game.reader.claims import Claim
    from game.story.model import Circumstance, Story

_EXCEPT: Final = ("unless", "except", "save", "apart from", "other than", "but for", "until", "till")
"""What begins a condition that says when a thing is not so."""
_DENYING: Final = frozenset(
    [
        "not",
        "never",
        "no",
        "nobody",
        "isnt",
        "arent",
        "wasnt",
        "doesnt",
        "dont",
        "didnt",
        "hasnt",
        "cant",
        "wont",
    ]
)


def is_so(circumstance: Circumstance, environment: Environment) -> bool:
    """Whether the scene names the circumstance, or the circumstance's own condition holds.

    A condition that hangs on itself (*she is silent when she is silent*) does not hold.
    """
    if circumstance.id in environment.story.scenes[environment.scene].during:
        return True
    condition, key = circumstance.condition, f"during:{circumstance.id}"
    if condition is None or key in environment.asking:
        return False
    before, environment.asking = environment.asking, environment.asking | {key}
    try:
        return bool(environment.program.value(condition)(environment))
    finally:
        environment.asking = before


def is_met(claim: Claim, environment: Environment) -> bool:
    """Whether the claim is in force now. One under a condition that no circumstance speaks of never is,
    and one that is so *except* under a condition is in force unless that is so.
    """
    when = (claim.when or "").strip().casefold()
    if not when:
        return True
    so = any(is_so(one, environment) != denied for one, denied in spoken_of(when, environment.story))
    return so != when.startswith(_EXCEPT)


def spoken_of(when: str, story: Story) -> tuple[tuple[Circumstance, bool], ...]:
    """The circumstances that a condition speaks of, each with whether it speaks of their absence.

    *When he is not there* speaks of his absence, if no wording with a *not* of its own says the same.
    """
    found = story.spoken_of.get(when)
    if found is None:
        words = words_in(when)
        spoken = {
            one.id: [wording for wording in one.wordings if wording <= words]
            for one in story.circumstances.values()
        }
        denies = bool(words & _DENYING)
        found = tuple(
            (story.circumstances[id_], denies and not any(wording & _DENYING for wording in wordings))
            for id_, wordings in spoken.items()
            if wordings
        )
        if denies and not all(denied for _, denied in found):
            found = tuple(pair for pair in found if not pair[1])
        story.spoken_of[when] = found
    return found
