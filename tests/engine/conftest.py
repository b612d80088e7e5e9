from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.story.loader import load_story

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.story.model import Story

STORY = """
id: small
title: Small
ifid: 00000000-0000-4000-8000-000000000000
version: 1.0.0
start: desk
chapters:
  - {id: one, title: One}
"""
WORLD = """
variables:
  closeness: {type: int, min: 0, max: 10, default: 0, about: As lived.}
  fray: {type: int, min: 0, max: 10, default: 0, about: Contradictions.}
  vow: {type: enum, values: [none, kept], default: none, about: The vow.}
  lamp: {type: bool, default: false, about: Whether it is lit.}
people:
  ruby: {name: Ruby, pronoun: she}
  calvin: {name: Calvin, pronoun: he}
  harry: {name: Harry, pronoun: he}
facets:
  mood: {own: content}
"""


@pytest.fixture
def story_of(tmp_path: Path) -> Callable[[str], Story]:
    """A story whose one chapter file is the given YAML."""

    def build(chapter: str) -> Story:
        (tmp_path / "story.yaml").write_text(STORY, encoding="utf-8")
        (tmp_path / "world.yaml").write_text(WORLD, encoding="utf-8")
        (tmp_path / "chapter.yaml").write_text(f"chapter: one\n{chapter}", encoding="utf-8")
        return load_story(tmp_path)

    return build
