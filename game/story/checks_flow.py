"""Where everything leads: ways on, ids that exist, scenes that can be reached, and an end to come to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from game.story.model import RETURN
from game.story.syntax import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from game.story.draft import Definition, Draft
    from game.story.source import Path

_WAYS: Final = ("choices", "page", "goto", "deal", "ending")


def check_flow(draft: Draft) -> None:
    """Report what leads nowhere, and what nothing leads to."""
    for scene in draft.all("scenes", "storylets"):
        _ways_on(scene)
        _menu(scene)
    _references(draft)
    round_ = _rounds(draft)
    if not draft.incomplete:
        _reachable(draft, round_)


def _ways_on(scene: Definition) -> None:
    data = scene.data
    storylet = "deck" in data
    if scene.section == "storylets" and not storylet:
        place = scene.source.place(scene.path, key=True)
        scene.source.report(
            "RS013", place, "a storylet needs a `deck:`", "name the deck that it is dealt from"
        )
    for field in ("if", "once"):
        if field in data and not storylet and scene.section == "scenes":
            mend = "a scene is entered when something leads to it; put the condition there"
            scene.report("RS018", (field,), f"`{field}` is for storylets, and this one has no `deck:`", mend)
    found = [way for way in _WAYS if way in data]
    if "choices" in found and "page" in found:
        found.remove("choices")
    if len(found) > 1:
        mend = "keep one of them; only `page` and `choices` go together"
        scene.report("RS017", (found[1],), f"`{found[0]}` and `{found[1]}` are two ways on", mend)
    elif not found and not storylet:
        place = scene.source.place(scene.path, key=True)
        mend = "add `choices`, `page`, `goto`, `deal` or `ending`"
        scene.source.report("RS017", place, f"the scene `{scene.id}` has no way on", mend)


def _menu(scene: Definition) -> None:
    choices = scene.data.get("choices") or ()
    seen: dict[str, int] = {}
    for number, choice in enumerate(choices):
        if choice["id"] in seen:
            message = f"the choice `{choice['id']}` is in this scene twice"
            scene.report("RS030", ("choices", number, "id"), message, "give one of them another id")
        seen[choice["id"]] = number
        for field, needed in (("otherwise", "needs"), ("needs", "otherwise"), ("forbidden", "forbid")):
            if field in choice and needed not in choice:
                mend = (
                    f"add `{needed}:`, or use `if:` to hide the choice"
                    if field == "needs"
                    else f"add `{needed}:`"
                )
                message = f"`{field}` says nothing without `{needed}`"
                scene.report("RS018", ("choices", number, field), message, mend)
    if choices and "page" not in scene.data and all(_may_go(choice) for choice in choices):
        mend = "let one choice stand always: no `if`, no `needs`, a `goto`"
        scene.warn("RS045", f"the menu of `{scene.id}` can run dry: every choice can be missing", mend)


def _may_go(choice: Mapping[str, Any]) -> bool:
    once = choice.get("once")
    if any(field in choice for field in ("if", "needs", "forbid")):
        return True
    return bool(once) if once is not None else "goto" not in choice


def _targets(data: Mapping[str, Any]) -> Iterator[tuple[Path, str]]:
    """Every scene that a scene or page leads to by name."""
    for field in ("goto", "blank_goto"):
        yield from _way((field,), data.get(field))
    for number, choice in enumerate(data.get("choices") or ()):
        yield from _way(("choices", number, "goto"), choice.get("goto"))
    if deal := data.get("deal"):
        yield from _way(("deal", "then"), deal["then"])


def _way(path: Path, way: Any) -> Iterator[tuple[Path, str]]:
    if isinstance(way, str):
        yield path, way
    for number, one in enumerate(way if isinstance(way, list) else ()):
        yield (*path, number, "to"), one["to"]


def _references(draft: Draft) -> None:
    scenes, pages, endings = draft.scene_ids(), draft.ids("pages"), draft.ids("endings")
    decks = {one.data.get("deck") for one in draft.all("scenes", "storylets")} | draft.elsewhere
    for one in draft.all("scenes", "storylets", "pages"):
        for path, target in _targets(one.data):
            if target == RETURN and one.section != "pages":
                continue
            _known(one, path, target, scenes, ("RS031", "scene"))
        for way in _lists(one.data):
            _last_way(one, *way)
    for one in draft.all("scenes", "storylets"):
        if (page := one.data.get("page")) is not None:
            _known(one, ("page",), page, pages, ("RS032", "page"))
        if (ending := one.data.get("ending")) is not None:
            _known(one, ("ending",), ending, endings, ("RS033", "ending"))
        if (deal := one.data.get("deal")) is not None:
            _known(one, ("deal", "deck"), deal["deck"], {d for d in decks if d}, ("RS034", "deck"))
    _open_until(draft, scenes)
    head = draft.head
    if head and head.data and draft.head_sound and head.data["start"] not in scenes:
        mend = suggestion(head.data["start"], scenes, "name a scene")
        head.report(
            "RS031", head.place(("start",)), f"there is no scene `{head.data['start']}` to start in", mend
        )
    if head and head.data and draft.head_sound:
        first = (head.data.get("book") or {}).get("first")
        if first is not None and first not in pages:
            place = head.place(("book", "first"))
            head.report("RS032", place, f"there is no page `{first}`", suggestion(first, pages))


def _open_until(draft: Draft, scenes: set[str]) -> None:
    for one in draft.all("endings"):
        if (scene := one.data.get("open_until")) is not None:
            _known(one, ("open_until",), scene, scenes, ("RS031", "scene"))


def _known(one: Definition, path: Path, target: str, known: set[str], what: tuple[str, str]) -> None:
    if target not in known:
        one.report(what[0], path, f"there is no {what[1]} `{target}`", suggestion(target, known))


def _lists(data: Mapping[str, Any]) -> Iterator[tuple[Path, list[dict[str, Any]]]]:
    holders: list[tuple[Path, Any]] = [((field,), data.get(field)) for field in ("goto", "blank_goto")]
    holders += [
        (("choices", number, "goto"), choice.get("goto"))
        for number, choice in enumerate(data.get("choices") or ())
    ]
    if deal := data.get("deal"):
        holders.append((("deal", "then"), deal["then"]))
    return ((path, way) for path, way in holders if isinstance(way, list))


def _last_way(one: Definition, path: Path, ways: list[dict[str, Any]]) -> None:
    if not ways:
        one.report("RS017", path, "an empty list leads nowhere", "name a scene")
        return
    condition = ways[-1].get("if", True)
    if condition is not True and str(condition).strip() != "True":
        mend = "leave out the last `if:`, or add `- {to: a-scene}` for when none is so"
        one.report("RS017", (*path, len(ways) - 1, "if"), "if none of these is so, there is no way on", mend)


def _rounds(draft: Draft) -> set[str]:
    """Report scenes that only lead on, and only to each other; all of them."""
    found: set[str] = set()
    leads = {one.id: one for one in draft.all("scenes", "storylets") if isinstance(one.data.get("goto"), str)}
    seen: set[str] = set()
    for start in leads:
        walked: list[str] = []
        at = start
        while at in leads and at not in seen:
            seen.add(at)
            walked.append(at)
            at = leads[at].data["goto"]
        if at in walked:
            names = ", ".join(f"`{id_}`" for id_ in walked[walked.index(at) :][:5])
            message = f"from here it goes round for ever: {names}"
            leads[at].report("RS019", ("goto",), message, "let one of them offer something, or end")
            found |= set(walked[walked.index(at) :])
    return found


def _reachable(draft: Draft, round_: set[str]) -> None:
    head = draft.head
    if not (head and head.data and draft.head_sound):
        return
    scenes = draft.sections["scenes"] | draft.sections["storylets"]
    if head.data["start"] not in scenes:
        return
    decks: dict[str, list[str]] = {}
    for scene in scenes.values():
        if isinstance(deck := scene.data.get("deck"), str):
            decks.setdefault(deck, []).append(scene.id)
    unsound = {page.id for page in draft.sections["pages"].values() if not page.sound}
    leads = {
        id_: _leads_to(draft, scene, decks)
        for id_, scene in scenes.items()
        if scene.sound and scene.data.get("page") not in unsound
    }
    reached: set[str] = set()
    waiting = [head.data["start"]]
    while waiting:
        id_ = waiting.pop()
        if id_ in reached or id_ not in scenes:
            continue
        reached.add(id_)
        if id_ not in leads:
            return
        waiting += leads[id_]
    _unreached(draft, scenes, reached)
    _endless(draft, {id_: leads[id_] for id_ in reached}, decks, round_)


def _leads_to(draft: Draft, scene: Definition, decks: Mapping[str, list[str]]) -> list[str]:
    """The scenes that can come next, those that a storylet goes back to aside."""
    found = [target for _, target in _targets(scene.data)]
    page = draft.sections["pages"].get(scene.data.get("page", ""))
    if page:
        found += [target for _, target in _targets(page.data)]
    if deal := scene.data.get("deal"):
        found += decks.get(deal["deck"], [])
    return found


def _may_end(draft: Draft, scenes: Mapping[str, Definition], id_: str, targets: Iterable[str]) -> bool:
    """Whether it is an ending, or leads to what is not there, of which nothing is known."""
    data = scenes[id_].data
    unknown = any(target not in scenes and target != RETURN for target in targets)
    page = data.get("page")
    return "ending" in data or unknown or (page is not None and page not in draft.sections["pages"])


def _endless(
    draft: Draft, leads: Mapping[str, list[str]], decks: Mapping[str, list[str]], told: set[str]
) -> None:
    """Report where a way begins on which no ending can be come to any more, unless it is told already."""
    scenes = draft.sections["scenes"] | draft.sections["storylets"]
    comes_from: dict[str, set[str]] = {}
    for id_, targets in leads.items():
        for target in targets:
            comes_from.setdefault(target, set()).add(id_)
    # A storylet that is through goes back to where it was dealt, and on from there.
    for id_ in leads:
        for storylet in decks.get((scenes[id_].data.get("deal") or {}).get("deck", ""), []):
            comes_from.setdefault(id_, set()).add(storylet)
            comes_from.setdefault(RETURN, set()).add(storylet)
            comes_from.setdefault(id_, set()).add(RETURN)
    ends = {id_ for id_ in leads if _may_end(draft, scenes, id_, leads[id_])}
    waiting = list(ends)
    while waiting:
        for before in comes_from.get(waiting.pop(), set()) - ends:
            ends.add(before)
            waiting.append(before)
    if not draft.all("endings") or not ends:
        return
    for id_ in leads:
        if id_ not in ends and id_ not in told and comes_from.get(id_, set()) & ends:
            mend = "lead on from here, in the end, to a scene with `ending:`"
            scenes[id_].warn("RS056", f"from `{id_}` on, no ending can be reached", mend)


def _unreached(draft: Draft, scenes: Mapping[str, Definition], reached: set[str]) -> None:
    dealt = {
        scene.data["deal"]["deck"] for id_, scene in scenes.items() if scene.sound and "deal" in scene.data
    }
    for id_, scene in scenes.items():
        if id_ in reached or not scene.sound:
            continue
        deck = scene.data.get("deck")
        if deck and deck not in dealt:
            scene.warn(
                "RS044", f"the deck `{deck}` of this storylet is never dealt", "deal it, or name another deck"
            )
        elif not deck:
            scene.warn(
                "RS040", f"nothing leads to the scene `{id_}`", "lead to it by a `goto:`, or take it out"
            )
    for ending in draft.all("endings"):
        if not any(scenes[id_].data.get("ending") == ending.id for id_ in reached):
            ending.warn("RS041", f"nothing leads to the ending `{ending.id}`", "give a scene `ending: ...`")
    offered = {scenes[id_].data.get("page") for id_ in reached}
    for page in draft.all("pages"):
        if page.id not in offered:
            page.warn(
                "RS042",
                f"no scene that can be reached offers the page `{page.id}`",
                "give a scene `page: ...`",
            )
