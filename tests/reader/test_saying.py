"""Claims said again: the table that was read by eye, and what holds for any claim at all."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from game.reader.claims import ASPECTS, SUBJECTS, Claim, Frame, Ref
from game.reader.saying import condition_phrase, deny, is_plural, object_phrase, say

FORMS = (
    "third",
    "base",
    "ing",
    "past",
    "perfect",
    "negated",
    "question",
    "first",
    "second",
    "other",
    "mine",
    "noun",
)
TABLE = yaml.safe_load((Path(__file__).parent / "data" / "sayings.yaml").read_text("utf-8"))


def marked(text: str) -> tuple[str, tuple[Ref, ...]]:
    """Text and refs of the table's notation: *go of {my|calvin|possessive} sleeve*."""
    refs: list[Ref] = []
    plain = ""
    for piece in re.split(r"(\{.*?\})", text):
        if piece.startswith("{"):
            typed, who, case = piece[1:-1].split("|")
            refs.append(Ref(len(plain), len(plain) + len(typed), who, case))  # type: ignore[arg-type]
            plain += typed
        else:
            plain += piece
    return plain, tuple(refs)


def built(row: dict[str, object]) -> Claim:
    """The claim of a row of the table."""
    fields = dict(row["claim"])  # type: ignore[call-overload]
    frame = None
    if "lemma" in fields:
        tail, tail_refs = marked(fields.pop("tail", ""))
        noun, noun_refs = marked(fields.pop("noun", ""))
        frame = Frame(
            fields.pop("lemma"), tail, tail_refs, fields.pop("adverb", ""), fields.pop("modal", ""),
            fields.pop("negated", False), noun, noun_refs, fields.pop("plural", False),
        )  # fmt: skip
    return Claim(**{"subject": "ruby", "value": "", **fields}, frame=frame)


def remembered(thing: str, tail: str) -> Claim:
    """That she remembers something."""
    return built({"claim": {"aspect": "mind", "object": thing, "lemma": "remember", "tail": tail}})


def cases() -> list[object]:
    return [
        pytest.param(built(row), form, said, id=f"{number}-{form}")
        for number, row in enumerate(TABLE)
        for form, said in row["said"].items()
    ]


def test_the_table_is_long_enough() -> None:
    assert len(cases()) >= 200
    assert {form for row in TABLE for form in row["said"]} >= set(FORMS) | {"denied"}


@pytest.mark.parametrize(("claim", "form", "said"), cases())
def test_a_claim_is_said_as_it_would_be(claim: Claim, form: str, said: str) -> None:
    assert (say(deny(claim), "third") if form == "denied" else say(claim, form)) == said


@pytest.mark.parametrize(
    ("claim", "plural"),
    [
        (Claim("ruby", "have", "bee", frame=Frame("have", "bees", noun="bees", plural=True)), True),
        (Claim("ruby", "have", "dog", frame=Frame("have", "a dog", noun="a dog")), False),
        (Claim("ruby", "act", "keep bee", frame=Frame("keep", "bees", noun="bees", plural=True)), False),
        (Claim("ruby", "have", "bee"), False),
        (Claim("ruby", "taste", "mushroom"), True),
    ],
)
def test_the_noun_form_takes_are_only_where_it_is_a_plural_noun(claim: Claim, plural: bool) -> None:
    assert is_plural(claim) is plural


def test_a_denied_claim_is_denied_in_its_facts_too() -> None:
    claim = Claim("ruby", "taste", "mushroom", frame=Frame("love", "mushrooms"))
    assert deny(claim).holds is False
    assert deny(deny(claim)) == claim


