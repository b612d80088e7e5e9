"""The files of a story's folder, read within bounds and without leaving it."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game.story.errors import Diagnostic
from game.story.source import MAX_FILE

if TYPE_CHECKING:
    from collections.abc import Mapping

HEAD: Final = "story.yaml"
LEXICON: Final = "lexicon/"
"""What the paths of the reader's words begin with."""
MAX_FILES: Final = 2_000
MAX_TOTAL: Final = 40_000_000
APART: Final = frozenset({"playtests"})
"""Folders whose files are not the story's own."""


class Unreadable(OSError):
    """A file that is not to be read; the message says why."""


def story_files(folder: Path) -> list[str]:
    """Paths of the story's files, relative to the folder, with forward slashes, in order."""
    found: list[str] = []
    for base, folders, names in os.walk(folder, followlinks=False):
        relative = os.path.relpath(base, folder)
        top = relative == "."
        folders[:] = sorted(
            name for name in folders if not name.startswith((".", "_")) and not (top and name in APART)
        )
        found += [
            name if top else f"{relative}/{name}".replace(os.sep, "/")
            for name in names
            if name.endswith((".yaml", ".yml")) and not name.startswith(".")
        ]
    return sorted(found)


def read_files(folder: Path) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """The content of every file that can be read, and what is wrong with the others."""
    contents: dict[str, bytes] = {}
    faults: list[Diagnostic] = []
    paths = story_files(folder)
    if len(paths) > MAX_FILES:
        message = f"the folder holds {len(paths):,} files, and {MAX_FILES:,} are the most"
        return {}, [Diagnostic("RS005", "error", ".", 0, 0, message)]
    total = 0
    for path in paths:
        try:
            contents[path] = _read(folder, path)
        except OSError as error:
            reason = error.args[0] if isinstance(error, Unreadable) else (error.strerror or str(error))
            message = f"the file cannot be read: {reason}"
            faults.append(Diagnostic("RS010", "error", path, 0, 0, message, "put a plain file in its place"))
            continue
        total += len(contents[path])
        if total > MAX_TOTAL:
            message = f"the files are larger than {MAX_TOTAL:,} bytes together"
            return {}, [Diagnostic("RS005", "error", ".", 0, 0, message)]
    return contents, faults


def _read(folder: Path, path: str) -> bytes:
    full = folder / path
    # realpath, unlike resolve, has no quarrel with a link that leads to itself: opening it will.
    if not Path(os.path.realpath(full)).is_relative_to(os.path.realpath(folder)):
        raise Unreadable("it is a link that leads out of the story's folder")
    # A named pipe must not keep us waiting, and a device must not be opened for what it does.
    if not stat.S_ISREG(full.stat().st_mode):
        raise Unreadable("it is not a plain file")
    handle = os.open(full, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as stream:
        if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            raise Unreadable("it is not a plain file")
        return stream.read(MAX_FILE + 1)


def content_hash(contents: Mapping[str, bytes]) -> str:
    """A fingerprint of all the files' names and contents; line endings make no difference."""
    digest = hashlib.sha256()
    for path in sorted(contents):
        body = contents[path].replace(b"\r\n", b"\n")
        digest.update(f"{len(path)} {path} {len(body)}\n".encode())
        digest.update(body)
    return digest.hexdigest()[:32]
