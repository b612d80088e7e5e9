"""Where the story is that is played. Asking takes no time: nothing of the story format is loaded for it."""

from __future__ import annotations

from pathlib import Path


def find_story(explicit: Path | None = None) -> Path:
    """The folder to play: the one named, else the checkout's beside the package, else the packaged one."""
    if explicit is not None:
        return explicit
    package = Path(__file__).resolve().parents[1]
    beside = package.parent / "story"
    return beside if (beside / "story.yaml").is_file() else package / "_story"
