"""A folder with one synthetic story for every engine: as YAML with a cache, as ink, as compiled ink."""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from game.story.cache import StoryCache
from game.story.loader import load_story
from game.workshop.export.carrying import carry
from game.workshop.export.ink_json import ink_json
from tests.bench.contenders import INKCPP, INKJS, Absent, run
from tests.bench.synthetic import Shape, Synthetic
from tests.bench.synthetic_ink import ink_source
from tests.bench.synthetic_yaml import write_story

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextlib.contextmanager
def workbench(shape: Shape, *, rivals: bool = True) -> Iterator[Path]:
    """The folder, for as long as it is needed; without `rivals`, nothing but our own story."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        story = Synthetic(shape)
        write_story(story, folder / "story")
        ours = load_story(folder / "story", StoryCache(folder / "cache"))
        if rivals:
            (folder / "story.ink").write_text(ink_source(story), encoding="utf-8")
            try:
                run(INKJS, "compile", folder)
            except Absent:
                # No compiler of ink: the export, compiled, is the same story.
                (folder / "story.json").write_text(ink_json(carry(ours)), encoding="utf-8")
            with contextlib.suppress(Absent):
                run(INKCPP, "compile", folder)
        yield folder
