"""A story's folder to a checked Story, with every fault of it reported in one go."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from game.story.build import build_story
from game.story.cache import StoryCache
from game.story.errors import Diagnostic, StoryError
from game.story.files import HEAD, content_hash, read_files

if TYPE_CHECKING:
    from collections.abc import Mapping
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


def load_story(folder: Path, cache: StoryCache | None = None) -> Story:
    """The story in a folder. Raises StoryError with all that is wrong, if it cannot be played."""
    cache = cache or StoryCache()
    missing = _missing(folder)
    if missing:
        raise StoryError([missing])
    contents, faults = read_files(folder)
    fingerprint = content_hash(contents)
    if not faults and (story := _from_cache(cache, fingerprint)):
        return story
    found = examine_contents(contents, faults)
    if found.story is None:
        raise StoryError(found.diagnostics, found.texts)
    cache.store(fingerprint, found.data)
    return found.story


def _from_cache(cache: StoryCache, fingerprint: str) -> Story | None:
    data = cache.load(fingerprint)
    if data is None:
        return None
    try:
        return build_story(data, fingerprint)
    except (LookupError, TypeError, ValueError, AttributeError):
        return None


def examine(folder: Path) -> Examination:
    """Read and check a story closely, without the cache; never raises for what is in its files."""
    if missing := _missing(folder):
        return Examination(None, [missing])
    return examine_contents(*read_files(folder), closely=True)


def _missing(folder: Path) -> Diagnostic | None:
    try:
        if (folder / HEAD).exists():
            return None
    except (OSError, ValueError):
        pass
    message = f"there is no story here: {folder} has no {HEAD}"
    return Diagnostic("RS013", "error", HEAD, 0, 0, message, f"name the folder that holds {HEAD}")


def examine_contents(
    contents: Mapping[str, bytes], faults: list[Diagnostic], *, closely: bool = False
) -> Examination:
    """Check the files of a story, given by path and content.

    `closely` looks also for what can be played and is hardly meant, which matters to authors alone.
    """
    # Only here: a story that comes out of the cache needs neither YAML nor models.
    from game.story.checks import check_draft, review_draft  # noqa: PLC0415
    from game.story.draft import gather  # noqa: PLC0415
    from game.story.reading import read_source  # noqa: PLC0415

    sources = [read_source(path, body) for path, body in contents.items() if not path.startswith("lexicon/")]
    draft = gather(sources)
    draft.incomplete |= bool(faults)
    check_draft(draft)
    if closely and not any(one.severity == "error" for source in sources for one in source.diagnostics):
        review_draft(draft)
    diagnostics = faults + [one for source in sources for one in source.diagnostics]
    diagnostics.sort(key=lambda one: (one.path, one.line, one.column, one.code))
    found = Examination(None, diagnostics, {source.path: source.text for source in sources})
    if not found.errors:
        found.data = draft.data()
        found.story = build_story(found.data, content_hash(contents))
    return found
