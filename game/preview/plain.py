"""`ruby-sparks preview --plain`: the story in plain text, told again where it changed."""

from __future__ import annotations

import threading
from queue import Empty, Queue
from typing import TYPE_CHECKING, Final

from game.line.plain import PlainGame
from game.play.session import Session
from game.workshop.inspection import inspect
from game.workshop.rehearsal import NOT_KEPT

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

    from game.workshop.rehearsal import Rehearsal

POLL: Final = 0.3
"""Seconds between two looks at the files."""


class PlainPreview(PlainGame):
    """The plain game on a rehearsal: whatever is awaited, it looks at the files meanwhile."""

    def __init__(
        self, rehearsal: Rehearsal, read: Callable[[str], str | None], out: TextIO, width: int | None
    ) -> None:
        session = Session(rehearsal.story, rehearsal.reader, rehearsal.playthrough.saves.folder, slot=None)
        super().__init__(session, read, out, width)
        self._rehearsal = rehearsal
        self._lines_typed: Queue[str | None] = Queue()

    def play(self) -> int:
        """Play until quit or the end of the input; 0."""
        self._playthrough = self._rehearsal.playthrough
        threading.Thread(target=self._listen, daemon=True).start()
        self._say("Save a file, and it is told again here. inspect: state, canon and why. quit: leave.")
        self._show()
        while not self._over and (line := self._ask()) is not None:
            if line.strip() == "inspect":
                self._inspect()
            else:
                self._take(line)
        return 0

    def _listen(self) -> None:
        while (line := self._read("")) is not None:
            self._lines_typed.put(line)
        self._lines_typed.put(None)

    def _ask(self) -> str | None:
        self._out.write("> ")
        self._out.flush()
        while True:
            try:
                line = self._lines_typed.get(timeout=POLL)
            except Empty:
                self._look_at_files()
                continue
            return None if line is None else line.rstrip("\r\n")

    def _look_at_files(self) -> None:
        merged = self._rehearsal.look()
        if merged is None:
            return
        self._playthrough = self._rehearsal.playthrough
        self._lines(("",))
        if merged.fault:
            self._say("The story cannot be played as it is now. The last good one goes on.")
            self._lines(merged.fault)
        else:
            self._say(f"Read again in {merged.seconds:.2f} s.")
            self._lines(merged.notes)
            self._show()
        self._out.write("> ")
        self._out.flush()

    def _restart(self) -> None:
        self._playthrough = self._rehearsal.begin_again()
        self._chapter = ""
        self._show()

    def _save(self, name: str) -> None:  # noqa: ARG002
        self._say(NOT_KEPT)

    def _load(self, name: str) -> None:  # noqa: ARG002
        self._say(NOT_KEPT)

    def _inspect(self) -> None:
        for section in inspect(self._rehearsal):
            self._lines((f"{section.title}:", *(f"  {line}" for line in section.lines)))
