"""A folder of playthroughs by name: begun, opened, copied. Nothing in it is deleted that is nowhere else."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from game.saves.errors import NewerFormatError, SaveError
from game.saves.files import JournalFile, read_bounded, set_aside, write_new
from game.saves.journal import Journal, Recovered, recover
from game.saves.listing import SlotInfo, slot_infos
from game.saves.lock import SlotLock
from game.saves.names import AUTOSAVE, NAME_LIMIT, slot_name

if TYPE_CHECKING:
    from pathlib import Path

    from game.reader.reader import Reader
    from game.saves.entries import Header
    from game.saves.resume import Replay
    from game.saves.snapshots import SnapshotCache
    from game.story.model import Story

__all__ = ["AUTOSAVE", "Saves", "SlotInfo", "slot_name"]


class Saves:
    """The saves in one folder. The folder need not exist until something is saved."""

    def __init__(self, folder: Path, snapshots: SnapshotCache | None = None) -> None:
        self.folder = folder
        self._snapshots = snapshots

    def path(self, name: str) -> Path:
        """The file of a slot. Raises SlotNameError."""
        return self.folder / f"{slot_name(name)}.yaml"

    def exists(self, name: str) -> bool:
        """Whether there is anything under that name. Raises SlotNameError."""
        return os.path.lexists(self.path(name))

    def lock(self, name: str) -> SlotLock:
        """The slot for this process alone, until it is released. Raises SlotNameError and SaveError."""
        lock = SlotLock.take(self._lock_path(slot_name(name)))
        if lock is None:
            raise SaveError(f"“{name}” is being played in another window. Leave it there first.")
        return lock

    def add(self, name: str, content: bytes) -> str:
        """Keep a save's content in a slot that is free; the slot's name, which is `name` if that is.

        Raises SlotNameError, and OSError.
        """
        path = self.path(name)
        lock = SlotLock.take(self._lock_path(name))
        if lock is None or os.path.lexists(path):
            if lock is not None:
                lock.release()
            name, lock = self._free_slot(name)
        try:
            write_new(self.path(name), content)
        finally:
            lock.release()
        return name

    def snapshot(self, story: Story, journal: Journal) -> Replay | None:
        """How the playthrough stood when it was left, if that was kept and still fits."""
        return self._snapshots.load(story, journal) if self._snapshots is not None else None

    def keep_snapshot(self, story: Story, journal: Journal, played: Replay) -> None:
        """Keep how the playthrough stands, so that it need not be played again."""
        if self._snapshots is not None:
            self._snapshots.store(story, journal, played)

    def slots(self, game: tuple[Story, Reader] | None = None) -> list[SlotInfo]:
        """Every slot, the one last written first. A story and its reader tell which chapter each is in."""
        return slot_infos(self.folder, game)

    def begin(self, slot: str | None, header: Header) -> tuple[Journal, list[str]]:
        """A journal that begins now, in the slot; what is there goes to another, which the notes name."""
        journal = Journal(header)
        return (journal, []) if slot is None else (journal, self._settle(slot, journal))

    def open(self, slot: str, header: Header) -> tuple[Journal, list[str]]:
        """The journal of a slot, to go on in; with `header`, a new one if nothing in it can be read.

        Raises SlotNameError, and SaveError for a save that is left untouched: of another story, of a
        newer format, or no plain file.
        """
        path = self.path(slot)
        lock = SlotLock.take(self._lock_path(slot))
        if lock is None:
            return self._open_copy(slot, header.story)
        try:
            data = read_bounded(path)
            found = self._recover(data, path, header.story)
        except SaveError:
            lock.release()
            raise
        if found is None:
            journal, notes = Journal(header), [f"Nothing in {path.name} can be read."]
        else:
            journal, notes = found.journal, _damage_notes(found, path)
        if found is not None and found.damage is None:
            # Where the next move was never begun but for its separator, that is written over.
            whole = found.sound == len(data)
            return journal, notes + self._hold(journal, slot, lock, stored=found.sound if whole else None)
        return journal, notes + self._mend(journal, slot, lock)

    def read(self, name: str, story: str) -> tuple[Journal, list[str]]:
        """The journal of a slot, in memory; the file is not touched. Raises SlotNameError and SaveError."""
        path = self.path(name)
        if not os.path.lexists(path):
            raise SaveError(f"There is no save called “{name}”{self.others()}.")
        found = self._recover(read_bounded(path), path, story)
        if found is None:
            raise SaveError(f"Nothing in {path.name} can be read; it is left as it is.")
        return found.journal, _damage_notes(found, path)

    def copy(self, journal: Journal, name: str) -> list[str]:
        """Write a copy of the journal into a slot. Raises SlotNameError and SaveError."""
        path = self.path(name)
        if name == journal.slot:
            return []
        lock = SlotLock.take(self._lock_path(name))
        if lock is None:
            raise SaveError(f"“{name}” is being played in another window. Save under another name.")
        try:
            notes = self._make_room(name, journal)
            write_new(path, journal.content)
        except OSError as error:
            raise SaveError(f"Not saved: {error.strerror or error} ({path}).") from error
        finally:
            lock.release()
        return notes

    def replace(self, journal: Journal, by: Journal) -> tuple[Journal, list[str]]:
        """Go on with another journal in the slot of this one, which is kept under another name.

        Raises SaveError if this one is not on the disk as far as it goes, and cannot be brought there.
        """
        slot = journal.slot
        if slot is None:
            return by, []
        if not journal.bring_to_disk():
            raise SaveError(f"What you are playing would be lost. {journal.trouble} Save it elsewhere first.")
        journal.close()
        return by, self._settle(slot, by)

    def _settle(self, slot: str, journal: Journal) -> list[str]:
        """Keep the journal in the slot, or in another if that is taken. Raises SlotNameError."""
        slot_name(slot)
        lock = SlotLock.take(self._lock_path(slot))
        notes: list[str] = []
        if lock is None:
            free, lock = self._free_slot(slot)
            notes.append(f"“{slot}” is being played in another window; this playthrough is kept in “{free}”.")
            slot = free
        else:
            try:
                notes += self._make_room(slot, journal)
            except OSError as error:
                why = error.strerror or error
                lock.release()
                free, lock = self._free_slot(slot)
                notes.append(f"“{slot}” cannot be replaced ({why}); this playthrough is kept in “{free}”.")
                slot = free
        return notes + self._hold(journal, slot, lock)

    def _hold(self, journal: Journal, slot: str, lock: SlotLock, stored: int | None = None) -> list[str]:
        """Keep the journal in the slot's file, of which the first `stored` bytes are its own already."""
        journal.keep_in(JournalFile(slot, self.path(slot), lock, stored))
        return [journal.trouble] if journal.trouble else []

    def _mend(self, journal: Journal, slot: str, lock: SlotLock) -> list[str]:
        """Keep what is sound of a damaged file in its place, and the whole of it beside it."""
        try:
            aside = set_aside(self.path(slot))
        except OSError as error:
            lock.release()
            free, lock = self._free_slot(slot)
            why = error.strerror or error
            return [
                f"The damaged file could not be set aside ({why}), so it is left; you go on in “{free}”.",
                *self._hold(journal, free, lock),
            ]
        return [f"The damaged file is set aside as {aside.name}.", *self._hold(journal, slot, lock)]

    def _make_room(self, slot: str, journal: Journal) -> list[str]:
        """Move what is in the slot to another, unless it is kept elsewhere, whole. Raises OSError."""
        path = self.path(slot)
        if not os.path.lexists(path):
            return []
        try:
            old = read_bounded(path)
        except SaveError:
            pass  # a link, a folder, too large: out of the way it goes, as it is
        else:
            if journal.content.startswith(old) or _has_no_moves(old) or self._is_elsewhere(old, path):
                return []
        free, lock = self._free_slot(slot)
        path.rename(self.path(free))
        lock.release()
        return [f"What was in “{slot}” before is kept as “{free}”."]

    def _is_elsewhere(self, content: bytes, path: Path) -> bool:
        """Whether the beginning of another slot is just this."""
        for info in self.slots():
            try:
                if info.path != path and read_bounded(info.path).startswith(content):
                    return True
            except SaveError:
                continue
        return False

    def _free_slot(self, slot: str) -> tuple[str, SlotLock]:
        """The first of NAME-1, NAME-2 ... that is free, locked."""
        number = 1
        while True:
            ending = f"-{number}"
            name = slot[: NAME_LIMIT - len(ending)].rstrip(" ") + ending
            if (
                not os.path.lexists(self.path(name))
                and (lock := SlotLock.take(self._lock_path(name))) is not None
            ):
                return name, lock
            number += 1

    def _open_copy(self, slot: str, story: str) -> tuple[Journal, list[str]]:
        journal, notes = self.read(slot, story)
        free, lock = self._free_slot(slot)
        notes.append(f"“{slot}” is being played in another window. This is a copy of it, kept in “{free}”.")
        return journal, notes + self._hold(journal, free, lock)

    def _recover(self, data: bytes, path: Path, story: str) -> Recovered | None:
        """What can be read of the data; None for nothing. Raises SaveError for what is not ours to touch."""
        try:
            found = recover(data)
        except NewerFormatError:
            raise
        except SaveError:
            return None
        if found.journal.header.story != story:
            raise SaveError(
                f"{path} is a save of another story (“{_short(found.journal.header.story)}”). "
                "It is left as it is: choose another slot with --slot, or that story with --story."
            )
        return found

    def _lock_path(self, slot: str) -> Path:
        return self.folder / f"{slot}.lock"

    def others(self) -> str:
        """The slots that there are, to go on a sentence that says which there is not."""
        names = [info.name for info in self.slots()][:8]
        return (
            f"; there {'are' if len(names) > 1 else 'is'} " + ", ".join(f"“{n}”" for n in names)
            if names
            else ""
        )


def _short(text: str) -> str:
    return "".join(character for character in text[:40] if character.isprintable())


def _has_no_moves(data: bytes) -> bool:
    try:
        found = recover(data)
    except SaveError:
        return False
    return found.damage is None and not found.journal.sealed


def _damage_notes(found: Recovered, path: Path) -> list[str]:
    if found.damage is None:
        return []
    kept = len(found.journal.sealed)
    return [
        f"{path.name} is damaged: its part {kept + 2} {found.damage}. "
        f"The {kept} move{'' if kept == 1 else 's'} before that {'is' if kept == 1 else 'are'} kept."
    ]
