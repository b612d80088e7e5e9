"""What two clauses say apart they say together: the claims of a compound are the claims of its parts."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from game.reader.reader import Reader

PARTS = (
    "keeps bees", "has a dog", "is kind", "can't swim", "loves Calvin", "speaks French", "is from Ohio",
    "never sleeps", "wants a job", "hates mushrooms", "lives in Paris", "was born in Dayton",
    "plays the tuba", "is a nurse", "has red hair", "is always late", "will leave him", "doesn't trust him",
    "isn't happy",
    "has three brothers", "writes letters to the moon", "is afraid of dogs", "can whistle", "sings",
    "is very tall", "likes rain", "laughs at everything",
)  # fmt: skip
SHAPES = {
    "and": ("Ruby {a} and {b}.", 0.9),
    "but": ("Ruby {a} but {b}.", 0.9),
    "comma and": ("Ruby {a}, and {b}.", 0.93),
    "two sentences": ("Ruby {a}. She {b}.", 1.0),
    "and she": ("Ruby {a} and she {b}.", 0.97),
    "semicolon": ("Ruby {a}; she {b}.", 1.0),
    "because": ("Ruby {a} because she {b}.", 0.97),
    "run on": ("ruby {a}, she {b}", 0.99),
    "although": ("Although she {a}, Ruby {b}.", 0.97),
    "aside": ("Ruby, who {a}, {b}.", 0.98),
    "list": ("Ruby {a}, {b} and draws.", 0.85),
}
"""A compound, and the share of pairs that it must read whole: what was measured, less a little."""


def claims_of(reader: Reader, text: str) -> set[tuple[object, ...]]:
    return {(c.subject, c.aspect, c.value, c.holds, c.degree, c.time) for c in reader.read(text).claims}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_compound_claims_what_its_parts_claim(reader: Reader, shape: str) -> None:
    template, share = SHAPES[shape]
    alone = {part: claims_of(reader, f"Ruby {part}.") for part in PARTS}
    assert all(alone.values())
    pairs = list(itertools.permutations(PARTS, 2))
    more = claims_of(reader, "Ruby draws.") if shape == "list" else set()
    whole = sum(claims_of(reader, template.format(a=a, b=b)) == alone[a] | alone[b] | more for a, b in pairs)
    assert whole >= share * len(pairs)


CONDITIONS = (
    "whenever it rains", "if I call", "unless she is tired", "as long as the lamp burns",
    "every time Lila laughs",
    "when she's alone", "the moment I leave the room", "if asked", "when drunk", "except on Sundays",
    "until the music stops", "provided that I type",
)  # fmt: skip
PLACES = {
    "before": ("{front}, Ruby {part}.", 0.97),
    "after": ("Ruby {part} {condition}.", 0.97),
    "between": ("Ruby, {condition}, {part}.", 0.9),
}
"""Where a condition may stand, and the share of clauses that keep all their claims and have it as `when`."""


@pytest.mark.parametrize("place", PLACES)
def test_a_condition_is_the_when_of_every_claim_of_its_clause(reader: Reader, place: str) -> None:
    template, share = PLACES[place]
    parts = [part for part in PARTS if "him" not in part and "was born" not in part and "from" not in part]
    alone = {part: claims_of(reader, f"Ruby {part}.") for part in parts}
    whole = 0
    for condition, part in itertools.product(CONDITIONS, parts):
        front = condition[0].upper() + condition[1:]
        text = template.format(front=front, condition=condition, part=part)
        whens = {(c.when or "").lower() for c in reader.read(text).claims}
        whole += claims_of(reader, text) == alone[part] and whens == {condition.lower()}
    assert whole >= share * len(CONDITIONS) * len(parts)


@pytest.mark.parametrize("condition", CONDITIONS[:5])
def test_a_condition_after_two_short_verbs_is_that_of_both(reader: Reader, condition: str) -> None:
    claims = reader.read(f"Ruby hums and dances {condition}.").claims
    assert [c.when for c in claims] == [condition] * 2
    claims = reader.read(f"Ruby hums, and {condition} she dances.").claims
    assert [c.when for c in claims] == [None, condition]
