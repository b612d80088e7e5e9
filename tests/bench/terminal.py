"""Programs in a pseudo-terminal that answers as a modern one does, and when what they write arrives."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, Final, NamedTuple, Self

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ROOT: Final = Path(__file__).parents[2]
GAME: Final = "import sys; from game.cli import main; sys.exit(main())"
"""What the installed command does."""
BLANK: Final = """
from textual.app import App
from textual.widgets import Static

class Blank(App):
    def compose(self):
        yield Static("Nothing but this.")

Blank().run()
"""
"""The least that Textual can show: an app with one line of text."""
BLANK_LINE: Final = b"Nothing but this."
OPENING: Final = b"There is a sheet in the machine"
"""The first words of the shipped story."""
QUIET_SECONDS: Final = 0.06
"""When nothing has come for so long, a repaint is over."""
PATIENCE: Final = 60.0
_ANSWERS: Final = {
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",  # synchronised output: there is
    b"\x1b[?2048$p": b"\x1b[?2048;0$y",  # resizes told in band: there are none
}


def can_measure() -> bool:
    """Whether this system has pseudo-terminals and tells of a process's memory as Linux does."""
    return sys.platform == "linux"


def environment(folder: Path) -> dict[str, str]:
    """A player's environment: all is kept in a folder, and compiled as in an installed copy."""
    left_out = {"NO_COLOR", "PYTHONDONTWRITEBYTECODE", "COLUMNS", "LINES"}
    return {name: value for name, value in os.environ.items() if name not in left_out} | {
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "PYTHONPATH": str(ROOT),
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_DATA_HOME": str(folder / "data"),
    }


class Repaint(NamedTuple):
    """What came of a key: the seconds to its first bytes and to its last, and how many came."""

    first: float
    last: float
    sent: int


class Terminal:
    """A terminal of 80 by 24 with a program on it."""

    def __init__(self, program: str, arguments: Sequence[str], environ: Mapping[str, str]) -> None:
        from pty import openpty  # noqa: PLC0415 - not on every system
        from termios import tcsetwinsize  # noqa: PLC0415

        self._main, end = openpty()
        tcsetwinsize(end, (24, 80))
        self.seen = b""
        self.last = self.begun = perf_counter()
        """When the last bytes came, and when the process was begun."""
        self.process = subprocess.Popen(
            [sys.executable, "-c", program, *arguments],
            stdin=end, stdout=end, stderr=end, start_new_session=True, cwd=ROOT, env=dict(environ),
        )  # fmt: skip
        os.close(end)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._main)

    def read(self, seconds: float) -> bytes:
        """What comes within a time; b"" if nothing does."""
        if not select.select([self._main], [], [], max(0.0, seconds))[0]:
            return b""
        data = b""
        with suppress(OSError):  # the program has gone
            data = os.read(self._main, 65_536)
        self.last = perf_counter()
        self.seen += data
        for query, told in _ANSWERS.items():
            if query in data:
                self.press(told)
        return data

    def wait_for(self, words: bytes) -> float:
        """Seconds from the start of the process to the arrival of these words."""
        while words not in self.seen:
            if not self.read(self.begun + PATIENCE - perf_counter()):
                raise RuntimeError(f"{words!r} never came: {self.seen[-500:]!r}")
        return self.last - self.begun

    def settle(self, quiet: float = QUIET_SECONDS) -> bytes:
        """Everything that comes until nothing has come for a while."""
        return b"".join(iter(lambda: self.read(quiet), b""))

    def press(self, keys: bytes) -> None:
        """Type."""
        os.write(self._main, keys)

    def timed(self, keys: bytes) -> Repaint:
        """Type, and see the screen change."""
        begun = perf_counter()
        self.press(keys)
        first = self.read(QUIET_SECONDS)
        letter = self.last - begun
        came = len(first) + len(self.settle()) if first else 0
        return Repaint(letter, self.last - begun, came)

    def peak_memory(self) -> float:
        """The most memory that the process has held, in MB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")) / 1024


def to_the_machine(game: Terminal) -> None:
    """Play on, picking whatever is first on offer, until there is a sheet in the machine."""
    for key in _keys_onward():
        if b"Pull the page" in game.seen:
            return
        game.press(key)
        game.settle(0.3)
    raise RuntimeError("no sheet was come to")


def _keys_onward() -> Iterator[bytes]:
    for _ in range(40):
        yield b"\x1b[F"
        yield b" "
        yield b"1"


def milliseconds(seconds: Sequence[float]) -> str:
    """Their median, and the least and the greatest of them."""
    return (
        f"median {median(seconds) * 1000:.0f} ms ({min(seconds) * 1000:.0f} to {max(seconds) * 1000:.0f}, "
        f"n = {len(seconds)})"
    )
