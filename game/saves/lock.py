"""One process a slot: a lock that the system lets go of by itself when a process dies."""

from __future__ import annotations

import os
import sys
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
        if sys.platform == "win32":
            return cls(None)
        import fcntl  # noqa: PLC0415 (there is none on Windows)

        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o644)
        except OSError:
            return cls(None)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            return None
        except OSError:  # a file system without locks
            os.close(handle)
            return cls(None)
        return cls(handle)

    def release(self) -> None:
        """Let go. The file stays: to delete it would let two processes lock two files of one name."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
