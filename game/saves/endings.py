"""Which endings were ever come to: one small file for all playthroughs of a folder."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from game.saves.files import write_new

if TYPE_CHECKING:
    from pathlib import Path

FILE_NAME: Final = "endings.json"
_SIZE_LIMIT: Final = 100_000


def endings_found(folder: Path, story: str) -> set[str]:
    """The ids of the endings of a story that were come to. A file that makes no sense holds none."""
    found = _read(folder / FILE_NAME).get(story)
    return {one for one in found if isinstance(one, str)} if isinstance(found, list) else set()


def note_ending(folder: Path, story: str, ending: str) -> None:
    """Note that an ending was come to. Where nothing can be written it is not noted, and nothing else."""
    path = folder / FILE_NAME
    known = _read(path)
    found = endings_found(folder, story)
    if ending in found:
        return
    known[story] = sorted(found | {ending})
    try:
        write_new(path, (json.dumps(known, indent=1) + "\n").encode())
    except OSError:
        return


def _read(path: Path) -> dict[str, object]:
    try:
        if not path.is_file() or path.stat().st_size > _SIZE_LIMIT:
            return {}
        found = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
