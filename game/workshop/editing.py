"""A story while it is being edited: what has changed on the disk, and whether it can be played."""

from __future__ import annotations

import gc
import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from game.story.assembly import build_story
from game.story.checks import check_draft
from game.story.draft import gather
from game.story.errors import Diagnostic, StoryError, formatted
from game.story.files import HEAD, LEXICON, content_hash, read_files, story_files
from game.story.progress import SILENT, Progress
from game.story.reading import read_source

if TYPE_CHECKING:
    from pathlib import Path

    from game.story.model import Story
    from game.story.source import Source

SHOWN: Final = 5
"""How many faults are shown at once."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What keeps the story from being played as it is on the disk."""

    diagnostics: tuple[Diagnostic, ...]
    texts: dict[str, str]

    def lines(self) -> list[str]:
        """For the author: where, what, the line with a caret under it, and the mend."""
        shown = [line for one in self.diagnostics[:SHOWN] for line in formatted(one, self.texts).split("\n")]
        more = len(self.diagnostics) - SHOWN
        return [*shown, f"And {more} more: ruby-sparks check"] if more > 0 else shown


class Editing:
    """Reads a story's folder again and again; of what has not changed, nothing is parsed twice."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._stamps: dict[str, tuple[int, int]] = {}
        self._sources: dict[str, tuple[bytes, Source]] = {}
        self.places: dict[str, tuple[str, int]] = {}
        """Of every scene, page and beat the file and line, by ``scene/id``."""

    def changed(self) -> set[str]:
        """The paths of the files that are new, gone, or not as they were when this was last asked."""
        stamps: dict[str, tuple[int, int]] = {}
        for path in story_files(self.folder):
            try:
                found = (self.folder / path).stat()
            except OSError:
                continue  # it went while we looked
            stamps[path] = found.st_mtime_ns, found.st_size
        before, self._stamps = self._stamps, stamps
        return {path for path in before.keys() | stamps.keys() if before.get(path) != stamps.get(path)}

    def read(self, progress: Progress = SILENT) -> Story | Fault:
        """The story as it is on the disk now, checked; or why it cannot be played."""
        collects = gc.isenabled()
        gc.disable()  # hardly anything in a story is garbage, and looking for it takes as long as the rest
        try:
            with progress:
                return self._read(progress)
        finally:
            if collects:
                gc.enable()

    def _read(self, progress: Progress) -> Story | Fault:
        contents, faults = read_files(self.folder)
        if HEAD not in contents and not faults:
            message = f"there is no story here: {self.folder} has no {HEAD}"
            faults.append(
                Diagnostic("RS013", "error", HEAD, 0, 0, message, f"name the folder that holds {HEAD}")
            )
        files = [(path, body) for path, body in contents.items() if not path.startswith(LEXICON)]
        sources = [self._source(*one) for one in progress.through("Reading the story", files, "files")]
        draft = gather(sources)
        draft.incomplete |= bool(faults)
        check_draft(draft, progress=progress)
        found = faults + [one for source in sources for one in source.diagnostics]
        errors = sorted(
            (one for one in found if one.severity == "error"),
            key=lambda one: (one.path, one.line, one.column),
        )
        if errors:
            return Fault(tuple(errors), {source.path: source.text for source in sources})
        self.places = {
            f"{section.rstrip('s')}/{one.id}": (one.source.path, one.source.place(one.path, key=True)[0])
            for section, ones in draft.sections.items()
            for one in ones.values()
        }
        for id_ in draft.sections["storylets"]:
            self.places[f"scene/{id_}"] = self.places[f"storylet/{id_}"]
        return build_story(draft.data(), content_hash(contents))

    def read_or_raise(self) -> Story:
        """The same at the start, where there is nothing to go on with. Raises StoryError."""
        found = self.read(Progress.to_stderr())
        if isinstance(found, Fault):
            raise StoryError(found.diagnostics, found.texts)
        return found

    def _source(self, path: str, body: bytes) -> Source:
        known = self._sources.get(path)
        if known is None or known[0] != body:
            known = self._sources[path] = body, read_source(path, body)
        # The checks add what they find to a source, and are to begin with what reading it found.
        return replace(known[1], diagnostics=list(known[1].diagnostics))

    def place_of(self, kind: str, id_: str) -> str:
        """``file:line`` of a definition, for the author's editor; empty if it is not known."""
        found = self.places.get(f"{kind}/{id_}")
        return f"{os.path.relpath(self.folder / found[0])}:{found[1]}" if found else ""
