"""The day that Ruby has to herself: what was typed of her strikes things out, and never all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.engine.canon import take
from game.engine.quoting import Sentences
from game.engine.state import CanonEntry
from game.engine.step import begin, enter, step
from game.engine.turn import Choose
from tests.story.players import LEFT_OVER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.engine.turn import Turn
    from game.reader.reader import Reader
    from game.story.model import Story

DAY = ("ruby-three", "ruby-three-how", "ruby-three-day")
WAYS = ("ruby-three-bus", "ruby-three-saul", "ruby-three-tail", "ruby-three-sat")
MENUS = (*DAY, *WAYS, "ruby-three-home")

CLOSED = {
    "mood joyful": "Ruby is happy.",
    "mood content": "Ruby is content.",
    "mood sad": "Ruby is sad.",
    "mood angry": "Ruby is angry.",
    "mood afraid": "Ruby is afraid of dogs.",
    "mood anxious": "Ruby is anxious.",
    "mood calm": "Ruby is calm.",
    "mood bored": "Ruby is bored.",
    "mood lonely": "Ruby is lonely.",
    "mood ashamed": "Ruby is ashamed.",
    "mood numb": "Ruby is numb.",
    "mood proud": "Ruby is proud.",
    "mood jealous": "Ruby is jealous.",
    "mood hopeful": "Ruby is hopeful.",
    "mood restless": "Ruby is restless.",
    "mood confused": "Ruby is confused.",
    "bond loves": "Ruby loves Calvin.",
    "bond desires": "Ruby wants Calvin.",
    "bond needs": "Ruby needs Calvin.",
    "bond trusts": "Ruby trusts Calvin.",
    "bond misses": "Ruby misses Calvin.",
    "bond admires": "Ruby admires Calvin.",
    "bond forgives": "Ruby forgives Calvin.",
    "bond faithful": "Ruby is faithful to Calvin.",
    "bond distant": "Ruby is distant with Calvin.",
    "bond indifferent": "Ruby is indifferent to Calvin.",
    "bond resents": "Ruby resents Calvin.",
    "bond hates": "Ruby hates Calvin.",
    "bond fears": "Ruby is afraid of Calvin.",
    "bond leaves": "Ruby leaves Calvin.",
    "will free": "Ruby does as she pleases.",
    "will obedient": "Ruby does whatever Calvin says.",
    "will bound": "Ruby cannot leave.",
    "will defiant": "Ruby defies Calvin.",
    "speech silent": "Ruby is silent.",
    "speech sings": "Ruby sings instead of speaking.",
    "speech whispers": "Ruby whispers.",
    "speech shouts": "Ruby shouts.",
    "speech rhymes": "Ruby speaks in rhymes.",
    "speech questions": "Ruby speaks only in questions.",
    "speech truthful": "Ruby tells the truth.",
    "speech lies": "Ruby lies.",
    "speech talkative": "Ruby is talkative.",
    "speech stammers": "Ruby stammers.",
    "speech french": "Ruby speaks French.",
    "mind knows": "Ruby knows about the war.",
    "mind forgets": "Ruby forgets her keys.",
    "mind remembers": "Ruby remembers the flood.",
    "mind believes": "Ruby believes in ghosts.",
    "mind doubts": "Ruby doubts the weather.",
    "mind wonders": "Ruby wonders about the moon.",
    "mind dreams": "Ruby dreams of horses.",
    "being real": "Ruby is real.",
    "being written": "Ruby is a character in my novel.",
    "being alive": "Ruby is alive.",
    "being dead": "Ruby is dead.",
    "being gone": "Ruby does not exist.",
    "being ageless": "Ruby never ages.",
}
"""A sentence for every closed value (for speech, one language): the claim it makes, by aspect and value."""

OPEN = {
    "trait": "Ruby is stubborn.",
    "body": "Ruby has red hair.",
    "skill": "Ruby can juggle.",
    "skill denied": "Ruby can't swim.",
    "act": "Ruby keeps bees.",
    "act denied": "Ruby never dances.",
    "have": "Ruby has a motorcycle.",
    "taste": "Ruby likes mushrooms.",
    "taste denied": "Ruby hates mushrooms.",
    "want": "Ruby wants a canoe.",
    "role": "Ruby is a nurse.",
    "past": "Ruby grew up on a farm.",
    "place": "Ruby lives in a lighthouse.",
    "place denied": "Ruby never goes out.",
    "say": 'Ruby says, "Not on a Sunday."',
    "tie": "Harry is Ruby's friend.",
}
"""A sentence for every open aspect, and for those of which a denial is something else."""

ELSE = {
    "absolute": "Ruby always eats standing up.",
    "later": "Ruby will be famous.",
    "no joy": "Ruby is not happy.",
    "Calvin's": "Calvin loves Ruby.",
}
"""What strikes by its degree, its time, its denial or whose it is."""


def morning(story: Story, reader: Reader, sentences: Iterable[str], scene: str) -> Turn:
    """The scene as it is for a Ruby of whom just these sentences were typed."""
    turn = begin(story, 5)
    canon: tuple[CanonEntry, ...] = ()
    former: tuple[CanonEntry, ...] = ()
    number = 0
    for page, text in enumerate(sentences, 1):
        for claim in reader.read(text).claims:
            number += 1
            sentence = Sentences(text).at(*claim.span)
            entry = CanonEntry(number, claim, sentence, "who-is-she", page, "blank-page", 1)
            taken = take(canon, former, entry, story.exclusions)
            canon, former = taken.canon, taken.former
    state = turn.state._replace(canon=canon, former=former)
    return enter(story, turn._replace(state=state, passages=()), scene)


def struck(turn: Turn) -> list[str]:
    """The choices that are shown struck through."""
    return [choice.id for choice in turn.choices if not choice.enabled]


@pytest.mark.parametrize("kind", CLOSED)
def test_the_sentences_say_what_they_are_there_to_say(reader: Reader, kind: str) -> None:
    aspect, value = kind.split()
    claims = reader.read(CLOSED[kind]).claims
    assert [c for c in claims if c.aspect == aspect and c.value == value and c.holds and c.time == "now"]


def test_the_open_sentences_say_what_they_are_there_to_say(reader: Reader) -> None:
    for kind, sentence in OPEN.items():
        aspect, _, denied = kind.partition(" ")
        claims = reader.read(sentence).claims
        assert [c for c in claims if c.aspect == aspect and c.holds == (not denied)], sentence


def test_at_least_forty_kinds_of_canon_strike_something_out(story: Story, reader: Reader) -> None:
    striking = set()
    for kind, sentence in (CLOSED | OPEN | ELSE).items():
        for scene in MENUS:
            for choice in morning(story, reader, [sentence], scene).choices:
                if not choice.enabled:
                    assert choice.forbidden_by == sentence
                    striking.add(kind)
    assert len(striking) >= 70, set(CLOSED | OPEN | ELSE) - striking


def test_of_a_ruby_of_whom_nothing_is_written_nothing_is_struck_out(story: Story, reader: Reader) -> None:
    for scene in MENUS:
        turn = morning(story, reader, (), scene)
        assert 7 <= len(turn.choices) <= 9, scene
        assert not struck(turn), scene


def test_however_much_is_written_one_thing_in_each_menu_is_left(story: Story, reader: Reader) -> None:
    everything = [*CLOSED.values(), *OPEN.values(), *ELSE.values()]
    for turned in (everything, everything[::-1]):
        for scene in MENUS:
            turn = morning(story, reader, turned, scene)
            left = [choice.id for choice in turn.choices if choice.enabled]
            assert left, scene
            assert len(left) <= 4, (scene, left)


@pytest.mark.parametrize("kind", [*CLOSED, *OPEN, *ELSE])
def test_what_is_picked_all_the_same_is_broken_into_by_the_sentence(
    story: Story, reader: Reader, kind: str
) -> None:
    sentence = (CLOSED | OPEN | ELSE)[kind]
    for scene in MENUS:
        turn = morning(story, reader, [sentence], scene)
        for choice in struck(turn):
            after = step(story, turn.state, Choose(choice))
            kinds = [passage.kind for passage in after.passages]
            assert kinds == ["interlude", "typed", "interlude"], (scene, choice)
            assert after.passages[1].text == sentence
            assert not after.passages[0].text.rstrip().endswith("."), (scene, choice)
            assert not LEFT_OVER.search(after.passages[2].text), after.passages[2].text
            assert choice in struck(after)
            assert after.scene == turn.scene


def test_the_sentence_that_breaks_in_is_the_one_that_the_menu_gave(story: Story, reader: Reader) -> None:
    everything = [*CLOSED.values(), *OPEN.values(), *ELSE.values()]
    for scene in MENUS:
        turn = morning(story, reader, everything, scene)
        for choice in turn.choices:
            if not choice.enabled:
                after = step(story, turn.state, Choose(choice.id))
                assert after.passages[1].text == choice.forbidden_by, (scene, choice.id)


@pytest.mark.parametrize("way", WAYS)
def test_each_way_through_the_day_ends_at_the_party_and_is_remembered(
    story: Story, reader: Reader, way: str
) -> None:
    picks = ("tin", "window", way.removeprefix("ruby-three-").replace("sat", "sit"))
    turn = morning(story, reader, (), "ruby-three")
    for pick in picks:
        turn = step(story, turn.state, Choose(pick))
    assert turn.scene == way
    turn = step(story, turn.state, Choose(turn.choices[-1].id))
    assert turn.scene == "ruby-three-home"
    names = list(story.variables)
    assert turn.state.variables[names.index("ruby_day")] == way.removeprefix("ruby-three-")
    turn = step(story, turn.state, Choose("lid"))
    assert not turn.scene.startswith("ruby-three")
