"""What was proved, for a person and for a program."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Final, TextIO

from game.workshop.proof.live import Liveness

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from game.story.model import Story
    from game.workshop.proof.above import Above
    from game.workshop.proof.proving import Search
    from game.workshop.proof.verdicts import Verdict

_REACHED: Final = ("scene ", "ending ")


def show(
    story: Story,
    verdicts: Sequence[Verdict],
    above: Above,
    searches: Sequence[Search],
    stream: TextIO,
) -> int:
    """Print it for a person; 1 if anything is refuted, else 0."""
    say = stream.write
    counts = Counter(one.status for one in verdicts)
    for what, these in (("scenes", story.scenes), ("endings", story.endings)):
        kind = f"{what[:-1]} "
        shown = sum(_is_of(one, kind) and one.status == "shown" for one in verdicts)
        say(f"{shown} of {len(these)} {what} reached by a playthrough.\n")
    for one in verdicts:
        if not (one.status == "shown" and one.property.startswith(_REACHED)):
            say(f"  {one.status:8} {one.property}: {one.why}\n")
    for line in covered(story, above, searches):
        say(f"{line}\n")
    named = [
        f"{counts[status]} {status}" for status in ("proved", "shown", "refuted", "open") if counts[status]
    ]
    say(f"{', '.join(named)}.\n")
    return 1 if counts["refuted"] else 0


def covered(story: Story, above: Above, searches: Sequence[Search]) -> list[str]:
    """What was abstracted, and what was not covered, in numbers."""
    live = Liveness(story)
    ints = [name for name, one in story.variables.items() if one.type == "int"]
    things = {thing for these in live.asking.values() for thing in these}
    kinds = Counter(thing.kind for thing in things)
    most = max((len(these) for these in live.asking.values()), default=0)
    states, steps = (sum(getattr(one.found, name) for one in searches) for name in ("states", "steps"))
    classes: dict[str, int] = {}
    for one in searches:
        classes.update(one.classes)
    unsayable = set().union(*(one.unsayable for one in searches))
    left = "all was tried" if all(one.found.exhausted for one in searches) else "stopped at the limit"
    lines = [
        f"From below: {states:,} states told apart in {steps:,} moves; {left}.",
        f"  Live: {kinds['variable']} of {len(story.variables)} variables ({len(ints)} of them numbers, "
        f"by the intervals that conditions tell apart), {kinds['visits']} visits, {kinds['typed']} "
        f"questions about what was typed; at most {most} in one scene. What only text reads is left out.",
    ]
    if classes:
        lines.append(
            f"  Typed: {min(classes.values())} to {max(classes.values())} classes of claims a page, "
            f"one sentence for each and some pages of several; other combinations were not tried."
        )
    if unsayable:
        lines.append(
            f"  {len(unsayable)} kinds of claims could not be said: {'; '.join(sorted(unsayable)[:5])}"
        )
    if any(one.exact for one in searches):
        lines.append("  Every state was tried, with numbers as they are.")
    aimed = sum(len(one.aimed) for one in searches)
    if aimed:
        made = sum(one.aimed_steps for one in searches)
        lines.append(
            f"  Played towards what was not come to: {aimed} scenes and endings seen in {made:,} moves."
        )
    overview = above.overview
    forgotten = sum(len(these) for these in overview.forgotten.values())
    whole = "whole" if overview.complete else "not whole: the time was over, and nothing is proved by it"
    lines.append(
        f"From above: {len(overview.cases):,} nodes, {whole}. "
        f"Claims, beats and costs may go either way; "
        f"{forgotten} times something was forgotten, in {len(overview.forgotten)} scenes."
    )
    if above.drawn:
        lines.append(
            f"  {above.drawn} more times it was drawn for one thing, with what matters to that alone. "
            f"That an ending stays open is proved of a player who may type what words of the story's "
            f"lexicon say, and choose."
        )
    return lines


def as_json(story: Story, verdicts: Sequence[Verdict], above: Above, searches: Sequence[Search]) -> str:
    """The same for a program, with every save."""
    return json.dumps(
        {
            "verdicts": [
                {
                    "property": one.property,
                    "status": one.status,
                    "why": one.why,
                    "save": one.witness.save(story)
                    if one.witness is not None and one.status != "shown"
                    else None,
                }
                for one in verdicts
            ],
            "states": sum(one.found.states for one in searches),
            "moves": sum(one.found.steps for one in searches),
            "nodes": len(above.overview.cases),
            "complete": above.overview.complete,
            "exhausted": all(one.found.exhausted for one in searches),
            "covered": covered(story, above, searches),
        },
        ensure_ascii=False,
    )


def keep_refutations(verdicts: Sequence[Verdict], story: Story, folder: Path) -> list[Path]:
    """Write a save for each thing that is refuted by one; where they are. Raises OSError."""
    paths = []
    for one in verdicts:
        if one.status == "refuted" and one.witness is not None:
            path = folder / f"{one.property.replace(' ', '-')}.yaml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(one.witness.save(story), encoding="utf-8")
            paths.append(path)
    return paths


def _is_of(verdict: Verdict, kind: str) -> bool:
    return verdict.property.startswith(kind) and " " not in verdict.property.removeprefix(kind)
