"""A playthrough as a stream of YAML documents that is only ever appended to."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from game import __version__
from game.saves.emission import SEPARATOR, document
from game.saves.entries import (
    CHECK_LENGTH,
    EXPECTATIONS,
    FORMAT,
    Chosen,
    Continued,
    Entry,
    Expected,
    Fields,
    Header,
    Jumped,
    Mark,
    Sealed,
    Typed,
    Undone,
    check_value,
)
from game.saves.errors import NewerFormatError, SaveError
from game.saves.parsing import DOCUMENT_LIMIT, DocumentError, parse, spans
from game.saves.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.saves.entries import Played
    from game.saves.files import JournalFile
    from game.story.model import Story

ENTRIES_LIMIT: Final = 100_000
"""How many entries a journal may have to be read: years of playing, and some seconds of reading."""
_PREAMBLE: Final = "# A playthrough, written as it is played. saves/README.md says how to read it.\n"
_BY_HAND: Final = {"format": str(FORMAT), "story_version": "0", "content": "", "engine": "", "created": ""}
_CHECK = re.compile(rf"[0-9a-f]{{{CHECK_LENGTH}}}")
_INTEGER = re.compile(r"[+-]?[0-9]{1,20}")


def new_header(story: Story, seed: int) -> Header:
    """The header of a playthrough that begins now."""
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Header(story.id, story.version, story.content_hash, __version__, seed, now)


class Journal:
    """The header and every entry so far: in memory, and in the file of a slot if it has one.

    What is on the disk is always a beginning of what is in memory.
    """

    def __init__(
        self, header: Header, entries: tuple[Sealed, ...] = (), content: bytes | None = None
    ) -> None:
        self.header = header
        self.sealed = list(entries)
        self.content = bytearray(
            (_PREAMBLE + document(header.fields())).encode() if content is None else content
        )
        self.trouble: str | None = None
        self._last = entries[-1].check if entries else check_value("", header.fields())
        self._waiting: list[Entry] = []
        self._file: JournalFile | None = None

    @property
    def slot(self) -> str | None:
        """The slot that it is kept in; None for one in memory only."""
        return self._file.slot if self._file is not None else None

    @property
    def timeline(self) -> Timeline:
        """Every move ever made, as a tree; what waits to be written counts as written."""
        return Timeline([*(sealed.entry for sealed in self.sealed), *self._waiting])

    @property
    def line(self) -> list[Played]:
        """The moves that stand, after all going back and forth."""
        return [node.move for node in self.timeline.line]

    @property
    def edited(self) -> list[int]:
        """The numbers of the entries that somebody changed by hand."""
        return [number for number, sealed in enumerate(self.sealed, 1) if sealed.edited]

    @property
    def content_hash(self) -> str:
        """The hash of the story's content that the last moves were made with."""
        for sealed in reversed(self.sealed):
            if isinstance(sealed.entry, Continued):
                return sealed.entry.content
        return self.header.content

    @property
    def story_version(self) -> str:
        """The version of the story that the last moves were made with."""
        for sealed in reversed(self.sealed):
            if isinstance(sealed.entry, Continued):
                return sealed.entry.story_version
        return self.header.story_version

    def made_with(self) -> list[tuple[str, str]]:
        """For each entry by its number (0: the header) the story's version and content then."""
        with_ = self.header.story_version, self.header.content
        found = [with_]
        for sealed in self.sealed:
            if isinstance(sealed.entry, Continued):
                with_ = sealed.entry.story_version, sealed.entry.content
            found.append(with_)
        return found

    def keep_in(self, file: JournalFile) -> None:
        """Keep the journal in this file from now on. Where that fails, `trouble` says so."""
        self._file = file
        self._store()

    @property
    def waiting(self) -> list[Entry]:
        """What is written before the next entry."""
        return list(self._waiting)

    def wait_with(self, entries: list[Entry]) -> None:
        """Put these entries before the next one, so that a playthrough only looked at is not changed."""
        self._waiting.extend(entries)

    def append(self, entry: Entry) -> None:
        """Add an entry and bring it to the disk. Where that fails, `trouble` says so; memory keeps it."""
        if self.header.format < FORMAT:
            self._bring_up_to_date()
        for each in (*self._waiting, entry):
            self._seal(each)
        self._waiting.clear()
        self._store()

    def _bring_up_to_date(self) -> None:
        """Write all of it anew in the present format. The file as it was is kept beside it."""
        old = [sealed.entry for sealed in self.sealed]
        self.header = replace(self.header, format=FORMAT)
        self.sealed.clear()
        self.content = bytearray((_PREAMBLE + document(self.header.fields())).encode())
        self._last = check_value("", self.header.fields())
        for entry in old:
            self._seal(entry)
        if self._file is not None:
            self._file.begin_anew()

    def bring_to_disk(self) -> bool:
        """Try again what has failed before; whether the file now holds all of the journal."""
        if self._file is not None and self._file.stored < len(self.content):
            self._store()
        return self._file is None or self._file.stored >= len(self.content)

    def close(self) -> None:
        """Let go of the file and of the slot's lock."""
        if self._file is not None:
            self._file.close()

    def _seal(self, entry: Entry) -> None:
        fields = _numbered(len(self.sealed) + 1, entry)
        self._last = check_value(self._last, fields)
        self.sealed.append(Sealed(entry, self._last))
        break_ = "" if self.content.endswith(b"\n") else "\n"
        written = break_ + SEPARATOR + document(fields | {"check": self._last})
        self.content += written.encode("utf-8", "replace")

    def _store(self) -> None:
        if self._file is None:
            return
        try:
            self._file.store(self.content)
        except OSError as error:
            self.trouble = (
                f"The last moves are not saved: {error.strerror or error} ({self._file.path}). "
                "The game goes on, and each move tries again."
            )
        else:
            self.trouble = self._file.take_note()


