"""Somebody who plays at random, as a program would, through the JSON line front end's own objects."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.engine.step import begin, step
from game.engine.turn import Choose, Turn, Type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.reader.reader import Reader
    from game.story.model import Story

MOVES = 400
"""More moves than this without an ending is a playthrough that goes round in circles."""
LEFT_OVER = re.compile(
    r"\{[a-z_]|\bClaimView\b|\(\)|<game\.|[a-z]\(it\b|\w [.,;!?](?:\s|$)|\b(?:a|an|the) [.,;]"
)
"""What a slot that was never filled looks like on the screen."""


@dataclass
class Playthrough:
    """What one random playthrough showed."""

    seed: int
    turns: list[Turn] = field(default_factory=list)
    typed: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Everything that was shown."""
        return "\n\n".join(passage.text for turn in self.turns for passage in turn.passages)

    @property
    def own_text(self) -> str:
        """What the story said, without the player's pages."""
        return "\n\n".join(p.text for turn in self.turns for p in turn.passages if p.kind != "typed")


def play(story: Story, reader: Reader, pages: Sequence[str], seed: int, refuse: float = 0.15) -> Playthrough:
    """Play to an ending: pick any enabled choice, type any of `pages` where a page is offered.

    `refuse` is how often a choice beside a page is taken instead of typing.
    """
    chance = random.Random(seed)
    played = Playthrough(seed, [begin(story, seed)])
    for _ in range(MOVES):
        turn = played.turns[-1]
        if turn.ending:
            return played
        choices = [choice.id for choice in turn.choices if choice.enabled]
        if turn.page and not (choices and chance.random() < refuse):
            text = chance.choice(pages)
            played.typed.append(text)
            move: Type | Choose = Type(text, reader.read(text).claims, chance.random() < 0.03)
        elif choices:
            move = Choose(chance.choice(choices))
        else:
            raise AssertionError(f"seed {seed}: nothing can be done in {turn.scene!r}")
        played.turns.append(step(story, turn.state, move))
    raise AssertionError(f"seed {seed}: no ending after {MOVES} moves, in {played.turns[-1].scene!r}")
