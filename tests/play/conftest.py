from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.play.session import Session
from game.story.loader import load_story
from tests.play.example import ExampleReader, write_story

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.story.model import Story


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    return load_story(write_story(tmp_path_factory.mktemp("example") / "story"))


@pytest.fixture
def reader() -> ExampleReader:
    return ExampleReader()


@pytest.fixture
def session(story: Story, reader: ExampleReader, tmp_path: Path) -> Callable[..., Session]:
    def make(**options: object) -> Session:
        return Session(story, reader, tmp_path / "saves", **options)  # type: ignore[arg-type]

    return make
