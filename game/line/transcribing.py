"""The transcript in plain text: the words that turn it on and off, and testers' comments."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game.play.transcript import COMMENT, Scribe, TranscriptError

if TYPE_CHECKING:
    from game.play.playthrough import Playthrough

# A page may begin with the word; of a file it is therefore asked that it ends in .txt.
_ORDER: Final = re.compile(r"transcript(?: (on|off)(?: (\S.*\.txt))?)?")


def transcript_order(scribe: Scribe, playthrough: Playthrough, line: str) -> str | None:
    """Carry out a line about the transcript; what to say of it, or None if it is about something else."""
    line = line.rstrip()
    if line.startswith(COMMENT):
        if scribe.path is None:
            return (
                "A comment goes to the transcript, and there is none on. Write transcript on, and this again."
            )
        return scribe.comment(line[len(COMMENT) :].strip()) or "Noted."
    order = _ORDER.fullmatch(line)
    if order is None or (order[1] == "off" and order[2]):
        return None
    if order[1] == "on":
        return _on(scribe, playthrough, order[2])
    if order[1] == "off":
        return scribe.off()
    return "There is no transcript on." if scribe.path is None else f"The transcript goes to {scribe.path}."


def _on(scribe: Scribe, playthrough: Playthrough, file: str | None) -> str:
    try:
        return scribe.on(playthrough, Path(file).expanduser() if file else None)
    except (TranscriptError, RuntimeError) as error:
        return str(error)
