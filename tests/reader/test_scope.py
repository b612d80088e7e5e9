"""Denial, degree, time and condition; and what claims nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from game.reader.reader import Reader


@pytest.mark.parametrize(
    ("page", "degree"),
    [
        ("Ruby is happy.", "plain"),
        ("Ruby is very happy.", "strong"),
        ("Ruby is a little happy.", "slight"),
        ("Ruby is always happy.", "absolute"),
        ("Ruby was constantly filled with effervescent joy.", "absolute"),
        ("Ruby is furious.", "plain"),
        ("Ruby isn't happy.", "plain"),
        ("Ruby isn't happy at all.", "absolute"),
        ("Ruby is no longer sad.", "plain"),
        ("Ruby is rarely sad.", "slight"),
        ("Ruby loves me beyond measure.", "strong"),
        ("Every time it rains, Ruby is sad.", "plain"),
        ("Ruby sometimes sings.", "slight"),
        ("Ruby speaks only French.", "absolute"),
        ("Ruby fears nothing.", "absolute"),
    ],
)
def test_degree_is_set_by_explicit_words(reader: Reader, page: str, degree: str) -> None:
    assert [c.degree for c in reader.read(page).claims] == [degree]


@pytest.mark.parametrize(
    ("page", "whens"),
    [
        ("Ruby sings and dances whenever it rains.", ["whenever it rains"] * 2),
        ("Ruby sings, and whenever it rains she dances.", [None, "whenever it rains"]),
        ("Whenever it rains, Ruby sings and dances.", ["Whenever it rains"] * 2),
        ("If it rains Ruby is sad, and Harry is happy.", ["If it rains", None]),
        (
            "She speaks French when she's angry and Spanish when she's tired.",
            ["when she's angry", "when she's tired"],
        ),
        ("Ruby is honest when sober and a liar when drunk.", ["when sober", "when drunk"]),
        ("Ruby gets jealous if I talk to Lila, and sulks if I don't.", ["if I talk to Lila", "if I don't"]),
    ],
)
def test_a_condition_governs_its_own_clauses(reader: Reader, page: str, whens: list[str | None]) -> None:
    assert [c.when for c in reader.read(page).claims] == whens


def test_a_condition_holds_on_past_a_semicolon_and_in_a_cleft(reader: Reader) -> None:
    claims = reader.read("If you drop an egg, Ruby doesn't yell; she names it Gerald.").claims
    assert {c.when for c in claims} == {"If you drop an egg"}
    claims = reader.read("When the music stopped it was Ruby who trembled.").claims
    assert [(c.subject, c.when) for c in claims] == [("ruby", "When the music stopped")]


def test_what_does_not_hold_on_another_occasion_is_said_of_that(reader: Reader) -> None:
    claims = reader.read("Ruby is happy when it rains but not when it snows.").claims
    assert [(c.value, c.holds, c.when) for c in claims] == [
        ("joyful", True, "when it rains"),
        ("joyful", False, "when it snows"),
    ]


def test_an_adverb_of_a_later_conjunct_does_not_reach_an_earlier_one(reader: Reader) -> None:
    claims = reader.read("Ruby is warm, witty, a little vain, and never on time.").claims
    assert [(c.holds, c.degree) for c in claims] == [
        (True, "plain"),
        (True, "plain"),
        (True, "slight"),
        (False, "absolute"),
    ]


@pytest.mark.parametrize(
    ("page", "when"),
    [
        ("Whenever the phone rings, Ruby is scared.", "Whenever the phone rings"),
        ("Ruby is sad if it rains.", "if it rains"),
        ("Ruby sings when she cooks.", "when she cooks"),
        ("Let Ruby be a little sad, but only when it rains.", "only when it rains"),
        ("She gets angry unless I call.", "unless I call"),
        ("She must dance until he tells her to stop.", "until he tells her to stop"),
        ("Ruby never cries except at airports.", "except at airports"),
        ("As long as I write, Ruby is calm.", "As long as I write"),
        ("Ruby, if I call, comes.", "if I call"),
        ("Ruby, when she laughs, is beautiful.", "when she laughs"),
        ("Unless she is hungry Ruby is kind.", "Unless she is hungry"),
        ("Ruby lies if asked.", "if asked"),
        ("When in doubt, Ruby laughs.", "When in doubt"),
        ("Ruby is sad when apart from me.", "when apart from me"),
        ("Ruby can't sleep without the radio on.", "without the radio on"),
        ("Ruby likes everyone except Langdon.", "except Langdon"),
        ("Ruby eats everything but mushrooms.", "but mushrooms"),
        ("Ruby always tells the truth, except to me.", "except to me"),
        ("Ruby faints at the sight of blood.", "at the sight of blood"),
        ("Ruby is cheerful save when it snows.", "save when it snows"),
        ("Ruby is faithful for as long as I am.", "for as long as I am"),
        ("One more word and Ruby leaves.", "One more word"),
        ("The more I type, the more she loves me.", "The more I type"),
        ("Ruby is happy if and only if I am.", "if and only if I am"),
        ("If I were to leave, she would be sad.", "If I were to leave"),
        ("Ruby left without a word.", None),
        ("At night Ruby is sad.", None),
        ("On Sundays Ruby is sad.", None),
    ],
)
def test_conditions_keep_their_words(reader: Reader, page: str, when: str | None) -> None:
    assert reader.read(page).claims[0].when == when


@pytest.mark.parametrize(
    ("page", "time"),
    [
        ("Ruby was happy.", "now"),
        ("Ruby had been happy.", "before"),
        ("Ruby used to be happy.", "before"),
        ("Ruby will be happy.", "later"),
        ("Ruby is going to be happy.", "later"),
        ("Tomorrow Ruby is happy.", "later"),
        ("Ruby grew up on a farm.", "before"),
    ],
)
def test_time_is_told_by_the_verb_and_by_adverbs(reader: Reader, page: str, time: str) -> None:
    assert [c.time for c in reader.read(page).claims] == [time]


@pytest.mark.parametrize(
    ("page", "holds"),
    [
        ("Ruby isn't unfaithful.", True),
        ("Ruby is unfaithful.", False),
        ("Ruby hates mushrooms.", False),
        ("Ruby doesn't hate mushrooms.", True),
        ("Ruby hates Calvin.", True),
        ("ruby aint frightened no more", False),
        ("Ruby stopped loving Calvin.", False),
        ("Neither does Ruby sing.", False),
    ],
)
def test_denial_turns_holds_round_once(reader: Reader, page: str, holds: bool) -> None:
    assert [c.holds for c in reader.read(page).claims] == [holds]


@pytest.mark.parametrize(
    "page",
    [
        "It is raining and the gutters are full of leaves.",
        "Is Ruby happy?",
        "where did i put my glasses",
        "undo",
        "delete everything",
        "save and quit",
        "asdf jkl qwerty",
        "I wish I could write.",
        "If only I could sleep.",
        "The window was open.",
        "August. The sky is the color of dishwater.",
        "Ruby might be happy.",
        "She seems sad.",
        "~~Ruby is sad.~~",
        "SELECT * FROM ruby;",
        "CHAPTER ONE",
        "lorem ipsum dolor sit amet",
        "xxxxxxx the the the",
        "",
    ],
)
def test_what_claims_nothing_is_silent(reader: Reader, page: str) -> None:
    assert reader.read(page).claims == ()


def test_what_is_quoted_is_only_said(reader: Reader) -> None:
    claims = reader.read('"I love you," Ruby whispered.').claims
    assert [(c.subject, c.aspect, c.value) for c in claims] == [
        ("ruby", "say", "I love you"),
        ("ruby", "speech", "whispers"),
    ]


@pytest.mark.parametrize(
    "page",
    ["Ruby is happy whenever it rains.", "If it rains, Ruby sings.", "She keeps bees unless Harry is there."],
)
def test_the_condition_of_a_claim_counts_as_read(reader: Reader, page: str) -> None:
    reading = reader.read(page)
    assert reading.claims[0].when
    assert reading.unread == ()


def test_what_is_unread_is_told(reader: Reader) -> None:
    page = "Ruby is sad. The rain fell on the roof."
    (a, b), *_ = reader.read(page).unread
    assert page[a:b].startswith("The rain")
