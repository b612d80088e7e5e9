from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from game.reader.reader import Reader
from game.story.loader import load_story

if TYPE_CHECKING:
    from game.story.model import Story

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def story() -> Story:
    return load_story(ROOT / "story")


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader.from_folder(ROOT / "story" / "lexicon")


@pytest.fixture(scope="session")
def corpus() -> list[str]:
    """Pages that people typed, from the reader's own corpora, and a few that nobody sane would."""
    pages = []
    for path in sorted((ROOT / "tests" / "reader" / "pages").glob("*.yaml")):
        pages += [page["page"] for page in yaml.safe_load(path.read_text(encoding="utf-8"))]
    return pages + WILD


WILD = (Path(__file__).parent / "wild.txt").read_text(encoding="utf-8").split("\n%\n")
