from __future__ import annotations

from pathlib import Path

import pytest

from game.reader.reader import Reader

LEXICON = Path(__file__).parents[2] / "story" / "lexicon"


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader.from_folder(LEXICON)
