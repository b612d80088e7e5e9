"""The playthrough looked back on: every move with what it changed, what happened, and who knows what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from game.engine.ledger import changes
from game.engine.looking_back import acquaintances, recaps
from game.play.account import turned_words
from game.reader.gloss import gloss
from game.saves.cleaning import clean_line
from game.saves.entries import Chosen
from game.saves.outline import rows
from game.saves.timeline import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.engine.looking_back import Acquaintance, Recap
    from game.play.playthrough import Playthrough
    from game.saves.timeline import Node

_WORDS: Final = 60
"""Characters of a page that are shown."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A move of the timeline, in words."""

    number: int
    """What `Playthrough.jump` takes; 0 is the beginning."""
    depth: int
    """0 on the line that stands; further in for what leads off it."""
    words: str
    chapter: str
    """The title of the chapter in which it was made; '' where that is not known without playing it again."""
    changed: tuple[str, ...]
    """What it changed of Ruby."""
    here: bool
    stands: bool


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person of the story, what they know, and what was typed of them."""

    person: Acquaintance
    written: tuple[str, ...]


def decisions(playthrough: Playthrough) -> Iterator[Decision]:
    """Every move that was ever made, branches after the move that they lead off from."""
    timeline = playthrough.timeline
    line = {node.number for node in timeline.line}
    for row in rows(timeline):
        node = timeline.nodes.get(row.number)
        yield Decision(
            row.number,
            row.depth,
            "The beginning" if node is None else _words(playthrough, node),
            _chapter(playthrough, row.number if node is None else node.parent),
            () if node is None else _changed(playthrough, node),
            here=row.number == timeline.present,
            stands=row.number in line or row.number == ROOT,
        )


def _words(playthrough: Playthrough, node: Node) -> str:
    """What was picked, as the menu said it; the first words of what was typed."""
    move = node.move
    if not isinstance(move, Chosen):
        words = clean_line(move.text, _WORDS)
        return f"“{words}”" if words else "A sheet left blank"
    before = playthrough.turn_after(node.parent)
    offered = before.choices if before is not None else ()
    text = next((choice.text for choice in offered if choice.id == move.choice), "")
    return clean_line(text or move.choice.replace("-", " ").capitalize(), 2 * _WORDS)


def _chapter(playthrough: Playthrough, number: int) -> str:
    turn = playthrough.turn_after(number)
    chapter = playthrough.story.chapters.get(turn.chapter) if turn is not None else None
    return chapter.title if chapter is not None else ""


def _changed(playthrough: Playthrough, node: Node) -> tuple[str, ...]:
    before, after = playthrough.turn_after(node.parent), playthrough.turn_after(node.number)
    if before is None or after is None:
        return ()
    return tuple(turned_words(one, " → ") for one in changes(playthrough.story, before.state, after.state))


def so_far(playthrough: Playthrough) -> tuple[Recap, ...]:
    """What has happened, by chapter."""
    return recaps(playthrough.story, [playthrough.opening, *(turn for _, turn in playthrough.history)])


def people(playthrough: Playthrough) -> tuple[Somebody, ...]:
    """Who there is by now, and what they know."""
    state = playthrough.turn.state
    return tuple(
        Somebody(
            one,
            tuple(gloss(entry.claim) for entry in state.canon if entry.claim.subject == one.id != "ruby"),
        )
        for one in acquaintances(playthrough.story, state)
    )
