"""The build of the word list: what it makes of a row of the lexicon, without the packages it reads."""

from __future__ import annotations

import pytest

from game.reader.words import Words
from game.workshop.wordlist import Edits, chosen, derived, kept, line, tagged

FORMS = [
    "love",
    "red",
    "loved",
    "eye",
    "eyes",
    "loving",
    "loves",
    "eyed",
    "stupid",
    "stupidly",
    "left",
    "leave",
]
COUNTS = {form: len(FORMS) - at for at, form in enumerate(FORMS)}
ROWS = {
    "love": {"noun": [["loves"]], "verb": [["loved"], [], ["loving"], ["loves"]]},
    "eye": {"noun": [["eyes"]], "verb": [["eyed"], [], ["eyeing"], ["eyes"]]},
    "leave": {"verb": [["left"], ["left"], ["leaving"], ["leaves"]]},
    "leaf": {"noun": [["leaves"]]},
    "stupid": {"adj": [["stupider"], ["stupidest"]]},
}


def test_an_empty_participle_is_the_past() -> None:
    assert tagged("verb", "love", ROWS["love"]["verb"])["E"] == ["loved"]


@pytest.mark.parametrize(
    ("noun", "column", "forms"),
    [
        ("bee", ["bees"], {"N": ["bee"], "P": ["bees"]}),
        ("sheep", ["sheep"], {"N": ["sheep"], "P": ["sheep"]}),
        ("scissors", ["scissors"], {"P": ["scissors"]}),
        ("advice", ["advice"], {"N": ["advice"]}),
    ],
)
def test_nouns_have_the_numbers_that_they_have(
    noun: str, column: list[str], forms: dict[str, list[str]]
) -> None:
    assert tagged("noun", noun, [column]) == forms


def test_a_verb_that_is_hardly_ever_meant_is_left_out_unless_kept_by_hand() -> None:
    counts = {"eye": 1_000, "eyes": 900, "eyed": 3, "eyeing": 1}
    assert ("eye", "V") not in kept(ROWS, counts, Edits(""))
    assert ("eye", "V") in kept(ROWS, counts, Edits("[keep V]\neye\n"))


def test_edits_drop_and_add() -> None:
    edits = Edits("# why\n[drop N]\nlove\n[add V]\nzorb\n[add N]\nelf/elves\n")
    lexemes = kept(ROWS, COUNTS, edits)
    assert ("love", "N") not in lexemes
    assert lexemes["zorb", "V"]["G"] == ["zorbing"]
    assert lexemes["elf", "N"]["P"] == ["elves"]


def test_an_unknown_section_of_the_edits_is_an_error() -> None:
    with pytest.raises(ValueError, match="ad N"):
        Edits("[ad N]\nbee\n")


def test_what_the_lexicon_lacks_is_derived_from_what_it_has() -> None:
    lexemes = kept(ROWS, COUNTS, Edits(""))
    assert lexemes["stupid" + "ly", "R"] == {"R": ["stupidly"]}
    assert not derived(lexemes, {"wobbly": 3})


def test_a_chosen_word_brings_all_its_forms() -> None:
    edits = Edits("[prefer]\nleaves P leaf\n[omit Z]\nloves\n")
    readings = chosen(kept(ROWS, COUNTS, edits), COUNTS, edits)
    assert readings["leaving"] == {"G": "leave"}
    assert readings["leaves"] == {"P": "leaf", "Z": "leave"}
    assert readings["loves"] == {"P": "love"}


def test_a_line_says_all_that_words_reads_from_it() -> None:
    text = line("left", 3, {"A": "left", "D": "leave", "E": "leave"})
    words = Words(text)
    assert text == "left\t3\tA DE2ave\n"
    assert (words.tags("left"), words.lemma("left", "D"), words.lemma("left", "A"), words.rank("left")) == (
        "ADE", "leave", "left", 3,
    )  # fmt: skip
