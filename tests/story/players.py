"""Somebody who plays the shipped story at random, and what is looked for in what was shown."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from game.engine.turn import Type
from game.play.session import Session
from game.workshop.player import Player, Run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.play.playthrough import Playthrough
    from game.reader.reader import Reader
    from game.story.model import Story

LEFT_OVER = re.compile(
    r"\{[a-z_]|\bClaimView\b|\(\)|<game\.|[a-z]\(it\b|\w [.,;!?](?:\s|$)|\b(?:a|an|the) [.,;]"
)
"""What a slot that was never filled looks like on the screen."""


def play(story: Story, reader: Reader, pages: Sequence[str], seed: int, refusing: int = 15) -> Run:
    """One playthrough to an ending, typing any of `pages`, now and then on a sheet put in backwards."""
    run = Run(seed)
    Player(story, reader, pages, refusing=refusing, turning=3).play(run)
    return run


def played(story: Story, reader: Reader, pages: Sequence[str], seed: int) -> Playthrough:
    """The same as a playthrough, kept in memory."""
    run = play(story, reader, pages, seed)
    playthrough, _ = Session(story, reader, Path(), slot=None, seed=seed).open()
    for move in run.moves:
        if isinstance(move, Type):
            playthrough.type(move.text, move.backwards)
        else:
            playthrough.choose(move.choice)
    return playthrough


def typed(run: Run) -> list[str]:
    """The pages that were typed."""
    return [move.text for move in run.moves if isinstance(move, Type)]


def own_text(run: Run) -> str:
    """What the story said, without the player's pages."""
    return "\n\n".join(p.text for turn in run.turns for p in turn.passages if p.kind != "typed")