@pytest.mark.parametrize(
    ("claim", "form", "said"),
    [
        (Claim("ruby", "tie", "friend", object="harry"), "other", "Harry"),
        (Claim("ruby", "mind", "forgets", object="calvin"), "third", "you"),
        (Claim("ruby", "mind", "forgets", object="calvin"), "mine", "him"),
        (Claim("ruby", "mind", "forgets", object="calvin"), "told", "me"),
        (Claim("ruby", "mind", "knows", object="written"), "third", "what she is"),
        (Claim("ruby", "mind", "knows", object="written"), "first", "what I am"),
        (remembered("moon landing", "the moon landing"), "third", "the moon landing"),
        (remembered("name", "{my|calvin|possessive} name"), "third", "your name"),
        (remembered("name", "{my|calvin|possessive} name"), "second", "my name"),
        (Claim("ruby", "act", "dance"), "third", ""),
    ],
)  # fmt: skip
def test_the_object_is_named(claim: Claim, form: str, said: str) -> None:
    assert object_phrase(claim, form) == said


@pytest.mark.parametrize(
    ("when", "form", "said"),
    [
        ("whenever Calvin leaves the room", "third", "whenever you leave the room"),
        ("whenever Calvin leaves the room", "mine", "whenever he leaves the room"),
        ("without me", "third", "without you"),
        ("if I ask", "second", "if I ask"),
        ("unless she is asleep", "first", "unless I am asleep"),
        (None, "third", ""),
    ],
)
def test_a_condition_is_said_by_the_speaker(when: str | None, form: str, said: str) -> None:
    assert condition_phrase(Claim("ruby", "mood", "sad", when=when), form) == said


def test_a_long_clause_ends_at_a_word() -> None:
    said = say(Claim("ruby", "act", "", frame=Frame("keep", "bees and " * 60)), "third")
    assert len(said) <= 160
    assert said.endswith(("bees…", "and…"))


texts = st.text(max_size=30) | st.text(alphabet="ab 'I me~\"{[\x1b\n\u202e", max_size=500)
words = st.sampled_from(
    ["her", "Calvin says no", "be", "never", "no one", "always sad", "I am", "he's", "can", "must", "got to"]
)
typed = texts | words | st.lists(words, max_size=8).map(" ".join)
refs = st.lists(
    st.builds(
        Ref,
        st.integers(-3, 60),
        st.integers(-3, 60),
        st.sampled_from(SUBJECTS) | typed,
        st.sampled_from(["subject", "object", "possessive", "own", "reflexive"]),
    ),
    max_size=4,
).map(tuple)
frames = st.builds(Frame, typed, typed, refs, typed, typed, st.booleans(), typed, refs, st.booleans())
claims = st.builds(
    Claim,
    st.sampled_from(SUBJECTS),
    st.sampled_from(ASPECTS),
    typed
    | st.sampled_from(["joyful", "loves", "obedient", "french", "knows", "written", "friend", "keep bee"]),
    st.booleans(),
    st.sampled_from(["slight", "plain", "strong", "absolute"]),
    st.sampled_from(["now", "before", "later"]),
    st.none() | typed,
    st.none() | st.sampled_from(SUBJECTS) | typed,
    st.just((0, 0)),
    typed,
    st.none() | frames,
)


@given(claims, st.sampled_from(FORMS))
def test_any_claim_is_said_in_one_safe_line(claim: Claim, form: str) -> None:
    for said in (say(claim, form), say(deny(claim), form)):
        assert said
        assert len(said) <= 160
        assert said == " ".join(said.split())
        assert not any(unicodedata.category(char).startswith("C") for char in said)
    assert object_phrase(claim, form).isprintable()
    assert condition_phrase(claim, form).isprintable()


@given(claims)
def test_denying_always_flips_what_holds_and_nothing_else_of_the_facts(claim: Claim) -> None:
    turned = deny(claim)
    assert replace(turned, holds=claim.holds, frame=claim.frame) == claim
    assert turned.holds is not claim.holds


@pytest.mark.parametrize("aspect", sorted(ASPECTS))
def test_every_aspect_has_words_of_its_own_without_a_frame(aspect: str) -> None:
    for value in ("joyful", "keep bee", "paris", "wear", "leave house", ""):
        assert re.search(r"\w", say(Claim("ruby", aspect, value), "third"))
