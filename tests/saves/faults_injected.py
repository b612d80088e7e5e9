"""Faults that are made to happen at every call in turn, and what else can befall a folder of saves."""

from __future__ import annotations

import errno
import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from unittest.mock import patch

from game.play.session import Session
from game.saves import journal as journals
from game.saves.errors import SaveError
from game.saves.journal import new_header, recover, rewritten
from tests.example import ExampleReader
from tests.saves.faults import Tally, contents, kept, lost, next_move
from tests.saves.faulty import Disk, Fault, Platter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.play.playthrough import Playthrough
    from game.story.model import Story

ERRORS = (errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES)


class Stage:
    """A folder of saves as it is before a fault, and a playthrough in it that is held to account."""

    def __init__(self, folder: Path, story: Story, tally: Tally) -> None:
        self.folder = folder
        self.story = story
        self.tally = tally
        self.playthrough: Playthrough | None = None
        self.disk = Disk()
        self.told = False

    def session(self) -> Session:
        return Session(self.story, ExampleReader(), self.folder, seed=7)  # type: ignore[arg-type]

    def open(self) -> Playthrough:
        """Go on in the autosave, or begin. What cannot be opened is told, and that is that."""
        self.playthrough, _ = self.session().open()
        return self.playthrough

    def move(self, make: Callable[[Playthrough], None] = next_move) -> None:
        """A move; if nothing is said of it, it is on the disk."""
        assert self.playthrough is not None
        make(self.playthrough)
        self.tally.moves += 1
        self.told = self.playthrough.trouble is not None and "not saved" in self.playthrough.trouble
        self.tally.told += self.told
        if not self.told:
            self.account()

    def account(self) -> None:
        """Every move that was made must be in the slot's file."""
        assert self.playthrough is not None
        assert self.playthrough.slot is not None
        there = kept(self.playthrough.saves.path(self.playthrough.slot))
        self.tally.moves_lost += max(0, len(self.playthrough.journal.sealed) - there)


def _saved(stage: Stage, moves: int) -> bytes:
    stage.folder.mkdir(parents=True, exist_ok=True)
    playthrough = stage.open()
    for _ in range(moves):
        next_move(playthrough)
    playthrough.close()
    return stage.session().saves.path("autosave").read_bytes()


def _begun(stage: Stage) -> None:
    stage.open()
    for _ in range(3):
        stage.move()


def _resumed(stage: Stage) -> None:
    stage.open()
    stage.move()
    stage.move()


def _left(stage: Stage) -> None:
    """Begin again, go on in another, save under a name."""
    playthrough = stage.open()
    stage.move()
    for change in (
        playthrough.restart,
        lambda: playthrough.load("other"),
        lambda: playthrough.save("third"),
        lambda: playthrough.save("other"),
    ):
        try:
            change()
        except SaveError:
            stage.tally.told += 1
        stage.move()


def _meddled_with(stage: Stage) -> None:
    stage.open()
    stage.move()
    (stage.folder / "autosave.yaml").write_bytes(b"somebody else's")
    stage.move()
    stage.move()


def _taken_away(stage: Stage) -> None:
    stage.open()
    stage.move()
    stage.disk.paused = True  # whoever does this has a disk of their own
    shutil.rmtree(stage.folder)
    stage.disk.paused = False
    stage.move()
    stage.move()


def _prepare_nothing(stage: Stage) -> None:
    pass


def _prepare_save(stage: Stage) -> None:
    content = _saved(stage, 3)
    other = rewritten(new_header(stage.story, 8), [one.entry for one in recover(content).journal.sealed][:2])
    (stage.folder / "other.yaml").write_bytes(bytes(other.content))


def _prepare_old(stage: Stage) -> None:
    found = recover(_saved(stage, 3)).journal
    entries = [replace(one.entry, mark=None) for one in found.sealed]  # type: ignore[call-arg]
    old = rewritten(replace(found.header, format=1), entries)
    (stage.folder / "autosave.yaml").write_bytes(bytes(old.content))