def rewritten(header: Header, entries: Iterable[Entry]) -> Journal:
    """A journal of these entries, with checks of its own."""
    journal = Journal(header)
    for entry in entries:
        journal._seal(entry)
    return journal


@dataclass(frozen=True, slots=True)
class Recovered:
    """What could be read of a journal."""

    journal: Journal
    sound: int
    """How many bytes of the data are sound."""
    damage: str | None
    """What is wrong with the rest, in words that continue *document 3 ...*; None if there is no rest."""


def recover(data: bytes, *, by_hand: bool = False) -> Recovered:
    """Read a journal as far as it is sound.

    One that was written `by_hand`, as playtests are, needs no checks, and in its header only the story
    and the seed. Raises SaveError if there is no header to go by, or one of a format that this version
    does not know.
    """
    if data.count(b"\n---") > ENTRIES_LIMIT:
        raise SaveError(
            f"The save holds more than {ENTRIES_LIMIT:,} moves, which no playthrough does. It is not read."
        )
    header: Header | None = None
    sealed: list[Sealed] = []
    previous, sound, damage = "", 0, None
    firm = 0, 0  # how many entries, and bytes, up to the last part that could end a file
    for position, (_, start, end) in enumerate(spans(data)):
        chunk = data[start:end]
        last = end == len(data)
        if position == 0 and not last and _is_comment(chunk):
            continue
        try:
            fields = parse(chunk)
            if header is None:
                header = _header(_BY_HAND | fields if by_hand else fields)
                previous = check_value("", header.fields())
            else:
                sealed.append(_sealed(fields, len(sealed) + 1, previous, last and not by_hand))
                previous = sealed[-1].check
            if by_hand or not sealed or _CHECK.fullmatch(fields.get("check", "")):
                firm = len(sealed), end
        except DocumentError as error:
            if header is None:
                raise SaveError(f"The save cannot be read: its first part {error}.") from error
            damage = f"{error}"
            break
        sound = end
    if header is None:
        raise SaveError("The save cannot be read: it is empty.")
    if damage is not None and not data[sound:].strip().strip(b"-"):
        damage = None  # only the separator of a document that was never begun
    if damage is not None and firm[0] < len(sealed):
        del sealed[firm[0] :]
        sound, damage = firm[1], "has no check, and what comes after it cannot be read"
    return Recovered(Journal(header, tuple(sealed), data[:sound]), sound, damage)


def _is_comment(chunk: bytes) -> bool:
    return len(chunk) <= DOCUMENT_LIMIT and all(
        not line.strip() or line.lstrip().startswith(b"#") for line in chunk.splitlines()
    )


def _header(fields: dict[str, str]) -> Header:
    written = _integer(fields, "format")
    if written > FORMAT:
        raise NewerFormatError(
            f"The save was written by a newer version of the game (format {written}; this version reads "
            f"up to {FORMAT}). It is left as it is: update the game to go on with it, "
            "or begin another with --new."
        )
    return Header(
        _text(fields, "story"), _text(fields, "story_version"), _text(fields, "content"),
        _text(fields, "engine"), _integer(fields, "seed"), _text(fields, "created"), max(1, written),
    )  # fmt: skip


def _sealed(fields: dict[str, str], number: int, previous: str, last: bool) -> Sealed:
    entry = _entry(fields)
    check = fields.get("check", "")
    if last and not _CHECK.fullmatch(check):
        raise DocumentError("breaks off")  # the check is written last: this document was never finished
    computed = check_value(previous, _numbered(number, entry))
    return Sealed(entry, check if _CHECK.fullmatch(check) else computed, edited=check != computed)


def _numbered(number: int, entry: Entry) -> Fields:
    return {"n": number, **entry.fields()}


def _entry(fields: dict[str, str]) -> Entry:
    if "scene" not in fields and (expected := next((key for key in EXPECTATIONS if key in fields), None)):
        return Expected(expected, fields[expected])
    scene = _text(fields, "scene")
    if "choose" in fields:
        return Chosen(scene, fields["choose"], _mark(fields))
    if "type" in fields:
        backwards = fields.get("backwards") == "true"
        return Typed(scene, _text(fields, "page"), fields["type"], backwards, _mark(fields))
    if "undo" in fields:
        return Undone(scene, _integer(fields, "undo"))
    if "jump" in fields:
        return Jumped(scene, _integer(fields, "jump"))
    if "continued" in fields:
        return Continued(scene, fields["continued"], _text(fields, "content"), _text(fields, "engine"))
    raise DocumentError("has none of the keys choose, type, undo, jump")


def _mark(fields: dict[str, str]) -> Mark | None:
    """What the move led to; None if whoever wrote it did not say."""
    if not all(key in fields for key in ("reached", "state", "told")):
        return None
    return Mark(fields["reached"], fields.get("changed", ""), fields["state"], fields["told"])


def _text(fields: dict[str, str], key: str) -> str:
    if key not in fields:
        raise DocumentError(f"has no key {key!r}")
    return fields[key]


def _integer(fields: dict[str, str], key: str) -> int:
    value = _text(fields, key)
    if not _INTEGER.fullmatch(value):
        raise DocumentError(f"has no whole number for {key!r}")
    return int(value)
