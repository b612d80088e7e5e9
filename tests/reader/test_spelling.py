"""Misspelt words are read as meant, and sound ones left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from game.reader.reader import Reader


def meant(reader: Reader, word: str) -> str:
    page = f"Ruby is {word} today."
    return reader._sentences.tokens(page, (), True)[2].low


@pytest.mark.parametrize(
    ("typo", "word"),
    [
        ("hapy", "happy"), ("freindly", "friendly"), ("stubbron", "stubborn"), ("jelous", "jealous"), ("beutiful", "beautiful"),  # noqa: E501
        ("lonley", "lonely"), ("angrey", "angry"), ("frightend", "frightened"), ("restles", "restless"), ("generouss", "generous"),  # noqa: E501
        ("obediant", "obedient"), ("misrable", "miserable"), ("furius", "furious"), ("imaginery", "imaginary"),  # noqa: E501
    ],
)  # fmt: skip
def test_typos_are_read_as_meant(reader: Reader, typo: str, word: str) -> None:
    assert meant(reader, typo) == word


@pytest.mark.parametrize(
    "word",
    [
        "zither",
        "Gertrude",
        "kombucha",
        "selfie",
        "fedora",
        "gonzo",
        "Ohio",
        "blorpy",
        "zorbling",
        "Feliz",
        "quidditch",
    ],
)
def test_sound_words_are_left_alone(reader: Reader, word: str) -> None:
    assert meant(reader, word) == word.lower()


def test_the_word_being_typed_is_not_corrected(reader: Reader) -> None:
    assert [c.value for c in reader.read("Ruby is hapy.").claims] == ["joyful"]
    assert "joyful" not in [c.value for c in reader.read("Ruby is hapy").claims]
