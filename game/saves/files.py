"""The files of a saves folder: read within bounds, written so that a crash leaves old or new, never half."""

from __future__ import annotations

import os
import secrets
import shutil
import stat
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO, Final

from game.saves.errors import SaveError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from game.saves.lock import SlotLock

FILE_LIMIT: Final = 32 * 1024 * 1024
"""Bytes. The longest playthrough that anybody could type in a year is shorter."""
_BINARY: Final[int] = getattr(os, "O_BINARY", 0)
_CAREFUL: Final[int] = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | _BINARY


def read_bounded(path: Path) -> bytes:
    """The bytes of a save. Raises SaveError for anything but a regular file of bearable size."""
    try:
        if not stat.S_ISREG(os.lstat(path).st_mode):
            raise SaveError(
                f"{path} is not a plain file (a link, a folder or a device), so it is not opened."
            )
        with open(os.open(path, os.O_RDONLY | _CAREFUL), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise SaveError(f"{path} is not a plain file, so it is not opened.")
            data = file.read(FILE_LIMIT + 1)
    except OSError as error:
        raise SaveError(f"{path} cannot be read: {error.strerror or error}.") from error
    if len(data) > FILE_LIMIT:
        raise SaveError(
            f"{path} is larger than {FILE_LIMIT // 1024**2} MB, which no save is. It is not opened."
        )
    return data


def write_new(path: Path, content: bytes | bytearray) -> None:
    """Write a file whole or not at all, in the place of any other of that name. Raises OSError."""
    _make_folder(path.parent)
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        with open(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o644), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _flush_folder(path.parent)


def write_first(path: Path, content: bytes) -> None:
    """Write a file that there is not yet, whole or not at all. Raises OSError."""
    with _created(path) as file:
        file.write(content)


def set_aside(path: Path) -> Path:
    """Keep what a file holds under the next free `NAME.set-aside-N.yaml` as well. Raises OSError."""
    number = 1
    while os.path.lexists(aside := path.with_name(f"{path.stem}.set-aside-{number}{path.suffix}")):
        number += 1
    if not stat.S_ISREG(os.lstat(path).st_mode):
        path.rename(aside)  # a link, a folder, a device: out of the way it goes, as it is, and unread
        return aside
    try:
        os.link(path, aside)  # needs no room on a full disk
    except (OSError, NotImplementedError):
        _copy(path, aside)
    return aside


def _copy(path: Path, to: Path) -> None:
    """Copy a file whole or not at all. Raises OSError."""
    with path.open("rb") as source, _created(to) as copy:
        shutil.copyfileobj(source, copy)


@contextmanager
def _created(path: Path) -> Iterator[BinaryIO]:
    """A file that there is not yet, and that there is again not if writing it fails. Raises OSError."""
    file = path.open("xb")
    try:
        with file:
            yield file
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        # Each move tries again: half a copy a move would fill what is left of a full disk.
        path.unlink(missing_ok=True)
        raise


def _make_folder(folder: Path) -> None:
    """Make a folder if need be, and see to it that it is there also after the power has failed."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for one in missing:
        _flush_folder(one.parent)


def _flush_folder(folder: Path) -> None:
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:  # a folder cannot be opened on Windows, where the rename needs no flush of its own
        return
    try:
        os.fsync(handle)
    except OSError:
        pass
    finally:
        os.close(handle)


class JournalFile:
    """The file of one slot, for as long as a playthrough is kept in it.

    `stored` is how much of the journal is in the file already. With None the file is written anew,
    whatever is there; the caller has seen to it that nothing is lost by that.
    """

    def __init__(self, slot: str, path: Path, lock: SlotLock, stored: int | None = None) -> None:
        self.slot = slot
        self.path = path
        self._lock = lock
        self._anew = stored is None
        self.stored = stored or 0
        """How many bytes of the journal are safely in the file."""
        self._handle: int | None = None
        self._note: str | None = None
        self._renewing = False

    def store(self, content: bytes | bytearray) -> None:
        """Bring the file up to `content`, flushed to the disk. Raises OSError, with nothing half written."""
        if self._handle is None and not self._anew and os.path.lexists(self.path):
            self._open()  # a file that may not be written to is not replaced by one that may
        if self._is_as_left() and not self._renewing:
            self._append(content[self.stored :])
            self.stored = len(content)
        else:
            self._write_whole(content)

    def begin_anew(self) -> None:
        """Write all of the content the next time, and keep the file as it is under another name."""
        self._renewing = True

    def take_note(self) -> str | None:
        """What the player should know of the last time it was stored, once."""
        note, self._note = self._note, None
        return note

    def close(self) -> None:
        """Close the file and let go of the slot."""
        self._shut()
        self._lock.release()

    def _open(self) -> None:
        self._handle = os.open(self.path, os.O_WRONLY | os.O_APPEND | _CAREFUL)

    def _shut(self) -> None:
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def _is_as_left(self) -> bool:
        """Whether the path still leads to the file that was written, and nobody else wrote to it."""
        if self._handle is None:
            return False
        try:
            there = os.stat(self.path, follow_symlinks=False)
        except OSError:
            return False
        return os.path.samestat(there, os.fstat(self._handle)) and there.st_size == self.stored

    def _append(self, added: bytes | bytearray) -> None:
        if self._handle is None:
            raise OSError("the file is closed")
        try:
            left = memoryview(added)
            while left:
                left = left[os.write(self._handle, left) :]
            os.fsync(self._handle)
        except OSError:
            os.ftruncate(self._handle, self.stored)
            raise

    def _holds_other_than(self, content: bytes | bytearray) -> bool:
        """Whether there is anything in the file that is no beginning of the content."""
        if not os.path.lexists(self.path):
            return False
        try:
            return not content.startswith(read_bounded(self.path))
        except SaveError:
            return True

    def _write_whole(self, content: bytes | bytearray) -> None:
        """Write the file from the beginning; what others made of it meanwhile is kept."""
        self._shut()
        if not self._anew and (self._renewing or self._holds_other_than(content)):
            aside = set_aside(self.path)
            self._anew = True  # what was there is safe now, also if the rest fails and is tried again
            self._note = (
                f"{self.path.name} is kept in a newer format from now on; the file before is {aside.name}."
                if self._renewing
                else f"Something else changed {self.path.name} meanwhile; that is set aside as {aside.name}."
            )
        write_new(self.path, content)
        self.stored = len(content)
        self._anew = self._renewing = False
        self._open()
