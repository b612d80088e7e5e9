"""A story as a script that other engines can follow: passages of lines, assignments, menus and ways on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from game.story.model import Value as Start
    from game.workshop.export.terms import Plain, Variable


@dataclass(frozen=True, slots=True)
class Words:
    """Words to show as they are, in one line."""

    text: str


@dataclass(frozen=True, slots=True)
class Shown:
    """The value of a term, shown."""

    term: Plain


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a paragraph. In finished scripts there is none: paragraphs are lines."""


@dataclass(frozen=True, slots=True)
class Either:
    """One or the other, by a condition."""

    condition: Plain
    yes: tuple[Item, ...]
    no: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Turns:
    """Texts that take turns: one further each time and staying on the last, round and round, or at random."""

    kind: Literal["sequence", "cycle", "shuffle"]
    options: tuple[tuple[Item, ...], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, or part of one."""

    parts: tuple[Item, ...]
    joins: bool = False
    """It goes on with the paragraph that it follows."""
    is_open: bool = False
    """Its paragraph is not over with it."""
    leads: bool = False
    """It is the last of a branch, and what follows the branch goes on with its paragraph."""


@dataclass(frozen=True, slots=True)
class Set:
    """A variable gets a value."""

    variable: Variable
    term: Plain


@dataclass(frozen=True, slots=True)
class Go:
    """On to a passage."""

    to: str


@dataclass(frozen=True, slots=True)
class Visit:
    """To a storylet, and when it is through on to a passage."""

    to: str
    then: str


@dataclass(frozen=True, slots=True)
class Back:
    """Back to where a storylet was dealt."""


@dataclass(frozen=True, slots=True)
class End:
    """The story is over."""


@dataclass(frozen=True, slots=True)
class Note:
    """A comment: what could not be carried here, or what something is."""

    text: str


@dataclass(frozen=True, slots=True)
class Option:
    """One line of a menu, and what follows from it."""

    text: tuple[Item, ...]
    body: tuple[Item, ...]
    condition: Plain
    once: bool = False
    key: str = ""
    """Unlike any other option's in the script."""


@dataclass(frozen=True, slots=True)
class Menu:
    """What can be picked here. It is what a passage ends in."""

    options: tuple[Option, ...]


Item = Words | Shown | Break | Either | Turns | Line | Set | Go | Visit | Back | End | Note | Menu


@dataclass(frozen=True, slots=True)
class Passage:
    """A scene, its menu (``scene:menu``), or a part of it."""

    id: str
    items: tuple[Item, ...]


@dataclass
class Script:
    """A whole story, with what it lacks of the original."""

    title: str
    ifid: str
    start: str
    variables: dict[str, Start] = field(default_factory=dict)
    passages: list[Passage] = field(default_factory=list)
    lacking: dict[str, int] = field(default_factory=dict)
    """How many things of each kind were not carried."""