def _prepare_torn(stage: Stage) -> None:
    content = _saved(stage, 3)
    (stage.folder / "autosave.yaml").write_bytes(content[: content.rindex(b"told")])


def _prepare_junk(stage: Stage) -> None:
    stage.folder.mkdir(parents=True)
    (stage.folder / "autosave.yaml").write_bytes(b"\x00\xff")


SCRIPTS: tuple[tuple[Callable[[Stage], None], Callable[[Stage], None]], ...] = (
    (_prepare_nothing, _begun),
    (_prepare_save, _resumed),
    (_prepare_old, _resumed),
    (_prepare_torn, _resumed),
    (_prepare_junk, _resumed),
    (_prepare_save, _left),
    (_prepare_save, _meddled_with),
    (_prepare_save, _taken_away),
)


def injected(folder: Path, story: Story, every: int = 1) -> Tally:
    """Let every call that reaches the disk fail in turn: once, and from then on till the end."""
    tally = Tally("every open, write, fsync, truncate, rename, link, mkdir refused in turn")
    number = 0
    for script in SCRIPTS:
        disk = Disk()
        _run(folder / "dry", story, Tally(""), script, disk)
        for call, count in disk.counts.items():
            for at in range(1, count + 1):
                for code in ERRORS:
                    for lasting in (False, True):
                        number += 1
                        if number % every == 0:
                            disk = Disk(Fault(call, at, code, lasting))
                            _run(folder / "wet", story, tally, script, disk)
                            assert disk.fault is not None
                            tally.tried += disk.fault.struck
    return tally


def _run(
    folder: Path,
    story: Story,
    tally: Tally,
    script: tuple[Callable[[Stage], None], Callable[[Stage], None]],
    disk: Disk,
) -> None:
    """Prepare a folder, run a script in it on that disk, then one move more on one that works again."""
    shutil.rmtree(folder, ignore_errors=True)
    stage = Stage(folder, story, tally)
    prepare, play = script
    prepare(stage)
    stage.playthrough = None
    stage.disk = disk
    before = {} if play is _taken_away else contents(folder)
    try:
        with disk.mounted():
            play(stage)
    except SaveError:
        tally.told += 1  # it could not be opened, and says so
    except Exception as error:
        tally.crashes += 1
        tally.note = f"{play.__name__}: {error!r}"
    if stage.playthrough is not None:
        stage.move()
        tally.moves_lost += stage.told  # the disk is well again: nothing is left to tell
        stage.account()
        stage.playthrough.close()
    tally.files_lost += lost(before, folder)


def power_cut(folder: Path, story: Story) -> Tally:
    """After each move that was answered, what was flushed is all that is there."""
    tally = Tally("power cut after each answer (only what was flushed is there)")
    for number, (prepare, play) in enumerate(SCRIPTS):
        platter = Platter(folder / str(number) / "saves")
        stage = Stage(platter.folder, story, tally)
        platter.folder.parent.mkdir()
        with platter.spinning():
            prepare(stage)

            def account(stage: Stage = stage, platter: Platter = platter) -> None:
                assert stage.playthrough is not None
                tally.tried += 1
                content = platter.contents().get(f"{stage.playthrough.slot}.yaml", b"")
                try:
                    there = len(recover(content).journal.sealed)
                except SaveError:
                    there = 0
                tally.moves_lost += max(0, len(stage.playthrough.journal.sealed) - there)

            stage.account = account  # type: ignore[method-assign]
            play(stage)
            assert stage.playthrough is not None
            stage.playthrough.close()
    return tally


