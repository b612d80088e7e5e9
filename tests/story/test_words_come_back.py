"""What is typed of her in chapter 1 is in the kitchen in chapter 2."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

from game.engine.step import begin, step
from game.engine.turn import Choose, Type
from game.reader.claims import OPEN_ASPECTS

if TYPE_CHECKING:
    from game.engine.state import CanonEntry
    from game.engine.turn import Move, Turn
    from game.reader.reader import Reader
    from game.story.model import Story


def to_the_kitchen(story: Story, reader: Reader, page: str, seed: int) -> tuple[Turn, Turn]:
    """The turn before Monday morning and the turn of it, if `page` is what was typed of who she is."""
    chance = random.Random(seed)
    turn = begin(story, seed)
    while True:
        choices = [choice.id for choice in turn.choices if choice.enabled]
        move: Move
        if turn.page and turn.page.id == "who-is-she":
            move = Type(page, reader.read(page).claims)
        elif turn.page and turn.page.id == "likes-scotty":
            move = Type("She likes Scotty.", reader.read("She likes Scotty.").claims)
        else:
            move = Choose(chance.choice(choices)) if choices else Type("Well.")
        before, turn = turn, step(story, turn.state, move)
        if any(passage.id.startswith("kitchen-morning") for passage in turn.passages):
            return before, turn


def word_stems(text: str) -> set[str]:
    """The words by their first letters, which most inflections leave alone."""
    return {word[:4] for word in re.findall(r"[a-z]{3,}", text.lower())} - {"the", "and", "her", "she", "for"}


def is_in(entry: CanonEntry, text: str) -> bool:
    """Whether at least half of the claim's own words are in the text."""
    own = word_stems(entry.claim.value)
    return not own or len(own & word_stems(text)) >= len(own) / 2


def test_every_claim_of_her_is_dramatised_in_the_kitchen_and_open_ones_in_their_own_words(
    story: Story, reader: Reader, corpus: list[str]
) -> None:
    open_claims = missing = 0
    for seed, page in enumerate(corpus[::9]):
        before, turn = to_the_kitchen(story, reader, page, seed)
        text = " ".join(passage.text for passage in turn.passages)
        for entry in turn.state.canon:
            if entry.claim.subject != "ruby":
                continue
            number = str(entry.number)
            assert turn.state.shown.get(number, 0) > before.state.shown.get(number, 0), (page, entry.claim)
            if entry.claim.aspect in OPEN_ASPECTS:
                open_claims += 1
                missing += not is_in(entry, text)
    assert open_claims > 20
    # Irregular forms (cried, cry) and misspellings that are said as typed are no misses of the story's.
    assert missing <= 0.05 * open_claims
