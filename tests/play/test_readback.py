"""What is read back of a page, and striking it out again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.play.readback import quoted, read_back, span_to_strike, strike_out, unread_words
from game.reader.claims import Claim, Frame, Reading
from game.reader.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Callable

LEXICON = Path(__file__).parents[2] / "story" / "lexicon"


@pytest.fixture(scope="module")
def read() -> Callable[[str], Reading]:
    return Reader.from_folder(LEXICON).read


def glosses(read: Callable[[str], Reading], page: str) -> list[tuple[str, str]]:
    return [(line.gloss, line.words) for line in read_back(read(page), page).took]


def struck(read: Callable[[str], Reading], page: str, number: int) -> str:
    line = read_back(read(page), page).lines[number]
    return strike_out(page, span_to_strike(page, line, False, read))


def test_each_thing_has_the_words_that_are_its_own(read: Callable[[str], Reading]) -> None:
    assert glosses(read, "Ruby is kind, funny and speaks Italian.") == [
        ("she is kind", "kind"),
        ("she is funny", "funny"),
        ("she speaks Italian", "speaks Italian"),
    ]
    assert glosses(read, "She is a frugal plumber.") == [
        ("she is a plumber", "plumber"),
        ("she is frugal", "frugal"),
    ]


def test_what_has_no_words_of_its_own_has_the_whole_clause(read: Callable[[str], Reading]) -> None:
    page = "Ruby can't stop hiccuping."
    assert {words for _, words in glosses(read, page)} == {"Ruby can't stop hiccuping"}


def test_one_of_several_is_struck_out_and_the_others_stay(read: Callable[[str], Reading]) -> None:
    page = struck(read, "Ruby is kind, funny and speaks Italian.", 0)
    assert page == "Ruby is ~~kind~~, funny and speaks Italian."
    assert [said for said, _ in glosses(read, page)] == ["she is funny", "she speaks Italian"]


def test_the_condition_of_something_understood_is_not_said_to_be_not_understood() -> None:
    page = "She hums whenever it rains. Blorf."
    claim = Claim("ruby", "act", "hum", when="whenever it rains", span=(0, 8), text="She hums")
    reading = Reading((claim,), ((9, 26), (28, 33)))
    assert unread_words(reading, page) == ("Blorf",)


def test_where_its_own_words_do_not_do_the_clause_is_struck_out() -> None:
    page = "She died of eels and grief"
    death = Claim("ruby", "being", "dead", span=(0, 26), frame=Frame("die", "of eels"))
    grief = Claim("ruby", "mood", "sad", span=(0, 26), frame=Frame("die", "grief"))

    def stubborn(text: str) -> Reading:
        return Reading((death, grief) if text.startswith("She died") else ())

    line = read_back(stubborn(page), page).took[0]
    assert line.words == "of eels"
    span = span_to_strike(page, line, False, stubborn)
    assert span == (0, 26)
    assert strike_out(page, span) == "~~She died of eels and grief~~"


def test_words_are_quoted_without_those_that_are_struck_out() -> None:
    page = "Ruby keeps ~~wasps~~ bees"
    assert quoted(page, (0, len(page))) == "Ruby keeps bees"
    assert strike_out(page, (0, len(page))) == "~~Ruby keeps~~ ~~wasps~~ ~~bees~~"


PIECES = st.lists(
    st.sampled_from(
        ["Ruby is kind and funny. ", "~~", "She sings, ", "\n", "whenever it rains ", "Blorf. ", "~", "é👩 "]
    ),
    max_size=12,
).map("".join)


@settings(deadline=None, max_examples=150)
@given(PIECES | st.text(max_size=80))
def test_striking_out_only_ever_adds_marks(read: Callable[[str], Reading], page: str) -> None:
    for line in read_back(read(page), page).lines:
        assert 0 <= line.span[0] < line.span[1] <= len(page)
        after = strike_out(page, line.span)
        assert after.replace("~~", "") == page.replace("~~", "")
        assert len(line.words) <= 400
        assert "\n" not in line.words
