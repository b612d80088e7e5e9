"""What more than one command needs of its options. What it imports, it imports when it runs."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from game.reader.reader import Reader
    from game.story.model import Story


def story_of(options: argparse.Namespace) -> Story:
    """The story that was asked for, or the one that there is. Raises StoryError."""
    from game.story.loader import load_story  # noqa: PLC0415
    from game.story.where import find_story  # noqa: PLC0415

    return load_story(find_story(getattr(options, "story", None)))


def reader_of(options: argparse.Namespace) -> Reader:
    """The reader for that story. Raises LexiconError."""
    from game.reader.reader import Reader  # noqa: PLC0415

    return Reader.from_folder(lexicon_of(options))


def deferred_reader_of(options: argparse.Namespace) -> Reader:
    """The same for a playthrough, which asks nothing of it but to read pages. Raises LexiconError."""
    from game.reader.deferred import DeferredReader  # noqa: PLC0415

    return cast("Reader", DeferredReader.from_folder(lexicon_of(options)))


def story_folder_of(options: argparse.Namespace) -> Path:
    """The folder of the story that was asked for."""
    from game.story.where import find_story  # noqa: PLC0415

    return find_story(getattr(options, "story", None))


def lexicon_of(options: argparse.Namespace) -> Path:
    """The folder of that story's words."""
    return story_folder_of(options) / "lexicon"


def saves_folder_of(options: argparse.Namespace) -> Path:
    """The folder of saves that was asked for, or the usual one."""
    from game.saves.folder import saves_folder  # noqa: PLC0415

    given: Path | None = getattr(options, "saves", None)
    return given if given is not None else saves_folder()


def complain(message: str) -> None:
    """Say something to the person at the keyboard, beside what the command puts out."""
    from game.saves.cleaning import clean  # noqa: PLC0415

    print(clean(message), file=sys.stderr)
