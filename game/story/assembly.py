"""From checked data to the story: what there is and where; the definitions are built when they are needed.

Data is one mapping: `head` (story.yaml) and each section with all its definitions of all files; a scene
knows its chapter. What can be told only by going through all of them stands in the index.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from game.story import build
from game.story.lazy import LazyMapping, LazySequence, Shelves
from game.story.model import BookHead, Chapter, Migration, Story

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import TypeVar

    T = TypeVar("T")

Index = dict[str, dict[str, list[Any]]]


def index_of(data: Mapping[str, Any]) -> Index:
    """Decks and the storylets in them, places and the beats and costs there (by number), chapters' notes."""
    index: Index = {"decks": {}, "notes": {}}
    for id_, scene in data["scenes"].items():
        if scene.get("deck"):
            index["decks"].setdefault(scene["deck"], []).append(id_)
        if scene.get("notes"):
            index["notes"].setdefault(scene["chapter"], []).extend(scene["notes"])
    for section in ("beats", "costs"):
        places: dict[str, list[int]] = {}
        for number, one in enumerate(data[section].values()):
            for place in build.listed(one["at"]):
                places.setdefault(place, []).append(number)
        index[section] = places
    return index


def build_story(
    data: Mapping[str, Any],
    content_hash: str,
    index: Index | None = None,
    again: Callable[[], Mapping[str, Any]] | None = None,
) -> Story:
    """The story that the data describes; `again` gives the data anew, should any of it prove to be unfit."""
    index = index or index_of(data)

    def lazy(section: str, make: Callable[[str, Any], T]) -> LazyMapping[T]:
        return LazyMapping(data[section], make, again and (lambda: again()[section]))

    def tupled(section: str, make: Callable[[str, Any], T]) -> tuple[T, ...]:
        return tuple(make(id_, one) for id_, one in data[section].items())

    beats = LazySequence(lazy("beats", build.build_beat))
    beats_by_place = LazyMapping(index["beats"], lambda _, numbers: tuple(beats[one] for one in numbers))
    costs = lazy("costs", build.build_cost)
    every_cost = LazySequence(costs)
    costs_by_place = LazyMapping(index["costs"], lambda _, numbers: tuple(every_cost[one] for one in numbers))
    head = data["head"]
    return Story(
        id=head["id"],
        title=head["title"],
        ifid=head["ifid"],
        version=head["version"],
        start=head["start"],
        author=head.get("author") or "",
        headline=head.get("headline") or "",
        book=BookHead(**(head.get("book") or {})),
        content_hash=content_hash,
        chapters={
            chapter["id"]: Chapter(chapter["id"], chapter["title"], number)
            for number, chapter in enumerate(head["chapters"], start=1)
        },
        variables={name: build.build_variable(name, one) for name, one in data["variables"].items()},
        people=lazy("people", build.build_person),
        facets=lazy("facets", build.build_facet),
        scenes=lazy("scenes", build.build_scene),
        decks=_tuples(index["decks"].items()),
        notes=_tuples(index["notes"].items()),
        pages=lazy("pages", build.build_page),
        beats=beats,
        beats_by_place=beats_by_place,
        beats_by_kind=Shelves(beats_by_place),
        endings=lazy("endings", build.build_ending),
        consequences=tupled("consequences", build.build_consequence),
        exclusions=tupled("exclusions", build.build_exclusion),
        costs=costs,
        costs_by_kind=Shelves(costs_by_place),
        resistances=lazy("resistances", build.build_resistance),
        circumstances=lazy("circumstances", build.build_circumstance),
        migrations=tuple(
            Migration(version, **one)
            for version, one in sorted(
                head.get("migrations", {}).items(), key=lambda item: build.version_key(item[0])
            )
        ),
    )


def _tuples(lists: Iterable[tuple[str, list[str]]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(ones) for name, ones in lists}
