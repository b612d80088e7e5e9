"""Saves that come and go: a slot or a file by what somebody calls it, out to a file, in from one."""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from game.saves.cleaning import clean_line
from game.saves.errors import SaveError, SlotNameError
from game.saves.files import FILE_LIMIT, read_bounded, write_first, write_new
from game.saves.journal import recover
from game.saves.names import slot_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.saves.journal import Recovered
    from game.saves.slots import Saves

IMPORTED: Final = "imported"
"""The slot for a file whose own name cannot be one."""
_SUFFIX: Final = ".yaml"
_MENDS: Final = {
    errno.ENOENT: "Name a folder that there is.",
    errno.EACCES: "Choose a folder that you may write to.",
    errno.EROFS: "Choose a folder that you may write to.",
    errno.ENOSPC: "Make room there, or choose another place.",
    errno.ENAMETOOLONG: "Choose a shorter name.",
}
"""What to do, by what went wrong."""


@dataclass(frozen=True, slots=True)
class Located:
    """A save that somebody named: the file, and the slot if it is one's."""

    path: Path
    slot: str | None

    @property
    def name(self) -> str:
        """What to call it."""
        return self.slot if self.slot is not None else str(self.path)


def locate(saves: Saves, name: str) -> Located:
    """The slot of that name, or else the file. Raises SaveError if there is neither."""
    is_path = name.endswith(_SUFFIX) or any(sign in name for sign in (os.sep, os.altsep or os.sep))
    if not is_path:
        try:
            if saves.exists(name):
                return Located(saves.path(name), name)
        except SlotNameError:
            if not _is_there(name):
                raise
    if not _is_there(name):
        if is_path:
            raise SaveError(f"There is no file {name}.")
        raise SaveError(f"There is no save called “{name}”{saves.others()}.")
    path = Path(name)
    return Located(path, _slot_of(saves, path))


def read(located: Located) -> tuple[bytes, Recovered]:
    """The bytes of a save, and what can be read of them. Raises SaveError if that is nothing."""
    data = read_bounded(located.path)
    return data, recover(data)


@contextmanager
def held(saves: Saves, located: Located) -> Iterator[None]:
    """Nobody else plays the slot meanwhile. Raises SaveError if somebody does."""
    if located.slot is None:
        yield
        return
    lock = saves.lock(located.slot)
    try:
        yield
    finally:
        lock.release()


def write_out(path: Path, content: bytes, force: bool) -> None:
    """Write a file for somebody to keep, whole or not at all.

    Raises SaveError, if there is something already and it is not forced, or if it cannot be written.
    """
    try:
        if os.path.lexists(path) and not path.is_file():
            raise SaveError(f"{path} is no plain file, and is left as it is. Name another.")
        if force:
            write_new(path, content)
        else:
            write_first(path, content)
    except FileExistsError:
        raise SaveError(f"There is a file {path} already. --force writes over it.") from None
    except OSError as error:
        mend = _MENDS.get(error.errno or 0, "Choose another place.")
        raise SaveError(f"Not written: {error.strerror or error} ({path}). {mend}") from error


def bring_in(saves: Saves, content: bytes, name: str, story: str | None) -> tuple[str, list[str]]:
    """Keep a save from elsewhere in the slot `name`, or the next that is free; the slot, and notes.

    Raises SlotNameError, and SaveError for what is no sound save, or one of another story than `story`.
    """
    found = recover(content)
    if found.damage is not None:
        kept = len(found.journal.sealed)
        raise SaveError(
            f"It is damaged: its part {kept + 2} {found.damage}. Nothing is imported. "
            "`ruby-sparks saves repair FILE` keeps what is sound of it."
        )
    if story is not None and found.journal.header.story != story:
        raise SaveError(
            f"It is a save of another story (“{clean_line(found.journal.header.story, 40)}”). "
            "Nothing is imported; name that story with --story."
        )
    notes: list[str] = []
    if saves.exists(name) and _holds(saves.path(name), content):
        return name, [f"“{name}” holds just this already."]
    try:
        slot = saves.add(name, content)
    except OSError as error:
        raise SaveError(f"Not imported: {error.strerror or error} ({saves.folder}).") from error
    if slot != name:
        notes.append(f"There is something in “{name}” already, which is left as it is.")
    if found.journal.edited:
        notes.append("It was edited by hand; it is played as it stands.")
    return slot, notes


def slot_for(file: str) -> str:
    """The slot that a file is imported to when nobody says which."""
    stem = Path(file).name.removesuffix(_SUFFIX)
    try:
        return slot_name(stem)
    except SlotNameError:
        return IMPORTED


def read_stream(stream: BinaryIO) -> bytes:
    """All that comes out of a stream. Raises SaveError if that is more than any save is."""
    data = stream.read(FILE_LIMIT + 1)
    if len(data) > FILE_LIMIT:
        raise SaveError(f"This is more than {FILE_LIMIT // 1024**2} MB, which no save is.")
    return data


def _is_there(name: str) -> bool:
    try:
        return os.path.lexists(name)
    except ValueError:  # a NUL, or half of a character
        return False


def _slot_of(saves: Saves, path: Path) -> str | None:
    """The slot whose file it is, so that it is not written to while that is being played."""
    try:
        name = slot_name(path.name.removesuffix(_SUFFIX))
        same = path.name == name + _SUFFIX and path.parent.resolve() == saves.folder.resolve()
    except (SlotNameError, OSError):
        return None
    return name if same else None


def _holds(path: Path, content: bytes) -> bool:
    try:
        return read_bounded(path) == content
    except SaveError:
        return False
