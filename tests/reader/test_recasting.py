"""Sentences that are read as if they were said over in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from game.reader.reader import Reader

SAID_OVER = {
    "There was no lock that Ruby could not pick.": [("skill", "pick lock", True)],
    "Nobody bakes bread like Ruby.": [("skill", "bake bread", True)],
    "Languages came easily to her.": [("skill", "language", True)],
    "Oysters were not to her taste.": [("taste", "oyster", False)],
    "It was her ambition to be mayor.": [("want", "be mayor", True)],
    "They made her mayor.": [("role", "mayor", True)],
    "There was no joy left in her.": [("mood", "joyful", False)],
    "Something in Ruby broke.": [("mood", "sad", True)],
    "Ruby could have died of embarrassment.": [("mood", "ashamed", True)],
    "Not a word passed her lips.": [("speech", "silent", True)],
    "There is something reckless about Ruby.": [("trait", "reckless", True)],
    "My word is her law.": [("will", "obedient", True)],
    "Ruby had never been so happy.": [("mood", "joyful", True)],
    "Ruby had seldom been so pleased.": [("mood", "joyful", True)],
    "Ruby never was.": [("being", "gone", True)],
    "There was not a word of truth in anything she said.": [("speech", "lies", True)],
    "Ruby looked as if she might cry.": [],
    "Is she lonely, I wonder.": [],
    "In her youth Ruby was a boxer.": [("past", "boxer", True)],
    "From that day on Ruby was free.": [("will", "free", True)],
    "She alone refused the oysters.": [("act", "refuse oyster", True)],
    "She is a born spy.": [("role", "spy", True)],
    "She is a head taller than I am.": [("body", "tall", True)],
    "Ruby was compelled to count the spoons.": [("will", "bound", True), ("act", "count spoon", True)],
    "There was no comfort for her.": [("mood", "sad", True)],
}


@pytest.mark.parametrize(("page", "expected"), SAID_OVER.items())
def test_a_roundabout_sentence_says_what_its_plain_words_say(
    reader: Reader, page: str, expected: list[tuple[str, str, bool]]
) -> None:
    claims = [(c.aspect, c.value, c.holds) for c in reader.read(page).claims if c.subject == "ruby"]
    assert claims == expected
