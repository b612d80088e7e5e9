from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from game.saves.slots import Saves
from game.workshop.rehearsal import Beginning, Rehearsal
from tests.example import write_story

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WORDS = "aspect: mood\nvalues:\n  sad:\n    adjectives: blorpy\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = write_story(tmp_path / "story")
    (folder / "lexicon").mkdir()
    (folder / "lexicon" / "mood.yaml").write_text(WORDS)
    return folder


@pytest.fixture
def rehearse(folder: Path, tmp_path: Path) -> Callable[..., Rehearsal]:
    def begin(**asked: object) -> Rehearsal:
        return Rehearsal(folder, Saves(tmp_path / "saves"), Beginning(**asked))  # type: ignore[arg-type]

    return begin


def edit(folder: Path, old: str, new: str, name: str = "one.yaml") -> None:
    """Save a file with something changed in it, as an editor does."""
    path = folder / name
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    stamp = path.stat().st_mtime_ns + 1_000_000  # however coarse the file system's clock is
    os.utime(path, ns=(stamp, stamp))
