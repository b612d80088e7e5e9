"""The title on the terminal from the first moment: loading what draws the game takes longer than one likes.

It is drawn with a few plain codes, so nothing here may need Textual.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from types import FrameType

ALTERNATE_SCREEN: Final = "\x1b[?1049h"
_MAIN_SCREEN: Final = "\x1b[?1049l"
_HIDE_CURSOR: Final = "\x1b[?25l"
_SHOW_CURSOR: Final = "\x1b[?25h"
_PLAIN: Final = "\x1b[0m"
_ROW: Final = 3
"""A third of the screen above the title."""


class Splash:
    """A context in which the title stands, until another takes the screen over or the context ends.

    In the terminal's own colours, so that there are none where none are wanted. When the process is asked to
    end meanwhile, it leaves the context first.
    """

    def __init__(self, title: str) -> None:
        self._title = title
        self._ours = False
        self._before: dict[int, object] = {}

    def __enter__(self) -> Self:
        if sys.platform != "win32":  # its console has to be told first that it understands such codes
            self._end_in_order()
            self._ours = True
            try:
                self._write(ALTERNATE_SCREEN + _HIDE_CURSOR + self._picture())
            except BaseException:  # whoever leaves now leaves a context that was never entered
                self.__exit__()
                raise
        return self

    def __exit__(self, *_: object) -> None:
        if self.take_over():
            self._write(_PLAIN + _SHOW_CURSOR + _MAIN_SCREEN)
        for number, handler in self._before.items():
            signal.signal(number, handler)  # type: ignore[arg-type]
        self._before.clear()

    def take_over(self) -> bool:
        """Whether the alternate screen is there with the title on it; from now on it is the caller's."""
        ours, self._ours = self._ours, False
        return ours

    def _picture(self) -> str:
        try:
            size = os.get_terminal_size(sys.stderr.fileno())
        except OSError:
            size = os.terminal_size((0, 0))
        columns, rows = size.columns or 80, size.lines or 24  # some terminals do not know their size
        title = self._title[:columns]
        left = (columns - len(title)) // 2
        row = rows // _ROW + 1
        # The cursor waits where it may be said how far the reading of a large story is.
        return f"\x1b[2J\x1b[{row};{left + 1}H{_PLAIN}{title}\x1b[{min(row + 2, rows)};1H"

    @staticmethod
    def _write(text: str) -> None:
        sys.stderr.write(text)
        sys.stderr.flush()

    def _end_in_order(self) -> None:
        for name in ("SIGHUP", "SIGTERM"):
            number = getattr(signal, name)
            if signal.getsignal(number) is signal.SIG_DFL:
                self._before[number] = signal.signal(number, _end)


def _end(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)
