"""Whose this is: title, authors, the libraries that it stands on, and the licences."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Final

import game
from game import __version__
from game.saves.cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.story.model import Story

DISTRIBUTION: Final = "ruby-sparks"
FANS: Final = (
    "An unofficial work of fans, not connected with the makers of the film Ruby Sparks (2012), whose "
    "premise, people and places it borrows. Every sentence is its own."
)
OFFLINE: Final = "It runs on this machine alone: no model reads what you type, and nothing is sent anywhere."
_DIRECT: Final = ("textual", "rich", "pyyaml", "pydantic", "platformdirs", "ruamel.yaml", "textual-serve")
"""What the program itself uses; the rest is what these use."""
_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_EXTRA: Final = re.compile(r";.*\bextra\b")
_COPYRIGHT: Final = re.compile("Copyright .*")
_CLASSIFIER: Final = "License :: "
_UNKNOWN: Final = "licence not stated"


@dataclass(frozen=True, slots=True)
class Library:
    """A library that is installed and used."""

    name: str
    version: str
    licence: str


def title_lines(story: Story | None = None) -> Iterator[str]:
    """What this is and whose, a sentence or two a line."""
    title = clean_line(story.title) if story is not None else "Ruby Sparks"
    version = f", story {clean_line(story.version, 30)}" if story is not None else ""
    yield f"{title}. Program {__version__}{version}."
    if copyright_ := _COPYRIGHT.search(_licence_text()):
        yield f"{copyright_[0]}."
    yield FANS
    yield OFFLINE


def libraries() -> list[Library]:
    """What is used, and what that uses, as far as it is installed; by name."""
    found: dict[str, Library] = {}
    wanted = [*_DIRECT, *_required(DISTRIBUTION)]
    while wanted:
        name = _normal(wanted.pop())
        if name in found or name == DISTRIBUTION:
            continue
        try:
            told = metadata.metadata(name)
        except metadata.PackageNotFoundError:
            continue
        found[name] = Library(
            clean_line(told["Name"] or name, 60), clean_line(told["Version"] or "", 30), _licence(told)
        )
        wanted += _required(name)
    return sorted(found.values(), key=lambda library: library.name.lower())


def licence_paragraphs() -> list[str]:
    """The licence of the program and the story, its paragraphs without their line breaks."""
    return [" ".join(part.split()) for part in re.split(r"\n[ \t]*\n", _licence_text()) if part.strip()]


def about_lines(story: Story | None = None) -> Iterator[str]:
    """All of it as lines."""
    yield from title_lines(story)
    yield ""
    yield "Libraries:"
    for library in libraries():
        yield f"{library.name} {library.version}: {library.licence}"
    yield ""
    yield "Licence:"
    for paragraph in licence_paragraphs():
        yield paragraph
        yield ""


def _licence_text() -> str:
    checkout = Path(game.__file__).resolve().parent.parent / "LICENSE"
    try:
        return checkout.read_text(encoding="utf-8")
    except OSError:
        pass
    try:
        kept = metadata.distribution(DISTRIBUTION)
    except metadata.PackageNotFoundError:
        return "MIT License"
    return kept.read_text("licenses/LICENSE") or kept.read_text("LICENSE") or "MIT License"


def _required(name: str) -> list[str]:
    """The names of what a distribution requires, whatever its extras are left aside."""
    try:
        lines = metadata.requires(name) or []
    except metadata.PackageNotFoundError:
        return []
    return [match[0] for line in lines if not _EXTRA.search(line) and (match := _NAME.match(line))]


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _licence(told: metadata.PackageMetadata) -> str:
    """What a distribution says of its licence, in a few words."""
    if "License-Expression" in told:
        return clean_line(told["License-Expression"], 60)
    classified = [
        one.rsplit(" :: ", 1)[-1]
        for one in told.get_all("Classifier") or ()
        if one.startswith(_CLASSIFIER) and one.count(" :: ") > 1
    ]
    if classified:
        return clean_line(", ".join(classified), 60)
    said = (told.get_all("License") or [""])[0]
    return clean_line(said.split("\n", 1)[0], 60) or _UNKNOWN
