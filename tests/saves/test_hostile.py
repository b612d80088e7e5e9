"""Files and names made to do harm: refused in a sentence, in bounded time and memory. No code, ever."""

from __future__ import annotations

import os
import subprocess
import sys
import tracemalloc
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

import pytest

from game.saves import files
from game.saves.entries import Chosen, Header
from game.saves.errors import SaveError, SlotNameError
from game.saves.exchange import locate, slot_for
from game.saves.files import FILE_LIMIT, read_bounded, set_aside
from game.saves.journal import ENTRIES_LIMIT, Journal, recover
from game.saves.lock import SlotLock
from game.saves.names import slot_name
from game.saves.slots import Saves

if TYPE_CHECKING:
    from collections.abc import Callable

HEADER = Header("small", "1.0.0", "abc123", "0.1.0", 7, "2026-06-02T10:00:00Z")
HEAD = bytes(Journal(HEADER).content)
MOVE = b"---\nscene: desk\nchoose: look\n"
ROOT = Path(__file__).parents[2]

posix = pytest.mark.skipif(sys.platform == "win32", reason="links, pipes and devices")


def bomb(levels: int) -> bytes:
    """An alias bomb: nine of nine of nine ..."""
    lines = [b"a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [b"a%d: &a%d [%s]" % (n, n, b", ".join([b"*a%d" % (n - 1)] * 9)) for n in range(1, levels)]
    return b"\n".join(lines) + b"\n"


HOSTILE: dict[str, bytes] = {
    "alias bomb": HEAD + b"---\n" + bomb(40),
    "alias bomb in the header": bomb(40),
    "alias in place of a value": HEAD + b"---\nscene: &a desk\nchoose: *a\n",
    "merge bomb": HEAD + b"---\na: &a {b: c}\n<<: [" + b"*a, " * 20_000 + b"]\n",
    "tag that makes an object": HEAD
    + b"---\nscene: !!python/object/apply:os.system [touch owned]\nchoose: a\n",
    "tag of one's own": HEAD + b"---\nscene: !x desk\nchoose: a\n",
    "tag of a whole document": HEAD + b"--- !!python/name:os.system\nscene: desk\nchoose: a\n",
    "directive": HEAD + b"---\n%YAML 1.1\nscene: desk\n",
    "brackets": HEAD + b"---\n" + b"[" * 400_000,
    "braces": HEAD + b"---\na: " + b"{b: " * 100_000,
    "block sequences": HEAD + b"---\n" + b"- " * 200_000,
    "complex keys": HEAD + b"---\n" + b"? " * 200_000,
    "indented mappings": HEAD + b"---\n" + b"".join(b" " * n + b"a:\n" for n in range(900)),
    "many keys": HEAD + b"---\n" + b"".join(b"k%d: 1\n" % n for n in range(40_000)),
    "one endless line": HEAD + b"---\na: " + b"x" * (FILE_LIMIT - 1000),
    "one endless word without a colon": HEAD + b"---\n" + b"x" * (FILE_LIMIT - 1000),
    "endless remarks": b"# x\n" * (FILE_LIMIT // 4 - 100),
    "endless separators": HEAD + b"---\n" * (FILE_LIMIT // 4 - 100),
    "endless moves": HEAD + MOVE * ((FILE_LIMIT - 1000) // len(MOVE)),
    "endless line ends": HEAD + b"---\n" + b"\n" * (FILE_LIMIT - 1000),
    "endless carriage returns": HEAD + b"---\n" + b"\r" * (FILE_LIMIT - 1000),
    "NUL": HEAD + b"---\nscene: \x00\nchoose: a\n",
    "all NUL": b"\x00" * FILE_LIMIT,
    "UTF-16": (HEAD + MOVE).decode().encode("utf-16"),
    "UTF-32": (HEAD + MOVE).decode().encode("utf-32"),
    "half of a character": HEAD + b"---\nscene: \xed\xa0\x80\nchoose: a\n",
    "overlong": HEAD + b"---\nscene: \xc0\xaf\nchoose: a\n",
    "escape sequences": HEAD + b"---\nscene: \x1b]0;owned\x07\nchoose: a\n",
    "number without end": HEAD + b"---\nscene: a\nundo: " + b"9" * 400_000 + b"\n",
    "seed without end": HEAD.replace(b"seed: 7", b"seed: " + b"7" * 400_000),
    "format without end": HEAD.replace(b"format: 2", b"format: " + b"2" * 400_000),
}


def _said_of(data: bytes) -> str:
    try:
        found = recover(data)
    except SaveError as error:
        return str(error)
    assert found.journal.sealed == []
    return found.damage or ""


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_takes_neither_time_nor_memory(data: bytes) -> None:
    tracemalloc.start()
    begun = process_time()
    said = _said_of(data)
    taken = process_time() - begun
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert said.isprintable()
    assert len(said) < 400
    assert taken < 2
    assert peak < 4 * len(data) + 8 * 1024**2


def test_no_tag_ever_runs_anything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for data in HOSTILE.values():
        if b"owned" in data:
            recover(data)
    assert list(tmp_path.iterdir()) == []


def test_as_many_moves_as_can_be_read_are_read_in_time() -> None:
    data = HEAD + b"".join(b"---\nscene: desk\nundo: 1\n" for _ in range(ENTRIES_LIMIT // 10))
    begun = process_time()
    assert len(recover(data + b"---\nscene: a\nundo: 1\ncheck: '0123456789'\n").journal.sealed) == 10_001
    assert process_time() - begun < 5


@posix
@pytest.mark.parametrize(
    "path", ["/dev/zero", "/dev/urandom", "/dev/stdin", "/proc/self/mem", "/proc/self/fd/0", "/", "/dev/tty"]
)
def test_devices_and_what_is_no_file_are_not_opened(path: str) -> None:
    if not os.path.lexists(path):
        pytest.skip("there is none here")
    with pytest.raises(SaveError):
        read_bounded(Path(path))


@posix
def test_a_file_that_becomes_a_link_just_before_it_is_opened_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, secret = tmp_path / "a.yaml", tmp_path / "secret"
    secret.write_bytes(HEAD)
    path.write_bytes(HEAD)
    real = os.lstat

    def raced(at: Path) -> os.stat_result:
        result = real(at)
        path.unlink()
        path.symlink_to(secret)
        return result

    monkeypatch.setattr(files.os, "lstat", raced)
    with pytest.raises(SaveError, match="cannot be read"):
        read_bounded(path)


@posix
def test_a_pipe_keeps_nobody_waiting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, real = tmp_path / "a.yaml", os.lstat
    path.write_bytes(HEAD)

    def raced(at: Path) -> os.stat_result:
        result = real(at)
        path.unlink()
        os.mkfifo(path)
        return result

    monkeypatch.setattr(files.os, "lstat", raced)
    with pytest.raises(SaveError, match="plain file"):
        read_bounded(path)


@posix
@pytest.mark.parametrize("kind", ["link", "dangling", "folder", "pipe"])
def test_what_is_in_the_way_of_a_lock_or_a_save_harms_nobody(tmp_path: Path, kind: str) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    saves = Saves(tmp_path / "saves")
    saves.folder.mkdir()
    for suffix in ("lock", "yaml"):
        path = saves.folder / f"mine.{suffix}"
        match kind:
            case "link":
                path.symlink_to(victim)
            case "dangling":
                path.symlink_to(tmp_path / "made")
            case "folder":
                path.mkdir()
            case "pipe":
                os.mkfifo(path)
    journal, _ = saves.begin("mine", HEADER)
    journal.append(Chosen("desk", "look"))
    journal.close()
    assert journal.trouble is None
    assert journal.slot == "mine"
    assert len(recover((saves.folder / "mine.yaml").read_bytes()).journal.sealed) == 1
    assert victim.read_bytes() == b"precious"
    assert not (tmp_path / "made").exists()


@posix
def test_what_is_no_plain_file_is_moved_aside_and_not_copied(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.symlink_to("/dev/zero")
    aside = set_aside(path)
    assert aside.name == "a.set-aside-1.yaml"
    assert aside.is_symlink()
    assert not path.is_symlink()


@pytest.mark.parametrize(
    "name",
    [
        "..", "../a", "..\\a", "a/../../b", "/etc/passwd", "C:\\a", "\\\\server\\share", "a:stream",
        "a\x00.yaml",
        "CON", "prn", "Aux", "NUL", "COM1", "lpt9", "com0", "a\r", "a\x1b[2J", "\u202ea", "a\u2044b", "．．",
        "a" * 300, ".", ".hidden", "-rf", "a.", "a ", "%00", "$(id)", "`id`", "|id", "*", "?", "\ud800",
    ],
)  # fmt: skip
def test_no_name_leads_out_of_the_folder_or_to_a_device(tmp_path: Path, name: str) -> None:
    saves = Saves(tmp_path / "saves")
    calls: tuple[Callable[[], object], ...] = (
        lambda: slot_name(name),
        lambda: saves.path(name),
        lambda: saves.begin(name, HEADER),
        lambda: saves.open(name, HEADER),
        lambda: saves.add(name, b"x"),
        lambda: saves.copy(Journal(HEADER), name),
        lambda: saves.read(name, "small"),
        lambda: saves.lock(name),
    )
    for call in calls:
        with pytest.raises(SlotNameError) as caught:
            call()
        assert str(caught.value).isprintable()
    assert not saves.folder.exists()
    assert slot_name(slot_for(name))
    assert slot_name(slot_for(f"{name}.yaml"))


@pytest.mark.parametrize("name", ["../up", "nowhere", "nowhere.yaml", "a\x00b", "\ud800", "x" * 5000, ""])
def test_a_save_that_is_not_there_is_told_in_a_sentence(tmp_path: Path, name: str) -> None:
    with pytest.raises(SaveError):
        locate(Saves(tmp_path / "saves"), name)


def test_a_name_that_differs_in_case_only_is_another_slot_or_the_same_but_nothing_is_lost(
    tmp_path: Path,
) -> None:
    saves = Saves(tmp_path)
    for name, choice in (("mine", "look"), ("MINE", "leave")):
        journal, _ = saves.begin(name, HEADER)
        journal.append(Chosen("desk", choice))
        journal.close()
    kept = [path.read_bytes() for path in tmp_path.glob("*.yaml")]
    assert len(kept) == 2
    assert any(b"look" in one for one in kept)


def test_the_lock_of_another_is_never_written_to(tmp_path: Path) -> None:
    path = tmp_path / "a.lock"
    path.write_bytes(b"precious")
    lock = SlotLock.take(path)
    assert lock is not None
    lock.release()
    assert path.read_bytes() == b"precious"


@posix
def test_a_command_given_a_gigabyte_or_a_device_stays_small(tmp_path: Path) -> None:
    with (tmp_path / "huge.yaml").open("wb") as file:
        file.truncate(2**30)
    program = (
        "import resource, sys\n"
        "resource.setrlimit(resource.RLIMIT_AS, (1 << 29, 1 << 29))\n"
        "from game.cli import main\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    for name in (str(tmp_path / "huge.yaml"), "/dev/zero"):
        for command in ("show", "export"):
            done = subprocess.run(
                [sys.executable, "-c", program, "saves", command, name, "--saves", str(tmp_path)],
                capture_output=True, text=True, check=False, cwd=ROOT, timeout=60,
            )  # fmt: skip
            assert (done.returncode, done.stdout) == (2, ""), done.stderr
            assert "Traceback" not in done.stderr
            assert name in done.stderr