def cut_short(folder: Path, story: Story, every: int = 1) -> Tally:
    """A save cut off at every byte: all whole moves are kept, and what is not sound is set aside."""
    tally = Tally("save cut off at every byte")
    stage = Stage(folder / "whole", story, tally)
    whole = _saved(stage, 6)
    ends = [len(rewritten(recover(whole).journal.header, ()).content)]
    for one in range(1, 7):
        entries = [sealed.entry for sealed in recover(whole).journal.sealed[:one]]
        ends.append(len(rewritten(recover(whole).journal.header, entries).content))
    for cut in range(0, len(whole) + 1, every):
        at = folder / "cut"
        shutil.rmtree(at, ignore_errors=True)
        at.mkdir()
        (at / "autosave.yaml").write_bytes(whole[:cut])
        before = contents(at)
        stage = Stage(at, story, tally)
        tally.tried += 1
        try:
            playthrough = stage.open()
            tally.moves_lost += max(0, sum(end <= cut for end in ends[1:]) - len(playthrough.journal.sealed))
            stage.move(_another_move)  # not the one that was cut off, which would make it whole again
            playthrough.close()
        except Exception as error:
            tally.crashes += 1
            tally.note = f"cut at {cut}: {error!r}"
        tally.files_lost += lost({name: old.rstrip(b"-\n") for name, old in before.items()}, at)
    return tally


def _another_move(playthrough: Playthrough) -> None:
    if playthrough.history:
        playthrough.undo()
    else:
        playthrough.choose("look")


def meddled(folder: Path, story: Story) -> Tally:
    """Somebody at the files while it is played: taken away, written over, replaced by what is no file."""
    tally = Tally("folder or file taken away, written over or replaced while it is played")

    def no_lock(at: Path) -> None:
        (at / "autosave.lock").unlink(missing_ok=True)

    def no_file(at: Path) -> None:
        (at / "autosave.yaml").unlink()

    def other(at: Path) -> None:
        (at / "autosave.yaml").write_bytes(b"somebody else's")

    def added(at: Path) -> None:
        with (at / "autosave.yaml").open("ab") as file:
            file.write(b"# a remark\n")

    def shorter(at: Path) -> None:
        content = (at / "autosave.yaml").read_bytes()
        (at / "autosave.yaml").write_bytes(content[:-20])

    def link(at: Path) -> None:
        (at / "autosave.yaml").unlink()
        (at / "autosave.yaml").symlink_to("/dev/zero")

    def a_folder(at: Path) -> None:
        (at / "autosave.yaml").unlink()
        (at / "autosave.yaml").mkdir()

    def renamed(at: Path) -> None:
        (at / "autosave.yaml").rename(at / "elsewhere.yaml")

    def whole_folder(at: Path) -> None:
        shutil.rmtree(at)

    def file_for_folder(at: Path) -> None:
        shutil.rmtree(at)
        at.write_bytes(b"")

    for number, meddle in enumerate(
        (no_lock, no_file, other, added, shorter, link, a_folder, renamed, whole_folder, file_for_folder)
    ):
        for after in range(4):
            at = folder / f"{number}-{after}" / "saves"
            stage = Stage(at, story, tally)
            try:
                stage.open()
                for _ in range(after):
                    stage.move()
                meddle(at)
                tally.tried += 1
                before = contents(at)
                stage.move()
                if meddle is file_for_folder:
                    tally.crashes += not stage.told
                    at.unlink()
                stage.move()
                tally.moves_lost += stage.told
                assert stage.playthrough is not None
                stage.playthrough.close()
                tally.files_lost += lost(before, at)
            except Exception as error:
                tally.crashes += 1
                tally.note = f"{meddle.__name__}: {error!r}"
    return tally


def clock_back(folder: Path, story: Story, rounds: int = 40) -> Tally:
    """The clock goes back a day before each session and each move."""
    tally = Tally("clock back by a day at every move")
    stage = Stage(folder / "saves", story, tally)

    class Clock(datetime):
        days = 0

        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return datetime(2026, 6, 2, tzinfo=UTC) - timedelta(days=cls.days)

    with patch.object(journals, "datetime", Clock), patch("time.time", lambda: 1e9 - Clock.days * 86400):
        for _ in range(rounds):
            playthrough = stage.open()
            for _ in range(3):
                Clock.days += 1
                tally.tried += 1
                stage.move()
            before = contents(stage.folder)
            if Clock.days % 2:
                playthrough.restart()
            playthrough.close()
            tally.files_lost += lost(before, stage.folder)
    return tally
