"""Getting on with real terminals: bytes that are no text, and windows that are closed."""

from __future__ import annotations

import asyncio
import codecs
import importlib
import signal
import sys
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from game.tui.splash import ALTERNATE_SCREEN

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.driver import Driver

    from game.tui.splash import Splash


def forgive_broken_input() -> None:
    """Have Textual read a byte that is no UTF-8 as U+FFFD, and not stop over it (Textualize/textual#6456)."""
    if sys.platform == "win32":
        return
    driver = importlib.import_module("textual.drivers.linux_driver")
    strict = codecs.getincrementaldecoder
    driver.getincrementaldecoder = lambda encoding: partial(strict(encoding), errors="replace")  # type: ignore[attr-defined]


def on_hang_up(leave: Callable[[int], None]) -> None:
    """Call `leave` with the exit status when the terminal is closed or the process is asked to end.

    Without this either ends it at once, the terminal left as it was. POSIX only; elsewhere nothing is done.
    """
    loop = asyncio.get_running_loop()
    for name in ("SIGHUP", "SIGTERM"):
        number = getattr(signal, name, None)
        if number is None:
            continue
        # Not in the main thread, or on a loop without signals: then things are as they were.
        with suppress(NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(number, leave, 128 + number)


def drawing_over(splash: Splash, driver: type[Driver]) -> type[Driver]:
    """The driver, but that it draws over the splash: entering the alternate screen again would clear it."""

    class DrawingOver(driver):  # type: ignore[misc, valid-type]
        """Leaves out the code that would clear the screen, the first time."""

        def write(self, data: str) -> None:
            if data != ALTERNATE_SCREEN or not splash.take_over():
                super().write(data)

    return DrawingOver
