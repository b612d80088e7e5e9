"""What is built when it is needed behaves as if it had been there from the start."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

from game.story.assembly import build_story
from game.story.lazy import LazyMapping, LazySequence
from game.story.vocabulary import ASPECTS

from .samples import SOUND, look

if TYPE_CHECKING:
    from game.story.model import Beat


def doubled() -> tuple[list[str], LazyMapping[int]]:
    """A mapping of a, b, c to 2, 4, 6, and the names of what was built."""
    built: list[str] = []

    def build(name: str, value: int) -> int:
        built.append(name)
        return 2 * value

    return built, LazyMapping({"a": 1, "b": 2, "c": 3}, build)


def test_a_member_is_built_when_it_is_asked_for_and_once() -> None:
    built, mapping = doubled()
    assert len(mapping) == 3
    assert list(mapping) == list(mapping.keys()) == ["a", "b", "c"]
    assert "b" in mapping
    assert "d" not in mapping
    assert mapping.get("d") is None
    assert built == []
    assert [mapping["b"], mapping["b"], mapping.get("b")] == [4, 4, 4]
    assert built == ["b"]
    assert list(mapping.values()) == [2, 4, 6]
    assert built == ["b", "a", "c"]


def test_it_equals_what_holds_the_same() -> None:
    _, mapping = doubled()
    same = {"a": 2, "b": 4, "c": 6}
    assert mapping == same
    assert same == mapping
    assert mapping == doubled()[1]
    assert mapping != {"a": 2}
    sequence = LazySequence(mapping)
    assert sequence == (2, 4, 6)
    assert sequence == LazySequence(doubled()[1])
    assert sequence != (2, 4)
    assert (sequence[0], sequence[-1], sequence[1:], list(sequence)) == (2, 6, (4, 6), [2, 4, 6])
    with pytest.raises(KeyError):
        mapping["d"]
    with pytest.raises(IndexError):
        sequence[3]
    with pytest.raises(TypeError):
        hash(sequence)


def test_what_cannot_be_built_is_built_of_what_is_given_anew_and_only_then() -> None:
    asked: list[str] = []

    def anew() -> dict[str, int]:
        asked.append("again")
        return {"a": 1, "b": 2}

    mapping = LazyMapping({"a": 1, "b": None, "c": None}, lambda _, value: 2 + value, anew)
    assert (mapping["a"], asked) == (3, [])
    assert (mapping["b"], asked) == (4, ["again"])
    with pytest.raises(KeyError):
        mapping["c"]


def test_beats_are_on_the_shelves_of_all_that_they_fit() -> None:
    story = look(SOUND).story
    assert story is not None
    expected: dict[tuple[str, str, bool], tuple[Beat, ...]] = {}
    for shelf in product(story.beats_by_place, ASPECTS, (True, False)):
        place, aspect, holds = shelf
        found = tuple(
            beat
            for beat in story.beats
            if place in beat.places
            and beat.pattern.holds in (None, holds)
            and (beat.pattern.aspect is None or aspect in beat.pattern.aspect)
        )
        if found:
            expected[shelf] = found
    assert dict(story.beats_by_kind) == expected
    assert len(story.beats_by_kind) == len(expected) > 0
    for absent in (("nowhere", "mood", True), ("desk", "weather", True)):
        assert story.beats_by_kind.get(absent, ()) == ()
        assert absent not in story.beats_by_kind


def test_a_scene_that_is_asked_for_builds_no_other() -> None:
    data = look(SOUND).data
    story = build_story(data, "0")
    assert story.scenes["porch"].choices
    assert repr(story.scenes) == "LazyMapping(1 of 6 built)"
