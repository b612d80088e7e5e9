"""The word list knows what common English forms can be."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.reader.words import Words

WORDS = Words.load()


@pytest.mark.parametrize(
    ("form", "tags"),
    [
        ("bees", "P"), ("bee", "N"), ("left", "ARDE"), ("kind", "NA"), ("sings", "Z"), ("quit", "VDE"),
        ("was", "D"), ("been", "E"), ("sheep", "NP"), ("sunglasses", "P"), ("panicked", "DE"), ("went", "D"),
        ("selfie", "N"), ("kombucha", "N"), ("hiccuping", "G"), ("happily", "R"), ("quickest", "AR"),
        ("sulks", "PZ"), ("stammers", "PZ"), ("vegan", "NA"), ("tattoos", "PZ"), ("clumsier", "A"),
    ],
)  # fmt: skip
def test_tags_are_all_that_a_form_can_be(form: str, tags: str) -> None:
    assert set(WORDS.tags(form)) >= set(tags)


@pytest.mark.parametrize(
    ("form", "never"),
    [
        ("will", "V"), ("people", "V"), ("red", "V"), ("like", "A"), ("mine", "V"), ("happy", "N"),
        ("eyes", "Z"), ("supply", "R"), ("go", "N"), ("house", "A"), ("ruby", "A"), ("good", "N"),
        ("so", "A"), ("inn", "V"),
    ],
)  # fmt: skip
def test_readings_that_would_mislead_are_left_out(form: str, never: str) -> None:
    assert never not in WORDS.tags(form)


@pytest.mark.parametrize(
    "adjective",
    ["bored", "tired", "married", "lost", "blue", "cold", "warm", "free", "open", "mean", "own", "light",
     "broken", "drunk", "freckled", "homesick"],
)  # fmt: skip
def test_what_a_person_can_be_is_an_adjective(adjective: str) -> None:
    assert "A" in WORDS.tags(adjective)


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("bees", "P", "bee"), ("left", "D", "leave"), ("left", "A", "left"), ("lives", "P", "life"),
        ("lives", "Z", "live"), ("leaves", "P", "leaf"), ("hoping", "G", "hope"), ("hopping", "G", "hop"),
        ("lay", "D", "lie"), ("is", "Z", "be"), ("found", "D", "find"), ("wolves", "P", "wolf"),
        ("kindest", "A", "kind"), ("fastest", "R", "fast"), ("swum", "E", "swim"), ("zorbs", "Z", "zorbs"),
    ],
)  # fmt: skip
def test_lemma_is_the_dictionary_form(form: str, tag: str, lemma: str) -> None:
    assert WORDS.lemma(form, tag) == lemma


def test_commoner_words_rank_lower_and_unknown_ones_zero() -> None:
    assert 0 < WORDS.rank("house") < WORDS.rank("porch") < WORDS.rank("woozy")
    assert WORDS.rank("zorb") == 0


def test_membership_is_for_known_forms_only() -> None:
    assert "bees" in WORDS
    assert "beez" not in WORDS
    assert 3 not in WORDS


def test_every_form_of_the_list_is_found_with_its_own_entry() -> None:
    lines = WORDS._text.splitlines()
    assert len(lines) > 45_000
    assert lines == sorted(lines, key=lambda line: line.split("\t")[0])
    for line in lines:
        form, rank, _ = line.split("\t")
        assert WORDS.rank(form) == int(rank)
        assert WORDS.tags(form)


@given(st.text())
def test_any_text_can_be_looked_up(form: str) -> None:
    tags = WORDS.tags(form)
    assert (form in WORDS) == bool(tags) == bool(WORDS.rank(form))
    assert all(WORDS.lemma(form, tag) for tag in tags)


def test_loading_imports_no_parser() -> None:
    code = (
        "import sys; from game.reader.words import Words; Words.load().tags('bee');"
        "print({'yaml', 'json', 'mmap'} & set(sys.modules))"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert shown == "set()\n"
