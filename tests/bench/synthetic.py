"""A story of any size, made by a seed: what the speed of engines is measured on.

Its shape is that of a plain branching story: scenes of 60 words with one or two variants, three choices of
which one or two have conditions, some forty whole numbers and truths. `synthetic_yaml` writes it as a story's
folder, `synthetic_ink` as ink.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cached_property
from typing import Final

WORDS: Final = 60
"""How many words a scene shows."""
PER_FILE: Final = 100
"""Scenes of one file."""
_SENTENCE: Final = (7, 12)
_NEAR: Final = 12
"""How far ahead most choices lead."""
_NEAR_SHARE: Final = 0.7
_ENTERING_SHARE: Final = 0.3
"""Of the scenes that change a variable on being entered."""
_PER_ENDING: Final = 50
"""Scenes that share an ending."""
_SPOKEN: Final = """
    the a her his some every old new quiet long narrow pale wooden paper open empty other last kitchen
    stairs window garden letter drawer lamp street harbour station table machine ribbon page coat bridge
    morning evening winter rain dust music bread coffee water glass silence door wall clock dog sister
    waits leans stands falls turns opens closes moves stays begins remains breathes shines fades listens
    under over behind beside across through without towards after before and while again slowly almost
    never always somewhere still perhaps only nearly
