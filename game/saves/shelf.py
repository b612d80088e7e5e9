"""Putting saves in order: another name, set aside as deleted, and back again. Nothing is lost by that."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from game.saves.errors import SaveError
from game.saves.files import read_bounded

if TYPE_CHECKING:
    from pathlib import Path

    from game.saves.slots import Saves

_BESIDE: Final = ".desk.yaml"
"""What lies beside a save and goes where it goes: the sheet that was left in the machine, and the bin."""


@dataclass(frozen=True, slots=True)
class Deleted:
    """A save that was set aside: the slot that it was in, and the file that it is in now."""

    slot: str
    path: Path


def rename(saves: Saves, old: str, new: str) -> None:
    """Give a save another name. Raises SlotNameError, and SaveError if it is played, or the name taken."""
    path, to = saves.path(old), saves.path(new)
    if old == new:
        return
    locks = [saves.lock(old)]
    try:
        # Where case makes no difference, both names are of one file, and of one lock.
        same = old.casefold() == new.casefold() and os.path.lexists(to) and os.path.samefile(path, to)
        if not same:
            locks.append(saves.lock(new))
            if os.path.lexists(to):
                raise SaveError(f"There is a save called “{new}” already. Choose another name.")
        path.rename(to)
        _move_beside(path, to)
    except OSError as error:
        raise SaveError(f"“{old}” keeps its name: {error.strerror or error} ({path}).") from error
    finally:
        for lock in locks:
            lock.release()


def delete(saves: Saves, name: str) -> Deleted:
    """Take a save off the list. Its file stays, as ``NAME.deleted-N.yaml``, which is no slot's.

    Raises SlotNameError, and SaveError if it is played.
    """
    path = saves.path(name)
    lock = saves.lock(name)
    try:
        number = 1
        while os.path.lexists(aside := path.with_name(f"{name}.deleted-{number}.yaml")):
            number += 1
        path.rename(aside)
        _move_beside(path, aside)
    except OSError as error:
        raise SaveError(f"“{name}” is not deleted: {error.strerror or error} ({path}).") from error
    finally:
        lock.release()
    return Deleted(name, aside)


def bring_back(saves: Saves, deleted: Deleted) -> str:
    """Put a deleted save on the list again; its name, another than before if that has been taken since.

    Raises SaveError.
    """
    path = saves.path(deleted.slot)
    try:
        if not os.path.lexists(path):
            lock = saves.lock(deleted.slot)
            try:
                deleted.path.rename(path)
            finally:
                lock.release()
            _move_beside(deleted.path, path)
            return deleted.slot
        name = saves.add(deleted.slot, read_bounded(deleted.path))
        _move_beside(deleted.path, saves.path(name))
        deleted.path.unlink()
    except OSError as error:
        why = error.strerror or error
        raise SaveError(f"“{deleted.slot}” cannot be brought back: {why} ({deleted.path}).") from error
    return name


def _move_beside(path: Path, to: Path) -> None:
    """Have what lies beside a save follow it. It is not worth a failure; nor does it replace anything."""
    beside, there = (one.with_name(one.name.removesuffix(".yaml") + _BESIDE) for one in (path, to))
    with suppress(OSError):
        if not os.path.lexists(there):
            beside.rename(there)
