"""Files written together: all of them, or none."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def write_all(contents: Mapping[Path, bytes]) -> None:
    """Replace every file by its new content, or leave all as they were. Raises OSError.

    Whatever can fail beforehand does so before any is replaced: each new content is on the disk, beside
    its file, by then. If replacing fails all the same, those that were replaced are put back.
    """
    ready: list[tuple[Path, Path]] = []
    before: list[tuple[Path, Path]] = []
    try:
        for path, content in contents.items():
            real = Path(os.path.realpath(path))  # a link goes on being one
            ready.append((real, _beside(real, content)))
        for real, new in ready:
            before.append((real, _beside(real, real.read_bytes())))
            new.replace(real)
    except BaseException:
        for real, old in before:
            with contextlib.suppress(OSError):
                old.replace(real)
        raise
    finally:
        for _, left in (*ready, *before):
            left.unlink(missing_ok=True)


def _beside(path: Path, content: bytes) -> Path:
    """A file of that content in the same folder, with the same permissions. Raises OSError."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(path.stat().st_mode & 0o7777)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)
