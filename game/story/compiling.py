"""A story compiled file by file: a file that has not changed is neither parsed nor checked by itself again.

Kept of each file without a fault are its data, and at which places its texts call for beats and costs. That
they are sound holds as long as all that texts can name is the same. What goes across files is always checked.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

from game.story.checks import check_draft
from game.story.draft import Draft, gather
from game.story.files import LEXICON
from game.story.reading import read_source
from game.story.slices import Slices, encoded
from game.story.source import Places, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from game.story.checks_words import WordChecker
    from game.story.draft import Definition
    from game.story.kinds import World
    from game.story.progress import Progress
    from game.story.source import Path

Calls = dict[str, list[str]]
"""By place the section and the id of a definition that calls for what is there."""


@dataclass(slots=True)
class Remembered:
    """A file's data, and what its texts call for, if they were found sound in a world."""

    data: Any
    world: str = ""
    beats: Calls = field(default_factory=dict)
    costs: Calls = field(default_factory=dict)

    def packed(self) -> bytes:
        """As it is kept."""
        return encoded([self.data, self.world, self.beats, self.costs])


class Compiler:
    """Compiles a story once. `kept` is what the last time left of its files, `left` what this time does."""

    def __init__(self, kept: Slices) -> None:
        self.left: dict[str, bytes] = {}
        self._kept = kept
        self._known: dict[str, Remembered] = {}
        self._names: dict[str, str] = {}
        self._draft = Draft([])
        self._world = ""
        self._words: WordChecker | None = None

    def compile(self, contents: Mapping[str, bytes], progress: Progress) -> dict[str, Any] | None:
        """The story's data, or None if anything is wrong with it, whatever that is."""
        read = [(path, body) for path, body in contents.items() if not path.startswith(LEXICON)]
        sources = [
            self._source(path, body) for path, body in progress.through("Reading the story", read, "files")
        ]
        self._draft = gather(sources)
        if not any(source.diagnostics for source in sources):
            check_draft(self._draft, self._recall, progress)
        sound = [one for one in sources if not any(d.severity == "error" for d in one.diagnostics)]
        self._leave(sound)
        return self._draft.data() if len(sound) == len(sources) else None

    @property
    def changed(self) -> bool:
        """Whether what is left is not what there was."""
        return self.left.keys() != self._kept.keys() or any(
            piece != self._kept.raw(name) for name, piece in self.left.items()
        )

    def _source(self, path: str, body: bytes) -> Source:
        name = self._names[path] = hashlib.sha256(f"{path}\n".encode() + body).hexdigest()
        if name in self._kept:
            known = self._known[path] = Remembered(*self._kept[name])
            return Source(path, data=known.data, sound=True)
        source = read_source(path, body)
        source.places = Places()  # where there is a fault, everything is read again to tell of it
        return source

    def _recall(self, world: World, words: WordChecker) -> set[str]:
        """Tell what it need not find out to who checks the texts; answer the files that can be left out."""
        self._words, self._world = words, _digest(world)
        known = {path: one for path, one in self._known.items() if one.world == self._world}
        for one in known.values():
            for calls, used in ((one.beats, words.places_used), (one.costs, words.costs_used)):
                for place, (section, id_) in calls.items():
                    used.setdefault(place, []).append((self._draft.sections[section][id_], ()))
        return set(known)

    def _leave(self, sources: Iterable[Source]) -> None:
        beats = _calls(self._words.places_used if self._words else {})
        costs = _calls(self._words.costs_used if self._words else {})
        for source in sources:
            path = source.path
            name, known = self._names[path], self._known.get(path)
            if known and (self._words is None or known.world == self._world):
                self.left[name] = self._kept.raw(name)
            else:
                found = Remembered(source.data, self._world, beats.get(path, {}), costs.get(path, {}))
                self.left[name] = found.packed()


def _calls(used: Mapping[str, list[tuple[Definition, Path]]]) -> dict[str, Calls]:
    """By file, which of its definitions calls for what."""
    found: dict[str, Calls] = {}
    for place, users in used.items():
        for one, _ in users:
            found.setdefault(one.source.path, {}).setdefault(place, [one.section, one.id])
    return found


def _digest(world: World) -> str:
    """Of all that texts can name."""
    values = [getattr(world, one.name) for one in fields(world)]
    told = [sorted(value) if isinstance(value, set) else value for value in values]
    return hashlib.sha256(encoded(told)).hexdigest()
