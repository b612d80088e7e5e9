"""The story as a map: scenes, storylets, pages and endings, and every way between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from game.story.model import RETURN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from game.story.model import Goto, Scene, Story

NodeKind = Literal["scene", "storylet", "page", "ending", "deck"]
EdgeKind = Literal["choice", "goto", "page", "blank", "deal", "return"]


@dataclass(frozen=True, slots=True)
class Node:
    """A place on the map. `id` is unique on it: the kind and the story's own id."""

    id: str
    kind: NodeKind
    name: str
    chapter: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """A way from one place to another; `label` is the choice, `condition` when it is open."""

    source: str
    target: str
    kind: EdgeKind
    label: str = ""
    condition: str = ""


@dataclass(frozen=True, slots=True)
class Map:
    """All places, in the order of the story, and all ways."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def map_of(story: Story, chapters: Iterable[str] = ()) -> Map:
    """The map of a story, or of some of its chapters, with the places that these lead to."""
    wanted = set(chapters) or set(story.chapters)
    scenes = [scene for scene in story.scenes.values() if scene.chapter in wanted]
    edges = list(dict.fromkeys(edge for scene in scenes for edge in _ways_from(story, scene)))
    named = {_id(scene) for scene in scenes} | {end for edge in edges for end in (edge.source, edge.target)}
    return Map(tuple(node for node in _nodes(story) if node.id in named), tuple(edges))


def _nodes(story: Story) -> Iterator[Node]:
    for scene in story.scenes.values():
        yield Node(_id(scene), "storylet" if scene.deck else "scene", scene.id, scene.chapter)
        if scene.page is not None:
            yield Node(f"page:{scene.page}", "page", scene.page, scene.chapter)
    for deck in story.decks:
        yield Node(f"deck:{deck}", "deck", deck)
    for ending in story.endings.values():
        yield Node(f"ending:{ending.id}", "ending", ending.title)


def _id(scene: Scene) -> str:
    return f"scene:{scene.id}"


def _ways_from(story: Story, scene: Scene) -> Iterator[Edge]:
    here = _id(scene)
    for choice in scene.choices:
        conditions = [one.source for one in (choice.condition, choice.needs) if one is not None]
        ways = choice.goto or (None,)
        for way in ways:
            target = here if way is None else _target(way, here)
            asked = " and ".join([*conditions, *_condition(way)])
            yield Edge(here, target, "choice", choice.id, asked)
    for way in scene.goto:
        yield Edge(here, _target(way, here), "goto", condition=" and ".join(_condition(way)))
    if scene.page is not None:
        page = story.pages[scene.page]
        yield Edge(here, f"page:{page.id}", "page")
        for way in page.goto:
            yield Edge(f"page:{page.id}", _target(way, here), "goto", condition=" and ".join(_condition(way)))
        for way in page.blank_goto:
            yield Edge(
                f"page:{page.id}", _target(way, here), "blank", "left blank", " and ".join(_condition(way))
            )
    if scene.deal is not None:
        yield from _dealt(story, scene, here)
    if scene.ending is not None:
        yield Edge(here, f"ending:{scene.ending}", "goto")


def _dealt(story: Story, scene: Scene, here: str) -> Iterator[Edge]:
    """A deal leads to the deck, the deck to its storylets, and the deal on to what comes then."""
    if scene.deal is None:
        return
    deck = f"deck:{scene.deal.deck}"
    yield Edge(here, deck, "deal")
    for storylet in story.decks.get(scene.deal.deck, ()):
        condition = story.scenes[storylet].condition
        yield Edge(deck, f"scene:{storylet}", "deal", condition=condition.source if condition else "")
    for way in scene.deal.then:
        yield Edge(deck, _target(way, here), "return", "then", " and ".join(_condition(way)))


def _target(way: Goto, here: str) -> str:
    return here if way.to == RETURN else f"scene:{way.to}"


def _condition(way: Goto | None) -> list[str]:
    return [] if way is None or way.condition is None else [way.condition.source]
