"""Pages of known words for the overview: for each scene with a page, some that lead to different things."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.engine.draft import first_state
from game.engine.step import step

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

    from game.engine.turn import Turn, Type
    from game.story.model import Scene, Story
    from game.workshop.proof.pages import Pages

_A_SCENE: Final = 12
"""At most so many pages are looked at in a scene."""


def wordings(story: Story, pages: Pages) -> dict[str, tuple[Type, ...]]:
    """By scene, pages that lead on in different ways when they are typed there before all else."""
    return {
        scene.id: tuple(_telling(story, scene, pages.moves(scene)))[:_A_SCENE]
        for scene in story.scenes.values()
        if scene.page is not None and story.pages[scene.page].instead is None
    }


def _telling(story: Story, scene: Scene, moves: Iterable[Type]) -> Iterable[Type]:
    """One page for each thing that pages do there, and those that move a number furthest."""
    found: dict[Hashable, Type] = {}
    furthest: dict[tuple[str, int], tuple[int, Type]] = {}
    stands = first_state(story, 0)._replace(scene=scene.id, chapter=scene.chapter)
    for typed in moves:
        if typed.backwards or any(claim.when is not None for claim in typed.claims) or not typed.text:
            continue
        try:
            turn = step(story, stands, typed)
        except (ValueError, RuntimeError):
            continue
        others = frozenset(claim.subject for claim in typed.claims) - {"ruby"}
        found.setdefault((turn.scene, bool(typed.claims), others), typed)
        for name, value in _numbers(story, turn).items():
            for sign in (1, -1):
                best = furthest.get((name, sign))
                if best is None or sign * value > sign * best[0]:
                    furthest[name, sign] = value, typed
    return dict.fromkeys((*found.values(), *_moving(furthest)))


def _moving(furthest: Mapping[tuple[str, int], tuple[int, Type]]) -> Sequence[Type]:
    """Of numbers that pages move differently, those that move them furthest."""
    return [typed for (name, sign), (value, typed) in furthest.items() if value != furthest[name, -sign][0]]


def _numbers(story: Story, turn: Turn) -> dict[str, int]:
    return {
        name: int(value)
        for (name, variable), value in zip(story.variables.items(), turn.state.variables, strict=True)
        if variable.type == "int" and not variable.derived
    }
