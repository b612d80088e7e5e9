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
