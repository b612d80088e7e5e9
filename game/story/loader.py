"""A story's folder to a checked Story, with every fault of it reported in one go."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from game.story.assembly import build_story, index_of
from game.story.cache import StoryCache
from game.story.errors import Diagnostic, StoryError
from game.story.files import HEAD, LEXICON, content_hash, read_files
from game.story.progress import SILENT, Progress
from game.story.stamps import have_settled, stamps_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from game.story.model import Story


@dataclass(slots=True)
class Examination:
    """What came of looking at a folder. `story` is None if there are errors."""

    story: Story | None
    diagnostics: list[Diagnostic]
    texts: dict[str, str] = field(default_factory=dict)
    """The files' texts, for excerpts."""
    data: dict[str, Any] = field(default_factory=dict)
    """What the story was built from."""

    @property
    def errors(self) -> int:
        """How many errors there are, warnings not counted."""
        return sum(one.severity == "error" for one in self.diagnostics)


def load_story(folder: Path, cache: StoryCache | None = None, progress: Progress | None = None) -> Story:
    """The story in a folder. Raises StoryError with all that is wrong, if it cannot be played.

    Where it takes long, `progress` tells how far it is; by default on stderr, if that is a terminal.
    """
    cache = cache or StoryCache()
    missing = _missing(folder)
    if missing:
        raise StoryError([missing])
    stamps = stamps_of(folder)
    known = cache.content_of(folder, stamps) if stamps else None
    if known and (story := _from_cache(cache, folder, known)):
        return story
    contents, faults = read_files(folder)
    fingerprint = content_hash(contents)
    story = None if faults else _from_cache(cache, folder, fingerprint)
    if story is None:
        with progress or Progress.to_stderr() as told, _without_collector():
            data = None if faults else _compiled(cache, folder, contents, told)
            if data is None:
                found = examine_contents(contents, faults, progress=told)
                if found.story is None:
                    raise StoryError(found.diagnostics, found.texts)
                data = found.data
            index = index_of(data)
            cache.store(fingerprint, data, index)
        story = build_story(data, fingerprint, index)
    if stamps and have_settled(stamps):
        cache.note(folder, stamps, fingerprint)
    return story


def _compiled(
    cache: StoryCache, folder: Path, contents: Mapping[str, bytes], progress: Progress
) -> dict[str, Any] | None:
    """The story's data with the help of what is known of its files; None if there is any fault."""
    # Only here: a story that comes out of the cache needs neither YAML nor models.
    from game.story.compiling import Compiler  # noqa: PLC0415

    compiler = Compiler(cache.files_of(folder))
    try:
        data = compiler.compile(contents, progress)
    except (LookupError, TypeError, ValueError, AttributeError, RecursionError):
        return None  # what was kept is not what it should be
    if compiler.changed:
        cache.keep_files(folder, compiler.left)
    return data


@contextmanager
def _without_collector() -> Iterator[None]:
    """Hardly anything in a story is garbage, and looking for it takes as long as half of the rest."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _from_cache(cache: StoryCache, folder: Path, fingerprint: str) -> Story | None:
    found = cache.load(fingerprint)
    if found is None:
        return None
    try:
        data, index = found
        return build_story(data, fingerprint, index, lambda: _again(folder, fingerprint))
    except (LookupError, TypeError, ValueError, AttributeError):
        return None


def _again(folder: Path, fingerprint: str) -> Mapping[str, Any]:
    """The data once more from the files. Raises StoryError if they are no longer those."""
    contents, faults = read_files(folder)
    found = examine_contents(contents, faults)
    if found.story is None or found.story.content_hash != fingerprint:
        message = "what was kept of the story is damaged, and its files have changed since it was read"
        raise StoryError([Diagnostic("RS010", "error", HEAD, 0, 0, message, "start again")])
    return found.data


def examine(folder: Path, progress: Progress | None = None) -> Examination:
    """Read and check a story closely, without the cache; never raises for what is in its files.

    Where it takes long, `progress` tells how far it is; by default on stderr, if that is a terminal.
    """
    if missing := _missing(folder):
        return Examination(None, [missing])
    with progress or Progress.to_stderr() as told, _without_collector():
        return examine_contents(*read_files(folder), closely=True, progress=told)


def _missing(folder: Path) -> Diagnostic | None:
    try:
        if (folder / HEAD).exists():
            return None
    except (OSError, ValueError):
        pass
    message = f"there is no story here: {folder} has no {HEAD}"
    return Diagnostic("RS013", "error", HEAD, 0, 0, message, f"name the folder that holds {HEAD}")


def examine_contents(
    contents: Mapping[str, bytes],
    faults: list[Diagnostic],
    *,
    closely: bool = False,
    progress: Progress = SILENT,
) -> Examination:
    """Check the files of a story, given by path and content.

    `closely` looks also for what can be played and is hardly meant, which matters to authors alone.
    """
    # Only here: a story that comes out of the cache needs neither YAML nor models.
    from game.story.checks import check_draft, review_draft  # noqa: PLC0415
    from game.story.draft import gather  # noqa: PLC0415
    from game.story.reading import read_source  # noqa: PLC0415

    read = [(path, body) for path, body in contents.items() if not path.startswith(LEXICON)]
    sources = [read_source(path, body) for path, body in progress.through("Reading the story", read, "files")]
    draft = gather(sources)
    draft.incomplete |= bool(faults)
    check_draft(draft, progress=progress)
    if closely:
        review_draft(draft, progress)
    diagnostics = faults + [one for source in sources for one in source.diagnostics]
    diagnostics.sort(key=lambda one: (one.path, one.line, one.column, one.code))
    found = Examination(None, diagnostics, {source.path: source.text for source in sources})
    if not found.errors:
        found.data = draft.data()
        found.story = build_story(found.data, content_hash(contents))
    return found
