"""Whatever befalls a save, no answered move is lost: a few rounds of `tests.saves.faults`."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from game.saves import files, slots
from tests.example import write_story
from tests.saves.faults_injected import clock_back, cut_short, injected, meddled, power_cut
from tests.saves.faults_killed import killed, two_at_once
from tests.saves.faults_volume import full

if TYPE_CHECKING:
    from pathlib import Path

    from game.story.model import Story
    from tests.saves.faults import Tally

KILLS = int(os.environ.get("RUBY_SPARKS_KILLS", "8"))
SPARSE = 23
"""Of the faults to inject, every how many-eth."""

posix = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL, and no tmpfs")
linux = pytest.mark.skipif(sys.platform != "linux", reason="handles are followed by way of /proc")


def spotless(tally: Tally) -> None:
    assert tally.clean, tally


@posix
def test_killed_at_any_moment_no_answered_move_is_lost(tmp_path: Path) -> None:
    spotless(killed(tmp_path / "saves", write_story(tmp_path / "story"), KILLS))


@posix
def test_two_at_once_each_keep_their_own(tmp_path: Path) -> None:
    spotless(two_at_once(tmp_path / "saves", write_story(tmp_path / "story"), max(1, KILLS // 8)))


@posix
def test_a_full_volume_is_told_and_made_good(tmp_path: Path) -> None:
    (tmp_path / "volume").mkdir()
    tally = full(tmp_path / "volume", write_story(tmp_path / "story"), sizes=(32,))
    if not tally.tried and not tally.crashes:
        pytest.skip(tally.note)
    spotless(tally)
    assert tally.told == tally.tried


def test_whichever_call_fails_nothing_is_lost(tmp_path: Path, story: Story) -> None:
    spotless(injected(tmp_path, story, SPARSE))


@linux
def test_what_was_answered_was_flushed(tmp_path: Path, story: Story) -> None:
    spotless(power_cut(tmp_path, story))


def test_cut_off_anywhere_every_whole_move_is_kept(tmp_path: Path, story: Story) -> None:
    spotless(cut_short(tmp_path, story, 7))


@posix
def test_whoever_is_at_the_files_meanwhile_nothing_is_lost(tmp_path: Path, story: Story) -> None:
    spotless(meddled(tmp_path, story))


def test_the_clock_may_go_back(tmp_path: Path, story: Story) -> None:
    spotless(clock_back(tmp_path, story, 8))


@linux
def test_the_power_cut_would_notice_a_move_that_is_not_flushed(
    tmp_path: Path, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    def append(self: files.JournalFile, added: bytes) -> None:
        assert self._handle is not None
        os.write(self._handle, added)

    monkeypatch.setattr(files.JournalFile, "_append", append)
    assert power_cut(tmp_path, story).moves_lost > 0


def test_the_injected_faults_would_notice_a_move_lost_without_a_word(
    tmp_path: Path, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = files.JournalFile.store

    def silent(self: files.JournalFile, content: bytes) -> None:
        try:
            store(self, content)
        except OSError:
            self.stored = len(content)

    monkeypatch.setattr(files.JournalFile, "store", silent)
    assert injected(tmp_path, story, SPARSE).moves_lost > 0


def test_the_injected_faults_would_notice_a_damaged_file_that_is_not_kept(
    tmp_path: Path, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slots, "set_aside", lambda path: path)
    assert injected(tmp_path, story, SPARSE).files_lost > 0
    assert cut_short(tmp_path / "cut", story, 50).files_lost > 0
