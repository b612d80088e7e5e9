"""On a real terminal: bytes that are no text, a window that is closed, colours that are not wanted."""

from __future__ import annotations

import os
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

pty = pytest.importorskip("pty")
PROGRAM = "import sys; from tests.tui.playing import play; sys.exit(play(sys.argv[1]))"
OPENING = b"There is a sheet in the machine"
PATIENCE = 30.0
END, F2, F4, F6, CTRL_Q = b"\x1b[F", b"\x1bOQ", b"\x1bOS", b"\x1b[17~", b"\x11"


class Terminal:
    """A terminal with the game on it."""

    def __init__(self, folder: Path, *command: str, **environment: str) -> None:
        main, end = pty.openpty()
        self.main = main
        self.seen = b""
        environ = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLORTERM")}
        environ |= {"TERM": "xterm-256color", "XDG_CONFIG_HOME": str(folder), "COLUMNS": "80", "LINES": "24"}
        self.process = subprocess.Popen(
            [sys.executable, *(command or ("-c", PROGRAM, str(folder)))],
            stdin=end, stdout=end, stderr=end, close_fds=True, start_new_session=True,
            cwd=Path(__file__).parents[2], env=environ | environment,
        )  # fmt: skip
        os.close(end)

    def wait_for(self, words: bytes) -> None:
        end = time.monotonic() + PATIENCE
        while words not in self.seen:
            assert self._read(end - time.monotonic()), f"{words!r} never came: {self.seen[-500:]!r}"

    def _read(self, seconds: float) -> bool:
        if not select.select([self.main], [], [], max(0.0, seconds))[0]:
            return False
        try:
            data = os.read(self.main, 65_536)
        except OSError:
            return False
        self.seen += data
        return bool(data)

    def press(self, keys: bytes) -> None:
        os.write(self.main, keys)

    def settle(self) -> None:
        """Read until nothing has come for a while."""
        while self._read(0.4):
            pass

    def status(self) -> int:
        end = time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < end:
            self._read(0.1)
        return self.process.wait(1)

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self.main)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    one = Terminal(tmp_path)
    one.wait_for(OPENING)
    yield one
    one.close()


def test_a_byte_that_is_no_text_does_not_stop_the_game(terminal: Terminal) -> None:
    terminal.press(b"caf\xe9\xff ")
    terminal.press(b" ")
    terminal.wait_for(b"He had been sitting")
    terminal.press(b"\x11")
    terminal.wait_for(b"Leave?")
    terminal.press(b"\x11")
    assert terminal.status() == 0


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
def test_when_the_window_is_closed_the_sheet_is_kept_and_the_terminal_given_back(
    terminal: Terminal, tmp_path: Path, number: int
) -> None:
    terminal.press(b"    ")
    terminal.wait_for(b"Sit down and type")
    time.sleep(0.3)
    terminal.press(b"4")
    terminal.wait_for(b"The machine waits")
    terminal.press(b" ")
    terminal.wait_for(b"Every move is kept")
    terminal.press(b" ")
    terminal.wait_for(b"Pull the page")
    terminal.press(b"Ruby keeps")
    terminal.wait_for(b"Ruby keeps")
    terminal.process.send_signal(number)
    assert terminal.status() == 128 + number
    assert b"\x1b[?1049l" in terminal.seen
    kept = (tmp_path / "saves" / "autosave.desk.yaml").read_text(encoding="utf-8")
    assert "Ruby keeps" in kept


def test_without_colour_no_colour_is_sent(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, NO_COLOR="1")
    try:
        terminal.wait_for(OPENING)
        terminal.press(b"    ")
        terminal.wait_for(b"Sit down and type")
        terminal.press(b"\x11\x11")
        terminal.status()
    finally:
        terminal.close()
    codes = [code for match in re.findall(rb"\x1b\[([0-9;]*)m", terminal.seen) for code in match.split(b";")]
    coloured = [code for code in codes if code.isdigit() and (30 <= int(code) <= 38 or 40 <= int(code) <= 48)]
    assert coloured == []


def test_the_whole_game_is_begun_read_typed_in_left_and_found_again(tmp_path: Path) -> None:
    command = ("-m", "game", "--saves", str(tmp_path / "saves"))
    game = Terminal(tmp_path, *command)
    try:
        game.wait_for(b"F6")
        for _ in range(20):  # whatever is first on offer leads to a sheet before long
            game.press(END)
            game.settle()
            if b"Pull the page" in game.seen:
                break
            game.press(b"1")
            game.settle()
        game.wait_for(b"Pull the page")
        game.press(F4)  # on a slow machine a key may have come too late, and be on the sheet
        game.settle()
        game.press(b"Ruby keeps beees")
        game.press(b"\x7f\x7fs on the roof.")
        game.wait_for(b"the roof")
        game.settle()
        game.press(F2)
        game.settle()
        game.press(CTRL_Q + b"1")
        assert game.status() == 0
    finally:
        game.close()
    again = Terminal(tmp_path, *command)
    try:
        again.wait_for(b"Resumed")
        again.settle()
        again.press(F6)
        again.wait_for(b"Manuscript")
        again.wait_for(b"she keeps bees")
        again.wait_for(b"Ruby keeps bees on the roof")
        again.press(CTRL_Q + b"1")
        assert again.status() == 0
    finally:
        again.close()
    assert "Ruby keeps bees on the roof." in (tmp_path / "saves" / "autosave.yaml").read_text(
        encoding="utf-8"
    )
