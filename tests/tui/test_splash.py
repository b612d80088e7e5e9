"""The title on the terminal before there is anything else to show."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tui.test_terminal import CTRL_Q, OPENING, Terminal

pytest.importorskip("pty")
ROOT = Path(__file__).parents[2]
TITLE = b"Ruby Sparks"
WAITING = """
import sys, time
from game.tui.splash import Splash
with Splash("Ruby Sparks"):
    time.sleep(60)
"""


def test_the_title_comes_before_anything_else_and_is_drawn_over_without_a_clear(tmp_path: Path) -> None:
    game = Terminal(tmp_path, "-m", "game", "--saves", str(tmp_path / "saves"))
    try:
        game.wait_for(OPENING)
        before = game.seen[: game.seen.index(OPENING)]
        assert before.index(b"\x1b[?1049h") < before.index(TITLE)
        assert game.seen.count(b"\x1b[?1049h") == 1, "to enter the screen again would clear it"
        game.settle()
        game.press(CTRL_Q + b"1")
        assert game.status() == 0
    finally:
        game.close()
    assert game.seen.count(b"\x1b[?1049l") == 1


def test_the_title_has_no_colour_of_its_own(tmp_path: Path) -> None:
    splash = Terminal(tmp_path, "-c", WAITING)
    try:
        splash.wait_for(TITLE)
        splash.settle()
    finally:
        splash.close()
    assert set(re.findall(rb"\x1b\[([0-9;]*)m", splash.seen)) <= {b"0"}


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGINT, -signal.SIGINT), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)
def test_who_leaves_during_the_start_has_the_terminal_back(
    tmp_path: Path, number: signal.Signals, status: int
) -> None:
    splash = Terminal(tmp_path, "-c", WAITING)
    try:
        splash.wait_for(b"Ruby Sparks\x1b[11;1H")
        splash.process.send_signal(number)
        assert splash.status() == status
        splash.settle()
    finally:
        splash.close()
    assert b"\x1b[0m\x1b[?25h\x1b[?1049l" in splash.seen


def test_what_cannot_be_played_is_said_on_the_screen_that_stays(tmp_path: Path) -> None:
    game = Terminal(tmp_path, "-m", "game", "--story", str(tmp_path))
    try:
        assert game.status() == 2
        game.settle()
    finally:
        game.close()
    assert game.seen.index(b"\x1b[?1049l") < game.seen.index(b"there is no story here")


def test_a_narrow_terminal_has_as_much_of_the_title_as_fits() -> None:
    told = subprocess.run(
        [sys.executable, "-c", WAITING.replace("time.sleep(60)", "pass").replace(
            "from game", "import os; os.get_terminal_size = lambda _: os.terminal_size((4, 1))\nfrom game")],
        stderr=subprocess.PIPE, check=True, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)},
    ).stderr  # fmt: skip
    assert b"\x1b[1;1H\x1b[0mRuby\x1b[1;1H" in told
