"""`ruby-sparks rename`: another id for something, in every file at once, exactly where it is that id."""

from __future__ import annotations

import keyword
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from game.story.checks import check_draft
from game.story.draft import RESERVED, gather
from game.story.files import read_files
from game.story.progress import Progress
from game.story.reading import read_source
from game.story.shapes import is_id, is_name
from game.story.syntax import suggestion
from game.story.together import write_together
from game.workshop.mentions import KINDS, CannotTell, Mention, Walker, in_playtest
from game.workshop.refusals import CannotRename

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from game.story.draft import Draft

_PLAYTESTS: Final = "playtests"
_NOT_IN_SAVES: Final = ("variable", "beat", "cost", "deck", "chapter", "place")


@dataclass(frozen=True, slots=True)
class Change:
    """One line that changes: where, and how it reads before and after."""

    path: str
    line: int
    column: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Renaming:
    """What would be changed, and what those with old saves have to be told."""

    kind: str
    old: str
    new: str
    changes: tuple[Change, ...]
    contents: Mapping[str, bytes]
    """The files that change, by path in the story's folder."""
    migrations: tuple[str, ...]
    """Lines for story.yaml, if saves have been made with the old id."""
    note: str = ""

    def write(self, folder: Path) -> None:
        """Change all the files, or none. Raises OSError."""
        write_together(folder, self.contents)


def plan(folder: Path, old: str, new: str, kind: str | None = None) -> Renaming:
    """Find out all that would change. Raises CannotRename."""
    contents = _contents(folder)
    try:
        with Progress.to_stderr() as progress:
            before = _Names(contents, progress)
    except CannotTell as error:
        raise CannotRename(str(error)) from None
    kind, old = before.find(old, kind)
    new, written = before.accept(kind, old, new)
    edits: dict[str, list[Mention]] = {}
    for mention in before.mentions:
        if (mention.kind, mention.id) == (kind, old):
            edits.setdefault(mention.path, []).append(mention)
    changed = {path: _edited(contents[path], found, written) for path, found in edits.items()}
    try:
        with Progress.to_stderr() as progress:
            after = _Names({**contents, **changed}, progress)
    except CannotTell as error:
        raise CannotRename(f"{error} Nothing was changed.") from None
    _compare(before, after, (kind, old, new))
    changes = tuple(
        one for path, found in edits.items() for one in _changes(path, contents[path], changed[path], found)
    )
    lines, note = _for_saves(before.draft, kind, old, written)
    unsure = [
        one.path for one in before.mentions if kind == "choice" and one.id == f".{old.partition('.')[2]}"
    ]
    if unsure:
        note = f"{unsure[0]} ends with a choice of that name: see whether it is this one."
    return Renaming(kind, old, new, changes, changed, lines, note)


def _contents(folder: Path) -> dict[str, bytes]:
    contents, faults = read_files(folder)
    if faults or not contents:
        raise CannotRename(
            f"{faults[0].path}: {faults[0].message}." if faults else f"{folder}: there is no story here."
        )
    story = {path: body for path, body in contents.items() if not path.startswith("lexicon/")}
    tests = sorted((folder / _PLAYTESTS).glob("*.yaml"))
    return story | {f"{_PLAYTESTS}/{path.name}": path.read_bytes() for path in tests}


class _Names:
    """What a story's files declare and mention. Raises CannotTell, and CannotRename for a broken story."""

    def __init__(self, contents: Mapping[str, bytes], progress: Progress) -> None:
        tests = {path: body for path, body in contents.items() if path.startswith(f"{_PLAYTESTS}/")}
        files = [(path, body) for path, body in contents.items() if path not in tests]
        sources = [read_source(*one) for one in progress.through("Reading the story", files, "files")]
        self.draft = gather(sources)
        if self.draft.incomplete or not self.draft.head_sound or not _all_sound(self.draft):
            raise CannotRename(
                "The story has files that cannot be made sense of. Mend it first: ruby-sparks check"
            )
        check_draft(self.draft, progress=progress)
        self.errors = [one for source in sources for one in source.diagnostics if one.severity == "error"]
        if unread := [one for one in self.errors if one.code in ("RS020", "RS021", "RS026")]:
            where = f"{unread[0].path}:{unread[0].line}:{unread[0].column}: {unread[0].message}"
            raise CannotRename(f"{where}. Mend the story first: ruby-sparks check")
        self.mentions: list[Mention] = []
        for source in progress.through("Looking for names", sources, "files"):
            walker = Walker(source)
            walker.walk()
            self.mentions += sorted(walker.found, key=lambda one: (one.start, one.end))
        for path, body in tests.items():
            self.mentions += in_playtest(path, _text(body)[0])
        self.declared: dict[str, set[str]] = {kind: set() for kind in KINDS}
        for one in self.mentions:
            if one.defines:
                self.declared[one.kind].add(one.id)

    def find(self, old: str, kind: str | None) -> tuple[str, str]:
        """The kind and the whole id of what is meant. Raises CannotRename."""
        found = [
            (one, id_)
            for one in ([kind] if kind else KINDS)
            for id_ in sorted(self.declared[one])
            if id_ == old or (one == "choice" and id_.partition(".")[2] == old)
        ]
        if len(found) == 1:
            return found[0]
        if not found:
            known = set().union(*(self.declared[one] for one in ([kind] if kind else KINDS)))
            raise CannotRename(f"There is no {kind or 'id'} `{old[:80]}`. {suggestion(old, known)}".rstrip())
        kinds = list(dict.fromkeys(one for one, _ in found))
        if len(kinds) > 1:
            named = " and ".join(f"a {one}" for one in kinds)
            raise CannotRename(f"`{old}` is {named}. Say which is meant: --kind {kinds[0]}")
        names = ", ".join(id_ for _, id_ in found[:8])
        raise CannotRename(f"There are {len(found)} choices `{old}`. Say which is meant: {names}")

    def accept(self, kind: str, old: str, new: str) -> tuple[str, str]:
        """The whole new id, and what is written for it. Raises CannotRename if it cannot be that."""
        written = new
        if kind == "choice":
            scene, _, written = new.rpartition(".")
            if scene and scene != old.partition(".")[0]:
                raise CannotRename(f"A choice stays in its scene: `{old.partition('.')[0]}.{written}`.")
            new = f"{old.partition('.')[0]}.{written}"
        if new in self.declared[kind]:
            raise CannotRename(f"There is a {kind} `{new}` already. Take another id.")
        if kind == "variable":
            if not is_name(written) or written in RESERVED or keyword.iskeyword(written):
                raise CannotRename(
                    f"`{written[:60]}` cannot be a variable's name: lower case letters, digits and "
                    "underscores; no name of the expressions' own."
                )
            hidden = next((one for one in self.mentions if one.id == old and written in one.bound), None)
            if hidden is not None:
                raise CannotRename(
                    f"In {hidden.path} `{written}` stands for something else where `{old}` is asked for. "
                    "Take another name."
                )
        elif not is_id(written) or (kind == "scene" and written == "return"):
            raise CannotRename(
                f"`{written[:60]}` is not formed like an id: lower case letters and digits, joined by "
                "hyphens."
            )
        named = next((one for one in self.mentions if (one.kind, one.id) == (kind, new)), None)
        if named is not None:
            raise CannotRename(f"{named.path} speaks of a {kind} `{new}` that is not there. Mend that first.")
        return new, written


