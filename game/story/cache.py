"""Checked stories kept as data, so that a story that has not changed is neither parsed nor checked again.

One file a story: a line with a fingerprint of what follows, then JSON. It can only spare work: whatever is
wrong with it, it counts as missing.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from pathlib import Path
from typing import Any, Final

from game import __version__

KEPT: Final = 8
"""How many stories are kept; the least recently written go first."""
MAX_SIZE: Final = 64_000_000
_SHAPE: Final = 2
"""Raised whenever `build` comes to expect other data."""


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

    def load(self, content_hash: str) -> dict[str, Any] | None:
        """The checked data of the story with this content, or None."""
        try:
            path = self._path(content_hash)
            if path.stat().st_size > MAX_SIZE:
                return None
            fingerprint, _, body = path.read_bytes().partition(b"\n")
            if fingerprint != _fingerprint(body, content_hash):
                return None
            data = json.loads(body)
        except (OSError, ValueError, RecursionError):
            return None
        return data if isinstance(data, dict) else None

    def store(self, content_hash: str, data: dict[str, Any]) -> None:
        """Keep the data, whole or not at all. A folder that cannot be written to is no fault."""
        body = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
        keep(self._path(content_hash), _fingerprint(body, content_hash) + b"\n" + body, KEPT)

    def _path(self, content_hash: str) -> Path:
        return self.folder / f"story-{content_hash}.json"


def keep(path: Path, content: bytes, most: int) -> None:
    """Write a cache's file, whole or not at all; of its kind, the least recently written beyond `most` go.

    A folder that cannot be written to is no fault: then nothing is kept.
    """
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


def _fingerprint(body: bytes, content_hash: str) -> bytes:
    """Of the data, and of all else that it depends on."""
    digest = hashlib.sha256(f"{_SHAPE} {__version__} {content_hash}\n".encode())
    digest.update(body)
    return digest.hexdigest().encode()
