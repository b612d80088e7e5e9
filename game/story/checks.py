"""What the shapes cannot say: that everything named exists, and every text and condition can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from game.story.checks_beats import check_beats
from game.story.checks_conditions import check_conditions
from game.story.checks_costs import check_costs
from game.story.checks_empty import check_empty
from game.story.checks_flow import check_flow
from game.story.checks_migrations import check_migrations
from game.story.checks_notes import check_notes
from game.story.checks_seams import check_seams
from game.story.checks_use import check_use
from game.story.checks_words import WordChecker
from game.story.files import HEAD
from game.story.kinds import World
from game.story.progress import SILENT, Progress
from game.story.syntax import suggestion
from game.story.vocabulary import ASPECTS, CLOSED, CLOSED_VALUES, DEGREES, GROUPS, LANGUAGES, SUBJECTS, TIMES
from game.story.walking import Walk

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable

    from game.story.draft import Definition, Draft
    from game.story.source import Path

    Recall = Callable[[World, WordChecker], Container[str]]
    """Notes in the checker what is known of some files' texts, and answers which files these are."""


def check_draft(draft: Draft, recall: Recall | None = None, progress: Progress = SILENT) -> None:
    """Report everything that does not fit together. The diagnostics go to the sources.

    Where somebody can recall what was found out before, it is told only whether there is an error.
    """
    world = world_of(draft)
    for definition in draft.all("variables"):
        _variable(definition)
    for definition in draft.all("facets"):
        _facet(definition)
    for definition in draft.all("exclusions"):
        _exclusion(definition)
    for definition in draft.all("beats", "consequences", "costs", "resistances"):
        _pattern(definition, world)
    words = WordChecker(world, draft.faulty)
    left_out = recall(world, words) if recall else ()
    definitions = [one for one in draft.all(*draft.sections) if one.source.path not in left_out]
    for definition in progress.through("Checking the story", definitions, "definitions"):
        words.check(definition)
    _chapters(draft)
    check_migrations(draft, world)
    check_flow(draft)
    check_beats(draft, words.places_used)
    check_costs(draft, words.costs_used)
    if recall is None:
        check_use(draft, words.use)


def review_draft(draft: Draft, progress: Progress = SILENT) -> None:
    """Report what can be played, and is hardly meant. For a draft in which the errors are told already."""
    met = list(Walk(draft).all())
    check_conditions(draft, progress.through("Looking for slips", met, "texts and conditions"))
    check_empty(draft, met)
    check_seams(met)
    check_notes(draft, met)


def world_of(draft: Draft) -> World:
    """What expressions can name."""
    return World(
        variables={one.id: one.data for one in draft.all("variables")},
        scenes=draft.scene_ids(),
        pages=draft.ids("pages"),
        chapters=_chapter_ids(draft),
        choices={
            f"{scene.id}.{choice['id']}"
            for section in ("scenes", "storylets")
            for scene in draft.sections[section].values()
            for choice in (
                scene.data.get("choices") or () if isinstance(scene.data.get("choices"), list) else ()
            )
            if isinstance(choice, dict) and isinstance(choice.get("id"), str)
        },
        people=draft.ids("people"),
        decks={
            deck for one in draft.all("scenes", "storylets") if isinstance(deck := one.data.get("deck"), str)
        },
        circumstances=draft.ids("circumstances"),
        elsewhere=draft.elsewhere | {one.id for one in draft.sections["variables"].values() if not one.sound},
    )


def _chapter_ids(draft: Draft) -> set[str]:
    head = draft.head.data if draft.head and draft.head_sound else None
    return {chapter["id"] for chapter in head["chapters"]} if head else set()


def _chapters(draft: Draft) -> None:
    known = _chapter_ids(draft)
    if not known:
        return
    for source in draft.sources:
        chapter = (source.data or {}).get("chapter")
        if source.path != HEAD and isinstance(chapter, str) and chapter not in known:
            mend = suggestion(chapter, known, f"story.yaml has: {', '.join(sorted(known))}")
            source.report("RS036", source.place(("chapter",)), f"there is no chapter `{chapter}`", mend)
    for scene in draft.all("scenes", "storylets"):
        own = scene.data.get("chapter")
        if own is not None and own not in known:
            mend = suggestion(own, known, f"story.yaml has: {', '.join(sorted(known))}")
            scene.report("RS036", ("chapter",), f"there is no chapter `{own}`", mend)
        elif scene.chapter is None:
            line, column = scene.source.place(scene.path, key=True)
            mend = "write `chapter: an-id` at the head of the file, or in the scene"
            scene.source.report("RS036", (line, column), f"`{scene.id}` belongs to no chapter", mend)
    head = draft.head
    if head and head.data:
        seen: set[str] = set()
        for number, chapter in enumerate(head.data["chapters"]):
            if chapter["id"] in seen:
                place = head.place(("chapters", number, "id"))
                head.report("RS030", place, f"the chapter `{chapter['id']}` is here twice")
            seen.add(chapter["id"])


