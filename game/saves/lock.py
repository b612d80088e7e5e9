"""One process a slot: a lock that the system lets go of by itself when a process dies."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class SlotLock:
    """A lock on a slot, held until `release`, or until the process ends."""

    def __init__(self, handle: int | None) -> None:
        self._handle = handle

    @classmethod
    def take(cls, path: Path) -> SlotLock | None:
        """The lock whose file is `path`; None if another process (or playthrough) holds it.

        Where a system has no such locks, or the folder no place for one, the slot counts as free.
        """
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(path, flags, 0o644)
        except OSError:
            return cls(None)
        try:
            _lock(handle)
        except (BlockingIOError, PermissionError):  # the latter is what Windows says
            os.close(handle)
            return None
        except OSError:  # a file system without locks
            os.close(handle)
            return cls(None)
        return cls(handle)

    def release(self) -> None:
        """Let go. The file stays: to delete it would let two processes lock two files of one name."""
        if self._handle is not None:
            _unlock(self._handle)
            os.close(self._handle)
            self._handle = None


def _lock(handle: int) -> None:
    """Lock an open file, or raise BlockingIOError or PermissionError if another process has it."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl  # noqa: PLC0415

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _unlock(handle: int) -> None:
    """Unlock it at once. Closing does as much, but on Windows only when the system comes to it."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415

        with suppress(OSError):
            msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)
