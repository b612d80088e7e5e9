"""Live pages and pages that type themselves, as lines: nothing has to be ended, and little is said."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, cast

from game.line.plain import line_source, play_plain
from game.play.session import Session
from game.story.loader import load_story
from tests.engine.conftest import STORY, WORLD
from tests.example import ExampleReader, write_story

if TYPE_CHECKING:
    from pathlib import Path

    from game.reader.reader import Reader

SCENES = """
chapter: one
scenes:
  desk:
    notes: [alcohol, grief]
    text: It is late.
    choices: [{id: sit, text: Sit down, goto: study}]
  study:
    page: live
    choices: [{id: stop, text: Stop, goto: turned}]
  turned: {page: turned}
  over: {text: It is light., choices: [{id: sit, text: Sit down, goto: study}]}
pages:
  live: {prompt: "", live: true, beats: at, unread: Nothing., goto: study}
  turned: {prompt: "", instead: He got up., goto: over}
beats:
  any: {at: at, for: {subject: any, holds: any}, text: "She {it.third}."}
"""


def told(tmp_path: Path, *lines: str) -> list[str]:
    folder = write_story(tmp_path / "story", SCENES, STORY, WORLD)
    out = io.StringIO()
    session = Session(load_story(folder), cast("Reader", ExampleReader()), tmp_path / "saves")
    source = line_source(io.BytesIO("".join(f"{line}\n" for line in lines).encode()))
    assert play_plain(session, source, out, None) == 0
    shown = (line.removeprefix("> ") for line in out.getvalue().splitlines())
    return [line for line in shown if line]


def test_a_line_happens_as_it_ends_and_how_to_type_is_said_once(tmp_path: Path) -> None:
    lines = told(tmp_path, "1", "Ruby sings.", "Ruby juggles.")
    assert lines.count("There is paper in the typewriter.") == 1
    assert lines.count("Type a line. It happens as it ends.") == 1
    at = lines.index("Typed: Ruby sings.")
    assert lines[at + 1 : at + 4] == ["She sings.", "Or write one of these numbers instead:", "1. Stop"]
    assert lines[at + 4 : at + 6] == ["Typed: Ruby juggles.", "She juggles."]


def test_an_empty_line_or_a_full_stop_does_nothing(tmp_path: Path) -> None:
    lines = told(tmp_path, "1", "", ".", "Ruby sings.")
    assert lines.count("Typed: Ruby sings.") == 1
    assert not any("Typed: ." in line for line in lines)


def test_the_machine_types_for_itself_whatever_is_typed(tmp_path: Path) -> None:
    lines = told(tmp_path, "1", "1", "Ruby sings.")
    assert "Type a line." in lines
    assert "Typed: He got up." in lines
    assert "It is light." in lines
    assert not any("Ruby sings" in line for line in lines)


def test_notes_on_a_chapter_come_on_request_alone(tmp_path: Path) -> None:
    lines = told(tmp_path, "notes", "notes on", "restart", "notes off", "restart")
    assert lines.count("In this chapter: alcohol; grief.") == 1
    assert lines.count("Note: In this chapter: alcohol; grief.") == 1
