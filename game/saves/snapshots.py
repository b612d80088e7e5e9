"""A cache of playthroughs as they were when they were left, so that a long one need not be played again.

It can only spare work: it is thrown away freely, it holds data and no code, and a snapshot that does not fit
in everything it depends on (the journal to that point, the story, the program) counts as none.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, Final

from game.saves.packing import Packer, Unpacker
from game.story.cache import keep, program_state

if TYPE_CHECKING:
    from pathlib import Path

    from game.saves.journal import Journal
    from game.saves.resume import Replay
    from game.story.model import Story

WORTH_KEEPING: Final = 30
"""Moves from which on playing again takes long enough to be spared."""
KEPT: Final = 12
"""How many snapshots are kept; the least recently written go first."""
MAX_SIZE: Final = 64_000_000
_SHAPE: Final = 2
"""Raised whenever what is packed changes."""
_PARTS: Final = ("engine", "reader", "story", "saves")


class SnapshotCache:
    """The folder of the snapshots; by default the platform's own cache for this program."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._fresh = ""
        """The check of the last move of the snapshot that was read or written last."""

    @property
    def folder(self) -> Path:
        """Where the files are."""
        if self._folder is None:
            from platformdirs import user_cache_path  # noqa: PLC0415 (not needed where a folder is given)

            self._folder = user_cache_path("ruby-sparks", appauthor=False) / "playthroughs"
        return self._folder

    def load(self, story: Story, journal: Journal) -> Replay | None:
        """The playthrough to the last of its moves that a snapshot has, or None."""
        numbers = [node.number for node in journal.timeline.line]
        if len(numbers) < WORTH_KEEPING or journal.edited:
            return None
        try:
            path = self._path(journal)
            if path.stat().st_size > MAX_SIZE:
                return None
            fingerprint, _, body = path.read_bytes().partition(b"\n")
            if fingerprint != _fingerprint(body, story):
                return None
            data = json.loads(body)
            kept = data["numbers"]
            if numbers[: len(kept)] != kept or journal.sealed[kept[-1] - 1].check != data["check"]:
                return None
            found = _unpacked(data)
            self._fresh = data["check"]
            return found
        except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
            return None

    def store(self, story: Story, journal: Journal, played: Replay) -> None:
        """Keep how the playthrough stands. Where that cannot be, it is not kept, and no fault."""
        if len(played.line) < WORTH_KEEPING or journal.edited or played.stopped or played.differences:
            return
        check = journal.sealed[played.numbers[-1] - 1].check
        if check == self._fresh:
            return
        body = json.dumps(_packed(played, journal), ensure_ascii=False, separators=(",", ":")).encode(
            "utf-8", "surrogatepass"
        )
        keep(self._path(journal), _fingerprint(body, story) + b"\n" + body, KEPT)
        self._fresh = check

    def _path(self, journal: Journal) -> Path:
        """One file a playthrough, whatever its slot is called: by what it began with."""
        header = json.dumps(journal.header.fields(), sort_keys=True).encode()
        return self.folder / f"playthrough-{hashlib.sha256(header).hexdigest()[:24]}.json"


def _packed(played: Replay, journal: Journal) -> dict[str, Any]:
    packer = Packer()
    opening = packer.turn(played.opening)
    line = [[packer.move(move), packer.turn(turn)] for move, turn in played.line]
    return {
        "check": journal.sealed[played.numbers[-1] - 1].check,
        "numbers": list(played.numbers),
        "opening": opening,
        "line": line,
        "entries": packer.entries,
    }


def _unpacked(data: dict[str, Any]) -> Replay:
    from game.saves.resume import Replay  # noqa: PLC0415 (it is there that this is asked for)

    unpacker = Unpacker(data["entries"])
    opening = unpacker.turn(data["opening"])
    line = tuple((unpacker.move(move), unpacker.turn(turn)) for move, turn in data["line"])
    return Replay(opening, line, tuple(data["numbers"]))


def _fingerprint(body: bytes, story: Story) -> bytes:
    """Of the data, and of all else that it depends on."""
    digest = hashlib.sha256(f"{_SHAPE} {story.content_hash} {program_state(*_PARTS)}\n".encode())
    digest.update(body)
    return digest.hexdigest().encode()
