from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from game.engine.canon import take
from game.engine.state import CanonEntry
from game.story.model import Exclusion
from tests.engine.claims import BEES, FRENCH, JOYFUL, SAD, SILENT

if TYPE_CHECKING:
    from game.reader.claims import Claim

RULES = (
    Exclusion("joy", "mood", frozenset({"joyful"}), frozenset({"sad"})),
    Exclusion("silence", "speech", frozenset({"silent"}), frozenset({"any"})),
)


def entry(number: int, claim: Claim) -> CanonEntry:
    return CanonEntry(number, claim, claim.text, "page", 1, "one", 1)


def canon_of(*claims: Claim) -> tuple[list[str], list[str], int]:
    """What stands, what went and how many contradictions the last one made."""
    canon: tuple[CanonEntry, ...] = ()
    former: tuple[CanonEntry, ...] = ()
    overwrote = 0
    for number, claim in enumerate(claims, 1):
        taken = take(canon, former, entry(number, claim), RULES)
        canon, former, overwrote = taken.canon, taken.former, taken.overwrote
    return [e.claim.text for e in canon], [e.claim.text for e in former], overwrote


def test_a_claim_stands() -> None:
    assert canon_of(BEES) == (["Ruby keeps bees"], [], 0)


def test_a_later_claim_overwrites_what_it_excludes_and_the_old_one_is_kept() -> None:
    assert canon_of(JOYFUL, SAD) == (["Ruby is sad"], ["Ruby is happy"], 1)


def test_a_denial_overwrites_what_it_denies() -> None:
    stands, went, overwrote = canon_of(JOYFUL, replace(JOYFUL, holds=False, text="Ruby isn't happy"))
    assert (stands, went, overwrote) == (["Ruby isn't happy"], ["Ruby is happy"], 1)


def test_saying_a_thing_again_contradicts_nothing() -> None:
    assert canon_of(BEES, replace(BEES, text="Ruby keeps bees again")) == (
        ["Ruby keeps bees again"],
        ["Ruby keeps bees"],
        0,
    )


def test_values_that_exclude_nothing_stand_together() -> None:
    spanish = replace(FRENCH, value="spanish", text="Ruby speaks Spanish")
    assert canon_of(FRENCH, spanish)[0] == ["Ruby speaks French", "Ruby speaks Spanish"]


def test_silence_excludes_whatever_was_said() -> None:
    assert canon_of(FRENCH, SILENT)[:2] == (["Ruby says nothing"], ["Ruby speaks French"])
    assert canon_of(SILENT, FRENCH)[:2] == (["Ruby speaks French"], ["Ruby says nothing"])


@pytest.mark.parametrize(
    "other",
    [
        replace(SAD, when="when it rains"),
        replace(SAD, time="before"),
        replace(SAD, subject="harry"),
    ],
)
def test_another_condition_time_or_person_contradicts_nothing(other: Claim) -> None:
    assert canon_of(JOYFUL, other)[2] == 0


def test_an_overwritten_claim_knows_what_ended_it() -> None:
    first = take((), (), entry(1, JOYFUL), RULES)
    second = take(first.canon, first.former, entry(2, SAD), RULES)
    assert second.former[0].overwritten_by == 2
