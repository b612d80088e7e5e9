"""Whether files are still those that were read, told by their stamps, where these can be trusted."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, Final

from game.story.files import story_files

if TYPE_CHECKING:
    from pathlib import Path

    from game.story.cache import Stamps

SETTLED: Final = 2_000_000_000
"""Nanoseconds that a file must have rested. One that was written just now may be written once more within
what its system's clock can tell apart (2 seconds on FAT), and keep its size and stamps."""


def stamps_of(folder: Path) -> Stamps | None:
    """Of every file of the story its size, times and number; None if it cannot be told."""
    try:
        return {path: _stamp(f"{folder}/{path}") for path in story_files(folder)}
    except (OSError, ValueError):
        return None


def _stamp(path: str) -> list[int]:
    # The time of the change of status tells of a copy that was given the times of what it is a copy of.
    found = os.stat(path)
    return [found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino]


def have_settled(stamps: Stamps) -> bool:
    """Whether none of the files was changed so lately, or in the future, that its stamps prove nothing."""
    before = time.time_ns() - SETTLED
    return all(max(changed, status) < before for _, changed, status, _ in stamps.values())
