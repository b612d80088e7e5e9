"""Which claims a pattern fits, and how particular it is."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from game.story.build import build_pattern


@dataclass(frozen=True)
class Claim:
    subject: str = "ruby"
    aspect: str = "have"
    value: str = "red bicycle"
    holds: bool = True
    degree: str = "plain"
    time: str = "now"
    object: str | None = None


BICYCLE = Claim()
JOY = Claim(aspect="mood", value="joyful", degree="absolute")
RIVAL = Claim(aspect="tie", value="rival", object="harry")


@pytest.mark.parametrize(
    ("pattern", "fitting", "others"),
    [
        ({}, [BICYCLE, JOY, RIVAL], [replace(JOY, holds=False), replace(JOY, subject="calvin")]),
        ({"holds": False}, [replace(JOY, holds=False)], [JOY]),
        ({"holds": "any"}, [JOY, replace(JOY, holds=False)], [replace(JOY, subject="harry")]),
        ({"subject": "any", "holds": "any"}, [JOY, replace(JOY, subject="other", holds=False)], []),
        ({"subject": ["harry", "susie"]}, [replace(JOY, subject="susie")], [JOY]),
        ({"aspect": "open"}, [BICYCLE], [JOY, RIVAL]),
        ({"aspect": "closed"}, [JOY, RIVAL], [BICYCLE]),
        ({"aspect": ["mood", "open"]}, [JOY, BICYCLE], [RIVAL]),
        ({"value": "bicycle"}, [BICYCLE], [JOY, replace(BICYCLE, value="bicycles")]),
        ({"value": "Bicycle red"}, [BICYCLE], [replace(BICYCLE, value="bicycle")]),
        ({"value": ["tuba", "joyful"]}, [JOY], [BICYCLE]),
        ({"value": "joy"}, [], [JOY]),
        ({"degree": ["strong", "absolute"]}, [JOY], [BICYCLE]),
        ({"time": "before"}, [replace(JOY, time="before")], [JOY]),
        ({"object": "any"}, [RIVAL], [JOY]),
        ({"object": "harry"}, [RIVAL, replace(RIVAL, object="dear harry")], [JOY]),
        ({"object": "harry"}, [], [replace(RIVAL, object="susie")]),
    ],
)  # fmt: skip
def test_which_claims_a_pattern_fits(
    pattern: dict[str, object], fitting: list[Claim], others: list[Claim]
) -> None:
    built = build_pattern(pattern)
    assert [claim for claim in fitting if not built.fits(claim)] == []
    assert [claim for claim in others if built.fits(claim)] == []


def test_the_more_particular_pattern_is_the_one_that_says_more() -> None:
    rising: list[dict[str, object]] = [
        {"subject": "any", "holds": "any"},
        {},
        {"aspect": "mood"},
        {"aspect": "mood", "time": "before"},
        {"aspect": "mood", "degree": "absolute"},
        {"aspect": "mood", "value": "joyful"},
        {"aspect": "mood", "value": "joyful", "degree": "absolute"},
        {"subject": "harry", "aspect": "mood", "value": "joyful", "degree": "absolute"},
    ]
    found = [build_pattern(pattern).specificity for pattern in rising]
    assert found == sorted(set(found))
