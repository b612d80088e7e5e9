"""The lock as it is on Windows, with a stand-in for its `msvcrt`: other systems run the same lines."""

from __future__ import annotations

import errno
import os
import sys
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from game.saves import lock
from game.saves.entries import Chosen, Header
from game.saves.lock import SlotLock
from game.saves.slots import Saves

if TYPE_CHECKING:
    from pathlib import Path

HEADER = Header("small", "1.0.0", "abc123", "0.1.0", 7, "2026-06-02T10:00:00Z")


class StandIn(ModuleType):
    """`msvcrt.locking` as the C library documents it: a byte from where the handle stands, by one holder."""

    LK_UNLCK = 0
    LK_NBLCK = 2

    def __init__(self) -> None:
        super().__init__("msvcrt")
        self.held: dict[tuple[int, int], int] = {}
        """The handle that holds each byte of each file."""
        self.refusal: int | None = None

    def locking(self, handle: int, mode: int, count: int) -> None:
        assert count == 1
        if self.refusal is not None:
            raise OSError(self.refusal, os.strerror(self.refusal))
        byte = os.fstat(handle).st_ino, os.lseek(handle, 0, os.SEEK_CUR)
        if mode == self.LK_UNLCK:
            if self.held.pop(byte, None) != handle:
                raise PermissionError(errno.EACCES, "Permission denied")
        elif byte in self.held:
            raise PermissionError(errno.EACCES, "Permission denied")
        else:
            assert mode == self.LK_NBLCK
            self.held[byte] = handle


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> StandIn:
    stand_in = StandIn()
    monkeypatch.setitem(sys.modules, "msvcrt", stand_in)
    monkeypatch.setitem(sys.modules, "fcntl", None)  # there is none
    monkeypatch.setattr(lock.sys, "platform", "win32")
    return stand_in


def test_a_lock_is_held_by_one_and_free_when_it_is_let_go(windows: StandIn, tmp_path: Path) -> None:
    first = SlotLock.take(tmp_path / "a.lock")
    assert first is not None
    assert len(windows.held) == 1
    assert SlotLock.take(tmp_path / "a.lock") is None
    other = SlotLock.take(tmp_path / "b.lock")
    assert other is not None
    first.release()
    again = SlotLock.take(tmp_path / "a.lock")
    assert again is not None
    other.release()
    again.release()
    assert windows.held == {}


def test_a_refused_lock_leaves_no_handle_open(windows: StandIn, tmp_path: Path) -> None:
    first = SlotLock.take(tmp_path / "a.lock")
    assert first is not None
    before = os.dup(0)
    os.close(before)
    for _ in range(50):
        assert SlotLock.take(tmp_path / "a.lock") is None
    after = os.dup(0)
    os.close(after)
    assert after == before
    first.release()


@pytest.mark.parametrize("refusal", [errno.EINVAL, errno.EBADF, errno.ENOSYS])
def test_where_files_cannot_be_locked_the_slot_counts_as_free(
    windows: StandIn, tmp_path: Path, refusal: int
) -> None:
    windows.refusal = refusal
    taken = SlotLock.take(tmp_path / "a.lock")
    assert taken is not None
    taken.release()


def test_a_second_window_gets_a_copy(windows: StandIn, tmp_path: Path) -> None:
    saves = Saves(tmp_path)
    first, _ = saves.begin("autosave", HEADER)
    first.append(Chosen("desk", "look"))
    second, notes = saves.open("autosave", HEADER)
    assert second.slot == "autosave-1"
    assert any("another window" in note for note in notes)
    second.close()
    first.close()
    third, notes = saves.open("autosave", HEADER)
    assert (third.slot, notes) == ("autosave", [])
    third.close()
