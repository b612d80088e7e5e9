"""Each claim's frame: the head as a lemma, the rest as typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from game.reader.claims import Claim
    from game.reader.reader import Reader

SAID = [
    # page, the value or aspect of the claim meant, lemma, tail
    ("Ruby keeps bees on the roof.", "act", "keep", "bees on the roof"),
    ("Ruby owns a one legged parrot", "have", "own", "a one legged parrot"),
    ("Let Ruby be happy.", "mood", "be", "happy"),
    ("She is always very happy.", "mood", "be", "always very happy"),
    ("She is kind, funny and speaks Italian", "kind", "be", "kind"),
    ("She is kind, funny and speaks Italian", "funny", "be", "funny"),
    ("She is kind, funny and speaks Italian", "speech", "speak", "Italian"),
    (
        "She has eyes the color of wet slate and a gap between her front teeth.",
        "body",
        "have",
        "eyes the color of wet slate",
    ),
    ("Her hair is red.", "body", "have", "red hair"),
    ("Ruby cannot stop hiccuping.", "will", "stop", "hiccuping"),
    ("Ruby cannot stop hiccuping.", "hiccup", "hiccup", ""),
    ("Ruby loves Calvin more than anything.", "bond", "love", "Calvin more than anything"),
    ("Ruby never sleeps.", "act", "sleep", ""),
    ("She plays the cello beautifully.", "skill", "play", "the cello beautifully"),
    ("Ruby was born in Dayton.", "past", "be", "born in Dayton"),
    ("Ruby lives above a bakery.", "place", "live", "above a bakery"),
    ("Make her laugh.", "act", "laugh", ""),
    ("Ruby wants a dog.", "want", "want", "a dog"),
    ("Ruby wants to leave Los Angeles.", "want", "want", "to leave Los Angeles"),
    ("She hates mushrooms.", "taste", "hate", "mushrooms"),
    ("She is a very frugal plumber.", "role", "be", "a very frugal plumber"),
    ("She wears a yellow dress every day.", "body", "wear", "a yellow dress"),
    ("Yesterday Ruby burned the toast.", "act", "burn", "the toast"),
    ("Ruby is Harry's sister.", "tie", "be", "Harry's sister"),
    ("She speaks only French.", "speech", "speak", "only French"),
    ("Ruby bakes bread and paints the walls blue.", "bake bread", "bake", "bread"),
    ("Ruby bakes bread and paints the walls blue.", "paint wall", "paint", "the walls blue"),
    ("She can whistle through two fingers and drive a truck.", "drive truck", "drive", "a truck"),
    ("She can't swim.", "skill", "swim", ""),
    ("Ruby has two cats and a broken guitar.", "guitar", "have", "a broken guitar"),
]


def find(claims: tuple[Claim, ...], which: str) -> Claim:
    return (
        next(c for c in claims if which == c.aspect)
        if any(which == c.aspect for c in claims)
        else next(c for c in claims if which in c.value)
    )


@pytest.mark.parametrize(("page", "which", "lemma", "tail"), SAID)
def test_the_frame_is_the_clause_as_typed(
    reader: Reader, page: str, which: str, lemma: str, tail: str
) -> None:
    frame = find(reader.read(page).claims, which).frame
    assert frame is not None
    assert (frame.lemma, frame.tail) == (lemma, tail)


@pytest.mark.parametrize(
    ("page", "modal", "negated", "adverb"),
    [
        ("She can't swim.", "can", True, ""),
        ("Ruby never sleeps.", "", False, "never"),
        ("She doesn't love Calvin any more.", "", True, ""),
        ("Ruby must sing.", "must", False, ""),
        ("Ruby secretly keeps bees.", "", False, "secretly"),
        ("Ruby stopped smoking.", "", True, ""),
        ("Ruby is not sad.", "", True, ""),
    ],
)
def test_the_frame_keeps_modal_denial_and_adverb(
    reader: Reader, page: str, modal: str, negated: bool, adverb: str
) -> None:
    frame = reader.read(page).claims[0].frame
    assert frame is not None
    assert (frame.modal, frame.negated, frame.adverb) == (modal, negated, adverb)


@pytest.mark.parametrize(
    ("page", "refs"),
    [
        ("Ruby loves me.", [("me", "calvin", "object")]),
        ("She lets go of my sleeve.", [("my", "calvin", "possessive")]),
        ("Ruby misses him.", [("him", "calvin", "object")]),
        ("She kisses Harry.", [("Harry", "harry", "object")]),
        ("Ruby brushes her hair.", [("her", "ruby", "possessive")]),
        ("Ruby talks to herself.", [("herself", "ruby", "reflexive")]),
    ],
)
def test_every_word_that_stands_for_somebody_is_noted(
    reader: Reader, page: str, refs: list[tuple[str, str, str]]
) -> None:
    frame = reader.read(page).claims[0].frame
    assert frame is not None
    assert [(frame.tail[r.start : r.end], r.who, r.case) for r in frame.tail_refs] == refs


@pytest.mark.parametrize(
    ("page", "noun", "plural"),
    [
        ("Ruby has a red bicycle.", "a red bicycle", False),
        ("Ruby has two cats.", "two cats", True),
        ("Her hair is red.", "red hair", False),
        ("Ruby keeps bees.", "bees", True),
        ("Ruby is a trapeze artist.", "a trapeze artist", False),
        ("She hates mushrooms.", "mushrooms", True),
    ],
)
def test_the_noun_keeps_its_article(reader: Reader, page: str, noun: str, plural: bool) -> None:
    frame = reader.read(page).claims[0].frame
    assert frame is not None
    assert (frame.noun, frame.plural) == (noun, plural)
