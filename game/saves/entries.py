"""What a journal holds: a header, then one entry a move. Ids and typed words, never positions or prose."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Final

FORMAT: Final = 2
"""The format of journals that this version writes; it reads this one and every older one."""
CHECK_LENGTH: Final = 10
"""Hexadecimal digits of a check value."""

Scalar = str | int | bool
Fields = dict[str, Scalar]


@dataclass(frozen=True, slots=True)
class Header:
    """The first document of a journal: what was played, by which versions, from which seed."""

    story: str
    story_version: str
    content: str
    """The hash of the story's content."""
    engine: str
    seed: int
    created: str
    """When the playthrough began, in UTC, ISO 8601."""
    format: int = FORMAT
    """The format of the file."""

    def fields(self) -> Fields:
        """The header as it is written."""
        return {
            "format": self.format, "story": self.story, "story_version": self.story_version,
            "content": self.content, "engine": self.engine, "seed": self.seed, "created": self.created,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a move led, to be held against what it leads to when it is made again."""

    reached: str
    """The scene that it led to."""
    changed: str
    """The variables that it changed, with what they became: ``closeness 3, vow kept``."""
    state: str
    """A digest of what stands after it: scene, ending, menu, variables, canon."""
    told: str
    """A digest of the words that it showed."""

    def fields(self) -> Fields:
        """The mark as it is written."""
        changed: Fields = {"changed": self.changed} if self.changed else {}
        return {"reached": self.reached, **changed, "state": self.state, "told": self.told}


@dataclass(frozen=True, slots=True)
class Chosen:
    """A choice picked in a scene."""

    scene: str
    choice: str
    mark: Mark | None = field(default=None, compare=False)

    def fields(self) -> Fields:
        """The entry as it is written, without its number and check."""
        return {"scene": self.scene, "choose": self.choice, **_of(self.mark)}


@dataclass(frozen=True, slots=True)
class Typed:
    """A page pulled in a scene, with the words as typed."""

    scene: str
    page: str
    text: str
    backwards: bool = False
    mark: Mark | None = field(default=None, compare=False)

    def fields(self) -> Fields:
        """The entry as it is written, without its number and check."""
        backwards: Fields = {"backwards": True} if self.backwards else {}
        return {"scene": self.scene, "page": self.page, "type": self.text, **backwards, **_of(self.mark)}


@dataclass(frozen=True, slots=True)
class Undone:
    """Moves taken back. They stay in the journal: going back erases nothing."""

    scene: str
    count: int

    def fields(self) -> Fields:
        """The entry as it is written, without its number and check."""
        return {"scene": self.scene, "undo": self.count}


@dataclass(frozen=True, slots=True)
class Jumped:
    """Going to where a move led: back to an earlier one, on to one that was taken back, or to a branch."""

    scene: str
    to: int
    """The number of that move's entry; 0 for the beginning."""

    def fields(self) -> Fields:
        """The entry as it is written, without its number and check."""
        return {"scene": self.scene, "jump": self.to}


@dataclass(frozen=True, slots=True)
class Continued:
    """The playthrough goes on here with another version of the story than before."""

    scene: str
    story_version: str
    content: str
    engine: str

    def fields(self) -> Fields:
        """The entry as it is written, without its number and check."""
        return {
            "scene": self.scene, "continued": self.story_version,
            "content": self.content, "engine": self.engine,
        }  # fmt: skip


EXPECTATIONS: Final = ("see", "unseen", "holds", "offered", "closed", "ending", "reload")
"""What a playtest can expect after a move. A save may hold them too; playing passes them over."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What must be so at this point: only playtests ask."""

    kind: str
    value: str

    def fields(self) -> Fields:
        """The entry as it is written, without its number and check."""
        return {self.kind: self.value}


Entry = Chosen | Typed | Undone | Jumped | Continued | Expected
Played = Chosen | Typed


def _of(mark: Mark | None) -> Fields:
    return mark.fields() if mark is not None else {}


@dataclass(frozen=True, slots=True)
class Sealed:
    """An entry as it stands in a journal, with the check that ties it to all before it."""

    entry: Entry
    check: str
    edited: bool = False
    """Whether the check does not fit: somebody changed the file by hand here."""


def check_value(previous: str, fields: Fields) -> str:
    """The check of a document: of its content, whatever the order of its keys, and the check before it."""
    canonical = json.dumps([previous, fields], sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return blake2b(canonical.encode("ascii"), digest_size=CHECK_LENGTH // 2).hexdigest()
