"""What each form of the program loads: what it has no use for is not to keep it waiting."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = """
import contextlib, io, sys
from game.cli import main
try:
    main({arguments!r})
except SystemExit:
    pass
print(*sys.modules, file=sys.stderr)
"""
NEVER = {
    "textual",
    "rich",
    "pydantic",
    "yaml",
    "ruamel",
    "asyncio",
    "ssl",
    "email",
    "zipfile",
    "importlib.metadata",
}
"""What none of these have a use for, once the story and its words are compiled."""
PLAY = ["play", "--plain"], ["play", "--json"]


def _loaded(arguments: list[str]) -> set[str]:
    """The modules that are loaded when the command is done, everything being compiled already."""
    for _ in range(2):  # the first time, there may be something to compile
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM.format(arguments=arguments)],
            stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True, cwd=ROOT,
        )  # fmt: skip
    return set(done.stderr.split())


@pytest.mark.parametrize("arguments", [["--help"], ["read", "--text", "Ruby sings."], *PLAY], ids=" ".join)
def test_nothing_is_loaded_that_is_of_no_use(arguments: list[str]) -> None:
    assert not NEVER & _loaded(arguments)


def test_help_loads_neither_story_nor_reader_nor_any_front_end() -> None:
    loaded = _loaded(["--help"])
    parts = {
        name.split(".")[1] for name in loaded if name.startswith("game.") and not name.startswith("game.cli")
    }
    assert parts == set()


@pytest.mark.parametrize("arguments", PLAY, ids=" ".join)
def test_a_turn_without_a_page_needs_no_reader_and_no_book(arguments: list[str]) -> None:
    loaded = _loaded(arguments)
    assert "game.engine.step" in loaded
    assert "game.reader.reader" not in loaded
    assert not {name for name in loaded if name.startswith(("game.book", "game.workshop", "game.tui"))}


def test_reading_needs_no_story_and_no_engine() -> None:
    loaded = _loaded(["read", "--text", "Ruby sings."])
    assert "game.reader.reader" in loaded
    assert not {
        name for name in loaded if name.startswith(("game.play", "game.line", "game.book", "game.tui"))
    }
