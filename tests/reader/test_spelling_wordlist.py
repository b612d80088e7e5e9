"""The word list holds what people write: both spellings, every form of a word, new words."""

from __future__ import annotations

import pytest

from game.reader.spelling import NEVER_MEANT
from game.reader.words import Words
from game.workshop.wordlist import DROPPED, Edits, adverbs, build, kept, plain, respelt, tagged, unread

WORDS = Words.load()


@pytest.mark.parametrize(
    ("form", "tags", "lemma"),
    [
        ("water", "NV", "water"),
        ("waters", "PZ", "water"),
        ("watered", "DE", "water"),
        ("watering", "G", "water"),
        ("learned", "DE", "learn"),
        ("learnt", "DE", "learn"),
        ("dreamed", "DE", "dream"),
        ("dreamt", "DE", "dream"),
        ("burned", "DE", "burn"),
        ("spelled", "DE", "spell"),
        ("leaped", "DE", "leap"),
        ("phones", "Z", "phone"),
        ("neighbor", "N", "neighbor"),
        ("neighbour", "N", "neighbour"),
        ("jewelry", "N", "jewelry"),
        ("disembowel", "V", "disembowel"),
        ("purveys", "Z", "purvey"),
        ("hatefully", "R", "hatefully"),
        ("staged", "DE", "stage"),
        ("mimicking", "G", "mimic"),
        ("filmed", "DE", "film"),
    ],
)
def test_forms_have_their_readings(form: str, tags: str, lemma: str) -> None:
    assert set(WORDS.tags(form)) >= set(tags)
    assert {WORDS.lemma(form, tag) for tag in tags} == {lemma}


@pytest.mark.parametrize("form", ["michelle", "kombucha", "yeet", "spotify", "angeles"])
def test_names_and_new_words_are_known(form: str) -> None:
    assert form in WORDS


def test_a_form_counted_in_one_spelling_counts_in_the_other() -> None:
    rows = {"neighbor": {"noun": [["neighbors"]]}, "traveler": {"noun": [[]]}, "floor": {"noun": [[]]}}
    counts = {"neighbour": 9, "neighbours": 8, "traveller": 7, "floor": 6}
    assert respelt(rows, counts) == {"neighbor": 9, "neighbors": 8, "traveler": 7}


def test_of_two_pasts_the_regular_one_is_a_participle_too() -> None:
    row = [["learned", "learnt"], ["learnt"], ["learning"], ["learns"]]
    assert tagged("verb", "learn", row)["E"] == ["learnt", "learned"]
    assert tagged("verb", "show", [["showed"], ["shown"], ["showing"], ["shows"]])["E"] == ["shown"]


def test_of_a_verb_that_is_dropped_the_forms_that_cannot_mislead_are_kept() -> None:
    forms = {"V": ["film"], "Z": ["films"], "D": ["filmed"], "E": ["filmed"], "G": ["filming"]}
    assert plain(forms, "film") == {"D": ["filmed"], "E": ["filmed"], "G": ["filming"]}
    rows = {"film": {"noun": [["films"]], "verb": [["filmed"], [], ["filming"], ["films"]]}}
    lexemes = kept(rows, {"film": 1}, Edits("[drop V]\nfilm\n"))
    assert ("film", "V") not in lexemes
    assert lexemes["film", DROPPED]["G"] == ["filming"]


def test_words_that_no_lexeme_has_are_read_by_their_ending_and_keep_their_base_unless_it_is_known() -> None:
    found = unread(["angeles", "bloggers", "the", "whats", "cat"], {"blogger": {"N": "blogger"}})
    assert found["angeles"]["P"] == "angeles"
    assert found["bloggers"]["P"] == "blogger"
    assert set(found) == {"angeles", "bloggers"}


def test_adverbs_of_known_adjectives_need_not_have_been_counted() -> None:
    rows = {"hatefully": {"adv": [[], []]}, "zorbly": {"adv": [[], []]}}
    assert adverbs(rows, {"hateful": {"A": "hateful"}}) == {"hatefully": {"R": "hatefully"}}


def test_the_list_is_what_its_sources_and_edits_make() -> None:
    pytest.importorskip("lemminflect")
    pytest.importorskip("symspellpy")
    from pathlib import Path  # noqa: PLC0415

    import game.workshop.wordlist as workshop  # noqa: PLC0415

    edits = Edits(Path(workshop.__file__).with_suffix(".txt").read_text("utf-8"))
    assert build(edits) == WORDS._text


def test_ranks_say_what_nothing_is_corrected_to() -> None:
    assert WORDS.rank("yeet") == WORDS.rank("spotify") == NEVER_MEANT
    assert WORDS.rank("watered") < NEVER_MEANT