def _all_sound(draft: Draft) -> bool:
    """Whether there is nothing but definitions of their proper shape."""
    faults = (one for source in draft.sources for one in source.diagnostics)
    return all(one.sound for ones in draft.sections.values() for one in ones.values()) and not any(
        one.severity == "error" for one in faults
    )


def _compare(before: _Names, after: _Names, renamed: tuple[str, str, str]) -> None:
    """Raises CannotRename if anything but that id has come to differ."""
    if len(after.errors) > len(before.errors):
        known = {(one.code, one.message) for one in before.errors}
        fault = next((one for one in after.errors if (one.code, one.message) not in known), after.errors[-1])
        raise CannotRename(
            f"The story would have an error more, {fault.path}:{fault.line}: {fault.message}. "
            "Nothing was changed."
        )
    expected = [(one.path, one.kind, _renamed(one, *renamed)) for one in before.mentions]
    found = [(one.path, one.kind, one.id) for one in after.mentions]
    if found != expected:
        raise CannotRename("Something else would change with it. Nothing was changed; please report it.")


def _renamed(mention: Mention, kind: str, old: str, new: str) -> str:
    if (mention.kind, mention.id) == (kind, old):
        return new
    if kind == "scene" and mention.kind == "choice" and mention.id.partition(".")[0] == old:
        return f"{new}.{mention.id.partition('.')[2]}"
    return mention.id


def _text(content: bytes) -> tuple[str, int, list[int]]:
    """The text as it is read; how much stands before it; and where line ends were of two characters."""
    raw = content.decode("utf-8")
    lead = raw.startswith("\ufeff")
    pieces = raw[lead:].split("\r\n")
    ends, at = [], 0
    for piece in pieces[:-1]:
        at += len(piece)
        ends.append(at)
        at += 1
    return "\n".join(pieces), int(lead), ends


def _edited(content: bytes, mentions: list[Mention], written: str) -> bytes:
    _, lead, ends = _text(content)
    raw = content.decode("utf-8")
    for one in sorted(mentions, key=lambda one: -one.start):
        start = one.start + bisect_right(ends, one.start) + lead
        raw = raw[:start] + written + raw[start + one.end - one.start :]
    return raw.encode()


def _changes(path: str, before: bytes, after: bytes, mentions: list[Mention]) -> Iterator[Change]:
    text = _text(before)[0]
    old, new = text.split("\n"), _text(after)[0].split("\n")
    seen: set[int] = set()
    for one in mentions:
        number = text.count("\n", 0, one.start)
        if number not in seen:
            seen.add(number)
            column = one.start - (text.rfind("\n", 0, one.start) + 1) + 1
            yield Change(path, number + 1, column, old[number], new[number])


def _for_saves(draft: Draft, kind: str, old: str, written: str) -> tuple[tuple[str, ...], str]:
    """The lines that story.yaml needs if the story was released, and what else there is to say."""
    if kind in _NOT_IN_SAVES:
        return (), ""
    if kind == "ending":
        return (), f"Who has found the ending `{old}` already will have to find it again."
    head = draft.head.data if draft.head and draft.head.data else {}
    lines = ["migrations:", "  NEXT-VERSION:", f"    {kind}s: {{{old}: {written}}}"]
    for version, migration in (head.get("migrations") or {}).items():
        if kind == "scene" and any(name.partition(".")[0] == old for name in migration.get("choices") or {}):
            lines += [f"  {version}:", f"    scenes: {{{old}: {written}}}"]
    return tuple(lines), ""
