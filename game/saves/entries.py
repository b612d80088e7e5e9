"""What a journal holds: a header, then one entry a move. Ids and typed words, never positions or prose."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final

FORMAT: Final = 1
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

    def fields(self) -> Fields:
        """The header as it is written."""
        return {
            "format": FORMAT, "story": self.story, "story_version": self.story_version,
            "content": self.content, "engine": self.engine, "seed": self.seed, "created": self.created,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Chosen:
    """A choice picked in a scene."""

    scene: str
    choice: str

    def fields(self) -> Fields:
        """The entry as it is written, without its number and check."""
        return {"scene": self.scene, "choose": self.choice}


@dataclass(frozen=True, slots=True)
class Typed:
    """A page pulled in a scene, with the words as typed."""

    scene: str
    page: str
    text: str
    backwards: bool = False

    def fields(self) -> Fields:
        """The entry as it is written, without its number and check."""
        fields: Fields = {"scene": self.scene, "page": self.page, "type": self.text}
        return fields | {"backwards": True} if self.backwards else fields


@dataclass(frozen=True, slots=True)
class Undone:
    """Moves taken back. They stay in the journal: going back erases nothing."""

    scene: str
    count: int

    def fields(self) -> Fields:
        """The entry as it is written, without its number and check."""
        return {"scene": self.scene, "undo": self.count}


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


Entry = Chosen | Typed | Undone | Continued
Played = Chosen | Typed


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


def present_line(entries: list[Entry]) -> list[Played]:
    """The moves that stand when all undoing is done, in order."""
    line: list[Played] = []
    for entry in entries:
        match entry:
            case Chosen() | Typed():
                line.append(entry)
            case Undone(count=count):
                del line[max(0, len(line) - count) :]
            case Continued():
                pass
    return line
