"""What players type, in a sentence or two, and what is said again of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
import yaml

from game.reader.gloss import gloss
from game.reader.saying import deny, say

if TYPE_CHECKING:
    from game.reader.claims import Claim
    from game.reader.reader import Reader

HERE: Final = Path(__file__).parent
TABLE: Final[list[tuple[str, list[str]]]] = [
    next(iter(row.items())) for row in yaml.safe_load((HERE / "data" / "everyday.yaml").read_text("utf-8"))
]
SETS: Final = ("pages", "pages-more", "hand-a-everyday", "hand-b-everyday", "hand-c-everyday")
MOST_LOST: Final = 0.05
"""How many of a hundred claims may read otherwise when they are said again."""


def told(claim: Claim) -> str:
    """The claim in the table's notation."""
    parts = [claim.subject, claim.aspect, claim.value, f"[{claim.object}]" if claim.object else ""]
    parts += ["" if claim.holds else "denied", claim.degree if claim.degree != "plain" else ""]
    parts += [claim.time if claim.time != "now" else "", f"({claim.when})" if claim.when else ""]
    return " ".join(part for part in parts if part)


def pages() -> list[str]:
    """The plain pages that may be read."""
    return [
        page["page"]
        for name in SETS
        for page in yaml.safe_load((HERE / "pages" / f"{name}.yaml").read_text("utf-8"))
    ]


@pytest.mark.parametrize(("page", "claims"), TABLE)
def test_a_page_reads_so(reader: Reader, page: str, claims: list[str]) -> None:
    assert [told(claim) for claim in reader.read(page).claims] == claims


def test_no_slot_of_a_pattern_is_left_in_a_claim(reader: Reader) -> None:
    left = [
        (page, claim)
        for page in [*pages(), *(page for page, _ in TABLE)]
        for claim in reader.read(page).claims
        if "{" in f"{claim.value}{claim.object or ''}{say(claim, 'third')}{say(claim, 'noun')}"
    ]
    assert left == []


def test_what_is_said_again_reads_as_it_did(reader: Reader) -> None:
    """A claim said again (*She ...*) is the same claim, or its words were lost on the way."""
    lost: list[tuple[str, str, str]] = []
    total = 0
    for page in [*pages(), *(page for page, _ in TABLE)]:
        for claim in reader.read(page).claims:
            said = say(claim, "told")
            if claim.subject != "ruby" or claim.aspect == "say" or said.endswith("…"):
                continue
            total += 1
            again = reader.read(f"She {said}.").claims
            fields = (claim.subject, claim.aspect, claim.value, claim.holds)
            if fields not in [(c.subject, c.aspect, c.value, c.holds) for c in again]:
                lost.append((page, said, told(claim)))
    assert len(lost) <= MOST_LOST * total, lost


@pytest.mark.parametrize(
    ("page", "third", "past"),
    [
        ("Nothing ever bothers Ruby.", "is never bothered", "was never bothered"),
        ("Nobody ever surprises her.", "is never surprised", "was never surprised"),
        ("Everything bores her, always.", "is always bored", "was always bored"),
        ("Ruby was never anything but furious.", "is always furious", "was always furious"),
        ("She never wears anything but yellow.", "always wears yellow", "always wore yellow"),
        ("Ruby is anything but sad.", "isn't sad", "wasn't sad"),
        ("She can never sit still.", "can never sit still", "could never sit still"),
        ("Ruby is the bravest person I know.", "is the bravest person", "was the bravest person"),
        (
            "She misses Calvin every second of every day.",
            "misses you every second of every day",
            "missed you every second of every day",
        ),
        ("She is wildly, deeply content.", "is wildly, deeply content", "was wildly, deeply content"),
        (
            "She was thrown out of the convent.",
            "was thrown out of the convent",
            "had been thrown out of the convent",
        ),
        ("She was kissed by the king.", "is kissed by the king", "was kissed by the king"),
        ("Her best friend is Lila.", "is a friend of Lila", "was a friend of Lila"),
        ("Ruby's best friend is a fish.", "is friends with a fish", "was friends with a fish"),
        ("She neither drinks nor smokes.", "doesn't drink", "didn't drink"),
        ("she literally never sleeps", "never sleeps", "never slept"),
        ("I want Ruby to be less bossy.", "is less bossy", "was less bossy"),
        ("Turn Ruby into a cat.", "is a cat", "was a cat"),
        ("Ruby has to do what I type.", "has to do what you type", "had to do what you type"),
        (
            "She figures out that she isn't real.",
            "figures out that she isn't real",
            "figured out that she isn't real",
        ),
        ("Her heart belongs to someone else.", "doesn't love you", "didn't love you"),
        ("Ruby has no fear of death.", "isn't afraid", "wasn't afraid"),
        ("Ruby woke up grumpy.", "wakes up grumpy", "woke up grumpy"),
        ("Ruby has never been to Paris.", "never visits Paris", "never visited Paris"),
        (
            "Ruby and Calvin finish each other's sentences.",
            "finishes your sentences",
            "finished your sentences",
        ),
        ("Her hair is on fire.", "has hair on fire", "had hair on fire"),
        ("Her voice is a river.", "has a voice that is a river", "had a voice that is a river"),
        ("Ruby's shadow leaves.", "has a shadow that leaves", "had a shadow that leaves"),
        ("Her hair is black.", "has black hair", "had black hair"),
        ("Ruby stops talking.", "no longer talks", "no longer talked"),
        ("She can't parallel park.", "can't parallel-park", "couldn't parallel-park"),
        ("Ruby is no longer mine.", "is no longer yours", "was no longer yours"),
        (
            "She shakes the box, to hear whether it is still there.",
            "shakes the box, to hear whether it is still there",
            "shook the box, to hear whether it is still there",
        ),
        ("Ruby stays a little longer.", "stays a little longer", "stayed a little longer"),
        ("Ruby gives me space but still adores me.", "gives you space", "gave you space"),
        (
            "Ruby Sparks, raised in Dayton, Ohio.",
            "was raised in Dayton, Ohio",
            "had been raised in Dayton, Ohio",
        ),
    ],
)
def test_a_page_is_said_again_with_all_that_it_needs(
    reader: Reader, page: str, third: str, past: str
) -> None:
    claim = reader.read(page).claims[0]
    assert (say(claim, "third"), say(claim, "past")) == (third, past)


def test_the_second_of_two_participles_keeps_its_verb(reader: Reader) -> None:
    claim = reader.read("Ruby is nine feet tall and made of soup.").claims[1]
    assert say(claim, "third") == "is made of soup"


def test_denying_twice_says_the_first_thing_again(reader: Reader) -> None:
    for page in ("Ruby keeps bees.", "She is always happy.", "Ruby was never anything but furious."):
        claim = reader.read(page).claims[0]
        assert say(deny(deny(claim)), "third").replace("still ", "") in {
            say(claim, "third"),
            say(claim, "third").replace("always ", ""),
        }


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("Ruby and Calvin take care of each other.", "she takes care of you"),
        ("Her hair is on fire.", "she has hair on fire"),
        ("Ruby is made of soup.", "she is made of soup"),
    ],
)
def test_what_was_understood_of_a_part_or_of_two_is_said_plainly(
    reader: Reader, page: str, said: str
) -> None:
    assert gloss(reader.read(page).claims[0]) == said


def test_what_was_not_so_is_so_on_a_page_put_in_backwards(reader: Reader) -> None:
    claim = reader.read("Ruby is not free.").claims[0]
    assert say(deny(claim), "third") == "is free"
