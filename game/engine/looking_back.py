"""What has happened so far, and who knows what of it, for someone back after a week."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.engine.environment import Environment
from game.engine.narrator import Narrator

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from game.engine.state import State
    from game.engine.turn import Turn
    from game.story.markup import Text
    from game.story.model import Story


@dataclass(frozen=True, slots=True)
class Recap:
    """What happened in a chapter: a sentence for each scene that has one, in their order."""

    chapter: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """Somebody of the story, who that is, and what they know."""

    id: str
    name: str
    about: str
    knows: tuple[str, ...]


def recaps(story: Story, turns: Sequence[Turn]) -> tuple[Recap, ...]:
    """What has happened by the last of these turns, by chapter. `turns` are all, the opening first."""
    chapters: dict[str, list[str]] = {}
    told: set[str] = set()
    for turn in turns:
        for scene_id in _entered(story, turn, told):
            told.add(scene_id)
            scene = story.scenes[scene_id]
            if scene.recap is not None and (sentence := _say(story, turn.state, scene.recap)):
                chapters.setdefault(scene.chapter, []).append(sentence)
    return tuple(Recap(chapter, tuple(sentences)) for chapter, sentences in chapters.items())


def _entered(story: Story, turn: Turn, told: set[str]) -> Iterator[str]:
    """Scenes that were entered for the first time in the turn: as their passages come, then the rest."""
    owners = (passage.id.rpartition(".")[0] for passage in turn.passages)
    visits = turn.state.visits
    for scene_id in dict.fromkeys((*owners, *story.scenes)):
        if scene_id in visits and scene_id in story.scenes and scene_id not in told:
            yield scene_id


def acquaintances(story: Story, state: State) -> tuple[Acquaintance, ...]:
    """Those of the story's people who are to be listed now, in its order."""
    environment = Environment(story, state)
    return tuple(
        Acquaintance(
            person.id,
            person.name,
            _say(story, state, person.about) if person.about is not None else "",
            tuple(
                _say(story, state, one.text)
                for one in person.knows
                if one.condition is None or environment.answer(one.condition)
            ),
        )
        for person in story.people.values()
        if (person.about is not None or person.knows)
        and (person.condition is None or environment.answer(person.condition))
    )


def _say(story: Story, state: State, text: Text) -> str:
    narrator = Narrator(story, state)
    return narrator.program.text(text)(narrator)
