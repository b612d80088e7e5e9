"""What was ever read, in whichever playthrough: so that it can be skipped through, as far as what is new."""

from __future__ import annotations

from contextlib import suppress
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from game.engine.turn import Passage

FILE_NAME: Final = "read-before.txt"
"""Beside the saves. It can be thrown away at any time: then everything is new again."""
SIZE_LIMIT: Final = 8_000_000
"""Bytes of the file that are looked at: some half a million paragraphs."""
_DIGITS: Final = 16


class ReadBefore:
    """Paragraphs by their fingerprints, a line each in a file. Without a path, for this sitting only."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._known = _kept(path)

    def __contains__(self, text: str) -> bool:
        return _fingerprint(text) in self._known

    def note(self, texts: Iterable[str]) -> None:
        """These have been read now. A file that cannot be written to costs the memory, nothing else."""
        fresh = [one for one in dict.fromkeys(map(_fingerprint, texts)) if one not in self._known]
        if not fresh:
            return
        self._known.update(fresh)
        if self._path is not None:
            with suppress(OSError), self._path.open("a", encoding="ascii") as file:
                file.write("".join(f"{one}\n" for one in fresh))


def unread(passages: Iterable[Passage], known: ReadBefore) -> tuple[list[Passage], int]:
    """The passages without what was read before, and how many paragraphs that was. What is typed stays."""
    left: list[Passage] = []
    skipped = 0
    for passage in passages:
        parts = passage.text.split("\n\n")
        fresh = parts if passage.kind == "typed" else [part for part in parts if part not in known]
        skipped += len(parts) - len(fresh)
        if fresh:
            left.append(passage._replace(text="\n\n".join(fresh)))
    return left, skipped


def _kept(path: Path | None) -> set[str]:
    if path is None:
        return set()
    try:
        with path.open("rb") as file:
            lines = file.read(SIZE_LIMIT).decode("ascii", "replace").split("\n")
    except OSError:
        return set()
    return {line for line in lines if len(line) == _DIGITS}


def _fingerprint(text: str) -> str:
    words = " ".join(text.split())
    return blake2b(words.encode("utf-8", "replace"), digest_size=_DIGITS // 2).hexdigest()
