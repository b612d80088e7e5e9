"""Every word of the story is spelt as a dictionary spells it, or stands in the list beside this file."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from spellchecker import SpellChecker

from game.story.markup import Literal, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.story.model import Story

OWN_WORDS = Path(__file__).with_name("words.txt")
WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’])*")
ENDING = re.compile(r"(?<!n)'(s|d|ll|ve|re|m|t)?$")


def said(piece: object) -> Iterator[str]:
    """All that a piece of the story says in so many words, its expressions left out."""
    if isinstance(piece, Literal):
        yield piece.text
    elif isinstance(piece, Text):
        yield from said(piece.parts)
    elif is_dataclass(piece):
        for field in fields(piece):
            yield from said(getattr(piece, field.name))
    elif isinstance(piece, tuple):
        for part in piece:
            yield from said(part)


def words_of(piece: object) -> set[str]:
    """Its words in small letters, without what an apostrophe joined to them; none that is all capitals."""
    found = (word.replace("’", "'") for text in said(piece) for word in WORD.findall(text))
    return {ENDING.sub("", word).lower() for word in found if not (word.isupper() and len(word) > 1)}


def misspelt(pieces: dict[str, object], own: set[str]) -> dict[str, list[str]]:
    """By piece, the words that are in no dictionary and not among our own."""
    checker = SpellChecker()
    words = {name: words_of(piece) for name, piece in pieces.items()}
    unknown = checker.unknown(set().union(*words.values()) - own)
    return {name: sorted(found & unknown) for name, found in words.items() if found & unknown}


@pytest.fixture(scope="module")
def own() -> set[str]:
    lines = OWN_WORDS.read_text(encoding="utf-8").splitlines()
    return {word for line in lines if not line.startswith("#") for word in line.split()}


def test_every_word_is_spelt_as_it_should_be(story: Story, own: set[str]) -> None:
    pieces: dict[str, object] = {
        **{f"scene {id_}": scene for id_, scene in story.scenes.items()},
        **{f"page {id_}": page for id_, page in story.pages.items()},
        **{f"beat {beat.id}": beat for beat in story.beats},
        **{f"cost {id_}": cost for id_, cost in story.costs.items()},
        **{f"ending {id_}": ending for id_, ending in story.endings.items()},
        **{f"person {id_}": person for id_, person in story.people.items()},
    }
    assert misspelt(pieces, own) == {}


def test_a_slip_is_found_and_told_where(story: Story, own: set[str]) -> None:
    slip = Literal("She stands thier in the kitchen, by the kerb.")
    assert misspelt({"scene kitchen": (slip,)}, own) == {"scene kitchen": ["thier"]}
