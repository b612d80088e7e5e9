"""Moves of older versions of a story, by the ids that the story has now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from game.saves.entries import Chosen
from game.story.build import version_key

if TYPE_CHECKING:
    from game.engine.state import Value
    from game.saves.entries import Mark, Played
    from game.story.model import Migration, Story


@dataclass(frozen=True, slots=True)
class Passed:
    """A move in a scene that is gone: it is passed over, and the story goes on at another."""

    on_at: str


def migrated(move: Played, version: str, story: Story) -> Played | Passed:
    """The move as it would be made in the story of now, if it was made in that version of it."""
    for migration in newer_than(version, story):
        if move.scene in migration.removed:
            return Passed(_renamed(migration.removed[move.scene], migration, story))
        scene = migration.scenes.get(move.scene, move.scene)
        mark = _mark(move.mark, migration)
        if isinstance(move, Chosen):
            choice = migration.choices.get(f"{scene}.{move.choice}", move.choice)
            move = replace(move, scene=scene, choice=choice, mark=mark)
        else:
            move = replace(move, scene=scene, page=migration.pages.get(move.page, move.page), mark=mark)
    return move


def old_values(version: str, story: Story) -> dict[str, Value]:
    """What variables start with in a playthrough of that version, where that is not as now."""
    values: dict[str, Value] = {}
    for migration in newer_than(version, story):
        values |= migration.variables
    return values


def newer_than(version: str, story: Story) -> list[Migration]:
    """What saves of that version have to be told, in its order."""
    return [one for one in story.migrations if version_key(one.version) > version_key(version)]


def _mark(mark: Mark | None, migration: Migration) -> Mark | None:
    """The mark by new ids. What these do to its digests cannot be known, so they are let go."""
    if mark is None:
        return None
    gone = mark.reached in migration.removed
    reached = "" if gone else migration.scenes.get(mark.reached, mark.reached)
    return replace(mark, reached=reached, state="", told="")


def _renamed(scene: str, migration: Migration, story: Story) -> str:
    """A scene by the id that it has now: later migrations may have changed it again."""
    for later in newer_than(migration.version, story):
        scene = later.removed.get(scene) or later.scenes.get(scene, scene)
    return scene
