"""A synthetic story as a folder of YAML files, a hundred scenes to a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.bench.synthetic import PER_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.bench.synthetic import Effect, Scene, Synthetic

_HEAD: Final = """\
format: 1
id: synthetic
title: Synthetic
author: Nobody
headline: Made by a seed.
ifid: 00000000-0000-4000-8000-000000000001
version: 1.0.0
start: s0
chapters:
"""
_PEOPLE: Final = """\
people:
  ruby: {name: Ruby, pronoun: she}
  calvin: {name: Calvin, pronoun: he}
facets:
  mood: {own: content}
variables:
"""


def write_story(story: Synthetic, folder: Path) -> None:
    """Write the story's files into a new or empty folder."""
    parts = range(0, len(story.scenes), PER_FILE)
    (folder / "chapters").mkdir(parents=True)
    heads = (f"  - {{id: part-{number}, title: Part {number}}}\n" for number in range(len(parts)))
    (folder / "story.yaml").write_text(_HEAD + "".join(heads), encoding="utf-8")
    (folder / "world.yaml").write_text(_PEOPLE + "".join(_variables(story)), encoding="utf-8")
    for number, begun in enumerate(parts):
        lines = [f"chapter: part-{number}", "scenes:"]
        lines += (line for scene in story.scenes[begun : begun + PER_FILE] for line in _scene(scene))
        if not number:
            lines += ["endings:", "  end: {title: The End}"]
        (folder / "chapters" / f"{number:03}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _variables(story: Synthetic) -> Iterator[str]:
    for name in story.integers:
        yield f"  {name}: {{type: int, min: 0, max: {story.shape.top}, default: 0, about: A number.}}\n"
    for name in story.booleans:
        yield f"  {name}: {{type: bool, default: false, about: A truth.}}\n"


def _scene(scene: Scene) -> Iterator[str]:
    yield f"  s{scene.number}:"
    if scene.entering:
        yield f"    do: {_effects(scene.entering)}"
    yield "    text: |"
    yield from (f"      {sentence}" for sentence in scene.written())
    if not scene.options:
        yield "    ending: end"
        return
    yield "    choices:"
    for option in scene.options:
        yield f"      - id: {option.id}"
        if option.condition:
            yield f"        if: {option.condition}"
        yield f"        text: {option.text}"
        yield f"        do: {_effects(option.effects)}"
        yield f"        goto: s{option.to}"


def _effects(effects: tuple[Effect, ...]) -> str:
    return "; ".join(map(_effect, effects))


def _effect(effect: Effect) -> str:
    if effect.value is None:
        return f"{effect.variable} = not {effect.variable}"
    op = "=" if effect.op == "=" else f"{effect.op}="
    return f"{effect.variable} {op} {effect.value}"
