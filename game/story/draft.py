"""All definitions of all files together, before it is known whether they fit to each other."""

from __future__ import annotations

import keyword
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from game.story import format as fmt
from game.story.errors import Diagnostic
from game.story.files import HEAD
from game.story.shapes import check_shape, is_id, is_name
from game.story.syntax import FUNCTIONS, suggestion

if TYPE_CHECKING:
    from game.story.source import Path, Source

RESERVED: Final = FUNCTIONS | {"ruby", "it", "index", "total", "true", "false", "none", "any"}
"""Names that no variable can have."""


@dataclass(slots=True)
class Definition:
    """One definition, where it stands, and whether it has its proper shape."""

    section: str
    id: str
    source: Source
    path: Path
    data: dict[str, Any]
    sound: bool
    chapter: str | None = None

    def report(self, code: str, path: Path, message: str, mend: str = "") -> None:
        """Note an error at a path below the definition."""
        self.source.report(code, self.source.place((*self.path, *path)), message, mend)

    def warn(self, code: str, message: str, mend: str = "") -> None:
        """Note a warning at the definition's id."""
        line, column = self.source.place(self.path, key=True)
        warning = Diagnostic(code, "warning", self.source.path, line, column, message, mend)
        self.source.diagnostics.append(warning)


@dataclass(slots=True)
class Draft:
    """What the files declare. `elsewhere` are words that unreadable files may declare: those are let pass."""

    sources: list[Source]
    head: Source | None = None
    head_sound: bool = False
    sections: dict[str, dict[str, Definition]] = field(default_factory=dict)
    elsewhere: set[str] = field(default_factory=set)
    incomplete: bool = False
    """Whether files are missing or broken, so that what seems not to be there may be."""
    faulty: set[str] = field(default_factory=set)
    """Expressions and effects in which an error was found."""

    @property
    def partial(self) -> bool:
        """Whether anything of the story cannot be looked at."""
        unsound = any(not one.sound for ones in self.sections.values() for one in ones.values())
        return self.incomplete or unsound or bool(self.faulty)

    def all(self, *sections: str) -> list[Definition]:
        """The sound definitions of these sections."""
        return [one for section in sections for one in self.sections[section].values() if one.sound]

    def ids(self, *sections: str) -> set[str]:
        """Every id that these sections declare, or may declare in a file that cannot be read."""
        return {id_ for section in sections for id_ in self.sections[section]} | self.elsewhere

    def scene_ids(self) -> set[str]:
        """The ids of scenes and storylets."""
        return self.ids("scenes", "storylets")

    def data(self) -> dict[str, Any]:
        """The data that `build` makes a story of. Only for a draft without errors."""
        merged: dict[str, Any] = {
            section: {one.id: one.data for one in ones.values()} for section, ones in self.sections.items()
        }
        for section in ("scenes", "storylets"):
            for one in self.sections[section].values():
                merged["scenes"][one.id] = one.data | {"chapter": one.chapter}
        del merged["storylets"]
        merged["head"] = self.head.data if self.head else {}
        return merged


def gather(sources: list[Source]) -> Draft:
    """Collect the definitions of all files, and check the shape of each."""
    draft = Draft(sources, sections={section: {} for section in fmt.SECTIONS})
    for source in sources:
        if source.broken:
            draft.incomplete = True
            draft.elsewhere |= set(
                re.findall(r"^\s*(?:- id: )?([a-z0-9][a-z0-9_-]*)\b", source.text, re.MULTILINE)
            )
        if source.path == HEAD:
            draft.head = source
            draft.head_sound = source.sound or (
                source.data is not None and check_shape(source, (), fmt.StoryHead)
            )
        elif source.data is not None:
            _file(draft, source)
    return draft


def _file(draft: Draft, source: Source) -> None:
    data = source.data or {}
    chapter = data.get("chapter")
    if "chapter" in data and not (isinstance(chapter, str) and is_id(chapter)):
        source.report("RS016", source.place(("chapter",)), "this is not formed like a chapter's id")
        chapter = None
    for section, definitions in data.items():
        if section == "chapter":
            continue
        if section not in fmt.SECTIONS:
            mend = suggestion(
                section, set(fmt.SECTIONS) | {"chapter"}, f"there are: {', '.join(fmt.SECTIONS)}"
            )
            place = source.place((section,), key=True)
            source.report("RS014", place, f"there is no section `{section[:60]}`", mend)
        elif isinstance(definitions, dict):
            for id_ in definitions:
                _define(draft, source, section, id_, chapter)
        elif definitions is not None:
            message = f"`{section}` must map ids to definitions"
            source.report("RS015", source.place((section,)), message, "write `an-id:` before each")


def _define(draft: Draft, source: Source, section: str, id_: str, chapter: str | None) -> None:
    path = (section, id_)
    known = _proper(source, section, id_)
    data = source.at(path)
    sound = (source.sound or check_shape(source, path, fmt.SECTIONS[section])) and known
    one = Definition(section, id_, source, path, data if isinstance(data, dict) else {}, sound)
    if section in ("scenes", "storylets"):
        one.chapter = one.data.get("chapter") or chapter
    for other in ("scenes", "storylets") if section in ("scenes", "storylets") else (section,):
        if first := draft.sections[other].get(id_):
            line, column = first.source.place(first.path, key=True)
            message = f"`{id_}` is already at {first.source.path}:{line}:{column}"
            source.report("RS030", source.place(path, key=True), message, "give one of them another id")
            return
    draft.sections[section][id_] = one


def _proper(source: Source, section: str, id_: str) -> bool:
    if section == "variables":
        if is_name(id_) and id_ not in RESERVED and not keyword.iskeyword(id_):
            return True
        message = f"`{id_[:60]}` cannot be a variable's name"
        mend = "lower case letters, digits and underscores; no name of the expressions' own"
    elif is_id(id_):
        return True
    else:
        message = f"`{id_[:60]}` is not formed like an id"
        mend = "lower case letters and digits, joined by hyphens"
    source.report("RS016", source.place((section, id_), key=True), message, mend)
    return False
