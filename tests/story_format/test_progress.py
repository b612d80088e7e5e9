"""Reading a large story says how far it is: on a terminal, after a while, and in one line that goes away."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import game
from game.story import progress as module
from game.story.cache import StoryCache
from game.story.loader import examine, load_story
from game.story.progress import AFTER, EVERY, Progress

from .samples import HEAD, SOUND

if TYPE_CHECKING:
    from collections.abc import Iterator


class Terminal(io.StringIO):
    """Keeps what is written to it."""

    def isatty(self) -> bool:
        return True


class Clock:
    """Goes on by a step whenever it is looked at."""

    def __init__(self, step: float) -> None:
        self.now, self.step = 0.0, step

    def __call__(self) -> float:
        self.now += self.step
        return self.now


@pytest.fixture
def slowly(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second goes by between any two looks at the clock."""
    monkeypatch.setattr(module, "monotonic", Clock(1.0))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "sample"
    folder.mkdir()
    (folder / "story.yaml").write_text(HEAD)
    (folder / "one.yaml").write_text(SOUND)
    return folder


def columns(written: str) -> Iterator[str]:
    """What stands in the terminal's line after each return of the carriage."""
    line = ""
    for part in written.split("\r"):
        line = part + line[len(part) :]
        yield line


def test_it_tells_in_one_line_how_far_it_is_and_takes_it_away(slowly: None) -> None:
    terminal = Terminal()
    with Progress(terminal) as told:
        assert list(told.through("Reading", range(1_200), "files")) == list(range(1_200))
        assert list(told.through("Checking", "ab", "texts")) == ["a", "b"]
    written = terminal.getvalue()
    assert "\rReading: 1,199 of 1,200 files" in written
    assert "\n" not in written
    assert "\x1b" not in written
    lines = list(columns(written))
    assert [line.rstrip() for line in lines[-4:]] == [
        "Checking: 0 of 2 texts", "Checking: 1 of 2 texts", "", "",
    ]  # fmt: skip
    assert written.endswith("\r")


def test_it_is_silent_where_it_is_quick(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(module, "monotonic", Clock(AFTER / 200))
    with Progress(terminal) as told:
        list(told.through("Reading", range(190), "files"))
    assert terminal.getvalue() == ""


def test_it_tells_no_oftener_than_can_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(module, "monotonic", Clock(EVERY / 10))
    with Progress(terminal) as told:
        list(told.through("Reading", range(1_000), "files"))
    assert 60 < terminal.getvalue().count("Reading") < 100


@pytest.mark.parametrize("stream", [None, io.StringIO()])
def test_it_is_silent_where_there_is_no_terminal(stream: io.StringIO | None, slowly: None) -> None:
    with Progress(stream) as told:
        assert list(told.through("Reading", "abc", "files")) == ["a", "b", "c"]
    assert stream is None or stream.getvalue() == ""


def test_a_terminal_that_goes_away_is_no_fault(slowly: None) -> None:
    terminal = Terminal()
    with Progress(terminal) as told:
        for one in told.through("Reading", "abcdef", "files"):
            if one == "c":
                terminal.close()
    assert terminal.closed


def test_the_line_goes_away_when_something_goes_wrong(slowly: None) -> None:
    def interrupted() -> None:
        with Progress(terminal) as told:
            for _ in told.through("Reading", "abc", "files"):
                raise KeyboardInterrupt

    terminal = Terminal()
    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert list(columns(terminal.getvalue()))[-1].strip() == ""


def test_loading_and_examining_tell_of_every_stage(folder: Path, tmp_path: Path, slowly: None) -> None:
    terminal = Terminal()
    load_story(folder, StoryCache(tmp_path / "cache"), Progress(terminal))
    assert "Reading the story: 1 of 2 files" in terminal.getvalue()
    assert "Checking the story: 5 of " in terminal.getvalue()
    examined = Terminal()
    examine(folder, Progress(examined))
    for stage in ("Reading the story: ", "Checking the story: ", "Looking for slips: "):
        assert stage in examined.getvalue()
    cached = Terminal()
    load_story(folder, StoryCache(tmp_path / "cache"), Progress(cached))
    assert cached.getvalue() == ""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_by_default_it_goes_to_the_errors_stream_and_only_to_a_terminal(folder: Path) -> None:
    import pty  # noqa: PLC0415 (not on every system)

    script = (
        "import sys, pathlib; from game.story import progress; progress.AFTER = -1.0\n"
        "from game.story.loader import examine; examine(pathlib.Path(sys.argv[1])); print('done')"
    )
    command = [sys.executable, "-c", script, str(folder)]
    env = {"PYTHONPATH": str(Path(game.__file__).parents[1])}
    piped = subprocess.run(command, capture_output=True, text=True, check=True, env=env)
    assert (piped.stdout, piped.stderr) == ("done\n", "")
    ours, theirs = pty.openpty()
    with open(ours, "rb", buffering=0) as terminal:
        shown = subprocess.run(command, stdout=subprocess.PIPE, stderr=theirs, text=True, check=True, env=env)
        os.close(theirs)
        assert shown.stdout == "done\n"
        assert b"Reading the story: " in terminal.read(10_000)
