"""Several files of a story written together: all of them or none, even if the program is killed half-way.

The new contents are laid out in a folder beside the story's files, and a list of where each belongs is put
there last. From then on it is decided, and whoever looks at the story next moves into place what is not yet.
Without the list nothing was decided, and the folder is thrown away.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game.story.where import STAGE

if TYPE_CHECKING:
    from collections.abc import Mapping

_LIST: Final = "list.json"
_ABANDONED: Final = 60.0
"""Seconds after which a folder without a list was left by somebody who is gone."""


def write_together(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Replace files of a story, named by their paths below its folder.

    Raises OSError. Before all the new contents are on the disk nothing is replaced; after that, all will be.
    """
    finish(folder)
    stage = folder / STAGE
    try:
        stage.mkdir()
    except FileExistsError:
        message = "another program is writing this story's files: try again in a minute"
        raise FileExistsError(errno.EEXIST, message, str(stage)) from None
    try:
        names = {f"{number}.new": path for number, path in enumerate(contents)}
        for name, path in names.items():
            _put(stage / name, contents[path])
            (stage / name).chmod((folder / path).stat().st_mode & 0o7777)
        _put(stage / f"{_LIST}.new", json.dumps(names).encode())
        (stage / f"{_LIST}.new").replace(stage / _LIST)
    except BaseException:
        shutil.rmtree(stage, ignore_errors=True)
        raise
    finish(folder)


def finish(folder: Path) -> None:
    """Bring to its end what was decided; throw away what was not. Raises OSError."""
    stage = folder / STAGE
    if not stage.is_dir() or stage.is_symlink():
        return
    names = _decided(stage)
    if names is None:
        if time.time() - stage.stat().st_mtime > _ABANDONED:
            shutil.rmtree(stage, ignore_errors=True)
        return
    inside = Path(os.path.realpath(folder))
    for name, path in names.items():
        real = Path(os.path.realpath(folder / path))  # a link goes on being one
        if not real.is_relative_to(inside):
            continue
        with contextlib.suppress(FileNotFoundError):  # what is not there any more is in its place already
            (stage / name).replace(real)
    shutil.rmtree(stage, ignore_errors=True)


def _decided(stage: Path) -> dict[str, str] | None:
    """Which content belongs where; None as long as that is not settled, or if nobody here wrote it."""
    try:
        names = json.loads((stage / _LIST).read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(names, dict):
        return None
    ours = all(name.endswith(".new") and "/" not in name for name in names)
    return names if ours and all(map(_is_below, names.values())) else None


def _is_below(path: object) -> bool:
    return isinstance(path, str) and not Path(path).is_absolute() and ".." not in Path(path).parts


def _put(path: Path, content: bytes) -> None:
    with path.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
