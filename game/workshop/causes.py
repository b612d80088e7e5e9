"""What typing does to the variables of a story, for whoever waits for one of them to change."""

from __future__ import annotations

import ast
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from game.story.syntax import parse_expression
from game.workshop.kinds import names_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from game.story.expressions import Effect
    from game.story.model import Story

MANY: Final = 40
"""A variable that more pieces than these change by what is typed will change by itself."""


@dataclass(frozen=True, slots=True)
class _Change:
    """One effect upon a variable, and the key of the piece by which it comes (``beat:id``)."""

    key: str
    effect: Effect


class Causes:
    """For conditions, what that is typed can make them come out otherwise by way of variables."""

    def __init__(self, story: Story) -> None:
        self._changes: dict[str, list[_Change]] = defaultdict(list)
        for key, effects in _effects(story):
            for effect in effects:
                self._changes[effect.variable].append(_Change(key, effect))

    def of(self, source: str) -> list[str]:
        """Keys of pieces that answer what was typed (``beat:id``); ``words:id`` for a page's very words."""
        strings = _strings_in(source)
        waiting, passed, found = names_in(source), set[str](), dict[str, None]()
        while waiting:
            name = waiting.pop()
            if name in passed:
                continue
            passed.add(name)
            keys: list[str] = []
            for change in self._changes.get(name, ()):
                assigned = change.effect.expression.source
                if _is_another(change.effect, strings):
                    continue
                keys += [change.key] if change.key else []
                keys += [f"words:{page}" for page, _ in compared(assigned)]
                waiting += names_in(assigned)
            if len(keys) <= MANY:
                found |= dict.fromkeys(keys)
        return list(found)


def _is_another(effect: Effect, strings: frozenset[str]) -> bool:
    """Whether it sets a variable to one value, and that is none of those."""
    own = _strings_in(effect.expression.source)
    return effect.op == "=" and len(own) == 1 and bool(strings) and not own & strings


def _effects(story: Story) -> Iterator[tuple[str, Iterable[Effect]]]:
    """All effects, with the key of the piece where that answers claims."""
    for scene in story.scenes.values():
        yield "", scene.do
        for choice in scene.choices:
            yield "", choice.do
    for page in story.pages.values():
        yield "", page.do
    for beat in story.beats:
        yield f"beat:{beat.id}", beat.do
    for cost in story.costs.values():
        yield f"cost:{cost.id}", cost.do
    for consequence in story.consequences:
        yield f"consequence:{consequence.id}", consequence.do
    for resistance in story.resistances.values():
        yield f"resistance:{resistance.id}", resistance.do


def _strings_in(source: str) -> frozenset[str]:
    """The words in quotation marks of an expression."""
    nodes = ast.walk(parse_expression(source))
    return frozenset(
        node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def compared(source: str) -> list[tuple[str, str]]:
    """Pages of whose very words an expression asks, each with a string that it holds against them."""
    found: list[tuple[str, str]] = []
    for node in ast.walk(parse_expression(source)):
        if isinstance(node, ast.Compare):
            calls = [one for one in ast.walk(node) if _is_words(one)]
            pages = [arg for call in calls for arg in call.args]  # type: ignore[attr-defined]
            strings = [one for one in ast.walk(node) if isinstance(one, ast.Constant) and one not in pages]
            found += [
                (str(page.value), one.value)
                for page in pages
                for one in strings
                if isinstance(page, ast.Constant) and isinstance(one.value, str)
            ]
    return list(dict.fromkeys(found))


def _is_words(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "words"
