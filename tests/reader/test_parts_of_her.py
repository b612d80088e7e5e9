"""What is said of a part of her is said again with its article, its number and its verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.reader.saying import say

if TYPE_CHECKING:
    from game.reader.reader import Reader


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Her arm falls off.", "has an arm that falls off"),
        ("Her knees click.", "has knees that click"),
        ("Her hair is falling out.", "has hair that falls out"),
        ("Her dress is torn.", "has a torn dress"),
        ("Her gloves are torn.", "has torn gloves"),
        ("Her eyes are green.", "has green eyes"),
        ("Her hair is red.", "has red hair"),
        ("Ruby is buried with her tin of pencils.", "is buried with her tin of pencils"),
    ],
)
def test_said_again(reader: Reader, typed: str, said: str) -> None:
    assert [say(claim, "third") for claim in reader.read(typed).claims] == [said]


def test_her_things_are_your_things_to_her(reader: Reader) -> None:
    claim = reader.read("She takes her tin everywhere.").claims[0]
    assert say(claim, "second") == "take your tin everywhere"
