"""The lexicon's faults as diagnostics, so that a story is checked in one go."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game.reader import commands
from game.reader.lexicon import LexiconError
from game.story.cache import StoryCache, keep, program_state, read_kept, sealed
from game.story.errors import MENDS, Diagnostic, Severity
from game.story.reading import read_source

if TYPE_CHECKING:
    from collections.abc import Mapping

_KEPT: Final = 8
"""How many lexicons' outcomes are kept."""
_PLACED: Final = re.compile(r"(?:.*/)?(?P<file>[^/:]+\.yaml):(?P<line>\d+):?\s*(?P<message>.*)", re.DOTALL)


def lexicon_diagnostics(story: Path, texts: dict[str, str]) -> list[Diagnostic]:
    """What is wrong with the lexicon of the story in a folder; nothing, if it has none.

    Its files' texts are added to `texts`, for excerpts.
    """
    folder = story / "lexicon"
    files = sorted(folder.glob("*.yaml"))
    if not files:
        return []
    sources = [read_source(f"lexicon/{file.name}", file.read_bytes()) for file in files]
    texts.update((source.path, source.text) for source in sources)
    if twice := [one for source in sources for one in source.diagnostics if one.code == "RS004"]:
        return twice  # the lexicon's own loader stops at the first
    try:
        faults, doubts = _tried(folder, {source.path: source.text for source in sources})
    except LexiconError as error:
        return [_diagnostic("RS060", "error", str(error), texts)]
    return [
        *(_diagnostic("RS061", "error", one, texts) for one in faults),
        *(_diagnostic("RS062", "warning", one, texts) for one in doubts),
    ]


def _tried(folder: Path, texts: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """What came of trying every example, and of holding all patterns against each other. Raises LexiconError.

    That takes seconds, so it is kept for as long as neither the lexicon nor the reader changes.
    """
    data = Path(commands.__file__).parent / "data"
    sizes = [f"{one.name} {one.stat().st_size}" for one in sorted(data.iterdir())]
    told = json.dumps([sorted(texts.items()), sizes, program_state("reader")])
    key = hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()
    path = StoryCache().folder / f"examples-{key[:32]}.json"
    if (kept := read_kept(path, key)) is not None:
        faults, doubts = json.loads(kept[kept.index(b"\n") + 1 :])
        return faults, doubts
    found = commands.verify(folder), commands.clashes(folder)
    keep(path, sealed(json.dumps(found).encode(), key), _KEPT)
    return found


def _diagnostic(code: str, severity: Severity, told: str, texts: Mapping[str, str]) -> Diagnostic:
    placed = _PLACED.fullmatch(told)
    if placed is None:
        return Diagnostic(code, severity, "lexicon", 0, 0, told, MENDS[code])
    path, number = f"lexicon/{placed['file']}", int(placed["line"])
    lines = texts.get(path, "").split("\n")
    line = lines[number - 1] if 0 < number <= len(lines) else ""
    column = len(line) - len(line.lstrip()) + 1
    message, _, mend = placed["message"].partition(" Take the words ")
    mend = f"take the words {mend.rstrip('.')}" if mend else MENDS[code]
    return Diagnostic(code, severity, path, number, column, message.rstrip("."), mend)
