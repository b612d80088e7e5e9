"""A disk that fails when it is told to: the calls of `os` that saves are written with, counted, refused."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CALLS = ("open", "write", "fsync", "ftruncate", "replace", "rename", "link", "mkdir")


@dataclass
class Fault:
    """The `at`-th call of a kind fails, and with `lasting` every one after it."""

    call: str
    at: int
    errno: int
    lasting: bool
    struck: int = 0


@dataclass
class Disk:
    """Counts the calls that reach the disk, and lets the fault strike."""

    fault: Fault | None = None
    paused: bool = False
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(CALLS, 0))

    @contextmanager
    def mounted(self) -> Iterator[Disk]:
        """While this lasts, it is this disk that saves are on."""
        real: dict[str, Callable[..., Any]] = {call: getattr(os, call) for call in CALLS}
        with patch.multiple(os, **{call: self._guarded(call, real[call]) for call in CALLS}):
            yield self

    def _guarded(self, call: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def guarded(*arguments: Any, **options: Any) -> Any:
            if self.paused:
                return real(*arguments, **options)
            self.counts[call] += 1
            if self._strikes(call):
                assert self.fault is not None
                if call == "write" and len(arguments[1]) > 1:
                    real(arguments[0], bytes(arguments[1])[: len(arguments[1]) // 2])  # half of it is there
                raise OSError(self.fault.errno, os.strerror(self.fault.errno))
            return real(*arguments, **options)

        return guarded

    def _strikes(self, call: str) -> bool:
        fault, count = self.fault, self.counts[call]
        if (
            fault is None
            or call != fault.call
            or not (count == fault.at or (fault.lasting and count > fault.at))
        ):
            return False
        fault.struck += 1
        return True


class Platter:
    """What of a folder would be there if the power failed now: nothing but what was flushed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._data: dict[int, bytes] = {}
        """By inode, what the file held when it was last flushed."""
        self._names: dict[str, dict[str, int]] = {}
        """By folder, what was in it when that was last flushed."""

    @contextmanager
    def spinning(self) -> Iterator[Platter]:
        """While this lasts, flushes are watched."""
        real = os.fsync

        def watched(handle: int) -> None:
            real(handle)
            path = Path(os.readlink(f"/proc/self/fd/{handle}"))
            if path.is_dir():
                self._names[str(path)] = {one.name: one.stat().st_ino for one in path.iterdir()}
            else:
                self._data[os.fstat(handle).st_ino] = path.read_bytes()

        with patch.object(os, "fsync", watched):
            yield self

    def contents(self) -> dict[str, bytes]:
        """The files of the folder by name; none if the folder itself might not be there."""
        parent = self._names.get(str(self.folder.parent))
        if parent is not None and self.folder.name not in parent:
            return {}
        names = self._names.get(str(self.folder), {})
        return {name: self._data.get(inode, b"") for name, inode in names.items() if name.endswith(".yaml")}