"""
_VOCABULARY: Final = _SPOKEN.split()
_PLACES: Final = (
    "door",
    "window",
    "stairs",
    "garden",
    "harbour",
    "bridge",
    "table",
    "machine",
    "letter",
    "lamp",
)
_DOINGS: Final = (
    "Go to", "Wait by", "Walk round", "Look for", "Ask about", "Turn from", "Stay beside", "Think of", "Leave"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shape:
    """How large a story is. `endless` stories begin again by themselves where others end."""

    scenes: int
    integers: int = 20
    booleans: int = 20
    top: int = 9
    """The most that a whole number can be; the least is 0."""
    seed: int = 1
    endless: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """`variable op value`; a truth alone, or its opposite, where there is no value."""

    variable: str
    op: str = ""
    value: int | None = None

    def __str__(self) -> str:
        """In ink and in our format alike."""
        if self.value is None:
            return f"{self.op} {self.variable}".strip()
        return f"{self.variable} {self.op} {self.value}"


@dataclass(frozen=True, slots=True)
class Effect:
    """`+`, `-` or `=` with a value; a truth set, or turned round where there is no value."""

    variable: str
    op: str
    value: int | bool | None


@dataclass(frozen=True, slots=True)
class Variant:
    """Texts of which one is shown: by a condition, else in turn (the last one stays)."""

    condition: Condition | None
    texts: tuple[str, ...]

    def __str__(self) -> str:
        """In ink and in our format alike."""
        condition = f"{self.condition}:" if self.condition else ""
        return f"{{{condition}{'|'.join(self.texts)}}}"


@dataclass(frozen=True, slots=True)
class Option:
    """A choice, and the number of the scene that it leads to."""

    id: str
    text: str
    condition: Condition | None
    effects: tuple[Effect, ...]
    to: int


@dataclass(frozen=True, slots=True)
class Scene:
    """A scene; an ending, if it has no choices. Its sentences are made of words and variants."""

    number: int
    entering: tuple[Effect, ...]
    sentences: tuple[tuple[str | Variant, ...], ...]
    options: tuple[Option, ...]

    def written(self) -> list[str]:
        """The sentences, in ink and in our format alike."""
        return [f"{' '.join(map(str, parts))}." for parts in self.sentences]


@dataclass(frozen=True)
class Synthetic:
    """A whole story."""

    shape: Shape

    @property
    def integers(self) -> list[str]:
        """The names of the whole numbers, all 0 at the start."""
        return [f"n{number}" for number in range(self.shape.integers)]

    @property
    def booleans(self) -> list[str]:
        """The names of the truths, all false at the start."""
        return [f"b{number}" for number in range(self.shape.booleans)]

    @cached_property
    def scenes(self) -> list[Scene]:
        """The scenes in their order; the story starts with the first."""
        return [self._scene(number) for number in range(self.shape.scenes)]

    def is_ending(self, number: int) -> bool:
        """Whether that scene has no choices."""
        if self.shape.endless:
            return False
        return number == self.shape.scenes - 1 or number % _PER_ENDING == _PER_ENDING - 1

    def _scene(self, number: int) -> Scene:
        chance = random.Random(f"{self.shape.seed} {number}")
        entering = (self._effect(chance),) if chance.random() < _ENTERING_SHARE else ()
        variants = [Variant(self._condition(chance), (_clause(chance), _clause(chance)))]
        if chance.random() < 0.5:
            texts = tuple(_clause(chance) for _ in range(3))
            variants.append(
                Variant(None, texts) if chance.random() < 0.5 else Variant(self._condition(chance), texts[:2])
            )
        options = () if self.is_ending(number) else self._options(chance, number)
        return Scene(number, entering, _sentences(chance, variants), options)

    def _options(self, chance: random.Random, number: int) -> tuple[Option, ...]:
        """The first can always be picked, and leads on; the next has a condition, the last at times."""
        ways = (self._after(number), self._target(chance, number), self._target(chance, number))
        if number % _PER_ENDING == _PER_ENDING // 2 and not self.shape.endless:
            ways = (*ways[:2], min(number - number % _PER_ENDING + _PER_ENDING, self.shape.scenes) - 1)
        conditional = (False, True, chance.random() < 0.5)
        doings = chance.sample(_DOINGS, 3)
        return tuple(
            Option(
                id_,
                f"{doing} the {chance.choice(_PLACES)}",
                self._condition(chance) if depends else None,
                tuple(self._effect(chance) for _ in range(chance.choice((1, 1, 2)))),
                to,
            )
            for id_, doing, depends, to in zip("abc", doings, conditional, ways, strict=True)
        )

    def _after(self, number: int) -> int:
        after = (number + 1) % self.shape.scenes
        while self.is_ending(after) and after != self.shape.scenes - 1:
            after += 1
        return after

    def _target(self, chance: random.Random, number: int) -> int:
        near = number + chance.randint(1, _NEAR)
        target = near if chance.random() < _NEAR_SHARE else chance.randrange(self.shape.scenes)
        return (number if self.is_ending(target % self.shape.scenes) else target) % self.shape.scenes

    def _condition(self, chance: random.Random) -> Condition:
        if chance.random() < 0.5:
            return Condition(chance.choice(self.booleans), chance.choice(("", "not")))
        op, value = chance.choice(("<", ">=")), chance.randint(1, max(1, self.shape.top // 2))
        return Condition(chance.choice(self.integers), op, value)

    def _effect(self, chance: random.Random) -> Effect:
        if chance.random() < 0.4:
            return Effect(chance.choice(self.booleans), "=", chance.choice((True, True, False, None)))
        op = chance.choice("++-=")
        value = chance.randint(1, 2) if op in "+-" else chance.randint(0, self.shape.top)
        return Effect(chance.choice(self.integers), op, value)


def _clause(chance: random.Random) -> str:
    return " ".join(chance.choices(_VOCABULARY, k=4))


def _sentences(chance: random.Random, variants: list[Variant]) -> tuple[tuple[str | Variant, ...], ...]:
    """Sentences that show WORDS words together, a variant at the end of each as long as there are any."""
    sentences: list[tuple[str | Variant, ...]] = []
    left = WORDS
    waiting = list(variants)
    while left:
        ending = [waiting.pop(0)] if waiting else []
        spoken = len(ending) * 4
        least, most = _SENTENCE
        length = (left if left <= most else min(chance.randint(least, most), left - least)) - spoken
        words = " ".join(chance.choices(_VOCABULARY, k=length))
        left -= length + spoken
        sentences.append((words[:1].upper() + words[1:], *ending))
    return tuple(sentences)
