"""How novelists build sentences: what commas set off, what stands first, what is left out, who tells it."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from tests.reader.test_composition import PARTS, claims_of

if TYPE_CHECKING:
    from game.reader.reader import Reader

SET_OFF = (
    ("barefoot", "is barefoot"), ("tired and cross", "is tired and cross"),
    ("a retired surgeon", "is a retired surgeon"), ("frightened of cats", "is frightened of cats"),
    ("humming", "hums"), ("with a wooden leg", "has a wooden leg"), ("thirty-one", "is thirty-one"),
    ("no longer young", "is no longer young"), ("blonde and proud", "is blonde and proud"),
    ("drenched to the skin", "is drenched to the skin"), ("peeling an orange", "peels an orange"),
    ("neither rich nor clever", "is neither rich nor clever"), ("raised by wolves", "was raised by wolves"),
    ("allergic to nuts", "is allergic to nuts"), ("in a green coat", "wears a green coat"),
)  # fmt: skip
PLACES = {
    "before": ("{Phrase}, Ruby {part}.", 0.98),
    "between": ("Ruby, {phrase}, {part}.", 0.96),
    "after": ("Ruby {part}, {phrase}.", 0.84),
    "in the second clause": ("It was noon and, {phrase}, Ruby {part}.", 0.97),
}
"""Where a phrase may be set off, and the share of clauses that it leaves whole and adds its own claims to."""


@pytest.mark.parametrize("place", PLACES)
def test_a_phrase_set_off_claims_what_it_would_claim_alone(reader: Reader, place: str) -> None:
    template, share = PLACES[place]
    whole = 0
    for (phrase, plain), part in itertools.product(SET_OFF, PARTS):
        text = template.format(Phrase=phrase[0].upper() + phrase[1:], phrase=phrase, part=part)
        alone = claims_of(reader, f"Ruby {part}.") | claims_of(reader, f"Ruby {plain}.")
        whole += {c[:4] for c in claims_of(reader, text)} == {c[:4] for c in alone}
    assert whole >= share * len(SET_OFF) * len(PARTS)


def share_of_threes_read(reader: Reader, template: str, things: tuple[str, ...]) -> float:
    """Of threes of these 25 things told in one sentence, how many read as each does alone."""
    alone = {thing: claims_of(reader, f"Ruby {thing}.") for thing in things}
    threes = [
        (things[i], things[(i * 7 + k) % 25], things[(i * 11 + 3 * k + 1) % 25])
        for i in range(25)
        for k in (1, 4)
    ]
    whole = 0
    for a, b, c in threes:
        found = claims_of(reader, template.format(a=a, b=b, c=c))
        whole += alone[a] | alone[b] | alone[c] <= found
    return whole / len(threes)


HABITS = (
    "salts the eggs", "wrings out her braid", "waves at the bishop", "winds the clock", "climbs the fence",
    "shells walnuts", "laughs", "bites the dentist", "hides the spoons", "cuts the cake", "weeps", "feeds the hens",  # noqa: E501
    "lights a cigarette", "breaks a plate", "steals the sign", "burns the toast", "rings the bell", "hums",
    "sweeps the yard", "shuts the window", "strikes a match", "knocks on the wall", "paints the boat",
    "plants beans", "counts the change",
)  # fmt: skip
TELLINGS = {
    "three": ("Ruby {a}, {b} and {c}.", 0.96),
    "after an apposition": ("Ruby, a widow, {a}, {b} and {c}.", 0.85),
    "after an adjective": ("Ruby, barefoot, {a}, {b} and {c}.", 0.85),
    "she each time": ("When she is bored she {a}, she {b}, she {c}.", 0.96),
}


@pytest.mark.parametrize("telling", TELLINGS)
def test_each_habit_in_a_series_is_read(reader: Reader, telling: str) -> None:
    template, share = TELLINGS[telling]
    assert share_of_threes_read(reader, template, HABITS) >= share


def test_what_another_does_meanwhile_is_so_too(reader: Reader) -> None:
    found = {(c.subject, c.value) for c in reader.read("Ruby hums while Harry sweeps the yard.").claims}
    assert {("ruby", "hum"), ("harry", "sweep yard")} <= found


FRAMES = (
    "It is Ruby who {part}.", "There was once a girl called Ruby who {part}.", "Ruby, whose aunt knits, {part}.",  # noqa: E501
    "The truth is that Ruby {part}.", "Ruby, it must be said, {part}.", "Ruby (and this is the odd part) {part}.",  # noqa: E501
    "Ruby, or Miss Sparks, {part}.", "It was so cold that Ruby {part}.", "For all her faults, Ruby {part}.",
)  # fmt: skip


@pytest.mark.parametrize("frame", FRAMES)
def test_a_frame_round_a_clause_leaves_its_claims(reader: Reader, frame: str) -> None:
    whole = 0
    for part in PARTS:
        alone = claims_of(reader, f"Ruby {part}.")
        found = {c for c in claims_of(reader, frame.format(part=part)) if c[0] == "ruby"}
        whole += {c[:4] for c in found} == {c[:4] for c in alone}
    assert whole >= 0.9 * len(PARTS)


REPORTS = (
    "Harry told me that Ruby {part}.", "Harry told me, not unkindly, that Ruby {part}.",
    "Ruby, Harry said, {part}.", "Ruby {part}, Harry said.", "According to Harry, Ruby {part}.",
    "Harry insisted over the soup that Ruby {part}.",
)  # fmt: skip


@pytest.mark.parametrize("report", REPORTS)
def test_what_is_reported_is_said_and_not_so(reader: Reader, report: str) -> None:
    whole = 0
    for part in PARTS:
        claims = reader.read(report.format(part=part)).claims
        said = [c for c in claims if (c.subject, c.aspect) == ("harry", "say")]
        whole += len(said) == 1 and len(claims) == 1
    assert whole >= 0.93 * len(PARTS)


DEEDS = (
    "salted the eggs", "unlatched the gate", "swore at the goose", "wound the clock", "climbed onto the roof",
    "laughed", "bit the dentist", "hid the spoons", "cut the cake", "wept", "spat into the sink", "fed the hens",  # noqa: E501
    "set fire to the hat", "lit a cigarette", "broke a plate", "stole the sign", "slept in the bath", "rang the bell",  # noqa: E501
    "burned the chairs", "knelt in the grass", "swept the yard", "put out the lamp", "shut the window",
    "struck a match", "left the room",
)  # fmt: skip
SERIES = {
    "three": ("Ruby {a}, {b} and {c}.", 0.97),
    "after a time": ("After supper Ruby {a}, {b}, and {c}.", 0.97),
    "after an apposition": ("Ruby, a widow, {a}, {b} and {c}.", 0.95),
    "after a relative clause": ("Ruby, who knits, {a}, {b} and {c}.", 0.97),
    "turned": ("Ruby {a} but {b}, and then {c}.", 0.95),
    "without a word": ("Ruby {a}, {b} and without a word {c}.", 0.7),
}
"""How three things done may be told, and the share of threes of which every one must be read."""


@pytest.mark.parametrize("series", SERIES)
def test_each_thing_done_in_a_series_is_read(reader: Reader, series: str) -> None:
    template, share = SERIES[series]
    assert share_of_threes_read(reader, template, DEEDS) >= share


SENTENCES = [
    ("Such was her pride that she never apologised.", [("ruby", "mood", "proud", True)]),
    ("So afraid was she of dogs that she crossed the road.", [("ruby", "mood", "afraid", True)]),
    ("It was silence that she feared.", [("ruby", "mood", "afraid", True)]),
    ("Ruby was less a nurse than a general.", [("ruby", "role", "general", True)]),
    ("There was in her a stubbornness.", [("ruby", "trait", "stubborn", True)]),
    ("Hers is the only motorcycle in the street.", [("ruby", "have", "only motorcycle in street", True)]),
    ("From her belt hung a ring of keys.", [("ruby", "body", "ring of key from belt", True)]),
    ("Patience was not among her virtues.", [("ruby", "trait", "patient", False)]),
    ("Kind she was not.", [("ruby", "trait", "kind", False)]),
    ("Blessed is Ruby, who feeds the strays.", [("ruby", "act", "feed stray", True)]),
    ("Here lies Ruby, who meant to tidy up.", [("ruby", "being", "dead", True)]),
    ("Her love of thunder kept me awake.", [("ruby", "taste", "thunder", True)]),
    ("Her faith in maps is touching.", [("ruby", "mind", "believes", True)]),
    ("She has a gift for mimicry.", [("ruby", "skill", "mimicry", True)]),
    ("Ruby poured the gin and Lila the tea.", [("lila", "act", "pour tea", True)]),
    ("In youth she was a beauty, in middle age a scandal.", [("ruby", "body", "beautiful", True)]),
    ("Ruby lives with her aunt, a retired spy who keeps parrots.", [("other", "act", "keep parrot", True)]),
    ("Gertrude, whom adversity had made thrifty, smiled.", [("gertrude", "trait", "thrifty", True)]),
    ("Ruby, whom the neighbours called the Duchess, wore furs.", [("ruby", "role", "duchess", True)]),
    ("Ruby at the window, barefoot, a letter in her hand.", [("ruby", "body", "barefoot", True)]),
    ("I saw her steal the sign.", [("ruby", "act", "steal sign", True)]),
    ("I have never seen her so calm.", [("ruby", "mood", "calm", True)]),
    ("It was like Ruby to bring a spade.", [("ruby", "act", "bring spade", True)]),
    ("It never occurred to Ruby to be afraid.", [("ruby", "mood", "afraid", False)]),
    ("Hardly had Ruby unpacked when she was homesick.", [("ruby", "mood", "sad", True)]),
    ("When the lights came up Ruby was gone.", [("ruby", "being", "gone", True)]),
    ("She's lost a shoe.", [("ruby", "act", "lose shoe", True)]),
    ("Once she loved a sailor.", [("ruby", "taste", "sailor", True)]),
    ("Ruby had the piano tuned.", [("ruby", "act", "tune piano", True)]),
    ("She was made mayor by accident.", [("ruby", "role", "mayor", True)]),
    ("Ruby tiptoed into the pantry.", [("ruby", "place", "tiptoe pantry", True)]),
]


@pytest.mark.parametrize(("page", "expected"), SENTENCES)
def test_a_sentence_of_a_novelist(
    reader: Reader, page: str, expected: list[tuple[str, str, str, bool]]
) -> None:
    found = [(c.subject, c.aspect, c.value, c.holds) for c in reader.read(page).claims]
    assert all(claim in found for claim in expected), found


@pytest.mark.parametrize(
    "page", ["She was thought dead for a week.", "He has her photograph, creased across it."]
)
def test_what_is_thought_or_creased_is_nothing_that_she_does(reader: Reader, page: str) -> None:
    assert not [c for c in reader.read(page).claims if c.aspect == "act"]
