"""Any text at all gives an answer, in bounded time."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.reader.reader import LONGEST, PageTooLong, Reader
from game.reader.reference import Discourse

LOOSE = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
WORDS = (  # noqa: SIM905
    "Ruby she her him Calvin is isn't n't not never 's ' \" “ ” ~~ , . ; : ? ! — and but or if when that who to of with "  # noqa: E501
    "without no one nothing happy sad love loves let make give cannot stop dancing used to French said told be been "  # noqa: E501
    "being have had do does did will would may a the every \n \n\n <b> ** ( ) like as because until until until"  # noqa: E501
).split(" ")


def sound(reader: Reader, page: str) -> None:
    reading = reader.read(page)
    for claim in reading.claims:
        start, end = claim.span
        assert 0 <= start <= end <= len(page)
        assert claim.text == page[start:end]
    assert all(0 <= a <= b <= len(page) for a, b in reading.unread)


@LOOSE
@given(page=st.text(max_size=400))
def test_any_text_is_read(reader: Reader, page: str) -> None:
    sound(reader, page)


@LOOSE
@given(words=st.lists(st.sampled_from(WORDS), max_size=80))
def test_word_salad_is_read(reader: Reader, words: list[str]) -> None:
    sound(reader, " ".join(words))


@LOOSE
@given(words=st.lists(st.sampled_from(WORDS), max_size=40))
def test_no_sentence_trips_the_reader_up(reader: Reader, words: list[str]) -> None:
    text = " ".join(words).replace("~~", "").replace("\n", " ")
    reader._sentences.read(text, text, (), False, Discourse())


@pytest.mark.parametrize(
    "page",
    [
        "",
        " ",
        "\x00\x1b[31m\x07Ruby is sad.\x1b[0m",
        "שלום רובי עצובה",
        "روبي حزينة",
        "\u202eRuby is sad\u202c",
        "🙂" * 500,
        "ру́би",
        "a" * LONGEST,
        '"' * 10_000,
        "'" * 10_000,
        "~~" * 5_000,
        "~~Ruby ~~is~~ sad~~",
        "Ruby is " + "very " * 3_000 + "sad",
        "Ruby is sad and " * 1_200,
        "n't 's 'd 'll " * 1_000,
        "." * LONGEST,
        "(" * LONGEST,
        "\n" * LONGEST,
        "<b>" * 6_000,
        "{page: !!python/object}" * 500,
        "who who who that that that " * 700,
    ],
)
def test_hostile_pages_are_read_in_two_seconds(reader: Reader, page: str) -> None:
    began = time.perf_counter()
    sound(reader, page)
    assert time.perf_counter() - began < 2


def test_time_grows_linearly(reader: Reader) -> None:
    def seconds(times: int) -> float:
        page = "".join(f"Ruby keeps {n} bees and never hums to them when it rains. " for n in range(times))
        fresh = Reader(reader.table)
        began = time.perf_counter()
        fresh.read(page)
        return time.perf_counter() - began

    seconds(10)
    assert seconds(200) < 40 * max(seconds(20), 0.005)


def test_a_page_too_long_is_refused_with_a_message(reader: Reader) -> None:
    with pytest.raises(PageTooLong, match="20,000"):
        reader.read("a" * (LONGEST + 1))
