"""What a list of slots says of each, read from the journals themselves."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from game.saves.entries import Typed
from game.saves.errors import SaveError
from game.saves.files import read_bounded
from game.saves.journal import recover
from game.saves.names import slot_name
from game.saves.resume import replay

if TYPE_CHECKING:
    from pathlib import Path

    from game.reader.reader import Reader
    from game.saves.journal import Journal
    from game.story.model import Story

_WORDS: Final = 8
"""How many of the last page's words are shown."""
_REPLAY_LIMIT: Final = 2000
"""Moves up to which a playthrough is played again for the list; a list is not to keep anyone waiting."""
_WORD_LIMIT: Final = 24
_STRUCK = re.compile(r"~~.*?~~", re.DOTALL)


@dataclass(frozen=True, slots=True)
class SlotInfo:
    """What a list of slots says of one."""

    name: str
    path: Path
    changed: float
    """When it was last written, in seconds since the epoch."""
    created: str = ""
    """When the playthrough began, in UTC, ISO 8601."""
    moves: int = 0
    """How many moves stand."""
    chapter: str = ""
    """The title of the chapter in which one goes on from it; '' where no story was given to play it in."""
    words: str = ""
    """The first words of the page last typed."""
    typed: int = 0
    """How many words were typed on the pages that stand, those that were struck out left aside."""
    problem: str | None = None
    """Why it cannot be read, or only in part; None if all is well."""


def slot_infos(folder: Path, game: tuple[Story, Reader] | None) -> list[SlotInfo]:
    """Every slot in the folder, the one last written first.

    With a story and its reader, each is played again (some hundredths of a second) to say how far it got.
    """
    try:
        paths = [path for path in folder.iterdir() if path.suffix == ".yaml" and _is_slot(path.stem)]
    except OSError:
        return []
    return sorted((_info(path, game) for path in paths), key=lambda info: (-info.changed, info.name))


def _is_slot(name: str) -> bool:
    try:
        slot_name(name)
    except SaveError:
        return False
    return True


def _info(path: Path, game: tuple[Story, Reader] | None) -> SlotInfo:
    try:
        changed = path.lstat().st_mtime
    except OSError:
        changed = 0.0
    try:
        found = recover(read_bounded(path))
    except SaveError as error:
        return SlotInfo(path.stem, path, changed, problem=str(error))
    header, line = found.journal.header, found.journal.line
    problem = None if found.damage is None else "Damaged: it can be read in part."
    chapter = ""
    if game is not None and header.story != game[0].id:
        problem = "Of another story."
    elif game is not None and len(line) <= _REPLAY_LIMIT:
        chapter = _chapter(*game, found.journal)
    pages = [move.text for move in line if isinstance(move, Typed) and move.text]
    return SlotInfo(
        path.stem,
        path,
        changed,
        _printable(header.created)[:20],
        len(line),
        chapter,
        _first_words(pages[-1]) if pages else "",
        sum(len(_STRUCK.sub(" ", text).split()) for text in pages),
        problem,
    )


def _chapter(story: Story, reader: Reader, journal: Journal) -> str:
    played = replay(story, reader, journal)
    chapter = story.chapters.get(played.turn.chapter)
    return chapter.title if chapter is not None else ""


def _first_words(text: str) -> str:
    words = _printable(_STRUCK.sub("", text[:2000])).split()
    shown = " ".join(word[:_WORD_LIMIT] for word in words[:_WORDS])
    return shown + " …" if len(words) > _WORDS else shown


def _printable(text: str) -> str:
    """A save can be edited: nothing in it may reach a terminal as a command."""
    return "".join(character if character.isprintable() else " " for character in text)
