"""Where the story is that is played. Asking takes no time: nothing of the story format is loaded for it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Final

STAGE: Final = ".writing"
"""The folder of files that are to be written together. What begins with a dot is no file of a story."""


def find_story(explicit: Path | None = None) -> Path:
    """The folder to play: the one named, else the checkout's beside the package, else the packaged one."""
    if explicit is not None:
        if (explicit / STAGE).is_dir():
            _finish(explicit)
        return explicit
    package = Path(__file__).resolve().parents[1]
    beside = package.parent / "story"
    if not (beside / "story.yaml").is_file():
        return package / "_story"
    if (beside / STAGE).is_dir():
        _finish(beside)
    return beside


def _finish(folder: Path) -> None:
    """Bring to its end what a program that was killed had begun to write. What cannot be written stays."""
    from game.story.together import finish  # noqa: PLC0415 (hardly ever needed)

    with suppress(OSError):
        finish(folder)
