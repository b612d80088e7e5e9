"""Checked stories kept as data, so that a story that has not changed is neither parsed nor checked again.

Of every story one file, by its content: a line with a fingerprint of what follows, then the definitions,
to be read one by one. Of every folder the stamps of its files, so that not even these need be read; and what
was found out of each of its files, so that only what has changed is read and checked again. All can only
spare work: whatever is wrong with it, it counts as missing.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from functools import cache
from pathlib import Path
from typing import Any, Final

from game import __version__
from game.story.slices import Slices, encoded, packed, unpacked

KEPT: Final = 8
"""How many stories are kept; the least recently written go first."""
KEPT_STAMPS: Final = 32
MAX_SIZE: Final = 64_000_000
_SHAPE: Final = 3
"""Raised whenever `assembly` comes to expect other data."""
_WHOLE: Final = frozenset({"head", "variables", "consequences", "exclusions"})
"""Sections that are needed from the start."""

Stamps = dict[str, list[int]]


class StoryCache:
    """The folder in which checked stories are kept; by default the platform's own for this program."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    @property
    def folder(self) -> Path:
        """Where the files are."""
        if self._folder is None:
            from platformdirs import user_cache_path  # noqa: PLC0415 (not needed where a folder is given)

            self._folder = user_cache_path("ruby-sparks", appauthor=False)
        return self._folder

    def load(self, content_hash: str) -> tuple[dict[str, Any], Any] | None:
        """The checked data of the story with this content, and its index; or None."""
        content = read_kept(self._story(content_hash), content_hash)
        if content is None:
            return None
        try:
            (whole, index), sections = unpacked(content, content.index(b"\n") + 1)
            return whole | sections, index
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            return None

    def store(self, content_hash: str, data: dict[str, Any], index: Any) -> None:
        """Keep the data, whole or not at all. A folder that cannot be written to is no fault."""
        whole = {section: ones for section, ones in data.items() if section in _WHOLE}
        body = packed([whole, index], {name: ones for name, ones in data.items() if name not in _WHOLE})
        keep(self._story(content_hash), sealed(body, content_hash), KEPT)

    def content_of(self, folder: Path, stamps: Stamps) -> str | None:
        """The content hash of the folder's files, if they had these stamps when it was taken."""
        path = self._stamps(folder)
        content = read_kept(path, path.name)
        if content is None:
            return None
        try:
            content_hash, kept = json.loads(content[content.index(b"\n") + 1 :])
        except (ValueError, TypeError, RecursionError):
            return None
        return content_hash if kept == stamps and isinstance(content_hash, str) else None

    def note(self, folder: Path, stamps: Stamps, content_hash: str) -> None:
        """Remember that files with these stamps have this content."""
        path = self._stamps(folder)
        keep(path, sealed(encoded([content_hash, stamps]), path.name), KEPT_STAMPS)

    def files_of(self, folder: Path) -> Slices:
        """What is known of the folder's files by their content; see `compiling`."""
        path = self._files(folder)
        content = read_kept(path, path.name)
        if content is not None:
            with contextlib.suppress(ValueError, LookupError, TypeError, AttributeError, RecursionError):
                return unpacked(content, content.index(b"\n") + 1)[1]["files"]
        return Slices(b"", {})

    def keep_files(self, folder: Path, files: dict[str, bytes]) -> None:
        """Keep what is known of the folder's files."""
        path = self._files(folder)
        keep(path, sealed(packed(None, {"files": files}), path.name), KEPT)

    def _files(self, folder: Path) -> Path:
        return self.folder / f"files-{_name_of(folder)}.json"

    def _story(self, content_hash: str) -> Path:
        return self.folder / f"story-{content_hash}.json"

    def _stamps(self, folder: Path) -> Path:
        return self.folder / f"stamps-{_name_of(folder)}.json"


def _name_of(folder: Path) -> str:
    return hashlib.sha256(os.fsencode(os.path.realpath(folder))).hexdigest()[:24]


def read_kept(path: Path, of: str) -> bytes | None:
    """A cache's file as it was sealed, or None for one that is damaged, too large or of something else."""
    try:
        if path.stat().st_size > MAX_SIZE:
            return None
        content = path.read_bytes()
        at = content.index(b"\n") + 1
    except (OSError, ValueError):
        return None
    return content if content[: at - 1] == _fingerprint(memoryview(content)[at:], of) else None


def sealed(body: bytes, of: str) -> bytes:
    """The body below a line by which it can be told whether it is whole, and of what it is."""
    return _fingerprint(body, of) + b"\n" + body


def keep(path: Path, content: bytes, most: int) -> None:
    """Write a cache's file, whole or not at all; of its kind, the least recently written beyond `most` go.

    A folder that cannot be written to is no fault: then nothing is kept.
    """
    import tempfile  # noqa: PLC0415 (nothing is written where there is a cache already)

    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".cache-")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
        alike = path.parent.glob(f"{path.name.partition('-')[0]}-*{path.suffix}")
        for old in sorted(alike, key=lambda one: one.stat().st_mtime, reverse=True)[most:]:
            old.unlink(missing_ok=True)


@cache
def program_state(*parts: str) -> str:
    """What tells one state of these parts of the program from another, for those who work on them."""
    root = os.path.dirname(os.path.dirname(__file__))
    told = [__version__]
    for part in parts:
        for folder, _, names in os.walk(os.path.join(root, part)):
            for name in sorted(names):
                if name.endswith(".py"):
                    with contextlib.suppress(OSError):
                        found = os.stat(f"{folder}/{name}")
                        told.append(f"{folder[len(root) :]}/{name} {found.st_size} {found.st_mtime_ns}")
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


def _fingerprint(body: bytes | memoryview, of: str) -> bytes:
    """Of the data, and of all else that it depends on."""
    digest = hashlib.sha256(f"{_SHAPE} {program_state('story')} {of}\n".encode())
    digest.update(body)
    return digest.hexdigest().encode()
