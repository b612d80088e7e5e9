"""Misspelt words are read as meant, and sound ones left alone: measured, with floors."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from game.reader.reader import Reader
from game.reader.spelling import _NOT_GUESSED, edits
from game.reader.words import Words
from tests.reader.conftest import LEXICON

if TYPE_CHECKING:
    from game.reader.tokens import Token

TABLE = yaml.safe_load((Path(__file__).parent / "data" / "spelling.yaml").read_text("utf-8"))
WORDS = Words.load()
SOUND_PAGES = ("Ruby has a {} now.", "{} loves Ruby.", "Ruby likes {} very much.")


def taken(reader: Reader, page: str, word: str) -> list[Token]:
    """The tokens that a word of the page is read as."""
    start = page.index(word)
    tokens = reader._sentences.tokens(page, (), True)
    return [t for t in tokens if t.start < start + len(word) and t.end > start]


def meant(reader: Reader, word: str, page: str = "Ruby is {} today.") -> str:
    return "".join(t.low for t in taken(reader, page.format(word), word))


@dataclass
class Measured:
    """What came of a table."""

    fixed: int = 0
    wrong: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    spoilt: list[str] = field(default_factory=list)


def measure(reader: Reader, typos: dict[str, str], sound: list[str]) -> Measured:
    """A typo counts as fixed if it is read as the word meant, or as a form of it."""
    result = Measured()
    for typo, word in typos.items():
        tokens = taken(reader, f"Ruby is {typo} today.", typo)
        got = "".join(t.low for t in tokens)
        bases = {word} | {WORDS.lemma(word, tag) for tag in WORDS.tags(word)}
        if got == word or (got == typo and tokens[0].lemma in bases):
            result.fixed += 1
        elif got == typo:
            result.left.append(typo)
        else:
            result.wrong.append(f"{typo} as {got}")
    for word in sound:
        pages = {page.format(word) for page in SOUND_PAGES} | {f"{word.capitalize()} loves Ruby."}
        for page in sorted(pages):
            typed = word if word in page else word.capitalize()
            got = "".join(t.low for t in taken(reader, page, typed))
            if got != word.lower():
                result.spoilt.append(f"{word} as {got}")
                break
    return result


@pytest.mark.parametrize("which", ["", "later-"])
def test_typos_are_fixed_and_sound_words_left_alone_at_least_this_often(reader: Reader, which: str) -> None:
    typos, sound = TABLE[f"{which}typos"], TABLE[f"{which}sound"]
    result = measure(reader, typos, sound)
    told = (
        f"{which}typos: {result.fixed / len(typos):.1%} of {len(typos)} fixed, "
        f"{len(result.wrong) / len(typos):.1%} wrong, "
        f"{len(result.spoilt) / len(sound):.1%} of {len(sound)} sound words spoilt\n"
        f"left: {', '.join(result.left)}\nwrong: {', '.join(result.wrong)}\n"
        f"spoilt: {', '.join(result.spoilt)}"
    )
    print(told)
    assert result.fixed >= 0.9 * len(typos), told
    assert len(result.wrong) <= 0.02 * len(typos), told
    assert len(result.spoilt) <= 0.05 * len(sound), told


def test_the_table_is_large_enough_to_tell() -> None:
    assert len(TABLE["typos"]) >= 150
    assert len(TABLE["sound"]) >= 150
    assert all(typo != word for which in ("typos", "later-typos") for typo, word in TABLE[which].items())


@pytest.mark.parametrize(
    ("typo", "word"),
    [
        ("hapy", "happy"), ("freindly", "friendly"), ("stubbron", "stubborn"), ("jelous", "jealous"), ("beutiful", "beautiful"),  # noqa: E501
        ("lonley", "lonely"), ("angrey", "angry"), ("frightend", "frightened"), ("restles", "restless"), ("generouss", "generous"),  # noqa: E501
        ("obediant", "obedient"), ("misrable", "miserable"), ("furius", "furious"), ("imaginery", "imaginary"),  # noqa: E501
        ("isnt", "isn't"), ("LOVS", "loves"), ("hapiness", "happiness"), ("elefant", "elephant"),
        ("parralel", "parallel"), ("tounge", "tongue"), ("maintainance", "maintenance"),
    ],
)  # fmt: skip
def test_typos_are_read_as_meant(reader: Reader, typo: str, word: str) -> None:
    assert meant(reader, typo) == word


@pytest.mark.parametrize(
    "word",
    ["zither", "Gertrude", "kombucha", "selfie", "fedora", "gonzo", "Ohio", "blorpy", "zorbling", "Feliz",
     "quidditch", "watered", "learnt", "neighbor", "jewelry", "michelle", "hatefully"],
)  # fmt: skip
def test_sound_words_are_left_alone(reader: Reader, word: str) -> None:
    assert meant(reader, word) == word.lower()


def test_the_word_being_typed_is_not_corrected(reader: Reader) -> None:
    assert [c.value for c in reader.read("Ruby is hapy.").claims] == ["joyful"]
    assert [c.value for c in reader.read("Ruby is hapy").claims] == ["joyful"]
    assert "joyful" not in [c.value for c in reader.read("Ruby is hapy", typing=True).claims]


LAST = sorted(TABLE["typos"] | TABLE["later-typos"])
BEFORE = ["Ruby is ", "Harry said that she was ", "She has a dog and a ", ""]


@given(st.sampled_from(LAST), st.sampled_from(BEFORE), st.sampled_from([" ", ".", "\n", ", and", "!"]))
@settings(max_examples=40, deadline=None)
def test_a_word_is_corrected_when_it_is_finished_and_never_under_the_cursor(
    typo: str, before: str, after: str
) -> None:
    reader = Reader.from_folder(LEXICON)
    asked: list[str] = []
    correct = reader._sentences.speller.correct

    def noting(low: str, typed: str, first: bool) -> str:
        asked.append(low)
        return correct(low, typed, first)

    reader._sentences.speller.correct = noting  # type: ignore[method-assign]
    reader.read(before + typo, typing=True)
    assert typo not in asked
    reader.read(before + typo + after)
    corrected = reader._sentences.tokens(before + typo, (), True)[-1].meant
    assert typo in asked or not corrected


@given(st.sampled_from(LAST), st.sampled_from(BEFORE))
def test_typing_a_space_after_a_typo_is_what_corrects_it(reader: Reader, typo: str, before: str) -> None:
    under = reader._sentences.tokens(before + typo, (), False)[-1]
    assert (under.low, under.meant) == (typo, "")
    done = reader._sentences.tokens(before + typo, (), True)[-1]
    assert done.low == (done.meant or typo)


@given(st.text("abcdefghijklmnopqrstuvwxyz", max_size=24))
def test_no_edit_is_the_word_itself_and_all_cost_something(word: str) -> None:
    found = edits(word)
    assert word not in found
    assert all(cost > 0 for cost in found.values())


@given(st.sampled_from(sorted(_NOT_GUESSED)).flatmap(lambda w: st.sampled_from(sorted(edits(w)))))
def test_nothing_is_corrected_into_what_nobody_would_want_guessed(reader: Reader, near: str) -> None:
    got = reader._sentences.speller.correct(near, near, False)
    assert got == near or got not in _NOT_GUESSED
