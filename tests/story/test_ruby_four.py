"""Four in the morning after the study: what was typed stands about, and she decides a thing of her own."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

from game.engine.quoting import Sentences
from game.engine.state import CanonEntry
from game.engine.step import begin, enter
from tests.story.players import LEFT_OVER

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.engine.turn import Turn
    from game.reader.reader import Reader
    from game.story.model import Story

LINES = "Ruby stays. She is happy. She claps."


def at_four(story: Story, reader: Reader, lines: str, values: Mapping[str, int | bool | str]) -> Turn:
    """The turn that tells that hour, after those lines in the study."""
    turn = begin(story, 5, values)
    canon = [
        CanonEntry(number, claim, Sentences(lines).at(*claim.span), "study-sheet", 1, "study", 1)
        for number, claim in enumerate(reader.read(lines).claims, 1)
    ]
    return enter(
        story, turn._replace(state=turn.state._replace(canon=tuple(canon)), passages=()), "ruby-four"
    )


def told(turn: Turn, kind: str = "interlude") -> str:
    return "\n\n".join(p.text for p in turn.passages if p.id.startswith("ruby-four") and p.kind == kind)


def decided(story: Story, turn: Turn) -> object:
    return turn.state.variables[list(story.variables).index("ruby_decides")]


@pytest.mark.parametrize(
    ("study", "manuscript", "decision"),
    [
        ("walked", "none", "shoes"),
        ("walked", "given", "lock"),
        ("told", "none", "letter"),
        ("told", "given", "lock"),
        ("chair", "asked", "letter"),
        ("stopped", "none", "eye"),
        ("on", "given", "eye"),
    ],
)
def test_what_she_decides_goes_by_what_he_did(
    story: Story, reader: Reader, study: str, manuscript: str, decision: str
) -> None:
    turn = at_four(story, reader, "", {"study": study, "manuscript": manuscript})
    assert decided(story, turn) == decision


def test_the_lines_typed_in_the_study_stand_in_her(story: Story, reader: Reader) -> None:
    turn = at_four(story, reader, LINES, {"study": "stopped", "lines": 3})
    assert sorted(told(turn, "typed").split("\n\n")) == ["Ruby stays.", "She claps.", "She is happy."]
    one = at_four(story, reader, "She claps.", {"study": "stopped", "lines": 1})
    assert told(one, "typed") == "She claps."
    assert "all still in here" not in told(one)


def test_every_way_to_that_hour_is_told_in_full(story: Story, reader: Reader) -> None:
    ways = product(
        ("walked", "told", "chair", "stopped", "on"),
        ("none", "attic", "imke"),
        ("", LINES, "Ruby never existed. She is silent."),
        (0, 8),
    )
    for study, sleeps, lines, fray in ways:
        values: dict[str, int | bool | str] = {
            "study": study,
            "out_of_house": sleeps,
            "fray": fray,
            "lines": lines.count("."),
        }
        text = told(at_four(story, reader, lines, values))
        assert 250 <= len(text.split()) <= 560, (study, sleeps, lines, fray, len(text.split()))
        assert not LEFT_OVER.search(text), text
