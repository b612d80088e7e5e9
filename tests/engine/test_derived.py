from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.engine.step import begin, step
from game.engine.turn import Type
from game.story.loader import load_story
from tests.engine.claims import JOYFUL, SILENT
from tests.engine.conftest import STORY, WORLD

if TYPE_CHECKING:
    from pathlib import Path

    from game.reader.claims import Claim
    from game.story.model import Story

VOICE = """
  voice:
    type: enum
    values: [own, silent, glad]
    is:
      - {if: "ruby.speech == 'silent'", value: silent}
      - {if: "ruby.mood == 'joyful'", value: glad}
      - {value: own}
people:"""
CHAPTER = """
chapter: one
scenes:
  desk: {text: "{voice}", page: who}
  room: {text: "{voice}", during: [rain], choices: [{id: on, text: On, goto: desk}]}
pages:
  who: {prompt: Who?, beats: desk, goto: room}
beats:
  desk-any: {at: desk, for: {subject: any, holds: any}, text: "{voice}"}
circumstances:
  rain: {words: [it rains]}
  speaking: {words: [she speaks], if: "voice != 'silent'"}
  glad: {words: [she is happy], if: "ruby.mood == 'joyful'"}
"""


def story_in(folder: Path) -> Story:
    (folder / "story.yaml").write_text(STORY, encoding="utf-8")
    (folder / "world.yaml").write_text(WORLD.replace("people:", VOICE.lstrip("\n"), 1), encoding="utf-8")
    (folder / "chapter.yaml").write_text(CHAPTER, encoding="utf-8")
    return load_story(folder)


def told(folder: Path, *claims: Claim) -> list[str]:
    story = story_in(folder)
    turn = step(story, begin(story, 1).state, Type("words", claims))
    return [passage.text for passage in turn.passages if passage.kind == "prose"]


def test_a_derived_variable_is_what_it_hangs_on_wherever_it_is_asked(tmp_path: Path) -> None:
    assert begin(story_in(tmp_path), 1).passages[0].text == "own"
    assert told(tmp_path, SILENT) == ["silent", "silent"]
    assert told(tmp_path, replace(JOYFUL, when="when it rains")) == ["own", "glad"]


def test_what_hangs_on_itself_does_no_harm(tmp_path: Path) -> None:
    assert told(tmp_path, replace(JOYFUL, when="whenever she is happy")) == ["own", "own"]
    for when in ("when she speaks", "unless she speaks"):
        for voice in told(tmp_path, replace(SILENT, when=when)):
            assert voice in ("own", "silent")
