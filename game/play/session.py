"""What a front end is given: a story, a reader and a folder of saves, and the way into a playthrough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.play.playthrough import Playthrough
from game.saves.slots import AUTOSAVE, Saves, SlotInfo
from game.saves.snapshots import SnapshotCache

if TYPE_CHECKING:
    from pathlib import Path

    from game.reader.reader import Reader
    from game.story.model import Story


class Session:
    """One sitting at the game: which story, which slot, and whether to go on or begin.

    `slot` None keeps the playthrough in memory only, until it is saved under a name. `seed` is for a
    playthrough that begins; one that goes on has its own.
    """

    def __init__(  # noqa: PLR0913 (three of them are how to begin, by name)
        self,
        story: Story,
        reader: Reader,
        saves_folder: Path,
        *,
        slot: str | None = AUTOSAVE,
        seed: int | None = None,
        new: bool = False,
        snapshots: SnapshotCache | None = None,
    ) -> None:
        self.story = story
        self.reader = reader
        self.saves = Saves(saves_folder, snapshots if snapshots is not None else SnapshotCache())
        self.slot = slot
        self.seed = seed
        self.new = new

    def open(self) -> tuple[Playthrough, list[str]]:
        """The playthrough to show, and notes for the player (*Resumed ...*, what was set aside, and why).

        Never fails for what it finds in the folder: a slot that cannot be read is set aside, one that
        another process holds goes on as a copy, and where nothing can be written the game is played
        unsaved; each with a note. Raises SlotNameError for a slot name that is not allowed, and
        SaveError for a save of another story or of a newer format, which are left untouched.
        """
        if self.slot is not None and not self.new and self.saves.exists(self.slot):
            return Playthrough.resume(self.story, self.reader, self.saves, self.slot, self.seed)
        return Playthrough.start(self.story, self.reader, self.saves, self.slot, self.seed)

    def slots(self) -> list[SlotInfo]:
        """Every slot in the folder, the one last played first; those that cannot be read say why."""
        return self.saves.slots((self.story, self.reader))