def _variable(one: Definition) -> None:
    data = one.data
    default = data.get("default")
    if data["type"] == "enum":
        values = data.get("values")
        if not values:
            one.report("RS027", ("type",), "an enum needs `values:`", "values: [none, kept]")
        elif default is not None and default not in values:
            mend = suggestion(str(default), set(values), "one of the values")
            one.report("RS027", ("default",), f"`{default}` is not among the values", mend)
        _derived(one)
        return
    if "is" in data:
        one.report("RS018", ("is",), "`is` goes only with `type: enum`")
    for field in ("values",) if data["type"] == "int" else ("values", "min", "max"):
        if field in data:
            one.report("RS018", (field,), f"`{field}` does not go with `type: {data['type']}`")
    if data["type"] == "bool":
        if default is not None and not isinstance(default, bool):
            one.report("RS027", ("default",), "the default must be true or false")
        return
    low, high = data.get("min", 0), data.get("max", 10)
    if low > high:
        one.report("RS027", ("min",), f"the least ({low}) is more than the most ({high})")
    elif default is not None and (isinstance(default, bool | str) or not low <= default <= high):
        one.report("RS027", ("default",), f"the default must be a number from {low} to {high}")


def _derived(one: Definition) -> None:
    ways = one.data.get("is") or ()
    values = set(one.data.get("values") or ())
    for number, way in enumerate(ways):
        if way["value"] not in values:
            mend = suggestion(way["value"], values, "one of the values")
            one.report("RS027", ("is", number, "value"), f"`{way['value']}` is not among the values", mend)
    if ways and ways[-1].get("if", True) is not True:
        mend = "leave out the last `if:`, or add `- {value: ...}` for when none is so"
        path = ("is", len(ways) - 1, "if")
        one.report("RS027", path, "if none of these is so, it would have no value", mend)


def _among(one: Definition, path: Path, value: str, known: Iterable[str]) -> None:
    known = frozenset(known)
    if value not in known:
        what = next(step for step in reversed(path) if isinstance(step, str))
        mend = suggestion(value, known, f"there are: {', '.join(sorted(known))}")
        one.report("RS028", path, f"there is no {what} `{value[:60]}`", mend)


def _facet(one: Definition) -> None:
    if one.id not in CLOSED:
        mend = suggestion(one.id, CLOSED, f"there are: {', '.join(sorted(CLOSED))}")
        one.report("RS028", (), f"there is no closed aspect `{one.id}`", mend)
        return
    own = one.data["own"]
    values = [(("own",), own)] if isinstance(own, str) else [
        (("own", number, "value"), way["value"]) for number, way in enumerate(own)
    ]  # fmt: skip
    for path, value in values:
        _closed_value(one, path, one.id, value)


def _closed_value(one: Definition, path: Path, aspect: str, value: str) -> None:
    known = CLOSED_VALUES[aspect]
    if value in known or value == "":
        return
    # A language may have any name; a slip in one of the other words is still seen.
    if aspect == "speech" and (value in LANGUAGES or not suggestion(value, known)):
        return
    mend = suggestion(value, known, f"there are: {', '.join(sorted(known))}")
    one.report("RS023", path, f"`{aspect}` is never `{value[:60]}`", mend)


def _exclusion(one: Definition) -> None:
    aspect = one.data["aspect"]
    if aspect not in CLOSED:
        _among(one, ("aspect",), aspect, CLOSED)
        return
    for field in ("values", "with"):
        for number, value in enumerate(one.data.get(field) or ()):
            if not (field == "with" and value == "any"):
                _closed_value(one, (field, number), aspect, value)
    if not one.data.get("with") and len(one.data["values"]) < 2:
        one.report("RS018", ("values",), "one value alone excludes nothing", "name more of them, or `with:`")


def _pattern(one: Definition, world: World) -> None:
    data: dict[str, Any] = one.data["for"]
    known = {
        "subject": SUBJECTS | world.people | {"any"},
        "aspect": ASPECTS | set(GROUPS),
        "degree": DEGREES,
        "time": TIMES,
    }
    for field, words in known.items():
        for path, value in _each(field, data.get(field)):
            _among(one, path, value, words)
    aspects = [value for _, value in _each("aspect", data.get("aspect"))]
    if len(aspects) == 1 and aspects[0] in CLOSED:
        for path, value in _each("value", data.get("value")):
            _closed_value(one, path, aspects[0], value)


def _each(field: str, value: str | list[str] | None) -> list[tuple[Path, str]]:
    if value is None:
        return []
    if isinstance(value, str):
        return [(("for", field), value)]
    return [(("for", field, number), one) for number, one in enumerate(value)]
