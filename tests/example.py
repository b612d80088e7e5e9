"""A story small enough to know by heart, a reader that understands one sentence, and fixtures of both."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from game.play.session import Session
from game.reader.claims import Claim, Frame, Reading
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
  - {id: one, title: Paper}
  - {id: two, title: Garden}
"""
WORLD = """
variables:
  nerve: {type: int, min: 0, max: 10, default: 0, about: Nerve.}
people:
  ruby: {name: Ruby, pronoun: she}
  calvin: {name: Calvin, pronoun: he}
facets:
  mood: {own: content}
"""
CHAPTERS = """
chapter: one
scenes:
  desk:
    text: |
      A desk, and a machine on it. {~It hums.|It ticks.|It waits.}

      The window is open.
    choices:
      - {id: look, text: Look out of the window, do: nerve += 1, say: 'A garden, and rain.'}
      - {id: jump, text: Jump, needs: nerve > 4, otherwise: It is too high., goto: garden}
      - {id: sit, text: Sit down, goto: sheet-in}
      - {id: leave, text: Leave, goto: garden}
  sheet-in:
    sky: SMALL
    text: The sheet is in.
    page: who
    choices:
      - {id: stand, text: Stand up again, goto: desk}
  second-sheet:
    text: Another sheet.
    page: more
  garden:
    chapter: two
    kind: interlude
    text:
      - I am in the garden.
      - with: {it: "claim('act')"}
        text: "I {it.mine} here."
        else: Nobody does anything here.
    choices:
      - {id: back, text: Go back, goto: desk}
      - {id: stay, text: Stay, goto: over}
  over:
    chapter: two
    text: It gets dark.
    ending: dark
pages:
  who:
    prompt: Who is she?
    optional: true
    unread: It says so.
    beats: paper
    goto: second-sheet
  more:
    prompt: What else?
    beats: paper
    unread: It says that.
    goto: garden
beats:
  paper-any: {at: paper, for: {}, text: 'She {it.third}.'}
  paper-not: {at: paper, for: {holds: false}, text: 'She {it.third}.'}
  paper-others: {at: paper, for: {subject: any, holds: any}, text: 'So be it.'}
endings:
  dark: {title: Dark, text: The end of the day.}
"""

_CLAUSE = re.compile(r"\bRuby (keep|sing|juggle)s( [a-z]+)?")


class ExampleReader:
    """Understands *Ruby keeps/sings/juggles something*, and counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def read(self, page: str, typing: bool = False) -> Reading:
        self.asked += 1
        return Reading(tuple(_claim(match) for match in _CLAUSE.finditer(page)))


def _claim(match: re.Match[str]) -> Claim:
    lemma, tail = match[1], (match[2] or "").strip()
    frame = Frame(lemma, tail, noun=tail, plural=tail.endswith("s"))
    return Claim("ruby", "act", f"{lemma} {tail}".strip(), span=match.span(), text=match[0], frame=frame)


def write_story(folder: Path, chapters: str = CHAPTERS, story: str = STORY, world: str = WORLD) -> Path:
    """The example's files in a folder; it has no lexicon, for its reader needs none."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "story.yaml").write_text(story, encoding="utf-8")
    (folder / "world.yaml").write_text(world, encoding="utf-8")
    (folder / "one.yaml").write_text(chapters, encoding="utf-8")
    return folder


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
