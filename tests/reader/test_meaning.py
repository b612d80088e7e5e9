"""What is felt beside a verb, what things give people, what somebody is to others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from game.reader.reader import Reader


def said(reader: Reader, page: str) -> set[tuple[str, str, str, bool]]:
    return {(c.subject, c.aspect, c.value, c.holds) for c in reader.read(page).claims}


@pytest.mark.parametrize(
    ("page", "mood"),
    [
        ("Grief sat on her chest like a stone.", "sad"),
        ("A wave of grief washed over her.", "sad"),
        ("She was bowed down by sorrow.", "sad"),
        ("There was sorrow in her eyes.", "sad"),
        ("She knew great sorrow.", "sad"),
        ("She sank into melancholy.", "sad"),
        ("Her voice was thick with grief.", "sad"),
        ("The news saddened her.", "sad"),
        ("She was saddened by the news.", "sad"),
        ("It broke her heart.", "sad"),
        ("Fear clutched at her heart.", "afraid"),
        ("She fled in terror.", "afraid"),
        ("Her hands shook with fear.", "afraid"),
        ("She was white with fear.", "afraid"),
        ("She felt a stab of fear.", "afraid"),
        ("Rage blinded her.", "angry"),
        ("In a fury she tore up the map.", "angry"),
        ("To her fury, he laughed.", "angry"),
        ("She was in a vile mood.", "angry"),
        ("She left, furious.", "angry"),
        ("She nursed a cold fury.", "angry"),
        ("She slept badly and woke cross.", "angry"),
        ("She watched them with envy.", "jealous"),
        ("Envy ate at her.", "jealous"),
        ("Pride swelled in her.", "proud"),
        ("There was hope in her heart.", "hopeful"),
        ("She blushed with shame.", "ashamed"),
        ("She had never been so happy.", "joyful"),
        ("She could not have been happier.", "joyful"),
        ("The thought of the sea filled her with joy.", "joyful"),
        ("She could not hide her happiness.", "joyful"),
        ("She found herself happy.", "joyful"),
        ("Her heart was glad.", "joyful"),
    ],
)
def test_a_feeling_is_read_wherever_it_stands(reader: Reader, page: str, mood: str) -> None:
    assert ("ruby", "mood", mood, True) in said(reader, page)


@pytest.mark.parametrize(
    ("page", "mood"),
    [
        ("She knew no fear.", "afraid"),
        ("She felt no fear.", "afraid"),
        ("There was no fear in her eyes.", "afraid"),
        ("She overcame her fear.", "afraid"),
        ("Her fear left her.", "afraid"),
        ("Her anger drained away.", "angry"),
        ("Her sadness lifted.", "sad"),
        ("She was never happy.", "joyful"),
    ],
)
def test_a_feeling_that_is_gone_or_wanting_is_denied(reader: Reader, page: str, mood: str) -> None:
    assert said(reader, page) == {("ruby", "mood", mood, False)}


@pytest.mark.parametrize(
    ("page", "claim"),
    [
        ("The war left him with a limp.", ("calvin", "body", "limp", True)),
        ("Hard work gave her big hands.", ("ruby", "body", "big hand", True)),
        ("Prison taught him patience.", ("calvin", "trait", "patient", True)),
        ("London made her brave.", ("ruby", "trait", "brave", True)),
        ("Dawn found her on the roof.", ("ruby", "place", "roof", True)),
        ("She hated rain, and it made her angry.", ("ruby", "mood", "angry", True)),
    ],
)
def test_what_a_thing_does_to_somebody(reader: Reader, page: str, claim: tuple[str, str, str, bool]) -> None:
    assert claim in said(reader, page)


@pytest.mark.parametrize(
    ("page", "claims"),
    [
        ("She was a woman of courage.", {("trait", "brave", True)}),
        ("She was a person of no importance.", {("trait", "important", False)}),
        ("She was the soul of discretion.", {("trait", "discreet", True)}),
        ("She was of a forgiving nature.", {("trait", "forgiving", True)}),
        ("She was of medium height.", {("body", "medium height", True)}),
        ("She was of Irish descent.", {("past", "irish descent", True)}),
        ("She is a dreadful snob.", {("trait", "snobbish", True)}),
        ("She was a disappointment to her mother.", {("role", "disappointment to mother", True)}),
        ("Ruby is one of those girls who keep beetles.", {("act", "keep beetle", True)}),
        ("Her passion was maps.", {("taste", "map", True)}),
        ("Maps were her passion.", {("taste", "map", True)}),
        ("Her ambition was a garden.", {("want", "garden", True)}),
        ("The attic was her home.", {("place", "attic", True)}),
        ("Her dress was red.", {("body", "red dress", True)}),
        ("She had a smattering of Romanian.", {("speech", "romanian", True)}),
    ],
)
def test_what_somebody_is_and_has(reader: Reader, page: str, claims: set[tuple[str, str, bool]]) -> None:
    assert {claim[1:] for claim in said(reader, page)} == claims


@pytest.mark.parametrize(
    ("page", "things"),
    [
        ("She waited in the wings with a thermos.", {"thermos"}),
        ("She climbed that hill with her stick and her string bag.", {"stick", "string bag"}),
        ("She sailed for Spain with three dresses and a parrot.", {"three dress", "parrot"}),
        ("She walked in with a smile.", set()),
        ("She arrived with her mother.", set()),
        ("She cut the bread with a knife.", set()),
    ],
)
def test_what_somebody_goes_or_waits_with_is_had(reader: Reader, page: str, things: set[str]) -> None:
    assert {value for _, aspect, value, _ in said(reader, page) if aspect == "have"} == things


@pytest.mark.parametrize(
    "page",
    [
        "Thunder frightens Ruby.",
        "The dark frightened her.",
    ],
)
def test_only_he_can_be_feared_as_he_is(reader: Reader, page: str) -> None:
    assert said(reader, page) == {("ruby", "mood", "afraid", True)}


@pytest.mark.parametrize(
    ("page", "not_said"),
    [
        ("Dusk finds her on the fire escape.", "on fire"),
        ("She had her mother's hands and nobody's nose.", "lonely"),
        ("Ruby drowned the kittens.", "dead"),
    ],
)
def test_a_phrase_is_not_read_into_other_words(reader: Reader, page: str, not_said: str) -> None:
    assert not_said not in {value for _, _, value, _ in said(reader, page)}


@pytest.mark.parametrize(
    ("page", "mood"),
    [
        ("Sick at heart, Ruby packed the china.", "sad"),
        ("Ruby packed the china with a heavy heart.", "sad"),
        ("In a vile temper, Ruby broke a plate.", "angry"),
        ("Ruby, in a vile temper, broke a plate.", "angry"),
        ("Over the moon, she bought a hat.", "joyful"),
        ("Ruby bought a hat in high spirits.", "joyful"),
        ("As happy as a lark, she bought a hat.", "joyful"),
        ("She climbed the tree, sick with fear.", "afraid"),
    ],
)
def test_a_mood_may_be_set_off_from_what_is_done(reader: Reader, page: str, mood: str) -> None:
    claims = said(reader, page)
    assert ("ruby", "mood", mood, True) in claims
    assert "act" in {aspect for _, aspect, _, _ in claims}
